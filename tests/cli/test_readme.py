"""The README and the pages beside it show what the commands print."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "README.md", ROOT / "docs" / "companies.md"
Run = Callable[..., Result]


def examples() -> Iterator[tuple[str, str]]:
    """Each command in the pages with the output shown below it."""
    text = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    for block in re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = example.partition("\n")
            yield command, output.strip("\n")


@pytest.mark.parametrize(("command", "shown"), [*examples()])
def test_an_example_is_what_one_gets(command: str, shown: str, run: Run, tmp_path: Path) -> None:
    """What stands below a command is its output at 80 columns, with … for what is left out."""
    shutil.copy(ROOT / "docs" / "staff.csv", tmp_path)
    printed = run(*shlex.split(command)[1:]).stdout.strip("\n")
    parts = [re.escape(part) for part in re.split(r"^…$", shown, flags=re.MULTILINE)]
    assert re.fullmatch(".*".join(parts), printed, re.DOTALL), printed


def test_there_are_examples() -> None:
    """The tour answers the question that the program is for."""
    assert any("from analyst to SPM" in command for command, _ in examples())
