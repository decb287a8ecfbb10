"""Which searches answer a question: a plain one, and where that takes long, more than one.

Most questions are answered within a few labels. The others are asked again, in steps each of which
makes the next one easier. The months allowed grow from what is known to be needed, and for each
number of them it is asked whether any plan keeps to it: route by route, which is quick where time
is too short for many routes, and label by label, which is quick where learning leaves few choices.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from graphs.deadline import Deadline, TimeUp

from .astar import Found, Search
from .dominance import Doomed
from .encoding import NEVER
from .ending import sees_learning
from .labels import Label
from .lookahead import Foresight
from .planner import Planner
from .problem import BY_MONTHS, Limits, Problem
from .reachability import reachable
from .strategies import EXACT, Aim, Beam, Strategy

if TYPE_CHECKING:
    from .routes.by_routes import ByRoutes

Effort = Literal["little", "some", "all"]
"""What is done about a hard question: nothing; some plan is looked for; or it is answered."""

_EASY = 256
"""Steps that a question may take before it counts as hard."""

_LEARNING = 1 << 15
"""Steps that it may take where its bound sees what must be learnt, which beats any other way."""

_SLICE = 1 << 8
"""Steps after which it looks how much time is left."""

_PATIENCE = 1 << 11
"""Steps, or outlines, that either way is tried for before the other one is."""

_IMPATIENCE = 4
"""As many times as long either way is tried for the next time."""

_SOME_PLAN = Beam(width=1, haste=3)
_GOOD_PLAN = Beam(width=8, haste=1 / 2)

_RESERVE = 1 / 10
"""Such a share of the time is kept, to find some plan if routes do not lead to the best."""

_SHARE = 20
"""By so small a share of them the months allowed grow."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a question before it is asked: the end of some plan, and months needed.

    It shortens the search where a plain one takes too long; an answer that the time limit leaves
    undecided may say less than was known.
    """

    good: Label | None = None
    bound: int = 0


NOTHING = Known()


class _Efforts:
    """How long routes and labels are tried in turn, until one of them comes to an end."""

    def __init__(self) -> None:
        self._steps = _PATIENCE
        self._labels_first = False

    def first_to_end(
        self, routes: ByRoutes, labels: Search, months: int, deadline: Deadline
    ) -> tuple[Found, bool]:
        """Tell what ended first, and whether what it found is the best in moves and cost, too."""
        from .routes.by_routes import TooManyRoutes

        steps = self._steps
        while True:
            if not self._labels_first:
                try:
                    label = routes.best(months, steps, deadline)
                    return Found(label, True, label.now if label else 0), label is not None
                except TooManyRoutes:
                    pass
            found = labels.run(steps)
            if found:
                # They will do for somewhat more months, too, in somewhat more steps.
                self._labels_first, self._steps = True, max(steps, _IMPATIENCE * labels.steps)
                return found, False
            self._labels_first = False
            steps *= _IMPATIENCE


class Solver:
    """One question; ``known`` is told in months."""

    def __init__(
        self, planner: Planner, problem: Problem, deadline: Deadline, known: Known = NOTHING
    ) -> None:
        self._planner = planner
        self._problem = problem
        self._limits = problem.limits
        self._deadline = deadline
        self._known = known
        self._searches: list[Search | ByRoutes] = []

    @property
    def taken(self) -> int:
        """Labels and outlines taken up so far, by all the searches together."""
        return sum(search.taken for search in self._searches)

    def solve(self, effort: Effort = "all") -> Found:
        """Find the best plan, as far as the time allows."""
        plain = self._search(self._limits)
        found = self._plainly(plain, patient=effort == "all")
        if found is not None:
            return found
        if effort != "all":
            some = None
            if effort == "some":
                some = self._narrow(Aim.ANY_SHORTEST, _SOME_PLAN).label
            return Found(some, False, plain.bound)
        try:
            if not self._reachable():
                return Found(None, True, 0)
        except TimeUp:
            return self._run(plain)
        if self._problem.order == BY_MONTHS:
            return self._in_fewest_months(max(plain.bound, self._known.bound))
        good = self._narrow(Aim.BEST, _GOOD_PLAN)
        search = self._search(self._limits, foresight=self._corridor(self._limits))
        if good.label:
            search.improve_on(good.label)
        return self._run(search)

    def _plainly(self, plain: Search, *, patient: bool) -> Found | None:
        """Try the plain search, at length where it sees what must be learnt.

        Half of the time at most, so that some plan can be looked for where it comes to nothing.
        """
        found = plain.run(_EASY)
        if not found and patient and sees_learning(self._problem):
            half = self._deadline.share(1 / 2)
            while not found and plain.steps < _LEARNING and not half.passed:
                found = plain.run(plain.steps + _SLICE)
        return found

    def _in_fewest_months(self, bound: int) -> Found:
        """Find how few months it takes, and the best of the plans that take no more.

        The months allowed grow step by step: allowed too few, a search ends soon; allowed more
        than it takes, it goes through detours without end.
        """
        from .routes.by_routes import ByRoutes  # here, as most questions are easy

        routes = ByRoutes(self._planner, self._problem, bound)
        self._searches.append(routes)
        if self._limits.cost == NEVER and (found := self._with_few_routes(routes)):
            return found
        good = self._known.good or self._narrow(Aim.ANY_SHORTEST, _GOOD_PLAN).label
        if good is None and self._limits.cost < NEVER:
            # There may be no plan, and then no number of months would do.
            return self._run(self._search(self._limits, foresight=self._corridor(self._limits)))
        known = [label for label in (routes.good, good) if label]
        return self._either_way(routes, min(known, key=_months, default=None))

    def _with_few_routes(self, routes: ByRoutes) -> Found | None:
        """Go by routes alone, as long as there are few of them."""
        from .routes.by_routes import TooManyRoutes

        deadline = self._deadline.share(1 - _RESERVE)
        try:
            while routes.bound <= self._limits.months:
                good = self._known.good
                months = good.now if good else self._a_step_beyond(routes.bound)
                if label := routes.best(months, _PATIENCE, deadline):
                    return Found(label, True, label.now)
        except (TooManyRoutes, TimeUp):
            return None
        return Found(None, True, 0)

    def _either_way(self, routes: ByRoutes, good: Label | None) -> Found:
        """Go by routes or by labels, for each number of months by what ends sooner."""
        efforts = _Efforts()
        while good is None or routes.bound < good.now:
            months = self._a_step_beyond(routes.bound)
            if good:
                months = min(months, good.now - 1)
            if months < routes.bound:
                return Found(None, True, 0)
            limits = self._within(months)
            corridor = self._corridor(limits)
            labels = self._search(limits, aim=Aim.ANY_SHORTEST, foresight=corridor)
            try:
                found, best = efforts.first_to_end(routes, labels, months, self._deadline)
            except TimeUp:
                return Found(routes.good or good, False, routes.bound)
            if not found.proven:
                return Found(found.label or good, False, routes.bound)
            if best:
                return found
            if found.label:
                good = found.label
                break
            routes.bound = months + 1
        return self._best_of_the_shortest(good)

    def _best_of_the_shortest(self, good: Label) -> Found:
        """Find the best plan of all that take no more months than the shortest."""
        limits = self._within(good.now)
        corridor = self._corridor(limits)
        by_moves = self._search(limits, aim=Aim.FEWEST_MOVES, foresight=corridor)
        found = self._run(by_moves)
        if found.proven and found.label:
            good = found.label
            ahead = self._planner.moves_ahead(self._problem.route)
            limits = replace(limits, moves=good.moves, moves_ahead=ahead)
            doomed = by_moves.doomed()
            found = self._run(self._search(limits, foresight=corridor, doomed=doomed))
        return Found(found.label or good, found.proven, good.now)

    def _narrow(self, aim: Aim, beam: Beam) -> Found:
        """Find some plan, without proof."""
        half = self._deadline.share(1 / 2)
        return self._run(self._search(self._limits, half, aim=aim, strategy=beam))

    def _a_step_beyond(self, bound: int) -> int:
        """Months to be allowed next, some more than are needed at least."""
        return min(self._limits.months, bound + bound // _SHARE)

    def _run(self, search: Search) -> Found:
        found = search.run()
        assert found is not None
        return found

    def _within(self, months: int) -> Limits:
        ahead = self._limits.ahead or self._planner.months_ahead(self._problem.route)
        return replace(self._limits, months=min(months, self._limits.months), ahead=ahead)

    def _corridor(self, limits: Limits) -> Foresight | None:
        """What matters within the months that limits allow, if they allow only so many."""
        if limits.months == NEVER:
            return None
        return self._planner.corridor(replace(self._problem, limits=limits))

    def _search(
        self,
        limits: Limits,
        deadline: Deadline | None = None,
        *,
        aim: Aim = Aim.BEST,
        strategy: Strategy = EXACT,
        foresight: Foresight | None = None,
        doomed: Doomed | None = None,
    ) -> Search:
        problem = self._problem
        search = Search(
            problem if limits is problem.limits else replace(problem, limits=limits),
            self._planner.ahead(problem.route, problem.order),
            deadline or self._deadline,
            aim=aim,
            strategy=strategy,
            foresight=foresight,
            doomed=doomed,
            fewest_moves=lambda: self._planner.moves_ahead(problem.route),
        )
        self._searches.append(search)
        return search

    def _reachable(self) -> bool:
        return self._known.good is not None or reachable(
            self._problem.encoded, self._problem.start, self._problem.route, self._deadline.check
        )


def _months(label: Label) -> int:
    return label.now
