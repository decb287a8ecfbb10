"""What lies ahead along one route: all that its gates ask for, and when at the latest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from .encoding import Encoded
from .teaching import Teaching


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A stay and the move that ends it.

    ``left`` is the least months from the departure to the end of the route; ``gives`` has what the
    role gives, by how many months longer than asked one has to stay for it; ``gate`` is what every
    move there asks for.
    """

    left: int
    gives: tuple[tuple[int, int], ...]
    gate: int


class Along:
    """What lies ahead in each role of a route: a ``Foresight``.

    Parameters
    ----------
    encoded : Encoded
        Cut down to the route.
    teaching : Teaching
    months : int
        The most that a plan may take.
    """

    def __init__(self, encoded: Encoded, teaching: Teaching, months: int) -> None:
        self._teaching = teaching
        self._months = months
        self._least = [0]
        self._wanted = [0]
        self._ahead: list[tuple[_Stretch, ...]] = [()]
        asked = 0
        for role in reversed(range(len(encoded.roles) - 1)):
            edges = encoded.edges[role]
            served = min(edge.months for edge in edges)
            gives = tuple((after - served, bits) for after, bits in encoded.milestones[role])
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
