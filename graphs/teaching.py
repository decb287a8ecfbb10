"""The activities of a ladder as teachers: which give a skill, and what it takes at least."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from .bank import NEVER
from .encoding import Course

_REMEMBERED = 1 << 16
"""Sets of bits about which something is kept, at most."""


class Teaching:
    """The activities of a ladder.

    Parameters
    ----------
    courses : sequence of Course
        All the activities.
    gates : int
        All the bits that gates ask for.
    """

    def __init__(self, courses: Sequence[Course], gates: int) -> None:
        self._courses = _useful(courses, gates)
        self.asked = 0
        for course in self._courses:
            self.asked |= course.requires
        self.wanted = gates | self.asked
        self._teachers: dict[int, tuple[Course, ...]] = {}
        self._work: dict[int, int] = {0: 0}
        self._needed: dict[int, int] = {0: 0}

    def teachers(self, bit: int) -> tuple[Course, ...]:
        """Activities that can be the first to give a bit: one that asks for it cannot."""
        known = self._teachers.get(bit)
        if known is None:
            known = tuple(c for c in self._courses if c.gives & bit and not c.requires & bit)
            self._teachers[bit] = known
        return known

    def needed(self, bits: int) -> int:
        """Bits, and all that activities ask for which can help to learn them."""
        known = self._needed.get(bits)
        if known is None:
            if len(self._needed) > _REMEMBERED:
                self._needed.clear()
            known, waiting = bits, bits
            while waiting:
                bit = waiting & -waiting
                waiting ^= bit
                known |= self._needed.get(bit) or self._needed_for(bit)
            self._needed[bits] = known
        return known

    def _needed_for(self, bit: int) -> int:
        known = waiting = bit
        while waiting:
            first = waiting & -waiting
            waiting ^= first
            for course in self.teachers(first):
                waiting |= course.requires & ~known
                known |= course.requires
        self._needed[bit] = known
        return known

    def work(self, missing: int) -> int:
        """Months of learning that some bits need at least, whatever is chosen.

        Each activity's months are shared out among the bits missing that it gives, and each bit is
        priced at its cheapest share, so that no choice costs less than the sum.
        """
        known = self._work.get(missing)
        if known is None:
            if len(self._work) > _REMEMBERED:
                self._work.clear()
            known = self._work[missing] = self._priced(missing)
        return known

    def _priced(self, missing: int) -> int:
        total = 0.0
        waiting = missing
        while waiting:
            bit = waiting & -waiting
            waiting ^= bit
            total += min(
                (
                    course.months / (course.gives & ~course.requires & missing).bit_count()
                    for course in self.teachers(bit)
                ),
                default=NEVER,
            )
        return ceil(total - 1e-6)


def _useful(courses: Sequence[Course], gates: int) -> tuple[Course, ...]:
    """Keep the activities that give something which a gate, or a useful activity, asks for."""
    asked = gates
    useful: set[int] = set()
    grew = True
    while grew:
        grew = False
        for course in courses:
            if course.number not in useful and course.gives & asked:
                useful.add(course.number)
                asked |= course.requires
                grew = True
    return tuple(course for course in courses if course.number in useful)
