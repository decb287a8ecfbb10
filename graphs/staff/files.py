"""Files with a row for each person, read and written by what their suffix says.

A path such as ``s3://bucket/staff.parquet`` goes through fsspec.
"""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from ladder import LadderError, UnreadableFile
from ladder.files import atomic
from ladder.files.encodings import decode_any
from ladder.files.text import read_bytes
from ladder.model import FrozenDict
from ladder.spreadsheet.grid import as_meant, harmless
from ladder.wording import listed, quoted

from .columns import NoSuchTable

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = {
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "xlsx": (".xlsx", ".xlsm"),
    "parquet": (".parquet", ".pq"),
    "json": (".jsonl", ".ndjson"),
}
"""Suffixes of files, by format."""

MOST_BYTES = 1_000_000_000
_DELIMITERS = {"csv": ",;\t|", "tsv": "\t"}
_CHUNK = 1 << 16
"""Rows that become columns at a time."""


@dataclass(frozen=True)
class Staff:
    """People in rows, and where those stand.

    ``lines`` are the lines of the file on which they begin, ``faults`` what is wrong with a row as
    a whole, by its place.
    """

    rows: pa.Table
    file: str = "the table"
    lines: Sequence[int] = ()
    faults: Mapping[int, str] = field(default_factory=FrozenDict)

    def where(self, place: int) -> str:
        """Say where a row stands."""
        return f"line {self.lines[place]:,}" if self.lines else f"row {place + 1:,}"

    def check_ids(self, heading: str | None) -> None:
        """Refuse two people with one id."""
        if heading is None:
            return
        import pyarrow.compute as pc

        counts = self.rows[heading].drop_null().value_counts()
        twice = [one["values"] for one in counts.filter(pc.greater(counts.field(1), 1)).to_pylist()]
        if twice:
            shown = listed([quoted(str(one)) for one in twice[:3]], "and")
            more = f" and {len(twice) - 3:,} more" if len(twice) > 3 else ""
            raise NoSuchTable(f"{self.file}: several people have the id {shown}{more}")


def read_people(staff: Any) -> Staff:
    """Read a file, or take what has the Arrow interface."""
    pa = _arrow()
    if isinstance(staff, Staff):
        return staff
    if isinstance(staff, str | os.PathLike):
        return _read(os.fspath(staff))
    return Staff(staff if isinstance(staff, pa.Table) else pa.table(staff))


def _read(path: str) -> Staff:
    form = _form(path)
    content = _content(path)
    if form in _DELIMITERS:
        text, _ = decode_any(content, path)
        return _of_text(text, path, _DELIMITERS[form])
    if form == "xlsx":
        return _of_workbook(content, path)
    return _of_arrow(content, path, form)


