"""What a framework asks for at each level of a role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ladder.frozen import FrozenDict


@dataclass(frozen=True, slots=True)
class RoleLevel:
    """One level of a role, with the skills it asks for.

    Parameters
    ----------
    id, name : str
        As in the ladder's roles.
    track : str
        Id of the track that holds all levels of the role.
    rank : int
        From 1; a fork has the rank of the rung beside it.
    fork : bool
        Whether it stands beside the rungs, as a management level does.
    profile : mapping of str to int
        The level asked for, by skill id.
    about : str, optional
        What somebody at this level does.
    """

    id: str
    name: str
    track: str
    rank: int
    fork: bool
    profile: Mapping[str, int]
    about: str | None = None


def gate(profile: Mapping[str, int], below: int) -> Mapping[str, int]:
    """Ask for a profile, but each skill so many levels below it.

    Examples
    --------
    >>> gate({"coaching": 1, "strategy": 3}, 1)
    {'strategy': 2}
    """
    return FrozenDict({skill: level - below for skill, level in profile.items() if level > below})


def nearness(one: Mapping[str, int], other: Mapping[str, int]) -> float:
    """Share of level points that two profiles have in common.

    Examples
    --------
    >>> nearness({"testing": 2, "design": 2}, {"testing": 3})
    0.4
    """
    common = sum(min(level, other.get(skill, 0)) for skill, level in one.items())
    either = sum(one.values()) + sum(other.values()) - common
    return common / either if either else 0.0
