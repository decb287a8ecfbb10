"""What a file says of people, as columns of Arrow: of text, of a workbook, of Parquet and JSON.

What a file is is told by how it begins, as it may be called otherwise.
"""

from __future__ import annotations

import csv
import json
import re
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from ladder import UnreadableFile
from ladder.files.encodings import decode_any
from ladder.model import FrozenDict
from ladder.spreadsheet.grid import Grid, as_meant
from ladder.spreadsheet.readers.formats import ZIP, refuse_foreign
from ladder.spreadsheet.xlsx_reader import MOST_UNSOLVED, UNSOLVED, read_workbook

if TYPE_CHECKING:
    import pyarrow as pa

IsHeading = Callable[[str], bool]
"""Whether a text can only be the heading of the column with the roles."""

MOST_TIMES = 5
"""As large as a matrix a workbook may be, which is a million cells; more are CSV or Parquet."""

_PARQUET = b"PAR1"
_DELIMITERS = ",;\t|"
_SAID = re.compile(r"sep=([,;|\t])\r?\n", re.IGNORECASE)
"""A first line that is for spreadsheet programs."""

_END = "\ue000"
"""A character that no text has, for its end."""

_MOST_ABOVE = 20
"""Rows above the headings, with a title and the like."""

_CHUNK = 1 << 14
"""Rows that become columns at a time."""


@dataclass(frozen=True)
class Read:
    """People in rows.

    ``lines`` are the lines of the file on which they begin, ``faults`` what is wrong with a row as
    a whole, by its place.
    """

    rows: pa.Table
    lines: Sequence[int] = ()
    faults: Mapping[int, str] = field(default_factory=FrozenDict)


def read(content: bytes, path: str, form: str, is_heading: IsHeading) -> Read:
    """Read a file of a format, or of the one that it is really of."""
    if content.startswith(_PARQUET):
        return _of_parquet(content, path)
    refuse_foreign(content, path)
    if content.startswith(ZIP):
        return _of_workbook(content, path, is_heading)
    if form == "parquet":
        raise UnreadableFile(f"{path} is no Parquet file")
    text, _ = decode_any(content, path)
    del content
    if text.lstrip()[:1] == "<":
        raise UnreadableFile(f"{path} is a page or other markup; save its table as .csv or .xlsx")
    if form == "json":
        return _of_json(text, path)
    return _of_text(text, path, is_heading)


def _of_text(text: str, path: str, is_heading: IsHeading) -> Read:
    said = _SAID.match(text)
    if "\n" not in text:
        text = text.replace("\r", "\n")
    delimiter = said[1] if said else _delimiter(text, is_heading)
    reader = csv.reader(_closed(text), delimiter=delimiter)
    if said:
        next(reader)
    lines = array("q")
    faults: dict[int, str] = {}
    try:
        above = list(islice(_cells(reader), _MOST_ABOVE))
        start = _headings_at([cells for _, cells in above], is_heading)
        if start is None:
            raise _empty(path)
        headings = _named(above[start][1])
        rows = _as_wide(chain(above[start + 1 :], _cells(reader)), len(headings), lines, faults)
        return Read(_of_rows(headings, rows), lines, faults)
    except csv.Error as error:
        raise UnreadableFile(f"{path}: {error}") from error


def _lines(text: str) -> Iterator[str]:
    """Lines one by one: a file in memory would take four bytes for each character."""
    begin = 0
    while (end := text.find("\n", begin)) >= 0:
        yield text[begin : end + 1]
        begin = end + 1
    if begin < len(text):
        yield text[begin:]


def _closed(text: str) -> Iterator[str]:
    """Lines, and one that becomes a row of its own unless a quotation mark is still open then."""
    for line in _lines(text):
        yield line if line.endswith("\n") else f"{line}\n"
    yield _END


def _delimiter(text: str, is_heading: IsHeading) -> str:
    """What stands between the cells of the line with the headings, else of the first one."""
    first = [line for line in islice(_lines(text), _MOST_ABOVE) if line.strip()]
    for line in first:
        for delimiter in _DELIMITERS:
            cells = next(csv.reader([line], delimiter=delimiter), [])
            if len(cells) > 1 and any(is_heading(cell.strip()) for cell in cells):
                return delimiter
    return max(_DELIMITERS, key=first[0].count) if first else ","


def _cells(reader: Any) -> Iterator[tuple[int, list[str]]]:
    """Rows with the lines on which they begin, without blank ones."""
    before = reader.line_num
    for row in reader:
        line, before = before + 1, reader.line_num
        if row == [_END]:
            return
        if row and row[-1].endswith(_END):
            raise csv.Error(f"the quotation mark that opens a cell of line {line} is never closed")
        if any(cell.strip() for cell in row):
            yield line, row


def _headings_at(rows: Sequence[Sequence[str]], is_heading: IsHeading) -> int | None:
    """Find the row of the headings: the one that has the roles, else the first."""
    for place, cells in enumerate(rows):
        if any(is_heading(cell.strip()) for cell in cells):
            return place
    return 0 if rows else None


def _named(cells: Sequence[str]) -> list[str]:
    """Headings; a column without one goes by its number."""
    texts = [as_meant(cell.strip()) for cell in cells]
    return [text or f"column {place}" for place, text in enumerate(texts, 1)]


