"""What a search is told of the rest of the way, so that it need not go there to know.

A detour takes months, and so a plan that has few of them left meets few gates and few roles. What
none of those gates asks for need not be compared; what none of those roles gives must be learnt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from functools import reduce
from heapq import heappop, heappush
from operator import and_, or_
from typing import NamedTuple, Protocol

from .bounds import UNREACHED
from .encoding import NEVER, Door, Edge, Encoded
from .learning.activities import Teaching


class Foresight(Protocol):
    """What can still matter to a plan, and whether it can still be in time."""

    def wanted(self, role: int, now: int) -> int:
        """Bits that can matter to a plan which enters a role in a month."""

    def admits(self, role: int, now: int, held: int, bank: int, missing: int = 0) -> bool:
        """Tell whether there is time left to learn what must be learnt."""

    def price(self, role: int, now: int, held: int, missing: int = 0) -> int:
        """What must still be learnt costs at least; parameters as for ``admits``."""


class _Stretch(NamedTuple):
    """A stay and the move that ends it.

    ``left`` is the least months from the departure to the end of the route; ``gives`` has what the
    role gives, by how many months longer than asked one has to stay for it; ``gate`` is what every
    move there asks for.
    """

    left: int
    gives: tuple[tuple[int, int], ...]
    gate: int


class Along:
    """What lies ahead along one route, to which the ladder is cut down: a ``Foresight``.

    All that its gates ask for, and when at the latest, where a plan takes no more than so many
    months.
    """

    def __init__(self, encoded: Encoded, teaching: Teaching, months: int) -> None:
        self._teaching = teaching
        self._months = months
        self._least = [0]
        self._wanted = [0]
        self._ahead: list[tuple[_Stretch, ...]] = [()]
        asked = 0
        for role in reversed(range(len(encoded.roles) - 1)):
            edges = encoded.leaving[role]
            served = min(edge.months for edge in edges)
            gives = tuple((after - served, bits) for after, bits in encoded.given[role])
            stretch = _Stretch(self._least[0], gives, reduce(and_, (edge.gate for edge in edges)))
            asked = reduce(or_, (edge.gate for edge in edges), asked)
            self._ahead.insert(0, (stretch, *self._ahead[0]))
            self._least.insert(0, self._least[0] + served)
            self._wanted.insert(0, teaching.needed(asked))

    def wanted(self, role: int, now: int) -> int:
        """Bits that the gates ahead ask for, or activities that can help there."""
        return self._wanted[role]

    def admits(self, role: int, now: int, held: int, bank: int, missing: int = 0) -> bool:
        """Tell whether there is time to learn, before each gate, what no role gives by then."""
        left = self._months - now
        spare = left - self._least[role]
        work = self._teaching.work
        if spare < 0 or work(missing) > spare + bank:
            return False
        return all(
            work(learnt) <= left - until + bank
            for until, learnt in self._to_be_learnt(role, spare, held, missing)
        )

    def price(self, role: int, now: int, held: int, missing: int = 0) -> int:
        """What must still be learnt costs at least."""
        spare = self._months - now - self._least[role]
        steps = [learnt for _, learnt in self._to_be_learnt(role, spare, held, missing)]
        return self._teaching.price(steps[-1] if steps else missing)

    def _to_be_learnt(
        self, role: int, spare: int, held: int, learnt: int
    ) -> Iterator[tuple[int, int]]:
        """What must be learnt before each gate that asks for more, and what is left from there."""
        for stretch in self._ahead[role]:
            for longer, bits in stretch.gives:
                if longer <= spare:
                    held |= bits
            new = stretch.gate & ~held
            if new & ~learnt:
                learnt |= new
                yield stretch.left, learnt


_Steps = tuple[list[int], list[int]]
"""Months, ascending, and for each all the bits that matter within so many."""


class _View(NamedTuple):
    """What lies ahead of one role within a horizon: what gates ask, what roles give, how it ends.

    ``ends`` are the least months, by how many of them the target must be reached early, and bits
    that must be held.
    """

    horizon: int
    asked: _Steps
    given: _Steps
    ends: list[tuple[int, int, int]]


class _Spot(NamedTuple):
    """What the gates out of one role ask, and what it gives, with the least months to the end."""

    asked: list[tuple[int, int]]
    given: list[tuple[int, int]]


class _LastMove(NamedTuple):
    """The last move of a plan: in how many months; what its gate asks.

    ``early`` tells by how much its target must be reached early, and counts in the months;
    ``before`` is what every move to the role before it asks.
    """

    months: int
    early: int
    gate: int
    before: int


class Corridor:
    """What matters, by role and by the months that are left: a ``Foresight``.

    There may be one target or many, ``allowed`` being the most months that a plan to each may take.
    Months left are counted to the last of those; a target that must be reached earlier lies as much
    farther away. ``ahead`` is the least months from each role to a target, so understood;
    ``passing`` tells whether a plan may go through a target and on.

    For each role that is asked for, once: Dijkstra's algorithm within the corridor.
    """

    def __init__(
        self,
        encoded: Encoded,
        teaching: Teaching,
        ahead: Sequence[int],
        allowed: Mapping[int, int],
        *,
        passing: bool = False,
    ) -> None:
        self.months = max(allowed.values())
        self._encoded = encoded
        self._ahead = ahead
        self._early = {target: self.months - months for target, months in allowed.items()}
        self._passing = passing
        self._teaching = teaching
        self._views: dict[int, _View] = {}
        self._spots: dict[int, _Spot] = {}
        self._last_moves: dict[int, list[_LastMove]] = {}
        self._doors = [door for door in encoded.doors if ahead[door.edge.target] != UNREACHED]

    def of(self, months: int) -> Corridor:
        """Make the corridor of the same question for another number of months."""
        other = copy(self)
        other.months = months
        return other

    def wanted(self, role: int, now: int) -> int:
        """Bits that can matter to a plan which enters a role in a month."""
        left = self.months - now
        return _within(self._view(role, left).asked, left)

    def admits(self, role: int, now: int, held: int, bank: int, missing: int = 0) -> bool:
        """Tell whether there is time left to learn what the last gate asks and no role gives."""
        left = self.months - now
        if role in self._early and left >= self._early[role]:
            return True
        view = self._view(role, left)
        lacking = ~(held | _within(view.given, left))
        work = self._teaching.work
        for months, early, gates in view.ends:
            if months > left:
                break
            if work(gates & lacking | missing) <= left - early + bank:
                return True
        return False

    def price(self, role: int, now: int, held: int, missing: int = 0) -> int:
        """What must be learnt in any case costs at least."""
        return self._teaching.price(missing)

    def _view(self, role: int, left: int) -> _View:
        known = self._views.get(role)
        if known is None or known.horizon < left:
            # Somewhat farther, since those who ask next may come earlier, or have more months.
            known = self._views[role] = self._measure(role, left + left // 8)
        return known

    def _measure(self, role: int, horizon: int) -> _View:
        asked: dict[int, int] = {}
        given: dict[int, int] = {}
        near, opened = self._near(role, horizon)
        for reached, months in near.items():
            spot = self._spot(reached)
            for least, bits in spot.asked:
                asked[months + least] = asked.get(months + least, 0) | bits
            for least, bits in spot.given:
                given[months + least] = given.get(months + least, 0) | bits
        for months, door in opened:
            least = months + door.edge.months + self._ahead[door.edge.target]
            asked[least] = asked.get(least, 0) | self._teaching.needed(door.edge.gate)
        ends = self._ends(role, near, opened, horizon)
        return _View(horizon, _summed(asked), _summed(given), ends)

    def _ends(
        self, role: int, near: Mapping[int, int], opened: Sequence[tuple[int, Door]], horizon: int
    ) -> list[tuple[int, int, int]]:
        """How a plan in a role may end within a horizon, the soonest first.

        With one target, what takes no fewer months and asks no less than another is left out.
        """
        found: dict[tuple[int, int], int] = {}
        for reached, months in near.items():
            for last in self._last_moves_from(reached):
                if months + last.months > horizon:
                    break
                gates = last.gate if reached == role else last.gate | last.before
                end = last.early, gates
                found[end] = min(months + last.months, found.get(end, horizon))
        for months, door in opened:
            early = self._early.get(door.edge.target, NEVER)
            least = months + door.edge.months + early
            if least <= horizon:
                end = early, door.edge.gate
                found[end] = min(least, found.get(end, horizon))
        ends = sorted((months, *end) for end, months in found.items())
        return ends if len(self._early) > 1 else _fewest(ends)

    def _spot(self, role: int) -> _Spot:
        known = self._spots.get(role)
        if known is None:
            milestones = self._encoded.given
            asked: dict[int, int] = {}
            for edge in self._encoded.own[role]:
                if (ahead := self._ahead[edge.target]) != UNREACHED:
                    least, bits = edge.months + ahead, self._teaching.needed(edge.gate)
                    asked[least] = asked.get(least, 0) | bits
            given = [(self._soonest(role, after), bits) for after, bits in milestones[role]]
            known = self._spots[role] = _Spot(list(asked.items()), given)
        return known

    def _soonest(self, role: int, after: int) -> int:
        """Least months to the end for who stays so many in a role at least."""
        return min(
            (
                max(after, edge.months) + ahead
                for edge in self._encoded.leaving[role]
                if (ahead := self._ahead[edge.target]) != UNREACHED
            ),
            default=0,
        )

    def _last_moves_from(self, role: int) -> list[_LastMove]:
        """Last moves that begin in a role, those of the fewest months first, doors apart."""
        known = self._last_moves.get(role)
        if known is None:
            before = self._encoded.asked_into[role]
            known = []
            for edge in self._encoded.own[role]:
                if edge.target in self._early and edge.target != role:
                    early = self._early[edge.target]
                    known.append(_LastMove(edge.months + early, early, edge.gate, before))
            known.sort(key=_months)
            self._last_moves[role] = known
        return known

    def _near(self, role: int, horizon: int) -> tuple[dict[int, int], list[tuple[int, Door]]]:
        """Roles from which a target may be reached in time, and doors that lead on to one.

        Each with the least months to it. Dijkstra's algorithm: a door counts where it is met first.
        """
        near: dict[int, int] = {}
        known: set[int] = set()
        opened: list[tuple[int, Door]] = []
        ahead = self._ahead
        doors = self._doors
        heap = [(0, role)]
        while heap:
            months, reached = heappop(heap)
            if reached in known:
                continue
            known.add(reached)
            if reached in self._early and reached != role and not self._passing:
                continue
            near[reached] = months
            leaving: Sequence[Edge] = self._encoded.own[reached]
            if doors and (met := [door for door in doors if reached not in door.closed_to]):
                doors = [door for door in doors if reached in door.closed_to]
                opened += [(months, door) for door in met]
                leaving = (*leaving, *(door.edge for door in met))
            for edge in leaving:
                left = ahead[edge.target]
                if left != UNREACHED and months + edge.months + left <= horizon:
                    heappush(heap, (months + edge.months, edge.target))
        return near, opened


def _fewest(ends: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    kept: list[tuple[int, int, int]] = []
    for end in ends:
        if all(asked & ~end[2] for _, _, asked in kept):
            kept.append(end)
    return kept


def _months(last: _LastMove) -> int:
    return last.months


def _summed(found: Mapping[int, int]) -> _Steps:
    months: list[int] = []
    masks: list[int] = []
    held = 0
    for within in sorted(found):
        if found[within] & ~held:
            held |= found[within]
            months.append(within)
            masks.append(held)
    return months, masks


def _within(steps: _Steps, months: int) -> int:
    place = bisect_right(steps[0], months)
    return steps[1][place - 1] if place else 0
