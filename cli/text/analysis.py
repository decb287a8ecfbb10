"""What a ladder does to people: in a dozen lines, or in tables with all there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, islice
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

from .layout import cells, hang, paint, tie, wrap
from .words import count, figure, leads, side_by_side

FIRST = 2
"""Of each kind, so many are told in brief."""

WAYS_IN = 5
"""So many lines are about ways in, as these are to be compared."""

MARGIN = 11
"""Columns of the names of kinds, in brief."""


class Line(NamedTuple):
    """A finding in brief: a figure, and texts of which the first is told that there is room for."""

    figure: str
    texts: Sequence[str]


class Section(NamedTuple):
    """All findings of one kind: headings, a row for each, what matters most first."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    nothing: str
    """What is said where there are none."""


ONE = {"people": "person", "roles": "role"}

NUMBERS = ("Months", "Behind", "Moves", "Cost", "Wait", "Opens", "Saves", "Closes", "Costs", "For")
"""Headings of columns that stand to the right."""


HIDDEN = "Nothing that is about five people or more."


def describe_analysis(found: Analysis, look: Look, *, detailed: bool = False) -> str:
    """Lay it out: the first few of each kind, or all."""
    lines = wrap(paint(headline(found), bold=True), look.width)
    if detailed:
        from .tables import table

        for section in sections(found, look):
            lines += ["", paint(section.title, bold=True)]
            if section.rows:
                lines += table(section.heads, section.rows, look, numbers=NUMBERS)
            else:
                lines += wrap(section.nothing, look.width)
    else:
        lines += ["", *_brief(found, look)]
    for remark in remarks(found, detailed=detailed):
        lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


def headline(found: Analysis) -> str:
    """What it is about, and how many have a way."""
    number = f"{found.reached:,} of {found.people:,}"
    if len(found.targets) > 1:
        return f"{found.ladder.name}: {number} ways to {len(found.targets)} roles are open"
    name = found.ladder.roles[found.targets[0]].name
    if found.people == 1:
        return f"To {name}: {number} {ONE[found.counts]} has a way"
    return f"To {name}: {number} {found.counts} have a way"


def remarks(found: Analysis, *, detailed: bool) -> Iterator[str]:
    """What the figures are worth, and what is left out."""
    of = found.people + found.undecided
    if found.undecided:
        yield _warned(
            f"The time limit came before the proof for {found.undecided:,} of {of:,}, which are "
            "in none of these figures."
        )
    if found.untried:
        yield _warned(
            f"Levers and losses are of {found.people - found.untried:,} of {found.people:,}, "
            "evenly chosen: the time limit came first for the others."
        )
    if found.undecided or found.untried or found.single_points is None:
        yield _warned("A longer --time-limit tells more.")
    if found.hidden:
        yield (
            f"Left out: {count(found.hidden, 'finding')} about fewer than five people; "
            "--small-groups tells them."
        )
    words = "Sums over proven answers; months are estimates."
    yield words if detailed else f"{words} --details tells all."


def _warned(text: str) -> str:
    return paint(text, fg="yellow")


def _brief(found: Analysis, look: Look) -> Iterator[str]:
    ladder = found.ladder
    kinds = {
        "Entry": list(islice(_ways_in(found), WAYS_IN)) or [Line("no ways in", [""])],
        "Walls": [_wall_line(ladder, one, look) for one in found.walls[:FIRST]]
        or [_none(found, "nobody waits at a gate")],
        "Levers": [_gain_line(ladder, one, look) for one in found.levers[:FIRST]]
        or [_none(found, "no single change saves a month")],
        "Losses": [_loss_line(ladder, one, look) for one in found.losses[:FIRST]]
        or [_none(found, "any one activity can be done without")],
        "Hangs on": _points_in_brief(found, look),
    }
    ends = [ladder.roles[role].name for role in found.dead_ends]
    kinds["Dead ends"] = [Line(f"{len(ends):,}" if ends else "none", [", ".join(ends), ""])]
    column = max(cells(line.figure) for lines in kinds.values() for line in lines)
    for kind, lines in kinds.items():
        for place, line in enumerate(lines):
            label = "" if place else kind
            first = f"{label:<{MARGIN}}{' ' * (column - cells(line.figure))}{line.figure}  "
            room = look.width - cells(first)
            text = next((one for one in line.texts if cells(one) <= room), line.texts[-1])
            yield from (one.rstrip() for one in hang(first, text, look.width))


