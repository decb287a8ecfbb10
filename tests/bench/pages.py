"""The page in a browser: its first picture, its planner, and a question then."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from random import Random
from statistics import median

from graphs.site.engine import lacking
from graphs.site.page import page
from ladder import Ladder

from .subjects import SEED
from .table import limited, number, table

HERE = Path(__file__).parents[1] / "outside" / "site"
FIRST_PICTURE, READY, QUESTION = 1000, 4000, 100
"""What is promised on a quiet machine, in milliseconds."""
VISITS = 3


def missing() -> str | None:
    """Why pages cannot be measured here."""
    if why := lacking():
        return f"the planner's parts are {why}; make planner makes them"
    if not (shutil.which("node") and (HERE.parent / "node_modules").exists()):
        return "Node or playwright is missing; make test-all brings it"
    return None if _chromium() else "a Chromium is missing"


def measure_pages(ladders: Sequence[Ladder], pairs: int) -> str:
    """Open each ladder's page a few times, and put random questions to it."""
    headings = ("<\nladder", "\nMB", "first\npicture ms", "planner\nready ms")
    rows = [_measured(ladder, pairs) for ladder in ladders]
    return table((*headings, "question\nmedian ms", "question\nworst ms"), rows)


def _measured(ladder: Ladder, pairs: int) -> list[str]:
    rng = Random(SEED)
    ends = [rng.sample([*ladder.roles], 2) for _ in range(pairs)]
    asked = [{"ask": "path", "from": source, "to": to, "person": {}} for source, to in ends]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "career.html")
        file.write_text(page(ladder), encoding="utf-8")
        size = file.stat().st_size
        visits = [_visit(file, asked) for _ in range(VISITS)]
    times = [time for visit in visits for time in visit["times"]]
    return [
        ladder.name,
        number(size / 1e6),
        limited(median(visit["paint"] for visit in visits), FIRST_PICTURE),
        limited(median(visit["ready"] for visit in visits), READY),
        limited(median(times), QUESTION),
        number(max(times)),
    ]


def _visit(file: Path, asked: list[dict[str, object]]) -> dict[str, list[float]]:
    command = ["node", str(HERE / "questions.mjs"), str(_chromium()), str(file)]
    told = json.dumps(asked).encode()
    done = subprocess.run(command, input=told, capture_output=True, check=True)
    return json.loads(done.stdout)


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return next(filter(None, map(shutil.which, names)), None)
