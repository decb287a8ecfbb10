"""Follow the tutorial word for word, as somebody new does: ``make wheel``.

By the ``ladder`` that is named, in an empty folder, with a home that is empty and nothing set.
"""

from __future__ import annotations

import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from tempfile import TemporaryDirectory

from .pages import DOCS, play

TUTORIAL = DOCS / "tutorial.md"


def stumbles(program: Path) -> list[str]:
    """Whatever is not as the tutorial shows it."""
    with TemporaryDirectory() as home, TemporaryDirectory() as folder, chdir(folder):
        settings = {"PATH": "/usr/bin:/bin", "HOME": home, "COLUMNS": "80", "LANG": "C.UTF-8"}

        def say(arguments: list[str]) -> tuple[str, str]:
            told = subprocess.run(
                [program, *arguments],
                env=settings,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            ).stdout
            return told, told

        return [*play(TUTORIAL, say, guide=True, strict=True)]


if __name__ == "__main__":
    if found := stumbles(Path(sys.argv[1]).absolute()):
        sys.exit("\n".join(found))
    print("The tutorial shows what one gets, from its first command to its last.")
