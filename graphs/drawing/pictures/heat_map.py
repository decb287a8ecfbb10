"""Roles beside skills: who is expected to hold what, as a map of shades.

Of many roles their tracks stand beside the skills, and of many tracks their families.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.legible import SLIDE, room_at
from graphs.drawing.dot.metrics import width_of
from graphs.drawing.dot.style import NORMAL, Style
from graphs.drawing.dot.table import Label, centred
from graphs.drawing.dot.text import clean, isolated, tooltip_text, wrap
from graphs.drawing.dot.theme import LIGHT, Theme
from graphs.drawing.gates import level_in_words, skill_in_words
from graphs.drawing.geometry import Box
from graphs.drawing.groups import APART, Groups
from graphs.drawing.heading import level_heading
from graphs.drawing.view import in_order, in_tracks
from graphs.queries.gap import profile
from graphs.search.encoding import encode
from ladder import Ladder, LadderError, Role

if TYPE_CHECKING:
    from graphs.staff.summary.held import HeldSkills

Key = TypeVar("Key")

MOST_ROLES = 24  # in one picture; of more, tracks are shown
MOST_TRACKS = 12  # in one picture; of more, families are shown, where tracks have them

LEFT = 120  # points for the skills' names, at least
MOST_LEFT = 320  # points for them where they are long
COLUMN = 66  # points for a role or a track
LEAST_COLUMN = 52  # where there are many, if their names' words have room
COLUMN_PAD = 4  # points between a word and a column's edges
TABLE_GAP = 24  # between tables below one another
ROW = 17
GROUP_ROW = 22  # of a group's name
HEAD = 5  # lines of a column's name, at most
LEADING = 14  # points from one to the next
TRACK_ROW = 20  # points for the names of tracks
GAP = 8  # points between groups of columns
NAME_PAD = 8  # points between a skill's name and the first column
NOTES = {
    "role": "What everybody holds who is in the role for long.",
    "track": "For each track, the highest level that everybody holds in one of its roles.",
    "family": "For each family, the highest level that everybody holds in one of its roles.",
}
NOTES_EXPECTED = {
    "role": "What the role expects, and what everybody holds besides who is in it for long.",
    "track": "For each track, the highest level that a role of it expects or gives everybody.",
    "family": "For each family, the highest level that a role of it expects or gives everybody.",
}
"""Where a role says what it expects."""


def heat_map(
    ladder: Ladder,
    *,
    tracks: Sequence[str] = (),
    family: str | None = None,
    theme: Theme = LIGHT,
    width: int | None = SLIDE,
) -> str:
    """Draw which level of each skill is held in each role, as text for Graphviz.

    What counts is what the role expects, and what everybody holds who is in it for long: what it
    develops in the end, and what every gate into it asks for. Skills that none of them holds are
    left out; where skills stand in groups, those of a group stand together.

    Parameters
    ----------
    ladder : Ladder
        Of more than 24 roles, each track is one column, with the highest level in it; of more than
        12 tracks, each family, where tracks have families.
    tracks : sequence of str
        Ids of the tracks whose roles are shown; all, where there is none.
    family : str, optional
        Name of the family of tracks whose roles are shown; left out, all.
    theme : Theme
        Its colours.
    width : int, optional
        Pixels across at which the picture is shown. What is too wide to be read there goes on in
        tables below; with None nothing is.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it.

    Raises
    ------
    LadderError
        If there is no skill to show.

    Examples
    --------
    >>> from ladder import bundled
    >>> "Roadmapping" in heat_map(bundled("product-management"), tracks=["product"])
    True
    """
    shown = columns_of(ladder, tracks, family)
    chosen = [ladder.tracks[track].name for track in dict.fromkeys(tracks)] or [family or ""]
    expected = any(role.expects for role in ladder.roles.values())
    note = (NOTES_EXPECTED if expected else NOTES)[shown.of]
    return _drawn(ladder, shown.all, note, chosen, (theme, width))


STAFF_NOTE = "For each group, the level that at least half of its people hold."


def staff_map(found: HeldSkills, *, theme: Theme = LIGHT, width: int | None = SLIDE) -> str:
    """Draw which level of each skill half of a group of people hold, as text for Graphviz.

    Parameters
    ----------
    found : HeldSkills
        What ``held_skills`` gives.
    theme : Theme
        Its colours.
    width : int, optional
        Pixels across at which the picture is shown. What is too wide to be read there goes on in
        tables below; with None nothing is.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it.

    Raises
    ------
    LadderError
        If there are too few people to tell anything of, or no skill to show.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> from graphs import held_skills
    >>> people = pa.table({"role": ["APM"] * 5})
    >>> "Everybody" in staff_map(held_skills(bundled("product-management"), people))
    True
    """
    ladder, whole = found.ladder, found.everybody
    if whole is None:
        raise LadderError("too few people are told of to draw a picture")
    columns = []
    for place, group in enumerate(found.all_groups):
        name = "Everybody" if group is whole else group.name or "(none)"
        if group.name is None:
            name = f"{group.groups} groups together"
        levels = {skill: level for skill in group.held if (level := group.level(skill))}
        heading = f"{name} ({group.people:,})"
        columns.append(Column(f"group-{place}", heading, None, levels))
    if not any(column.levels for column in columns):
        raise LadderError("no group holds any skill, so there is no picture")
    note = STAFF_NOTE + " In brackets, how many they are."
    return _drawn(ladder, columns, note, [f"By {found.by}" if found.by else ""], (theme, width))


def _drawn(
    ladder: Ladder,
    columns: Sequence[Column],
    note: str,
    chosen: Sequence[str],
    how: tuple[Theme, int | None],
) -> str:
    """Draw the levels of each column; skills that none of them holds are left out."""
    theme, width = how
    style = Style(theme)
    used = [skill for skill in ladder.skills if any(skill in one.levels for one in columns)]
    groups = in_groups(used, ladder)
    if not used:
        raise LadderError(f"{ladder.name}: no role shown holds any skill, so there is no picture")
    names = max(width_of(ladder.skills[skill].name, NORMAL) for skill in used)
    left = min(MOST_LEFT, max(LEFT, names + NAME_PAD))
    tables = list(_tables(columns, left, None if width is None else room_at(width)))
    lines = max(len(table.head(column)) for table in tables for column in table.columns)
    top = lines * LEADING + (TRACK_ROW if any(one.group for one in columns) else 0)
    named = len(groups) if groups.keys() - {None} else 0
    height = top + ROW * len(used) + GROUP_ROW * named
    canvas = Canvas(style, height * len(tables) + TABLE_GAP * (len(tables) - 1), width)
    across = max(table.right for table in tables)
    canvas.heading(_heading(ladder, note, chosen, across, style), f"{ladder.name}\nSkills")
    for number, table in enumerate(tables):
        _add_table(canvas, ladder, groups, table, number * (height + TABLE_GAP), top)
    return canvas.dot()


def _tables(columns: Sequence[Column], left: float, room: float | None) -> Iterator[Table]:
    """Share columns out among tables that have room; groups stay together where they can."""
    words = (word for column in columns for word in clean(column.name).split(" "))
    longest = max(width_of(word, NORMAL) for word in words) + COLUMN_PAD
    parts = 1
    while True:
        each = -(-len(columns) // parts)
        shares = [columns[first : first + each] for first in range(0, len(columns), each)]
        gaps = max(len({one.group for one in share}) - 1 for share in shares) * GAP
        wide = COLUMN if room is None else (room - left - gaps) / each
        if wide >= min(COLUMN, max(LEAST_COLUMN, longest)) or each == 1:
            return (Table(tuple(share), left, min(COLUMN, wide)) for share in shares)
        parts += 1


@dataclass(frozen=True, slots=True)
class Table:
    """Columns that stand beside one another, each so wide, right of the names of skills."""

    columns: tuple[Column, ...]
    left: float
    wide: float

    @property
    def places(self) -> list[float]:
        """The middle of each column."""
        places: list[float] = []
        x = self.left + self.wide / 2
        for number, column in enumerate(self.columns):
            if number:
                apart = column.group != self.columns[number - 1].group
                x += self.wide + (GAP if apart else 0)
            places.append(x)
        return places

    def head(self, column: Column) -> list[str]:
        """The lines of a column's name."""
        return wrap(column.name, self.wide - COLUMN_PAD, NORMAL, lines=HEAD)

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.places[-1] + self.wide / 2


