"""A change to a ladder: a gate that asks for less, or a role that teaches a skill."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ladder import FrozenDict, Ladder


@dataclass(frozen=True, slots=True)
class GateLowered:
    """A gate that asks for less of some skills.

    Parameters
    ----------
    transition : int
        Place of the transition in the ladder's transitions, from 0.
    requires : mapping of str to int
        The skills that are lowered, each with the level that is still asked; 0 for none.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> changed = GateLowered(0, {"data-analysis": 1}).apply(product)
    >>> product.transitions[0].requires["data-analysis"]
    2
    >>> changed.transitions[0].requires["data-analysis"]
    1
    """

    transition: int
    requires: Mapping[str, int]

    def apply(self, ladder: Ladder) -> Ladder:
        """The ladder with this change made."""
        moves = list(ladder.transitions)
        levels = {**moves[self.transition].requires, **self.requires}
        gate = FrozenDict({skill: level for skill, level in levels.items() if level})
        moves[self.transition] = replace(moves[self.transition], requires=gate)
        return replace(ladder, transitions=tuple(moves))

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON."""
        return {"lower": {"transition": self.transition, "requires": dict(self.requires)}}


@dataclass(frozen=True, slots=True)
class SkillTaught:
    """A skill that a role develops.

    Parameters
    ----------
    role, skill : str
        Their ids.
    level : int
        The level that it gives.
    months : int
        After how many months in the role.

    Examples
    --------
    >>> from ladder import bundled
    >>> changed = SkillTaught("graduate", "empathy", 1, 12).apply(bundled("product-management"))
    >>> changed.roles["graduate"].develops
    {'empathy': {1: 12}}
    """

    role: str
    skill: str
    level: int
    months: int

    def apply(self, ladder: Ladder) -> Ladder:
        """The ladder with this change made."""
        role = ladder.roles[self.role]
        levels = FrozenDict({**role.develops.get(self.skill, {}), self.level: self.months})
        taught = replace(role, develops=FrozenDict({**role.develops, self.skill: levels}))
        return replace(ladder, roles=FrozenDict({**ladder.roles, self.role: taught}))

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON."""
        teach = {"role": self.role, "skill": self.skill, "level": self.level}
        return {"teach": teach | {"months": self.months}}


Change = GateLowered | SkillTaught
