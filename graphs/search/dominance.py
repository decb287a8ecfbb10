"""When one label makes another superfluous: whatever can be made of the other, it can do better."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort_right
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from .encoding import NEVER
from .labels import Label
from .learning.bank import no_later
from .learning.ways import Lack, Ways
from .lookahead import Foresight
from .problem import Problem, State
from .strategies import Aim

_PATIENCE = 64
"""Choices of activities tried at most to catch up with a label; giving up is never wrong."""


class Dominance:
    """What is compared, in one search: only what its aim and its limits make count.

    ``foresight`` tells what still matters where; left out, all that anything asks for does.
    ``tick`` is called before what may take long; it may raise, to end it.
    """

    def __init__(
        self,
        problem: Problem,
        aim: Aim,
        foresight: Foresight | None = None,
        tick: Callable[[], None] = lambda: None,
    ) -> None:
        self._teaching = problem.teaching
        self._moves_count = aim is not Aim.ANY_SHORTEST
        self._all_count = aim is Aim.BEST
        # Where cost is neither weightier nor limited, fewer moves make up for any.
        self._costs_count = problem.order.cost_first or problem.limits.cost < NEVER
        self._foresight = foresight
        self._tick = tick
        self._least: dict[tuple[int, int], int] = {}

    def wanted(self, role: int, now: int) -> int:
        """Bits that matter to whoever enters a role in a month."""
        wanted = self._teaching.wanted
        return wanted & self._foresight.wanted(role, now) if self._foresight else wanted

    def holds(self, one: Label, other: Label) -> bool:
        """Tell whether whatever continues one label continues another at least as well.

        Both are in the same role and state. The earlier one can wait for the other's moment, and
        has what it waited in its bank. What it lacks then it may have learnt by then: a detour that
        teaches no more than could be learnt in the meantime does not pay.

        Fewer moves or less cost stay so to the end, but an earlier arrival may not, so that among
        equals the tie must favour it too.
        """
        slack = other.learnt - one.learnt
        if slack < 0 or one.now > other.now or one.since > other.since:
            return False
        most = self._affordable(one, other)
        if most < 0:
            return False
        tied = self._all_count and one.moves == other.moves
        if lacking := other.wanted & ~one.held:
            if tied and one.tie[0] >= other.tie[0]:
                most -= 1
            return self._catches_up(one, other, lacking, slack, most)
        if tied and not most and one.tie > other.tie:
            return False
        return not one.late or no_later(one.late, other.wanted, other.late, slack)

    def _affordable(self, one: Label, other: Label) -> int:
        """Most that one may still spend and be as good as the other; less than 0 if it is not."""
        if self._moves_count and one.moves > other.moves:
            return -1
        if self._costs_count or (self._all_count and one.moves == other.moves):
            return other.cost - one.cost
        return NEVER

    def _catches_up(self, one: Label, other: Label, lacking: int, slack: int, most: int) -> bool:
        """Tell whether one can learn, while it waits, what it lacks of the other."""
        if self._teaching.work(lacking) > slack or self._months(one.held, lacking) > slack:
            return False
        self._tick()
        bank = slack + other.bank
        free = most == NEVER
        ways = Ways(
            self._teaching,
            Lack(one.held, lacking, bank, one.late, room=1, most=most),
            "quickest at any cost" if free else "cheapest",
            wanted=lambda _: other.wanted,
        )
        for _ in range(_PATIENCE):
            if ways.least is None:
                return False
            way = ways.step()
            if way and way.bank >= other.bank:
                left = way.bank - other.bank
                if not way.late or no_later(way.late, other.wanted, other.late, left):
                    return True
        return False

    def _months(self, held: int, lacking: int) -> int:
        """Months of learning that it takes at least to add some bits to what is held."""
        key = lacking, held & self._teaching.needed(lacking)
        least = self._least.get(key)
        if least is None:
            lack = Lack(held, lacking, bank=0)
            ways = Ways(self._teaching, lack, "quickest at any cost")
            way = None
            for _ in range(_PATIENCE):
                if ways.least is None:
                    break
                least = ways.least[0]
                way = ways.step()
                if way:
                    break
            least = self._least[key] = NEVER if ways.least is None and not way else least or 0
        return least


class Front:
    """The labels of one role of which none dominates another, the earliest first."""

    __slots__ = ("labels",)

    def __init__(self, labels: Iterable[Label] = ()) -> None:
        self.labels = list(labels)

    def covers(self, label: Label, dominance: Dominance) -> Label | None:
        """Find a label here that makes another superfluous."""
        learnt, wanted = label.learnt, label.wanted
        for other in self.labels[: bisect_right(self.labels, label.now, key=_now)]:
            # What is told at a glance is not asked of the dominance.
            at_once = other.learnt == learnt and not wanted & ~other.held
            if (at_once or other.learnt < learnt) and dominance.holds(other, label):
                return other
        return None

    def admits(self, label: Label, dominance: Dominance, width: int) -> bool:
        """Take a label in, unless one here dominates it; mark dead those that it dominates.

        Where there are as many labels as ``width`` allows, no more are taken in.
        """
        better = self.covers(label, dominance)
        if better is not None:
            better.before += label.before
            return False
        labels, learnt, held = self.labels, label.learnt, label.held
        earlier = bisect_left(labels, label.now, key=_now)
        dead = False
        for other in labels[earlier:]:
            at_once = learnt == other.learnt and not other.wanted & ~held
            if (at_once or learnt < other.learnt) and dominance.holds(label, other):
                other.dead = dead = True
                label.before += other.before
        if dead:
            labels[earlier:] = [other for other in labels[earlier:] if not other.dead]
        if len(labels) >= width:
            return False
        insort_right(labels, label, key=_now)
        return True


class Doomed(NamedTuple):
    """Labels by role and state that lead nowhere, and what makes others as hopeless as them."""

    fronts: Mapping[tuple[int, State], Front]
    dominance: Dominance

    def covers(self, label: Label) -> bool:
        """Tell whether a label is no better than one of them."""
        front = self.fronts.get((label.role, label.state))
        return front is not None and front.covers(label, self.dominance) is not None


def _now(label: Label) -> int:
    return label.now
