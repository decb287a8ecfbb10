"""A growth path over time: jobs, learning with its pauses, gates, and the skills as they grow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.legible import SLIDE, room_at
from graphs.drawing.dot.metrics import width_of
from graphs.drawing.dot.style import DETAIL, NORMAL, NOTE, Attributes, Style
from graphs.drawing.dot.table import Label, centred
from graphs.drawing.dot.text import clean, counted, isolated, tooltip_text, wrap
from graphs.drawing.dot.theme import LIGHT, Theme
from graphs.drawing.gates import asked_in_words, level_in_words, levels_in_words
from graphs.drawing.geometry import Box
from graphs.drawing.heading import level_heading, path_summary
from graphs.plans.month import Month
from graphs.plans.origins import origins
from graphs.plans.path import GrowthPath
from graphs.plans.schedule import Learning, Move, Stay
from ladder import Ladder

LEFT, LEFT_PART = 230, 0.3  # points for the names at the left, and at most that part of all
WIDTH = 580  # points for the months
RIGHT, RIGHT_PART = 150, 0.2  # the same for what is told at the right
ROW = 22
BAR = 15
PAUSE = 2
SECTION = 26
AXIS = 22
GATE = 13  # a diamond's width and height
PAD = 6

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # months between ticks
LEAST_GAP = 58  # points between ticks, so that their dates stand clear of one another
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def timeline(
    path: GrowthPath,
    *,
    begins: Month | None = None,
    theme: Theme = LIGHT,
    width: int | None = SLIDE,
) -> str:
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
    width : int, optional
        Pixels across at which the picture is shown, so that its letters can be read there; with
        None it has the width that comes.

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
    axis = Axis.across(width, path.months, begins)
    jobs = [job_row(path, place, stay, style) for place, stay in enumerate(path.stays)]
    learning = [learning_row(path.ladder, item, style) for item in path.learning]
    skills = list(skill_rows(path, style))
    gates = [
        Milestone(place, stay.end, stay.move) for place, stay in enumerate(path.stays) if stay.move
    ]
    sections = [("Jobs", jobs), ("Learning", learning), ("Skills", skills)]
    sections = [(name, rows) for name, rows in sections if rows]
    height = AXIS + sum(SECTION + ROW * len(rows) for _, rows in sections) + PAD
    canvas = Canvas(style, height, width)
    canvas.heading(
        _head(path, axis, bool(gates), style), f"{path.ladder.name}\n{path_summary(path)}"
    )
    _add_axis(canvas, axis, height)
    for gate in gates:
        _add_gate_line(canvas, axis, gate, height)
    middles: dict[str, float] = {}
    y = AXIS
    for name, rows in sections:
        y += SECTION
        canvas.text(f"section {name}", name, 0, y - 10, size=DETAIL, bold=True)
        for row in rows:
            middles[row.id] = y + ROW / 2
            diamonds = [axis.at(gate.month) for gate in gates if row.id in gate.asked]
            _add_row(canvas, axis, row, middles[row.id], diamonds)
            y += ROW
    for gate in gates:
        _add_gate(canvas, axis, gate, path.ladder, middles)
    return canvas.dot()


def _head(path: GrowthPath, axis: Axis, gates: bool, style: Style) -> Label:
    notes = ["Bars: the months of each job and of each activity, pauses as a thin line."]
    if axis.begins is None:
        notes[0] = notes[0].replace("the months", "the months from now", 1)
    if gates:
        notes.append("Diamonds: the gates to be passed, and the skills that they ask for.")
    title, width = f"{path.ladder.name}: the plan", axis.right + axis.notes
    return level_heading(title, path_summary(path), " ".join(notes), width, path.ladder, style)


def _add_axis(canvas: Canvas, axis: Axis, height: float) -> None:
    faint = canvas.style.plain(canvas.style.theme.hue(0).tint)
    if axis.begins is None:
        canvas.centred("caption", "month", axis.left - 48, AXIS / 2, size=NOTE)
    for month, words in axis.ticks():
        x = axis.at(month)
        line = Box(x, AXIS + (height - AXIS) / 2, 1.2, height - AXIS)
        canvas.box(f"grid {month}", line, None, faint)
        canvas.centred(f"tick {month}", words, x, AXIS / 2, size=NOTE)


def _add_gate_line(canvas: Canvas, axis: Axis, gate: Milestone, height: float) -> None:
    top = AXIS + SECTION + ROW * (gate.place + 1)
    line = Box(axis.at(gate.month), (top + height) / 2, 1, height - top)
    canvas.box(f"line {gate.place}", line, None, canvas.style.plain(canvas.style.theme.line))


def _add_gate(
    canvas: Canvas, axis: Axis, gate: Milestone, ladder: Ladder, rows: Mapping[str, float]
) -> None:
    """Put a gate's diamond where the next job begins, and a small one at each skill it asks."""
    theme = canvas.style.theme
    x = axis.at(gate.month)
    needs = asked_in_words(gate.move.months, gate.move.requires, ladder)
    name = isolated(ladder.roles[gate.move.to].name)
    about = tooltip_text(f"{gate.move.kind} to {name}", *needs)
    look = {"shape": "diamond", "style": "filled", "color": theme.ink, "penwidth": "1.2"}
    box = Box(x, rows[f"job-{gate.place + 1}"], GATE + 3, GATE + 3)
    mark = {"fillcolor": theme.ink, "id": f"gate-{gate.place}", "tooltip": about}
    canvas.box(f"gate {gate.place}", box, None, look | mark)
    for skill, level in gate.move.requires.items():
        box = Box(x, rows[f"skill-{skill}"], GATE - 3, GATE - 3)
        about = tooltip_text(f"{name} asks {level_in_words(skill, level, ladder)}")
        mark = {"fillcolor": theme.paper, "tooltip": about, "id": f"asks-{gate.place}-{skill}"}
        canvas.box(f"asks {gate.place} {skill}", box, None, look | mark)


