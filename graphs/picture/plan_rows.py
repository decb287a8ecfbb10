"""The lines of a plan over time: jobs, activities, and skills as they grow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from graphs.answer import GrowthPath, Learning, Stay
from graphs.origins import origins
from ladder import Ladder

from .style import Attributes, Style
from .telling import named
from .text import clean, tooltip_text
from .wording import counted


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
