"""The table of a survey: a line or more for each role, with what the way takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from graphs import Way
from ladder import Ladder

from .layout import cells, paint, wrap
from .look import Look
from .words import count, ends, figure, is_wide

ROOMY = 72
"""Columns below which tracks are left out."""
LEAST_NAME = 14
"""Columns that names have at least; where ranges of months would leave less, they are left out."""
LONGEST_CURRENCY = 6
GAP = "  "


class Row(NamedTuple):
    """A role in the table.

    Parameters
    ----------
    way : Way
    bound : int or None
        Months that are proven to be needed, where the way is not proven to be the best.
    """

    way: Way
    bound: int | None = None


class Figures(NamedTuple):
    """What ways take, ready to be set in columns.

    Parameters
    ----------
    columns : mapping of str to list of str
        By their heads.
    ranged : bool
        Whether ranges of months are among them.
    """

    columns: Mapping[str, list[str]]
    ranged: bool

    @property
    def widths(self) -> list[int]:
        """Columns of the window that each takes."""
        return [max(map(cells, [head, *column])) for head, column in self.columns.items()]


def figures_of(ladder: Ladder, rows: Sequence[Row], look: Look) -> Figures:
    """Put what the ways take in columns, with the ranges of months where there is room for them.

    Parameters
    ----------
    ladder : Ladder
    rows : sequence of Row
    look : Look

    Returns
    -------
    Figures
    """
    currency = ladder.currency or ""
    months = [_months(row, look) for row in rows]
    ranges = [_range(row, look) for row in rows]
    rest = {"Moves": [str(row.way.moves) for row in rows]}
    if any(row.way.cost for row in rows):
        head = currency if 0 < cells(currency) <= LONGEST_CURRENCY else "Cost"
        rest[head] = [figure(row.way.cost) for row in rows]
    without = Figures({"Months": months, **rest}, ranged=False)
    if not any(ranges):
        return without
    widths = max(map(cells, ["Months", *months])), max(map(cells, ranges))
    beside = [
        f"{_right(one, widths[0])} {_left(other, widths[1])}"
        for one, other in zip(months, ranges, strict=True)
    ]
    head = _left(_right("Months", widths[0]), sum(widths) + 1)
    figures = Figures({head: beside, **rest}, ranged=True)
    return figures if _room_beside(figures, look) >= LEAST_NAME else without


def table(ladder: Ladder, rows: Sequence[Row], figures: Figures, look: Look) -> Iterator[str]:
    """Lay out a line or more for each role, under the years within which it is reached.

    Parameters
    ----------
    ladder : Ladder
    rows : sequence of Row
        At least one.
    figures : Figures
        Of these rows.
    look : Look

    Yields
    ------
    str
        With colours.
    """
    widths = figures.widths
    roles = [ladder.roles[row.way.role] for row in rows]
    tracks = [ladder.tracks[role.track].name if role.track else "" for role in roles]
    room = _room_beside(figures, look)
    names = _room_for_names([role.name for role in roles], tracks, room, look)
    heads = [_right(head, width) for head, width in zip(figures.columns, widths, strict=True)]
    titles = _left("Role", names) + GAP + "Track" if names < room else "Role"
    yield paint(GAP.join([*heads, titles]), dim=True)
    lines = [
        _row(GAP.join(map(_right, row, widths)) + GAP, role.name, track, names, room)
        for row, role, track in zip(
            zip(*figures.columns.values(), strict=True), roles, tracks, strict=True
        )
    ]
    for years, group in groupby(range(len(rows)), lambda place: -(-rows[place].way.months // 12)):
        yield paint(f"Within {count(years, 'year')}" if years else "Now", bold=True)
        for place in group:
            yield from lines[place]


def _months(row: Row, look: Look) -> str:
    if row.bound is None:
        return str(row.way.months)
    return f"{row.bound}{look.glyphs.dash}{row.way.months}"


def _range(row: Row, look: Look) -> str:
    if row.bound is not None or not is_wide(row.way.range):
        return ""
    return f"({ends(row.way.range, look.glyphs)})"


def _room_beside(figures: Figures, look: Look) -> int:
    """Columns that are left for words."""
    return look.width - sum(figures.widths) - len(GAP) * len(figures.columns)


def _room_for_names(names: list[str], tracks: list[str], room: int, look: Look) -> int:
    """Columns for the roles' names: what they need, or what is fair if there are tracks, too."""
    needed = max(map(cells, names))
    if look.width < ROOMY or not any(tracks):
        return room
    beside = max(map(cells, tracks)) + len(GAP)
    return min(needed, max(room - beside, room // 2))


def _row(figures: str, name: str, track: str, names: int, room: int) -> list[str]:
    beside = wrap(track, room - names - len(GAP)) if names < room else []
    return [
        (_left("" if place else figures, cells(figures)) + _left(one, names) + GAP + two).rstrip()
        for place, (one, two) in enumerate(zip_longest(wrap(name, names), beside, fillvalue=""))
    ]


def _left(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text
