"""The least that learning takes, in months or in money, whatever activities are chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from .bank import NEVER
from .encoding import Course, bits_of

REMEMBERED = 1 << 16
"""Sets of bits about which something is kept, at most."""

_Shared = tuple[tuple[int, int], ...]
"""Activities that give several bits: those bits, and what each takes."""


class LeastTaken:
    """Less than what any activities take that give some bits between them.

    Parameters
    ----------
    teachers : callable
        Gives the activities that can be the first to give a bit.
    amount : callable
        Gives what an activity takes: its months, or its cost.

    Notes
    -----
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

    def of(self, missing: int) -> int:
        """Find it for some bits."""
        known = self._known.get(missing)
        if known is None:
            if len(self._known) > REMEMBERED:
                self._known.clear()
            known = self._known[missing] = self._added_up(missing)
        return known

    def _added_up(self, missing: int) -> int:
        least: dict[int, float] = {}
        shared: set[tuple[int, int]] = set()
        for bit in bits_of(missing):
            least[bit], others = self._by_itself(bit)
            for gives, takes in others:
                if gives & missing != bit:
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
                if (gives := course.gives & ~course.requires) != bit
            )
            known = self._bits[bit] = takes, shared
        return known
