"""What a ladder does to people: in ten lines, or in tables with all there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from cli.output import Look
from graphs import Analysis
from graphs.analysis.changes import Change, TakenAway, TaughtHigher, TaughtSooner
from graphs.analysis.entry import Entry
from graphs.analysis.levers import Effect
from graphs.analysis.single_points import SinglePoint
from graphs.analysis.walls import Wall
from graphs.queries.single_changes import GateLowered
from ladder import Ladder

from .layout import paint, rows, tie, wrap
from .words import count, duration, leads, side_by_side

FIRST = 3
"""Of each kind, so many are told in brief."""


class Part(NamedTuple):
    """One kind of finding: what it is called, and a line for each, what matters most first."""

    title: str
    lines: Sequence[str]
    nothing: str


def parts_of(found: Analysis, look: Look) -> list[Part]:
    """All that was found, in sentences."""
    ladder = found.ladder
    return [
        Part("Entry", list(_entry(found, look)), "there are no ways in"),
        Part("Walls", [_wall(ladder, one, look) for one in found.walls], "nobody waits anywhere"),
        Part(
            "Levers",
            [f"{_change(ladder, one.change, look)}: {_gain(one)}" for one in found.levers],
            "no single change saves a month",
        ),
        Part(
            "Losses",
            [f"without {_change(ladder, one.change, look)}: {_loss(one)}" for one in found.losses],
            "any single activity can be done without",
        ),
        Part(
            "Hangs on",
            [_point(ladder, one, look) for one in found.single_points if one.kind != "activity"],
            "no single role and no single move",
        ),
        Part(
            "Dead ends",
            [tie(ladder.roles[role].name) for role in found.dead_ends],
            "none but those that are meant",
        ),
        Part("Circles", [_circle(ladder, part, look) for part in found.circles], "none"),
    ]


def describe_analysis(found: Analysis, look: Look, *, detailed: bool = False) -> str:
    """Lay it out: the first few of each kind, or all."""
    lines = wrap(paint(headline(found), bold=True), look.width)
    told = parts_of(found, look)
    if detailed:
        for part in told:
            lines += ["", paint(part.title, bold=True)]
            for one in part.lines or [part.nothing]:
                lines += rows([("  " + look.glyphs.between.strip(), one)], look.width, column=4)
    else:
        lines += ["", *rows(list(_brief(told, look)), look.width)]
    for remark in remarks(found, detailed):
        lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


def _brief(parts: Iterable[Part], look: Look) -> Iterator[tuple[str, str]]:
    for part in parts:
        if part.title == "Circles":
            continue
        shown = part.lines[:FIRST] or [part.nothing]
        for place, line in enumerate(shown):
            yield ("" if place else part.title, line)


def headline(found: Analysis) -> str:
    """What it is about, and how many have a way."""
    people = f"{found.reached:,} of {found.people:,}"
    if len(found.targets) == 1:
        name = found.ladder.roles[found.targets[0]].name
        return f"To {name}: {people} have a way there"
    return f"{found.ladder.name}: {people} ways between roles are open"


def remarks(found: Analysis, detailed: bool) -> Iterator[str]:
    """What the figures are worth, and what is left out."""
    if found.undecided:
        yield paint(
            f"The time limit came before the proof for {found.undecided:,} of the ways, which are "
            "not in these figures; a longer --time-limit may help.",
            fg="yellow",
        )
    unsettled = sum(effect.undecided > 0 for effect in (*found.levers, *found.losses))
    if unsettled:
        yield paint(
            f"{count(unsettled, 'change')} may do more than is told: the time limit came first.",
            fg="yellow",
        )
    words = "Each figure is a sum over proven answers; months are estimates."
    yield words if detailed else f"{words} --details tells all."


def _entry(found: Analysis, look: Look) -> Iterator[str]:
    """From each way in: to the one role, or to all of them on average."""
    roles = found.ladder.roles
    if len(found.targets) == 1:
        for entry in found.entry:
            yield _from(found.ladder, entry, look)
        return
    by_source = sorted(found.entry, key=lambda one: one.source)
    means = []
    for source, entries in groupby(by_source, key=lambda one: one.source):
        behind = [one.behind for one in entries if one.behind is not None]
        mean = sum(behind) / len(behind) if behind else 0.0
        means.append((mean, source, len(behind)))
    for mean, source, reached in sorted(means):
        late = (
            f"{mean:.1f} months behind the quickest way in on average" if mean else "the quickest"
        )
        yield f"{tie(roles[source].name)}: {count(reached, 'role')} to be reached, {late}"


def _from(ladder: Ladder, entry: Entry, look: Look) -> str:
    name = tie(ladder.roles[entry.source].name)
    if entry.months is None:
        return f"{name}: no way"
    text = f"{name}: {duration(entry.months)}"
    if entry.gate is None:
        return text
    role = tie(ladder.roles[ladder.transitions[entry.gate].to_role].name)
    skills = _skills(ladder, entry.lacking, look)
    return f"{text}, {count(entry.waited, 'month')} of them before {role}, for {skills}"


def _wall(ladder: Ladder, wall: Wall, look: Look) -> str:
    move = ladder.transitions[wall.transition]
    text = f"{leads(ladder, move, look.glyphs)}: {wall.people:,} of {wall.passing:,} wait"
    text += f" {count(wall.months, 'month')} in all"
    return f"{text}, for {_skills(ladder, wall.skills, look)}" if wall.skills else text


MOST_SKILLS = 4


def _skills(ladder: Ladder, skills: Iterable[str] | Mapping[str, int], look: Look) -> str:
    names = [tie(ladder.skills[skill].name) for skill in skills]
    if (more := len(names) - MOST_SKILLS) > 1:
        names = [*names[:MOST_SKILLS], f"{more}{tie(' more')}"]
    return side_by_side(names, look.glyphs) or "what comes later"


def _change(ladder: Ladder, change: Change, look: Look) -> str:
    if isinstance(change, TakenAway):
        return tie(ladder.activities[change.activity].name)
    if isinstance(change, GateLowered):
        ((skill, level),) = change.requires.items()
        asks = tie(ladder.skills[skill].name)
        asks = f"asks {asks} at {ladder.level_name(level)}" if level else f"does not ask {asks}"
        return f"{leads(ladder, ladder.transitions[change.transition], look.glyphs)} {asks}"
    skill = f"{tie(ladder.skills[change.skill].name)} at {ladder.level_name(change.level)}"
    if isinstance(change, TaughtSooner):
        when = f"after {count(change.months, 'month')}" if change.months else "on arrival"
        return f"{tie(ladder.roles[change.role].name)} gives {skill} {when}"
    return f"{_teacher(ladder, change)} gives {skill}"


def _teacher(ladder: Ladder, change: TaughtHigher) -> str:
    if change.activity is not None:
        return tie(ladder.activities[change.activity].name)
    return tie(ladder.roles[change.role or ""].name)


def _gain(effect: Effect) -> str:
    told = [f"opens {effect.opened:,}"] if effect.opened else []
    if effect.months:
        told.append(f"saves {count(effect.months, 'month')} to {effect.people:,}")
    return ", ".join(told)


def _loss(effect: Effect) -> str:
    told = [f"{effect.closed:,} have no way"] if effect.closed else []
    if effect.months:
        told.append(f"{effect.people:,} take {count(-effect.months, 'month')} longer")
    return ", ".join(told)


def _point(ladder: Ladder, point: SinglePoint, look: Look) -> str:
    if isinstance(point.key, int):
        name = leads(ladder, ladder.transitions[point.key], look.glyphs)
    else:
        name = tie(ladder.roles[point.key].name)
    return f"{name}: without it {point.closes:,} of {point.of:,} have no way"


def _circle(ladder: Ladder, part: Sequence[str], look: Look) -> str:
    return side_by_side([tie(ladder.roles[role].name) for role in part], look.glyphs)
