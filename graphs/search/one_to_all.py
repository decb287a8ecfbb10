"""The search for all roles at once, without a target.

What leads to one role leads most of the way to many, so that one search for all of them takes far
less than one for each. It has no target to aim at, though, and would go wherever there is something
to learn. What keeps it narrow is the month in which each role is to be reached: a partial plan is
of use only where it can still be in time somewhere. So first some plan to each role is found, then
better ones, and then the best.

Often that is not needed: where no role gives what gates ask, a plan takes what must be learnt, and
the months in between. What that comes to at least is told by one sweep over the moves, and whether
a plan takes no more by trying those moves alone: that is the glance.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from graphs.deadline import Deadline, Telling, nobody

from .astar import Search
from .bounds import least_learning_from, least_to_any
from .encoding import NEVER, Edge, Encoded
from .labels import Label
from .lookahead import Corridor, Foresight
from .problem import Itinerary, Limits, Problem
from .solver import Known
from .strategies import EXACT, Aim, Beam, Strategy

_NOWHERE = -1
"""A target that is no role."""

_SOME_PLANS = Beam(width=1)
_BETTER_PLANS = (Beam(width=2), Beam(width=16))

_ALONG = Beam(width=2)
"""As many plans to a role are tried along the moves of the least months."""

_STEPS_EACH = 192
"""Steps for each role that a search for some plans may take."""

_STAGES = ((64, 1 / 2), (192, 2 / 3), (576, 1.0))
"""Steps for each role that the last search may take to get through such a share of the months."""

_SLICE = 1 << 10
"""Steps after which it is told how far a search has come."""


@dataclass(frozen=True, slots=True)
class Swept:
    """What a search for all roles has come to; roles are by number.

    ``best`` are the ends of the best plans; ``found`` the ends of some plans, for all roles that
    one has been found for; ``least`` months are proven to be needed. To ``unreached`` there is no
    plan: no transitions lead there, or none does within the months allowed.
    """

    best: dict[int, Label]
    found: dict[int, Label]
    least: dict[int, int]
    unreached: frozenset[int]

    def known(self, role: int) -> Known:
        """What a question to a role can make use of."""
        return Known(self.found.get(role), self.least.get(role, NEVER))


class Sweep:
    """One question, by months, for all roles at once: its route tells which of them it avoids.

    ``progress`` is told how many of how many roles are decided.
    """

    def __init__(self, problem: Problem, deadline: Deadline, progress: Telling = nobody) -> None:
        route = Itinerary(_NOWHERE, avoid=problem.route.avoid)
        self._problem = replace(problem, route=route)
        self._encoded = problem.encoded
        self._limits = problem.limits
        self._deadline = deadline
        self._progress = progress
        self._found: dict[int, Label] = {}
        self._first, self._along = least_learning_from(
            self._encoded, problem.teaching, problem.start, route.avoid
        )
        self._least = {role: months for role, (months, _) in self._first.items()}
        self._unreached = {
            role for role in range(len(self._encoded.roles)) if role not in self._least
        }
        self._beyond_the_limit()
        self._best: dict[int, Label] = {}

    def glance(self, *, which: bool = False) -> Swept:
        """Answer where a plan along the moves of the least months needs no more than these.

        ``which`` asks for the very plan that the tie decides for, which that may not be: then none
        is looked for.
        """
        if which:
            return self._swept()
        along = _along(self._encoded, self._along)
        search = self._search(self._nothing, self._anywhere, Aim.ANY_SHORTEST, _ALONG, along=along)
        self._run(search)
        given = reduce(or_, (bits for _, bits in self._problem.start.milestones), 0)
        given |= self._encoded.ever_given | self._problem.start.held
        for role, end in self._found.items():
            must = self._encoded.asked_into[role] & ~given if end.moves else 0
            least = *self._first[role], self._problem.teaching.price(must)
            if (end.now, end.moves, end.cost) <= least:
                self._best[role] = end
        return self._swept()

    def _swept(self) -> Swept:
        return Swept(self._best, self._found, self._least, frozenset(self._unreached))

    def run(self, deadline: Deadline) -> Swept:
        """Answer for as many other roles as are not too hard, until then."""
        self._deadline = deadline
        self._run(self._search(self._nothing, self._anywhere, Aim.ANY_SHORTEST, _SOME_PLANS))
        for beam in _BETTER_PLANS:
            if allowed := self._allowed(better=True):
                self._run(self._within(allowed, Aim.ANY_SHORTEST, beam))
        allowed = self._allowed(better=False)
        if allowed:
            self._find_best(allowed)
        return self._swept()

    @property
    def _nothing(self) -> list[list[int]]:
        return [[0] * len(self._encoded.roles)]

    @property
    def _anywhere(self) -> Limits:
        return replace(self._limits, ahead=self._nothing)

    def _beyond_the_limit(self) -> None:
        """Leave out what is proven to take more months than are allowed."""
        most = self._limits.months
        if most < NEVER:
            self._unreached.update(role for role, least in self._least.items() if least > most)

    def _allowed(self, *, better: bool) -> dict[int, int]:
        """Months that a plan may take to be as good as what is known, or better; by role."""
        allowed: dict[int, int] = {}
        for role, least in self._least.items():
            if role in self._best:
                continue
            if role in self._found:
                months = self._found[role].now - (1 if better else 0)
            elif self._limits.months < NEVER:
                months = self._limits.months
            else:
                continue
            if months >= least:
                allowed[role] = months
        return allowed

    def _find_best(self, allowed: dict[int, int]) -> None:
        """Find the best plans that take no more months than these, and how few they take."""
        search = self._within(allowed)
        self._as_long_as_it_gets_on(search, allowed.values())
        self._keep(search)
        best = search.arrivals(final=True)
        for role in allowed:
            bound = self._found[role].now if role in self._found else NEVER
            if role not in best and not search.ended:
                bound = min(bound, search.bound)
            self._least[role] = max(self._least[role], bound)
        self._beyond_the_limit()
        self._best |= {role: best[role] for role in allowed if role in best}

    def _run(self, search: Search) -> None:
        self._take_steps(search, _STEPS_EACH * len(self._encoded.roles))
        self._keep(search)

    def _as_long_as_it_gets_on(self, search: Search, months: Collection[int]) -> None:
        """Search; stop early if what is left would hardly come to an end."""
        for steps, share in _STAGES:
            self._take_steps(search, steps * len(self._encoded.roles), months)
            if search.bound < share * max(months):
                break

    def _take_steps(self, search: Search, steps: int, months: Collection[int] = ()) -> None:
        """Search, telling now and then how many roles are behind it."""
        while search.steps < steps and not search.ended:
            if search.run(min(search.steps + _SLICE, steps)):
                break
            behind = sum(month < search.bound for month in months)
            self._progress(behind, len(self._encoded.roles))

    def _keep(self, search: Search) -> None:
        """Keep what is better than the plans that are known."""
        for role, label in search.arrivals().items():
            if role not in self._found or label.now < self._found[role].now:
                self._found[role] = label

    def _within(
        self, allowed: dict[int, int], aim: Aim = Aim.BEST, strategy: Strategy = EXACT
    ) -> Search:
        """Search for plans that take no more than so many months, by role."""
        ahead = least_to_any(self._encoded, allowed)
        useful = [min(months, 0) for months in ahead]
        useful[self._problem.start.role] = 0  # months served before today are not counted there
        corridor = Corridor(self._encoded, self._problem.teaching, ahead, allowed, passing=True)
        limits = replace(self._limits, months=corridor.months, ahead=[ahead])
        return self._search([useful], limits, aim, strategy, corridor)

    def _search(
        self,
        ahead: list[list[int]],
        limits: Limits,
        aim: Aim,
        strategy: Strategy,
        foresight: Foresight | None = None,
        along: Encoded | None = None,
    ) -> Search:
        encoded = along or self._encoded
        return Search(
            replace(self._problem, encoded=encoded, limits=limits),
            ahead,
            self._deadline,
            aim=aim,
            strategy=strategy,
            foresight=foresight,
        )


def _along(encoded: Encoded, moves: Iterable[Edge]) -> Encoded:
    """Leave of a ladder some moves only, written out."""
    own: list[list[Edge]] = [[] for _ in encoded.roles]
    for edge in moves:
        own[edge.source].append(edge)
    return replace(encoded, own=tuple(map(tuple, own)), doors=())
