"""Roles, skills and surveys as tables: a column is a head, and a cell in each of the rows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from io import StringIO
from itertools import chain, groupby, zip_longest
from typing import NamedTuple

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cli.output import Look
from graphs import Way
from ladder import Ladder, Role, Skill
from ladder.grammar import all_terms, terms
from ladder.likeness import begins_one_of
from ladder.matching import fold, to_id
from ladder.wording import some

from .layout import cells, hang, paint, tie, wrap
from .skills.groups import by_group
from .words import count, ends, figure, is_wide

ROOMY = 72
"""Columns of the window below which ids and tracks are left out."""
LEAST_BESIDE = 32
"""Columns that names need beside ids."""
LEAST_ALSO = 24
"""Columns that other names need beside a name, where they are so long."""
LEAST_NAME = 14
"""Columns that names have beside figures; where ranges would leave less, they are left out."""
LONGEST_CURRENCY = 6
MOST_ALIASES = 3
"""Of a role in a table; a survey of occupations has dozens for each."""
GAP = 2

BROKEN = (
    *("Role", "Skill", "Track"),
    *("From", "Longest wait", "Gate", "Lacking", "Change", "Activity", "What", "There and back"),
)
"""Headings of columns that are broken into lines where there is little room."""

USES = ("Expected", "Roles", "Activities", "Gates")


def role_table(ladder: Ladder, look: Look, roles: Sequence[Role], asked: str = "") -> str:
    """Roles by track, the lowest rank first; of their aliases, those with words asked for first.

    Ids are left out where other names need the room; one that cannot be told from the name is then
    among these. In a narrow window they stand below the name.
    """
    parts = list(by_track(ladder, roles))
    inset = " " * GAP if any(title for title, _ in parts) else ""
    longest = [
        max(map(cells, column), default=0)
        for column in (
            [inset + role.name for role in roles],
            [role.id for role in roles],
            [_also(role, asked) for role in roles],
        )
    ]
    widths = _widths(*longest, room=look.width)
    also = {role.id: _also(role, asked, with_id=not widths.id) for role in roles}
    heads = ("Role", "Id" if widths.id else "", "Also" if widths.also else "")
    lines = [paint(line, dim=True) for line in _side_by_side(*heads, widths)]
    for title, of_track in parts:
        lines += ["", *wrap(paint(title, bold=True), look.width)] if title else []
        for role in of_track:
            name = (inset if title else "") + role.name
            lines += _side_by_side(name, role.id, also[role.id], widths)
            if not widths.also and also[role.id]:
                lines += hang(inset + " " * GAP * 2, also[role.id], look.width)
    return "\n".join(lines)


class _Widths(NamedTuple):
    """Columns that a role's name, its id and its other names may take; 0 where they are not."""

    name: int
    id: int = 0
    also: int = 0


