"""From a matrix to a ladder: months, moves, gates and ways to learn are assumed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from ladder.frozen import FrozenDict
from ladder.ids import to_id
from ladder.importers.assumptions import Assumptions
from ladder.importers.growth import grow_activities, grow_role, grow_transitions
from ladder.importers.moves import Moves
from ladder.importers.profiles import RoleLevel
from ladder.model import Activity, Ladder, Skill, Track

from .contents import Matrix, MatrixRole


def usual_learning(levels: int) -> tuple[int, ...]:
    """Months to learn each of so many levels from the one below, unless somebody knows better.

    Examples
    --------
    >>> usual_learning(6)
    (1, 3, 6, 12, 18, 24)
    """
    return tuple(([1, 3] + [6 * step for step in range(1, levels)])[:levels])


def usual_gate(levels: int) -> int:
    """How many levels below a profile its gate asks for: one, where a scale has several."""
    return int(levels > 1)


def grow_ladder(
    matrix: Matrix, assumed: Assumptions, lanes: Sequence[Sequence[MatrixRole]], name: str
) -> Ladder:
    """Grow a ladder from a matrix.

    Parameters
    ----------
    matrix : Matrix
    assumed : Assumptions
        The figures that a matrix does not give.
    lanes : sequence of sequence of MatrixRole
        From `find_lanes`, or reversed: roles of a lane lead to the next of it.
    name : str
        Of the ladder.

    Returns
    -------
    Ladder
        Without a source.
    """
    skills = [Skill(key, text) for key, text in matrix.skills.items()]
    places = {role.id: place for lane in lanes for place, role in enumerate(lane, start=1)}
    levels = [
        RoleLevel(
            id=role.id,
            name=role.name,
            track=role.track or "",
            rank=role.rank if role.rank is not None else places.get(role.id, 0),
            fork=False,
            profile=role.profile,
        )
        for role in matrix.roles
    ]
    activities = _activities(skills, matrix.levels, assumed.learning_months)
    return Ladder(
        name=name,
        levels=matrix.levels,
        skills=FrozenDict({skill.id: skill for skill in skills}),
        tracks=FrozenDict({key: Track(key, text) for key, text in matrix.tracks.items()}),
        roles=FrozenDict(
            {
                role.id: replace(grow_role(level, assumed), track=role.track, rank=role.rank)
                for role, level in zip(matrix.roles, levels, strict=True)
            }
        ),
        transitions=grow_transitions(levels, assumed, _promotions(lanes)),
        activities=FrozenDict({activity.id: activity for activity in activities}),
    )


def find_lanes(roles: Sequence[MatrixRole]) -> list[list[MatrixRole]]:
    """Line up roles that may lead to one another: those of a track, by rank, or as they stand.

    Parameters
    ----------
    roles : sequence of MatrixRole

    Returns
    -------
    list of list of MatrixRole
        Where no role has a track, they are in one lane; roles without a track are in none
        otherwise. A lane is by rank where all its roles have one.
    """
    tracked = any(role.track for role in roles)
    lanes: dict[str | None, list[MatrixRole]] = {}
    for role in roles:
        if role.track or not tracked:
            lanes.setdefault(role.track, []).append(role)
    return [
        sorted(lane, key=lambda role: role.rank or 0) if is_ranked(lane) else lane
        for lane in lanes.values()
    ]


def is_ranked(lane: Sequence[MatrixRole]) -> bool:
    """Tell whether a lane can be lined up by rank."""
    return all(role.rank is not None for role in lane)


def falls(lane: Sequence[MatrixRole]) -> bool:
    """Tell whether a lane begins with the senior role: the last asks for less than the first."""
    points = [sum(role.profile.values()) for role in lane]
    return points[-1] < points[0]


def _promotions(lanes: Sequence[Sequence[MatrixRole]]) -> Moves:
    """Lead from each role to the next of its lane; of roles with one rank, from all to all."""
    moves: Moves = {}
    for lane in lanes:
        steps = [[role] for role in lane]
        if is_ranked(lane):
            steps = [list(members) for _, members in groupby(lane, key=lambda role: role.rank)]
        for lower, upper in pairwise(steps):
            for role in lower:
                moves[role.id] = {above.id for above in upper}
    return moves


def _activities(
    skills: Sequence[Skill], levels: Sequence[str], learning_months: Sequence[int]
) -> list[Activity]:
    """Ways to learn, whose ids end in the level's name where that is a word, else in its number.

    Either way no two can have the same id, whatever the ids of the skills.
    """
    words = [to_id(name) for name in levels]
    if len(set(words)) < len(words) or not all(word and "-" not in word for word in words):
        words = [f"level-{number}" for number in range(1, len(levels) + 1)]
    grown = grow_activities(skills, levels, learning_months, title="{skill} to {level}")
    endings: Mapping[int, str] = dict(enumerate(words, start=1))
    return [
        replace(activity, id=f"{skill}-{endings[level]}")
        for activity in grown
        for skill, level in activity.develops.items()
    ]
