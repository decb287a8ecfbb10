"""The rows of a list: which say something of a role, which of a skill of it, and which nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ladder.errors import Problem
from ladder.matching import fold
from ladder.spreadsheet.grid import MOST_ROWS, Cell, Grid
from ladder.spreadsheet.layout.sections import is_total
from ladder.spreadsheet.words import required
from ladder.wording import quoted

from .columns import Columns, Fields, is_note
from .faults import Faults, in_yaml

OF_ROLES = ("role", "id", "track", "rank", "grade")
OF_SKILLS = frozenset({"level", "required", "group", "text", "about"})

_folded = lru_cache(maxsize=100_000)(fold)  # the same few names stand in thousands of rows


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says: of a role, and mostly of one skill of it."""

    columns: Columns
    cells: list[Cell]
    fields: Fields

    def text(self, what: str) -> str:
        """The text of a cell, on one line; empty where there is none."""
        cell = self.fields.get(what)
        return " ".join(cell.text.split()) if cell else ""

    def key(self, what: str) -> str:
        """The text of a cell as it compares."""
        return _folded(self.text(what))

    def cell(self, what: str) -> Cell:
        """The cell that holds something, or that should."""
        return self.fields.get(what) or self.cells[self.columns.at.get(what, 0)]


def rows_of(columns: Columns, faults: Faults) -> tuple[list[Row], list[str]]:
    """Go through the rows that say something, and name what stands in the others."""
    rows, notes = [], []
    for cells, fields, says_nothing in _filled(columns):
        row = Row(columns, cells, fields)
        if says_nothing:
            notes.append(next(cell.text for cell in cells if cell.text))
        elif "role" not in fields:
            faults.add(columns.grid, row.cell("role"), "the role is missing in this row")
        elif "skill" not in fields and "skill" in columns.at and OF_SKILLS & fields.keys():
            faults.add(columns.grid, row.cell("skill"), "the skill is missing in this row")
        else:
            rows.append(row)
    return rows, notes


def _filled(columns: Columns) -> Iterator[tuple[list[Cell], Fields, bool]]:
    """Fill in what is written once, and tell rows that say nothing of any role."""
    role = columns.at["role"]
    once = _written_once([row[role].text for row in columns.body])
    end = _end(columns.body)
    above: Fields = {}
    for place, cells in enumerate(columns.body):
        fields = columns.fields(cells)
        lonely = is_note(cells)
        if once and "role" in fields:
            if columns.at.get("track", role) < role and "track" in above:
                fields.setdefault("track", above["track"])
            above = {what: fields[what] for what in OF_ROLES if what in fields}
            lonely = lonely and not _is_head_of(columns, place)
        elif lonely and (place >= end or is_total(next(cell.text for cell in cells if cell.text))):
            pass
        elif once and "skill" in fields and above:
            fields = above | fields
            lonely = False
        yield cells, fields, lonely or fields.keys().isdisjoint({"role", "skill", "level"})


def _end(body: Sequence[Sequence[Cell]]) -> int:
    """Where the rows end that say something, and footers may begin, after a blank row at least."""
    end = len(body)
    while end and is_note(body[end - 1]):
        end -= 1
        if end and body[end][0].row - body[end - 1][0].row > 1:
            return end
    return len(body)


def _written_once(texts: Sequence[str]) -> bool:
    """Whether what stands in a column holds for the empty cells below it, too.

    >>> _written_once(["Analyst", "", "Head"]), _written_once(["Analyst", "Analyst", ""])
    (True, False)
    """
    return "" in texts and not any(upper and upper == lower for upper, lower in pairwise(texts))


def _is_head_of(columns: Columns, place: int) -> bool:
    """Whether the row below has a skill of the role that stands alone in this one."""
    below = map(columns.fields, columns.body[place + 1 : place + 2])
    return any("role" not in fields and "skill" in fields for fields in below)


def expected_rows(rows: Sequence[Row], faults: Faults) -> list[Row]:
    """Leave out the skills that the list calls optional."""
    said = {id(row.columns): True for row in rows}
    for row in rows:
        said[id(row.columns)] &= not row.text("required") or required(row.text("required")) is True
    return [row for row in rows if _is_expected(row, said[id(row.columns)], faults)]


def _is_expected(row: Row, marks_only: bool, faults: Faults) -> bool:
    """Whether a row's skill is required; where only that is marked, all else is left empty."""
    if "skill" not in row.fields or "required" not in row.columns.at:
        return True
    text = row.text("required")
    if not text and marks_only:
        return False
    wanted = required(text) if text else None
    if wanted is None:
        head = row.columns.head[row.columns.at["required"]].text
        what = f"{quoted(text)} does" if text else "an empty cell does"
        message = (
            f"under {quoted(head)}, {what} not say whether the skill is required; write yes or no, "
            f"or leave the column out by a line in a mapping file: ignore: [{in_yaml(head)}]"
        )
        faults.add(row.columns.grid, row.cell("required"), message)
    return wanted is not False


def level_cells(rows: Sequence[Row]) -> tuple[Grid, list[Cell]]:
    """Put the levels of several tables into one, whose cells are told by the places they have."""
    grids = list({id(row.columns.grid): row.columns.grid for row in rows}.values())
    number = {id(grid): number for number, grid in enumerate(grids)}

    def locate(row: int, column: int, message: str) -> Problem:
        table, row = divmod(row, MOST_ROWS)
        return grids[table].locate(row, column, message)

    cells = []
    for row in rows:
        cell = row.cell("level")
        cells.append(cell._replace(row=cell.row + number[id(row.columns.grid)] * MOST_ROWS))
    return Grid(grids[0].file, [[cell] for cell in cells], locate), cells
