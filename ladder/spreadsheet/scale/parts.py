"""A cell taken apart: the level, and what is written beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

# What separates a level from the rest wherever it stands; after a number less is enough.
_STRONGLY = re.compile(
    r"\s+[-‐-―−]\s+|\s*[–—:=]\s+|\s*\n\s*|\s+\("
    r"|(?<=\d)\s*[-‐-―−:.)=]\s*(?=[^\W\d_])",
    re.DOTALL,
)
_POINT = re.compile(r"[.,;]\s+")
_SPACE = re.compile(r"\s+|(?<=\d)(?=[^\W\d_])")
_NUMBER_LAST = re.compile(r"([^\W\d][^\d(:]*?)(\s*[-‐-―−:=(]\s*|\s+)(\d{1,2})\)?").fullmatch
PLACED = re.compile(r"(\d{1,3}) - (.+)", re.DOTALL).fullmatch
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e[-+]?\d+", re.I).fullmatch
_RANGE = re.compile(r"\s*[-‐-―−/]\s*|\s+(?:to|bis|à|a)\s+").split
MOST_TRIED = 3
LONGEST_HEAD = 80
"""Characters among which the level of a cell ends; what follows may be as long as it likes."""

WHOLE, STRONG, POINT, SPACE = "whole", "strong", "point", "space"


class Part(NamedTuple):
    """One way to take a cell apart."""

    head: str
    rest: str
    kind: str
    """What separates the two: nothing, a dash or the like, a full stop or comma, or a space."""


def apart(text: str) -> Iterator[Part]:
    """Take a cell apart in each way that is likely, the likeliest first.

    >>> [part[:2] for part in apart("2 – joins")][:2]
    [('2 – joins', ''), ('2', 'joins')]
    >>> next(part for part in apart("Working (2)") if part.rest)[:2]
    ('2', 'Working')
    """
    yield Part(text, "", WHOLE)
    if found := PLACED(text):  # as an export writes it, whatever the name
        yield Part(found[1], found[2].strip(), STRONG)
    if _SCIENTIFIC(text):  # 1E+00 is a number, and no level of the name E+00
        return
    if len(text) <= LONGEST_HEAD and (found := _NUMBER_LAST(text)):
        yield Part(found[3], found[1], STRONG if found[2].strip() else SPACE)
    for kind, pattern in ((STRONG, _STRONGLY), (POINT, _POINT), (SPACE, _SPACE)):
        for at, separator in enumerate(pattern.finditer(text, 0, LONGEST_HEAD)):
            head, rest = text[: separator.start()].strip(), text[separator.end() :].strip()
            if separator[0].endswith("("):
                rest = rest[:-1].strip() if rest.endswith(")") else ""
            if head and rest and not rest[0].isdigit():
                yield Part(head, rest, kind)
            if at + 1 == MOST_TRIED:
                break


def ends(text: str) -> tuple[str, str] | None:
    """Take a range of two words apart.

    >>> ends("working – practitioner"), ends("working")
    (('working', 'practitioner'), None)
    """
    words = _RANGE(text) if len(text) <= LONGEST_HEAD else []
    return (words[0], words[1]) if len(words) == 2 and all(words) else None
