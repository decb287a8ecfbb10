"""Moves between the occupations of ESCO, which names none: between those that are near.

Two occupations are near by the skills that are essential to both, and so are two groups of ISCO. A
skill that few ask for says more than one that many do, so that each weighs by how rare it is. How
high a move leads is told by the skill levels of ISCO, and by whether it leads into management.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from itertools import product
from math import log, sqrt
from typing import NamedTuple

from .isco import HIGHEST, management, skill_level

PROMOTION, ADVANCEMENT, LATERAL, ENTRY = "promotion", "advancement", "lateral", "entry"
"""To a higher skill level; into management, or to its head; to any other near occupation; and from
any other group of ISCO into the occupation by which one comes in."""

DIGITS = 12
"""To which shares are rounded, so that those that are equal do not hang on an order of adding."""

Shares = Mapping[str, Mapping[str, float]]
"""From each occupation or group to those that have anything in common with it: how much, to 1."""


_Near = tuple[float, int, str]
"""An occupation, its place in the order, and how near it is, as a negative share."""


class Move(NamedTuple):
    """From one occupation, or from any where that is None, to another."""

    leaves: str | None
    leads: str
    kind: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where an occupation stands."""

    unit: str
    """Code of its unit group of ISCO."""
    profile: Collection[str]
    """The skills that it expects."""
    broader: Collection[str]
    """Occupations of which it is a special kind."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far moves reach."""

    near: int
    """Each occupation is joined with so many of those nearest to it from which it is no step up,
    and with so many of those from which it is one."""
    share: float
    """How much these have in common with it at least, from 0 to 1; the nearest may have less."""
    groups: int
    """Each group of ISCO is joined with so many of those nearest to it: between these, as within a
    group, every move is possible that is no step up."""


def moves_between(places: Mapping[str, Place], reach: Reach) -> Iterator[Move]:
    """Find all moves, by where they lead.

    ``places`` are by the addresses of the occupations, in the order that decides between equals.
    """
    shares = _shares({uri: place.profile for uri, place in places.items()})
    led: dict[str, list[str]] = {}
    for leads, sources in _joined(places, shares, reach).items():
        for leaves in sources:
            if kind := _kind(places[leaves].unit, places[leads].unit):
                led.setdefault(leaves, []).append(leads)
                yield Move(leaves, leads, kind)
    doors = _doors(places, shares)
    for door in doors:
        yield from _entries(door, places, led)
    yield from (Move(None, uri, ENTRY) for uri in _left(places, doors, led))


def _kind(here: str, there: str) -> str | None:
    """What a move between two groups is, or None where it would lead too high at once.

    >>> [_kind("7112", there) for there in ("3123", "1323", "7111")]
    ['promotion', None, 'lateral']
    >>> [_kind("2512", there) for there in ("1330", "1120", "3512")]
    ['advancement', None, 'lateral']
    """
    rise = skill_level(there) - skill_level(here)
    lead = management(there) - management(here)
    if rise > 1 or lead > 1:
        return None
    if rise > 0:
        return PROMOTION
    return ADVANCEMENT if lead > 0 and rise == 0 else LATERAL


def _joined(
    places: Mapping[str, Place], shares: Shares, reach: Reach
) -> Mapping[str, Collection[str]]:
    """By occupation, those from which one may move to it, in order."""
    order = {uri: place for place, uri in enumerate(places)}
    pairs: set[tuple[str, str]] = set()
    for uri, place in places.items():
        beside: list[_Near] = []
        below: list[_Near] = []
        for other, share in shares[uri].items():
            if kind := _kind(places[other].unit, place.unit):
                (beside if kind == LATERAL else below).append((-share, order[other], other))
        nearest = *_nearest(beside, reach), *_nearest(below, reach)
        pairs.update((uri, other) for other in nearest)
        pairs.update((uri, other) for other in place.broader if other in places)
    pairs |= {(other, uri) for uri, other in pairs}
    units = _units(places)
    for unit, other in _near_groups(units, places, reach.groups):
        for here, there in ((unit, other), (other, unit)):
            if _kind(here, there) == LATERAL:
                pairs.update(
                    (uri, other)
                    for uri, other in product(units[there], units[here])
                    if here == there or other in shares[uri]
                )
    joined: dict[str, set[str]] = {uri: set() for uri in places}
    for uri, other in pairs:
        if uri != other:
            joined[uri].add(other)
    return {uri: sorted(others, key=order.__getitem__) for uri, others in joined.items()}


