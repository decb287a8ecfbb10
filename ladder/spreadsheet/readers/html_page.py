"""The tables of a page in HTML; what they look like, and whatever else is there, is left alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from ladder.errors import UnreadableFile
from ladder.spreadsheet.grid import MOST_CELLS, Grid, column_letters

from .markup import MarkupTable, Place, named_grids

MOST_CHARACTERS = 2_000_000
MOST_TABLES = 1_000
_HEADING = re.compile("h[1-6]").fullmatch
_CELLS = ("td", "th")
_UNSEEN = ("script", "style", "template", "noscript")
_BREAKS = ("br", "p", "div", "li", "ul", "ol", "hr")


def read_html(text: str, file: str) -> Mapping[str, Grid]:
    """Read all tables of a page, by the headings above them."""
    if len(text) > MOST_CHARACTERS:
        raise UnreadableFile(
            f"{file} has more than {MOST_CHARACTERS:,} characters, too many for a page with tables"
        )
    reader = _Reader(file)
    # Python's parser looks for the end of such a section again and again where there is none.
    reader.feed(text[: text.rfind(">") + 1].replace("<![", "<! "))
    reader.close()
    reader.end_all()
    for state in reader.tables:
        _without_frame(state.table)
    return named_grids(file, (state.table for state in reader.tables))


def _without_frame(table: MarkupTable) -> None:
    """Take off the letters of columns and the numbers of rows that spreadsheet programs write."""
    letters = [text for (row, _), text in sorted(table.texts.items()) if row == 0 and text]
    numbers = [text for (row, at), text in sorted(table.texts.items()) if at == 0 and row and text]
    if len(letters) < 2 or letters != [column_letters(at) for at in range(len(letters))]:
        return
    if numbers == [str(number) for number in range(1, len(numbers) + 1)]:
        for row, column in [place for place in table.texts if 0 in place]:
            table.texts[row, column] = ""


@dataclass(slots=True)
class _Open:
    """A table that is being read."""

    table: MarkupTable
    row: int = -1
    column: int = 0
    span: tuple[int, int] = (1, 1)
    pieces: list[str] | None = None
    """Of the cell that is open."""
    place: Place = (1, 1)
    caption: list[str] | None = None


class _Reader(HTMLParser):
    """Goes through a page."""

    def __init__(self, file: str) -> None:
        super().__init__(convert_charrefs=True)
        self.file = file
        self.tables: list[_Open] = []
        self.open: list[_Open] = []
        self.heading = ""
        self.pieces: list[str] | None = None  # of the heading that is open
        self.unseen = 0
        self.cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open what a tag opens, and close what that closes."""
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "table":
            self._begin_table()
        elif _HEADING(tag) and not self.open:
            self.pieces = []
        elif self.open and tag == "tr":
            self._begin_row()
        elif self.open and tag in _CELLS:
            self._begin_cell(dict(attrs))
        elif self.open and tag == "caption":
            self.open[-1].caption = []
        elif tag in _BREAKS:
            self.handle_data(" ")
        elif tag in ("img", "input"):
            self.handle_data(_shown(tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        """Close what a tag closes."""
        if tag in _UNSEEN:
            self.unseen = max(self.unseen - 1, 0)
        elif tag == "table" and self.open:
            self._end_cell()
            self.open.pop()
        elif _HEADING(tag) and self.pieces is not None:
            self.heading, self.pieces = " ".join("".join(self.pieces).split()), None
        elif tag in (*_CELLS, "tr") and self.open:
            self._end_cell()
        elif tag == "caption" and self.open and (pieces := self.open[-1].caption) is not None:
            self.open[-1].table.name = " ".join("".join(pieces).split())
            self.open[-1].caption = None
        elif tag in _BREAKS:
            self.handle_data(" ")

    def handle_data(self, data: str) -> None:
        """Take text in where a cell or a heading is open."""
        if self.unseen:
            return
        top = self.open[-1] if self.open else None
        pieces = (top.pieces if top.caption is None else top.caption) if top else self.pieces
        if pieces is not None:
            pieces.append(data)

    def end_all(self) -> None:
        """Close what the page leaves open."""
        while self.open:
            self._end_cell()
            self.open.pop()

    def _begin_table(self) -> None:
        if len(self.tables) == MOST_TABLES:
            raise UnreadableFile(f"{self.file} has more than {MOST_TABLES:,} tables")
        self.open.append(_Open(MarkupTable(self.heading)))
        self.tables.append(self.open[-1])

    def _begin_row(self) -> None:
        self._end_cell()
        top = self.open[-1]
        top.row, top.column = top.row + 1, 0
        self._count(1)

    def _begin_cell(self, given: Mapping[str, str | None]) -> None:
        self._end_cell()
        top = self.open[-1]
        top.row = max(top.row, 0)
        while (top.row, top.column) in top.table.places:
            top.column += 1
        line, column = self.getpos()
        top.span = _span(given.get("rowspan")), _span(given.get("colspan"))
        top.pieces, top.place = [], (line, column + 1)

    def _end_cell(self) -> None:
        top = self.open[-1]
        if top.pieces is None:
            return
        text, top.pieces = "".join(top.pieces), None
        rows, columns = top.span
        self._count(rows * columns)
        for row in range(top.row, top.row + rows):
            for column in range(top.column, top.column + columns):
                top.table.put(row, column, text, top.place)
                if (row, column) != (top.row, top.column):
                    top.table.spread.add((row, column))
        top.column += columns

    def _count(self, cells: int) -> None:
        self.cells += cells
        if self.cells > MOST_CELLS:
            raise UnreadableFile(f"{self.file} has tables of more than {MOST_CELLS:,} cells")


def _span(text: str | None) -> int:
    """Over how many rows or columns a cell goes."""
    clean = (text or "").strip()
    return max(int(clean), 1) if clean.isascii() and clean.isdigit() and len(clean) < 7 else 1


def _shown(tag: str, given: Mapping[str, str | None]) -> str:
    """What stands for a picture or for a box to tick."""
    if tag == "img":
        return given.get("alt") or ""
    if (given.get("type") or "").lower() == "checkbox":
        return "☑" if "checked" in given else "☐"
    return ""