def _ways_in(found: Analysis) -> Iterator[Line]:
    """From each way in: to the one role, or how far behind it is on average."""
    roles = found.ladder.roles
    if len(found.targets) == 1:
        for entry in found.entry:
            name = roles[entry.source].name
            if entry.months is None:
                yield Line("no way", [name])
                continue
            wait = f", {entry.waited:,} of them waiting" if entry.waited else ""
            yield Line(_months(entry.months), [f"from {name}{wait}", f"from {name}"])
        return
    means = mean_behind(found.entry)
    if means:
        of = count(means[0][2], "role")
        yield Line("behind", [f"the quickest way in, on average over {of}", "the quickest"])
    for source, behind, _ in means:
        yield Line(f"{behind:.1f} months", [roles[source].name])


def mean_behind(entries: Iterable[Entry]) -> list[tuple[str, float, int]]:
    """By source: months behind the quickest way in on average, over the roles that all reach.

    And over how many roles that is; the quickest first.
    """
    by_target = groupby(entries, key=lambda one: one.target)
    fair = [
        ways
        for ways in (list(ways) for _, ways in by_target)
        if all(way.months is not None for way in ways) and len(ways) > 1
    ]
    # Who is in a role already has no way to it, and would be missing there.
    most = max(map(len, fair), default=0)
    behind: dict[str, list[int]] = {}
    for ways in fair:
        for way in ways if len(ways) == most else ():
            behind.setdefault(way.source, []).append(way.behind or 0)
    means = [(source, sum(all_) / len(all_), len(all_)) for source, all_ in behind.items()]
    return sorted(means, key=lambda one: (one[1], one[0]))


def _wall_line(ladder: Ladder, wall: Wall, look: Look) -> Line:
    gate = leads(ladder, ladder.transitions[wall.transition], look.glyphs)
    waiting = f"{gate}, {wall.people:,} of {wall.passing:,} wait"
    texts = [waiting, gate]
    if names := [tie(ladder.skills[skill].name) for skill in wall.skills]:
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        texts = [f"{waiting} for {names[0]}{more}", *texts]
    return Line(_months(wall.months), texts)


def _gain_line(ladder: Ladder, effect: Effect, look: Look) -> Line:
    change = change_in_words(ladder, effect.change, look)
    if effect.opened:
        return Line(f"opens {effect.opened:,}", [change])
    return Line(f"-{_months(effect.months)}", [f"{change}, for {effect.people:,}", change])


def _loss_line(ladder: Ladder, effect: Effect, look: Look) -> Line:
    change = f"without {change_in_words(ladder, effect.change, look)}"
    if effect.closed:
        return Line(f"closes {effect.closed:,}", [change])
    return Line(f"+{_months(-effect.months)}", [f"{change}, for {effect.people:,}", change])


def _points_in_brief(found: Analysis, look: Look) -> list[Line]:
    if found.single_points is None:
        return [Line("unknown", ["there was no time to tell"])]
    # What activities close stands under losses already.
    points = [one for one in found.single_points if one.kind != "activity"][:FIRST]
    return [
        Line(f"{one.closes:,} of {one.of:,}", [_thing(found.ladder, one, look)]) for one in points
    ] or [_none(found, "there is a way round each role and each move")]


def _none(found: Analysis, meaning: str) -> Line:
    """That there is nothing of a kind, or nothing that may be told."""
    if found.hidden:
        return Line("not told", ["nothing that is about five people or more"])
    return Line("none", [meaning])


def sections(found: Analysis, look: Look) -> list[Section]:
    """All that was found."""
    ladder = found.ladder
    return [
        _entry_section(found, look),
        Section(
            "Walls: gates at which people wait",
            ("Months", "Wait", "Gate", "Lacking"),
            [_wall_row(ladder, one, look) for one in found.walls],
            HIDDEN if found.hidden else "Nobody waits anywhere.",
        ),
        Section(
            "Levers: single changes that help",
            ("Opens", "Saves", "For", "Change"),
            [
                [
                    _some(one.opened),
                    _some(max(one.months, 0)),
                    _some(one.people),
                    change_in_words(ladder, one.change, look),
                ]
                for one in found.levers
            ],
            HIDDEN if found.hidden else "No single change saves a month.",
        ),
        Section(
            "Losses: activities that are missed",
            ("Closes", "Costs", "For", "Activity"),
            [
                [
                    _some(one.closed),
                    _some(max(-one.months, 0)),
                    _some(one.people),
                    change_in_words(ladder, one.change, look),
                ]
                for one in found.losses
            ],
            HIDDEN if found.hidden else "Any one activity can be done without.",
        ),
        Section(
            "Hangs on: what ways are closed without",
            ("Closes", "Kind", "What"),
            [
                [f"{one.closes:,} of {one.of:,}", KINDS[one.kind], _thing(ladder, one, look)]
                for one in found.single_points or ()
            ],
            "No one role, move or activity."
            if found.single_points is not None
            else "There was no time to tell.",
        ),
        Section(
            "Dead ends: roles that no move leaves, and that are not meant to be the last",
            ("Role",),
            [[ladder.roles[role].name] for role in found.dead_ends],
            "None.",
        ),
        Section(
            "Circles: roles between which one can go there and back",
            ("Roles",),
            [
                [side_by_side((ladder.roles[role].name for role in part), look.glyphs)]
                for part in found.circles
            ],
            "None.",
        ),
    ]


