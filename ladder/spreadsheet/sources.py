"""A file of any kind that holds tables, as tables with names.

What it is is told by what is in it, not by its name: a web page may be called .xls, and a table
with tabs .csv. What holds no tables that can be read is refused with what it is instead.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from ladder.errors import UnreadableFile
from ladder.files.encodings import decode_any
from ladder.model import FrozenDict

from .grid import Grid
from .readers.csv_text import read_csv
from .readers.formats import ZIP, refuse_foreign
from .readers.html_page import read_html
from .readers.markdown import looks_like_markdown, read_markdown
from .xlsx_reader import read_workbook

_MARKDOWN = (".md", ".markdown", ".mdown")
_HTML = re.compile(
    r"\s*+(?:<!--(?>.*?-->)\s*+)*+<(?:!doctype html|html|head|body|table|h[1-6]|meta|div)\b",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Source:
    """The tables of a file."""

    file: str
    """As the person named it."""
    tables: Mapping[str, Grid]
    """By name, in their order: the sheets of a workbook, the only table of a text by the name of
    the file, the tables of a page by the headings above them.
    """
    remarks: tuple[str, ...] = ()
    """What is worth knowing of how it was read, in sentences."""
    hidden: frozenset[str] = frozenset()
    """The tables that a spreadsheet program does not show."""


def read_tables(content: bytes, file: str) -> Source:
    r"""Read the tables of a file, or tell what the file is instead.

    >>> source = read_tables(b"Role;SQL\nAnalyst;2\n", "skills.csv")
    >>> [[cell.text for cell in row] for row in source.tables["skills.csv"].rows]
    [['Role', 'SQL'], ['Analyst', '2']]
    """
    refuse_foreign(content, file)
    if content.startswith(ZIP):
        book = read_workbook(content, file)
        return Source(file, book.sheets, hidden=book.hidden)
    text, encoding = decode_any(content, file)
    remarks = (f"{PurePath(file).name} was read as {encoding}.",) if encoding else ()
    return Source(file, _tables(text, file), remarks)


def _tables(text: str, file: str) -> Mapping[str, Grid]:
    path = PurePath(file)
    if _HTML.match(text):
        return _some(read_html(text, file), file, "<table>")
    if path.suffix.lower() in _MARKDOWN or looks_like_markdown(text):
        tables = read_markdown(text, file)
        if not tables and "<table" in text.lower():
            tables = read_html(text, file)
        return _some(tables, file, "| Skill | Junior |, with |---|---| below")
    return FrozenDict({path.name: read_csv(text, file)})


def _some(tables: Mapping[str, Grid], file: str, form: str) -> Mapping[str, Grid]:
    if not tables:
        raise UnreadableFile(f"{file} has no table in it; expected one such as {form}")
    return tables
