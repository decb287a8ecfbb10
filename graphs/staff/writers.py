"""Columns of Arrow as a file of a format, written piece by piece."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO

from ladder import LadderError
from ladder.spreadsheet.grid import MOST_ROWS, harmless

if TYPE_CHECKING:
    import pyarrow as pa

_CHUNK = 1 << 14
"""Rows that are Python's at a time."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})").fullmatch
"""A whole number that spreadsheet programs keep as it is."""


def _rows(table: pa.Table) -> Iterator[tuple[Any, ...]]:
    for begin in range(0, table.num_rows, _CHUNK):
        columns = (column.to_pylist() for column in table.slice(begin, _CHUNK).columns)
        yield from zip(*columns, strict=True)


def _write_text(table: pa.Table, file: BinaryIO, delimiter: str) -> None:
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=False)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(map(harmless, table.column_names))
    writer.writerows(map(_cell, row) for row in _rows(table))
    text.flush()
    text.detach()


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    return harmless(value)


def _write_csv(table: pa.Table, file: BinaryIO) -> None:
    _write_text(table, file, ",")


def _write_tsv(table: pa.Table, file: BinaryIO) -> None:
    _write_text(table, file, "\t")


def _write_parquet(table: pa.Table, file: BinaryIO) -> None:
    from pyarrow.parquet import write_table

    write_table(table, file)


def _write_json(table: pa.Table, file: BinaryIO) -> None:
    names = table.column_names
    for row in _rows(table):
        line = json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=str)
        file.write(f"{line}\n".encode())


def _write_xlsx(table: pa.Table, file: BinaryIO) -> None:
    try:
        from openpyxl import Workbook
    except ImportError:
        raise LadderError(
            "writing XLSX needs the package openpyxl; install it with: "
            'pip install "career-ladder[xlsx]"'
        ) from None
    if table.num_rows >= MOST_ROWS:
        raise LadderError(
            f"a workbook has at most {MOST_ROWS - 1:,} people; write .csv or .parquet"
        )
    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    sheet.freeze_panes = "B2"
    sheet.append([harmless(name) for name in table.column_names])
    as_numbers = [_are_numbers(column) for column in table.columns]
    for row in _rows(table):
        sheet.append(
            [
                int(cell) if number and cell is not None else _for_sheet(cell)
                for cell, number in zip(row, as_numbers, strict=True)
            ]
        )
    book.save(file)


def _are_numbers(column: pa.ChunkedArray) -> bool:
    """Whether a column of text, as which it was read, holds whole numbers alone."""
    import pyarrow as pa

    if column.type != pa.string() or column.null_count == len(column):
        return False
    return all(_NUMBER(text) for text in column.unique().to_pylist() if text is not None)


def _for_sheet(cell: Any) -> Any:
    """A cell as a workbook can hold it: without time zones, lists or control characters."""
    if isinstance(cell, str):
        from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

        return harmless(ILLEGAL_CHARACTERS_RE.sub(" ", cell))
    if getattr(cell, "tzinfo", None) is not None:
        return cell.isoformat()
    return json.dumps(cell, default=str) if isinstance(cell, list | dict | bytes) else cell


WRITERS: Mapping[str, Callable[[pa.Table, BinaryIO], None]] = {
    "csv": _write_csv,
    "tsv": _write_tsv,
    "xlsx": _write_xlsx,
    "parquet": _write_parquet,
    "json": _write_json,
}
"""By format."""
