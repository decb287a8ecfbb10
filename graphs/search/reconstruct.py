"""A plan in months: from the label at its end to stays, and learning laid as early as it can be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from graphs.plans.schedule import Learning, Move, Stay, periods
from ladder import Ladder

from .encoding import Course, Encoded, Milestones, bits_of
from .labels import Label
from .problem import Start


@dataclass
class _Calendar:
    """When each bit came, and which months are still free for learning."""

    came: dict[int, int]
    free: list[int]
    months: dict[int, list[int]] = field(default_factory=dict)

    def note(self, bits: int, month: int) -> None:
        for bit in bits_of(bits):
            self.came[bit] = min(month, self.came.get(bit, month))

    def opens(self, course: Course) -> int | None:
        """First month in which an activity can be begun, as far as is known."""
        came = [self.came.get(bit) for bit in bits_of(course.requires)]
        return None if None in came else max([0, *(month for month in came if month is not None)])

    def lay(self, course: Course, opens: int) -> None:
        taken = [month for month in self.free if month >= opens][: course.months]
        self.free = [month for month in self.free if month not in taken]
        self.months[course.number] = taken
        self.note(course.gives, taken[-1] + 1)


def stays_and_learning(
    ladder: Ladder, encoded: Encoded, start: Start, end: Label
) -> tuple[tuple[Stay, ...], tuple[Learning, ...]]:
    """Write a plan out."""
    plan = end.chain
    arrivals = [label.now for label in plan]
    ends = [*arrivals[1:], end.now]
    calendar = _Calendar(dict.fromkeys(bits_of(start.held), 0), list(range(end.now)))
    given = [
        _given(encoded.given[label.role] if label.parent else start.milestones, *stayed)
        for label, *stayed in zip(plan, arrivals, ends, strict=True)
    ]
    for milestones in given:
        for month, bits in milestones:
            calendar.note(bits, month)
    for label in plan:
        _lay_all(calendar, [start.courses[number] for number in label.courses])
    gained = _gains(start.held, given, arrivals, calendar, start.courses)
    stays = [
        Stay(
            encoded.roles[label.role],
            arrivals[stay],
            ends[stay],
            encoded.levels(gained.get(("stay", stay), 0)),
            _move(ladder, plan[stay + 1].place) if stay + 1 < len(plan) else None,
        )
        for stay, label in enumerate(plan)
    ]
    learning = [
        Learning(
            encoded.activities[number],
            periods(months),
            encoded.levels(gained.get(("learning", number), 0)),
        )
        for number, months in sorted(calendar.months.items(), key=lambda item: (item[1], item[0]))
    ]
    return tuple(stays), tuple(learning)


def _move(ladder: Ladder, place: int) -> Move:
    move = ladder.transitions[place]
    return Move(place, move.to_role, move.kind, move.months, move.requires)


def _given(milestones: Milestones, arrival: int, end: int) -> Milestones:
    return tuple((arrival + after, bits) for after, bits in milestones if arrival + after <= end)


def _lay_all(calendar: _Calendar, waiting: list[Course]) -> None:
    """Lay the activities for one gate, the earliest open one first."""
    while waiting:
        opening = ((calendar.opens(course), course) for course in waiting)
        known = [(opens, course.number, course) for opens, course in opening if opens is not None]
        opens, _, course = min(known, key=lambda item: item[:2])
        calendar.lay(course, opens)
        waiting.remove(course)


def _gains(
    held: int,
    given: list[Milestones],
    arrivals: Sequence[int],
    calendar: _Calendar,
    courses: tuple[Course, ...],
) -> dict[tuple[str, int], int]:
    """Find what each stay ("stay", place) and activity ("learning", number) newly gave.

    At a month's end the job gives first, then what was learnt, then each role that is moved into.
    """
    events: list[tuple[int, int, str, int, int]] = []
    for stay, milestones in enumerate(given):
        for month, bits in milestones:
            arriving = stay + 1 if stay and month == arrivals[stay] else 0
            events.append((month, 2 * arriving, "stay", stay, bits))
    for number, months in calendar.months.items():
        events.append((months[-1] + 1, 1, "learning", number, courses[number].gives))
    gained: dict[tuple[str, int], int] = {}
    for _, _, kind, which, bits in sorted(events):
        gained[kind, which] = gained.get((kind, which), 0) | bits & ~held
        held |= bits
    return gained
