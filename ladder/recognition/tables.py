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


def headed(grid: Grid, mapping: MatrixMapping) -> Headed:
    """Take the first row in which two cells differ for the headings: a title has one text.

    Columns that the mapping file leaves out are not looked at.
    """
    for at, row in enumerate(grid.rows[:HEADS_TRIED]):
        if len({cell.text for cell in row if cell.text}) > 1:
            kept = [
                place for place, cell in enumerate(row) if fold(cell.text) not in mapping.ignore
            ]
            head, *body = ([line[place] for place in kept] for line in grid.rows[at:])
            return Headed(grid, head, body)
    return Headed(grid, grid.rows[0] if grid.rows else (), grid.rows[1:])


def is_meant(table: Headed, mapping: MatrixMapping) -> bool:
    """Whether a mapping file speaks of this table: it names its headings, or where roles go."""
    there = {fold(cell.text) for cell in table.head}
    named = mapping.headings.values()
    return all(text in there for text in named) if named else mapping.roles is not None


def kind_of(table: Headed, mapping: MatrixMapping) -> str | None:
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
    return _part_of_list(table.grid, mapping)


def _part_of_list(grid: Grid, mapping: MatrixMapping) -> str | None:
    """Whether a table is a list, or one of those that stand beside a list, in all its columns."""
    found = find_columns(grid, mapping)
    if found is None:
        return None
    if found.kind == LIST:
        return "list"
    return None if found.kind in (ROLES, SKILLS) and found.ignored else "beside a list"


def has_all(there: set[str], columns: Iterable[str]) -> bool:
    """Whether all columns are there, whatever their case and spaces."""
    return all(fold(column) in there for column in columns)
