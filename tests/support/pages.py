"""Pages of documentation, as sessions: what a reader types, saves and sees, in order.

A page is played in a folder of its own, from top to bottom:

- Below `$ ladder …` in a `console` block stands what it prints at 80 columns, with a line `…` for
  what is left out. With `> FILE` its output goes into a file. `git`, `mkdir` and `cd` work, too.
- In a guide, a block is what a file holds where the words before it name the file in backticks and
  end in a colon. A file that is not there is written. In one that is, a `diff` is applied, what is
  to go "below the line `…`" goes there, and anything else must be in it already.
- A `python` block is executed, in the same folder.
- A picture that the page shows, and a command has drawn under its name, is what was drawn.

`make gallery` plays the pages to draw their pictures anew.
"""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
import traceback
from collections.abc import Callable, Iterator
from contextlib import chdir, redirect_stdout
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from click.testing import CliRunner
from markdown_it import MarkdownIt

from cli.main import main

DOCS = Path(__file__).parents[2] / "docs"
NAMED = re.compile(r"`((?:[\w.-]+/)*\.?[\w-]+\.(?:csv|json|md|mmd|toml|txt|ya?ml))`")
BELOW = re.compile(r"elow the line `([^`]+)`")
LEFT_OUT = re.compile(r"^ *…$", re.MULTILINE)
OPTIONAL = re.compile(r"^import .*\b(matplotlib|pandas)\b", re.MULTILINE)
TAIL = re.compile(r" > (\S+)$")

Say = Callable[[list[str]], tuple[str, str]]
"""Runs `ladder` with arguments; gives what it printed, without and with standard error."""


@dataclass(frozen=True)
class Block:
    """A fenced block, the line it begins on, and the paragraph above it."""

    language: str
    text: str
    line: int
    above: str

    @property
    def file(self) -> str | None:
        """The file that the paragraph above says this is in."""
        names = NAMED.findall(self.above)
        return names[-1] if names and self.above.rstrip().endswith(":") else None

    @property
    def below(self) -> str | None:
        """The line of it below which the paragraph above says this goes."""
        found = BELOW.search(self.above)
        return found and found[1]

    def commands(self) -> Iterator[tuple[str, str]]:
        """Each command, with what is shown below it."""
        for example in re.split(r"^\$ ", self.text, flags=re.MULTILINE)[1:]:
            command, _, shown = example.replace("\\\n", "").partition("\n")
            yield command, shown.strip("\n")


def blocks(page: Path) -> list[Block]:
    """All fenced blocks of a page, in order."""
    found, above = [], ""
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type == "inline":
            above = token.content
        elif token.type == "fence" and token.map:
            language = token.info.split()[0] if token.info.strip() else ""
            found.append(Block(language, token.content, token.map[0] + 1, above))
    return found


def pictures(page: Path) -> list[Path]:
    """All pictures that a page shows from beside it."""
    tokens = MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8"))
    shown = [child for token in tokens for child in token.children or () if child.type == "image"]
    return [page.parent / str(image.attrs["src"]) for image in shown]


def alike(shown: str, printed: str) -> bool:
    """Whether what is shown is what was printed, but for what it leaves out."""
    parts = [re.escape(part) for part in LEFT_OUT.split(shown)]
    return re.fullmatch(".*".join(parts), printed.strip("\n"), re.DOTALL) is not None


def edited(text: str, block: Block) -> str:
    """Make of a file's text what a block says of it."""
    if block.language == "diff":
        lines = block.text.splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line[0] != "+")
        new = "".join(line[1:] for line in lines if line[0] != "-")
        if text.count(old) != 1:
            raise ValueError(f"this is in {block.file} {text.count(old)} times:\n{old}")
        return text.replace(old, new)
    if block.below is None:
        if block.text not in text:
            raise ValueError(f"this is not in {block.file}:\n{block.text}")
        return text
    line = f"\n{block.below}\n"
    if f"\n{text}".count(line) != 1:
        raise ValueError(f"no single line in {block.file} is {block.below}")
    return f"\n{text}".replace(line, line + block.text)[1:]


def play(page: Path, say: Say, *, guide: bool, strict: bool) -> Iterator[str]:
    """Play a page in the working folder, and tell what is not as shown.

    `strict` wants all that a terminal shows, standard error with it; else either will do.
    """
    names: dict[str, Any] = {}
    for block in blocks(page):
        place = f"{page.name}:{block.line}"
        try:
            if block.language == "console":
                for command, shown in block.commands():
                    printed, all_of_it = typed(command, say)
                    fits = alike(shown, all_of_it) or (not strict and alike(shown, printed))
                    if not fits:
                        yield f"{place}: $ {command}\n{all_of_it}"
            elif block.language == "python" and can_run(block):
                with redirect_stdout(io.StringIO()):
                    exec(compile(block.text, place, "exec"), names)
            elif guide and block.file:
                save(Path(block.file), block)
        except Exception:
            yield f"{place}: {traceback.format_exc(limit=-1)}"
    for shown in drawn(page):
        if not shown.exists() or shown.read_bytes() != Path(shown.name).read_bytes():
            yield f"{page.name}: {shown.name} is not what is drawn; make gallery draws it"


def drawn(page: Path) -> list[Path]:
    """The pictures of a page that lie in the working folder."""
    return [shown for shown in pictures(page) if Path(shown.name).exists()]


def can_run(block: Block) -> bool:
    """Whether all is installed that a block in Python imports beyond the package."""
    return all(find_spec(name) for name in OPTIONAL.findall(block.text))


def save(file: Path, block: Block) -> None:
    """Write or change a file as a block says."""
    file.parent.mkdir(parents=True, exist_ok=True)
    there = file.read_text(encoding="utf-8") if file.exists() else None
    file.write_text(block.text if there is None else edited(there, block), encoding="utf-8")


def typed(command: str, say: Say) -> tuple[str, str]:
    """What a command prints, without and with standard error."""
    into = TAIL.search(command)
    program, *arguments = shlex.split(TAIL.sub("", command))
    if program == "cd":
        os.chdir(arguments[0])
    elif program == "mkdir":
        Path(arguments[0]).mkdir()
    elif program == "git":
        author = ("-c", "user.name=N", "-c", "user.email=n@example.org")
        done = subprocess.run(
            ["git", *author, *arguments], capture_output=True, text=True, check=True
        )
        return done.stdout, done.stdout + done.stderr
    elif program == "ladder":
        printed, all_of_it = say(arguments)
        if into:
            Path(into[1]).write_text(printed, encoding="utf-8")
            told = all_of_it.replace(printed, "")
            return "", told
        return printed, all_of_it
    else:
        raise ValueError(f"this program is not known here: {program}")
    return "", ""


def draw_anew(page: Path) -> None:
    """Play a page in a folder of its own for the pictures that it shows, and put them beside it."""

    def say(arguments: list[str]) -> tuple[str, str]:
        result = CliRunner().invoke(main, arguments, prog_name="ladder")
        return result.stdout, result.output

    with TemporaryDirectory() as folder, chdir(folder):
        for table in DOCS.glob("*.csv"):
            shutil.copy(table, folder)
        [*play(page, say, guide=True, strict=False)]
        for shown in drawn(page):
            shown.parent.mkdir(exist_ok=True)
            shutil.copy(shown.name, shown)
            print(shown.relative_to(DOCS.parent))


if __name__ == "__main__":
    guides = (DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md")))
    for guide in (DOCS.parent / "README.md", *guides):
        if pictures(guide):
            draw_anew(guide)
