"""Every way of opening a gate by learning, the best first, and no more of them than are asked for.

A gate that lacks nine skills, each taught by three activities, opens in 20,000 ways, and a search
needs a handful. So the ways are looked for best first, and many are merged: whatever activities
gave the same skills are compared with each other at once, long before the last skill is chosen.

A set of activities grows from the empty one: by a teacher for the lowest level missing of a skill;
by one that lets a stuck activity begin; by one that gives earlier what an activity had to wait for.
Every set worth having is met that way; and once, where what to begin earlier is chosen: what a
branch has chosen is barred from those beside it.

The months that a set takes do not depend on the order in which it is laid, as long as each activity
is laid after those it needs: like cars that park in the first free place, they fill the same places
whoever comes first (A. G. Konheim, B. Weiss, "An occupancy discipline and applications", SIAM
Journal on Applied Mathematics 14(6), 1966). So what is open is laid at once.

Exponential in the number of choices at worst.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from heapq import heappop, heappush
from typing import Literal, NamedTuple

from graphs.search.encoding import NEVER, Course, bits_of

from .activities import Teaching
from .bank import Late, came_after, opens_after
from .partial import Partial, by_number


class Lack(NamedTuple):
    """What somebody lacks, and what they have to learn it in."""

    held: int
    missing: int
    bank: int
    late: Late = ()
    room: int = NEVER
    """Months by which the stay may be lengthened, exclusive."""
    most: int = NEVER
    """The most that the activities may cost."""


Preference = Literal["quickest", "cheapest", "quickest at any cost"]
"""Which ways come first: the quickest, and of those the cheapest; the other way round; or the
quickest, whatever they cost."""

Judge = Callable[[int, int, int, int, int], bool]
"""Tells of the months by which a stay is lengthened, what is held and banked then, what is still to
be learnt, and what has been spent, whether that leaves enough time and money."""


class Learnt(NamedTuple):
    """What a choice of activities makes of a bank.

    ``extra`` months of stay are needed for it; ``bank``, ``late`` and ``held`` are what is left and
    held then; ``courses`` are the activities by number.
    """

    extra: int
    bank: int
    late: Late
    held: int
    cost: int
    courses: tuple[int, ...]


class Ways:
    """The ways to learn what is missing, none worse than another in everything.

    ``wanted`` tells, of the months by which a stay is lengthened, which bits matter after it; the
    longer, the fewer; left out, none do. ``in_time`` tells whether there is time left for what must
    follow.
    """

    __slots__ = (
        "_cost_first",
        "_free",
        "_heap",
        "_in_time",
        "_known",
        "_missing",
        "_most",
        "_room",
        "_serial",
        "_teach",
        "_wanted",
    )

    def __init__(
        self,
        teaching: Teaching,
        lack: Lack,
        preference: Preference,
        *,
        wanted: Callable[[int], int] | None = None,
        in_time: Judge | None = None,
    ) -> None:
        self._teach = teaching
        self._missing = lack.missing
        self._room = lack.room
        self._most = lack.most
        self._cost_first = preference == "cheapest"
        self._free = preference == "quickest at any cost"
        self._wanted = wanted
        self._in_time = in_time
        self._known: dict[tuple[frozenset[Course], int, int], list[Partial]] = {}
        self._heap: list[tuple[tuple[int, int], int, int, Partial]] = []
        self._serial = 0
        self._push(Partial(0, lack.bank, lack.late, lack.held, 0, ()))

    @property
    def least(self) -> tuple[int, int] | None:
        """Months and cost that every way not yet taken needs at least, the weightier first."""
        while self._heap and self._heap[0][-1].dead:
            heappop(self._heap)
        return self._heap[0][0] if self._heap else None

    def take(self, tick: Callable[[], None] = lambda: None) -> Iterator[Learnt]:
        """Take the ways that need as few months (or as little money) as any that are left."""
        least = self.least
        first = least[0] if least else 0
        while (least := self.least) and least[0] == first:
            tick()
            if way := self.step():
                yield way

    def step(self) -> Learnt | None:
        """Take one step towards the next way; give that way if it has been reached.

        There must be a ``least``.
        """
        partial = heappop(self._heap)[-1]
        if partial.unmet:
            # A level comes before the next one, which may be given with it but not instead of it.
            # Where there is least to choose from, few choices are made in vain.
            lowest = partial.unmet & ~(partial.unmet << 1)
            for course in min(map(self._teach.teachers, bits_of(lowest)), key=len):
                if course.number not in partial.barred:
                    self._push(partial.choosing(partial.chosen | {course}, partial.barred))
            return None
        if partial.chosen:
            self._lay_late(partial)
            return None
        return Learnt(
            partial.extra,
            partial.bank,
            partial.late,
            partial.held,
            partial.cost,
            partial.courses,
        )

    def _unmet(self, partial: Partial) -> int:
        """Bits that are needed, and given by nothing chosen so far."""
        needed, given = self._missing, partial.held
        for course in partial.chosen:
            needed |= course.requires
            given |= course.gives & ~course.requires
        return needed & ~given

    def _lay_late(self, partial: Partial) -> None:
        """Lay the chosen activity that opens first, and try what would open any of them earlier."""
        stuck = sorted(partial.chosen, key=by_number)
        waiting = [
            (opens_after(partial.late, course.requires), course)
            for course in stuck
            if not course.requires & ~partial.held
        ]
        barred = self._choose_each(partial, self._of_help(partial, stuck, waiting))
        if waiting:
            opens, first = min(waiting, key=lambda item: item[0])
            later = partial.choosing(partial.chosen, barred)
            later.lay_late(first, opens, self._teach.asked)
            self._push(later)

    def _choose_each(self, partial: Partial, courses: Iterable[Course]) -> frozenset[int]:
        """Choose each by itself, in turn without those before it; give all that is barred then."""
        barred = partial.barred
        for course in courses:
            if (
                course.number not in barred
                and course.number not in partial.courses
                and course not in partial.chosen
            ):
                self._push(partial.choosing(partial.chosen | {course}, barred))
                barred |= {course.number}
        return barred

    def _of_help(
        self, partial: Partial, stuck: list[Course], waiting: list[tuple[int, Course]]
    ) -> Iterator[Course]:
        """Activities that would let one begin that is stuck, or let it begin earlier."""
        if not waiting:
            yield from self._openers(stuck, partial.held)
            return
        for opens, course in waiting:
            latest = course.requires & came_after(partial.late, opens)
            for teacher in self._teach.teachers(latest.bit_length() - 1):
                if teacher.months <= opens:
                    yield teacher
        for course in stuck:
            if course.requires & ~partial.held:
                # What is waited for would open it as well, but perhaps too late to be of use.
                yield from self._openers([course], partial.held)

    def _openers(self, stuck: list[Course], held: int) -> list[Course]:
        """Activities, one of which must be added before the first of the stuck ones can begin."""
        openers: list[Course] = []
        reached = [stuck[0]]
        for course in reached:
            unmet = course.requires & ~held
            for teacher in self._teach.teachers(unmet.bit_length() - 1):
                if teacher not in stuck:
                    openers.append(teacher)
                elif teacher not in reached:
                    reached.append(teacher)
        return openers

    def _choose_the_only_ones(self, partial: Partial) -> bool:
        """Choose the activities without which there is no way, and see what is unmet then.

        Tell whether none of them is barred.
        """
        partial.unmet = self._unmet(partial)
        while alone := partial.unmet & self._teach.alone:
            partial.chosen |= {self._teach.teachers(bit)[0] for bit in bits_of(alone)}
            partial.unmet = self._unmet(partial)
        return partial.barred.isdisjoint(map(by_number, partial.chosen))

    def _push(self, partial: Partial) -> None:
        """Choose what must be, lay what is open, and queue the rest unless another is as good."""
        if not self._choose_the_only_ones(partial):
            return
        partial.lay_open(self._teach.asked)
        ahead = self._teach.work(partial.unmet)
        spent = partial.cost
        for course in partial.chosen:
            ahead += course.months
            spent += course.cost
        cost = spent if self._free else spent + self._teach.price(partial.unmet)
        months = partial.extra + max(0, ahead - partial.bank)
        if months >= self._room or cost > self._most:
            return
        # What is chosen and not laid yet is neither held nor paid for.
        if self._in_time and not self._in_time(
            partial.extra, partial.held, partial.bank, partial.unmet, partial.cost
        ):
            return
        if not self._admits(partial, months):
            return
        least = (cost, months) if self._cost_first else (months, cost)
        self._serial += 1
        # Of those that may become equally good, what is nearest to its end comes first.
        heappush(self._heap, (least, -len(partial.courses), self._serial, partial))

    def _admits(self, partial: Partial, months: int) -> bool:
        """Take it in, unless one that holds the same is as good; mark dead those that are worse.

        What matters is told by the months that it needs at least: later, less does.
        """
        waiting = partial.unmet
        for course in partial.chosen:
            waiting |= course.requires
        wanted = self._wanted(months) if self._wanted else 0
        held = partial.held & (wanted | self._teach.needed(waiting))
        key = partial.chosen, partial.unmet, held
        known = self._known.setdefault(key, [])
        for other in known:
            if other.covers(partial, held, self._free):
                return False
        kept = []
        for other in known:
            if partial.covers(other, held, self._free):
                other.dead = True
            else:
                kept.append(other)
        kept.append(partial)
        self._known[key] = kept
        return True
