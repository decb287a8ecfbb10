"""Columns among the levels that hold something else: sentences are left out, words asked about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ladder.errors import FileProblems
from ladder.spreadsheet.grid import Cell, Grid
from ladder.spreadsheet.words import LIST, heading_meant, required
from ladder.wording import quoted

from .kinds import Kind, Kinds


class Column(NamedTuple):
    """A column of the file: its place, its heading, and the cells that hold something."""

    at: int
    head: Cell
    cells: Sequence[Cell]


def without_notes(
    grid: Grid, columns: Sequence[Column], kinds: Kinds
) -> tuple[list[int], list[str]]:
    """Tell columns of levels from those of notes; ask of such as hold words and no level at all."""
    kept, left, words = [], [], []
    for column in columns:
        if 2 * kinds.some(column.cells, Kind.PROSE) > len(column.cells) or _is_of_needs(column):
            left.append(column.head.text or column.cells[0].text)
            continue
        kept.append(column.at)
        if column.head.text and _is_of_words(column.cells, kinds):
            words.append(column.head)
    if words and len(words) < len(kept):
        names = ", ".join(quoted(head.text) for head in words)
        message = f"holds no level; leave it out in a mapping file, ignore: [{names}]"
        raise FileProblems(
            grid.problem(head, f"the column {quoted(head.text)} {message}") for head in words
        )
    return kept, left


def _is_of_needs(column: Column) -> bool:
    """Whether a column says of each skill, by yes and no, whether it is mandatory."""
    meant = heading_meant(LIST, column.head.text)
    needs = meant is not None and meant[0] == "required"
    return needs and all(required(cell.text) is not None for cell in column.cells)


def _is_of_words(cells: Sequence[Cell], kinds: Kinds) -> bool:
    texts = {cell.text for cell in cells}
    return len(texts) > 1 and kinds.some(cells, Kind.WORDS, Kind.PROSE) == len(cells)
