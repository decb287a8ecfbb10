"""A question made ready, which may be asked again under other limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import inf
from typing import Any

from graphs.deadline import Deadline
from graphs.plans.path import Blocker, GrowthPath, NoGrowthPath, SearchLimit
from graphs.search.astar import Found
from graphs.search.labels import Label
from graphs.search.planner import Planner, planner_of
from graphs.search.problem import ORDERS, Itinerary, Limits, Problem, Start
from graphs.search.reconstruct import stays_and_learning
from graphs.search.solver import NOTHING, Effort, Known, Solver
from graphs.wishes import NO_WISHES, Wishes, role_id
from ladder import InvalidPerson, Ladder, Person, validate_person


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
    wishes: Wishes = NO_WISHES

    @classmethod
    def prepare(
        cls,
        ladder: Ladder,
        source: str,
        target: str,
        person: Person | None = None,
        wishes: Wishes = NO_WISHES,
        time_limit: float | Deadline = inf,
    ) -> Question:
        """Find what the names mean, and refuse a person who does not fit."""
        deadline = Deadline.of(time_limit)
        person = person or Person()
        validate_person(ladder, person)
        source, target = role_id(ladder, source), role_id(ladder, target)
        if person.role not in (None, source):
            raise InvalidPerson(
                f"the person is {ladder.roles[person.role].name}, but the question starts from "
                f"{ladder.roles[source].name}; leave one of them out"
            )
        wishes = wishes.by_ids(ladder)
        planner = planner_of(ladder)
        number = planner.encoded.number
        through, around = ([number[role] for role in some] for some in (wishes.via, wishes.avoid))
        route = Itinerary(number[target], through, around)
        start = planner.start(source, person, wishes.without)
        return cls(planner, source, target, person, start, route, deadline, wishes)

    def towards(self, target: str) -> Question:
        """Ask the same about another target, by its id."""
        route = Itinerary(self.planner.encoded.number[target], self.route.via, self.route.avoid)
        return replace(self, target=target, route=route)

    def starting(self, source: str) -> Question:
        """Ask the same of an established holder of another role, by its id."""
        start = replace(self.planner.start(source, Person()), courses=self.start.courses)
        return replace(self, source=source, person=Person(), start=start)

    def wishing(self, **others: Any) -> Question:
        """Ask the same with other wishes, for what is to be least, or for the most that it takes.

        Where it goes through and around, and what is out of the question, stays as it was prepared.
        """
        return replace(self, wishes=replace(self.wishes, **others))

    @property
    def problem(self) -> Problem:
        """The question in integers."""
        by = self.wishes.by
        if by not in ORDERS:
            raise ValueError(f"by is one of {', '.join(ORDERS)}; not {by!r}")
        return self.planner.problem(self.start, self.route, ORDERS[by], self.limits)

    @property
    def limits(self) -> Limits:
        """The most that a plan may take and cost."""
        return self.planner.limits(self.route, self.wishes.within, self.wishes.max_cost)

    def best(self, *, excluded: Iterable[Sequence[str]] = ()) -> GrowthPath | None:
        """Find the best plan, of another route than some; None where there is none."""
        found = self.search(excluded=excluded)
        if found.label is not None:
            return self.plan(found.label, proven=found.proven, bound=found.bound)
        if found.proven:
            return None
        raise SearchLimit(self.planner.ladder, self.source, self.target, found.bound)

    def search(
        self,
        *,
        excluded: Iterable[Sequence[str]] = (),
        known: Known = NOTHING,
        effort: Effort = "all",
    ) -> Found:
        """Find the end of the best plan, of another route than some.

        What is known of it by months helps; with less effort a hard question is left undecided.
        """
        asked = self.wishing(within=known.good.now) if known.good else self
        number = self.planner.encoded.number
        if routes := [[number[role] for role in roles] for roles in excluded]:
            route = Itinerary(self.route.target, self.route.via, self.route.avoid, routes)
            asked = replace(asked, route=route)
        return Solver(self.planner, asked.problem, self.deadline, known).solve(effort)

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
            wishes=self.wishes,
        )

    def refusal(self) -> NoGrowthPath:
        """Say why there is no plan, none having been found."""
        least, complete = self._least()
        blockers = () if least or not complete else self._blockers()
        ends = self.planner.ladder, self.source, self.target
        return NoGrowthPath(*ends, blockers, least, complete=complete)

    def _least(self) -> tuple[list[GrowthPath], bool]:
        """Find what it would take: the fewest months at that cost, the least cost in that time.

        Where each alone is too little, too: the fewest months, and the least cost, of all. And tell
        whether the time limit left none of it open; all of it takes no longer than one question.
        """
        soonest = self.wishing(by="months", within=None)
        cheapest = self.wishing(by="cost", max_cost=None)
        deadline = self.deadline.again()
        if self.wishes.within is None:
            return _best_of_each([] if self.wishes.max_cost is None else [cheapest], deadline)
        if self.wishes.max_cost is None:
            return _best_of_each([soonest], deadline)
        paths, complete = _best_of_each([soonest, cheapest], deadline.share(1 / 2))
        if not paths:
            of_all = [soonest.wishing(max_cost=None), cheapest.wishing(within=None)]
            paths, whole = _best_of_each(of_all, deadline)
            # Where there is none without limits, there is none within them.
            complete = whole and (complete or not paths)
        return paths, complete

    def _blockers(self) -> tuple[Blocker, ...]:
        """Say which gates stay closed."""
        from graphs.search.blockers import blockers_of  # here, as most questions have an answer
        from graphs.search.reachability import stays_to_be_had

        stays = stays_to_be_had(self.planner.encoded, self.start, self.route)
        met = ((role, held) for role, _, held in stays)
        return blockers_of(self.planner.ladder, self.problem, met)


def _best_of_each(
    questions: Sequence[Question], deadline: Deadline
) -> tuple[list[GrowthPath], bool]:
    """Find the best plan for each of some questions, in equal shares of time."""
    paths = []
    complete = True
    for place, question in enumerate(questions):
        share = deadline.share(1 / (len(questions) - place))
        try:
            path = replace(question, deadline=share).best()
        except SearchLimit:
            complete = False
        else:
            paths += [path] if path else []
    return paths, complete
