"""Roles beside skills: who is expected to hold what, as a map of shades.

Of many roles their tracks stand beside the skills, and of many tracks their families.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.metrics import width_of
from graphs.drawing.dot.style import CHIP, NORMAL, Style
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

LEFT = 200  # points for the skills' names, at least
MOST_LEFT = 320  # points for them where they are long
COLUMN = 66  # points for a role or a track
ROW = 17
GROUP_ROW = 22  # of a group's name
HEAD = 5  # lines of a column's name, at most
LEADING = 12  # points from one to the next
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
    return _drawn(ladder, shown.all, note, chosen, theme)


STAFF_NOTE = "For each group, the level that at least half of its people hold."


def staff_map(found: HeldSkills, *, theme: Theme = LIGHT) -> str:
    """Draw which level of each skill half of a group of people hold, as text for Graphviz.

    Parameters
    ----------
    found : HeldSkills
        What ``held_skills`` gives.
    theme : Theme
        Its colours.

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
    return _drawn(ladder, columns, note, [f"By {found.by}" if found.by else ""], theme)


def _drawn(
    ladder: Ladder, columns: Sequence[Column], note: str, chosen: Sequence[str], theme: Theme
) -> str:
    """Draw the levels of each column; skills that none of them holds are left out."""
    style = Style(theme)
    used = [skill for skill in ladder.skills if any(skill in one.levels for one in columns)]
    groups = in_groups(used, ladder)
    skills = [skill for group in groups.values() for skill in group]
    named = len(groups) if groups.keys() - {None} else 0
    if not skills:
        raise LadderError(f"{ladder.name}: no role shown holds any skill, so there is no picture")
    names = [ladder.skills[skill].name for skill in skills]
    left = min(MOST_LEFT, max(LEFT, *(width_of(name, NORMAL) + NAME_PAD for name in names)))
    places = _places(columns, left)
    top = HEAD * LEADING + (LEADING + 4 if any(one.group for one in columns) else 0)
    width = places[-1] + COLUMN / 2
    canvas = Canvas(style, top + ROW * len(skills) + GROUP_ROW * named)
    heading = _heading(ladder, note, chosen, width, style)
    canvas.heading(heading, f"{ladder.name}\nSkills")
    _add_groups(canvas, ladder, columns, places)
    for column, x in zip(columns, places, strict=True):
        lines = wrap(column.name, COLUMN - 4, CHIP, lines=HEAD)
        label = centred(lines, CHIP)
        box = Box(x, top - 4 - label.height / 2, COLUMN, label.height)
        canvas.box(f"column {column.id}", box, label, style.heading)
    y = top + ROW * 0.5
    for group, inside in groups.items():
        if named:
            name = wrap(group or APART, left - NAME_PAD, NORMAL, lines=1)[0]
            canvas.text(f"group {group or ''}", name, 0, y + GROUP_ROW - ROW, bold=True)
            y += GROUP_ROW
        for number, skill in enumerate(inside):
            name = wrap(ladder.skills[skill].name, left - NAME_PAD, NORMAL, lines=1)[0]
            if number % 2 == 0:
                stripe = Box(width / 2, y, width, ROW)
                look = style.plain(theme.hues[-1].tint)
                canvas.box(f"stripe {skills.index(skill)}", stripe, None, look)
            canvas.text(f"skill {skill}", name, 0, y)
            for column, x in zip(columns, places, strict=True):
                if level := column.levels.get(skill):
                    _add_cell(canvas, ladder, column, skill, level, Box(x, y, COLUMN - 2, ROW - 1))
            y += ROW
    return canvas.dot()


def _places(columns: Sequence[Column], left: float) -> list[float]:
    """The middle of each column."""
    places: list[float] = []
    x = left + COLUMN / 2
    for number, column in enumerate(columns):
        if number:
            x += COLUMN + (GAP if column.group != columns[number - 1].group else 0)
        places.append(x)
    return places


def _add_groups(
    canvas: Canvas, ladder: Ladder, columns: Sequence[Column], places: Sequence[float]
) -> None:
    """Write the tracks above their roles."""
    theme = canvas.style.theme
    for place, track in enumerate(ladder.tracks):
        of = [x for column, x in zip(columns, places, strict=True) if column.group == track]
        if of:
            left, right = of[0] - COLUMN / 2, of[-1] + COLUMN / 2
            bar = Box((left + right) / 2, LEADING + 2, right - left - 4, 2)
            canvas.box(f"bar {track}", bar, None, canvas.style.plain(theme.hue(place).strong))
            name = wrap(ladder.tracks[track].name, right - left - 4, CHIP, lines=1)[0]
            colour = theme.hue(place).strong
            canvas.text(f"track {track}", name, left + 2, 6, size=CHIP, bold=True, colour=colour)


def _add_cell(
    canvas: Canvas, ladder: Ladder, column: Column, skill: str, level: int, box: Box
) -> None:
    told = tooltip_text(
        f"{isolated(column.name)}: {skill_in_words(skill, ladder)}",
        level_in_words(skill, level, ladder),
    )
    look = canvas.style.level(level, len(ladder.levels))
    about = {"tooltip": told, "id": f"cell-{column.id}-{skill}"}
    canvas.box(f"cell {column.id} {skill}", box, centred([str(level)], CHIP), look | about)


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
