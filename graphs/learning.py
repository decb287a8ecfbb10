"""Learning laid backwards: which activities open a gate, and which idle months they take.

A month in which nothing is learnt is *banked*. Only when a gate asks for a skill is an activity
chosen, and it takes the earliest banked months after its requirements were held; what does not fit
lengthens the present stay. Months of learning are interchangeable, so a bank needs no calendar: it
is the number of months in it, and for each skill that came later than the first of them, how many
of them are older than the skill.

Whatever is laid in the order in which it opens keeps every idle month that could be kept: a single
learner who is never idle while something is open is busy in the same months in any order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

from .encoding import Course

Late = tuple[tuple[int, int], ...]
"""Banked months that are older than some bits, and those bits; ascending, none at 0."""

NEVER = 10**9


@dataclass(frozen=True, slots=True)
class Learnt:
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


class Teaching:
    """The activities of a ladder, and every way of opening a gate with them.

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
        self._work: dict[int, float] = {}

    def teachers(self, bit: int) -> tuple[Course, ...]:
        """Activities that can be the first to give a bit: one that asks for it cannot."""
        known = self._teachers.get(bit)
        if known is None:
            known = tuple(c for c in self._courses if c.gives & bit and not c.requires & bit)
            self._teachers[bit] = known
        return known

    def work(self, missing: int) -> int:
        """Months of learning that some bits need at least, whatever is chosen.

        Each activity's months are shared out among the bits that it gives, and each bit is priced
        at its cheapest share, so that no choice costs less than the sum.
        """
        total = 0.0
        while missing:
            bit = 1 << missing.bit_length() - 1
            missing ^= bit
            share = self._work.get(bit)
            if share is None:
                shares = (
                    course.months / (course.gives & self.wanted & ~course.requires).bit_count()
                    for course in self.teachers(bit)
                )
                share = self._work[bit] = min(shares, default=NEVER)
            total += share
        return ceil(total - 1e-6)

    def ways(
        self,
        held: int,
        missing: int,
        bank: int,
        late: Late,
        room: int,
        tick: Callable[[], None] = lambda: None,
    ) -> list[Learnt]:
        """Ways to learn what is missing, none worse than another in everything.

        Parameters
        ----------
        held : int
            Bits held.
        missing : int
            Bits to be learnt.
        bank : int
            Months banked.
        late : Late
            What came after the first of them.
        room : int
            Months by which the stay may be lengthened, exclusive.
        tick : callable
            Called again and again; may raise, to end a long enumeration.

        Returns
        -------
        list of Learnt

        Notes
        -----
        Exponential in the number of choices at worst. A set of activities grows from the empty one:
        by a teacher for something missing; by one that lets a stuck activity begin; by one that
        gives earlier what an activity had to wait for. Every set worth having is met that way.
        """
        found: list[Learnt] = []
        seen: set[frozenset[Course]] = set()
        stack: list[frozenset[Course]] = [frozenset()]
        while stack:
            chosen, teachers = self._complete(stack.pop(), held, missing)
            if chosen in seen:
                continue
            seen.add(chosen)
            tick()
            if not teachers:
                learnt, teachers = self._lay(chosen, held, missing, bank, late)
                if learnt is not None and learnt.extra < room:
                    found.append(learnt)
            stack += [chosen | {course} for course in teachers if course not in chosen]
        return _undominated(found)

    def _complete(
        self, chosen: frozenset[Course], held: int, missing: int
    ) -> tuple[frozenset[Course], Sequence[Course]]:
        """Add what has no alternative, until nothing is missing or there is a choice to make."""
        needed, given = missing, held
        for course in chosen:
            needed |= course.requires
            given |= course.gives
        added = []
        teachers: Sequence[Course] = ()
        while unmet := needed & ~given:
            teachers = self.teachers(1 << unmet.bit_length() - 1)
            if len(teachers) != 1:
                break
            course = teachers[0]
            added.append(course)
            needed |= course.requires
            given |= course.gives
            teachers = ()
        return chosen.union(added) if added else chosen, teachers

    def _lay(
        self, chosen: frozenset[Course], held: int, missing: int, bank: int, late: Late
    ) -> tuple[Learnt | None, Sequence[Course]]:
        """Lay each activity in the earliest months it can take, the earliest open one first.

        Returns nothing laid where one of them can never begin, and the further activities that are
        worth adding.
        """
        waiting = sorted(chosen, key=_by_number)
        extra = cost = 0
        more: list[Course] = []
        while waiting:
            opens, course = _first_open(waiting, held, late)
            if course is None:
                return None, self._openers(waiting, held)
            if opens:
                latest = course.requires & _came(late, opens)
                teachers = self.teachers(1 << latest.bit_length() - 1)
                more += [teacher for teacher in teachers if teacher.months <= opens]
            waiting.remove(course)
            cost += course.cost
            end = opens + course.months
            if end > bank:
                extra += end - bank
                bank = end
            bank -= course.months
            if late or opens:
                late = _shift(late, opens, course, held, self.asked)
            held |= course.gives
        if missing & ~held:
            return None, ()
        numbers = tuple(sorted(course.number for course in chosen))
        return Learnt(extra, bank, late, held, cost, numbers), more

    def _openers(self, stuck: Sequence[Course], held: int) -> list[Course]:
        """Activities, one of which must be added before the first of the stuck ones can begin."""
        openers: list[Course] = []
        reached = [stuck[0]]
        for course in reached:
            unmet = course.requires & ~held
            for teacher in self.teachers(1 << unmet.bit_length() - 1):
                if teacher not in stuck:
                    openers.append(teacher)
                elif teacher not in reached:
                    reached.append(teacher)
        return openers


