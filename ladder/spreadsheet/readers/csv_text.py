"""The cells of a text file, whichever character stands between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from ladder.errors import FileProblems, Problem
from ladder.importers.tables import (
    CSV,
    PIPES,
    QUOTED_TABS,
    SEMICOLONS,
    Dialect,
    problem_at,
    split_records,
)
from ladder.spreadsheet.grid import MOST_CELLS, Cell, Grid, as_meant, make_grid

DIALECTS = (CSV, SEMICOLONS, QUOTED_TABS, PIPES)
LINES_TRIED = 30
_RULES = re.compile(r"^[ \t|]*+[-+=][-+=| \t]*+$", re.MULTILINE)
"""Lines between rows, as databases and editors of text draw them."""

_SAID = re.compile(r"sep=([,;|\t])\r?\n", re.IGNORECASE)


def read_csv(text: str, file: str) -> Grid:
    """Read the cells of a text."""
    said = _SAID.match(text)
    dialect = _find_dialect(text)
    if said:  # a line for spreadsheets alone, which stays, so that the others keep their numbers
        text = f"\n{text[said.end() :]}"
    if dialect is PIPES:
        text = _RULES.sub(lambda rule: " " * len(rule.group()), text)
    records, problems = split_records(dialect, file, text)
    if problems:
        raise FileProblems(problems)
    if sum(len(cells) for _, _, cells in records) > MOST_CELLS:
        raise FileProblems([Problem(file, 1, 1, f"the file has more than {MOST_CELLS:,} cells")])

    rows = _rows(records)

    def locate(row: int, column: int, message: str) -> Problem:
        if not records:
            return Problem(file, 1, 1, message)
        line, raw, cells = records[bisect_right(rows, row) - 1]
        number = min(column, len(cells) - 1)  # a short row ends before the cell
        return problem_at(dialect, file, line, raw, number, message)

    cells = (
        Cell(as_meant(cell.strip()), row, column)
        for row, (_, _, record) in zip(rows, records, strict=True)
        for column, cell in enumerate(record)
    )
    return make_grid(file, cells, locate)


def _rows(records: Sequence[tuple[int, str, list[str]]]) -> list[int]:
    """Number the records; where blank lines stand between, a number is left out."""
    rows: list[int] = []
    end = 0
    for line, raw, _ in records:
        rows.append((rows[-1] if rows else -1) + (1 if line == end + 1 or not rows else 2))
        end = line + raw.rstrip("\r\n").count("\n")
    return rows


def _find_dialect(text: str) -> Dialect:
    r"""What stands between the cells: what splits the first lines most evenly, else commas.

    >>> _find_dialect("Role;Communication, written\nAnalyst;2\n").name
    'CSV with semicolons'
    """
    if said := _SAID.match(text):
        return next(dialect for dialect in DIALECTS if dialect.delimiter == said[1])
    return max(DIALECTS, key=lambda dialect: _evenness(dialect, text))


def _evenness(dialect: Dialect, text: str) -> tuple[int, int]:
    """How many records have the commonest number of cells, and that number; one cell is none."""
    start = "".join(islice(text.splitlines(keepends=True), LINES_TRIED))
    records, _ = split_records(dialect, "", start)
    numbers = Counter(len(cells) for _, _, cells in records if len(cells) > 1)
    return max(((often, cells) for cells, often in numbers.items()), default=(0, 0))