def _as_wide(
    rows: Iterator[tuple[int, list[str]]], width: int, lines: array[int], faults: dict[int, str]
) -> Iterator[list[str]]:
    """Rows as wide as the headings; those that are not are told."""
    for line, row in rows:
        while len(row) > width and not row[-1].strip():
            row.pop()
        if len(row) != width:
            faults[len(lines)] = f"expected {width} cells, found {len(row)}"
        lines.append(line)
        yield [*row, *[""] * (width - len(row))][:width]


def _of_rows(headings: Sequence[str], rows: Iterator[Sequence[str]]) -> pa.Table:
    """Rows of text as columns; those without a heading only where they have something."""
    import pyarrow as pa

    places = range(len(headings))
    chunks: list[list[Any]] = [[] for _ in places]
    while some := list(islice(rows, _CHUNK)):
        for place, column in enumerate(zip(*some, strict=True)):
            chunks[place].append(pa.array(map(_meant, column), pa.string()))
    columns = [pa.chunked_array(chunks[place], pa.string()) for place in places]
    kept = [
        place
        for place, name in enumerate(headings)
        if name != f"column {place + 1}" or columns[place].null_count < len(columns[place])
    ]
    names = [headings[place] for place in kept]
    return pa.Table.from_arrays([columns[place] for place in kept], names=names)


def _meant(cell: str) -> str | None:
    return as_meant(cell) or None


def _empty(path: str) -> UnreadableFile:
    return UnreadableFile(f"{path} is empty; expected a row of headings, and one for each person")


def _of_workbook(content: bytes, path: str, is_heading: IsHeading) -> Read:
    """Read the sheet that has the roles, else the first."""
    book = read_workbook(content, path, MOST_TIMES)
    shown = [name for name in book.sheets if name not in book.hidden]
    sheets = [book.sheets[name] for name in shown if book.sheets[name].rows]
    if not sheets:
        raise _empty(path)
    for grid in sheets:
        texts = [[cell.text for cell in row] for row in grid.rows[:_MOST_ABOVE]]
        start = _headings_at(texts, is_heading) or 0
        if any(map(is_heading, texts[start])):
            break
    else:
        grid, start = sheets[0], 0
    unsolved = _unsolved(grid)
    rows = (
        [UNSOLVED if (cell.row, cell.column) in unsolved else cell.text for cell in row]
        for row in grid.rows[start + 1 :]
    )
    headings = _named([cell.text for cell in grid.rows[start]])
    return Read(_of_rows(headings, rows), [row[0].row + 1 for row in grid.rows[start + 1 :]])


def _unsolved(grid: Grid) -> set[tuple[int, int]]:
    """Cells whose value is not known, which must not be taken for empty ones."""
    if len(grid.faults) == MOST_UNSOLVED:
        raise UnreadableFile(f"{grid.file} has {MOST_UNSOLVED} cells or more with {UNSOLVED}")
    return {(one.line - 1, one.column - 1) for one in grid.faults}


def _of_parquet(content: bytes, path: str) -> Read:
    import pyarrow as pa
    from pyarrow.parquet import read_table

    try:
        return Read(read_table(pa.BufferReader(content)))
    except (pa.ArrowException, OSError) as error:
        raise UnreadableFile(f"{path}: {str(error).splitlines()[0]}") from error


def _of_json(text: str, path: str) -> Read:
    """Read an object on each line; one that is none is told, and stops nothing."""
    lines = array("q")
    faults: dict[int, str] = {}
    rows = (
        _object(line, number, lines, faults)
        for number, line in enumerate(_lines(text), 1)
        if line.strip()
    )
    chunks = []
    while some := list(islice(rows, _CHUNK)):
        names = dict.fromkeys(name for one in some for name in one)
        chunks.append({name: _column([one.get(name) for one in some]) for name in names})
    if not lines:
        raise _empty(path)
    if len(faults) == len(lines):
        raise UnreadableFile(
            f"{path} has no JSON lines; expected an object for each person, a line each, such as "
            '{"id": 1, "role": "…"}'
        )
    return Read(_joined(chunks), lines, faults)


def _object(line: str, number: int, lines: array[int], faults: dict[int, str]) -> dict[str, Any]:
    lines.append(number)
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if isinstance(found, dict):
        return found
    faults[len(lines) - 1] = "expected a JSON object"
    return {}


def _column(values: list[Any]) -> Any:
    """Values as one column: as JSON writes them where they are of several kinds."""
    import pyarrow as pa

    try:
        return pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError):
        return pa.array([_said(one) for one in values], pa.string())


def _said(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, dict) and all(isinstance(one, int | str) for one in value.values()):
        return "; ".join(f"{name}={one}" for name, one in value.items())
    return json.dumps(value, ensure_ascii=False)


def _joined(chunks: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Chunks as one table; columns that differ in kind become text."""
    import pyarrow as pa

    names = dict.fromkeys(name for chunk in chunks for name in chunk)
    columns = {}
    for name in names:
        kinds = {chunk[name].type for chunk in chunks if name in chunk} - {pa.null()}
        kind = kinds.pop() if len(kinds) == 1 else pa.string() if kinds else pa.null()
        parts = []
        for chunk in chunks:
            length = len(next(iter(chunk.values()))) if chunk else 0
            part = chunk[name] if name in chunk else pa.nulls(length, kind)
            if part.type != kind:
                part = pa.array([_said(one) for one in part.to_pylist()], kind)
            parts.append(part)
        columns[name] = pa.chunked_array(parts, kind)
    return pa.table(columns)
