"""What a framework asks for at each level of a role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def points_of(profiles: Iterable[Mapping[str, int]]) -> list[int]:
    """Level points of profiles as bits, so that two of them are compared at once.

    Examples
    --------
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


def nearness(one: int, other: int) -> float:
    """Share of level points that two profiles have in common.

    Examples
    --------
    >>> nearness(*points_of([{"testing": 2, "design": 2}, {"testing": 3}]))
    0.4
    """
    common, either = (one & other).bit_count(), (one | other).bit_count()
    return common / either if either else 0.0
