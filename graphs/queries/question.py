"""A question made ready, which may be asked again under other limits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphs.deadline import Deadline
from graphs.plans.path import Blocker, GrowthPath, NoGrowthPath, SearchLimit
from graphs.search.astar import Found
from graphs.search.blockers import blockers_of
from graphs.search.labels import Label
from graphs.search.planner import Planner, planner_of
from graphs.search.problem import ORDERS, Itinerary, Start
from graphs.search.reachability import stays_to_be_had
from graphs.search.reconstruct import stays_and_learning
from graphs.search.solver import NOTHING, Effort, Known, Solver
from ladder import InvalidPerson, Ladder, Person, find_activity, find_role, validate_person


@dataclass
class Question:
    """From one role to another, with what is wished of the way."""

    planner: Planner
    source: str
    target: str
    person: Person
    start: Start
    route: Itinerary
    deadline: Deadline

    @classmethod
    def prepare(
        cls,
        ladder: Ladder,
        source: str,
        target: str,
        person: Person | None = None,
        via: Sequence[str] = (),
        avoid: Iterable[str] = (),
        without: Iterable[str] = (),
        *,
        time_limit: float | Deadline,
    ) -> Question:
        """Find what the names mean, and refuse a person who does not fit."""
        deadline = Deadline.of(time_limit)
        person = person or Person()
        validate_person(ladder, person)
        source, target = _role_id(ladder, source), _role_id(ladder, target)
        if person.role not in (None, source):
            raise InvalidPerson(
                f"the person is {ladder.roles[person.role].name}, but the question starts from "
                f"{ladder.roles[source].name}; leave one of them out"
            )
        planner = planner_of(ladder)
        number = planner.encoded.number
        route = Itinerary(
            number[target],
            [number[_role_id(ladder, role)] for role in several(via, "via")],
            [number[_role_id(ladder, role)] for role in several(avoid, "avoid")],
        )
        closed = [find_activity(ladder, name).id for name in several(without, "without")]
        start = planner.start(source, person, closed)
        return cls(planner, source, target, person, start, route, deadline)

    def towards(self, target: str) -> Question:
        """Ask the same about another target, by its id."""
        route = Itinerary(self.planner.encoded.number[target], self.route.via, self.route.avoid)
        return replace(self, target=target, route=route)

    def starting(self, source: str) -> Question:
        """Ask the same of an established holder of another role, by its id."""
        start = replace(self.planner.start(source, Person()), courses=self.start.courses)
        return replace(self, source=source, person=Person(), start=start)

    def best(
        self,
        by: str = "months",
        *,
        within: int | None = None,
        max_cost: float | None = None,
        excluded: Iterable[Sequence[str]] = (),
    ) -> GrowthPath | None:
        """Find the best plan within limits, and of another route; None where there is none."""
        found = self.search(by, within=within, max_cost=max_cost, excluded=excluded)
        if found.label is not None:
            return self.plan(found.label, proven=found.proven, bound=found.bound)
        if found.proven:
            return None
        raise SearchLimit(self.planner.ladder, self.source, self.target, found.bound)

    def search(
        self,
        by: str = "months",
        *,
        within: int | None = None,
        max_cost: float | None = None,
        excluded: Iterable[Sequence[str]] = (),
        known: Known = NOTHING,
        effort: Effort = "all",
    ) -> Found:
        """Find the end of the best plan within limits, and of another route.

        What is known of it by months helps; with less effort a hard question is left undecided.
        """
        if by not in ORDERS:
            raise ValueError(f"by is one of {', '.join(ORDERS)}; not {by!r}")
        number = self.planner.encoded.number
        routes = [[number[role] for role in roles] for roles in excluded]
        route = Itinerary(self.route.target, self.route.via, self.route.avoid, routes)
        limits = self.planner.limits(route, known.good.now if known.good else within, max_cost)
        solver = Solver(self.planner, self.start, route, by, limits, self.deadline, known)
        return solver.solve(effort)

    def plan(self, end: Label, *, proven: bool, bound: int) -> GrowthPath:
        """Tell the whole of a plan by its end."""
        encoded = self.planner.encoded
        stays, learning = stays_and_learning(self.planner.ladder, encoded, self.start, end)
        return GrowthPath(
            ladder=self.planner.ladder,
            source=self.source,
            target=self.target,
            months=end.now,
            moves=end.moves,
            cost=encoded.price(end.cost),
            months_in_role=self.person.months_in_role,
            skills=encoded.levels(self.start.held),
            stays=stays,
            learning=learning,
            optimal=proven,
            bound=bound,
            person=self.person,
        )

    def refusal(self, within: int | None = None, max_cost: float | None = None) -> NoGrowthPath:
        """Say why there is no plan, none having been found."""
        least, complete = self._least(within, max_cost)
        blockers = () if least or not complete else self._blockers()
        ends = self.planner.ladder, self.source, self.target
        return NoGrowthPath(*ends, blockers, least, complete=complete)

    def _least(self, within: int | None, max_cost: float | None) -> tuple[list[GrowthPath], bool]:
        """Find what it would take: the fewest months at that cost, the least cost in that time.

        Where each alone is too little, too: the fewest months, and the least cost, of all. And tell
        whether the time limit left none of it open; all of it takes no longer than one question.
        """
        limits: list[tuple[str, dict[str, Any]]] = []
        if within is not None:
            limits.append(("months", {"max_cost": max_cost}))
        if max_cost is not None:
            limits.append(("cost", {"within": within}))
        deadline = self.deadline.again()
        if len(limits) < 2:
            return self._best_of_each(limits, deadline)
        paths, complete = self._best_of_each(limits, deadline.share(1 / 2))
        if not paths:
            paths, whole = self._best_of_each([("months", {}), ("cost", {})], deadline)
            # Where there is none without limits, there is none within them.
            complete = whole and (complete or not paths)
        return paths, complete

    def _best_of_each(
        self, limits: Sequence[tuple[str, Mapping[str, Any]]], deadline: Deadline
    ) -> tuple[list[GrowthPath], bool]:
        """Find the best plan by each of some orders, within its limits, in equal shares of time."""
        paths = []
        complete = True
        for place, (by, most) in enumerate(limits):
            share = deadline.share(1 / (len(limits) - place))
            try:
                path = replace(self, deadline=share).best(by, **most)
            except SearchLimit:
                complete = False
            else:
                paths += [path] if path else []
        return paths, complete

    def _blockers(self) -> tuple[Blocker, ...]:
        """Say which gates stay closed."""
        encoded = self.planner.encoded
        stays = stays_to_be_had(encoded, self.start, self.route)
        met = ((role, held) for role, _, held in stays)
        return blockers_of(self.planner.ladder, encoded, self.start, self.route, met)


def several(names: Iterable[str], what: str) -> tuple[str, ...]:
    """Take names as they were given; one text by itself would be taken letter by letter.

    Examples
    --------
    >>> several("spm", "avoid")
    Traceback (most recent call last):
        ...
    TypeError: avoid takes several names, as in avoid=['spm']
    """
    if isinstance(names, str):
        raise TypeError(f"{what} takes several names, as in {what}=[{names!r}]")
    return tuple(names)


def _role_id(ladder: Ladder, text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"a role goes by its id, name or alias, and not by {text!r}")
    return text if text in ladder.roles else find_role(ladder, text).id
