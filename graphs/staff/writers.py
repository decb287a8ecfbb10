"""Columns of Arrow as a file of a format, written piece by piece."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, BinaryIO

from ladder import LadderError
from ladder.errors import NotInstalled
from ladder.spreadsheet.grid import MOST_ROWS, harmless

if TYPE_CHECKING:
    import pyarrow as pa

_CHUNK = 1 << 14
"""Rows that are Python's at a time."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,14})").fullmatch
"""A whole number that spreadsheet programs keep as it is."""

_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]{0,8})\.[0-9]{1,6}").fullmatch

_MEASURED, _WIDEST = 200, 50
"""Cells by which the width of a column in a workbook is told, and the most characters of it."""


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
        from openpyxl.utils import get_column_letter
    except ImportError:
        raise NotInstalled("writing XLSX needs", "openpyxl", "xlsx") from None
    if table.num_rows >= MOST_ROWS:
        raise LadderError(
            f"a workbook has at most {MOST_ROWS - 1:,} people; write .csv or .parquet"
        )
    book = Workbook(write_only=True)
    sheet = book.create_sheet("People")
    sheet.freeze_panes = "B2"
    for place, column in enumerate(table.columns, 1):
        name = table.column_names[place - 1]
        sheet.column_dimensions[get_column_letter(place)].width = _width(name, column)
    sheet.append([_heading(sheet, name) for name in table.column_names])
    meant = [_meant(column) for column in table.columns]
    for row in _rows(table):
        sheet.append(
            [
                mean(cell) if mean and cell is not None else _for_sheet(cell)
                for cell, mean in zip(row, meant, strict=True)
            ]
        )
    book.save(file)


def _heading(sheet: Any, name: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, str(harmless(name)))
    cell.font = Font(bold=True)
    return cell


def _width(name: str, column: pa.ChunkedArray) -> int:
    """Characters that a column is wide: as its first cells are, within limits."""
    cells = ("" if cell is None else str(cell) for cell in column.slice(0, _MEASURED).to_pylist())
    return min(max(8, len(name), *map(len, cells)), _WIDEST) + 2


def _meant(column: pa.ChunkedArray) -> Callable[[str], Any] | None:
    """What the texts of a column are all, as which numbers and dates of a file were read."""
    import pyarrow as pa

    if column.type != pa.string() or column.null_count == len(column):
        return None
    texts = [text for text in column.unique().to_pylist() if text is not None]
    for fits, kind in ((_NUMBER, int), (_is_decimal, float), (_is_day, date.fromisoformat)):
        if all(map(fits, texts)):
            return kind
    return None


def _is_decimal(text: str) -> bool:
    """Whether a text is a number that stays as it is written."""
    return bool(_NUMBER(text) or (_DECIMAL(text) and repr(float(text)) == text))


def _is_day(text: str) -> bool:
    try:
        return len(text) == 10 and date.fromisoformat(text).year >= 1900
    except ValueError:
        return False


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
