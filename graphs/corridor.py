"""What can still matter to a plan that is in a role, and has so many months left.

A detour takes months, and so a plan that has few of them left meets few gates and few roles. What
none of those gates asks for need not be compared; what none of those roles gives must be learnt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import reduce
from heapq import heappop, heappush
from operator import and_, or_

from .ahead import UNREACHED
from .encoding import Edge, Encoded
from .teaching import Teaching

_Steps = tuple[list[int], list[int]]
"""Months, ascending, and for each all the bits that matter within so many."""


_LAST = 2
"""Moves at the end of a plan that are looked at together."""


@dataclass(frozen=True, slots=True)
class _View:
    """What lies ahead of one role: what gates ask, what roles give, and how it may end."""

    asked: _Steps
    given: _Steps
    tails: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Spot:
    """What the gates out of one role ask, and what it gives, with the least months to the end."""

    asked: list[tuple[int, int]]
    given: list[tuple[int, int]]


class Corridor:
    """What matters, by role and by the months that are left: a ``Foresight``.

    Parameters
    ----------
    encoded : Encoded
    teaching : Teaching
    ahead : sequence of int
        Least months from each role to the target, ``UNREACHED`` where nothing leads there.
    target : int
    passing : bool
        Whether a plan may go through the target and on.
    months : int
        The most that a plan may take.

    Notes
    -----
    For each role that is asked for, once: Dijkstra's algorithm within the corridor.
    """

    def __init__(
        self,
        encoded: Encoded,
        teaching: Teaching,
        ahead: Sequence[int],
        target: int,
        months: int,
        *,
        passing: bool = False,
    ) -> None:
        self._encoded = encoded
        self._ahead = ahead
        self._target = target
        self._passing = passing
        self._teaching = teaching
        self.months = months
        self._horizon = months + months // 4
        self._views: dict[int, _View] = {}
        self._spots: dict[int, _Spot] = {}
        self._tails = [self._summary(tail) for tail in self._last_moves()]

    def of(self, months: int) -> Corridor:
        """Make the corridor of the same question for another number of months."""
        other = copy(self)
        other.months = months
        if months > self._horizon:  # what was measured up to there serves any fewer months
            other._horizon = months + months // 4
            other._views = {}
        return other

    def wanted(self, role: int, now: int) -> int:
        """Bits that can matter to a plan which enters a role in a month."""
        return _within(self._view(role).asked, self.months - now)

    def admits(self, role: int, now: int, held: int, bank: int, missing: int = 0) -> bool:
        """Tell whether there is time left to learn what the last gates ask and no role gives."""
        if role == self._target:
            return True
        view = self._view(role)
        left = self.months - now
        lacking = ~(held | _within(view.given, left))
        work = self._teaching.work
        for months, gates in view.tails:
            if months > left:
                break
            if work(gates & lacking | missing) <= left + bank:
                return True
        return False

    def price(self, role: int, now: int, held: int, missing: int = 0) -> int:
        """What must be learnt in any case costs at least."""
        return self._teaching.price(missing)

    def _view(self, role: int) -> _View:
        known = self._views.get(role)
        if known is None:
            known = self._views[role] = self._measure(role)
        return known

    def _measure(self, role: int) -> _View:
        asked: list[tuple[int, int]] = []
        given: list[tuple[int, int]] = []
        near = dict(self._near(role))
        for reached, months in near.items():
            spot = self._spot(reached)
            asked += [(months + least, bits) for least, bits in spot.asked]
            given += [(months + least, bits) for least, bits in spot.given]
        return _View(_summed(asked), _summed(given), sorted(self._tails_from(role, near)))

    def _spot(self, role: int) -> _Spot:
        known = self._spots.get(role)
        if known is None:
            needed = self._teaching.needed
            leaving = [
                (edge.months, self._ahead[edge.target], edge.gate)
                for edge in self._encoded.edges[role]
                if self._ahead[edge.target] != UNREACHED
            ]
            asked = [(served + ahead, needed(gate)) for served, ahead, gate in leaving]
            given = [
                (min((max(after, served) + ahead for served, ahead, _ in leaving), default=0), bits)
                for after, bits in self._encoded.milestones[role]
            ]
            known = self._spots[role] = _Spot(asked, given)
        return known

    def _tails_from(self, role: int, near: dict[int, int]) -> Iterator[tuple[int, int]]:
        """Ways of ending for a plan in a role: the least months, and bits that must be held."""
        for source, moves, months, gates, before in self._tails:
            if source == role:
                yield months, gates
            elif moves == _LAST and source in near:
                yield near[source] + months, gates | before

    def _last_moves(self) -> Iterator[tuple[Edge, ...]]:
        """The last moves of plans that have few, and of any that has more the last few."""
        tails: list[tuple[Edge, ...]] = [(last,) for last in self._encoded.entering[self._target]]
        for tail in tails:
            yield tail
            if len(tail) < _LAST:
                been = {self._target, *(edge.source for edge in tail)}
                tails += [
                    (edge, *tail)
                    for edge in self._encoded.entering[tail[0].source]
                    if edge.source not in been
                ]

    def _summary(self, tail: tuple[Edge, ...]) -> tuple[int, int, int, int, int]:
        """Where some last moves begin; how many; months; gates; and what all gates there ask."""
        source = tail[0].source
        months = sum(edge.months for edge in tail)
        gates = reduce(or_, (edge.gate for edge in tail))
        before = (edge.gate for edge in self._encoded.entering[source])
        return source, len(tail), months, gates, reduce(and_, before, -1)

    def _near(self, role: int) -> Iterator[tuple[int, int]]:
        """Roles, with the least months to them, from which the target may be reached in time."""
        known: set[int] = set()
        heap = [(0, role)]
        while heap:
            months, reached = heappop(heap)
            if reached in known:
                continue
            known.add(reached)
            if reached == self._target and reached != role and not self._passing:
                continue
            yield reached, months
            for edge in self._encoded.edges[reached]:
                ahead = self._ahead[edge.target]
                if ahead != UNREACHED and months + edge.months + ahead <= self._horizon:
                    heappush(heap, (months + edge.months, edge.target))


def _summed(found: list[tuple[int, int]]) -> _Steps:
    months: list[int] = []
    masks: list[int] = []
    held = 0
    for within, bits in sorted(found):
        if bits & ~held:
            held |= bits
            if months and months[-1] == within:
                masks[-1] = held
            else:
                months.append(within)
                masks.append(held)
    return months, masks


def _within(steps: _Steps, months: int) -> int:
    place = bisect_right(steps[0], months)
    return steps[1][place - 1] if place else 0
