"""A ladder as a workbook: a matrix to look at and to edit, and sheets that hold all the rest.

It looks plain: quiet headings, and levels in shades that grey keeps apart.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Any

from ladder.errors import LadderError, NotInstalled
from ladder.matching import to_id
from ladder.model import ANY, EXPECTED, Ladder
from ladder.wording import quoted

from .matrix import DEVELOPED, FACT_COLUMNS, Matrix, heading, matrix_of, shows, skill_headings
from .sheets import ALL_EXPECTED, COLUMNS, MATRIX, OPEN, Row, Value
from .tables import tables_of
from .xlsx_reader import escaped

try:
    from openpyxl import Workbook
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.properties import PageSetupProperties
    from openpyxl.worksheet.worksheet import Worksheet
except ImportError:  # pragma: no cover - tested in a process of its own
    raise NotInstalled("writing XLSX needs", "openpyxl", "xlsx") from None

INK = "1F2933"
HEAD = "24405E"
LINE = "D5DBE1"
LIGHTEST, DARKEST = (0xE8, 0xF1, 0xF8), (0x2B, 0x6C, 0xA3)

LAST_ROW = 5000
"""How far lists and shades reach below what there is, for rows that somebody adds."""

FONT = "Calibri"
A4 = 9

LINE_HEIGHT, MOST_HEIGHT = 13, 400
"""In points; Excel's rows are 409 high at most."""

WIDE = 12
"""Columns of skills that a page has room for."""

MOST_CHARACTERS = 32_767
"""In a cell, by the format; a longer text would be cut off without a word."""

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that the same ladder is the same bytes; ZIP knows none earlier."""

FACT_WIDTHS, SKILL_WIDTH = (30, 16, 22, 7, 11), 11.5

NO_LIMIT = 1e6
"""The width of a column that no row is made higher for."""

ABOUT_WIDTHS = (16, 100)

_ADDRESS = re.compile(r"https?://\S{1,2000}", re.IGNORECASE)
"""Of a page, and not longer than spreadsheet programs let a link be."""

UPRIGHT_FROM = 9
"""So many skills and more have their names upright."""

HOW = (
    f"Matrix: the level of each skill that a role expects, or, where its row says {DEVELOPED}, the "
    f"highest that being in the role gives. Change it there; gates that say {EXPECTED} change with "
    "it.\n"
    f"Growth: what roles develop, and after how many months; with {ALL_EXPECTED} in place of a "
    "skill, all that the role expects.\n"
    f"Transitions: From holds a role's id, several in a line each, or {ANY} for a move that is "
    f"open to all. Requires is {EXPECTED} (all that the role in To expects), {OPEN} (nothing), or "
    f"a skill's id and its level in each line; left empty, it is {EXPECTED}.\n"
    "Texts: what it means to hold a skill at a level. Levels: what a level means in general.\n"
    "Add a role, skill or activity in its own sheet first. Ids stay as they are: other sheets "
    "refer to them. Columns of your own are left out when the file is read.\n"
    "To use it: ladder import matrix FILE.xlsx -o ladder.yaml"
)
Done = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class _Dress:
    """How a cell below the heading looks."""

    font: Font
    alignment: Alignment
    border: Border


_LINE = Side(style="thin", color=LINE)
_BELOW = Border(bottom=_LINE)
_TEXT = Font(name=FONT, size=10, color=INK)
_STRONG = Font(name=FONT, size=10, bold=True, color=INK)
PLAIN = _Dress(_TEXT, Alignment(vertical="top", wrap_text=True), _BELOW)
STRONG = _Dress(_STRONG, Alignment(vertical="center", wrap_text=True), _BELOW)
LABEL = _Dress(_STRONG, Alignment(vertical="top", wrap_text=True), _BELOW)
FACT = _Dress(_TEXT, Alignment(vertical="center", wrap_text=True), _BELOW)
RANK = _Dress(_TEXT, Alignment(horizontal="center", vertical="center"), _BELOW)
LEVEL = _Dress(
    Font(name=FONT, size=9, color=INK),
    Alignment(horizontal="center", vertical="center"),
    Border(left=_LINE, right=_LINE, bottom=_LINE),
)


def matrix_xlsx(ladder: Ladder, done: Done = lambda done, total: None) -> bytes:
    """Write a ladder as an XLSX file that `import_matrix` makes the same ladder of.

    The bytes are the same for equal ladders whose mappings are in the same order.
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
    first.title = MATRIX
    _matrix(first, ladder, matrix, count)
    corners = {"Growth": "C2", "Transitions": "C2", "Texts": "C2", "Levels": "A2"}
    for name, columns in COLUMNS.items():
        sheet = book.create_sheet(name)
        _fill(sheet, [column.title for column in columns], count(tables[name]), name)
        _link(sheet, [column.title for column in columns])
        widths = [column.width for column in columns]
        _style_heading(sheet, widths)
        _style_body(sheet, [PLAIN] * len(columns))
        _fit_heights(sheet, widths)
        # The first that scrolls: below the heading, and right of what names a row.
        sheet.freeze_panes = corners.get(name, "B2")
        _print_on_pages(sheet, ladder.name)
    _about(book.create_sheet("About", 1), ladder, tables["About"])
    _lists(book, len(ladder.levels))
    for level in range(1, len(ladder.levels) + 1):
        cell = book["Levels"].cell(level + 1, 2)
        fill, ink = _shade(level, len(ladder.levels))
        cell.fill, cell.font = PatternFill("solid", fgColor=fill), Font(name=FONT, color=ink)
    book.properties.creator = "ladder"
    book.properties.title = escaped(ladder.name)[:200]
    content = io.BytesIO()
    book.save(content)
    return _same_bytes(content.getvalue())


