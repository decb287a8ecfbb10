"""The documentation as ``make docs`` built it: what is asked is found, and all of it fits."""

from __future__ import annotations

import json
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.outside

HERE = Path(__file__).parent
SITE = HERE.parents[1] / "build" / "docs"
FILE = "reference/ladder-file.html"
ANSWERS = {
    "how do I cite it": ("questions.html", "@software{ladder"),
    "what does L504 mean": ("reference/checks.html", "The role below develops a skill further"),
    "how do I say that a course is free for us": (FILE, "cost: 0"),
    "why is my answer 0 months": ("explanation/growth.html", "--months-in-role 6"),
    "what do the ~ mean": ("explanation/growth.html", "rests on low confidence"),
    "how do I keep a role out of the way": ("questions.html", "--avoid"),
    "how do I add our own level names": (FILE, "levels:"),
    "can I use it from pandas": ("reference/json.html", "pandas.DataFrame"),
    "what leaves my machine": ("explanation/privacy.html", "Nothing"),
    "how do I change the colours": ("reference/themes.html", "accent:"),
    "which Python": ("questions.html", "3.11 or newer"),
    "how do I import from Excel": ("how-to/workbook.html", "ladder import skills.xlsx"),
    "does it phone home": ("explanation/privacy.html", "no telemetry"),
    "how do I compare two versions": ("how-to/git.html", "ladder diff git:HEAD:ladder.yaml"),
    "how do I get everybody's results": ("how-to/everybody.html", "ladder people staff.csv"),
    "what do brackets and ~ mean": ("questions.html", "at the fast and the slow ends"),
    "how do I uninstall it": ("questions.html", "pipx uninstall"),
}
"""For each question the page that answers it, and what stands there."""
WORDS = {
    "cite": "questions.html",
    "L504": "reference/checks.html",
    "course free": FILE,
    "0 months": "explanation/growth.html",
    "low confidence": "explanation/growth.html",
    "avoid": "reference/commands/path.html",
    "level names": FILE,
    "pandas": "reference/json.html",
    "privacy": "explanation/privacy.html",
    "colours": "reference/themes.html",
}
"""The same as somebody types who has no time."""


def run(what: str, *arguments: str) -> Any:
    node = shutil.which("node")
    names = ("chromium", "chromium-browser", "google-chrome")
    chromium = next(filter(None, map(shutil.which, names)), None)
    if not (node and chromium and (HERE / "node_modules" / "playwright-core").exists()):
        pytest.skip("node, playwright-core or a Chromium is missing here")
    if not (SITE / "index.html").exists():
        pytest.skip("the documentation is not built; make docs builds it")
    script = HERE / "documentation.mjs"
    done = subprocess.run(
        [node, script, chromium, SITE, what, *arguments],
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


def page_of(address: str) -> str:
    return address.partition("#")[0]


class Words(HTMLParser):
    """The words of a page."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(page.read_text(encoding="utf-8"))

    def handle_data(self, data: str) -> None:
        self.found.append(data)


def test_an_answer_stands_where_it_is_said_to() -> None:
    if not SITE.exists():
        pytest.skip("the documentation is not built; make docs builds it")
    for page, told in ANSWERS.values():
        assert told in "".join(Words(SITE / page).found)


def test_a_question_is_answered_after_one_search() -> None:
    """By the first that is found, which is the answer or leads to it."""
    for question, found in run("search", *ANSWERS).items():
        assert found, question
        page, _ = ANSWERS[question]
        assert page_of(found[0]) in {page, "questions.html"}, (question, found[:5])


def test_a_word_or_two_are_enough() -> None:
    """What answers is among the first five pages."""
    for words, found in run("search", *WORDS).items():
        first = list(dict.fromkeys(map(page_of, found)))[:5]
        assert WORDS[words] in first or "questions.html" in first, (words, first)


def test_an_answer_is_two_clicks_from_the_front_page() -> None:
    reached = {page_of(address) for address in run("clicks")}
    assert {page for page, _ in ANSWERS.values()} <= reached


def test_every_page_fits_its_window() -> None:
    """At 1280 and 375 pixels, by day and by night; what is wide scrolls by itself."""
    pages = sorted(
        page.relative_to(SITE).as_posix()
        for page in SITE.rglob("*.html")
        if not {"_static", "pages"} & set(page.relative_to(SITE).parts)
    )
    assert run("fits", *pages) == []
