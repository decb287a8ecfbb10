"""The sheets of a workbook as cells: values only, as they were when it was saved.

Read here and not by openpyxl: so no package is needed, merged cells are read in the same pass,
every text is kept exactly, and whatever else a workbook may carry is left alone. An XLSX file is a
ZIP archive of XML, whose parts are unpacked without trust.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import product

from ladder.errors import Problem, UnreadableFile

from .grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_LAID_OUT,
    MOST_ROWS,
    Cell,
    CellProblem,
    Grid,
    column_letters,
    make_grid,
)
from .number_formats import FIRST_DAY, FIRST_DAY_1904, NumberFormats, as_shown
from .readers.archive import Parts

UNSOLVED = "a formula without a value; open the file in a spreadsheet program and save it"
MOST_UNSOLVED = 100
_PLACE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})").fullmatch
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ODD = re.compile("_x(?=[0-9A-Fa-f]{4}_)")
_UNWRITABLE = re.compile("[\0-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Workbook:
    """The sheets that are tables, by name, in their order."""

    file: str
    sheets: Mapping[str, Grid]
    hidden: frozenset[str] = frozenset()
    """Sheets that a spreadsheet program does not show."""


def read_workbook(content: bytes, file: str, times: int = 1) -> Workbook:
    """Read the cells of all sheets, which may be so many times as large as a matrix."""
    parts = Parts(content, file, times)
    books = [part for kind, part in parts.targets("").values() if kind == "officeDocument"]
    if not books or not books[0].startswith("xl/"):
        raise UnreadableFile(f"{file} is no XLSX workbook; save it as .xlsx or .csv")
    targets = parts.targets(books[0])
    named: list[tuple[str, str]] = []
    unseen: set[str] = set()
    first_day = FIRST_DAY

    def start(element: str, attributes: Mapping[str, str]) -> None:
        nonlocal first_day
        if element == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            first_day = FIRST_DAY_1904
        if element == "sheet":
            reference = next((v for k, v in attributes.items() if k.endswith(" id")), "")
            kind, part = targets.get(reference, ("", ""))
            if kind == "worksheet":
                named.append((attributes.get("name", ""), part))
                if attributes.get("state", "visible") != "visible":
                    unseen.add(named[-1][0])

    parts.parse(books[0], start)
    strings = next((part for kind, part in targets.values() if kind == "sharedStrings"), None)
    shared = _shared_strings(parts, strings) if strings and parts.has(strings) else []
    styles = next((part for kind, part in targets.values() if kind == "styles"), None)
    formats = NumberFormats().read(parts.parse, styles) if styles and parts.has(styles) else []
    reading = _Sheets(parts, shared, formats, first_day)
    sheets = {name: reading.read(name, part) for name, part in named}
    return Workbook(file, sheets, frozenset(unseen))


def _shared_strings(parts: Parts, part: str) -> list[str]:
    strings: list[str] = []
    texts = _Texts()

    def end(element: str) -> None:
        texts.end(element)
        if element == "si":
            strings.append(texts.taken())
            if len(strings) > parts.times * MOST_CELLS:
                raise _too_many(parts.file, parts.times)

    parts.parse(part, texts.start, end, texts.text)
    return strings


def _too_many(file: str, times: int) -> UnreadableFile:
    most = f"{times * MOST_CELLS:,}"
    return UnreadableFile(f"{file} has more than {most} cells with something in them")


class _Texts:
    """Gathers the text of a cell from its runs, without how it is spoken in Japanese."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.inside = False
        self.spoken = False

    def start(self, element: str, _: Mapping[str, str]) -> None:
        self.spoken = self.spoken or element == "rPh"
        self.inside = element == "t" and not self.spoken

    def end(self, element: str) -> None:
        self.inside = False
        if element == "rPh":
            self.spoken = False

    def text(self, piece: str) -> None:
        if self.inside:
            self.pieces.append(piece)

    def taken(self) -> str:
        whole, self.pieces = "".join(self.pieces), []
        return unescaped(whole)


@dataclass(slots=True)
class _Sheets:
    """Reads sheet by sheet, and counts the cells of all."""

    parts: Parts
    shared: list[str]
    formats: list[str]
    first_day: datetime
    found: int = 0

    def read(self, name: str, part: str) -> Grid:
        file = f"{self.parts.file}: {name}"

        def locate(row: int, column: int, message: str) -> Problem:
            return CellProblem(file, row + 1, column + 1, message)

        left, times = self.parts.times * MOST_CELLS - self.found, self.parts.times
        sheet = _Sheet(self.parts.file, self.shared, self.formats, self.first_day, left, times)
        self.parts.parse(part, sheet.start, sheet.end, sheet.text)
        self.found += len(sheet.texts)
        unsolved = tuple(locate(row, column, UNSOLVED) for row, column in sheet.unsolved)
        grid = make_grid(file, sheet.cells(), locate, times * MOST_LAID_OUT)
        spread = frozenset(sheet.spread)
        hidden = tuple(sheet.hidden_words(grid))
        return replace(grid, faults=unsolved[:MOST_UNSOLVED], spread=spread, hidden=hidden)


