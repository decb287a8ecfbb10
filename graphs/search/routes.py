"""The search by routes: first which roles a plan goes through, then what it learns on the way.

Routes in outline tell how many months they take at least, and where time is short they are few.
Whether a plan along one of them takes no more is asked of that route alone, where all that the
gates will ask for is known.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import heapify, heappop, heappush

from graphs.deadline import Deadline, TimeUp

from .activities import Teaching
from .labels import Label, Limits
from .one_route import OneRoute
from .outlines import Least, Outlines
from .planner import Planner
from .problem import Itinerary, Start

Roles = tuple[int, ...]


class TooManyRoutes(Exception):
    """There are more routes than can be looked at one by one."""


class ByRoutes:
    """One question for the fewest months.

    Parameters
    ----------
    planner : Planner
    teaching : Teaching
    start : Start
    route : Itinerary
    limits : Limits
        Those on months and cost.
    bound : int
        Months that are known to be needed.

    Attributes
    ----------
    bound : int
        Months that are proven to be needed.
    good : Label or None
        The end of a plan of the fewest months, once one has been found.
    taken : int
        Outlines and labels taken up.
    """

    def __init__(
        self,
        planner: Planner,
        teaching: Teaching,
        start: Start,
        route: Itinerary,
        limits: Limits,
        bound: int,
    ) -> None:
        self._planner = planner
        self._teaching = teaching
        self._start = start
        self._route = route
        self._limits = limits
        self._needs: dict[Roles, int] = {}
        self._known: dict[Roles, OneRoute] = {}
        self.bound = bound
        self.good: Label | None = None
        self.taken = 0

    def best(self, months: int, patience: int, deadline: Deadline) -> Label | None:
        """Find the best plan that takes no more than so many months.

        Its end; None if no plan takes so few months, which ``bound`` says then, too.
        """
        self._left, self._deadline = patience, deadline
        routes = self._routes(months)
        if self._fewest(routes, months):
            best = self._best_of(routes)
            assert best is not None
            return best
        self.bound = max(self.bound, months + 1)
        return None

    def _routes(self, months: int) -> dict[Roles, Least]:
        """Routes that may take no more than so many months."""
        return Outlines(
            self._planner.encoded,
            self._teaching,
            self._start,
            self._route,
            self._planner.least_ahead(self._route, "months"),
            self._planner.corridor(self._route, self._teaching, months),
            months,
            self._count,
        ).routes()

    def _count(self) -> None:
        self._left -= 1
        self.taken += 1
        if self._left < 0:
            raise TooManyRoutes
        self._deadline.check()

    def _fewest(self, routes: dict[Roles, Least], months: int) -> bool:
        """Find how few months any of the routes takes, if it is no more than so many."""
        waiting = [
            (max(least.months, self._needs.get(roles, 0)), roles) for roles, least in routes.items()
        ]
        heapify(waiting)
        while waiting:
            needs, roles = heappop(waiting)
            self.bound = max(self.bound, min(needs, months + 1))
            if needs > months:
                break
            limits = replace(self._limits, months=needs)
            self.good = self._end(roles, limits, freely=True)
            if self.good:
                return True
            self._needs[roles] = needs + 1
            heappush(waiting, (needs + 1, roles))
        return False

    def _best_of(self, routes: dict[Roles, Least]) -> Label | None:
        """Find the best plan of all that take the fewest months, which are known."""
        months, most, best = self.bound, self._limits.cost, None
        for roles in sorted(routes, key=_by_moves):
            if best and len(roles) > best.moves + 1:
                break
            least = routes[roles]
            if self.good and len(roles) > self.good.moves:
                most = min(most, self.good.cost)
            if max(least.months, self._needs.get(roles, 0)) > months or least.cost > most:
                continue
            limits = replace(self._limits, months=months, cost=most)
            if end := self._end(roles, limits, freely=False):
                # Of equally good plans, the one along the first of the routes comes first.
                self.good, best, most = end, end, end.cost - 1
        return best

    def _end(self, roles: Roles, limits: Limits, *, freely: bool) -> Label | None:
        """Find the end of a plan along a route, within limits: of any, or of the best."""
        route = self._known.get(roles)
        if route is None:
            route = OneRoute(self._planner.encoded, self._teaching, self._start, roles)
            self._known[roles] = route
        find = route.any_plan if freely else route.best_plan
        before = route.taken
        found = find(limits, self._deadline)
        self.taken += route.taken - before
        if not found.proven:
            raise TimeUp
        return found.label and route.in_the_ladder(found.label)


def _by_moves(roles: Roles) -> tuple[int, Roles]:
    return len(roles), roles
