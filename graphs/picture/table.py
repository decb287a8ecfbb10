"""Small tables of text: how large they come out, and their HTML-like markup for Graphviz."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .style import NORMAL
from .text import html_text, width_of

LEADING = 1.2  # from line to line, as Graphviz sets text
PADDING = 1  # points around each cell


@dataclass(frozen=True, slots=True)
class Cell:
    """Some lines of text.

    Parameters
    ----------
    lines : sequence of str
        Plain text.
    size : int
        Of the letters, in points.
    bold : bool
    align : str
        ``LEFT``, ``CENTER`` or ``RIGHT``.
    columns, rows : int
        How many of the table's it takes.
    """

    lines: Sequence[str]
    size: int = NORMAL
    bold: bool = False
    align: str = "LEFT"
    columns: int = 1
    rows: int = 1

    @property
    def width(self) -> float:
        """Width in points, rather over than under."""
        return max(width_of(line, self.size) for line in self.lines) + 2 * PADDING

    @property
    def height(self) -> float:
        """Height in points."""
        return len(self.lines) * self.size * LEADING + 2 * PADDING

    @property
    def markup(self) -> str:
        """The cell as Graphviz reads it."""
        place = f'ALIGN="{self.align}" BALIGN="{self.align}"'
        spans = f'COLSPAN="{self.columns}" ROWSPAN="{self.rows}"'
        lines = [html_text(line or " ") for line in self.lines]
        if not self.bold:
            text = f'<FONT POINT-SIZE="{self.size}">{"<BR/>".join(lines)}</FONT>'
        else:
            # Graphviz sets bold lines too close; as rows of a table they keep their distance.
            cell = f'<TR><TD {place} HEIGHT="{self.size * LEADING:.0f}">'
            font = f'<FONT POINT-SIZE="{self.size}"><B>'
            body = "".join(f"{cell}{font}{line}</B></FONT></TD></TR>" for line in lines)
            text = f'<TABLE BORDER="0" CELLSPACING="0" CELLPADDING="0">{body}</TABLE>'
        return f"<TD {place} {spans}>{text}</TD>"


@dataclass(frozen=True, slots=True)
class Label:
    """What is written in a box, and the room that it takes.

    Parameters
    ----------
    markup : str
        For Graphviz.
    width, height : float
        In points.
    """

    markup: str
    width: float
    height: float


def table(rows: Sequence[Sequence[Cell]], *, width: float = 0) -> Label:
    """Set cells in rows.

    Parameters
    ----------
    rows : sequence of sequence of Cell
        Cells that take several columns do not widen them.
    width : float
        Least width of the table, in points.

    Returns
    -------
    Label
    """
    count = max(sum(cell.columns for cell in row) for row in rows)
    columns = [0.0] * count
    for row in rows:
        # A row that lacks cells continues those that take several rows, at its left.
        number = count - sum(cell.columns for cell in row)
        for cell in row:
            if cell.columns == 1:
                columns[number] = max(columns[number], cell.width)
            number += cell.columns
    spanning = [cell.width for row in rows for cell in row if cell.columns > 1]
    full = max(sum(columns), width, *spanning)
    height = sum(max(cell.height for cell in row if cell.rows == 1) for row in rows)
    return Label(markup([[cell.markup for cell in row] for row in rows], width=full), full, height)


def markup(rows: Sequence[Sequence[str]], *, width: float = 0) -> str:
    """Put cells that are already written into a table.

    Parameters
    ----------
    rows : sequence of sequence of str
    width : float
        Least width of the table, in points.

    Returns
    -------
    str
    """
    body = "".join(f"<TR>{''.join(row)}</TR>" for row in rows)
    frame = f'ALIGN="LEFT" BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="{PADDING}"'
    return f'<<TABLE {frame} WIDTH="{width:.0f}">{body}</TABLE>>'
