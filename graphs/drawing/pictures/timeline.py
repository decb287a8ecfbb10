"""A growth path over time: jobs, learning with its pauses, gates, and the skills as they grow.

The lines of a plan over time: jobs, activities, and skills as they grow.

Months along a line: where each lies, and which are written out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.style import NORMAL, NOTE, SMALL, TOLD, Attributes, Style
from graphs.drawing.dot.table import Label, centred
from graphs.drawing.dot.text import clean, isolated, tooltip_text, width_of, wrap
from graphs.drawing.dot.theme import LIGHT, Theme
from graphs.drawing.heading import summary
from graphs.drawing.key import head, level_key
from graphs.drawing.labels import counted
from graphs.drawing.layout.boxes import Box
from graphs.drawing.marks import asked, named
from graphs.plans.month import Month
from graphs.plans.origins import origins
from graphs.plans.path import GrowthPath
from graphs.plans.schedule import Learning, Move, Stay
from ladder import Ladder

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # months between ticks
LEAST_GAP = 58  # points between ticks, so that their dates stand clear of one another
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from left to right.

    Parameters
    ----------
    left, width : float
        Where it begins, and how long it is, in points.
    months : int
        How many it covers.
    begins : Month or None
        The calendar's month that is the first; None where months only count from now.

    Examples
    --------
    >>> axis = Axis(100, 480, 48, Month(2027, 1))
    >>> axis.at(12)
    220.0
    >>> axis.ticks()[:2]
    [(0, 'Jan 2027'), (6, 'Jul 2027')]
    """

    left: float
    width: float
    months: int
    begins: Month | None = None

    def at(self, month: float) -> float:
        """Where so many months from now lie."""
        return self.left + self.width * month / max(self.months, 1)

    def ticks(self) -> list[tuple[int, str]]:
        """Months that are written out, each with what is written."""
        gap = self.width / max(self.months, 1)
        step = next((step for step in STEPS if step * gap >= LEAST_GAP), STEPS[-1])
        return [(month, self.words(month)) for month in range(0, self.months + 1, step)]

    def words(self, month: int) -> str:
        """What is written for so many months from now."""
        if self.begins is None:
            return "now" if month == 0 else str(month)
        date = self.begins.after(month)
        return f"{NAMES[date.month - 1]} {date.year}"


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a row.

    Parameters
    ----------
    start, end : int
        Months from now.
    look : mapping of str to str
        Node attributes.
    text : str
        What is written in it, if there is room.
    """

    start: int
    end: int
    look: Attributes
    text: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture.

    Parameters
    ----------
    id : str
        Of its bars, each with its number after it.
    name : str
        At its left.
    bars : tuple of Bar
    note : str
        At its right.
    bold : bool
        Whether its name stands out.
    """

    id: str
    name: str
    bars: tuple[Bar, ...]
    note: str = ""
    bold: bool = False


def job_row(path: GrowthPath, place: int, stay: Stay, style: Style) -> Row:
    """A line for a job."""
    role = path.ladder.roles[stay.role]
    about = tooltip_text(role.name, role.about or "")
    look = style.role_on_path | {"tooltip": about, "style": "filled", "penwidth": "0"}
    if stay.move is None:
        note = f"after {counted(stay.start, 'month')}" if stay.start else "now"
        return Row(f"job-{place}", role.name, (Bar(stay.start, stay.end, look),), note, bold=True)
    bars = (Bar(stay.start, stay.end, look),)
    return Row(f"job-{place}", role.name, bars, counted(stay.end - stay.start, "month"), bold=True)


def learning_row(ladder: Ladder, item: Learning, style: Style) -> Row:
    """A line for an activity, with its pauses."""
    activity = ladder.activities[item.activity]
    theme = style.theme
    ground = theme.shades[min(2, len(theme.shades) - 1)]
    look = {"fillcolor": ground, "style": "filled", "penwidth": "0", "fontcolor": theme.on(ground)}
    about = {
        "tooltip": tooltip_text(activity.name, activity.about or "", *named(item.develops, ladder))
    }
    bars = tuple(Bar(start, end, look | about) for start, end in item.periods)
    note = counted(sum(end - start for start, end in item.periods), "month")
    if activity.cost:
        note += f", {clean(ladder.currency or 'cost')} {activity.cost:,}"
    return Row(f"learning-{item.activity}", activity.name, bars, note)


def skill_rows(path: GrowthPath, style: Style) -> Iterator[Row]:
    """A line for each skill that grows on the way, or that a gate asks for."""
    asked = {skill for stay in path.stays if stay.move for skill in stay.move.requires}
    grown: dict[str, list[tuple[int, int]]] = {}
    for one in origins(path):
        grown.setdefault(one.skill, []).append((one.month, one.level))
    shown = [
        skill
        for skill in path.ladder.skills
        if skill in asked or any(month for month, _ in grown.get(skill, ()))
    ]
    for skill in shown:
        held = [(month, level) for month, level in grown.get(skill, []) if month <= path.months]
        ends = [month for month, _ in held[1:]] + [path.months]
        bars = tuple(
            Bar(
                month,
                end,
                _held(path.ladder, level, style),
                str(level),
            )
            for (month, level), end in zip(held, ends, strict=False)
            if end > month or not path.months
        )
        last = path.ladder.level_name(held[-1][1]) if held else "none"
        yield Row(f"skill-{skill}", path.ladder.skills[skill].name, bars, last)


def _held(ladder: Ladder, level: int, style: Style) -> Attributes:
    return style.level(level, len(ladder.levels)) | {
        "tooltip": tooltip_text(ladder.level_name(level))
    }


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
