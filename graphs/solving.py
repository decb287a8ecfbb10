"""Which searches answer a question: a plain one, and where that takes long, more than one.

Most questions are answered within a few hundred labels. The others are asked again, in steps each
of which makes the next one easier: is there any way at all; a good plan, found without proof; the
fewest months, whatever the moves and the cost; and then, within just those months, the best plan.
"""

from __future__ import annotations

from dataclasses import replace
from time import monotonic
from typing import Any

from .bank import NEVER
from .corridor import Corridor
from .itinerary import Itinerary
from .labels import Label
from .limits import Limits
from .order import ORDERS
from .planner import Planner
from .reachability import reachable
from .search import Found, Search, TimeUp
from .start import Start

_EASY = 512
"""Steps that a question may take before it counts as hard."""

_WIDTH = 8
"""Partial plans that are kept at each role in the search for a good plan."""

_STEP = 2
"""Months by which the months allowed grow at least."""


class Solver:
    """One question, with its limits.

    Parameters
    ----------
    planner : Planner
    start : Start
        Where the way begins.
    route : Itinerary
        Where it ends, and which roles it may enter.
    by : {"months", "moves", "cost"}
        What is to be least.
    limits : Limits
        What a plan must not exceed.
    time_limit : float
        Seconds.
    """

    def __init__(
        self,
        planner: Planner,
        start: Start,
        route: Itinerary,
        by: str,
        limits: Limits,
        time_limit: float,
    ) -> None:
        self._planner = planner
        self._teaching = planner.teaching(start)
        self._start = start
        self._route = route
        self._by = by
        self._limits = limits
        self._deadline = monotonic() + time_limit
        self._searches: list[Search] = []

    @property
    def taken(self) -> int:
        """Labels taken up so far, by all the searches together."""
        return sum(search.taken for search in self._searches)

    def solve(self) -> Found:
        """Find the best plan, as far as the time allows.

        Returns
        -------
        Found
        """
        plain = self._search(self._limits)
        found = plain.run(self._deadline, _EASY)
        if found is not None:
            return found
        try:
            if not reachable(self._planner.encoded, self._start, self._route, self._tick):
                return Found(None, True, 0)
        except TimeUp:
            return self._run(plain)
        aim = "months" if self._by == "months" else "all"
        narrow = self._search(self._limits, aim=aim, width=_WIDTH)
        good = self._run(narrow, (monotonic() + self._deadline) / 2)
        # With costs limited there may be no plan, and then no number of months would do.
        ends = good.label is not None or self._limits.cost == NEVER
        if self._by == "months" and ends:
            return self._in_fewest_months(good.label, plain.bound)
        search = self._search(self._limits, **self._corridor(self._limits))
        if good.label:
            search.improve_on(good.label)
        return self._run(search)

    def _in_fewest_months(self, good: Label | None, bound: int) -> Found:
        """Find how few months it takes, and then the best of the plans that take no more.

        The months allowed grow step by step: allowed too few, a search ends soon; allowed more
        than it takes, it goes through detours without end.
        """
        most = min(self._limits.months, good.now - 1 if good else NEVER)
        while bound <= most:
            limits = self._within(min(most, bound + max(_STEP, bound // 16)))
            found = self._run(self._search(limits, aim="months", **self._corridor(limits)))
            if not found.proven:
                return Found(found.label or good, False, max(bound, found.bound))
            if found.label:
                good = found.label
                break
            bound = limits.months + 1
        if good is None:
            return Found(None, True, 0)
        limits = self._within(good.now)
        corridor = self._corridor(limits)
        by_moves = self._search(limits, aim="moves", **corridor)
        found = self._run(by_moves)
        if found.proven and found.label:
            good = found.label
            ahead = self._planner.least_ahead(self._route, "moves")
            limits = replace(limits, moves=good.moves, moves_ahead=ahead)
            found = self._run(self._search(limits, doomed=by_moves.doomed(), **corridor))
        return Found(found.label or good, found.proven, good.now)

    def _run(self, search: Search, deadline: float | None = None) -> Found:
        found = search.run(deadline or self._deadline)
        assert found is not None
        return found

    def _within(self, months: int) -> Limits:
        ahead = self._limits.ahead or self._planner.least_ahead(self._route, "months")
        return replace(self._limits, months=min(months, self._limits.months), ahead=ahead)

    def _corridor(self, limits: Limits) -> dict[str, Corridor]:
        """What matters within the months that limits allow, if they allow only so many."""
        if limits.months == NEVER:
            return {}
        return {"corridor": self._planner.corridor(self._route, self._teaching, limits.months)}

    def _search(self, limits: Limits, **more: Any) -> Search:
        search = Search(
            self._planner.encoded,
            self._teaching,
            self._start,
            self._route,
            self._planner.ahead(self._route, self._by),
            ORDERS[self._by],
            limits,
            **more,
        )
        self._searches.append(search)
        return search

    def _tick(self) -> None:
        if monotonic() > self._deadline:
            raise TimeUp