def _matrix(
    sheet: Worksheet,
    ladder: Ladder,
    matrix: Matrix,
    count: Callable[[Iterable[Row]], Iterable[Row]],
) -> None:
    skills = list(skill_headings(ladder))
    rows = (
        (
            heading(role.name, to_id(role.name) or role.id),
            role.id,
            None if role.track is None else matrix.tracks[role.track],
            role.rank,
            shows(ladder.roles[role.id]),
            *(ladder.level_name(role.profile[key]) if key in role.profile else None
              for key in matrix.skills),
        )
        for role in matrix.roles
    )  # fmt: skip
    _fill(sheet, [*FACT_COLUMNS, *skills], count(rows), MATRIX)
    width = len(FACT_COLUMNS) + len(skills)
    _style_heading(sheet, [*FACT_WIDTHS, *[SKILL_WIDTH] * len(skills)])
    _style_body(sheet, [STRONG, FACT, FACT, RANK, FACT, *[LEVEL] * len(skills)])
    role, _, track, *others = FACT_WIDTHS
    _fit_heights(sheet, [role, NO_LIMIT, track, *others, *[NO_LIMIT] * len(skills)])
    upright = len(skills) >= UPRIGHT_FROM
    for cell in sheet[1][len(FACT_COLUMNS) :]:
        cell.alignment = Alignment(
            text_rotation=90 if upright else 0,
            horizontal="center",
            vertical="bottom" if upright else "center",
            wrap_text=True,
        )
    sheet.row_dimensions[1].height = 140 if upright else 48
    sheet.column_dimensions["B"].hidden = True
    sheet.freeze_panes = "F2"
    _print_on_pages(sheet, ladder.name, across=max(1, round(len(skills) / WIDE)))
    sheet.print_title_cols = "A:E"
    _offer(sheet, f"E2:E{LAST_ROW}", f'"{EXPECTED},{DEVELOPED}"', f"{EXPECTED} or {DEVELOPED}")
    if skills and ladder.levels:
        area = f"F2:{get_column_letter(width)}{max(LAST_ROW, sheet.max_row)}"
        _shade_levels(sheet, area, len(ladder.levels))
        _offer(sheet, area, f"Levels!$B$2:$B${len(ladder.levels) + 1}", "a level")


def _about(sheet: Worksheet, ladder: Ladder, rows: Sequence[Row]) -> None:
    _fill(sheet, ["What", "Value"], rows, "About")
    _style_heading(sheet, ABOUT_WIDTHS, filtered=False)
    _style_body(sheet, [LABEL, PLAIN])
    at = len(rows) + 3
    for number, text in ((1, "How to use it"), (2, HOW)):
        cell = sheet.cell(at, number, text)
        cell.alignment = Alignment(vertical="top", wrap_text=True)
        cell.font = Font(name=FONT, size=10, italic=True, color=INK)
    _fit_heights(sheet, ABOUT_WIDTHS)
    _print_on_pages(sheet, ladder.name)


def _lists(book: Workbook, levels: int) -> None:
    """Offer the ids that there are wherever one is expected, and the words that there may be."""
    sources = {"Track": "Tracks", "Skill": "Skills"} | dict.fromkeys(
        ("Role", "From", "To"), "Roles"
    )
    for name, columns in COLUMNS.items():
        for number, column in enumerate(columns, start=1):
            letter = get_column_letter(number)
            area = f"{letter}2:{letter}{LAST_ROW}"
            if column.title in sources:
                source = sources[column.title]
                free = column.kind == "roles" or (name, column.title) == ("Growth", "Skill")
                _offer(book[name], area, f"{source}!$A$2:$A${LAST_ROW}", "an id", free=free)
            elif column.title == "Level" and column.kind == "text" and name != "Levels" and levels:
                _offer(book[name], area, f"Levels!$B$2:$B${levels + 1}", "a level")
            elif column.title == "Confidence":
                _offer(book[name], area, '"good,fair,low"', "good, fair or low")
            elif column.kind == "flag":
                _offer(book[name], area, '"yes"', "yes, or leave it empty,")


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


