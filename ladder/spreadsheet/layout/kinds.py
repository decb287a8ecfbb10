"""What a cell looks like: a level, words such as a name, a sentence; before any scale is known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from enum import Enum

from ladder.matching import fold
from ladder.spreadsheet.grid import Cell, Grid
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.scale import EMPTY, is_empty, is_level, marked

MOST_NAMED = 40
"""Characters of a name or a level, about; what is longer is a sentence."""

MOST_SIGNS = 2
_LOW = re.compile(r"\d{1,3}(?![\d.,/-]*\d)").match
_DIGIT = re.compile(r"\d").search
_RANK = re.compile(r"(?:[^\W\d]{1,8}\.?[\s-]*)?-?\d{1,6}|[IVX]{1,4}").fullmatch


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

    A short text that stands in several rows and in several columns is a level, whatever it is; but
    one that is alone in its row is the name of a section.
    """

    def __init__(self, grid: Grid, mapping: MatrixMapping) -> None:
        self._levels = {*map(fold, mapping.levels), *map(fold, mapping.names)}
        self._nothing = {fold(text) for text in (*EMPTY, *mapping.empty) if text != "0"}
        self._known: dict[str, Kind] = {}
        rows: dict[str, set[int]] = {}
        columns: dict[str, set[int]] = {}
        for row in grid.rows:
            own = [cell for cell in row if cell.text and (cell.row, cell.column) not in grid.spread]
            for cell in own if len(own) > 1 else ():
                text = fold(cell.text)
                if text and len(text) <= MOST_NAMED:
                    rows.setdefault(text, set()).add(cell.row)
                    columns.setdefault(text, set()).add(cell.column)
        self._levels |= {text for text in rows if len(rows[text]) > 1 and len(columns[text]) > 1}
        # Of a letter that stands there once one cannot tell.
        self._letters = {t for t in rows if len(t) == 1 and t.isalpha()} & {
            text for text in rows if len(rows[text]) == len(columns[text]) == 1
        }

    def of(self, cell: Cell) -> Kind:
        """What a cell looks like."""
        known = self._known.get(cell.text)
        if known is None:
            known = self._known[cell.text] = self._look(cell.text)
        return known

    def _look(self, text: str) -> Kind:
        folded = fold(text)
        if not text:
            return Kind.BLANK
        if text != "0" and is_empty(text, self._nothing):
            return Kind.NOTHING
        if (
            folded in self._levels
            or marked(text)
            or (folded not in self._letters and is_level(text))
        ):
            return Kind.LEVEL
        return Kind.PROSE if is_sentence(text) else Kind.WORDS

    def is_plain_level(self, text: str, *, often: bool = False) -> bool:
        """Whether a text is a level, and no date, nor a name such as "Team 1" or "Expert".

        Words for levels are names where they stand in one row or one column only; so is whatever
        does, if it has to be there ``often``.
        """
        if often and fold(text) not in self._levels:
            return False
        sign = len(text) <= MOST_SIGNS or fold(text) in self._levels
        return is_level(text) and (_LOW(text) is not None or (sign and not _DIGIT(text)))

    def some(self, cells: Iterable[Cell], *kinds: Kind) -> int:
        """How many of the cells look so."""
        return sum(self.of(cell) in kinds for cell in cells)


def is_sentence(text: str) -> bool:
    """Tell a sentence from a name.

    >>> is_sentence("Stakeholder management"), is_sentence("Writes joins without help.")
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
    return sum(bool(text) and (not at or text != texts[at - 1]) for at, text in enumerate(texts))