def _add_table(
    canvas: Canvas,
    ladder: Ladder,
    groups: Mapping[str | None, Sequence[str]],
    table: Table,
    above: float,
    head: float,
) -> None:
    """Put a table that begins at ``above``, with so many points for its ``head``."""
    style, key = canvas.style, table.columns[0].id
    top = above + head
    _add_groups(canvas, ladder, table, above)
    for column, x in zip(table.columns, table.places, strict=True):
        label = centred(table.head(column), NORMAL)
        box = Box(x, top - 4 - label.height / 2, table.wide, label.height)
        canvas.box(f"column {column.id}", box, label, style.heading)
    y = top + ROW * 0.5
    for group, inside in groups.items():
        if groups.keys() - {None}:
            name = wrap(group or APART, table.left - NAME_PAD, NORMAL, lines=1)[0]
            canvas.text(f"group {key} {group or ''}", name, 0, y + GROUP_ROW - ROW, bold=True)
            y += GROUP_ROW
        for number, skill in enumerate(inside):
            name = wrap(ladder.skills[skill].name, table.left - NAME_PAD, NORMAL, lines=1)[0]
            if number % 2 == 0:
                stripe = Box(table.right / 2, y, table.right, ROW)
                look = style.plain(style.theme.hues[-1].tint)
                canvas.box(f"stripe {key} {skill}", stripe, None, look)
            canvas.text(f"skill {key} {skill}", name, 0, y)
            for column, x in zip(table.columns, table.places, strict=True):
                if level := column.levels.get(skill):
                    box = Box(x, y, table.wide - 2, ROW - 1)
                    _add_cell(canvas, ladder, column, skill, level, box)
            y += ROW


