"""Whether a change can have any effect on a way, as far as that is plain without a search.

A way gets shorter only by a change that lies on a plan of fewer months, gates ignored, and that
has a use there: for bits that are neither held from the beginning nor asked on the way anyway.
What lies further away is not gone through, so that a large ladder costs no more than what is near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from graphs.queries.single_changes import GateLowered
from graphs.search.bounds import UNREACHED, asked_within, least_arrivals, least_by_role
from graphs.search.encoding import NEVER, Encoded, bits_of
from graphs.search.problem import Start
from ladder import Ladder

from .changes import Improvement, TaughtHigher, TaughtSooner, lowered, taught_by, taught_in
from .trials import Trials
from .ways import Way

Key = TypeVar("Key")
Kind = TypeVar("Kind", bound=Improvement)

ALL = -1
"""Every bit."""


class Chances:
    """The improvements of a ladder, and which of them can help a way."""

    def __init__(self, ladder: Ladder, trials: Trials) -> None:
        self._ladder = ladder
        self._bits = trials.bits
        self._gates: dict[int, list[tuple[int, GateLowered]]] = {}
        self._roles: dict[str, list[tuple[int, TaughtHigher | TaughtSooner]]] = {}
        self._activities: dict[int, list[TaughtHigher]] | None = None

    def of(self, way: Way, tick: Callable[[], None]) -> Iterator[tuple[int, Improvement]]:
        """Changes that may shorten or open a way, or harm it, each with how near its end it lies.

        In months from there to the end, gates ignored. ``tick`` is called now and then.
        """
        near = _Near.of(way)
        tick()
        yield from self._lowered(near)
        tick()
        wanted = near.wanted()
        yield from self._taught_in(near, way, wanted)
        tick()
        yield from self._taught_by(wanted)

    def _lowered(self, near: _Near) -> Iterator[tuple[int, GateLowered]]:
        """Gates that lie near, where they ask for what is not held anyway."""
        for place, (target, bits) in near.gates().items():
            known = self._gates.get(place)
            if known is None:
                known = self._gates[place] = self._with_bits(lowered(self._ladder, place))
            for bit, change in known:
                if bit & bits:
                    yield near.least[target], change

    def _taught_in(
        self, near: _Near, way: Way, wanted: int
    ) -> Iterator[tuple[int, TaughtHigher | TaughtSooner]]:
        """What roles that lie near may teach."""
        for number in near.roles():
            role, least = near.encoded.roles[number], near.least[number]
            known = self._roles.get(role)
            if known is None:
                known = self._roles[role] = self._with_bits(taught_in(self._ladder, role))
            for bits, change in known:
                if may_harm(self._ladder, change, way):
                    yield 0, change
                elif bits & wanted and least != UNREACHED:
                    yield least, change

    def _taught_by(self, wanted: int) -> Iterator[tuple[int, TaughtHigher]]:
        """What activities may teach, each of which is open in every role."""
        if self._activities is None:
            self._activities = {}
            for activity in self._ladder.activities:
                for bits, change in self._with_bits(taught_by(self._ladder, activity)):
                    for bit in bits_of(bits):
                        self._activities.setdefault(bit, []).append(change)
        for bit in bits_of(wanted):
            yield from ((0, change) for change in self._activities.get(bit, ()))

    def _with_bits(self, changes: Iterator[Kind]) -> list[tuple[int, Kind]]:
        return [(self._bits(change), change) for change in changes]


class _Near(NamedTuple):
    """What lies on plans of fewer months than a way takes, gates ignored.

    ``arrivals`` are the least months to each role, in their order, and ``least`` those from it to
    the end.
    """

    encoded: Encoded
    start: Start
    arrivals: Mapping[int, int]
    ahead: Sequence[Sequence[int]]
    least: Sequence[int]
    within: int

    @classmethod
    def of(cls, way: Way) -> _Near:
        question, encoded = way.question, way.question.planner.encoded
        ahead = question.planner.months_ahead(question.route)
        arrivals = least_arrivals(encoded, question.start)
        within = way.path.months - 1 if way.path else NEVER
        return cls(encoded, question.start, arrivals, ahead, least_by_role(ahead), within)

    def wanted(self) -> int:
        """Bits that are not held, and that such plans can be asked for."""
        return asked_within(self.encoded, self.start, self.ahead, self.within) & ~self.start.held

    def roles(self) -> Iterator[int]:
        """Roles on such plans, and the first one."""
        for role, now in self.arrivals.items():
            least = self.least[role]
            if role == self.start.role or (least != UNREACHED and now + least <= self.within):
                yield role

    def gates(self) -> Mapping[int, tuple[int, int]]:
        """Transitions on such plans by place: where each leads to, and what may be lacking there.

        Whoever has moved into a role where each gate asks for something holds it already.
        """
        encoded, lacked = self.encoded, ~self.start.held
        found: dict[int, tuple[int, int]] = {}
        for role, now in self.arrivals.items():
            if now > self.within:
                break
            for edge in encoded.own[role]:
                bits = edge.gate & lacked & self._brought(role)
                if bits and self._in_time(role, edge.months, edge.target):
                    before = found.get(edge.place, (edge.target, 0))[1]
                    found[edge.place] = edge.target, before | bits
        for door in encoded.doors:
            edge = door.edge
            left = edge.gate & lacked
            lacking = 0
            for role in self.arrivals:
                if not left or not self._in_time(role, edge.months, edge.target):
                    break
                if role not in door.closed_to:
                    lacking |= left & self._brought(role)
                    left &= ~lacking
            if lacking:
                found[edge.place] = edge.target, lacking
        return found

    def _brought(self, role: int) -> int:
        """Bits that may be lacking to whoever is in a role."""
        return ALL if role == self.start.role else ~max(self.encoded.asked_into[role], 0)

    def _in_time(self, role: int, months: int, target: int) -> bool:
        served = self.start.served if role == self.start.role else 0
        least = self.least[target]
        leaves = self.arrivals[role] + max(0, months - served)
        return least != UNREACHED and leaves + least <= self.within


def may_harm(ladder: Ladder, change: Improvement, way: Way) -> bool:
    """Whether somebody may hold less, or later, by a change, which is then to be asked alone.

    What a role expects and never gave is held there from the first day; once the role gives it, it
    comes by its months. And who states less than the role has given by now is given it anew.
    """
    if isinstance(change, GateLowered) or change.role != way.source:
        return False
    expected = ladder.roles[change.role].expects.get(change.skill, 0)
    return expected >= change.level or change.skill in way.traveller.person.skills
