"""What could ever be reached and held, if time, order and one-way moves were no matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Generic, TypeVar

from .encoding import Course, Edge, Encoded, bits_of
from .start import Start

T = TypeVar("T")


class Waiting(Generic[T]):
    """What waits for bits, each thing with one that it lacks: it is looked at when that comes.

    So nothing is looked at more often than it has bits, however long the chain is in which one
    opens the next.
    """

    def __init__(self) -> None:
        self._by_bit: dict[int, list[T]] = {}

    def add(self, lacking: int, thing: T) -> None:
        """Let something wait that lacks these bits."""
        self._by_bit.setdefault(lacking & -lacking, []).append(thing)

    def freed(self, gained: int) -> Iterator[T]:
        """What waited for one of these bits, and does so no more."""
        if not self._by_bit:
            return
        for bit in bits_of(gained):
            yield from self._by_bit.pop(bit, ())


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
    waiting: Waiting[Course] = Waiting()
    looked_at = list(courses)
    while looked_at:
        before = held
        for course in looked_at:
            if lacking := course.requires & ~held:
                waiting.add(lacking, course)
            else:
                held |= course.gives
        looked_at = list(waiting.freed(held & ~before))
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
    The work is that of reading the ladder once, and once more each gate for each of its bits.
    """
    roles = {start.role}
    held = start.held
    for _, bits in start.milestones:
        held |= bits
    waiting: Waiting[Course | Edge] = Waiting()
    looked_at: list[Course | Edge] = [*start.courses, *encoded.edges[start.role]]
    while looked_at:
        before, entered = held, []
        for each in looked_at:
            if lacking := _asked(each) & ~held:
                waiting.add(lacking, each)
            elif isinstance(each, Course):
                held |= each.gives
            elif each.target not in roles:
                roles.add(each.target)
                entered.append(each.target)
        for role in entered:
            for _, bits in encoded.milestones[role]:
                held |= bits
        looked_at = [edge for role in entered for edge in encoded.edges[role]]
        looked_at += waiting.freed(held & ~before)
    return roles, held


def _asked(each: Course | Edge) -> int:
    return each.requires if isinstance(each, Course) else each.gate
