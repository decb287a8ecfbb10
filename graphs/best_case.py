"""What could ever be reached and held, if time, order and one-way moves were no matter."""

from __future__ import annotations

from collections.abc import Sequence

from .encoding import Course, Encoded
from .start import Start


def learnable(held: int, courses: Sequence[Course]) -> int:
    """Bits that activities can add to what is held, those included that open one another.

    Parameters
    ----------
    held : int
    courses : sequence of Course

    Returns
    -------
    int
        What is held in the end.
    """
    waiting = list(courses)
    grew = True
    while grew:
        grew = False
        closed = []
        for course in waiting:
            if course.requires & ~held:
                closed.append(course)
            else:
                held |= course.gives
                grew = True
        waiting = closed
    return held


def best_case(encoded: Encoded, start: Start) -> tuple[set[int], int]:
    """Roles and bits within reach if whatever was once open stayed open.

    What is not in them cannot be reached at all. The converse does not hold: of two roles that
    exclude each other, both are in.

    Parameters
    ----------
    encoded : Encoded
    start : Start

    Returns
    -------
    set of int, int
        Numbers of the roles, and bits.

    Notes
    -----
    Each round opens at least one role, so the work is at most roles times the size of the ladder.
    """
    roles = {start.role}
    held = start.held
    for _, bits in start.milestones:
        held |= bits
    while True:
        held = learnable(held, start.courses)
        opened = {
            edge.target
            for role in roles
            for edge in encoded.edges[role]
            if edge.target not in roles and not edge.gate & ~held
        }
        if not opened:
            return roles, held
        roles |= opened
        for role in opened:
            for _, bits in encoded.milestones[role]:
                held |= bits
