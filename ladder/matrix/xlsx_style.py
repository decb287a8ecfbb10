"""How the sheets of a workbook look: quiet headings, and levels in shades that grey keeps apart."""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

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


def shade(level: int, levels: int) -> tuple[str, str]:
    """Choose the colours of a level's cell and of its text, darker the higher it is.

    Examples
    --------
    >>> shade(1, 4), shade(4, 4)
    (('E8F1F8', '1F2933'), ('2B6CA3', 'FFFFFF'))
    """
    part = (level - 1) / (levels - 1) if levels > 1 else 0.5
    red, green, blue = (
        round(light + part * (dark - light)) for light, dark in zip(LIGHTEST, DARKEST, strict=True)
    )
    bright = 0.299 * red + 0.587 * green + 0.114 * blue
    return f"{red:02X}{green:02X}{blue:02X}", "FFFFFF" if bright < 140 else INK


def style_heading(sheet: Worksheet, widths: Sequence[float], *, filtered: bool = True) -> None:
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


@dataclass(frozen=True, slots=True)
class Dress:
    """How a cell below the heading looks.

    Parameters
    ----------
    font : Font
    alignment : Alignment
    border : Border
    """

    font: Font
    alignment: Alignment
    border: Border


_LINE = Side(style="thin", color=LINE)
_BELOW = Border(bottom=_LINE)
_TEXT = Font(name=FONT, size=10, color=INK)
_STRONG = Font(name=FONT, size=10, bold=True, color=INK)

PLAIN = Dress(_TEXT, Alignment(vertical="top", wrap_text=True), _BELOW)
STRONG = Dress(_STRONG, Alignment(vertical="center", wrap_text=True), _BELOW)
LABEL = Dress(_STRONG, Alignment(vertical="top", wrap_text=True), _BELOW)
FACT = Dress(_TEXT, Alignment(vertical="center", wrap_text=True), _BELOW)
RANK = Dress(_TEXT, Alignment(horizontal="center", vertical="center"), _BELOW)
LEVEL = Dress(
    Font(name=FONT, size=9, color=INK),
    Alignment(horizontal="center", vertical="center"),
    Border(left=_LINE, right=_LINE, bottom=_LINE),
)


def style_body(sheet: Worksheet, dresses: Sequence[Dress]) -> None:
    """Dress the rows below the heading, each column in its way.

    Parameters
    ----------
    sheet : Worksheet
    dresses : sequence of Dress
        One for each column.
    """
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


def fit_heights(sheet: Worksheet, widths: Sequence[float]) -> None:
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


def print_on_pages(sheet: Worksheet, title: str, *, across: int = 1) -> None:
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


def shade_levels(sheet: Worksheet, area: str, levels: int) -> None:
    """Shade cells by the level that they name, as it is in the sheet Levels."""
    for level in range(1, levels + 1):
        fill, ink = shade(level, levels)
        look = DifferentialStyle(
            font=Font(color=ink), fill=PatternFill(bgColor=fill, fill_type="solid")
        )
        named = [f"Levels!$B${level + 1}"]
        rule = Rule(type="cellIs", operator="equal", formula=named, dxf=look)
        sheet.conditional_formatting.add(area, rule)


def offer(sheet: Worksheet, area: str, choices: str, what: str) -> None:
    """Offer a list of choices in cells, and refuse anything else.

    Parameters
    ----------
    sheet : Worksheet
    area : str
        The cells.
    choices : str
        A range of cells, or texts in quotes with commas between.
    what : str
        What is expected, for the message.
    """
    validation = DataValidation(type="list", formula1=choices, allow_blank=True)
    validation.errorTitle, validation.error = "Not in the list", f"Choose {what} from the list."
    validation.showErrorMessage = True
    validation.add(area)
    sheet.add_data_validation(validation)