def _by_number(course: Course) -> int:
    return course.number


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


def _first_open(waiting: Sequence[Course], held: int, late: Late) -> tuple[int, Course | None]:
    """Find the activity that can begin first, and how many banked months are older than that."""
    opens, first = NEVER, None
    for course in waiting:
        if not course.requires & ~held:
            since = 0
            for older, bits in late:
                if bits & course.requires:
                    since = older
            if since < opens:
                opens, first = since, course
                if not since:
                    break
    return opens, first


def _came(late: Late, opens: int) -> int:
    """Bits that came after so many banked months; roles of one month have an entry each."""
    came = 0
    for older, bits in late:
        if older == opens:
            came |= bits
    return came


def _shift(late: Late, opens: int, course: Course, held: int, asked: int) -> Late:
    """Take an activity's months out of the bank, and note when what it gives came."""
    groups: dict[int, int] = {}
    gives = course.gives & asked
    new = gives & ~held
    for older, bits in late:
        if older > opens:
            new |= bits & gives
            left = max(opens, older - course.months)
            if bits & ~gives and left:
                groups[left] = groups.get(left, 0) | bits & ~gives
        else:
            groups[older] = groups.get(older, 0) | bits
    if new and opens:
        groups[opens] = groups.get(opens, 0) | new
    return tuple(sorted(groups.items()))


def no_later(late: Late, bits: int, other: Late, slack: int) -> bool:
    """Tell whether bits came no later in one bank than in another that has ``slack`` months less.

    A month counts from the present backwards: what matters is how many banked months came after.
    """
    for older, group in late:
        if older > slack:
            behind = group & bits
            for other_older, other_group in other:
                if other_older >= older - slack:
                    behind &= ~other_group
            if behind:
                return False
    return True


def _undominated(found: list[Learnt]) -> list[Learnt]:
    found.sort(key=lambda way: (way.extra, *_price(way)))
    kept: list[Learnt] = []
    for way in found:
        if not any(_covers(other, way) for other in kept):
            kept.append(way)
    return kept


def _price(way: Learnt) -> tuple[int, int, tuple[int, ...]]:
    return way.cost, len(way.courses), way.courses


def _covers(one: Learnt, other: Learnt) -> bool:
    """Tell whether one way, waiting for the other's moment, is as good as it in everything."""
    slack = one.bank + other.extra - one.extra - other.bank
    return (
        _price(one) <= _price(other)
        and slack >= 0
        and not other.held & ~one.held
        and no_later(one.late, other.held, other.late, slack)
    )
