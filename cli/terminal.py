"""Standard output: what it has room for, and printing to it."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from .look import PLAIN, Glyphs, Look

WIDEST = 100
NARROWEST = 40
USUAL = 80


def look() -> Look:
    """What standard output has room for: 80 columns where it is no terminal and none are set."""
    glyphs = Glyphs() if _carries("".join(Glyphs())) else PLAIN
    return Look(min(max(_columns(), NARROWEST), WIDEST), glyphs)


def colour() -> bool | None:
    """Whether to colour: as NO_COLOR or FORCE_COLOR says, and None to leave it to the output."""
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def say(text: str) -> None:
    """Print an answer; a character that the output cannot carry becomes a question mark.

    Parameters
    ----------
    text : str
    """
    encoding = sys.stdout.encoding or "utf-8"
    click.echo(text.encode(encoding, "replace").decode(encoding))


def say_json(answer: Any) -> None:
    """Print an answer as JSON, escaping what the output cannot carry.

    Parameters
    ----------
    answer : dict or list
        Plain data.
    """
    import json

    text = json.dumps(answer, ensure_ascii=False, indent=2)
    click.echo(text if _carries(text) else json.dumps(answer, indent=2))


def remark(text: str) -> None:
    """Print a word about the answer, where it does not get mixed up with it.

    Parameters
    ----------
    text : str
    """
    click.echo(click.style(text, dim=True), err=True)


def _columns() -> int:
    """As shutil.get_terminal_size has it, which takes 3 ms to import."""
    try:
        return int(os.environ["COLUMNS"])
    except (KeyError, ValueError):
        pass
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns
    except (OSError, ValueError):
        return USUAL


def _carries(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
