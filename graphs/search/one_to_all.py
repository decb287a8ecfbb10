"""The search for all roles at once, without a target.

What leads to one role leads most of the way to many, so that one search for all of them takes far
less than one for each. It has no target to aim at, though, and would go wherever there is something
to learn. What keeps it narrow is the month in which each role is to be reached: a partial plan is
of use only where it can still be in time somewhere. So first some plan to each role is found, then
better ones, and then the best.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from graphs.deadline import Deadline, Telling, nobody

from .astar import Search
from .bounds import UNREACHED, least_from, least_to_any
from .encoding import NEVER
from .labels import Label
from .lookahead import Corridor, Foresight
from .problem import Itinerary, Limits, Problem
from .solver import Known
from .strategies import EXACT, Aim, Beam, Strategy

_NOWHERE = -1
"""A target that is no role."""

_SOME_PLANS = Beam(width=1)
_BETTER_PLANS = (Beam(width=2), Beam(width=16))

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
        least = least_from(self._encoded, problem.start, route.avoid)
        self._unreached = {role for role, month in enumerate(least) if month == UNREACHED}
        self._least = {role: month for role, month in enumerate(least) if month != UNREACHED}

    def run(self) -> Swept:
        """Answer for as many roles as are not too hard."""
        nothing = [[0] * len(self._encoded.roles)]
        limits = replace(self._limits, ahead=nothing)
        self._run(self._search(nothing, limits, Aim.ANY_SHORTEST, _SOME_PLANS))
        for beam in _BETTER_PLANS:
            if allowed := self._allowed(better=True):
                self._run(self._within(allowed, Aim.ANY_SHORTEST, beam))
        allowed = self._allowed(better=False)
        best = self._best(allowed) if allowed else {}
        return Swept(best, self._found, self._least, frozenset(self._unreached))

    def _allowed(self, *, better: bool) -> dict[int, int]:
        """Months that a plan may take to be as good as what is known, or better; by role."""
        allowed: dict[int, int] = {}
        for role, least in self._least.items():
            if role in self._found:
                months = self._found[role].now - (1 if better else 0)
            elif self._limits.months < NEVER:
                months = self._limits.months
            else:
                continue
            if months >= least:
                allowed[role] = months
        return allowed

    def _best(self, allowed: dict[int, int]) -> dict[int, Label]:
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
        if self._limits.months < NEVER:
            self._unreached.update(
                role for role, months in self._least.items() if months > self._limits.months
            )
        return {role: best[role] for role in allowed if role in best}

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
    ) -> Search:
        return Search(
            replace(self._problem, limits=limits),
            ahead,
            self._deadline,
            aim=aim,
            strategy=strategy,
            foresight=foresight,
        )
