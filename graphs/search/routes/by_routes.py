"""One question for the fewest months, asked route by route.

Routes in outline tell how many months they take at least, and where time is short they are few.
Whether a plan along one of them takes no more is asked of that route alone, where all that the
gates will ask for is known.
"""

from __future__ import annotations

from dataclasses import replace
from heapq import heapify, heappop, heappush

from graphs.deadline import Deadline, TimeUp
from graphs.search.labels import Label
from graphs.search.planner import Planner
from graphs.search.problem import Limits, Problem

from .one_route import OneRoute
from .outlines import Least, Outlines

Roles = tuple[int, ...]


class TooManyRoutes(Exception):
    """There are more routes than can be looked at one by one."""


class ByRoutes:
    """One question for the fewest months, ``bound`` of which are known to be needed.

    ``bound`` grows with what is proven; ``good`` is the end of a plan of the fewest months, once
    one has been found; ``taken`` counts the outlines and labels taken up.
    """

    def __init__(self, planner: Planner, problem: Problem, bound: int) -> None:
        self._planner = planner
        self._problem = problem
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
        limits = Limits(months=months, ahead=self._planner.months_ahead(self._problem.route))
        problem = replace(self._problem, limits=limits)
        return Outlines(problem, self._planner.corridor(problem), self._count).routes()

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
            limits = replace(self._problem.limits, months=needs)
            self.good = self._end(roles, limits, freely=True)
            if self.good:
                return True
            self._needs[roles] = needs + 1
            heappush(waiting, (needs + 1, roles))
        return False

    def _best_of(self, routes: dict[Roles, Least]) -> Label | None:
        """Find the best plan of all that take the fewest months, which are known."""
        months, most, best = self.bound, self._problem.limits.cost, None
        for roles in sorted(routes, key=_by_moves):
            if best and len(roles) > best.moves + 1:
                break
            least = routes[roles]
            if self.good and len(roles) > self.good.moves:
                most = min(most, self.good.cost)
            if max(least.months, self._needs.get(roles, 0)) > months or least.cost > most:
                continue
            limits = replace(self._problem.limits, months=months, cost=most)
            if end := self._end(roles, limits, freely=False):
                # Of equally good plans, the one along the first of the routes comes first.
                self.good, best, most = end, end, end.cost - 1
        return best

    def _end(self, roles: Roles, limits: Limits, *, freely: bool) -> Label | None:
        """Find the end of a plan along a route, within limits: of any, or of the best."""
        route = self._known.get(roles)
        if route is None:
            route = OneRoute(self._problem, roles)
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
