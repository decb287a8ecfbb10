"""Two profiles of skills side by side: what is held, and what a role is expected to hold."""

from __future__ import annotations

from collections.abc import Mapping

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.legible import SLIDE, room_at
from graphs.drawing.dot.style import DETAIL, NORMAL, NOTE, Style
from graphs.drawing.dot.table import Label
from graphs.drawing.dot.text import clean, isolated, tooltip_text, wrap
from graphs.drawing.dot.theme import LIGHT, Theme
from graphs.drawing.gates import level_in_words, skill_in_words
from graphs.drawing.geometry import Box
from graphs.drawing.heading import level_heading
from graphs.queries.gap import Gap
from ladder import Ladder

LEFT, LEFT_PART = 220, 0.3  # points for the skills' names, and at most that part of all
CELL = 34  # points for a level
MOST = 250  # points for all levels of one side
BETWEEN = 26
RIGHT, RIGHT_PART = 130, 0.2  # the same for what changes
ROW = 20
BAR = 13
SECTION = 26
TOP = 30

WIDEST = LEFT + 2 * MOST + BETWEEN + RIGHT

READING = (
    "Left: what is held at the start. Right: what everybody holds who is in the role for long."
)
GROUPS = (
    ("To gain", "gained", "new"),
    ("To raise", "raised", "{} up"),
    ("Held already", "kept", "held"),
    ("Not asked for there", "lost", "beyond"),
)
"""What is written above each group of skills, its name in a gap, and what it means in short."""


def profiles(between: Gap, *, theme: Theme = LIGHT, width: int | None = SLIDE) -> str:
    """Draw what somebody holds beside the profile of a role, as text for Graphviz.

    Parameters
    ----------
    between : Gap
    theme : Theme
        Its colours.
    width : int, optional
        Pixels across at which the picture is shown, so that its letters can be read there; with
        None it has the width that comes.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it.

    Examples
    --------
    >>> from graphs import gap
    >>> from ladder import bundled
    >>> "To raise" in profiles(gap(bundled("product-management"), "pm", "spm"))
    True
    """
    ladder = between.ladder
    style = Style(theme)
    groups = [
        (title, sorted(getattr(between, name), key=lambda skill: ladder.skills[skill].name), short)
        for title, name, short in GROUPS
    ]
    groups = [group for group in groups if group[1]]
    room = WIDEST if width is None else min(WIDEST, room_at(width))
    names, notes = min(LEFT, LEFT_PART * room), min(RIGHT, RIGHT_PART * room)
    most = min(MOST, (room - names - BETWEEN - notes) / 2)
    cell = min(CELL, most / max(len(ladder.levels), 1))
    side = cell * max(len(ladder.levels), 1)
    height = TOP + sum(SECTION + ROW * len(skills) for _, skills, _ in groups)
    canvas = Canvas(style, height, width)
    whole = names + 2 * side + BETWEEN + notes
    canvas.heading(_heading(between, whole, style), f"{ladder.name}\n{_subtitle(between)}")
    lefts = (names, names + side + BETWEEN)
    for left, name in zip(lefts, _sides(between), strict=True):
        words = wrap(name, side + BETWEEN - 6, DETAIL, lines=1)[0]
        canvas.text(f"side {left}", words, left, TOP / 2, size=DETAIL, bold=True)
    y: float = TOP
    for title, skills, short in groups:
        canvas.text(f"group {title}", title, 0, y + SECTION - 10, size=DETAIL, bold=True)
        y += SECTION
        for skill in skills:
            middle = y + ROW / 2
            name = wrap(ladder.skills[skill].name, names - 10, NORMAL, lines=1)[0]
            canvas.text(f"skill {skill}", name, 0, middle)
            for where, levels, left in zip(
                ("held", "asked"), (between.held, between.profile), lefts, strict=True
            ):
                _add_levels(canvas, ladder, (where, skill, levels), left, middle, cell)
            rise = between.profile.get(skill, 0) - between.held.get(skill, 0)
            note = lefts[1] + side + 12
            words = short.format(rise)
            canvas.text(f"note {skill}", words, note, middle, size=NOTE, colour=theme.soft)
            y += ROW
    return canvas.dot()


def _sides(between: Gap) -> tuple[str, str]:
    roles = between.ladder.roles
    return roles[between.source].name, roles[between.target].name


def _subtitle(between: Gap) -> str:
    source, target = (isolated(clean(name)) for name in _sides(between))
    counts = (
        f"{len(between.gained)} to gain",
        f"{len(between.raised)} to raise",
        f"{len(between.kept)} held already",
    )
    return f"{source} → {target}: {', '.join(counts)}"


def _heading(between: Gap, width: float, style: Style) -> Label:
    title = f"{between.ladder.name}: skills between two roles"
    return level_heading(title, _subtitle(between), READING, width, between.ladder, style)


def _add_levels(
    canvas: Canvas,
    ladder: Ladder,
    which: tuple[str, str, Mapping[str, int]],
    left: float,
    y: float,
    cell: float,
) -> None:
    """Put a cell for each level there is, those that are held filled."""
    where, skill, levels = which
    held = levels.get(skill, 0)
    words = f"{skill_in_words(skill, ladder)}: {level_in_words(skill, held, ladder)}"
    about = {"tooltip": tooltip_text(words)}
    empty = {"style": "filled", "color": canvas.style.theme.faint, "penwidth": "0.7"}
    for level in range(1, len(ladder.levels) + 1):
        box = Box(left + cell * (level - 0.5), y, cell - 3, BAR)
        filled = canvas.style.level(held, len(ladder.levels)) | {"penwidth": "0"}
        look = filled if level <= held else empty
        id_ = {"id": f"{where}-{skill}-{level}"}
        canvas.box(f"{where} {skill} {level}", box, None, look | about | id_)
