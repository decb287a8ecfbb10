"""The ways in beside each other: how long from each, and the gate that makes the difference."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from .ways import Way

NOTHING = (None, 0, ())


@dataclass(frozen=True, slots=True)
class Entry:
    """From a role that careers begin in to another.

    Parameters
    ----------
    source, target : str
        Their ids.
    months, moves : int or None
        None where there is no way.
    cost : int or float or None
    behind : int or None
        Months that it takes longer than from the quickest of the ways in.
    gate : int or None
        Place of the transition at which it is waited for longest; None where nothing is waited for.
    waited : int
        Months waited there.
    lacking : tuple of str
        Ids of the skills that are not held when the move could be made.
    """

    source: str
    target: str
    months: int | None
    moves: int | None
    cost: int | float | None
    behind: int | None
    gate: int | None = None
    waited: int = 0
    lacking: tuple[str, ...] = ()


def entries_of(ways: Iterable[Way], begins: Collection[str]) -> tuple[Entry, ...]:
    """Set ways in beside each other, by target; the quickest first, those without a way last.

    Only where all of them are known: of some, nobody could tell which is the quickest.
    """
    by_target: dict[str, list[Way]] = {}
    for way in ways:
        if way.source in begins:
            by_target.setdefault(way.target, []).append(way)
    entries = []
    for target, ways_there in by_target.items():
        months = [way.path.months for way in ways_there if way.path]
        if months and len(ways_there) == len(begins) - (target in begins):
            entries += sorted((_entry(way, min(months)) for way in ways_there), key=_rank)
    return tuple(entries)


def _entry(way: Way, quickest: int) -> Entry:
    path = way.path
    if path is None:
        return Entry(way.source, way.target, None, None, None, None)
    behind = path.months - quickest
    totals = way.source, way.target, path.months, path.moves, path.cost, behind
    gate, waited, lacking = max(way.waits, key=lambda wait: wait.months, default=NOTHING)
    if gate is None or not waited:
        return Entry(*totals)
    return Entry(*totals, gate, waited, lacking)


def _rank(entry: Entry) -> tuple[float, str]:
    return float("inf") if entry.months is None else entry.months, entry.source
