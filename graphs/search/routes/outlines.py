"""Routes in outline: the roles that a plan goes through, how it learns what is asked left open.

Plans differ far more in what they learn, and how, than in the roles they go through. An outline
stands for all plans of one route: what its gates ask for and its roles do not give must be learnt
somehow, and takes at least so many months. That tells of most routes that they take too long,
before a single activity is chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from graphs.search.bounds import UNREACHED
from graphs.search.encoding import NEVER, Milestones
from graphs.search.lookahead import Foresight
from graphs.search.problem import Problem, State


class Least(NamedTuple):
    """The least that the plans of a route take."""

    months: int
    cost: int


class _Outline(NamedTuple):
    """A route so far, in a role.

    ``since`` is the month of the arrival, at the earliest, ``now`` today or later; ``given`` is
    what is held without learning, at most; ``learnt`` what must have been learnt; ``certain`` what
    is held in any case. ``passed`` is what the stay before gave or may have, arrival included.
    """

    role: int
    state: State
    since: int
    now: int
    given: int
    learnt: int
    certain: int
    milestones: Milestones
    passed: int = 0
    before: _Outline | None = None


class Outlines:
    """All routes that may lead to the end of a problem's route within its months.

    No plan is missed: whatever its stays give, an outline of the same roles is held to be given no
    less, has no more to learn, and so is in no role later. Only routes that come back to a role for
    nothing are left out, since waiting there does as well.

    Exponential in the number of moves at worst. What keeps it small is that learning takes time:
    within few months more than the least, few routes leave enough for what they ask.
    """

    def __init__(
        self, problem: Problem, foresight: Foresight, tick: Callable[[], None] = lambda: None
    ) -> None:
        self._encoded = problem.encoded
        self._teaching = problem.teaching
        self._start = problem.start
        self._route = problem.route
        self._ahead = problem.limits.ahead
        self._months = problem.limits.months
        self._foresight = foresight
        self._tick = tick

    def routes(self) -> dict[tuple[int, ...], Least]:
        """Find the routes, by their roles, with the least that each takes."""
        found: dict[tuple[int, ...], Least] = {}
        waiting = [self._first()]
        while waiting:
            outline = waiting.pop()
            self._tick()
            if self._route.ends(outline.state, outline.role):
                roles = _roles(outline)
                least = Least(outline.now, self._teaching.price(outline.learnt))
                if known := found.get(roles):
                    least = Least(min(known.months, least.months), min(known.cost, least.cost))
                found[roles] = least
            else:
                waiting += self._next(outline)
        return found

    def _first(self) -> _Outline:
        start = self._start
        return _Outline(
            start.role,
            self._route.start(start.role),
            -start.served,
            0,
            start.held,
            0,
            start.held,
            start.milestones,
        )

    def _next(self, outline: _Outline) -> Iterator[_Outline]:
        """Leave a role before its next useful milestone, or after that, or after the one then."""
        given, now = outline.given, outline.now
        passed, _ = self._arrival(outline.role)
        useful = self._teaching.wanted
        for at, bits in (*outline.milestones, (NEVER, -1)):
            if at < NEVER and not bits & ~given & useful:
                passed |= bits
                continue
            yield from self._leave(outline, given, now, passed, at)
            if at > self._months:
                break
            given |= bits
            passed |= bits
            now = at

    def _leave(
        self, outline: _Outline, given: int, now: int, passed: int, until: int
    ) -> Iterator[_Outline]:
        """Leave a role in the months from ``now`` on; later than ``until``, it has given more."""
        for edge in self._encoded.leaving[outline.role]:
            state = self._route.enter(outline.state, edge.target)
            if state is None:
                continue
            ahead = self._ahead[state[0]][edge.target]
            if ahead == UNREACHED:
                continue
            learnt = outline.learnt | edge.gate & ~given
            month = max(now, outline.since + edge.months, self._teaching.work(learnt))
            if month >= until or month + ahead > self._months:
                continue
            if self._route.ends(state, edge.target) and not self._route.wanted(state):
                continue
            at_once, milestones = self._arrival(edge.target)
            # All months so far may have been spent on what had to be learnt, so all are banked.
            if not self._foresight.admits(edge.target, month, given | at_once, month, learnt):
                continue
            arrival = _Outline(
                edge.target,
                state,
                month,
                month,
                given | at_once,
                learnt,
                outline.certain | edge.gate | at_once,
                tuple((month + after, bits) for after, bits in milestones),
                passed,
                outline,
            )
            if not self._comes_back_for_nothing(arrival):
                yield arrival

    def _comes_back_for_nothing(self, arrival: _Outline) -> bool:
        """Tell whether it has been in the same place before, and whoever had waited held as much.

        What all gates so far asked for is held in any case; what stays gave may be less in a plan
        than in its outline.
        """
        gained = 0
        back = arrival
        while back.before is not None:
            earlier = back.before
            if earlier.role == arrival.role and earlier.state == arrival.state:
                return not gained & ~earlier.certain & self._teaching.wanted
            gained |= back.passed
            back = earlier
        return False

    def _arrival(self, role: int) -> tuple[int, Milestones]:
        """What a role gives at once, and what it gives later."""
        milestones = self._encoded.given[role]
        if milestones and milestones[0][0] == 0:
            return milestones[0][1], milestones[1:]
        return 0, milestones


def _roles(outline: _Outline) -> tuple[int, ...]:
    roles = [outline.role]
    while outline.before is not None:
        outline = outline.before
        roles.append(outline.role)
    return tuple(reversed(roles))
