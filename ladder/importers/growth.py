"""A ladder grown from profiles: what an import assumes where a framework says nothing.

Most published frameworks say which skills a role expects, and at which level. None says how long
anything takes, what a move asks for, or how a skill is learnt. The rules here fill that in, the
same way for every framework: a gate asks for all that the role behind it expects; one grows by
practice, at a pace at which the gap of a usual promotion takes the time that is usually served
before one; and the lowest rungs are open to everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import floor
from statistics import median
from typing import NamedTuple

from ladder.matching import to_id
from ladder.model import ANY, Activity, FrozenDict, Role, Skill, Transition

from .assumptions import Assumptions
from .moves import RoleLevel, Rungs, side_moves

ASSUMED = "low"
"""The confidence in everything that these rules add."""

MOST_PRACTICE = 60
"""Months that a way to learn takes at most, if it is not for a single level."""

PRACTICE = "practice"
"""The kind of the ways to learn that these rules add."""


class Grown(NamedTuple):
    """What becomes of the role levels of a framework."""

    roles: Mapping[str, Role]
    transitions: tuple[Transition, ...]
    activities: Mapping[str, Activity]
    learning_months: tuple[int, ...]
    """To learn level 1 from none, level 2 from level 1, and so on."""


def grow(
    levels: Sequence[RoleLevel],
    skills: Iterable[Skill],
    names: Sequence[str],
    assumed: Assumptions,
    moves: Sequence[Transition] | None = None,
) -> Grown:
    """Make roles, the moves between them, and ways to learn what they expect.

    Where a framework says which moves there are, these are ``moves``, and no others are made.
    """
    rungs = Rungs(levels) if moves is None else None
    transitions = tuple(moves or ()) if rungs is None else _transitions(levels, rungs, assumed)
    left = {source for move in transitions for source in move.from_roles}
    entered = {move.to_role for move in transitions}
    ends = (rungs.ends() if rungs else set()) | (entered - left)
    months = tuple(assumed.learning_months or ())
    if not months:
        tenure = _tenure(transitions) or assumed.tenure
        months = (months_a_level(tenure, _raises(levels, transitions)),) * len(names)
    asked = [move.requires for move in transitions]  # what no gate asks for, nobody would learn
    return Grown(
        FrozenDict(
            {level.id: _role(level, level.id in ends, assumed) for level in levels},
        ),
        transitions,
        practices(skills, names, months, asked),
        months,
    )


def _role(level: RoleLevel, final: bool, assumed: Assumptions) -> Role:
    """Make a role that expects its profile, and develops it where the gate asks for less."""
    develops: dict[str, Mapping[int, int]] = {}
    if assumed.gate_below:
        develops = {
            skill: FrozenDict({wanted: assumed.months}) for skill, wanted in level.profile.items()
        }
    return Role(
        level.id,
        level.name,
        track=level.track,
        rank=level.rank,
        develops=FrozenDict(develops),
        about=level.about,
        confidence=ASSUMED if develops else None,
        final=final,
        expects=FrozenDict(level.profile),
    )


def _transitions(
    levels: Sequence[RoleLevel], rungs: Rungs, assumed: Assumptions
) -> tuple[Transition, ...]:
    """Join role levels by promotions and then side moves, and open the lowest rungs to all."""
    by_id = {level.id: level for level in levels}
    sideways = side_moves(levels, rungs, assumed.side_moves, assumed.side_near, assumed.side_rise)

    def lead(leaves: str, leads: str, kind: str, months: int) -> Transition:
        sources = () if leaves == ANY else (leaves,)
        requires = gate(by_id[leads].profile, assumed.gate_below)
        return Transition(sources, leads, months, kind, requires, confidence=ASSUMED)

    opened = set(rungs.entered()) | rungs.stranded(sideways)
    moves = [
        lead(ANY, level.id, "entry", assumed.entry_months) for level in levels if level.id in opened
    ]
    moves += (
        lead(level.id, leads, kind, months)
        for level in levels
        for kind, months, pairs in (
            ("promotion", assumed.tenure, rungs.promoted),
            ("lateral", assumed.side_months, sideways),
        )
        for leads in sorted(pairs.get(level.id, ()))
    )
    return tuple(moves)


def _tenure(transitions: Iterable[Transition]) -> int:
    """Months that are usually served before a promotion; 0 where there is none."""
    return round(median([move.months for move in transitions if move.kind == "promotion"] or [0]))


def _raises(levels: Iterable[RoleLevel], transitions: Iterable[Transition]) -> list[int]:
    """Level points that each promotion raises; without promotions, each side move.

    Without either, those of each profile.
    """
    profiles = {level.id: level.profile for level in levels}
    moves = [move for move in transitions if not move.from_any]
    moves = [move for move in moves if move.kind == "promotion"] or moves
    if not moves:
        return [sum(profile.values()) for profile in profiles.values()]
    return [
        points_raised(profiles[source], profiles[move.to_role])
        for move in moves
        for source in move.from_roles
    ]


def points_raised(before: Mapping[str, int], after: Mapping[str, int]) -> int:
    """How many levels one has to rise, all skills together, from one profile to another.

    >>> points_raised({"sql": 2, "drawing": 3}, {"sql": 3, "drawing": 1, "speech": 2})
    3
    """
    return sum(max(0, level - before.get(skill, 0)) for skill, level in after.items())


def months_a_level(tenure: int, raises: Iterable[int]) -> int:
    """Months to learn a level, so that a move that raises as much as most takes its tenure.

    >>> months_a_level(24, [3, 6, 9])
    4
    """
    points = median([points for points in raises if points] or [1])
    return max(1, floor(tenure / points + 0.5))


def practices(
    skills: Iterable[Skill],
    names: Sequence[str],
    months: Sequence[int],
    asked: Iterable[Mapping[str, int]],
) -> Mapping[str, Activity]:
    """Make every level that is asked for something to practise, once the one below is held.

    Levels in between that nobody asks for are learnt on the way, and take their months, too; where
    that would take very long, they are practised one by one.
    """
    wanted: dict[str, set[int]] = {}
    for profile in asked:
        for key, level in profile.items():
            wanted.setdefault(key, {0}).add(level)
    words = _words(names)
    grown = {}
    for skill in skills:
        for below, level in _steps(wanted.get(skill.id, ()), months):
            way = f"{skill.id}-{words[level - 1]}"
            grown[way] = Activity(
                way,
                f"{skill.name} to {names[level - 1]}",
                sum(months[below:level]),
                PRACTICE,
                requires=FrozenDict({skill.id: below} if below else {}),
                develops=FrozenDict({skill.id: level}),
                confidence=ASSUMED,
            )
    return FrozenDict(grown)


def _steps(wanted: Iterable[int], months: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Levels to learn, each with the one below it that is learnt before.

    >>> list(_steps({0, 2, 3}, (12, 12, 12))), list(_steps({0, 2, 3}, (36, 36, 36)))
    ([(0, 2), (2, 3)], [(0, 1), (1, 2), (2, 3)])
    """
    for below, level in pairwise(sorted(wanted)):
        if sum(months[below:level]) > MOST_PRACTICE:
            yield from pairwise(range(below, level + 1))
        else:
            yield below, level


def _words(names: Sequence[str]) -> list[str]:
    """Endings of ids for levels: their names where those are single words, else their numbers.

    Either way no two ids can be the same, whatever the ids of the skills.
    """
    words = [to_id(name) for name in names]
    if len(set(words)) == len(words) and all(word and "-" not in word for word in words):
        return words
    return [f"level-{number}" for number in range(1, len(names) + 1)]


def gate(profile: Mapping[str, int], below: int) -> Mapping[str, int]:
    """Ask for a profile, but each skill so many levels below it.

    >>> gate({"coaching": 1, "strategy": 3}, 1)
    {'strategy': 2}
    """
    return FrozenDict({skill: level - below for skill, level in profile.items() if level > below})
