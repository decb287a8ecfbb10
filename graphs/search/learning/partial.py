"""Some activities on the way to opening a gate: laid into the bank, or chosen and not open yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graphs.search.encoding import Course

from .bank import Late, no_later, opens_after, take_out


@dataclass(slots=True)
class Partial:
    """Activities laid, and what they leave of a bank; others that are chosen."""

    extra: int
    """Months by which the stay is lengthened."""
    bank: int
    late: Late
    held: int
    cost: int
    """Of what is laid."""
    courses: tuple[int, ...]
    """What is laid, by number, ascending."""
    chosen: frozenset[Course] = frozenset()
    """What is not laid yet."""
    barred: frozenset[int] = frozenset()
    """What is chosen elsewhere, and so not here, by number."""
    unmet: int = 0
    """Bits that are needed, and given by nothing chosen so far."""
    dead: bool = False
    """Whether another is as good."""

    def choosing(self, chosen: frozenset[Course], barred: frozenset[int]) -> Partial:
        """Make one that has laid the same, and chosen other activities."""
        return Partial(
            self.extra,
            self.bank,
            self.late,
            self.held,
            self.cost,
            self.courses,
            chosen,
            barred,
        )

    def lay_open(self, asked: int) -> None:
        """Lay what can begin in the first of the months banked, and what it lets begin there."""
        waiting = list(self.chosen)
        closed: list[Course] = []
        while waiting:
            for course in waiting:
                if course.requires & ~self.held or (
                    self.late and opens_after(self.late, course.requires)
                ):
                    closed.append(course)
                else:
                    self._lay(course, 0, asked)
            if len(closed) == len(waiting):
                break
            waiting, closed = closed, []
        self._note(self.chosen.difference(waiting))

    def lay_late(self, course: Course, opens: int, asked: int) -> None:
        """Lay an activity that can begin after so many of the months banked."""
        self._lay(course, opens, asked)
        self._note([course])

    def covers(self, other: Partial, held: int, free: bool) -> bool:
        """Tell whether this, waiting for the other's moment, is as good as it."""
        if self.extra > other.extra or not self.barred <= other.barred:
            return False
        slack = self.bank + other.extra - self.extra - other.bank
        if slack < 0:
            return False
        if not free:
            if self.cost > other.cost:
                return False
            if self.cost == other.cost and (len(self.courses), self.courses) > (
                len(other.courses),
                other.courses,
            ):
                return False
        return not self.late or no_later(self.late, held, other.late, slack)

    def _lay(self, course: Course, opens: int, asked: int) -> None:
        """Take the earliest banked months that an activity can have."""
        end = opens + course.months
        if end > self.bank:
            self.extra += end - self.bank
            self.bank = end
        if self.late or opens:
            self.late = take_out(self.late, opens, course, self.held, asked)
        self.bank -= course.months
        self.held |= course.gives
        self.cost += course.cost

    def _note(self, laid: Collection[Course]) -> None:
        self.courses = tuple(sorted((*self.courses, *map(by_number, laid))))
        self.chosen = self.chosen.difference(laid)


def by_number(course: Course) -> int:
    """What activities are sorted by."""
    return course.number