def _add_row(canvas: Canvas, axis: Axis, row: Row, y: float, diamonds: Sequence[float]) -> None:
    """Put a row on whose bars diamonds will lie."""
    theme = canvas.style.theme
    size = DETAIL if row.bold else NORMAL
    name = wrap(row.name, axis.left - 14, size, lines=1)[0]
    canvas.text(f"name {row.id}", name, 0, y, size=size, bold=row.bold)
    for number, (one, other) in enumerate(zip(row.bars, row.bars[1:], strict=False)):
        if one.end < other.start:
            middle = axis.at((one.end + other.start) / 2)
            pause = Box(middle, y, axis.at(other.start) - axis.at(one.end), PAUSE)
            canvas.box(f"pause {row.id} {number}", pause, None, canvas.style.plain(theme.line))
    for number, bar in enumerate(row.bars):
        width = max(axis.at(bar.end) - axis.at(bar.start), 3)
        box = Box(axis.at(bar.start) + width / 2, y, width, BAR)
        room = width_of(bar.text, NORMAL) + 4
        place = _clear(box, diamonds, room) if bar.text else None
        label = centred([bar.text], NORMAL) if place == box.x else None
        canvas.box(f"{row.id} {number}", box, label, {"id": f"{row.id}-{number}", **bar.look})
        if place is not None and place != box.x:
            left, ink = place - room / 2 + 2, bar.look["fontcolor"]
            canvas.text(f"text {row.id} {number}", bar.text, left, y, size=NORMAL, colour=ink)
    if row.note:
        note = wrap(row.note, axis.notes - GATE, NOTE, lines=1)[0]
        canvas.text(f"note {row.id}", note, axis.right + GATE, y, size=NOTE, colour=theme.soft)


def _clear(box: Box, diamonds: Sequence[float], room: float) -> float | None:
    """Where in a bar a text has so much room: in its middle, else between what lies on it."""
    half = (GATE + room) / 2
    if room > box.width:
        return None
    if all(abs(x - box.x) >= half for x in diamonds):
        return box.x
    # A bar's own ends keep no more than half the text away, a diamond half of itself, too.
    bounds = [box.left - GATE / 2, *(x for x in sorted(diamonds) if box.left <= x <= box.right)]
    gaps = [*zip(bounds, [*bounds[1:], box.right + GATE / 2], strict=True)]
    start, end = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (start + end) / 2 if end - start >= 2 * half else None


@dataclass(frozen=True, slots=True)
class Milestone:
    """A move, so many months from now."""

    place: int  # of the stay that it ends
    month: int
    move: Move

    @property
    def asked(self) -> set[str]:
        """Ids of the rows of the skills that its gate asks for."""
        return {f"skill-{skill}" for skill in self.move.requires}


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a row, in months from now."""

    start: int
    end: int
    look: Attributes
    text: str = ""  # what is written in it, if there is room


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the picture: a name at its left, bars, and a note at its right."""

    id: str  # of its bars, each with its number after it
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
        "tooltip": tooltip_text(
            activity.name, activity.about or "", *levels_in_words(item.develops, ladder)
        )
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
            Bar(month, end, _held(path.ladder, skill, level, style), str(level))
            for (month, level), end in zip(held, ends, strict=False)
            if end > month or not path.months
        )
        last = path.ladder.level_name(held[-1][1]) if held else "none"
        yield Row(f"skill-{skill}", path.ladder.skills[skill].name, bars, last)


def _held(ladder: Ladder, skill: str, level: int, style: Style) -> Attributes:
    return style.level(level, len(ladder.levels)) | {
        "tooltip": tooltip_text(level_in_words(skill, level, ladder))
    }


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from left to right: where it begins and how long it is, in points and in months.

    Where no month of the calendar is the first, months only count from now.
    """

    left: float
    width: float
    months: int
    begins: Month | None = None
    notes: float = RIGHT
    """Points beside it for what is told of each row."""

    @classmethod
    def across(cls, width: int | None, months: int, begins: Month | None) -> Axis:
        """Make room for names and notes in a picture that is shown so wide."""
        if width is None:
            return cls(LEFT, WIDTH, months, begins)
        room = room_at(width)
        left, notes = min(LEFT, LEFT_PART * room), min(RIGHT, RIGHT_PART * room)
        return cls(left, min(WIDTH, room - left - notes), months, begins, notes)

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

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
