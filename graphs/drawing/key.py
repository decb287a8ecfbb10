"""What stands above every picture: what it is, what it says, how to read it.

The key to the shades: a small box of each look, with what it means.
"""

from __future__ import annotations

from collections.abc import Sequence

from ladder import Ladder

from .dot.style import NOTE, SUBTITLE, TITLE, Attributes, Style
from .dot.table import Cell, Label, markup, stacked
from .dot.text import clean, isolated, wrap
from .dot.theme import Theme

LEGEND = 20  # points of its height
SWATCH = 26  # points of a box's width
INSET = 4  # points above a box, and below


def key_rows(entries: Sequence[tuple[Attributes, str]], room: int, theme: Theme) -> list[list[str]]:
    """Rows of a table, each one cell that holds as many entries as there is room for.

    Each `LEGEND` points high.
    """
    rows: list[list[str]] = [[]]
    left = room
    for look, meaning in entries:
        text = Cell(f"  {meaning}     ", NOTE)
        if rows[-1] and SWATCH + text.width > left:
            rows[-1].append(_filling(left))
            rows.append([])
            left = room
        rows[-1] += [_swatch(look, theme), text.markup(text.width, LEGEND)]
        left -= SWATCH + text.width
    rows[-1].append(_filling(left))
    return [[f"<TD>{markup([row])[1:-1]}</TD>"] for row in rows]


def level_key(ladder: Ladder, style: Style) -> list[tuple[Attributes, str]]:
    """The key to the shades of levels.

    Looks, each with the level's number and name, the lowest first.
    """
    most = len(ladder.levels)
    return [
        (style.level(level, most), f"{level} {isolated(clean(name))}")
        for level, name in enumerate(ladder.levels, 1)
    ]


def _filling(left: int) -> str:
    """What is left of a row, which would be shared out among the cells otherwise."""
    return f'<TD WIDTH="{max(left, 0)}"></TD>'


def _swatch(look: Attributes, theme: Theme) -> str:
    line = "dashed" if "dashed" in look.get("style", "") else "solid"
    style = f'BORDER="1" COLOR="{look.get("color", theme.ink)}" STYLE="{line}"'
    fill = f'BGCOLOR="{look.get("fillcolor", theme.paper)}"'
    size = f'WIDTH="{SWATCH}" HEIGHT="{LEGEND - 2 * INSET}"'
    parts = [[f'<TD HEIGHT="{INSET}"></TD>'], [f"<TD {style} {fill} {size}></TD>"]]
    return f'<TD VALIGN="TOP">{markup(parts)[1:-1]}</TD>'


SPACE = 12  # points above the picture


def head(
    title: str,
    told: str,
    notes: Sequence[str],
    key: Sequence[tuple[Attributes, str]],
    width: float,
    theme: Theme,
) -> Label:
    """Write a heading."""
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
