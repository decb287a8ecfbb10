"""A ladder made ready for questions: what depends on it alone is worked out once and kept."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import replace
from functools import cached_property, reduce
from math import floor, inf
from operator import or_

from graphs.pace import has_ranges
from ladder import Ladder, Person

from .bounds import least_ahead, least_by_role, unpacked
from .encoding import Encoded, encode
from .learning.activities import Teaching
from .lookahead import Corridor
from .problem import (
    BY_MONTHS,
    BY_MOVES,
    NO_LIMITS,
    Itinerary,
    Limits,
    Order,
    Problem,
    Start,
    start_of,
)

MOST_KEPT = 5_000_000
"""Months from some role to some end that are kept."""


class Planner:
    """A ladder in integers, with what its questions share."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.encoded: Encoded = encode(ladder)
        self._gates = reduce(or_, self.encoded.gates, 0)
        self._teaching = Teaching(self.encoded.courses, self._gates)
        self._other_teaching = self.encoded.courses, self._teaching
        self._ahead: dict[tuple[object, ...], list[list[int]]] = {}
        self._corridor: tuple[tuple[object, ...], Corridor] | None = None

    @cached_property
    def has_ranges(self) -> bool:
        """Whether any months of the ladder have a range."""
        return has_ranges(self.ladder)

    def of(self, encoded: Encoded) -> Planner:
        """Make the planner of the same ladder with less asked or more given, its months unchanged.

        What depends on months alone is shared. Activities that no gate has a use for any more stay,
        which changes no answer.
        """
        other = copy(self)
        other.encoded = encoded
        if encoded.courses is not self.encoded.courses:
            other._teaching = Teaching(encoded.courses, self._gates)
        other._other_teaching = encoded.courses, other._teaching
        other._corridor = None
        return other

    def start(self, source: str, person: Person, without: Iterable[str] = ()) -> Start:
        """Work out where a person's way begins, some activities being out of the question."""
        start = start_of(self.ladder, self.encoded, source, person)
        closed = {self.encoded.activities.index(name) for name in without}
        if not closed:
            return start
        courses = (
            replace(course, requires=0, gives=0) if course.number in closed else course
            for course in start.courses
        )
        return replace(start, courses=tuple(courses))

    def problem(
        self,
        start: Start,
        route: Itinerary,
        order: Order = BY_MONTHS,
        limits: Limits = NO_LIMITS,
    ) -> Problem:
        """Put together what is asked."""
        return Problem(self.encoded, self.teaching(start), start, route, order, limits)

    def ahead(self, route: Itinerary, order: Order) -> list[list[int]]:
        """Least months and moves to the end of a route, packed; kept for the next such question."""
        key = (order, route.target, route.via, route.avoid)
        return self._kept(key, lambda: least_ahead(self.encoded, route, order))

    def months_ahead(self, route: Itinerary) -> list[list[int]]:
        """Least months to the end of a route, by state of the route and by role."""
        return self._alone(route, BY_MONTHS)

    def moves_ahead(self, route: Itinerary) -> list[list[int]]:
        """Least moves, likewise."""
        return self._alone(route, BY_MOVES)

    def _alone(self, route: Itinerary, order: Order) -> list[list[int]]:
        key = ("alone", order, route.target, route.via, route.avoid)
        return self._kept(key, lambda: unpacked(self.ahead(route, order), order))

    def _kept(
        self, key: tuple[object, ...], make: Callable[[], list[list[int]]]
    ) -> list[list[int]]:
        """What is kept for the next question; all of it is let go when it becomes too much."""
        known = self._ahead.get(key)
        if known is None:
            known = make()
            if len(self._ahead) * len(self.encoded.roles) > MOST_KEPT:
                self._ahead.clear()
            self._ahead[key] = known
        return known

    def corridor(self, problem: Problem) -> Corridor:
        """Work out what can matter within the months allowed; kept for others of the question."""
        route, teaching, months = problem.route, problem.teaching, problem.limits.months
        key = (teaching, route.target, route.via, route.avoid)
        if self._corridor is None or self._corridor[0] != key:
            ahead = least_by_role(self.months_ahead(route))
            allowed = {route.target: months}
            passing = bool(route.via)
            corridor = Corridor(self.encoded, teaching, ahead, allowed, passing=passing)
        else:
            corridor = self._corridor[1].of(months)
        self._corridor = key, corridor
        return corridor

    def teaching(self, start: Start) -> Teaching:
        """Teachers among the activities, as they are for a person; kept for the next question."""
        if start.courses is self.encoded.courses:
            return self._teaching
        if start.courses is not self._other_teaching[0]:
            self._other_teaching = start.courses, Teaching(start.courses, self._gates)
        return self._other_teaching[1]

    def limits(self, route: Itinerary, months: int | None, cost: float | None) -> Limits:
        """Encode the most that a plan may take and cost."""
        if months is not None and not (type(months) is int and months >= 0):
            raise ValueError(f"within is a whole number of months from 0, not {months!r}")
        if cost is not None and (isinstance(cost, str) or not 0 <= cost < inf):
            raise ValueError(f"max_cost is an amount from 0, not {cost!r}")
        limits = Limits()
        if cost is not None:
            from fractions import Fraction  # here, as few ask for it

            limits = replace(limits, cost=floor(Fraction(str(cost)) * self.encoded.cost_unit))
        if months is not None:
            limits = replace(limits, months=months, ahead=self.months_ahead(route))
        return limits


_RECENT: deque[Planner] = deque(maxlen=4)


def planner_of(ladder: Ladder) -> Planner:
    """Find or make the planner of a ladder; those used last are kept."""
    for planner in _RECENT:
        if planner.ladder is ladder:
            _RECENT.remove(planner)
            _RECENT.append(planner)
            return planner
    planner = Planner(ladder)
    _RECENT.append(planner)
    return planner
