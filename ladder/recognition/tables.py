"""What kind a table is of, by its headings and by what stands below them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ladder.importers.ddat import ORDER_COLUMNS, ROLE_COLUMNS
from ladder.importers.onet_tables import CODE
from ladder.matching import fold
from ladder.spreadsheet.grid import Cell, Grid
from ladder.spreadsheet.lists.columns import find_columns
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.words import LIST, ROLES, SKILLS

HEADS_TRIED = 10
ESCO = ("concepturi", "occupationuri")
"""Headings that all tables of the European classification have one of, folded."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A table with the row of its headings."""

    grid: Grid
    head: Sequence[Cell]
    body: Sequence[Sequence[Cell]]

    def below(self, at: int) -> list[str]:
        """What stands in a column, without empty cells."""
        return [row[at].text for row in self.body if row[at].text]


def headed(grid: Grid) -> Headed:
    """Take the first row in which two cells differ for the headings: a title has one text."""
    for at, row in enumerate(grid.rows[:HEADS_TRIED]):
        if len({cell.text for cell in row if cell.text}) > 1:
            return Headed(grid, row, grid.rows[at + 1 :])
    return Headed(grid, grid.rows[0] if grid.rows else (), grid.rows[1:])


def kind_of(table: Headed) -> str | None:
    """Which kind of framework a table is of; None where that may be a matrix, or nothing."""
    there = {fold(cell.text) for cell in table.head}
    if has_all(there, ROLE_COLUMNS):
        return "ddat roles"
    if has_all(there, ORDER_COLUMNS):
        return "ddat order"
    if fold(CODE) in there:
        return "onet"
    if there.intersection(ESCO):
        return "esco"
    return _part_of_list(table.grid)


def _part_of_list(grid: Grid) -> str | None:
    """Whether a table is a list, or one of those that stand beside a list, in all its columns."""
    found = find_columns(grid, MatrixMapping())
    if found is None:
        return None
    if found.kind == LIST:
        return "list"
    return None if found.kind in (ROLES, SKILLS) and found.ignored else "beside a list"


def has_all(there: set[str], columns: Iterable[str]) -> bool:
    """Whether all columns are there, whatever their case and spaces."""
    return all(fold(column) in there for column in columns)
