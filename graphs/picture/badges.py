"""Small filled squares with a letter in each, which say whose a box or a line is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from .table import Cell
from .text import html_text

SIDE = 1.4  # of a square, in times the letters' size
GAP = 2  # points between squares, and around them


class Badge(NamedTuple):
    """A letter, and the colours of its square and of itself."""

    letter: str
    ground: str
    ink: str


@dataclass(frozen=True, slots=True)
class Badges(Cell):
    """A cell with badges side by side.

    Parameters
    ----------
    badges : sequence of Badge
    frame : str
        Colour of the squares' frames, which set them off from a ground of their own colour.
    **rest
        As for ``Cell``; the text is left empty.
    """

    badges: Sequence[Badge] = ()
    frame: str = "#ffffff"

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
        # What is left of the row, which would be shared out among the squares otherwise.
        rest = f'<TD WIDTH="{max(width - self.width, 0)}"></TD>'
        inner = (
            f'<TABLE BORDER="0" CELLBORDER="0" CELLPADDING="0" CELLSPACING="{GAP}">'
            f"<TR>{squares}{rest}</TR></TABLE>"
        )
        place = f'ALIGN="LEFT" COLSPAN="{self.columns}" ROWSPAN="{self.rows}"'
        return f'<TD WIDTH="{width}" HEIGHT="{height}" {place}>{inner}</TD>'

    def _square(self, badge: Badge) -> str:
        look = f'BORDER="1" COLOR="{self.frame}" BGCOLOR="{badge.ground}"'
        size = f'FIXEDSIZE="TRUE" WIDTH="{self.side}" HEIGHT="{self.side}"'
        letter = f'<FONT POINT-SIZE="{self.size}" COLOR="{badge.ink}">'
        return f"<TD {look} {size}>{letter}<B>{html_text(badge.letter)}</B></FONT></TD>"
