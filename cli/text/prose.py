"""Texts of several lines, as frameworks have them: paragraphs and lists."""

from __future__ import annotations

import re
from collections.abc import Sequence

BULLET = re.compile(r"\A[-*•–][ \t]+")
"""Begins a point; a dash within a text is none."""
ENDS = (".", ":", ";", ",", "!", "?", "…")
MOST_GIST = 160


def paragraphs(text: str) -> list[list[str]]:
    r"""Part a text into paragraphs, and those into items: each point of a list, and what is not.

    A line goes on with the one before, unless that ends a sentence or a point begins.

    >>> paragraphs("Makes\nnails.\n\nCan:\n-  heat\n- beat\n  well")
    [['Makes nails.'], ['Can:', '- heat', '- beat well']]
    """
    parted: list[list[str]] = [[]]
    for line in text.splitlines():
        told, items = re.sub("[ \t]+", " ", line.strip(" \t")), parted[-1]
        if not told:
            parted.append([])
        elif items and not BULLET.match(told) and not items[-1].endswith(ENDS):
            items[-1] += f" {told}"
        else:
            items.append(told)
    return [items for items in parted if items]


def in_one_line(text: str) -> str:
    r"""Put a text into one line, its points behind each other as in a sentence.

    >>> in_one_line("Can:\n- heat\n- beat\n\nMay sell.")
    'Can: heat; beat; May sell.'
    >>> in_one_line("After 3 - 5 years – at least.")
    'After 3 - 5 years – at least.'
    """
    return _joined([item for items in paragraphs(text) for item in items])


def _joined(items: Sequence[str]) -> str:
    told = ""
    for item in items:
        between = " " if told.endswith(ENDS) else "; "
        told += (between if told else "") + BULLET.sub("", item, count=1)
    return told


def gist(text: str, cut: str) -> str:
    r"""Keep the beginning of a text, with a sign where more is cut off: a sentence or a point.

    >>> gist("Can:\n- heat\n- beat", "…"), gist("Heats and beats.", "…")
    ('Can: heat …', 'Heats and beats.')
    """
    first, *more = [item for items in paragraphs(text) for item in items] or [""]
    if more and first.endswith(":"):
        first = _joined([first, more.pop(0)])
    first = BULLET.sub("", first, count=1)
    if len(first) > MOST_GIST:
        return f"{first[:MOST_GIST].rpartition(' ')[0] or first[:MOST_GIST]} {cut}"
    return f"{first} {cut}" if more else first
