"""A place in a Markdown file for what is written anew each time; all around it stays as it is.

The place is what stands between two lines, `BEGIN` and `END`. Lines in code are no such lines, as
Markdown has it, and neither are lines behind which nothing of HTML begins.
"""

from __future__ import annotations

import os
import re
from typing import NamedTuple

from ladder.files.text import read_bytes

from .errors import Refused
from .io import check_target, write

SUFFIXES = (".md", ".markdown")
BEGIN = "<!-- ladder:begin -->"
END = "<!-- ladder:end -->"

MARK = "\ufeff"
"""What some programs put before UTF-8; Markdown has no eye for it."""

_LINES = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")  # as Markdown parts them, and nobody else


def is_markdown(target: str) -> bool:
    """Whether a file's name says that it is Markdown."""
    return target.lower().endswith(SUFFIXES)


def check_place(target: str) -> None:
    """Refuse, before any work is done, a file that is there and has no place."""
    check_target(target)
    if os.path.exists(target):
        _place(target, _read(target))


def write_into(target: str, block: str) -> None:
    """Write a block into its place; a file that is not there yet is made of it."""
    if not os.path.exists(target):
        write(target, f"{BEGIN}\n\n{block.strip()}\n\n{END}\n".encode())
        return
    text = _read(target)
    write(target, replaced(text, block, target).encode())


def replaced(text: str, block: str, file: str) -> str:
    r"""Put a block into its place, with the line ends and the indentation that are usual there.

    >>> print(replaced(f"# Jobs\n{BEGIN}\nold\n{END}\nmore\n", "new\n", "jobs.md"), end="")
    # Jobs
    <!-- ladder:begin -->
    <BLANKLINE>
    new
    <BLANKLINE>
    <!-- ladder:end -->
    more
    """
    mark = MARK if text.startswith(MARK) else ""
    lines, place = _place(file, text)
    opening = lines[place.begin]
    indent = opening[: opening.index(BEGIN)]
    end = opening[len(opening.rstrip("\r\n")) :]
    inside = [f"{indent}{line}".rstrip() + end for line in ["", *block.strip().split("\n"), ""]]
    return mark + "".join([*lines[: place.begin + 1], *inside, *lines[place.end :]])


class _Place(NamedTuple):
    """The lines between which it is, from 0."""

    begin: int
    end: int


def _read(target: str) -> str:
    content = read_bytes(target)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise Refused(
            f"{target}:{line}: this is no UTF-8, so that nothing is written into it; save the file "
            "as UTF-8"
        ) from None


def _place(file: str, text: str) -> tuple[list[str], _Place]:
    """Find it among the lines of a text, which are without the mark at its beginning."""
    text = text.removeprefix(MARK)
    lines = _LINES.findall(text)
    found = [
        (number, mark)
        for number in _html_lines(text)
        for mark in (BEGIN, END)
        if mark in lines[number]
    ]
    if not found:
        raise Refused(
            f"{file} has no place for this; put these two lines where it is to stand, each by "
            f"itself:\n{BEGIN}\n{END}"
        )
    faults = [
        f"{file}:{number + 1}: {mark} should stand on a line by itself"
        for number, mark in found
        if lines[number].lstrip(" \t>").rstrip() != mark
    ]
    faults += _unpaired(file, found)
    if faults:
        raise Refused("\n".join(faults), bare=True)
    (begin, _), (end, _) = found
    return lines, _Place(begin, end)


def _unpaired(file: str, found: list[tuple[int, str]]) -> list[str]:
    """What is wrong with lines that should be one of each."""
    faults = []
    opened: int | None = None
    closed: int | None = None
    for number, mark in found:
        line = f"{file}:{number + 1}: {mark}"
        if closed is not None:
            faults.append(f"{line} is one too many; line {closed + 1} closed the only place")
        elif mark == BEGIN and opened is not None:
            faults.append(f"{line} stands here again, and line {opened + 1} is not closed yet")
        elif mark == BEGIN:
            opened = number
        elif opened is None:
            faults.append(f"{line} has no {BEGIN} before it")
        else:
            closed = number
    if opened is not None and closed is None:
        faults.append(f"{file}:{opened + 1}: {BEGIN} has no {END} behind it")
    return faults


def _html_lines(text: str) -> list[int]:
    """The lines that are HTML to Markdown, from 0."""
    from markdown_it import MarkdownIt

    tokens = MarkdownIt("commonmark").parse(text)
    return [
        number
        for token in tokens
        if token.type == "html_block" and token.map
        for number in range(*token.map)
    ]
