"""A growth path over time: jobs, learning with its pauses, gates, and the skills as they grow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graphs.answer import GrowthPath, Move
from graphs.month import Month
from ladder import Ladder

from .axis import Axis
from .blocks import Box
from .canvas import Canvas
from .head import head
from .heading import summary
from .key import level_key
from .plan_rows import Row, job_row, learning_row, skill_rows
from .style import NORMAL, NOTE, SMALL, TOLD, Style
from .table import Label, centred
from .telling import asked
from .text import isolated, tooltip_text, width_of, wrap
from .themes import LIGHT, Theme

LEFT = 230  # points for the names at the left
WIDTH = 580  # points for the months
RIGHT = 150  # points for what is told at the right
ROW = 22
BAR = 13
PAUSE = 2
SECTION = 26
AXIS = 22
GATE = 13  # a diamond's width and height
PAD = 6


@dataclass(frozen=True, slots=True)
class Gate:
    """A move, as a milestone.

    Parameters
    ----------
    place : int
        Of the stay that it ends.
    month : int
        Months from now.
    move : Move
    """

    place: int
    month: int
    move: Move


@dataclass
class _Sheet:
    """The rows that have been placed, and where."""

    y: float = 0.0
    rows: dict[str, float] = field(default_factory=dict)

    def next(self, id_: str, height: float = ROW) -> float:
        """Take the next row, and return its middle."""
        middle = self.y + height / 2
        self.rows[id_] = middle
        self.y += height
        return middle


def timeline(path: GrowthPath, *, begins: Month | None = None, theme: Theme = LIGHT) -> str:
    """Draw a growth path over time, as text for Graphviz.

    Each job and each activity has a line, activities with their pauses; diamonds are the gates,
    each of which has a line through all that is below it. Then each skill that grows or is asked
    for has a line, whose shade is the level that is held.

    Parameters
    ----------
    path : GrowthPath
    begins : Month, optional
        The calendar's month that is the first, so that months become dates.
    theme : Theme
        Its colours.

    Returns
    -------
    str
        DOT in which every place is given: `render` draws it.

    Examples
    --------
    >>> from graphs import growth_path
    >>> from ladder import bundled
    >>> path = growth_path(bundled("product-management"), "analyst", "spm")
    >>> "Leadership programme" in timeline(path, begins=Month(2027, 1))
    True
    """
    style = Style(theme)
    axis = Axis(LEFT, WIDTH, path.months, begins)
    jobs = [job_row(path, place, stay, style) for place, stay in enumerate(path.stays)]
    learning = [learning_row(path.ladder, item, style) for item in path.learning]
    skills = list(skill_rows(path, style))
    gates = [Gate(place, stay.end, stay.move) for place, stay in enumerate(path.stays) if stay.move]
    sections = [("Jobs", jobs), ("Learning", learning), ("Skills", skills)]
    sections = [(name, rows) for name, rows in sections if rows]
    height = AXIS + sum(SECTION + ROW * len(rows) for _, rows in sections) + PAD
    canvas = Canvas(style, height)
    canvas.heading(_head(path, begins, bool(gates), style), f"{path.ladder.name}\n{summary(path)}")
    _add_axis(canvas, axis, height, style)
    for gate in gates:
        _add_gate_line(canvas, axis, gate, height, style)
    sheet = _Sheet(AXIS)
    for name, rows in sections:
        canvas.text(f"section {name}", name, 0, sheet.y + SECTION - 10, size=TOLD, bold=True)
        sheet.y += SECTION
        for row in rows:
            marks = [axis.at(gate.month) for gate in gates if row.id in _asked_rows(gate)]
            _add_row(canvas, axis, row, sheet.next(row.id), marks, style)
    for gate in gates:
        _add_gate(canvas, axis, gate, path.ladder, sheet.rows, style)
    return canvas.dot()


def _head(path: GrowthPath, begins: Month | None, gates: bool, style: Style) -> Label:
    notes = ["Bars: the months of each job and of each activity, pauses as a thin line."]
    if begins is None:
        notes[0] = notes[0].replace("the months", "the months from now", 1)
    if gates:
        notes.append("Diamonds: the gates to be passed, and the skills that they ask for.")
    key = level_key(path.ladder, style)
    title = f"{path.ladder.name}: the plan"
    return head(title, summary(path), [" ".join(notes)], key, LEFT + WIDTH + RIGHT, style.theme)


def _add_axis(canvas: Canvas, axis: Axis, height: float, style: Style) -> None:
    faint = style.plain(style.theme.hue(0).tint)
    caption = "month" if axis.begins is None else ""
    if caption:
        canvas.centred("caption", caption, LEFT - 48, AXIS / 2, size=NOTE)
    for month, words in axis.ticks():
        x = axis.at(month)
        line = Box(x, AXIS + (height - AXIS) / 2, 1.2, height - AXIS)
        canvas.box(f"grid {month}", line, None, faint)
        canvas.centred(f"tick {month}", words, x, AXIS / 2, size=NOTE)


def _add_gate_line(canvas: Canvas, axis: Axis, gate: Gate, height: float, style: Style) -> None:
    top = AXIS + SECTION + ROW * (gate.place + 1)
    line = Box(axis.at(gate.month), (top + height) / 2, 1, height - top)
    look = style.plain(style.theme.line)
    canvas.box(f"line {gate.place}", line, None, look)


def _add_gate(
    canvas: Canvas,
    axis: Axis,
    gate: Gate,
    ladder: Ladder,
    rows: Mapping[str, float],
    style: Style,
) -> None:
    """Put a gate's diamond where the next job begins, and a small one at each skill it asks."""
    theme = style.theme
    x = axis.at(gate.month)
    needs = asked(gate.move.months, gate.move.requires, ladder)
    name = isolated(ladder.roles[gate.move.to].name)
    about = tooltip_text(f"{gate.move.kind} to {name}", *needs)
    look = {"shape": "diamond", "style": "filled", "color": theme.ink, "penwidth": "1.2"}
    box = Box(x, rows[f"job-{gate.place + 1}"], GATE + 3, GATE + 3)
    mark = {"fillcolor": theme.ink, "id": f"gate-{gate.place}", "tooltip": about}
    canvas.box(f"gate {gate.place}", box, None, look | mark)
    for skill, level in gate.move.requires.items():
        box = Box(x, rows[f"skill-{skill}"], GATE - 3, GATE - 3)
        about = tooltip_text(f"{name} asks {isolated(ladder.level_name(level))}")
        mark = {"fillcolor": theme.paper, "tooltip": about, "id": f"asks-{gate.place}-{skill}"}
        canvas.box(f"asks {gate.place} {skill}", box, None, look | mark)


