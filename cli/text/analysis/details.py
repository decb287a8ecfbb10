"""All that was found, in tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from cli.output import Look
from cli.text.words import figure, leads
from graphs import Analysis
from graphs.analysis.entry import Entry
from graphs.analysis.walls import Wall
from ladder import Ladder

from .words import (
    NO_TIME,
    change_in_words,
    mean_behind,
    months,
    no_entry,
    none,
    some,
    thing,
    tried_changes,
)


class Section(NamedTuple):
    """All findings of one kind: headings, a row for each, what matters most first."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    nothing: str
    """What is said where there are none."""


NUMBERS = (
    "Months",
    "Behind",
    "Moves",
    "Cost",
    "Wait",
    "Opens",
    "Saves",
    "Closes",
    "Costs",
    "For",
    "Roles",
)
"""Headings of columns that stand to the right."""

KINDS = {"role": "role", "transition": "move", "activity": "activity"}


def sections(found: Analysis, look: Look) -> list[Section]:
    """All that was found."""
    ladder, tried = found.ladder, tried_changes(found)
    of = f", tried for {tried:,} of {found.people:,}" if found.untried and tried else ""
    sections = [
        _entry_section(found),
        Section(
            "Walls: gates at which people wait",
            ("Months", "Wait", "Gate", "Lacking"),
            [_wall_row(ladder, one, look) for one in found.walls],
            _sentence(none(found, "nobody waits at a gate", tried=found.people)),
        ),
        Section(
            f"Levers: single changes that help{of}",
            ("Opens", "Saves", "For", "Change"),
            [
                [
                    some(one.opened),
                    some(max(one.months, 0)),
                    some(one.people),
                    change_in_words(ladder, one.change, look),
                ]
                for one in found.levers
            ],
            _sentence(none(found, "no single change saves a month", tried=tried)),
        ),
        Section(
            f"Losses: activities that are missed{of}",
            ("Closes", "Costs", "For", "Activity"),
            [
                [
                    some(one.closed),
                    some(max(-one.months, 0)),
                    some(one.people),
                    change_in_words(ladder, one.change, look),
                ]
                for one in found.losses
            ],
            _sentence(none(found, "any one activity can be done without", tried=tried)),
        ),
        Section(
            "Hangs on: what ways are closed without",
            ("Closes", "Kind", "What"),
            [
                [f"{one.closes:,} of {one.of:,}", KINDS[one.kind], thing(ladder, one, look)]
                for one in found.single_points or ()
            ],
            _sentence(
                NO_TIME
                if found.single_points is None
                else none(
                    found,
                    "there is a way round each role, each move and each activity",
                    tried=found.people,
                )
            ),
        ),
        Section(
            "Dead ends: roles that no move leaves but what is open to all, and that are not "
            "meant to be the last",
            ("Role",),
            [[ladder.roles[role].name] for role in found.dead_ends],
            "None.",
        ),
        Section(
            "Circles: roles between which one can go there and back, by other moves than what is "
            "open to all",
            ("There and back",),
            [[", ".join(ladder.roles[role].name for role in part)] for part in found.circles],
            "None.",
        ),
    ]
    if found.no_way:
        names = [[role.name] for role in ladder.roles.values() if role.id in found.no_way]
        sections.append(
            Section("No way: roles from which there is none", ("Role",), names, "None.")
        )
    return sections


def _entry_section(found: Analysis) -> Section:
    roles = found.ladder.roles
    title = "Entry: from each role that careers begin in"
    nothing = _sentence(no_entry(found))
    if len(found.targets) > 1:
        rows = [
            [f"{behind:.1f}", f"{of:,}", roles[source].name]
            for source, behind, of in mean_behind(found.entry)
        ]
        heads = ("Behind", "Roles", "From")
        return Section(f"{title}, on average over those that all reach", heads, rows, nothing)
    rows = [_entry_row(found.ladder, entry) for entry in found.entry]
    heads_of_one = ("Months", "Behind", "Moves", "Cost", "From", "Longest wait")
    return Section(title, heads_of_one, rows, nothing)


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:]}."


def _entry_row(ladder: Ladder, entry: Entry) -> list[str]:
    name = ladder.roles[entry.source].name
    if entry.months is None:
        return ["no way", "", "", "", name, ""]
    cost = figure(entry.cost) if entry.cost else ""
    row = [f"{entry.months:,}", some(entry.behind or 0), str(entry.moves), cost, name]
    if entry.gate is None:
        return [*row, ""]
    before = ladder.roles[ladder.transitions[entry.gate].to_role].name
    wait = f"{months(entry.waited)} before {before}"
    skills = _skills(ladder, entry.lacking)
    return [*row, f"{wait}, for {skills}" if skills else wait]


def _wall_row(ladder: Ladder, wall: Wall, look: Look) -> list[str]:
    gate = leads(ladder, ladder.transitions[wall.transition], look.glyphs)
    waiting = f"{wall.people:,} of {wall.passing:,}"
    return [f"{wall.months:,}", waiting, gate, _skills(ladder, wall.skills)]


def _skills(ladder: Ladder, skills: Iterable[str] | Mapping[str, int]) -> str:
    return ", ".join(ladder.skills[skill].name for skill in skills)
