"""A ladder made ready for questions: what depends on it alone is worked out once and kept."""

from __future__ import annotations

from collections import deque
from functools import reduce
from operator import or_

from ladder import Ladder, Person

from .ahead import least_ahead
from .encoding import Encoded, encode
from .learning import Teaching
from .order import ORDERS
from .search import Search
from .start import Start, start_of


class Planner:
    """A ladder in integers, with what its questions share.

    Parameters
    ----------
    ladder : Ladder
    """

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self.encoded: Encoded = encode(ladder)
        self._gates = reduce(or_, (e.gate for leaving in self.encoded.edges for e in leaving), 0)
        self._teaching = Teaching(self.encoded.courses, self._gates)
        self._ahead: dict[tuple[int, str], list[int]] = {}

    def start(self, source: str, person: Person) -> Start:
        """Work out where a person's way begins."""
        return start_of(self.ladder, self.encoded, source, person)

    def search(self, start: Start, target: str, by: str, time_limit: float) -> Search:
        """Prepare the search for the best plan from a start to a role."""
        role = self.encoded.number[target]
        order = ORDERS[by]
        ahead = self._ahead.get((role, by))
        if ahead is None:
            ahead = self._ahead[role, by] = least_ahead(self.encoded, role, order)
        teaching = self._teaching
        if start.courses is not self.encoded.courses:
            teaching = Teaching(start.courses, self._gates)
        return Search(self.encoded, teaching, start, role, ahead, order, time_limit)


_RECENT: deque[Planner] = deque(maxlen=4)


def planner_of(ladder: Ladder) -> Planner:
    """Find or make the planner of a ladder; those used last are kept.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    Planner
    """
    for planner in _RECENT:
        if planner.ladder is ladder:
            _RECENT.remove(planner)
            _RECENT.append(planner)
            return planner
    planner = Planner(ladder)
    _RECENT.append(planner)
    return planner
