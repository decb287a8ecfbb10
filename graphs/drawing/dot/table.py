"""Text in boxes: as a table with fixed places, or centred; and its size.

Graphviz measures only plain English letters well. So what stands in a table stands at the left of
cells whose sizes are given, or is a number; and what is to be centred is a plain label, which is
drawn around its middle. Neither depends on how wide Graphviz believes a name to be.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .metrics import width_of
from .style import NORMAL
from .text import html_text

LEADING = 1.2  # from line to line, as Graphviz sets text
SIDE = 1.4  # of a badge, in times the letters' size
GAP = 2  # points between badges, and around them


@dataclass(frozen=True, slots=True)
class Label:
    """What is written in a box, as Graphviz reads it, and the room that it takes, in points."""

    markup: str
    width: float
    height: float
    size: int = NORMAL  # of the letters, where the markup does not say it


@dataclass(frozen=True, slots=True)
class Cell:
    """A line of plain text in letters of so many points, in one or more columns and rows."""

    text: str
    size: int = NORMAL
    bold: bool = False
    align: str = "LEFT"  # `RIGHT` and `CENTER` are for numbers, whose width Graphviz knows
    columns: int = 1
    rows: int = 1
    gap: int = 2  # points above it

    @property
    def width(self) -> int:
        """Width in points, rather over than under."""
        return math.ceil(width_of(self.text, self.size))

    @property
    def height(self) -> int:
        """Height in points."""
        return math.ceil(self.size * LEADING) + self.gap

    def markup(self, width: int, height: int) -> str:
        """The cell as Graphviz reads it, of a given size in points."""
        place = f'{self._aligned()} COLSPAN="{self.columns}" ROWSPAN="{self.rows}"'
        text = html_text(self.text or " ")
        text = f'<FONT POINT-SIZE="{self.size}">{f"<B>{text}</B>" if self.bold else text}</FONT>'
        return f'<TD FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}" {place}>{text}</TD>'

    def _aligned(self) -> str:
        # Graphviz counts each byte beyond ASCII as a space. A text that it believes to be wider
        # than its cell hangs over on both sides, unless its lines are aligned as well.
        lines = ' BALIGN="LEFT"' if self.align == "LEFT" and not self.text.isascii() else ""
        return f'ALIGN="{self.align}"{lines}'


class Badge(NamedTuple):
    """A letter in a small filled square, which says whose a box or a line is."""

    letter: str
    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Badges(Cell):
    """A cell with badges side by side, in place of a text."""

    badges: Sequence[Badge] = ()
    frame: str = "#ffffff"
    """Colour of the squares' frames, which set them off from a ground of their own colour."""

    @property
    def side(self) -> int:
        """Of a square, in points."""
        return round(SIDE * self.size)

    @property
    def width(self) -> int:
        """Width in points."""
        return len(self.badges) * (self.side + GAP) + 2 * GAP

    @property
    def height(self) -> int:
        """Height in points."""
        return self.side + 2 * GAP

    def markup(self, width: int, height: int) -> str:
        """The cell as Graphviz reads it, of a given size in points."""
        squares = "".join(map(self._square, self.badges))
        inner = (
            f'<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="{GAP}">'
            f"<TR>{squares}{filling(width - self.width)}</TR></TABLE>"
        )
        place = f'ALIGN="LEFT" COLSPAN="{self.columns}" ROWSPAN="{self.rows}"'
        return f'<TD WIDTH="{width}" HEIGHT="{height}" {place}>{inner}</TD>'

    def _square(self, badge: Badge) -> str:
        look = f'BORDER="1" COLOR="{self.frame}" BGCOLOR="{badge.ground}"'
        size = f'FIXEDSIZE="TRUE" WIDTH="{self.side}" HEIGHT="{self.side}"'
        letter = f'<FONT POINT-SIZE="{self.size}" COLOR="{badge.ink}">'
        return f"<TD {look} {size}>{letter}<B>{html_text(badge.letter)}</B></FONT></TD>"


def centred(lines: Sequence[str], size: int) -> Label:
    """Set lines around the middle of their box."""
    width = max(width_of(line, size) for line in lines)
    return Label(r"\n".join(map(html_text, lines)), width, len(lines) * size * LEADING, size)


def stacked(lines: Sequence[str], size: int, *, bold: bool = False, columns: int = 1) -> list[Cell]:
    """Cells for the lines of one text, close to one another."""
    return [
        Cell(line, size, bold, columns=columns, gap=0 if number else 2)
        for number, line in enumerate(lines)
    ]


def table(rows: Sequence[Sequence[Cell]], *, growing: int = 0) -> Label:
    """Set cells in rows; the column ``growing`` makes room for what goes over several."""
    starts = _starts(rows)
    columns = [0] * max(sum(cell.columns for cell in row) for row in rows)
    for row, start in zip(rows, starts, strict=True):
        for number, cell in enumerate(row, start):
            if cell.columns == 1:
                columns[number] = max(columns[number], cell.width)
    widest = max((cell.width for row in rows for cell in row if cell.columns > 1), default=0)
    columns[growing] += max(0, widest - sum(columns))
    heights = [max(cell.height for cell in row if cell.rows == 1) for row in rows]
    written = [
        [
            cell.markup(
                sum(columns[place : place + cell.columns]), sum(heights[line : line + cell.rows])
            )
            for place, cell in enumerate(row, starts[line])
        ]
        for line, row in enumerate(rows)
    ]
    width, height = sum(columns), sum(heights)
    return Label(markup(written, width=width, height=height), width, height)


def _starts(rows: Sequence[Sequence[Cell]]) -> list[int]:
    """The column that each row begins in: the second, below a cell of several rows at the left."""
    starts, covered = [], 0
    for row in rows:
        starts.append(1 if covered else 0)
        first = covered or row[0].rows
        covered = first - 1
    return starts


def markup(rows: Sequence[Sequence[str]], *, width: int = 0, height: int = 0) -> str:
    """Put cells that are already written into a table."""
    body = "".join(f"<TR>{''.join(row)}</TR>" for row in rows)
    frame = 'ALIGN="LEFT" BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"'
    if width:
        frame += f' FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"'
    return f"<<TABLE {frame}>{body}</TABLE>>"


def filling(width: float) -> str:
    """An empty cell for what is left of a row, which would be shared out among the others."""
    return f'<TD WIDTH="{max(width, 0)}"></TD>'
