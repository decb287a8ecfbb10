"""A ladder grown from profiles: what an import assumes where a framework gives no months.

Most published frameworks say which skills a role asks for, and at which level. None says how long
anything takes, what a move asks for, or how a skill is learnt. The rules here fill that in, the
same way for every framework.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ladder.frozen import FrozenDict
from ladder.ids import to_id
from ladder.model import Activity, Role, Skill, Transition

from .assumptions import Assumptions
from .moves import Moves, promotions, side_moves
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
    levels: Sequence[RoleLevel], assumptions: Assumptions, promoted: Moves | None = None
) -> tuple[Transition, ...]:
    """Join role levels by promotions and side moves, each behind the gate of where it leads.

    Parameters
    ----------
    levels : sequence of RoleLevel
    assumptions : Assumptions
    promoted : dict of str to set of str, optional
        From each role level to those it is promoted to; by default as `promotions` has it.

    Returns
    -------
    tuple of Transition
        In the order of the role levels that they leave; promotions first.
    """
    by_id = {level.id: level for level in levels}
    promoted = promotions(levels) if promoted is None else promoted
    sideways = side_moves(levels, assumptions.side_moves)

    def join(leaves: str, leads: str, kind: str, months: int) -> Transition:
        requires = gate(by_id[leads].profile, assumptions.gate_below)
        return Transition(leaves, leads, months, kind, requires, confidence=ASSUMED)

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
    """Make every level of every skill something to learn, once the level below it is held.

    Parameters
    ----------
    skills : iterable of Skill
    names : sequence of str
        Of the levels, the lowest first.
    learning_months : sequence of int
        Months to learn each level from the one below.
    title : str
        The name of an activity, where its skill and level are put in.

    Returns
    -------
    tuple of Activity
    """
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
