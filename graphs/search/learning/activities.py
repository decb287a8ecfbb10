"""The activities of a ladder as teachers: which give a skill, and what learning takes at least."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import reduce
from math import ceil
from operator import or_

from graphs.search.encoding import NEVER, Course, bits_of, lowest, mask_of

REMEMBERED = 1 << 16
"""Sets of bits about which something is kept, at most."""

_Shared = tuple[tuple[int, int], ...]
"""Activities that give several bits: those bits, and what each takes."""


class LeastTaken:
    """The least that any activities take, in months or in money, which give some bits together.

    What an activity takes is shared out among the bits missing that it gives, and each bit is
    priced at its cheapest share, so that no choice takes less than the sum. An activity that saves
    nothing against one for each of those bits is left out of this.
    """

    def __init__(
        self, teachers: Callable[[int], Sequence[Course]], amount: Callable[[Course], int]
    ) -> None:
        self._teachers = teachers
        self._amount = amount
        self._known: dict[int, int] = {0: 0}
        self._bits: dict[int, tuple[int, _Shared]] = {}
        self._looked_at = 0
        self._alone: dict[int, int] = {}

    def of(self, missing: int) -> int:
        """Find it for some bits."""
        known = self._known.get(missing)
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            known = self._known[missing] = self._added_up(missing)
        return known

    def _added_up(self, missing: int) -> int:
        new = missing & ~self._looked_at
        for bit in bits_of(new):
            takes, shared = self._by_itself(bit)
            if not shared:
                self._alone[takes] = self._alone.get(takes, 0) | 1 << bit
        self._looked_at |= new
        total = 0
        for takes, bits in self._alone.items():
            if alone := missing & bits:
                total += takes * alone.bit_count()
                missing ^= alone
        return total + self._shared_out(missing) if missing else total

    def _shared_out(self, missing: int) -> int:
        """Find it for bits that activities give together."""
        least: dict[int, float] = {}
        shared: set[tuple[int, int]] = set()
        for bit in bits_of(missing):
            least[bit], others = self._by_itself(bit)
            for gives, takes in others:
                if gives & missing != 1 << bit:
                    shared.add((gives & missing, takes))
        if shared:
            alone = dict(least)
            for gives, takes in shared:
                if takes < sum(alone[bit] for bit in bits_of(gives)):
                    share = takes / gives.bit_count()
                    for bit in bits_of(gives):
                        least[bit] = min(least[bit], share)
        return ceil(sum(least.values()) - 1e-6)

    def _by_itself(self, bit: int) -> tuple[int, _Shared]:
        """What a bit takes by itself, and the activities that give others with it."""
        known = self._bits.get(bit)
        if known is None:
            teachers = self._teachers(bit)
            takes = min(map(self._amount, teachers), default=NEVER)
            shared = tuple(
                (gives, self._amount(course))
                for course in teachers
                if (gives := course.gives & ~course.requires) != 1 << bit
            )
            known = self._bits[bit] = takes, shared
        return known


class Teaching:
    """Those activities that are of use, where gates ask for some bits; ``gates`` are all of them.

    ``asked`` are the bits that the activities ask for, ``wanted`` those that they or gates ask for;
    ``alone`` has those that only one activity can be the first to give.
    """

    def __init__(self, courses: Sequence[Course], gates: int) -> None:
        teachers = _by_bit(courses)
        useful = _useful(teachers, gates)
        self.courses = tuple(course for course in courses if course.number in useful)
        self._teachers = {
            bit: kept
            for bit, those in teachers.items()
            if (kept := [course for course in those if course.number in useful])
        }
        self.asked = reduce(or_, (course.requires for course in self.courses), 0)
        self.wanted = gates | self.asked
        self.alone = mask_of(bit for bit, teachers in self._teachers.items() if len(teachers) == 1)
        self._work = LeastTaken(self.teachers, _months)
        self._price = LeastTaken(self.teachers, _cost)
        self._needed: dict[int, int] = {0: 0}
        self._helpful: dict[int, int] = {}

    def for_gates(self, gates: int, *, freely: bool) -> Teaching:
        """Leave no activities but those that some of the gates have a use for."""
        useful = Teaching(self.courses, gates)
        return Teaching(tuple(_unmatched(useful, freely)), gates)

    def teachers(self, bit: int) -> Sequence[Course]:
        """Activities that can be the first to give the bit at a place: what asks for it cannot."""
        return self._teachers.get(bit, ())

    def needed(self, bits: int) -> int:
        """Bits, and all that activities ask for which can help to learn them."""
        known = self._needed.get(bits)
        if known is None:
            if len(self._needed) > REMEMBERED:
                self._needed.clear()
            known = bits
            for bit in bits_of(bits):
                known |= self._needed_for(bit)
            self._needed[bits] = known
        return known

    def _needed_for(self, bit: int) -> int:
        """Bit at a place, and all that activities ask for which can help to learn it."""
        known = self._helpful.get(bit)
        if known is None:
            known = waiting = 1 << bit
            while waiting:
                asked = 0
                for each in bits_of(waiting):
                    for course in self.teachers(each):
                        asked |= course.requires
                waiting = asked & ~known
                known |= asked
            self._helpful[bit] = known
        return known

    def work(self, missing: int) -> int:
        """Months of learning that some bits need at least, whatever is chosen."""
        return self._work.of(missing)

    def price(self, missing: int) -> int:
        """What it costs at least to learn some bits."""
        return self._price.of(missing)


def _months(course: Course) -> int:
    return course.months


def _cost(course: Course) -> int:
    return course.cost


def _by_bit(courses: Sequence[Course]) -> dict[int, list[Course]]:
    """List for each bit the activities that can be the first to give it."""
    teachers: dict[int, list[Course]] = {}
    for course in courses:
        for bit in bits_of(course.gives & ~course.requires):
            teachers.setdefault(bit, []).append(course)
    return teachers


def _useful(teachers: Mapping[int, Sequence[Course]], gates: int) -> set[int]:
    """Number the activities that give something which a gate, or a useful activity, asks for."""
    useful: set[int] = set()
    asked = waiting = gates
    while waiting:
        new = 0
        for bit in bits_of(waiting):
            for course in teachers.get(bit, ()):
                if course.number not in useful:
                    useful.add(course.number)
                    new |= course.requires
        waiting = new & ~asked
        asked |= waiting
    return useful


def _unmatched(teaching: Teaching, freely: bool) -> Iterator[Course]:
    """Leave out activities that another one can always replace: it gives as much, and sooner."""
    for course in teaching.courses:
        new = course.gives & ~course.requires & teaching.wanted
        if not any(
            _replaces(other, course, teaching.wanted, freely)
            for other in teaching.teachers(lowest(new))
        ):
            yield course


def _replaces(one: Course, other: Course, wanted: int, freely: bool) -> bool:
    if one.months > other.months or one.requires & ~other.requires:
        return False
    if other.gives & wanted & ~one.gives:
        return False
    weight = (one.months, one.number) if freely else (one.cost, one.number)
    return weight < ((other.months, other.number) if freely else (other.cost, other.number))
