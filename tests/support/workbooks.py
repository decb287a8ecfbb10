"""Workbooks as people make them in a spreadsheet program, by openpyxl."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

import openpyxl
from openpyxl.styles import Alignment, Font, PatternFill

from .dressings import Dressed, Share, Span
from .written import separated

Rows = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Dressed]) -> bytes:
    """A workbook with these sheets, headings in bold and merged cells in colour."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, page in sheets.items():
        sheet = book.create_sheet(name)
        for row, cells in enumerate(page.rows, start=1):
            for column, value in enumerate(cells, start=1):
                if value != "":
                    cell = sheet.cell(row, column, value)
                    cell.font = Font(bold=row < 4)
                    if isinstance(value, Share):
                        cell.number_format = "0%"
                    cell.alignment = Alignment(horizontal="center" if row < 4 else None)
        for span in page.merged:
            sheet.merge_cells(
                start_row=span.row + 1,
                start_column=span.column + 1,
                end_row=span.row + span.rows,
                end_column=span.column + span.columns,
            )
            sheet.cell(span.row + 1, span.column + 1).fill = PatternFill("solid", "DDE7F0")
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def text(rows: Rows) -> bytes:
    """The same rows as a spreadsheet program saves them in CSV."""
    return separated(",")(page(rows)).encode()


def page(rows: Rows, merged: Iterable[tuple[int, int, int, int]] = ()) -> Dressed:
    """A sheet with these rows."""
    return Dressed([list(row) for row in rows], [Span(*each) for each in merged])
