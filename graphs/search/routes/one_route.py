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
from graphs.search.astar import Found, Search
from graphs.search.bounds import least_ahead, unpacked
from graphs.search.encoding import NEVER, Edge, Encoded
from graphs.search.labels import Label
from graphs.search.learning.activities import Teaching
from graphs.search.lookahead import Along
from graphs.search.problem import BY_COST, BY_MONTHS, Itinerary, Limits, Order, Problem
from graphs.search.strategies import Aim

_PATIENCE = 1 << 11
"""Steps that one order of search is tried for before the other one is, and again ever more."""


class OneRoute:
    """A problem cut down to a route, for any number of questions about its plans.

    ``taken`` counts the labels taken up so far.
    """

    def __init__(self, problem: Problem, roles: Sequence[int]) -> None:
        self._roles = tuple(roles)
        self._problem = replace(
            problem,
            encoded=cut_down(problem.encoded, roles),
            start=replace(problem.start, role=0),
            route=Itinerary(len(roles) - 1),
        )
        self._teaching: dict[bool, Teaching] = {}
        self.taken = 0

    def any_plan(self, limits: Limits, deadline: Deadline) -> Found:
        """Find a plan of the fewest months, whatever it costs within limits."""
        return self._run([self._search(BY_MONTHS, limits, Aim.ANY_SHORTEST, deadline)])

    def best_plan(self, limits: Limits, deadline: Deadline) -> Found:
        """Find the cheapest plan within limits that leave no months over.

        The cheapest first is quick where time is no matter; where it is, most plans that begin
        cheaply come to nothing, and the earliest first is quicker. So both are tried in turn.
        """
        orders = BY_COST, BY_MONTHS
        return self._run([self._search(order, limits, Aim.BEST, deadline) for order in orders])

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

    def _search(self, order: Order, limits: Limits, aim: Aim, deadline: Deadline) -> Search:
        encoded = self._problem.encoded
        ahead = least_ahead(encoded, self._problem.route, order)
        # A quicker activity does not replace a cheaper one where money is short.
        teaching = self._taught(aim is Aim.ANY_SHORTEST and limits.cost == NEVER)
        limits = replace(limits, ahead=unpacked(ahead, order))
        problem = replace(self._problem, teaching=teaching, order=order, limits=limits)
        foresight = Along(encoded, teaching, limits.months)
        return Search(problem, ahead, deadline, aim=aim, foresight=foresight)

    def in_the_ladder(self, label: Label) -> Label:
        """Turn the last label of a plan into that of the same plan in the whole ladder."""
        before: Label | None = None
        for each in label.chain:
            before = each.standing_for(self._roles[each.role], before)
        assert before is not None
        return before

    def _taught(self, freely: bool) -> Teaching:
        """Activities that can be of use on the route."""
        known = self._teaching.get(freely)
        if known is None:
            asked = reduce(or_, self._problem.encoded.gates, 0)
            known = self._problem.teaching.for_gates(asked, freely=freely)
            self._teaching[freely] = known
        return known


def cut_down(encoded: Encoded, roles: Sequence[int]) -> Encoded:
    """Leave nothing of a ladder but a route, its roles numbered in the order in which they come."""
    moves = [
        tuple(
            Edge(edge.place, place, place + 1, edge.months, edge.gate)
            for edge in encoded.leaving[role]
            if edge.target == upper
        )
        for place, (role, upper) in enumerate(pairwise(roles))
    ]
    return replace(
        encoded,
        roles=tuple(encoded.roles[role] for role in roles),
        number={},
        own=(*moves, ()),
        doors=(),
        milestones=tuple(encoded.milestones[role] for role in roles),
    )
