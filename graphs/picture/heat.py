"""Roles beside skills: who is expected to hold what, as a map of shades."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphs.between import profile
from graphs.encoding import encode
from ladder import Ladder, LadderError, Role

from .blocks import Box
from .canvas import Canvas
from .head import head
from .style import CHIP, NORMAL, Style
from .table import Label, centred
from .text import clean, isolated, tooltip_text, wrap
from .themes import LIGHT, Theme

LEFT = 200  # points for the skills' names
COLUMN = 66  # points for a role or a track
ROW = 17
HEAD = 5  # lines of a column's name, at most
LEADING = 12  # points from one to the next
GAP = 8  # points between groups of columns
LEAST = 420  # points of the heading's width
MOST_ROLES = 40  # in one picture; of more, tracks are shown


@dataclass(frozen=True, slots=True)
class Column:
    """A role, or a track with the highest levels of its roles.

    Parameters
    ----------
    id, name : str
    group : str or None
        The track that it stands under.
    levels : dict of str to int
        By skill id.
    """

    id: str
    name: str
    group: str | None
    levels: dict[str, int]


def heat_map(ladder: Ladder, *, tracks: Sequence[str] = (), theme: Theme = LIGHT) -> str:
    """Draw which level of each skill is held in each role, as text for Graphviz.

    What counts is what everybody holds who is in the role for long: what it develops in the end,
    and what every gate into it asks for. Skills that none of them holds are left out.

    Parameters
    ----------
    ladder : Ladder
        Of more than 40 roles, each track is one column, with the highest level in it.
    tracks : sequence of str
        Ids of the tracks whose roles are shown; all, where there is none.
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
    style = Style(theme)
    columns = _columns(ladder, tracks)
    skills = [skill for skill in ladder.skills if any(skill in one.levels for one in columns)]
    if not skills:
        raise LadderError(f"{ladder.name}: no role shown holds any skill, so there is no picture")
    places = _places(columns)
    top = HEAD * LEADING + (LEADING + 4 if any(one.group for one in columns) else 0)
    width = places[-1] + COLUMN / 2
    canvas = Canvas(style, top + ROW * len(skills))
    canvas.heading(_heading(ladder, columns, tracks, width, style), f"{ladder.name}\nSkills")
    _add_groups(canvas, ladder, columns, places)
    for column, x in zip(columns, places, strict=True):
        lines = wrap(column.name, COLUMN - 4, CHIP, lines=HEAD)
        label = centred(lines, CHIP)
        box = Box(x, top - 4 - label.height / 2, COLUMN, label.height)
        canvas.box(f"column {column.id}", box, label, style.heading)
    for number, skill in enumerate(skills):
        y = top + ROW * (number + 0.5)
        name = wrap(ladder.skills[skill].name, LEFT - 8, NORMAL, lines=1)[0]
        if number % 2 == 0:
            stripe = Box(width / 2, y, width, ROW)
            canvas.box(f"stripe {number}", stripe, None, style.plain(theme.hues[-1].tint))
        canvas.text(f"skill {skill}", name, 0, y)
        for column, x in zip(columns, places, strict=True):
            if level := column.levels.get(skill):
                _add_cell(canvas, ladder, column, skill, level, Box(x, y, COLUMN - 2, ROW - 1))
    return canvas.dot()


def _columns(ladder: Ladder, tracks: Sequence[str]) -> list[Column]:
    encoded = encode(ladder)
    held = {role: profile(encoded, encoded.number[role]) for role in ladder.roles}
    order = {track: place for place, track in enumerate(ladder.tracks)}

    def key(role: Role) -> tuple[int, bool, int, str]:
        lane = len(order) if role.track is None else order[role.track]
        return lane, role.rank is None, role.rank or 0, role.id

    roles = sorted(
        (role for role in ladder.roles.values() if not tracks or role.track in tracks), key=key
    )
    if len(roles) <= MOST_ROLES or not ladder.tracks:
        return [Column(role.id, role.name, role.track, held[role.id]) for role in roles]
    by_track: dict[str, dict[str, int]] = {}
    for role in roles:
        levels = by_track.setdefault(role.track or "", {})
        for skill, level in held[role.id].items():
            levels[skill] = max(level, levels.get(skill, 0))
    return [
        Column(track, ladder.tracks[track].name if track else "no track", None, levels)
        for track, levels in by_track.items()
    ]


def _places(columns: Sequence[Column]) -> list[float]:
    """The middle of each column."""
    places: list[float] = []
    x = LEFT + COLUMN / 2
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
        f"{isolated(column.name)}: {isolated(ladder.skills[skill].name)}", ladder.level_name(level)
    )
    look = canvas.style.level(level, len(ladder.levels))
    about = {"tooltip": told, "id": f"cell-{column.id}-{skill}"}
    canvas.box(f"cell {column.id} {skill}", box, centred([str(level)], CHIP), look | about)


def _heading(
    ladder: Ladder, columns: Sequence[Column], tracks: Sequence[str], width: float, style: Style
) -> Label:
    names = (isolated(clean(ladder.tracks[track].name)) for track in dict.fromkeys(tracks))
    notes = ["What everybody holds who is in the role for long."]
    if columns[0].id in ladder.tracks:
        notes = ["For each track, the highest level that everybody holds in one of its roles."]
    levels = ladder.levels
    key = [
        (style.level(level, len(levels)), f"{level} {isolated(clean(name))}")
        for level, name in enumerate(levels, 1)
    ]
    title = f"{ladder.name}: skills"
    return head(title, ", ".join(names), notes, key, max(width, LEAST), style.theme)
