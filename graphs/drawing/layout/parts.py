"""Which parts a picture is broken into that is too wide as one, as a text is into lines.

Where careers go to the right, the later ranks go on below, in lanes of their own; where they go
down, the later tracks stand below. Either way the parts lie below one another, each column of
boxes, or each lane, below another of the part above.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest
from math import comb

from graphs.drawing.view import View

MOST_TRIED = 2_000  # ways to break a picture; of more, its parts get equally many

Breaks = tuple[int, ...]
"""Numbers of the columns, or of the tracks, that parts begin with, but the first part."""


@dataclass(frozen=True, slots=True)
class Strip:
    """What of a track lies in one part of the picture."""

    track: str | None
    part: int
    lane: int
    start: int  # the column before its roles', which holds the names of lanes


@dataclass(frozen=True, slots=True)
class Places:
    """Columns and lanes of a picture, by role id, and what each lane is for."""

    columns: Mapping[str, int]
    lanes: Mapping[str, int]
    strips: tuple[Strip, ...]

    @property
    def fresh(self) -> set[int]:
        """The lanes that begin a part which lies below another."""
        below = [strip for strip in self.strips if strip.part and not strip.start]
        return {min(one.lane for one in below if one.part == part) for part in _parts(below)}

    @property
    def starts(self) -> list[int]:
        """The columns that hold the names of lanes: the first, and that of each part beside it."""
        return sorted({strip.start for strip in self.strips})


def _parts(strips: Iterable[Strip]) -> set[int]:
    return {strip.part for strip in strips}


def places_of(view: View, columns: Mapping[str, int], breaks: Breaks) -> Places:
    """Give every role its place, in the part that its column or its track belongs to."""
    return (
        _side_by_side(view, columns, breaks)
        if view.direction == "down"
        else _below(view, columns, breaks)
    )


def tracks_of(view: View) -> list[str | None]:
    """The tracks that are shown, in the order of their lanes."""
    return list(dict.fromkeys(role.track for role in view.roles))


def _below(view: View, columns: Mapping[str, int], breaks: Breaks) -> Places:
    """Columns from a break on stand below the first ones, in lanes of their own."""
    parts = {role.id: bisect(breaks, columns[role.id]) for role in view.roles}
    firsts = (0, *breaks)
    order = {track: number for number, track in enumerate(tracks_of(view))}
    found = dict.fromkeys((parts[role.id], role.track) for role in view.roles)
    lanes = {
        key: lane for lane, key in enumerate(sorted(found, key=lambda key: (key[0], order[key[1]])))
    }
    return Places(
        {role.id: columns[role.id] - firsts[parts[role.id]] + 1 for role in view.roles},
        {role.id: lanes[parts[role.id], role.track] for role in view.roles},
        tuple(Strip(track, part, lane, 0) for (part, track), lane in lanes.items()),
    )


def _side_by_side(view: View, columns: Mapping[str, int], breaks: Breaks) -> Places:
    """Tracks from a break on share the lanes of the first ones, in columns after theirs."""
    order = tracks_of(view)
    found: dict[str, int] = {}
    lanes: dict[str, int] = {}
    strips = []
    start = 0
    for part, (first, end) in enumerate(zip((0, *breaks), (*breaks, len(order)), strict=True)):
        inside = {track: lane for lane, track in enumerate(order[first:end])}
        roles = [role for role in view.roles if role.track in inside]
        used = sorted({columns[role.id] for role in roles})
        place = {column: start + number for number, column in enumerate(used, 1)}
        found |= {role.id: place[columns[role.id]] for role in roles}
        lanes |= {role.id: inside[role.track] for role in roles}
        strips += [Strip(track, part, lane, start) for track, lane in inside.items()]
        start += len(used) + 1
    return Places(found, lanes, tuple(strips))


def breaks_into(parts: int, sizes: Sequence[float]) -> Breaks:
    """Where to break what has such sizes, so that its parts, one below another, are narrow."""
    number = len(sizes)
    if comb(number - 1, parts - 1) > MOST_TRIED:
        each = -(-number // parts)
        return tuple(range(each, number, each))
    ways: Iterable[Breaks] = combinations(range(1, number), parts - 1)
    return min(ways, key=lambda breaks: (broken(sizes, breaks), breaks))


def broken(sizes: Sequence[float], breaks: Breaks) -> float:
    """How wide a picture is whose parts lie below one another."""
    firsts, ends = (0, *breaks), (*breaks, len(sizes))
    parts = [sizes[first:end] for first, end in zip(firsts, ends, strict=True)]
    return sum(max(column) for column in zip_longest(*parts, fillvalue=0.0))