@dataclass(slots=True)
class _Sheet:
    """Takes in the XML of a sheet."""

    file: str
    shared: list[str]
    formats: list[str]
    """Of each style the kind of its numbers."""
    first_day: datetime
    most: int
    times: int
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    unsolved: list[tuple[int, int]] = field(default_factory=list)
    spread: set[tuple[int, int]] = field(default_factory=set)
    """Cells that have their text from the one that they are merged with."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """Each the first and the last of a span."""
    at: tuple[int, int] = (-1, -1)
    kind: str = ""
    style: str = ""
    value: list[str] = field(default_factory=list)
    inline: _Texts = field(default_factory=_Texts)
    inside: bool = False
    formula: bool = False

    def start(self, element: str, attributes: Mapping[str, str]) -> None:
        if element == "row":
            self.at = _number(attributes.get("r"), self.at[0] + 2) - 1, -1
            if _is_hidden(attributes):
                self.hidden_rows.add(self.at[0])
        elif element == "col" and _is_hidden(attributes):
            first, last = (_number(attributes.get(end), 0) - 1 for end in ("min", "max"))
            self.hidden_columns.append((first, last))
        elif element == "c":
            self.at = _place(attributes.get("r", "")) or (self.at[0], self.at[1] + 1)
            self.kind = attributes.get("t", "n")
            self.style = attributes.get("s", "")
            self.value.clear()
            self.formula = False
        elif element == "f":
            self.formula = True
        elif element == "mergeCell":
            top, _, bottom = attributes.get("ref", "").partition(":")
            if (begin := _place(top)) and (end := _place(bottom)):
                self.merged.append((*begin, *end))
        self.inside = element == "v"
        self.inline.start(element, attributes)

    def text(self, piece: str) -> None:
        if self.inside:
            self.value.append(piece)
        self.inline.text(piece)

    def end(self, element: str) -> None:
        self.inside = False
        self.inline.end(element)
        if element != "c":
            return
        inline, value = self.inline.taken(), "".join(self.value)
        if self.formula and not value and self.kind != "str":
            self.unsolved.append(self.at)
        text = self.read(inline, value).strip()
        if not text or not (0 <= self.at[0] < MOST_ROWS and 0 <= self.at[1] < MOST_COLUMNS):
            return
        self.texts[self.at] = unicodedata.normalize("NFC", text)
        if len(self.texts) > self.most:
            raise _too_many(self.file, self.times)

    def read(self, inline: str, value: str) -> str:
        """Value of a cell as text: a whole number without a point."""
        if self.kind == "s":
            at = _number(value, -1)
            return self.shared[at] if 0 <= at < len(self.shared) else ""
        if self.kind == "inlineStr":
            return inline
        if self.kind == "b":
            return "true" if value.strip() == "1" else "false"
        if self.kind != "n":
            return unescaped(value)
        style = _number(self.style, -1)
        shown = self.formats[style] if 0 <= style < len(self.formats) else ""
        return as_shown(_plain_number(value), shown, self.first_day)

    def hidden_words(self, grid: Grid) -> Iterator[str]:
        """Name the columns and the rows with something in them that are not shown."""
        columns = [cell.column for cell in grid.rows[0]] if grid.rows else []
        for column in columns:
            if any(first <= column <= last for first, last in self.hidden_columns):
                yield f"column {column_letters(column)}"
        for row in grid.rows:
            if row[0].row in self.hidden_rows:
                yield f"row {row[0].row + 1}"

    def cells(self) -> Iterator[Cell]:
        """All cells; a value that several are merged into one for counts for each of them."""
        rows = sorted({row for row, _ in self.texts})
        columns = sorted({column for _, column in self.texts})
        texts, covered = dict(self.texts), 0
        for top, left, bottom, right in self.merged:
            if text := self.texts.get((top, left)):
                down = rows[bisect_left(rows, top) : bisect_right(rows, bottom)]
                along = columns[bisect_left(columns, left) : bisect_right(columns, right)]
                covered += len(down) * len(along)
                if covered > self.times * MOST_CELLS:
                    raise _too_many(self.file, self.times)
                filled = set(product(down, along))
                self.spread |= filled - {(top, left)}
                texts |= dict.fromkeys(filled, text)
        return (Cell(text, row, column) for (row, column), text in texts.items())


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return attributes.get("hidden") in ("1", "true")


def _place(text: str) -> tuple[int, int] | None:
    """Row and column, from 0, of a place such as C7."""
    found = _PLACE(text.upper())
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1


def _number(text: str | None, otherwise: int) -> int:
    clean = (text or "").strip()
    return int(clean) if clean.isascii() and clean.isdigit() and len(clean) < 9 else otherwise


def _plain_number(text: str) -> str:
    """Write 3.0 as 3; what is no number, as it is."""
    clean = text.strip()
    if not re.fullmatch(r"[-+]?[0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]{1,3})?", clean):
        return clean
    number = float(clean)
    return str(int(number)) if abs(number) < 1e15 and number == int(number) else repr(number)


def escaped(text: str) -> str:
    r"""Write a text so that a spreadsheet program gives it back, line ends and all.

    >>> escaped("one\rtwo"), escaped("_x000D_")
    ('one_x000D_two', '_x005F_x000D_')
    """
    return _UNWRITABLE.sub(lambda odd: f"_x{ord(odd[0]):04X}_", _ODD.sub("_x005F_x", text))


def unescaped(text: str) -> str:
    r"""Read a text as `escaped` writes it.

    >>> unescaped("one_x000D_two"), unescaped("_x005F_x000D_")
    ('one\rtwo', '_x000D_')
    """
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
