"""Whole processes, and whole files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

from cli.checking import check_file
from graphs.drawing.dot.render import PLACED, drawing_program
from ladder import Ladder, dumps, load

from .timing import timed

Times = tuple[list[float], list[float]]
"""Ours and theirs, in seconds."""


def start_up() -> Times:
    """Time the whole command and the import of networkx alone, in turn."""
    command = [sys.executable, "-c", "from cli.main import main; main()", "path", "analyst", "spm"]
    bare = [sys.executable, "-c", "import networkx"]
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as cache:
        # Both keep their bytecode, as installed programs do; the first run of each makes it.
        env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        env["PYTHONPYCACHEPREFIX"] = cache
        for _ in range(16):
            ours.append(timed(subprocess.run, command, env=env, check=True, capture_output=True)[0])
            theirs.append(timed(subprocess.run, bare, env=env, check=True, capture_output=True)[0])
    return ours[1:], theirs[1:]


def drawing(ladder: str) -> Times:
    """Time drawing a bundled ladder to SVG as a whole process, and the bare program on its DOT."""
    draw = "from cli.main import main; main()", "draw", "--ladder", ladder
    ours, theirs = [], []
    with tempfile.TemporaryDirectory() as folder:
        picture, dot = Path(folder, "ladder.svg"), Path(folder, "ladder.dot")
        whole = [sys.executable, "-c", *draw, "-o", str(picture)]
        bare = [drawing_program(), *PLACED, "-Tsvg", str(dot)]
        subprocess.run([*whole[:-1], str(dot)], check=True, capture_output=True)
        for _ in range(11):
            ours.append(timed(subprocess.run, whole, check=True, capture_output=True)[0])
            theirs.append(timed(subprocess.run, bare, check=True, capture_output=True)[0])
        assert picture.stat().st_size
    return ours[1:], theirs[1:]


def loading(ladder: Ladder) -> Times:
    """Time loading a large YAML ladder, and reading the YAML alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "ladder.yaml")
        file.write_text(dumps(ladder, format="yaml"), encoding="utf-8")
        text = file.read_text(encoding="utf-8")
        load(file)
        ours, theirs = [], []
        for _ in range(7):
            ours.append(timed(load, file)[0])
            theirs.append(timed(yaml.load, text, Loader=yaml.CSafeLoader)[0])
    return ours, theirs


def checking(ladder: Ladder) -> Times:
    """Time checking a large YAML ladder, its places included, and loading it alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "ladder.yaml")
        file.write_text(dumps(ladder, format="yaml"), encoding="utf-8")
        assert check_file(str(file), (), ()).notes  # so that places are looked up
        ours, theirs = [], []
        for _ in range(7):
            ours.append(timed(check_file, str(file), (), ())[0])
            theirs.append(timed(load, file)[0])
    return ours, theirs