def _link(sheet: Worksheet, titles: Sequence[str]) -> None:
    """Make addresses of pages lead there; what is read back of a cell is its text alone."""
    if "URL" not in titles:
        return
    column = titles.index("URL") + 1
    for row in range(2, sheet.max_row + 1):
        cell = sheet.cell(row, column)
        if _ADDRESS.fullmatch(str(cell.value)):
            cell.hyperlink = str(cell.value)


def _style_heading(sheet: Worksheet, widths: Sequence[float], *, filtered: bool = True) -> None:
    """Make the first row a heading that stays in sight, with a filter on each column."""
    side = Side(style="thin", color="FFFFFF")
    for number, width in enumerate(widths, start=1):
        cell = sheet.cell(1, number)
        cell.font = Font(name=FONT, size=11, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=HEAD)
        cell.alignment = Alignment(vertical="center", wrap_text=True)
        cell.border = Border(left=side, right=side)
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.row_dimensions[1].height = 24
    if filtered and sheet.max_row > 1:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(widths))}{sheet.max_row}"


def _style_body(sheet: Worksheet, dresses: Sequence[_Dress]) -> None:
    """_Dress the rows below the heading, each column in its way."""
    made: dict[tuple[bool, int], Any] = {}
    rows: Any = sheet.iter_rows(min_row=2, max_col=len(dresses))
    for row in rows:
        for cell, dress in zip(row, dresses, strict=True):
            # Setting a font looks it up among all others, which for 30,000 cells takes 20 s; so a
            # cell takes over the style of the first that was dressed like it.
            style = cell.quotePrefix, id(dress)
            if style in made:
                cell._style = copy(made[style])
            else:
                cell.font, cell.alignment, cell.border = dress.font, dress.alignment, dress.border
                made[style] = cell._style


def _fit_heights(sheet: Worksheet, widths: Sequence[float]) -> None:
    """Make each row below the heading as high as its longest text needs.

    Not every spreadsheet program does so by itself for a file that another program wrote.
    """
    rows = sheet.iter_rows(min_row=2, max_col=len(widths), values_only=True)
    for number, row in enumerate(rows, start=2):
        lines = max(
            sum(1 + int(0.95 * len(line) / width) for line in str(value or "").split("\n"))
            for value, width in zip(row, widths, strict=True)
        )
        sheet.row_dimensions[number].height = min(MOST_HEIGHT, 5 + LINE_HEIGHT * lines)


def _print_on_pages(sheet: Worksheet, title: str, *, across: int = 1) -> None:
    """Print on A4 turned sideways, with the heading and page numbers on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = across
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top = sheet.page_margins.bottom = 0.7
    name = title.replace("&", "&&")[:100]
    head, foot = sheet.oddHeader, sheet.oddFooter
    assert head is not None
    assert foot is not None
    head.left.text, head.right.text = name, "&A"
    foot.right.text = "&P / &N"


def _shade_levels(sheet: Worksheet, area: str, levels: int) -> None:
    """Shade cells by the level that they name, as it is in the sheet Levels."""
    for level in range(1, levels + 1):
        fill, ink = _shade(level, levels)
        look = DifferentialStyle(
            font=Font(color=ink), fill=PatternFill(bgColor=fill, fill_type="solid")
        )
        named = [f"Levels!$B${level + 1}"]
        rule = Rule(type="cellIs", operator="equal", formula=named, dxf=look)
        sheet.conditional_formatting.add(area, rule)


def _shade(level: int, levels: int) -> tuple[str, str]:
    """Choose the colours of a level's cell and of its text, darker the higher it is.

    >>> _shade(1, 4), _shade(4, 4)
    (('E8F1F8', '1F2933'), ('2B6CA3', 'FFFFFF'))
    """
    part = (level - 1) / (levels - 1) if levels > 1 else 0.5
    red, green, blue = (
        round(light + part * (dark - light)) for light, dark in zip(LIGHTEST, DARKEST, strict=True)
    )
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    return f"{red:02X}{green:02X}{blue:02X}", "FFFFFF" if bright < 140 else INK


def _offer(sheet: Worksheet, area: str, choices: str, what: str, *, free: bool = False) -> None:
    """Offer a list of choices in cells, and refuse anything else unless they are free."""
    validation = DataValidation(type="list", formula1=choices, allow_blank=True)
    validation.errorTitle, validation.error = "Not in the list", f"Choose {what} from the list."
    validation.showErrorMessage = not free
    validation.add(area)
    sheet.add_data_validation(validation)


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
