"""Two profiles of skills side by side: what is held, and what a role is expected to hold."""

from __future__ import annotations

from collections.abc import Mapping

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.style import DETAIL, NORMAL, NOTE, Style
from graphs.drawing.dot.table import Label
from graphs.drawing.dot.text import clean, isolated, tooltip_text, wrap
from graphs.drawing.dot.theme import LIGHT, Theme
from graphs.drawing.gates import level_in_words, skill_in_words
from graphs.drawing.geometry import Box
from graphs.drawing.heading import level_heading
from graphs.queries.gap import Gap
from ladder import Ladder

LEFT = 220  # points for the skills' names
CELL = 34  # points for a level
MOST = 250  # points for all levels of one side
BETWEEN = 26
RIGHT = 130  # points for what changes
ROW = 20
BAR = 13
SECTION = 26
TOP = 30

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


def profiles(between: Gap, *, theme: Theme = LIGHT) -> str:
    """Draw what somebody holds beside the profile of a role, as text for Graphviz.

    Parameters
    ----------
    between : Gap
    theme : Theme
        Its colours.

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
    cell = min(CELL, MOST / max(len(ladder.levels), 1))
    side = cell * max(len(ladder.levels), 1)
    width = LEFT + 2 * side + BETWEEN + RIGHT
    height = TOP + sum(SECTION + ROW * len(skills) for _, skills, _ in groups)
    canvas = Canvas(style, height)
    canvas.heading(_heading(between, width, style), f"{ladder.name}\n{_subtitle(between)}")
    lefts = (LEFT, LEFT + side + BETWEEN)
    for left, name in zip(lefts, _sides(between), strict=True):
        words = wrap(name, side + BETWEEN - 6, DETAIL, lines=1)[0]
        canvas.text(f"side {left}", words, left, TOP / 2, size=DETAIL, bold=True)
    y: float = TOP
    for title, skills, short in groups:
        canvas.text(f"group {title}", title, 0, y + SECTION - 10, size=DETAIL, bold=True)
        y += SECTION
        for skill in skills:
            middle = y + ROW / 2
            name = wrap(ladder.skills[skill].name, LEFT - 10, NORMAL, lines=1)[0]
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
