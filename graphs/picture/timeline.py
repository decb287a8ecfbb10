"""A growth path over time: jobs, learning with its pauses, gates, and the skills as they grow."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphs.answer import GrowthPath, Learning, Move, Stay
from graphs.month import Month
from graphs.origins import origins
from ladder import Ladder

from .axis import Axis
from .blocks import Box
from .canvas import Canvas
from .head import head
from .heading import summary
from .labels import by_weight
from .style import NORMAL, NOTE, SMALL, TOLD, Attributes, Style
from .table import Cell, Label, centred, table
from .text import clean, isolated, tooltip_text, width_of, wrap
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
    jobs = [_job(path, place, stay, style) for place, stay in enumerate(path.stays)]
    learning = [_learning(path.ladder, item, style) for item in path.learning]
    skills = list(_skills(path, style))
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
        _text(canvas, f"section {name}", name, 0, sheet.y + SECTION - 10, style, bold=True)
        sheet.y += SECTION
        for row in rows:
            _add_row(canvas, axis, row, sheet.next(row.id), style)
    for gate in gates:
        _add_gate(canvas, axis, gate, path.ladder, sheet.rows, style)
    return canvas.dot()


def _job(path: GrowthPath, place: int, stay: Stay, style: Style) -> Row:
    role = path.ladder.roles[stay.role]
    about = tooltip_text(role.name, role.about or "")
    look = style.role_on_path | {"tooltip": about, "style": "filled", "penwidth": "0"}
    if stay.move is None:
        note = f"after {_count(stay.start)}" if stay.start else "now"
        return Row(f"job-{place}", role.name, (Bar(stay.start, stay.end, look),), note, bold=True)
    bars = (Bar(stay.start, stay.end, look),)
    return Row(f"job-{place}", role.name, bars, _count(stay.end - stay.start), bold=True)


def _learning(ladder: Ladder, item: Learning, style: Style) -> Row:
    activity = ladder.activities[item.activity]
    theme = style.theme
    ground = theme.shades[min(2, len(theme.shades) - 1)]
    look = {"fillcolor": ground, "style": "filled", "penwidth": "0", "fontcolor": theme.on(ground)}
    gives = (
        f"{isolated(ladder.skills[skill].name)}: {isolated(ladder.level_name(level))}"
        for skill, level in by_weight(item.develops, ladder)
    )
    about = {"tooltip": tooltip_text(activity.name, activity.about or "", *gives)}
    bars = tuple(Bar(start, end, look | about) for start, end in item.periods)
    note = _count(sum(end - start for start, end in item.periods))
    if activity.cost:
        note += f", {clean(ladder.currency or 'cost')} {activity.cost:,}"
    return Row(f"learning-{item.activity}", activity.name, bars, note)


def _skills(path: GrowthPath, style: Style) -> Iterator[Row]:
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
    most = max(len(path.ladder.levels), 1)
    for skill in shown:
        held = [(month, level) for month, level in grown.get(skill, []) if month <= path.months]
        ends = [month for month, _ in held[1:]] + [path.months]
        bars = tuple(
            Bar(month, end, _level(style, path.ladder, level, most), str(level))
            for (month, level), end in zip(held, ends, strict=False)
            if end > month or not path.months
        )
        last = path.ladder.level_name(held[-1][1]) if held else "none"
        yield Row(f"skill-{skill}", path.ladder.skills[skill].name, bars, last)


def _level(style: Style, ladder: Ladder, level: int, most: int) -> dict[str, str]:
    ground = style.theme.ground(level / most)
    return {
        "fillcolor": ground,
        "fontcolor": style.theme.on(ground),
        "style": "filled",
        "color": style.theme.paper,
        "penwidth": "1",
        "tooltip": tooltip_text(ladder.level_name(level)),
    }


def _head(path: GrowthPath, begins: Month | None, gates: bool, style: Style) -> Label:
    notes = ["Bars: the months of each job and of each activity, pauses as a thin line."]
    if begins is None:
        notes[0] = notes[0].replace("the months", "the months from now", 1)
    if gates:
        notes.append("Diamonds: the gates to be passed, and the skills that they ask for.")
    levels = path.ladder.levels
    key = [
        (_level(style, path.ladder, level, len(levels)), f"{level} {isolated(clean(name))}")
        for level, name in enumerate(levels, 1)
    ]
    title = f"{path.ladder.name}: the plan"
    return head(title, summary(path), [" ".join(notes)], key, LEFT + WIDTH + RIGHT, style.theme)


def _add_axis(canvas: Canvas, axis: Axis, height: float, style: Style) -> None:
    faint = {"style": "filled", "fillcolor": style.theme.hue(0).tint, "penwidth": "0"}
    caption = "month" if axis.begins is None else ""
    if caption:
        label = centred([caption], NOTE)
        box = Box(LEFT - 48, AXIS / 2, label.width, label.height)
        canvas.box("caption", box, label, style.heading | {"fontcolor": style.theme.soft})
    for month, words in axis.ticks():
        x = axis.at(month)
        line = Box(x, AXIS + (height - AXIS) / 2, 1.2, height - AXIS)
        canvas.box(f"grid {month}", line, None, faint)
        label = centred([words], NOTE)
        box = Box(x, AXIS / 2, label.width + 4, label.height)
        canvas.box(f"tick {month}", box, label, style.heading | {"fontcolor": style.theme.soft})


def _add_gate_line(canvas: Canvas, axis: Axis, gate: Gate, height: float, style: Style) -> None:
    top = AXIS + SECTION + ROW * (gate.place + 1)
    line = Box(axis.at(gate.month), (top + height) / 2, 1, height - top)
    look = {"style": "filled", "fillcolor": style.theme.line, "penwidth": "0"}
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
    needs = [
        f"{isolated(ladder.skills[skill].name)}: {isolated(ladder.level_name(level))}"
        for skill, level in by_weight(gate.move.requires, ladder)
    ]
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


def _add_row(canvas: Canvas, axis: Axis, row: Row, y: float, style: Style) -> None:
    size = TOLD if row.bold else NORMAL
    name = wrap(row.name, LEFT - 14, size, lines=1)[0]
    _text(canvas, f"name {row.id}", name, 0, y, style, size=size, bold=row.bold)
    for number, (one, other) in enumerate(zip(row.bars, row.bars[1:], strict=False)):
        if one.end < other.start:
            across = Box(
                axis.at((one.end + other.start) / 2),
                y,
                axis.at(other.start) - axis.at(one.end),
                PAUSE,
            )
            look = {"style": "filled", "fillcolor": style.theme.line, "penwidth": "0"}
            canvas.box(f"pause {row.id} {number}", across, None, look)
    for number, bar in enumerate(row.bars):
        width = max(axis.at(bar.end) - axis.at(bar.start), 3)
        box = Box(axis.at(bar.start) + width / 2, y, width, BAR)
        fits = bar.text and width_of(bar.text, SMALL) + 4 <= width
        label = centred([bar.text], SMALL) if fits else None
        canvas.box(f"{row.id} {number}", box, label, {"id": f"{row.id}-{number}", **bar.look})
    if row.note:
        note = wrap(row.note, RIGHT - GATE, NOTE, lines=1)[0]
        _text(canvas, f"note {row.id}", note, LEFT + WIDTH + GATE, y, style, size=NOTE, soft=True)


def _text(
    canvas: Canvas,
    name: str,
    text: str,
    left: float,
    y: float,
    style: Style,
    *,
    size: int = TOLD,
    bold: bool = False,
    soft: bool = False,
) -> None:
    """Write a line of text that begins at a place."""
    label = table([[Cell(text, size, bold)]])
    look = style.heading | ({"fontcolor": style.theme.soft} if soft else {})
    canvas.box(name, Box(left + label.width / 2, y, label.width, label.height), label, look)


def _count(months: int) -> str:
    return f"{months} month{'' if months == 1 else 's'}"
