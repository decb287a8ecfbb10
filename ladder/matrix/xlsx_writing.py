"""A ladder as a workbook: a matrix to look at and to edit, and sheets that hold all the rest."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import chain

from ladder.errors import LadderError
from ladder.ids import to_id
from ladder.model import Ladder
from ladder.wording import quoted

from .contents import Matrix, matrix_of
from .csv_writing import FACTS
from .headings import heading, skill_headings
from .tables import COLUMNS, Row, Value, tables_of
from .xlsx_grid import escaped

try:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError:  # pragma: no cover - tested in a process of its own
    raise LadderError(
        "writing XLSX needs the package openpyxl; install it with: "
        'pip install "career-ladder[xlsx]"'
    ) from None

from .xlsx_style import (
    FACT,
    FONT,
    INK,
    LABEL,
    LAST_ROW,
    LEVEL,
    PLAIN,
    RANK,
    STRONG,
    WIDE,
    fit_heights,
    offer,
    print_on_pages,
    shade,
    shade_levels,
    style_body,
    style_heading,
)

MOST_CHARACTERS = 32_767
"""In a cell, by the format; a longer text would be cut off without a word."""

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that the same ladder is the same bytes; ZIP knows none earlier."""

FACT_WIDTHS, SKILL_WIDTH = (30, 16, 22, 7), 11.5
NO_LIMIT = 1e6
"""The width of a column that no row is made higher for."""

ABOUT_WIDTHS = (16, 100)
UPRIGHT_FROM = 9
"""So many skills and more have their names upright."""

HOW = (
    "The sheet Matrix shows the level of each skill that a role develops at most; change it there. "
    "Everything else is in the other sheets: months and lower levels in Growth, gates in "
    "Transitions (a skill's id and its level in each line). Add a role, skill or activity in its "
    "own sheet first; the matrix needs no row for it. Ids stay as they are: other sheets refer to "
    "them. Columns of your own are left out when the file is read. To use it: "
    "ladder import matrix FILE.xlsx -o ladder.yaml"
)

Done = Callable[[int, int], None]


def matrix_xlsx(ladder: Ladder, done: Done = lambda done, total: None) -> bytes:
    """Write a ladder as a workbook that ``ladder import matrix`` makes the same ladder of.

    Parameters
    ----------
    ladder : Ladder
    done : callable
        Told how many of how many rows are written.

    Returns
    -------
    bytes
        Of an XLSX file; the same for equal ladders whose mappings are in the same order.

    Raises
    ------
    LadderError
        If openpyxl is not installed, or a text is longer than a cell can hold.
    """
    tables = tables_of(ladder)
    matrix = matrix_of(ladder)
    total = len(matrix.roles) + sum(map(len, tables.values()))
    written = 0

    def count(rows: Iterable[Row]) -> Iterable[Row]:
        nonlocal written
        for row in rows:
            yield row
            written += 1
            done(written, total)

    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "Matrix"
    _matrix(first, ladder, matrix, count)
    for name, columns in COLUMNS.items():
        sheet = book.create_sheet(name)
        _fill(sheet, [column.title for column in columns], count(tables[name]), name)
        widths = [column.width for column in columns]
        style_heading(sheet, widths)
        style_body(sheet, [PLAIN] * len(columns))
        fit_heights(sheet, widths)
        sheet.freeze_panes = _corner(name)
        print_on_pages(sheet, ladder.name)
    _about(book.create_sheet("About", 1), ladder, tables["About"])
    _lists(book, len(ladder.levels))
    for level in range(1, len(ladder.levels) + 1):
        cell = book["Levels"].cell(level + 1, 2)
        fill, ink = shade(level, len(ladder.levels))
        cell.fill, cell.font = PatternFill("solid", fgColor=fill), Font(name=FONT, color=ink)
    book.properties.creator = "ladder"
    book.properties.title = escaped(ladder.name)[:200]
    content = io.BytesIO()
    book.save(content)
    return _same_bytes(content.getvalue())


def _corner(sheet: str) -> str:
    """Which cell is the first that scrolls: below the heading, and right of what names a row."""
    return {"Growth": "C2", "Transitions": "C2", "Levels": "A2"}.get(sheet, "B2")