def _widths(name: int, ids: int, also: int, *, room: int) -> _Widths:
    """Divide the room by what the longest of each would take."""
    least = min(also, LEAST_ALSO)
    if name + GAP + ids + (GAP + least if also else 0) <= room:
        return _Widths(name, ids, also and room - name - ids - 2 * GAP)
    if not also:
        beside = room - ids - GAP
        return _Widths(beside, ids) if beside >= LEAST_BESIDE else _Widths(room)
    name = min(name, room * 3 // 5)
    return _Widths(name, 0, room - name - GAP) if room - name - GAP >= least else _Widths(room)


def _also(role: Role, asked: str, *, with_id: bool = False) -> str:
    """Other names of a role, those that hold a word asked for first."""
    words = terms(asked)
    names = sorted(
        role.aliases, key=lambda name: not any(map(begins_one_of(all_terms(name)), words))
    )
    if with_id and fold(role.id) not in map(fold, (to_id(role.name), *names)):
        names.insert(0, role.id)
    most = MOST_ALIASES + (len(names) == MOST_ALIASES + 1)  # no "1 more", which takes as much room
    shown, _, more = some([tie(name) for name in names], most).partition(" and ")
    return f"{shown} {tie(f'and {more}')}" if more else shown


def _side_by_side(name: str, identifier: str, also: str, widths: _Widths) -> list[str]:
    """The lines of a role, whose cells are broken where they are too long."""
    inset = name.removesuffix(name.lstrip(" "))
    columns = [(hang(inset, name.lstrip(" "), widths.name), widths.name)]
    columns += [([identifier], widths.id)] if widths.id else []
    columns += [(wrap(also, widths.also), widths.also)] if widths.also else []
    lines = []
    for line in zip_longest(*(lines for lines, _ in columns), fillvalue=""):
        padded = (
            cell + " " * (width - cells(cell))
            for cell, (_, width) in zip(line, columns, strict=True)
        )
        lines.append((" " * GAP).join(padded).rstrip())
    return lines


def by_track(ladder: Ladder, roles: Sequence[Role]) -> Iterator[tuple[str | None, list[Role]]]:
    """Roles with the name of their track, those without one at the end."""
    titles = chain(((track.id, track.name) for track in ladder.tracks.values()), [(None, None)])
    found: dict[str | None, list[Role]] = {}
    for role in roles:
        found.setdefault(role.track, []).append(role)
    for track, title in titles:
        if of_track := found.get(track):
            yield title, sorted(of_track, key=lambda role: (role.rank is None, role.rank or 0))


def skill_table(ladder: Ladder, look: Look, skills: Sequence[Skill]) -> str:
    """Skills by their groups, and how many roles and activities expect and develop each.

    And how many gates ask for it.
    """
    rows: list[tuple[RenderableType, ...]] = []
    names = max((cells(skill.name) + GAP for skill in skills), default=0)
    for title, of_group in by_group(ladder, {skill.id: 0 for skill in skills}).items():
        if title:
            rows += [(), (Text(title, style="bold"),)]
        for skill in of_group:
            uses = skill_uses(ladder, skill).values()
            indent = GAP if title and look.width >= ROOMY else 0
            name = Padding(ladder.skills[skill].name, (0, 0, 0, indent))
            rows.append((name, skill, *(str(use or "") for use in uses)))
    return "\n".join(_without_ids(("Skill", "Id", *USES), rows, names, look))


def skill_uses(ladder: Ladder, skill: str) -> dict[str, int]:
    """How many roles expect a skill, how many roles and activities develop it, and its gates."""
    roles, activities = ladder.roles.values(), ladder.activities.values()
    counts = (
        sum(bool(role.expects.get(skill)) for role in roles),
        sum(skill in role.develops for role in roles),
        sum(skill in activity.develops for activity in activities),
        sum(skill in move.requires for move in ladder.transitions),
    )
    return dict(zip(map(str.lower, USES), counts, strict=True))


class Row(NamedTuple):
    """A role in the table of a survey."""

    way: Way
    bound: int | None = None
    """Months that are proven to be needed, where the way is not proven to be the best."""


def survey_table(ladder: Ladder, rows: Sequence[Row], look: Look) -> tuple[list[str], bool]:
    """A line or more for each role, under the years within which it is reached.

    Also whether ranges of months are in it: they are where there is room for them.
    """
    costly = any(row.way.cost for row in rows)
    currency = ladder.currency or ""
    cost = currency if 0 < cells(currency) <= LONGEST_CURRENCY else "Cost"
    months = [_months(row, look) for row in rows]
    rest = {
        "Moves": [str(row.way.moves) for row in rows],
        **({cost: [figure(row.way.cost) for row in rows]} if costly else {}),
    }
    figures, ranged = {"Months": months} | rest, False
    if any(ranges := [_range(row, look) for row in rows]):
        beside = _with_ranges(months, ranges) | rest
        taken = sum(max(map(cells, [head, *beside[head]])) + GAP for head in beside)
        if ranged := look.width - taken >= LEAST_NAME:
            figures = beside
    roles = [ladder.roles[row.way.role] for row in rows]
    tracks = [ladder.tracks[role.track].name if role.track else "" for role in roles]
    columns = figures | {"Role": [role.name for role in roles], "Track": tracks}
    left_out = () if look.width >= ROOMY else ("Track",)
    body: list[tuple[str, ...]] = []
    titles = []
    for years, group in groupby(
        zip(rows, zip(*columns.values(), strict=True), strict=True),
        key=lambda pair: -(-pair[0].way.months // 12),
    ):
        body += [(), *(line for _, line in group)]
        titles.append(paint(f"Within {count(years, 'year')}" if years else "Now", bold=True))
    numbers = ("Months", "Moves", cost)
    lines = table(tuple(columns), body, look, left_out, numbers=numbers)
    title = iter(titles)
    # Rich has no cell across several columns: a line that was left free is where a title goes.
    return [line or next(title) for line in lines], ranged


def _with_ranges(months: Sequence[str], ranges: Sequence[str]) -> dict[str, list[str]]:
    """A column of months to the right, and behind a space their ranges to the left."""
    whole, beside = max(map(len, ["Months", *months])), max(map(len, ranges))
    head, *column = (
        f"{one:>{whole}} {other:<{beside}}"
        for one, other in zip(["Months", *months], ["", *ranges], strict=True)
    )
    return {head: column}


def _months(row: Row, look: Look) -> str:
    if row.bound is None:
        return str(row.way.months)
    return f"{row.bound}{look.glyphs.dash}{row.way.months}"


def _range(row: Row, look: Look) -> str:
    if row.bound is not None or not is_wide(row.way.range):
        return ""
    return f"({ends(row.way.range, look.glyphs)})"


def _without_ids(
    heads: Sequence[str], rows: Sequence[Sequence[RenderableType]], names: int, look: Look
) -> list[str]:
    """Lay a table out, without ids, which names can stand for, where they leave little room."""
    ids = max((cells(str(row[1])) for row in rows if len(row) > 1), default=0)
    figures = sum(len(head) + GAP for head in _used(heads, rows))
    room_for_ids = look.width >= max(ROOMY, names + GAP + ids + figures)
    left_out: set[str] = set() if room_for_ids else {"Id"}
    return table(heads, rows, look, left_out | _crowding(heads, rows, look), numbers=USES)


def _used(heads: Sequence[str], rows: Sequence[Sequence[RenderableType]]) -> list[str]:
    """Heads of the figures that any row has."""
    return [
        head
        for place, head in enumerate(heads)
        if head in USES and any(len(row) > place and row[place] for row in rows)
    ]


def _crowding(
    heads: Sequence[str], rows: Sequence[Sequence[RenderableType]], look: Look
) -> set[str]:
    """Figures to be left out so that names are not broken into syllables, the widest first."""
    used = _used(heads, rows)
    crowding: set[str] = set()
    while look.width - sum(len(head) + GAP for head in used) < LEAST_NAME and used:
        crowding.add(max(used, key=len))
        used = [head for head in used if head not in crowding]
    return crowding


def table(
    heads: Sequence[str],
    rows: Sequence[Sequence[RenderableType]],
    look: Look,
    left_out: Collection[str] = (),
    *,
    numbers: Collection[str],
) -> list[str]:
    """Lay a table out, without what is left out, and without columns that say nothing.

    Numbers stand to the right, and texts alone are broken where there is little room.
    """
    shown = [
        place
        for place, head in enumerate(heads)
        if head not in left_out and any(len(row) > place and row[place] for row in rows)
    ]
    table = Table(box=None, pad_edge=False, padding=(0, GAP, 0, 0), header_style="dim")
    for place in shown:
        head = heads[place]
        table.add_column(
            head,
            overflow="fold",
            no_wrap=head not in BROKEN,
            justify="right" if head in numbers else "left",
        )
    for row in rows:
        table.add_row(*(row[place] for place in shown if place < len(row)))
    return _rendered(table, look)


TRAILING = re.compile(r"(?: |\x1b\[[0-9;]*m)+$")
"""Spaces that fill the last column of a table, perhaps in colour."""


def _rendered(table: Table, look: Look) -> list[str]:
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
    lines = page.getvalue().removesuffix("\n").split("\n")
    return [TRAILING.sub(lambda end: "\x1b[0m" if "\x1b" in end[0] else "", line) for line in lines]