def _nearest(found: Iterable[_Near], reach: Reach) -> list[str]:
    """The nearest that have enough in common; where none has, the nearest one."""
    nearest = nsmallest(reach.near, found)
    near = [other for share, _, other in nearest if -share >= reach.share]
    return near or [other for *_, other in nearest[:1]]


def _units(places: Mapping[str, Place]) -> dict[str, list[str]]:
    """Occupations by the groups of ISCO that they stand in."""
    units: dict[str, list[str]] = {}
    for uri, place in places.items():
        units.setdefault(place.unit, []).append(uri)
    return units


def _near_groups(
    units: Mapping[str, Collection[str]], places: Mapping[str, Place], most: int
) -> Iterator[tuple[str, str]]:
    """Pairs of groups that are joined: each with itself, and with those nearest to it.

    Those count between which there is a move, one way at least, that is no step up.
    """
    asked = {
        unit: sorted({skill for uri in uris for skill in places[uri].profile})
        for unit, uris in units.items()
    }
    for unit, shares in _shares(asked).items():
        yield unit, unit
        found = [
            (-share, other)
            for other, share in shares.items()
            if LATERAL in (_kind(unit, other), _kind(other, unit))
        ]
        yield from ((unit, other) for _, other in nsmallest(most, found))


def _shares(profiles: Mapping[str, Collection[str]]) -> Shares:
    """How much any two have in common: the cosine between their skills, by how rare those are.

    >>> _shares({"a": ["sew"], "b": ["sew", "cook"], "c": ["sing"]})["a"].keys()
    dict_keys(['b'])
    """
    expecting: dict[str, list[str]] = {}
    for key, profile in profiles.items():
        for skill in profile:
            expecting.setdefault(skill, []).append(key)
    weights = {skill: log(1 + len(profiles) / len(keys)) ** 2 for skill, keys in expecting.items()}
    shares = {}
    long = {
        key: sqrt(sum(weights[skill] for skill in sorted(profile)))
        for key, profile in profiles.items()
    }
    for key, profile in profiles.items():
        common: dict[str, float] = {}
        for skill in sorted(profile):
            weight = weights[skill]
            for other in expecting[skill]:
                common[other] = common.get(other, 0.0) + weight
        common.pop(key, None)
        shares[key] = {
            other: round(weight / (long[key] * long[other]), DIGITS)
            for other, weight in common.items()
        }
    return shares


def _doors(places: Mapping[str, Place], shares: Shares) -> list[str]:
    """Occupations by which one comes in from other groups: one of each but those of managers.

    It is the one that has most in common with the others in its group.
    """
    units = _units(places)
    if len(units) < 2:
        return []
    return [_most_like(uris, shares) for unit, uris in units.items() if not management(unit)]


def _entries(
    door: str, places: Mapping[str, Place], led: Mapping[str, Collection[str]]
) -> Iterator[Move]:
    """From where a door is open: from any other group; of the highest skill level, from that.

    Where one may move there anyway, the door is of no use.
    """
    unit = places[door].unit
    if skill_level(unit) < HIGHEST:
        yield Move(None, door, ENTRY)
        return
    for uri, place in places.items():
        there = place.unit != unit and skill_level(place.unit) == HIGHEST
        if there and door not in led.get(uri, ()):
            yield Move(uri, door, ENTRY)


def _left(
    places: Mapping[str, Place], doors: Iterable[str], led: Mapping[str, Collection[str]]
) -> Iterator[str]:
    """Occupations that nobody comes to: of those that lead to one another what expects least."""
    if len(_units(places)) < 2:
        return
    order = {uri: place for place, uri in enumerate(places)}
    reached = _reached(doors, led)
    left = sorted(places.keys() - reached, key=lambda uri: (len(places[uri].profile), order[uri]))
    for uri in left:
        if uri not in reached:
            yield uri
            reached |= _reached([uri], led)


def _most_like(uris: Iterable[str], shares: Shares) -> str:
    """The first of those that have most in common with the others."""
    uris = list(uris)
    return max(
        uris, key=lambda uri: round(sum(shares[uri].get(other, 0.0) for other in uris), DIGITS - 3)
    )


def _reached(begin: Iterable[str], led: Mapping[str, Collection[str]]) -> set[str]:
    """What moves lead to from some, those included."""
    reached = set(begin)
    waiting = list(reached)
    while waiting:
        further = set(led.get(waiting.pop(), ())) - reached
        reached |= further
        waiting += further
    return reached
