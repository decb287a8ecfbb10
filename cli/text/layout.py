"""Text laid out in columns of a terminal: measured, wrapped and indented, never printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import click

from .prose import BULLET, paragraphs

TIE = "\N{NO-BREAK SPACE}"
"""Stands for a space at which a line is broken only if nothing else helps."""


NARROW = re.compile("[ -\u02ff–—‘’“”…→●◉│├─▶✗−]*")
"""Signs that take one column each: what most texts are made of, and no import is needed to know."""


def cells(text: str) -> int:
    """Columns that a text takes, a wide character taking two.

    >>> cells("analyst"), cells("分析师")
    (7, 6)
    """
    if "\x1b" in text:
        text = click.unstyle(text)
    if NARROW.fullmatch(text):
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def wrap(text: str, width: int) -> list[str]:
    r"""Break a text into lines at its spaces, and only where it must at its ties or within a word.

    At least one line, none of them wider than `width`. Of a text of several lines each paragraph
    begins a line, and each point of a list, which hangs behind its mark.

    >>> wrap("Roadmapping:\N{NO-BREAK SPACE}working · Communication:\N{NO-BREAK SPACE}expert", 26)
    ['Roadmapping: working ·', 'Communication: expert']
    >>> wrap("One can:\n- heat the iron\n- beat it", 10)
    ['One can:', '- heat the', '  iron', '- beat it']
    """
    if len(text.splitlines()) > 1:  # by whatever a stranger has for a line end
        items = (item for items in paragraphs(text) for item in items)
        return [line for item in items for line in _item(item, width)] or [""]
    lines, taken = [""], 0
    for word in _words(text, max(width, 1)):
        wide = cells(word)
        if not lines[-1]:
            lines[-1], taken = word, wide
        elif taken + 1 + wide <= width:
            lines[-1], taken = f"{lines[-1]} {word}", taken + 1 + wide
        else:
            lines.append(word)
            taken = wide
    return [line.replace(TIE, " ") for line in lines]


def wrap_paragraphs(text: str, width: int) -> list[str]:
    """Break a text into lines, with a free one between its paragraphs."""
    lines: list[str] = []
    for items in paragraphs(text):
        lines += [""] if lines else []
        lines += [line for item in items for line in _item(item, width)]
    return lines


def _item(item: str, width: int) -> list[str]:
    """Break a paragraph into lines, or a point of a list, indented behind its mark."""
    mark = BULLET.match(item)
    return hang(mark[0], item[mark.end() :], width) if mark else wrap(item, width)


def _words(text: str, width: int) -> Iterable[str]:
    for word in text.split(" "):
        if cells(word) <= width:
            yield word
            continue
        parts = word.split(TIE)
        if len(parts) > 1 and cells(parts[-1]) == 1:  # a sign does not begin a line
            parts[-2:] = [TIE.join(parts[-2:])]
        for part in parts:
            yield from _chopped(part, width)


def _chopped(word: str, width: int) -> Iterable[str]:
    if cells(word) <= width:
        yield word
        return
    line = ""
    for character in click.unstyle(word):
        if cells(line + character) > width and line:
            yield line
            line = ""
        line += character
    yield line


def tie(text: str) -> str:
    """Hold a text together, so that a line is broken inside it only if nothing else helps."""
    return text.replace(" ", TIE)


def paint(text: str, **style: Any) -> str:
    """Colour a text word by word, so that it can still be wrapped."""
    return re.sub(f"[^ \n{TIE}]+", lambda word: click.style(word[0], **style), text)


def hang(first: str, text: str, width: int) -> list[str]:
    r"""Wrap a text behind a beginning, its further lines indented as far as that reaches.

    >>> print("\n".join(hang("Learn  ", "Online product course, months 1 to 2", 24)))
    Learn  Online product
           course, months 1
           to 2
    """
    indent = cells(first)
    head, *tail = wrap(text, width - indent)
    return [first + head, *(" " * indent + line for line in tail)]


def rows(pairs: Sequence[tuple[str, str]], width: int, *, column: int = 0) -> list[str]:
    r"""Lay labels and their texts out in two columns.

    >>> print("\n".join(rows([("month 2", "Sums"), ("each of the later months", "More")], 30)))
    month 2  Sums
    each of the later months
             More
    """
    fitting = [cells(label) for label, _ in pairs if cells(label) + 2 <= max(width // 3, 20)]
    column = column or max(fitting, default=0) + 2
    lines = []
    for label, text in pairs:
        if not text:
            lines += wrap(label, width)
        elif not any(label for label, _ in pairs):
            lines += wrap(text, width)
        elif cells(label) < column:
            lines += hang(label + " " * (column - cells(label)), text, width)
        else:
            told = label.lstrip(" ")
            lines += hang(label.removesuffix(told), told, width)
            lines += hang(" " * column, text, width)
    return lines
