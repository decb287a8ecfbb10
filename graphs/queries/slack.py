"""What may wait, and how long: the latest beginning of each activity of a plan.

Every move stays in its month. Learning is then one machine: an activity is a job of so many months,
may be interrupted, is released when what it asks for is held, and is due when a gate asks for what
it gives. Of such jobs, taking the one that is due first meets every date that can be met, once each
date leaves room for what comes behind it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import inf

from graphs.deadline import Deadline
from graphs.plans.path import GrowthPath
from graphs.search.encoding import Course, Encoded, bits_of
from graphs.search.planner import planner_of
from graphs.search.problem import Start


@dataclass(frozen=True, slots=True)
class Slack:
    """How long an activity of a plan may wait.

    Parameters
    ----------
    activity : str
        Its id.
    begins : int
        When the plan begins it, in months from now.
    months : int
        By how many months that may be put off, the other activities of the plan being rearranged as
        need be, while every move stays in its month.
    """

    activity: str
    begins: int
    months: int


def slack(path: GrowthPath, *, time_limit: float | Deadline = inf) -> tuple[Slack, ...]:
    """Find by how many months the beginning of each activity of a plan may be put off.

    Parameters
    ----------
    path : GrowthPath
    time_limit : float or Deadline
        Seconds.

    Returns
    -------
    tuple of Slack
        In the order of the plan; of no more activities than there was time for.

    Notes
    -----
    For each activity, the latest release with which all are done in time. Where several sources
    give one skill, each may be the first, so that the work is exponential in the number of such
    choices; plans have few.

    Examples
    --------
    >>> from ladder import bundled
    >>> from graphs import growth_path
    >>> path = growth_path(bundled("product-management"), "analyst", "spm")
    >>> [item.activity for item in slack(path) if item.months >= 12]
    ['leadership-programme']
    """
    deadline = Deadline.of(time_limit)
    orders = _orders(path)
    found = []
    for place, item in enumerate(path.learning):
        if deadline.passed:
            break
        begins = item.periods[0][0]
        found.append(Slack(item.activity, begins, _latest(orders, place, path.months) - begins))
    return tuple(found)


def _latest(orders: Sequence[Sequence[Job]], place: int, end: int) -> int:
    """Find the last month in which one of the jobs can be begun."""
    return bisect_left(range(end), True, key=lambda on: not in_time(orders, {place: on})) - 1


def may_be_first(path: GrowthPath) -> set[str | None]:
    """Find what the first month of a plan may be spent on, every move staying in its month.

    Ids of activities of the plan; None where the month may be left idle.
    """
    orders = _orders(path)
    names = [item.activity for item in path.learning]
    later = dict.fromkeys(range(len(names)), 1)
    return {
        name
        for place, name in [*enumerate(names), (-1, None)]
        if in_time(orders, {**later, place: 0})
    }


def _orders(path: GrowthPath) -> list[list[Job]]:
    """Make the choices of what gives each skill first; every schedule keeps to one of them.

    The activities as jobs, in their order, once for each choice.
    """
    encoded = planner_of(path.ladder).encoded
    start = planner_of(path.ladder).start(path.source, path.person)
    courses = [start.courses[encoded.activities.index(one.activity)] for one in path.learning]
    groups = _groups(encoded, start, path, courses)
    choices = [[*group.givers, *([] if group.given is None else [None])] for group in groups]
    orders = []
    for firsts in product(*choices):
        opens, due = [0] * len(courses), [path.months] * len(courses)
        after: list[set[int]] = [set() for _ in courses]
        for group, first in zip(groups, firsts, strict=True):
            if first is not None:
                due[first] = min(due[first], group.due)
            for place in group.takers:
                if first is not None:
                    after[place].add(first)
                elif group.given is not None:
                    opens[place] = max(opens[place], group.given)
        jobs = [
            Job(course.months, opens[place], due[place], frozenset(after[place]))
            for place, course in enumerate(courses)
        ]
        orders.append(jobs)
    return orders


_Moment = tuple[int, int]
"""Month and stay: what a role gives on arrival comes too late for the gate before it."""

_NEVER: _Moment = (10**9, 0)


@dataclass(frozen=True, slots=True)
class _Group:
    """Bits that come from the same sources.

    ``givers`` are the activities that give them, ``takers`` those that ask for them; ``given`` is
    the month in which a role gives them, None where none does, or where a gate asks for them before
    that; ``due`` is the month of that gate.
    """

    givers: tuple[int, ...]
    takers: frozenset[int]
    given: int | None
    due: int


def _groups(
    encoded: Encoded, start: Start, path: GrowthPath, courses: Sequence[Course]
) -> list[_Group]:
    """Gather the bits that something has to wait for: of one group, one source is the first."""
    came, due = _came(encoded, start, path), _due(encoded, path)
    asked = {bit for course in courses for bit in bits_of(course.requires)}
    bits: dict[tuple[tuple[int, ...], _Moment, _Moment], int] = {}
    for bit in sorted(asked | due.keys()):
        given, needed = came.get(bit, _NEVER), due.get(bit, _NEVER)
        if 1 << bit & start.held or (bit not in asked and given <= needed):
            continue
        givers = tuple(
            place
            for place, course in enumerate(courses)
            if course.gives & 1 << bit and not course.requires & 1 << bit
        )
        source = givers, given, needed if needed < given else _NEVER
        bits[source] = bits.get(source, 0) | 1 << bit
    return [
        _Group(
            givers,
            frozenset(place for place, course in enumerate(courses) if course.requires & together),
            given[0] if given < _NEVER <= needed else None,
            needed[0],
        )
        for (givers, given, needed), together in bits.items()
    ]


def _came(encoded: Encoded, start: Start, path: GrowthPath) -> dict[int, _Moment]:
    """Find when a role first gives each bit."""
    came: dict[int, _Moment] = {}
    for place, stay in enumerate(path.stays):
        role = encoded.number[stay.role]
        for after, bits in encoded.milestones[role] if place else start.milestones:
            if stay.start + after <= stay.end:
                for bit in bits_of(bits):
                    came[bit] = min(came.get(bit, _NEVER), (stay.start + after, place))
    return came


def _due(encoded: Encoded, path: GrowthPath) -> dict[int, _Moment]:
    """Find the first gate that asks for each bit."""
    due: dict[int, _Moment] = {}
    for place, stay in enumerate(path.stays):
        for bit in bits_of(encoded.mask(stay.move.requires.items()) if stay.move else 0):
            due.setdefault(bit, (stay.end, place))
    return due


@dataclass(frozen=True, slots=True)
class Job:
    """An activity to be done: its months, when it opens and is due, and what it waits for."""

    months: int
    opens: int
    due: int
    after: frozenset[int]


def in_time(orders: Sequence[Sequence[Job]], begins: Mapping[int, int]) -> bool:
    """Tell whether all can be done when due, some of the jobs begun no sooner than said.

    Earliest due date with interruptions, release dates and precedence [1]_.

    References
    ----------
    .. [1] J. Blazewicz, "Scheduling dependent tasks with different arrival times to meet
       deadlines", in: Modelling and Performance Evaluation of Computer Systems, 1976.
    """
    return any(_all_done(jobs, begins) for jobs in orders)


def _all_done(jobs: Sequence[Job], begins: Mapping[int, int]) -> bool:
    order = _in_order(jobs)
    if order is None:
        return False
    opens = [max(job.opens, begins.get(place, 0)) for place, job in enumerate(jobs)]
    due = [job.due for job in jobs]
    for one in order:
        for before in jobs[one].after:
            opens[one] = max(opens[one], opens[before] + jobs[before].months)
    for one in reversed(order):
        for before in jobs[one].after:
            due[before] = min(due[before], due[one] - jobs[one].months)
    left = [job.months for job in jobs]
    now = 0
    while any(left):
        ready = [(due[one], one) for one in order if left[one] and opens[one] <= now]
        if ready:
            first = min(ready)[1]
            left[first] -= 1
            if not left[first] and now + 1 > due[first]:
                return False
        now += 1
    return True


def _in_order(jobs: Sequence[Job]) -> list[int] | None:
    """Put each job behind those that it waits for; None where they wait for one another."""
    order: list[int] = []
    while len(order) < len(jobs):
        free = [
            one for one, job in enumerate(jobs) if one not in order and job.after.issubset(order)
        ]
        if not free:
            return None
        order += free
    return order
