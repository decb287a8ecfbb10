"""One learner and what is to be done by when: whether all of it can be in time.

Of jobs that may be interrupted and wait for one another, taking the one that is due first meets
every date that can be met, once each date leaves room for what comes behind it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Job:
    """An activity to be done: its months, when it opens and is due, and what it waits for."""

    months: int
    opens: int
    due: int
    after: frozenset[int]


def in_time(orders: Sequence[Sequence[Job]], begins: Mapping[int, int]) -> bool:
    """Tell whether all can be done when due, some of the jobs begun no sooner than said.

    Parameters
    ----------
    orders : sequence of sequence of Job
        Alternatives, one of which is enough.
    begins : mapping of int to int
        The first month allowed, by the job's place.

    Returns
    -------
    bool

    Notes
    -----
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