KINDS = {"role": "role", "transition": "move", "activity": "activity"}


def _entry_section(found: Analysis, look: Look) -> Section:
    roles = found.ladder.roles
    title, nothing = "Entry: from each role that careers begin in", "There are no ways in."
    if len(found.targets) > 1:
        rows = [
            [f"{behind:.1f}", f"{of:,}", roles[source].name]
            for source, behind, of in mean_behind(found.entry)
        ]
        heads = ("Behind", "Roles", "From")
        return Section(f"{title}, on average over those that all reach", heads, rows, nothing)
    rows = [_entry_row(found.ladder, entry, look) for entry in found.entry]
    heads_of_one = ("Months", "Behind", "Moves", "Cost", "From", "Longest wait")
    return Section(title, heads_of_one, rows, nothing)


def _entry_row(ladder: Ladder, entry: Entry, look: Look) -> list[str]:
    name = ladder.roles[entry.source].name
    if entry.months is None:
        return ["no way", "", "", "", name, ""]
    cost = figure(entry.cost) if entry.cost else ""
    row = [f"{entry.months:,}", _some(entry.behind or 0), str(entry.moves), cost, name]
    if entry.gate is None:
        return [*row, ""]
    before = ladder.roles[ladder.transitions[entry.gate].to_role].name
    wait = f"{_months(entry.waited)} before {before}"
    skills = _skills(ladder, entry.lacking, look)
    return [*row, f"{wait}, for {skills}" if skills else wait]


def _wall_row(ladder: Ladder, wall: Wall, look: Look) -> list[str]:
    gate = leads(ladder, ladder.transitions[wall.transition], look.glyphs)
    waiting = f"{wall.people:,} of {wall.passing:,}"
    return [f"{wall.months:,}", waiting, gate, _skills(ladder, wall.skills, look)]


def _skills(ladder: Ladder, skills: Iterable[str] | Mapping[str, int], look: Look) -> str:
    return side_by_side((tie(ladder.skills[skill].name) for skill in skills), look.glyphs)


def change_in_words(ladder: Ladder, change: Change, look: Look) -> str:
    """A single change, as short as can be."""
    if isinstance(change, TakenAway):
        return ladder.activities[change.activity].name
    if isinstance(change, GateLowered):
        ((skill, level),) = change.requires.items()
        name = ladder.skills[skill].name
        asks = f"asks {name} at {ladder.level_name(level)}" if level else f"does not ask {name}"
        return f"{leads(ladder, ladder.transitions[change.transition], look.glyphs)} {asks}"
    skill = f"{ladder.skills[change.skill].name} at {ladder.level_name(change.level)}"
    if isinstance(change, TaughtSooner):
        when = f"after {_months(change.months)}" if change.months else "on arrival"
        return f"{ladder.roles[change.role].name} gives {skill} {when}"
    return f"{_teacher(ladder, change)} gives {skill}"


def _teacher(ladder: Ladder, change: TaughtHigher) -> str:
    if change.activity is not None:
        return ladder.activities[change.activity].name
    return ladder.roles[change.role or ""].name


def _thing(ladder: Ladder, point: SinglePoint, look: Look) -> str:
    if isinstance(point.key, int):
        return leads(ladder, ladder.transitions[point.key], look.glyphs)
    known = ladder.activities if point.kind == "activity" else ladder.roles
    return known[point.key].name


def _months(number: int) -> str:
    return f"{number:,} month{'' if number == 1 else 's'}"


def _some(number: int) -> str:
    return f"{number:,}" if number else ""