def _of_text(text: str, path: str, delimiters: str) -> Staff:
    pa = _arrow()
    head = text[: text.find("\n")]
    delimiter = max(delimiters, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        headings = [as_meant(cell.strip()) for cell in next(reader, [])]
        while headings and not headings[-1]:
            headings.pop()
        lines: list[int] = []
        faults: dict[int, str] = {}
        chunks: list[Any] = []
        schema = pa.schema([(name, pa.string()) for name in headings])
        rows = _rows(reader, len(headings), lines, faults)
        while chunk := list(islice(rows, _CHUNK)):
            columns = (map(_meant, column) for column in zip(*chunk, strict=True))
            chunks.append(pa.table([pa.array(one, pa.string()) for one in columns], schema=schema))
    except csv.Error as error:
        raise UnreadableFile(f"{path}:{reader.line_num}: {error}") from error
    if not headings:
        raise _empty(path)
    whole = pa.concat_tables(chunks) if chunks else schema.empty_table()
    return Staff(whole, path, lines, faults)


def _meant(cell: str) -> str | None:
    return as_meant(cell) or None


def _rows(reader: Any, width: int, lines: list[int], faults: dict[int, str]) -> Iterator[list[str]]:
    """Rows as wide as the headings; those that are not are told, and blank ones passed over."""
    before = reader.line_num
    for row in reader:
        line, before = before + 1, reader.line_num
        if not any(cell.strip() for cell in row):
            continue
        while len(row) > width and not row[-1].strip():
            row.pop()
        if len(row) != width:
            faults[len(lines)] = f"expected {width} cells, found {len(row)}"
        lines.append(line)
        yield [*row, *[""] * (width - len(row))][:width]


def _empty(path: str) -> UnreadableFile:
    return UnreadableFile(f"{path} is empty; expected a row of headings, and one for each person")


def _of_workbook(content: bytes, path: str) -> Staff:
    from ladder.spreadsheet.sources import read_tables

    pa = _arrow()
    sheets = [grid for grid in read_tables(content, path).tables.values() if grid.rows]
    if not sheets:
        raise _empty(path)
    grid = sheets[0]
    headings = [cell.text for cell in grid.rows[0]]
    columns = {
        name: pa.array([row[place].text or None for row in grid.rows[1:]], pa.string())
        for place, name in enumerate(headings)
        if name
    }
    return Staff(pa.table(columns), path, [row[0].row + 1 for row in grid.rows[1:]])


def _of_arrow(content: bytes, path: str, form: str) -> Staff:
    pa = _arrow()
    try:
        if form == "parquet":
            from pyarrow.parquet import read_table

            return Staff(read_table(pa.BufferReader(content)), path)
        from pyarrow.json import read_json

        return Staff(read_json(pa.BufferReader(content)), path)
    except pa.ArrowException as error:
        raise UnreadableFile(f"{path}: {str(error).splitlines()[0]}") from error


def check_table_target(path: str | os.PathLike[str]) -> None:
    """Refuse, before any work is done, what cannot be written to."""
    name = os.fspath(path)
    _form(name)
    if not _is_remote(name):
        atomic.check_target(name)


def write_people(table: pa.Table, path: str | os.PathLike[str]) -> None:
    """Write a table, whole or not at all."""
    name = os.fspath(path)
    form = _form(name)
    content = _WRITERS[form](table)
    if not _is_remote(name):
        atomic.write(name, content)
        return
    with _fsspec(name, "wb") as file:
        file.write(content)


def _text_of(table: pa.Table, delimiter: str) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(map(harmless, table.column_names))
    for batch in table.to_batches(max_chunksize=_CHUNK):
        columns = [[_cell(one) for one in column.to_pylist()] for column in batch.columns]
        writer.writerows(zip(*columns, strict=True))
    return text.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value)


def _csv_of(table: pa.Table) -> bytes:
    return _text_of(table, ",")


def _tsv_of(table: pa.Table) -> bytes:
    return _text_of(table, "\t")


def _parquet_of(table: pa.Table) -> bytes:
    from pyarrow.parquet import write_table

    sink = io.BytesIO()
    write_table(table, sink)
    return sink.getvalue()


def _json_of(table: pa.Table) -> bytes:
    import json

    rows = (row for batch in table.to_batches(max_chunksize=_CHUNK) for row in batch.to_pylist())
    return "".join(json.dumps(row, ensure_ascii=False, default=str) + "\n" for row in rows).encode()


def _xlsx_of(table: pa.Table) -> bytes:
    try:
        from openpyxl import Workbook
    except ImportError:
        raise LadderError(
            "writing XLSX needs the package openpyxl; install it with: "
            'pip install "career-ladder[xlsx]"'
        ) from None
    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    sheet.freeze_panes = "B2"
    sheet.append(table.column_names)
    for batch in table.to_batches(max_chunksize=_CHUNK):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            sheet.append([harmless(cell) for cell in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


_WRITERS = {
    "csv": _csv_of,
    "tsv": _tsv_of,
    "xlsx": _xlsx_of,
    "parquet": _parquet_of,
    "json": _json_of,
}


def _form(path: str) -> str:
    suffix = PurePath(path).suffix.lower()
    for form, suffixes in FORMATS.items():
        if suffix in suffixes:
            return form
    known = ", ".join(one for suffixes in FORMATS.values() for one in suffixes)
    raise LadderError(f"{path}: the suffix should say the format, one of {known}")


def _content(path: str) -> bytes:
    if not _is_remote(path):
        return read_bytes(path, MOST_BYTES)
    with _fsspec(path, "rb") as file:
        return bytes(file.read())


def _is_remote(path: str) -> bool:
    return "://" in path


def _fsspec(path: str, mode: str) -> Any:
    try:
        import fsspec
    except ImportError:
        raise LadderError(
            "remote paths need the package fsspec; install it with: "
            'pip install "career-ladder[cluster]"'
        ) from None
    return fsspec.open(path, mode)


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise LadderError(
            "tables of people need the package pyarrow; install it with: "
            'pip install "career-ladder[people]"'
        ) from None
    return pyarrow
