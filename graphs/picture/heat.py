"""Roles beside skills: who is expected to hold what, as a map of shades."""

from __future__ import annotations

from collections.abc import Sequence

from ladder import Ladder, LadderError

from .blocks import Box
from .canvas import Canvas
from .head import head
from .heat_columns import Column, columns_of
from .key import level_key
from .style import CHIP, NORMAL, Style
from .table import Label, centred
from .text import clean, isolated, tooltip_text, width_of, wrap
from .themes import LIGHT, Theme

LEFT = 200  # points for the skills' names, at least
MOST_LEFT = 320  # points for them where they are long
COLUMN = 66  # points for a role or a track
ROW = 17
HEAD = 5  # lines of a column's name, at most
LEADING = 12  # points from one to the next
GAP = 8  # points between groups of columns
NAME_PAD = 8  # points between a skill's name and the first column
LEAST = 420  # points of the heading's width
NOTES = {
    "role": "What everybody holds who is in the role for long.",
    "track": "For each track, the highest level that everybody holds in one of its roles.",
    "family": "For each family, the highest level that everybody holds in one of its roles.",
}


def heat_map(
    ladder: Ladder,
    *,
    tracks: Sequence[str] = (),
    family: str | None = None,
    theme: Theme = LIGHT,
) -> str:
    """Draw which level of each skill is held in each role, as text for Graphviz.

    What counts is what everybody holds who is in the role for long: what it develops in the end,
    and what every gate into it asks for. Skills that none of them holds are left out.

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
    style = Style(theme)
    shown = columns_of(ladder, tracks, family)
    columns = shown.all
    skills = [skill for skill in ladder.skills if any(skill in one.levels for one in columns)]
    if not skills:
        raise LadderError(f"{ladder.name}: no role shown holds any skill, so there is no picture")
    names = [ladder.skills[skill].name for skill in skills]
    left = min(MOST_LEFT, max(LEFT, *(width_of(name, NORMAL) + NAME_PAD for name in names)))
    places = _places(columns, left)
    top = HEAD * LEADING + (LEADING + 4 if any(one.group for one in columns) else 0)
    width = places[-1] + COLUMN / 2
    canvas = Canvas(style, top + ROW * len(skills))
    chosen = [ladder.tracks[track].name for track in dict.fromkeys(tracks)] or [family or ""]
    heading = _heading(ladder, NOTES[shown.of], chosen, width, style)
    canvas.heading(heading, f"{ladder.name}\nSkills")
    _add_groups(canvas, ladder, columns, places)
    for column, x in zip(columns, places, strict=True):
        lines = wrap(column.name, COLUMN - 4, CHIP, lines=HEAD)
        label = centred(lines, CHIP)
        box = Box(x, top - 4 - label.height / 2, COLUMN, label.height)
        canvas.box(f"column {column.id}", box, label, style.heading)
    for number, skill in enumerate(skills):
        y = top + ROW * (number + 0.5)
        name = wrap(ladder.skills[skill].name, left - NAME_PAD, NORMAL, lines=1)[0]
        if number % 2 == 0:
            stripe = Box(width / 2, y, width, ROW)
            canvas.box(f"stripe {number}", stripe, None, style.plain(theme.hues[-1].tint))
        canvas.text(f"skill {skill}", name, 0, y)
        for column, x in zip(columns, places, strict=True):
            if level := column.levels.get(skill):
                _add_cell(canvas, ladder, column, skill, level, Box(x, y, COLUMN - 2, ROW - 1))
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
        f"{isolated(column.name)}: {isolated(ladder.skills[skill].name)}", ladder.level_name(level)
    )
    look = canvas.style.level(level, len(ladder.levels))
    about = {"tooltip": told, "id": f"cell-{column.id}-{skill}"}
    canvas.box(f"cell {column.id} {skill}", box, centred([str(level)], CHIP), look | about)


def _heading(ladder: Ladder, note: str, chosen: Sequence[str], width: float, style: Style) -> Label:
    key = level_key(ladder, style)
    names = ", ".join(isolated(clean(name)) for name in chosen if name)
    return head(f"{ladder.name}: skills", names, [note], key, max(width, LEAST), style.theme)