def _asked_rows(gate: Gate) -> set[str]:
    return {f"skill-{skill}" for skill in gate.move.requires}


def _clear(box: Box, marks: Sequence[float], room: float) -> float | None:
    """Where in a bar a text has so much room: in its middle, else between what lies on it."""
    left, right = box.x - box.width / 2, box.x + box.width / 2
    half = (GATE + room) / 2
    if room > box.width:
        return None
    if all(abs(mark - box.x) >= half for mark in marks):
        return box.x
    # A bar's own ends keep no more than half the text away, a diamond half of itself, too.
    bounds = [left - GATE / 2, *(mark for mark in sorted(marks) if left <= mark <= right)]
    gaps = [*zip(bounds, [*bounds[1:], right + GATE / 2], strict=True)]
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (start + end) / 2 if end - start >= 2 * half else None


def _add_row(
    canvas: Canvas, axis: Axis, row: Row, y: float, marks: Sequence[float], style: Style
) -> None:
    """Put a row; the diamonds that will lie on its bars are at ``marks``."""
    size = TOLD if row.bold else NORMAL
    name = wrap(row.name, LEFT - 14, size, lines=1)[0]
    canvas.text(f"name {row.id}", name, 0, y, size=size, bold=row.bold)
    for number, (one, other) in enumerate(zip(row.bars, row.bars[1:], strict=False)):
        if one.end < other.start:
            across = Box(
                axis.at((one.end + other.start) / 2),
                y,
                axis.at(other.start) - axis.at(one.end),
                PAUSE,
            )
            look = style.plain(style.theme.line)
            canvas.box(f"pause {row.id} {number}", across, None, look)
    for number, bar in enumerate(row.bars):
        width = max(axis.at(bar.end) - axis.at(bar.start), 3)
        box = Box(axis.at(bar.start) + width / 2, y, width, BAR)
        room = width_of(bar.text, SMALL) + 4
        place = _clear(box, marks, room) if bar.text else None
        label = centred([bar.text], SMALL) if place == box.x else None
        canvas.box(f"{row.id} {number}", box, label, {"id": f"{row.id}-{number}", **bar.look})
        if place is not None and place != box.x:
            left, ink = place - room / 2 + 2, bar.look["fontcolor"]
            canvas.text(f"text {row.id} {number}", bar.text, left, y, size=SMALL, colour=ink)
    if row.note:
        note = wrap(row.note, RIGHT - GATE, NOTE, lines=1)[0]
        soft = style.theme.soft
        canvas.text(f"note {row.id}", note, LEFT + WIDTH + GATE, y, size=NOTE, colour=soft)
