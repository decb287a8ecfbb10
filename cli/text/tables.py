"""Roles and skills as tables.

The table of a survey: a line or more for each role, with what the way takes.

The ways to grow outside the job, laid out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from itertools import chain, groupby, zip_longest
from typing import NamedTuple

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.output import Look
from graphs import Way
from ladder import Activity, Ladder, Role

from .layout import cells, paint, rows, tie, wrap
from .story import DOUBT, doubt
from .words import count, ends, figure, is_wide, levels, money, side_by_side, spread


def describe_activities(ladder: Ladder, look: Look) -> str:
    """Lay out what one can do, what it takes, and what it gives.

    Several lines, with colours.
    """
    activities = ladder.activities.values()
    if not activities:
        return "There are no activities in this ladder."
    blocks = ["\n".join(_describe(ladder, activity, look)) for activity in activities]
    if any(activity.confidence == "low" for activity in activities):
        blocks.append(
            "\n".join(wrap(f"What is marked {DOUBT} rests on low confidence.", look.width))
        )
    return "\n\n".join(blocks)


def _describe(ladder: Ladder, activity: Activity, look: Look) -> list[str]:
    facts = [
        tie(activity.id),
        f"{tie(activity.kind)}, "
        f"{tie(spread(activity.months, activity.months_range, look.glyphs))}, "
        f"{tie(money(activity.cost, ladder.currency))}",
    ]
    gives, asks = (
        levels(ladder, held, look.glyphs) for held in (activity.develops, activity.requires)
    )
    pairs = [("gives", gives or "nothing")]
    if asks:
        pairs.append(("asks", asks))
    body = [*wrap(side_by_side(facts, look.glyphs), look.width - 2), *rows(pairs, look.width - 2)]
    name = paint(activity.name, bold=True) + doubt(activity.confidence)
    return [*wrap(name, look.width), *(f"  {line}" for line in body)]


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
    """Put what the ways take in columns, with the ranges of months where there is room for them."""
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
    """Lay out a line or more for each role, under the years within which it is reached."""
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


LEAST_BESIDE = 32
"""Columns that names need beside ids."""

TRAILING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")
"""Spaces that fill the last column of a table, perhaps in colour."""


def role_table(ladder: Ladder, look: Look) -> str:
    """The roles by track, the lowest rank first.

    Several lines, with colours.
    """
    rows: list[tuple[RenderableType, ...]] = []
    for title, roles in by_track(ladder):
        if title:
            rows += [(), (Text(title, style="bold"),)]
        rows += [
            (Padding(role.name, (0, 0, 0, 2 if title else 0)), role.id, ", ".join(role.aliases))
            for role in roles
        ]
    return _table(("Role", "Id", "Also"), rows, look)


def skill_table(ladder: Ladder, look: Look) -> str:
    """The skills, and how many roles and activities develop each and gates ask for it.

    Several lines, with colours.
    """
    rows = [
        (skill.name, skill.id, *(str(use or "") for use in skill_uses(ladder, skill.id).values()))
        for skill in ladder.skills.values()
    ]
    return _table(("Skill", "Id", *map(str.capitalize, USES)), rows, look)


USES = ("roles", "activities", "gates")


def skill_uses(ladder: Ladder, skill: str) -> dict[str, int]:
    """How many roles and activities develop a skill, and how many gates ask for it."""
    places = (ladder.roles.values(), ladder.activities.values())
    developed = [sum(skill in one.develops for one in place) for place in places]
    asked = sum(skill in transition.requires for transition in ladder.transitions)
    return dict(zip(USES, (*developed, asked), strict=True))


def by_track(ladder: Ladder) -> Iterator[tuple[str | None, list[Role]]]:
    """Roles with the name of their track, those without one at the end."""
    titles = chain(((track.id, track.name) for track in ladder.tracks.values()), [(None, None)])
    for track, title in titles:
        roles = [role for role in ladder.roles.values() if role.track == track]
        if roles:
            yield title, sorted(roles, key=lambda role: (role.rank is None, role.rank or 0))


def _table(headings: Sequence[str], rows: Sequence[Sequence[RenderableType]], look: Look) -> str:
    """Lay a table out, without columns that say nothing.

    Ids, which names can stand for, are left out where they would leave little room for the rest.
    """
    longest = max((len(str(row[1])) for row in rows if len(row) > 1), default=0)
    room_for_ids = look.width >= max(ROOMY, longest + LEAST_BESIDE)
    shown = [
        place
        for place, heading in enumerate(headings)
        if any(len(row) > place and row[place] for row in rows)
        and (heading != "Id" or room_for_ids)
    ]
    table = Table(
        box=None,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="dim",
        expand="Also" in (headings[place] for place in shown),
    )
    for place in shown:
        _add_column(table, headings[place])
    for row in rows:
        table.add_row(*(row[place] for place in shown if place < len(row)))
    return _rendered(table, look)


def _add_column(table: Table, heading: str) -> None:
    """Numbers stand to the right, ids stay whole, and other names take the room that is left."""
    table.add_column(
        heading,
        overflow="fold",
        no_wrap=heading == "Id",
        justify="right" if heading.lower() in USES else "left",
        ratio=1 if heading == "Also" else None,
        min_width=12 if heading == "Also" else None,
    )


def _rendered(table: Table, look: Look) -> str:
    page = StringIO()
    console = Console(
        file=page,
        width=look.width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )
    console.print(table)
    return "\n".join(TRAILING.sub(_reset, line) for line in page.getvalue().splitlines())


def _reset(filling: re.Match[str]) -> str:
    return "\x1b[0m" if "\x1b" in filling[0] else ""
