"""Draw the pictures of the gallery anew: run every command that docs/gallery.md shows.

The page is the list of the commands, so that what it shows is what they draw.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from click.testing import CliRunner

from cli.main import main

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "gallery.md"
COMMAND = re.compile(r"^\$ ladder (.+)$", re.MULTILINE)


def commands() -> list[list[str]]:
    """Arguments of every command on the page, in order."""
    return [shlex.split(found) for found in COMMAND.findall(PAGE.read_text(encoding="utf-8"))]


def picture_of(command: list[str]) -> str:
    """Name of the file that a command draws."""
    return command[command.index("-o") + 1]


def draw(command: list[str], folder: Path) -> Path:
    """Run a command, with its picture in another folder; the rest as it is written."""
    target = folder / picture_of(command)
    place = command.index("-o") + 1
    result = CliRunner().invoke(main, [*command[:place], str(target), *command[place + 1 :]])
    if result.exit_code:
        raise RuntimeError(f"ladder {shlex.join(command)}: {result.output}")
    return target


if __name__ == "__main__":
    for one in commands():
        print(draw(one, PAGE.parent / "gallery").relative_to(ROOT))
