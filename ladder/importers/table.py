"""Tables in CSV, read so that every fault can be pointed at."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ladder.errors import FileProblems, Problem
from ladder.nearest import Hints
from ladder.text import decode, line_and_column, read_bytes
from ladder.wording import quoted, some

CELL = re.compile(r'("(?:[^"]|"")*"|[^",\r\n][^,\r\n]*|)(?:,|\r\n|\r|\n|$)')


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    file : str
        The file as the person named it.
    line : int
        The line on which the row begins, from 1.
    raw : str
        The row as it stands in the file.
    cells : mapping of str to str
        From column to the cell's text, without spaces around it.
    """

    file: str
    line: int
    raw: str
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def problem(self, column: str, message: str) -> Problem:
        """Point at a cell.

        Parameters
        ----------
        column : str
            Name of the cell's column.
        message : str
            What is wrong with the cell.

        Returns
        -------
        Problem
        """
        return _problem_at(self.file, self.line, self.raw, list(self.cells).index(column), message)


def read_table(
    path: str | os.PathLike[str], columns: Sequence[str]
) -> tuple[list[Row], list[Problem]]:
    """Read a table whose first row names the columns.

    Parameters
    ----------
    path : str or os.PathLike
        The CSV file, in UTF-8.
    columns : sequence of str
        The columns that it must have; others are read as well.

    Returns
    -------
    rows : list of Row
        Without blank rows; empty where the header is at fault.
    problems : list of Problem
        Everything that is wrong with the table as a table.

    Raises
    ------
    UnreadableFile
        If the file cannot be opened, or is no text.
    """
    file = os.fsdecode(path)
    content = read_bytes(file)
    try:
        text = decode(content, file)
    except FileProblems as error:
        return [], list(error.problems)
    records, problems = _split(file, text)
    if not records:
        expected = ", ".join(columns)
        empty = Problem(file, 1, 1, f"the file is empty; expected a header row with {expected}")
        return [], problems or [empty]
    (line, raw, names), *body = records
    header = [name.strip() for name in names]
    faults = _header_problems(file, line, raw, header, columns)
    if faults:
        return [], problems + faults
    if not body and not problems:
        problems.append(Problem(file, line, 1, "there are no rows below the header"))
    rows = []
    for line, raw, cells in body:
        if len(cells) == len(header):
            trimmed = (cell.strip() for cell in cells)
            rows.append(Row(file, line, raw, dict(zip(header, trimmed, strict=True))))
        else:
            problems.append(Problem(file, line, 1, _wrong_width(len(cells), len(header))))
    return rows, problems


def _split(file: str, text: str) -> tuple[list[tuple[int, str, list[str]]], list[Problem]]:
    """Split a text into records: the line where each begins, its raw text, its cells."""
    pulled: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            pulled.append(line)
            yield line

    records = []
    reader = csv.reader(lines(), strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                records.append((begins, "".join(pulled), cells))
            pulled.clear()
            begins = reader.line_num + 1
    except csv.Error as error:
        unclosed = "unexpected end" in str(error)
        what = "a quoted cell that begins in this row is never closed" if unclosed else str(error)
        return records, [Problem(file, begins, 1, f"not readable as CSV: {what}")]
    return records, []


def _header_problems(
    file: str, line: int, raw: str, header: list[str], columns: Sequence[str]
) -> list[Problem]:
    problems = [
        _problem_at(file, line, raw, number, f"a second column named {quoted(name)}")
        for number, name in enumerate(header)
        if name in header[:number]
    ]
    hints = Hints()
    for name in columns:
        if name not in header:
            found = some([quoted(other) for other in header])
            what = f"no column {quoted(name)}; the columns are {found}{hints.hint(name, header)}"
            problems.append(Problem(file, line, 1, what))
    return problems


def _wrong_width(found: int, expected: int) -> str:
    return (
        f"this row has {found} cells, expected {expected} as in the header; "
        "a cell with a comma or a line break in it needs quotes around it"
    )


def _problem_at(file: str, line: int, raw: str, number: int, message: str) -> Problem:
    start = [match.start() for match in CELL.finditer(raw)][number]
    below, column = line_and_column(raw, start)
    return Problem(file, line + below - 1, column, message)
