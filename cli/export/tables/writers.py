"""Reports as CSV for programs and as Markdown for people.

In CSV each head means the same in every row, so that several tables are one: its first column says
which part of the report a row is of. A text that a spreadsheet could take for a formula has an
apostrophe put before it, as in plans; notes stand on standard error. In Markdown no name is markup;
columns that say nothing are left out, and so are tables without rows.
"""

from __future__ import annotations

import csv
import os
from collections.abc import Iterable, Iterator
from io import StringIO

from cli.errors import Refused
from cli.export.markdown import plain
from cli.io import STDOUT, write
from cli.marked import is_markdown, write_into
from cli.output import remark
from ladder.spreadsheet.grid import harmless

from .report import Column, Report, Row, Table

PART, PACE = "part", "pace"
NOTHING = "There are none."


def give_report(report: Report, form: str, target: str | None = None) -> None:
    """Write a report to a file, if to any, and print it, if as a document.

    In UTF-8 everywhere, its line ends as they are; of CSV the notes go where no table is spoilt.
    """
    if target is not None:
        _write(report, target)
    if form == "markdown":
        write(STDOUT, report_markdown(report).encode())
    if form == "csv":
        write(STDOUT, report_csv(report).encode())
        for note in report.notes:
            remark(note)


def _write(report: Report, target: str) -> None:
    """Write a report to a file, and say so: CSV, or its place in a file of Markdown."""
    if is_markdown(target):
        write_into(target, report_markdown(report))
    else:
        text = report_csv(report).encode()
        _check_ours(target, text)
        write(target, text)
    remark(f"Written: {target}")


def _check_ours(target: str, text: bytes) -> None:
    """Refuse to replace a table with other columns, which somebody may have written by hand."""
    head = text[: text.index(b"\n") + 1]
    if os.path.isfile(target):
        with open(target, "rb") as file:
            if file.read(len(head)) not in (head, b""):
                raise Refused(f"{target} is there already, with other columns; name another file")


def report_csv(report: Report) -> str:
    """Write the tables as one."""
    several = len(report.tables) > 1
    heads = dict.fromkeys(
        head for table in report.tables for column in table.columns for head in column.heads
    )
    paced = {} if report.pace == "typical" else {PACE: report.pace}
    page = StringIO()
    writer = csv.DictWriter(page, [*([PART] if several else []), *heads, *paced], restval="")
    writer.writeheader()
    for table in report.tables:
        same = paced | ({PART: table.name} if several else {})
        for row in table.rows:
            writer.writerow(same | {head: harmless(cell) for head, cell in _values(table, row)})
    return page.getvalue()


def _values(table: Table, row: Row) -> Iterator[tuple[str, object]]:
    for column, value in zip(table.columns, row, strict=True):
        cells = column.values(value) if value is not None else [""] * len(column.heads)
        yield from zip(column.heads, cells, strict=True)


def report_markdown(report: Report, *, depth: int = 1) -> str:
    """Write each table under its title, and the notes below all of them.

    ``depth`` is that of the title among those of a document.
    """
    mark = "#" * depth
    paragraphs = [f"{mark} {plain(report.title)}"]
    for table in report.tables:
        if table.rows:
            paragraphs += [f"#{mark} {plain(table.title)}"] if table.title else []
            paragraphs.append(table_markdown(table))
    notes = report.notes or (() if any(table.rows for table in report.tables) else (NOTHING,))
    return "\n\n".join([*paragraphs, *map(plain, notes)]) + "\n"


def table_markdown(table: Table) -> str:
    """Write one table."""
    columns = [
        (column, cells)
        for place, column in enumerate(table.columns)
        if not {"", column.idle}.issuperset(
            cells := [_words(column, row[place]) for row in table.rows]
        )
    ]
    heads = [column.heading for column, _ in columns]
    rules = ["-:" if column.right else ":-" for column, _ in columns]
    rows = zip(*(cells for _, cells in columns), strict=True)
    return "\n".join([_line(heads), f"|{'|'.join(rules)}|", *map(_line, rows)])


def _words(column: Column, value: object) -> str:
    return column.words(value) if column.words and value is not None else ""


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
