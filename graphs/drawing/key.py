"""The keys below a picture's title: to looks, to the shades of levels, to the kinds of lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graphs.words import Words
from ladder import Ladder

from .dot.style import LINES, NOTE, Attributes, Style, line_of
from .dot.table import Cell, filling, markup
from .dot.text import clean, isolated, wrap
from .dot.theme import Theme

LEGEND = 20  # points of a row's height
SWATCH = 26  # points of a box's width
INSET = 4  # points above a box, and below
SAMPLE = 26  # points of line
DOT = 10  # size of the mark of entries


def key_rows(entries: Sequence[tuple[Attributes, str]], room: int, theme: Theme) -> list[list[str]]:
    """A small box of each look with what it means, in rows that are `LEGEND` points high.

    Each row is one cell that holds as many entries as there is room for.
    """
    rows: list[list[str]] = [[]]
    left = room
    for look, meaning in entries:
        text = Cell(f"  {meaning}     ", NOTE)
        if rows[-1] and SWATCH + text.width > left:
            rows[-1].append(filling(left))
            rows.append([])
            left = room
        rows[-1] += [_swatch(look, theme), text.markup(text.width, LEGEND)]
        left -= SWATCH + text.width
    rows[-1].append(filling(left))
    return [[row_cell(row)] for row in rows]


def level_key(ladder: Ladder, style: Style) -> list[tuple[Attributes, str]]:
    """Looks of the levels with their numbers and names, the lowest first."""
    names, most = numbered_levels(ladder), len(ladder.levels)
    return [(style.level(level, most), name) for level, name in enumerate(names, 1)]


def numbered_levels(ladder: Ladder) -> list[str]:
    """Each level's number and name, the lowest first."""
    return [f"{level} {isolated(clean(name))}" for level, name in enumerate(ladder.levels, 1)]


def line_key(kinds: set[str], room: int, ink: str, words: Words) -> list[str]:
    """A row with each kind of transition beside a piece of its line; unusual kinds share theirs."""
    named = [(kind, words.kind(kind)) for kind in LINES if kind in kinds]
    others = ", ".join(isolated(kind) for kind in sorted(map(clean, kinds - set(LINES))))
    if others:
        named.append(("", wrap(others, room / 2, NOTE, lines=1)[0]))
    cells = []
    for kind, name in named:
        text = Cell(f"  {name}     ", NOTE)
        cells += [*_sample(kind, ink), text.markup(text.width, LEGEND)]
        room -= SAMPLE + DOT + text.width
    return [row_cell([*cells, filling(room)])]


def _swatch(look: Attributes, theme: Theme) -> str:
    line = "dashed" if "dashed" in look.get("style", "") else "solid"
    style = f'BORDER="1" COLOR="{look.get("color", theme.ink)}" STYLE="{line}"'
    fill = f'BGCOLOR="{look.get("fillcolor", theme.paper)}"'
    size = f'WIDTH="{SWATCH}" HEIGHT="{LEGEND - 2 * INSET}"'
    return _stack([f'<TD HEIGHT="{INSET}"></TD>', f"<TD {style} {fill} {size}></TD>"])


def _sample(kind: str, ink: str) -> list[str]:
    """A piece of a kind's line: the upper border of an empty cell, half a letter high."""
    line = line_of(kind)
    look = f'BORDER="{2 if line["style"] == "dotted" else 1}" SIDES="T" STYLE="{line["style"]}"'
    below = LEGEND // 2 - 1
    above = f'<TD HEIGHT="{LEGEND - below}"></TD>'
    drawn = f'<TD {look} COLOR="{ink}" WIDTH="{SAMPLE}" HEIGHT="{below}"></TD>'
    dot = [_stack([Cell("○", DOT).markup(DOT, LEGEND)])] if "arrowtail" in line else []
    return [*dot, _stack([above, drawn])]


def _stack(cells: Iterable[str]) -> str:
    """A cell that holds cells below one another."""
    return f'<TD VALIGN="TOP">{markup([[one] for one in cells])[1:-1]}</TD>'


def row_cell(cells: Sequence[str]) -> str:
    """A cell that holds cells side by side."""
    return f"<TD>{markup([cells])[1:-1]}</TD>"