def _matrix(
    sheet: Worksheet,
    ladder: Ladder,
    matrix: Matrix,
    count: Callable[[Iterable[Row]], Iterable[Row]],
) -> None:
    skills = list(skill_headings(ladder))
    rows = (
        (
            heading(role.name, to_id(role.name)),
            role.id,
            None if role.track is None else matrix.tracks[role.track],
            role.rank,
            *(ladder.level_name(role.profile[key]) if key in role.profile else None
              for key in matrix.skills),
        )
        for role in matrix.roles
    )  # fmt: skip
    _fill(sheet, [*FACTS, *skills], count(rows), "Matrix")
    width = len(FACTS) + len(skills)
    style_heading(sheet, [*FACT_WIDTHS, *[SKILL_WIDTH] * len(skills)])
    style_body(sheet, [STRONG, FACT, FACT, RANK, *[LEVEL] * len(skills)])
    role, _, track, rank = FACT_WIDTHS
    fit_heights(sheet, [role, NO_LIMIT, track, rank, *[NO_LIMIT] * len(skills)])
    upright = len(skills) >= UPRIGHT_FROM
    for cell in sheet[1][len(FACTS) :]:
        cell.alignment = Alignment(
            text_rotation=90 if upright else 0,
            horizontal="center",
            vertical="bottom" if upright else "center",
            wrap_text=True,
        )
    sheet.row_dimensions[1].height = 140 if upright else 48
    sheet.column_dimensions["B"].hidden = True
    sheet.freeze_panes = "E2"
    print_on_pages(sheet, ladder.name, across=max(1, round(len(skills) / WIDE)))
    sheet.print_title_cols = "A:D"
    if skills and ladder.levels:
        area = f"E2:{get_column_letter(width)}{max(LAST_ROW, sheet.max_row)}"
        shade_levels(sheet, area, len(ladder.levels))
        offer(sheet, area, f"Levels!$B$2:$B${len(ladder.levels) + 1}", "a level")


def _about(sheet: Worksheet, ladder: Ladder, rows: Sequence[Row]) -> None:
    _fill(sheet, ["What", "Value"], rows, "About")
    style_heading(sheet, ABOUT_WIDTHS, filtered=False)
    style_body(sheet, [LABEL, PLAIN])
    at = len(rows) + 3
    for number, text in ((1, "How to use it"), (2, HOW)):
        cell = sheet.cell(at, number, text)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.font = Font(name=FONT, size=10, italic=True, color=INK)
    fit_heights(sheet, ABOUT_WIDTHS)
    print_on_pages(sheet, ladder.name)


def _lists(book: Workbook, levels: int) -> None:
    """Offer the ids that there are wherever one is expected, and the words that there may be."""
    sources = {
        "Role": "Roles",
        "From": "Roles",
        "To": "Roles",
        "Track": "Tracks",
        "Skill": "Skills",
    }
    for name, columns in COLUMNS.items():
        for number, column in enumerate(columns, start=1):
            letter = get_column_letter(number)
            area = f"{letter}2:{letter}{LAST_ROW}"
            if column.title in sources:
                source = sources[column.title]
                offer(book[name], area, f"{source}!$A$2:$A${LAST_ROW}", "an id")
            elif (name, column.title) == ("Growth", "Level") and levels:
                offer(book[name], area, f"Levels!$B$2:$B${levels + 1}", "a level")
            elif column.title == "Confidence":
                offer(book[name], area, '"good,fair,low"', "good, fair or low")
            elif column.kind == "flag":
                offer(book[name], area, '"yes"', "yes, or leave it empty,")


def _fill(sheet: Worksheet, titles: Sequence[str], rows: Iterable[Row], name: str) -> None:
    for at, row in enumerate(chain([titles], rows), start=1):
        for number, value in enumerate(row, start=1):
            if value is not None and value != "":
                _put(sheet, at, number, value, name)


def _put(sheet: Worksheet, row: int, column: int, value: Value, name: str) -> None:
    """Write a cell: a number as one where nothing of it is lost, and a text never as a formula."""
    cell = sheet.cell(row, column)
    if isinstance(value, int | float) and float(format(value, ".15g")) == value:
        cell.value = value
        return
    text = escaped(str(value))
    if len(text) > MOST_CHARACTERS:
        place = f"{name}!{get_column_letter(column)}{row}"
        raise LadderError(
            f"{quoted(text)} is too long for {place}: a cell of a workbook holds "
            f"{MOST_CHARACTERS:,} characters at most, and this text has {len(text):,}"
        )
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))


def _same_bytes(content: bytes) -> bytes:
    """Take out the times of writing."""
    target = io.BytesIO()
    then = datetime(*BEGINNING[:3]).strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as copy:
        for info in source.infolist():
            part = source.read(info)
            if info.filename == "docProps/core.xml":
                part = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", then, part)
            plain = zipfile.ZipInfo(info.filename, BEGINNING)
            plain.compress_type = zipfile.ZIP_DEFLATED
            plain.external_attr = 0o644 << 16
            copy.writestr(plain, part)
    return target.getvalue()
