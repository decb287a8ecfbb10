"""What stands above every picture: what it is, what it says, how to read it."""

from __future__ import annotations

from collections.abc import Sequence

from .key import LEGEND, key_rows
from .style import NOTE, SUBTITLE, TITLE, Attributes
from .table import Label, markup, stacked
from .text import wrap
from .themes import Theme

SPACE = 12  # points above the picture


def head(
    title: str,
    told: str,
    notes: Sequence[str],
    key: Sequence[tuple[Attributes, str]],
    width: float,
    theme: Theme,
) -> Label:
    """Write a heading.

    Parameters
    ----------
    title : str
        What the picture is of.
    told : str
        What it says, in a line; may be empty.
    notes : sequence of str
        How to read it.
    key : sequence of (mapping of str to str, str)
        Looks, each with what it means.
    width : float
        Of the picture, in points.
    theme : Theme

    Returns
    -------
    Label
    """
    room = int(width)
    cells = stacked(wrap(title, room, TITLE, lines=2), TITLE, bold=True)
    if told:
        cells += stacked(wrap(told, room, SUBTITLE, lines=3), SUBTITLE)
    for note in notes:
        cells += stacked(wrap(note, room, NOTE), NOTE)
    rows = [[cell.markup(room, cell.height)] for cell in cells]
    below = key_rows(key, room, theme) if key else []
    height = sum(cell.height for cell in cells) + LEGEND * len(below)
    return Label(markup([*rows, *below], width=room, height=height), room, height + SPACE)
