"""Tables in CSV or separated by tabs, read so that every fault can be pointed at."""

from __future__ import annotations

import csv
import io
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ladder.errors import FileProblems, Problem
from ladder.files.text import decode, line_and_column, read_bytes
from ladder.matching import Hints
from ladder.wording import quoted, some


@dataclass(frozen=True, slots=True)
class Dialect:
    """How cells are told apart."""

    name: str
    delimiter: str
    quotes: bool
    """Whether quotes may stand around a cell."""
    cell: re.Pattern[str]
    """Matches a cell with what ends it."""
    advice: str
    """What may be wrong with a row that has more or fewer cells than the header."""


def _quoted(name: str, delimiter: str, called: str) -> Dialect:
    """Dialect in which quotes may stand around a cell."""
    mark = re.escape(delimiter)
    cell = rf'("(?:[^"]|"")*"|[^"{mark}\r\n][^{mark}\r\n]*|)(?:{mark}|\r\n|\r|\n|$)'
    advice = f"a cell with a {called} or a line break in it needs quotes around it"
    return Dialect(name, delimiter, True, re.compile(cell), advice)


CSV = _quoted("CSV", ",", "comma")
SEMICOLONS = _quoted("CSV with semicolons", ";", "semicolon")
QUOTED_TABS = _quoted("CSV with tabs", "\t", "tab")
PIPES = _quoted("CSV with bars", "|", "bar")
TABS = Dialect(
    "a table separated by tabs",
    "\t",
    False,
    re.compile(r"[^\t\r\n]*(?:\t|\r\n|\r|\n|$)"),
    "a tab stands between two cells, and no cell can hold a tab or a line break",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: the text of each cell by its column, without spaces around it."""

    file: str
    line: int
    """On which the row begins, from 1."""
    raw: str
    """The row as it stands in the file."""
    cells: Mapping[str, str]
    dialect: Dialect

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def problem(self, column: str, message: str) -> Problem:
        """Point at a cell."""
        number = list(self.cells).index(column)
        return problem_at(self.dialect, self.file, self.line, self.raw, number, message)


def read_table(
    path: str | os.PathLike[str], columns: Sequence[str], dialect: Dialect = CSV
) -> tuple[list[Row], list[Problem]]:
    """Read a table whose first row names the columns."""
    file = os.fsdecode(path)
    content = read_bytes(file)
    try:
        text = decode(content, file)
    except FileProblems as error:
        return [], list(error.problems)
    records, problems = split_records(dialect, file, text)
    if not records:
        expected = ", ".join(columns)
        empty = Problem(file, 1, 1, f"the file is empty; expected a header row with {expected}")
        return [], problems or [empty]
    (line, raw, names), *body = records
    header = [name.strip() for name in names]
    faults = _header_problems(dialect, file, line, raw, header, columns)
    if faults:
        return [], problems + faults
    if not body and not problems:
        problems.append(Problem(file, line, 1, "there are no rows below the header"))
    rows = []
    for line, raw, cells in body:
        if len(cells) == len(header):
            trimmed = (cell.strip() for cell in cells)
            rows.append(Row(file, line, raw, dict(zip(header, trimmed, strict=True)), dialect))
        else:
            found = f"this row has {len(cells)} cells, expected {len(header)} as in the header"
            problems.append(Problem(file, line, 1, f"{found}; {dialect.advice}"))
    return rows, problems


def _header_problems(
    dialect: Dialect, file: str, line: int, raw: str, header: list[str], columns: Sequence[str]
) -> list[Problem]:
    problems = [
        problem_at(dialect, file, line, raw, number, f"a second column named {quoted(name)}")
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


def split_records(
    dialect: Dialect, file: str, text: str
) -> tuple[list[tuple[int, str, list[str]]], list[Problem]]:
    """Split a text into records that are not blank."""
    pulled: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            pulled.append(line)
            yield line

    records = []
    reader = csv.reader(
        lines(),
        delimiter=dialect.delimiter,
        quoting=csv.QUOTE_MINIMAL if dialect.quotes else csv.QUOTE_NONE,
        strict=True,
    )
    begins = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                records.append((begins, "".join(pulled), cells))
            pulled.clear()
            begins = reader.line_num + 1
    except csv.Error as error:
        what = _in_words(str(error))
        return records, [Problem(file, begins, 1, f"not readable as {dialect.name}: {what}")]
    return records, []


def _in_words(fault: str) -> str:
    """What Python's reader does not like, in plain words where it puts it badly."""
    if "unexpected end" in fault:
        return "a quoted cell that begins in this row is never closed"
    if "expected after" in fault:
        return "text follows the closing quotation mark of a cell; double a mark that is text"
    return fault


def problem_at(
    dialect: Dialect, file: str, line: int, raw: str, number: int, message: str
) -> Problem:
    """Point at a cell of a record."""
    start = [match.start() for match in dialect.cell.finditer(raw)][number]
    below, column = line_and_column(raw, start)
    return Problem(file, line + below - 1, column, message)
