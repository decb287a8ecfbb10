"""One route by itself: the ladder cut down to it, and the search for plans along it.

Where the roles are known, so is all that the gates will ask for, and what is learnt without being
asked for does not matter. So plans along one route are found much sooner than plans along any.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import reduce
from itertools import pairwise
from operator import or_

from graphs.deadline import Deadline

from .activities import Teaching
from .astar import Found, Search
from .bounds import least_ahead
from .encoding import Edge, Encoded
from .labels import NEVER, Label, Limits
from .lookahead import Along
from .problem import ORDERS, Itinerary, Start

_PATIENCE = 1 << 11
"""Steps that one order of search is tried for before the other one is, and again ever more."""


class OneRoute:
    """The ladder cut down to a route, for any number of questions about its plans.

    Parameters
    ----------
    encoded : Encoded
    teaching : Teaching
    start : Start
    roles : sequence of int

    Attributes
    ----------
    taken : int
        Labels taken up so far.
    """

    def __init__(
        self, encoded: Encoded, teaching: Teaching, start: Start, roles: Sequence[int]
    ) -> None:
        self._roles = tuple(roles)
        self._encoded = cut_down(encoded, roles)
        self._start = replace(start, role=0)
        self._route = Itinerary(len(roles) - 1)
        self._all = teaching
        self._teaching: dict[bool, Teaching] = {}
        self.taken = 0

    def any_plan(self, limits: Limits, deadline: Deadline) -> Found:
        """Find a plan of the fewest months, whatever it costs within limits."""
        return self._run([self._search(limits, deadline, "months", freely=True)])

    def best_plan(self, limits: Limits, deadline: Deadline) -> Found:
        """Find the cheapest plan within limits that leave no months over.

        The cheapest first is quick where time is no matter; where it is, most plans that begin
        cheaply come to nothing, and the earliest first is quicker. So both are tried in turn.
        """
        orders = "cost", "months"
        return self._run([self._search(limits, deadline, by, freely=False) for by in orders])

    def _run(self, searches: Sequence[Search]) -> Found:
        """Run searches for the same thing in turn, until one of them comes to an end."""
        steps = _PATIENCE if len(searches) > 1 else NEVER
        while True:
            for search in searches:
                before = search.taken
                found = search.run(steps)
                self.taken += search.taken - before
                if found:
                    return found
            steps *= 2

    def _search(self, limits: Limits, deadline: Deadline, by: str, *, freely: bool) -> Search:
        order = ORDERS[by]
        ahead = least_ahead(self._encoded, self._route, order)
        # A quicker activity does not replace a cheaper one where money is short.
        teaching = self._taught(freely and limits.cost == NEVER)
        return Search(
            self._encoded,
            teaching,
            self._start,
            self._route,
            ahead,
            order,
            replace(limits, ahead=[[order.first(least) for least in row] for row in ahead]),
            deadline,
            aim="months" if freely else "all",
            foresight=Along(self._encoded, teaching, limits.months),
        )

    def in_the_ladder(self, label: Label) -> Label:
        """Turn the last label of a plan into that of the same plan in the whole ladder."""
        return Label(
            role=self._roles[label.role],
            since=label.since,
            now=label.now,
            moves=label.moves,
            cost=label.cost,
            held=label.held,
            bank=label.bank,
            late=label.late,
            milestones=label.milestones,
            tie=(self._roles, *label.tie[1:]),
            state=label.state,
            wanted=label.wanted,
        )

    def _taught(self, freely: bool) -> Teaching:
        """Activities that can be of use on the route."""
        known = self._teaching.get(freely)
        if known is None:
            gates = (edge.gate for leaving in self._encoded.edges for edge in leaving)
            known = self._all.for_gates(reduce(or_, gates, 0), freely=freely)
            self._teaching[freely] = known
        return known


def cut_down(encoded: Encoded, roles: Sequence[int]) -> Encoded:
    """Leave nothing of a ladder but a route, its roles numbered in the order in which they come."""
    moves = [
        tuple(
            Edge(edge.place, place, place + 1, edge.months, edge.gate)
            for edge in encoded.edges[role]
            if edge.target == upper
        )
        for place, (role, upper) in enumerate(pairwise(roles))
    ]
    return replace(
        encoded,
        roles=tuple(encoded.roles[role] for role in roles),
        number={},
        edges=(*moves, ()),
        entering=((), *moves),
        milestones=tuple(encoded.milestones[role] for role in roles),
    )
