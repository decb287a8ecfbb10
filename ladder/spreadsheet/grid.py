"""Cells in rows and columns, each with the place where a person finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeAlias

from ladder.errors import FileProblems, Problem, UnreadableFile

MOST_CELLS = 1_000_000

MOST_LAID_OUT = 1_000_000
"""Cells with those that are empty: a few far apart from one another make a huge table."""

MOST_FAULTS = 100
"""Faults that are told of a table."""

MOST_COLUMNS = 16_384
MOST_ROWS = 1_048_576
_FORMULA = tuple("=+-@＝＋－＠'\t\r\n")

Locate: TypeAlias = Callable[[int, int, str], Problem]
"""Makes a problem of a row, a column and a message."""


class Cell(NamedTuple):
    """A cell's text, without spaces around it, and its row and column in the file, from 0."""

    text: str
    row: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class CellProblem(Problem):
    """A fault in a cell of a workbook; ``file`` names the sheet, too.

    >>> print(CellProblem("skills.xlsx: Matrix", 7, 3, "no level 9"))
    skills.xlsx: Matrix!C7: no level 9
    """

    def __str__(self) -> str:
        return f"{self.file}!{column_letters(self.column - 1)}{self.line}: {self.message}"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table without blank rows or columns."""

    file: str
    """As the person named it; for a workbook followed by the sheet."""
    rows: list[list[Cell]]
    """All of them equally long."""
    locate: Locate
    faults: tuple[Problem, ...] = ()
    """Cells whose value is not known, which matter where the table is used."""
    spread: frozenset[tuple[int, int]] = frozenset()
    """Rows and columns of cells that only repeat the one that they are merged with."""
    hidden: tuple[str, ...] = ()
    """Rows and columns that a spreadsheet program does not show, in words: "column C"."""

    def problem(self, cell: Cell, message: str) -> Problem:
        """Point at a cell."""
        return self.locate(cell.row, cell.column, message)

    def check(self) -> None:
        """Refuse a table with faults."""
        if self.faults:
            raise FileProblems(self.faults[:MOST_FAULTS])

    def turned(self) -> Grid:
        """The same with rows for columns; every cell keeps its place."""
        columns = [list(column) for column in zip(*self.rows, strict=True)]
        return replace(self, rows=columns)


def make_grid(file: str, cells: Iterable[Cell], locate: Locate, most: int = MOST_LAID_OUT) -> Grid:
    """Lay out the cells that hold something, without blank rows and columns wherever they are."""
    texts = {(cell.row, cell.column): cell.text for cell in cells if cell.text}
    rows = sorted({row for row, _ in texts})
    columns = sorted({column for _, column in texts})
    if len(rows) * len(columns) > most:
        raise UnreadableFile(
            f"{file} has {len(rows):,} rows and {len(columns):,} columns with something in them, "
            f"too many; a table may have {most:,} cells"
        )
    return Grid(
        file,
        [[Cell(texts.get((row, column), ""), row, column) for column in columns] for row in rows],
        locate,
    )


def column_letters(column: int) -> str:
    """What spreadsheets call a column, counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26), column_letters(702)
    ('A', 'Z', 'AA', 'AAA')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def harmless(cell: object) -> object:
    """Keep a text from being taken for a formula.

    >>> harmless("=1+1"), harmless("'tis"), harmless("Roadmapping"), harmless(-1)
    ("'=1+1", "''tis", 'Roadmapping', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def as_meant(text: str) -> str:
    """Take the apostrophe off that `harmless` put before a text.

    >>> as_meant("'=1+1"), as_meant("''tis"), as_meant("'tis")
    ('=1+1', "'tis", "'tis")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text