def _add_groups(canvas: Canvas, ladder: Ladder, table: Table, y: float) -> None:
    """Write the tracks above their roles, in a table that begins at ``y``."""
    theme, key = canvas.style.theme, table.columns[0].id
    for place, track in enumerate(ladder.tracks):
        placed = zip(table.columns, table.places, strict=True)
        of = [x for column, x in placed if column.group == track]
        if of:
            left, right = of[0] - table.wide / 2, of[-1] + table.wide / 2
            bar = Box((left + right) / 2, y + LEADING + 2, right - left - 4, 2)
            canvas.box(f"bar {key} {track}", bar, None, canvas.style.plain(theme.hue(place).strong))
            name = wrap(ladder.tracks[track].name, right - left - 4, NORMAL, lines=1)[0]
            colour = theme.hue(place).strong
            canvas.text(f"track {key} {track}", name, left + 2, y + 6, bold=True, colour=colour)


def _add_cell(
    canvas: Canvas, ladder: Ladder, column: Column, skill: str, level: int, box: Box
) -> None:
    told = tooltip_text(
        f"{isolated(column.name)}: {skill_in_words(skill, ladder)}",
        level_in_words(skill, level, ladder),
    )
    look = canvas.style.level(level, len(ladder.levels))
    about = {"tooltip": told, "id": f"cell-{column.id}-{skill}"}
    canvas.box(f"cell {column.id} {skill}", box, centred([str(level)], NORMAL), look | about)


def _heading(ladder: Ladder, note: str, chosen: Sequence[str], width: float, style: Style) -> Label:
    names = ", ".join(isolated(clean(name)) for name in chosen if name)
    return level_heading(f"{ladder.name}: skills", names, note, width, ladder, style)


@dataclass(frozen=True, slots=True)
class Column:
    """A role, or a track or a family with the highest levels of its roles."""

    id: str
    name: str
    group: str | None  # id of the track that it stands under
    levels: dict[str, int]  # by skill id


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of a map, from the left, and whether each is a role, a track or a family."""

    of: Literal["role", "track", "family"]
    all: tuple[Column, ...]


def columns_of(ladder: Ladder, tracks: Sequence[str], family: str | None) -> Columns:
    """Choose what is shown: roles while there are few, else tracks, else families."""
    roles = [
        role for role in in_order(ladder, ladder.roles) if in_tracks(role, ladder, tracks, family)
    ]
    encoded = encode(ladder)
    held = {role.id: profile(encoded, role) for role in roles}
    if len(roles) <= MOST_ROLES or not ladder.tracks:
        names = (Column(role.id, role.name, role.track, held[role.id]) for role in roles)
        return Columns("role", tuple(names))
    groups = Groups.of(ladder)
    if groups.families and len({role.track for role in roles}) > MOST_TRACKS:
        by_family = _highest(roles, held, lambda role: groups.place[role.id])
        families = (
            Column(f"family-{place}", groups.groups[place].name, None, by_family[place])
            for place in sorted(by_family)
        )
        return Columns("family", tuple(families))
    by_track = _highest(roles, held, lambda role: role.track or "")
    names = (
        Column(track, ladder.tracks[track].name if track else "no track", None, levels)
        for track, levels in by_track.items()
    )
    return Columns("track", tuple(names))


def _highest(
    roles: Iterable[Role], held: dict[str, dict[str, int]], key: Callable[[Role], Key]
) -> dict[Key, dict[str, int]]:
    """The highest level of each skill among the roles that share a key."""
    found: dict[Key, dict[str, int]] = {}
    for role in roles:
        levels = found.setdefault(key(role), {})
        for skill, level in held[role.id].items():
            levels[skill] = max(level, levels.get(skill, 0))
    return found


def in_groups(skills: Sequence[str], ladder: Ladder) -> dict[str | None, list[str]]:
    """Skills by their groups, these in the order in which they come; those of none last."""
    groups: dict[str | None, list[str]] = {}
    for skill in skills:
        groups.setdefault(ladder.skills[skill].group, []).append(skill)
    return {key: groups[key] for key in sorted(groups, key=lambda group: group is None)}
