"""Where people wait: gates that are reached before what they ask for is held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ladder.model import FrozenDict

from .ways import Way


@dataclass(frozen=True, slots=True)
class Wall:
    """A gate at which people wait.

    Parameters
    ----------
    transition : int
        Place of the transition in the ladder's transitions, from 0.
    months : int
        Months waited there, of everybody together: those of a stay beyond what the transition asks
        to be served.
    people : int
        How many wait there.
    passing : int
        How many go through it in all.
    skills : mapping of str to int
        How many of those who wait do not hold what it asks of a skill when they could move, by
        skill id, the most first.
    """

    transition: int
    months: int
    people: int
    passing: int
    skills: Mapping[str, int]


def walls_of(ways: Iterable[Way]) -> tuple[Wall, ...]:
    """Add up the months waited at each gate, the most first."""
    months: Counter[int] = Counter()
    waiting: Counter[int] = Counter()
    passing: Counter[int] = Counter()
    skills: dict[int, Counter[str]] = {}
    for way in ways:
        people = way.traveller.people
        for place, waited, lacking in way.waits:
            passing[place] += people
            if waited:
                months[place] += waited * people
                waiting[place] += people
                short = skills.setdefault(place, Counter())
                short.update(dict.fromkeys(lacking, people))
    return tuple(
        Wall(
            place,
            waited,
            waiting[place],
            passing[place],
            FrozenDict(sorted(skills[place].items(), key=lambda one: (-one[1], one[0]))),
        )
        for place, waited in sorted(months.items(), key=lambda one: (-one[1], one[0]))
    )


def passing_of(ways: Iterable[Way]) -> Mapping[int, int]:
    """Count those who go through each transition, by its place."""
    passing: Counter[int] = Counter()
    for way in ways:
        for wait in way.waits:
            passing[wait.transition] += way.traveller.people
    return FrozenDict(sorted(passing.items()))
