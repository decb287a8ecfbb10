"""A ladder grown from profiles: what an import assumes where a framework gives no months.

Most published frameworks say which skills a role asks for, and at which level. None says how long
anything takes, what a move asks for, or how a skill is learnt. The rules here fill that in, the
same way for every framework.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from ladder.matching import to_id
from ladder.model import Activity, FrozenDict, Role, Skill, Transition

from .assumptions import Assumptions

MOST_ROLES = 1_000
"""Each is compared with each to find side moves."""

Moves = dict[str, set[str]]
"""From the id of each role level to the ids of those it leads to."""

ASSUMED = "low"
"""The confidence in everything that these rules add."""


@dataclass(frozen=True, slots=True)
class RoleLevel:
    """One level of a role, with the skills it asks for."""

    id: str
    name: str
    track: str
    """Id of the track that holds all levels of the role."""
    rank: int
    """From 1; a fork has the rank of the rung beside it."""
    fork: bool
    """Whether it stands beside the rungs, as a management level does."""
    profile: Mapping[str, int]
    """The level asked for, by skill id."""
    about: str | None = None


def grow_role(level: RoleLevel, assumptions: Assumptions) -> Role:
    """Make a role that develops its own profile."""
    develops = {
        skill: FrozenDict({wanted: assumptions.months}) for skill, wanted in level.profile.items()
    }
    return Role(
        level.id,
        level.name,
        track=level.track,
        rank=level.rank,
        develops=FrozenDict(develops),
        about=level.about,
        confidence=ASSUMED,
    )


def grow_transitions(
    levels: Sequence[RoleLevel], assumptions: Assumptions, promoted: Moves | None = None
) -> tuple[Transition, ...]:
    """Join role levels by promotions and then side moves, each behind the gate of its target."""
    by_id = {level.id: level for level in levels}
    promoted = promotions(levels) if promoted is None else promoted
    sideways = side_moves(levels, assumptions.side_moves)

    def join(leaves: str, leads: str, kind: str, months: int) -> Transition:
        requires = gate(by_id[leads].profile, assumptions.gate_below)
        return Transition((leaves,), leads, months, kind, requires, confidence=ASSUMED)

    return tuple(
        join(level.id, leads, kind, months)
        for level in levels
        for kind, months, pairs in (
            ("promotion", assumptions.tenure, promoted),
            ("lateral", assumptions.side_months, sideways),
        )
        for leads in sorted(pairs.get(level.id, ()))
    )


def grow_activities(
    skills: Iterable[Skill],
    names: Sequence[str],
    learning_months: Sequence[int],
    title: str = "{skill} to {level} level",
) -> tuple[Activity, ...]:
    """Make every level of every skill something to learn, once the level below it is held."""
    return tuple(
        Activity(
            f"{skill.id}-{to_id(name)}",
            title.format(skill=skill.name, level=name),
            months,
            requires=gate({skill.id: level}, 1),
            develops=FrozenDict({skill.id: level}),
            confidence=ASSUMED,
        )
        for skill in skills
        for level, (name, months) in enumerate(zip(names, learning_months, strict=True), start=1)
    )


def promotions(levels: Iterable[RoleLevel]) -> Moves:
    """Find what each role level is promoted to.

    A rung leads to the next rung of its track, and to the fork beside that rung; a fork leads to
    the next fork.
    """

    def lane(level: RoleLevel) -> tuple[str, bool]:
        return level.track, level.fork

    moves: Moves = {}
    rung_at: dict[tuple[str, int], str] = {}
    for (track, fork), members in groupby(sorted(levels, key=lane), key=lane):
        line = sorted(members, key=lambda level: (level.rank, level.id))
        for lower, upper in pairwise(line):
            moves.setdefault(lower.id, set()).add(upper.id)
        for level in line:
            if not fork:
                rung_at[track, level.rank] = level.id
            elif below := rung_at.get((track, level.rank - 1)):
                moves.setdefault(below, set()).add(level.id)
    return moves


def side_moves(levels: Collection[RoleLevel], per_level: int) -> Moves:
    """Find which role levels have so much in common that one can move between them, both ways.

    Two role levels are as near as the level points that both profiles ask for, divided by those
    that either asks for; with no skill in common there is no side move. What stands above or
    below in the same track is no side move either, but from a rung to its fork is one. Of each
    track only the nearest role level counts.

    In the first round each role level is joined with the one nearest to it, in the second with
    its second nearest, and so on, until there are ``per_level`` side moves from a role level on
    average. A round is always finished, so that nothing hangs on an arbitrary cut, and the average
    comes out somewhat higher. What is equally near goes by id.
    """
    points = points_of(level.profile for level in levels)
    with_points = list(zip(levels, points, strict=True))
    choices = {level.id: list(_nearest(level, own, with_points)) for level, own in with_points}
    moves: Moves = {level.id: set() for level in levels}
    for number in range(max(map(len, choices.values()), default=0)):
        if sum(map(len, moves.values())) >= per_level * len(levels):
            break
        for chooser, others in choices.items():
            for other in others[number : number + 1]:
                moves[chooser].add(other)
                moves[other].add(chooser)
    return moves


def _nearest(
    level: RoleLevel, points: int, levels: Iterable[tuple[RoleLevel, int]]
) -> Iterator[str]:
    """Ids of the nearest role level in each track, the nearest of them first."""
    candidates = [
        (-nearness(points, others), other.id, other.track)
        for other, others in levels
        if points & others
        and other.id != level.id
        and (other.track != level.track or other.rank == level.rank)
    ]
    tracks: set[str] = set()
    for negative, other, track in sorted(candidates):
        if negative and track not in tracks:
            tracks.add(track)
            yield other


def nearness(one: int, other: int) -> float:
    """Share of level points that two profiles have in common.

    >>> nearness(*points_of([{"testing": 2, "design": 2}, {"testing": 3}]))
    0.4
    """
    common, either = (one & other).bit_count(), (one | other).bit_count()
    return common / either if either else 0.0


def points_of(profiles: Iterable[Mapping[str, int]]) -> list[int]:
    """Level points of profiles as bits, so that two of them are compared at once.

    >>> [bin(points) for points in points_of([{"testing": 2, "design": 1}, {"testing": 3}])]
    ['0b1011', '0b111']
    """
    profiles = list(profiles)
    width = max((level for profile in profiles for level in profile.values()), default=0)
    place = {skill: 0 for profile in profiles for skill in profile}
    place = {skill: width * number for number, skill in enumerate(place)}
    return [
        sum(((1 << level) - 1) << place[skill] for skill, level in profile.items())
        for profile in profiles
    ]


def gate(profile: Mapping[str, int], below: int) -> Mapping[str, int]:
    """Ask for a profile, but each skill so many levels below it.

    >>> gate({"coaching": 1, "strategy": 3}, 1)
    {'strategy': 2}
    """
    return FrozenDict({skill: level - below for skill, level in profile.items() if level > below})
