"""What a cell looks like: a level, words such as a name, a sentence; before any scale is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from ladder.matching import fold

from ..grid import Cell, Grid
from ..mapping import MatrixMapping
from ..scale import EMPTY, MARKS, SCALES, placed

MOST_NAMED = 40
"""Characters of a name or a level, about; what is longer is a sentence."""

_NUMBER = re.compile(r"(?:l|lvl|level)?\s*[<>~]?\d{1,4}(?:[.,]\d+)?\s*[%+]?", re.I).fullmatch
_RANGE = re.compile(r"\d{1,3}\s*[-–/]\s*\d{1,3}").fullmatch
_SIGNS = re.compile(r"[^\w\s]{1,10}").fullmatch
_BEFORE_TEXT = re.compile(r"\s*[:–—-]\s+").split
_RANK = re.compile(r"(?:[^\W\d]{1,8}\.?[\s-]*)?-?\d{1,6}|[IVX]{1,4}").fullmatch
_KNOWN = {fold(word) for scale in SCALES for word in scale} | {fold(mark) for mark in MARKS}
_NOTHING = {fold(word) for word in EMPTY if word} - {"0"}


class Kind(Enum):
    """What a cell looks like."""

    BLANK = 0
    LEVEL = 1
    NOTHING = 2
    """Says that a skill is not asked for."""
    WORDS = 3
    PROSE = 4


class Kinds:
    """Tells what the cells of a table look like.

    A short text that stands in several rows and in several columns is a level, whatever it is.
    """

    def __init__(self, grid: Grid, mapping: MatrixMapping) -> None:
        self._levels = {*_KNOWN, *map(fold, mapping.levels), *map(fold, mapping.names)}
        self._nothing = {*_NOTHING, *map(fold, mapping.empty)}
        rows: dict[str, set[int]] = {}
        columns: dict[str, set[int]] = {}
        for row in grid.rows:
            for cell in row:
                text = fold(cell.text)
                if text and len(text) <= MOST_NAMED and (cell.row, cell.column) not in grid.spread:
                    rows.setdefault(text, set()).add(cell.row)
                    columns.setdefault(text, set()).add(cell.column)
        self._levels |= {text for text in rows if len(rows[text]) > 1 and len(columns[text]) > 1}

    def of(self, cell: Cell) -> Kind:
        """What a cell looks like."""
        text = cell.text
        folded = fold(text)
        if not text:
            return Kind.BLANK
        if text in ("-", "–", "—", ".") or folded in self._nothing:
            return Kind.NOTHING
        if self._is_level(text, folded):
            return Kind.LEVEL
        return Kind.PROSE if is_prose(text) else Kind.WORDS

    def _is_level(self, text: str, folded: str) -> bool:
        if folded in self._levels or _NUMBER(text) or _RANGE(text) or _SIGNS(text):
            return True
        return bool(placed(text)) or fold(_BEFORE_TEXT(text, 1)[0]) in self._levels

    def some(self, cells: Iterable[Cell], *kinds: Kind) -> int:
        """How many of the cells look so."""
        return sum(self.of(cell) in kinds for cell in cells)


def is_prose(text: str) -> bool:
    """Tell a sentence from a name.

    >>> is_prose("Stakeholder management"), is_prose("Writes joins without help.")
    (False, True)
    """
    words = len(text.split())
    return words >= 7 or (words >= 3 and text.endswith((".", ";", "!"))) or len(text) > 60


def is_rank(text: str) -> bool:
    """Tell whether a text may be a rank: a number, or one after a few letters.

    >>> is_rank("3"), is_rank("L3"), is_rank("IC 4"), is_rank("III"), is_rank("Senior")
    (True, True, True, True, False)
    """
    return _RANK(text) is not None


def changes(cells: Sequence[Cell]) -> int:
    """How often a text differs from the one before it: a name once for each, a band once a span."""
    texts = [fold(cell.text) for cell in cells]
    return sum(
        bool(text) and (not at or text != texts[at - 1]) for at, text in enumerate(texts)
    )
