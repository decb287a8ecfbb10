"""A ladder grown from profiles: what an import assumes where a framework gives no months.

Most published frameworks say which skills a role asks for, and at which level. None says how long
anything takes, what a move asks for, or how a skill is learnt. The rules here fill that in, the
same way for every framework.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from ladder.frozen import FrozenDict
from ladder.model import Activity, Role, Skill, Transition

from .assumptions import Assumptions
from .moves import promotions, side_moves
from .profiles import RoleLevel, gate

ASSUMED = "low"
"""The confidence in everything that these rules add."""


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
    levels: Collection[RoleLevel], assumptions: Assumptions
) -> tuple[Transition, ...]:
    """Join role levels by promotions and side moves, each behind the gate of where it leads.

    Parameters
    ----------
    levels : collection of RoleLevel
    assumptions : Assumptions

    Returns
    -------
    tuple of Transition
        By track, rank and id of the role level that they leave; promotions first.
    """
    by_id = {level.id: level for level in levels}
    moves = [(pair, "promotion", assumptions.tenure) for pair in promotions(levels)]
    moves += [
        (pair, "lateral", assumptions.side_months)
        for pair in side_moves(levels, assumptions.side_moves)
    ]

    def place(move: tuple[tuple[str, str], str, int]) -> tuple[object, ...]:
        (leaves, leads), kind, _ = move
        return by_id[leaves].track, by_id[leaves].rank, leaves, kind != "promotion", leads

    return tuple(
        Transition(
            leaves,
            leads,
            months,
            kind,
            gate(by_id[leads].profile, assumptions.gate_below),
            confidence=ASSUMED,
        )
        for (leaves, leads), kind, months in sorted(moves, key=place)
    )


def grow_activities(
    skills: Iterable[Skill], names: Sequence[str], assumptions: Assumptions
) -> tuple[Activity, ...]:
    """Make every level of every skill something to learn, once the level below it is held.

    Parameters
    ----------
    skills : iterable of Skill
    names : sequence of str
        Of the levels, the lowest first.
    assumptions : Assumptions

    Returns
    -------
    tuple of Activity
    """
    return tuple(
        Activity(
            f"{skill.id}-{name}",
            f"{skill.name} to {name} level",
            months,
            requires=gate({skill.id: level}, 1),
            develops=FrozenDict({skill.id: level}),
            confidence=ASSUMED,
        )
        for skill in skills
        for level, (name, months) in enumerate(
            zip(names, assumptions.learning_months, strict=True), start=1
        )
    )
