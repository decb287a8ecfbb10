"""What the last moves of a plan ask for and no role gives, so that it must be learnt in any case.

Months of learning come one after the other, whatever route is taken. Those that the end asks for
are known where a plan begins, and what has not been learnt by then is still ahead.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from .encoding import Encoded
from .problem import Problem


class Ending:
    """What is asked where the route of a problem ends.

    ``must`` are the bits that every gate there asks for and no role gives to who has moved into it.
    """

    def __init__(self, problem: Problem) -> None:
        encoded, target = problem.encoded, problem.route.target
        self.must = _asked(encoded, target) & ~encoded.ever_given
        self._teaching = problem.teaching
        self._direct: defaultdict[int, list[int]] = defaultdict(list)
        self._indirect: list[int] = []
        if self.must:
            self._note_last_moves(encoded, target)

    def work(self, role: int, held: int, missing: int = 0) -> int:
        """Least months of learning for whoever moves into a role and on to the end.

        ``missing`` is what must be learnt for that move. Who is not where a last move begins must
        first get there, and so hold what each gate to there asks for, too.
        """
        if not self.must:
            return 0
        work = self._teaching.work
        masks = *self._indirect, *self._direct.get(role, ())
        return min((work(mask & ~held | missing) for mask in masks), default=0)

    def _note_last_moves(self, encoded: Encoded, target: int) -> None:
        found: list[int] = []
        learnt = ~encoded.ever_given
        for edge in encoded.own_entering[target]:
            before = encoded.asked_into[edge.source]
            self._direct[edge.source].append(edge.gate & learnt)
            if before >= 0:  # what nothing leads to is nobody's second role
                found.append((edge.gate | before) & learnt)
        found += [door.edge.gate & learnt for door in encoded.doors_to.get(target, ())]
        self._indirect = list(_least(found))


def sees_learning(problem: Problem) -> bool:
    """Tell whether most of what the end asks for is to be had by learning alone."""
    asked = _asked(problem.encoded, problem.route.target)
    must = asked & ~problem.encoded.ever_given
    return must > 0 and 2 * must.bit_count() >= asked.bit_count()


def _asked(encoded: Encoded, target: int) -> int:
    """What every gate to a role asks for; nothing where there is none, or no such role."""
    return max(encoded.asked_into[target], 0) if target >= 0 else 0


def _least(masks: Iterable[int]) -> list[int]:
    """Leave out what asks for no less than another."""
    least: list[int] = []
    for mask in sorted(set(masks), key=int.bit_count):
        if all(less & ~mask for less in least):
            least.append(mask)
    return least
