"""What a question can depend on: the skills that anything on a way short enough asks for."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from .ahead import UNREACHED
from .encoding import Course, Encoded
from .start import Start


def asked_within(
    encoded: Encoded, start: Start, ahead: Sequence[Sequence[int]], months: int
) -> int:
    """Bits that plans of so many months can be asked for, by a gate or by an activity.

    Who holds other bits besides has the same plans, up to so many months, as who does not.

    Parameters
    ----------
    encoded : Encoded
    start : Start
    ahead : sequence of sequence of int
        Least months from each role to the end, by the roles of ``via`` entered and role number.
    months : int
        The most that a plan may take.

    Returns
    -------
    int

    Notes
    -----
    A transition counts where the least months to it and the least from it to the end, gates
    ignored, are few enough. As many rounds over the activities as they are deep.
    """
    least = least_by_role(ahead)
    arrival = least_arrivals(encoded, start)
    asked = 0
    for role, now in arrival.items():
        served = start.served if role == start.role else 0
        for edge in encoded.edges[role]:
            leaves = now + max(0, edge.months - served)
            if least[edge.target] != UNREACHED and leaves + least[edge.target] <= months:
                asked |= edge.gate
    return with_requirements(asked, start.courses)


def least_by_role(ahead: Sequence[Sequence[int]]) -> list[int]:
    """Least months from each role to the end, however many of the roles of ``via`` are entered."""
    return [
        min((months for months in known if months != UNREACHED), default=UNREACHED)
        for known in zip(*ahead, strict=True)
    ]


def least_arrivals(encoded: Encoded, start: Start) -> dict[int, int]:
    """Least months to each role that transitions lead to, gates ignored.

    Parameters
    ----------
    encoded : Encoded
    start : Start

    Returns
    -------
    dict of int to int
        By role number. Dijkstra's algorithm.
    """
    arrival: dict[int, int] = {}
    heap = [(0, start.role)]
    while heap:
        now, role = heappop(heap)
        if role not in arrival:
            arrival[role] = now
            served = start.served if role == start.role else 0
            for edge in encoded.edges[role]:
                heappush(heap, (now + max(0, edge.months - served), edge.target))
    return arrival


def with_requirements(asked: int, courses: Sequence[Course]) -> int:
    """Add what the activities ask for that give any of what is asked for, and so on."""
    before = -1
    while before != asked:
        before = asked
        for course in courses:
            if course.gives & asked:
                asked |= course.requires
    return asked
