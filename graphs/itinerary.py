"""Which sequences of roles a plan may follow: through some in order, never into others, none twice.

A machine that is fed the roles as they are entered. Its states count as part of where a label is:
labels in different states do not make each other superfluous.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

State = tuple[int, int]
"""Roles of ``via`` that have been entered; place in the sequences that are excluded, 0 for none."""


class Itinerary:
    """The rules of a route.

    Parameters
    ----------
    target : int
        The role in which the route ends, once all of ``via`` has been entered.
    via : sequence of int
        Roles to be entered in this order, with any others in between.
    avoid : iterable of int
        Roles not to be entered.
    excluded : iterable of sequence of int
        Whole routes, both ends included, that are not wanted.

    Examples
    --------
    >>> route = Itinerary(9, via=(4,), excluded=[(1, 4, 9)])
    >>> state = route.start(1)
    >>> for role in (4, 9):
    ...     state = route.enter(state, role)
    >>> route.ends(state, 9), route.wanted(state)
    (True, False)
    """

    def __init__(
        self,
        target: int,
        via: Sequence[int] = (),
        avoid: Iterable[int] = (),
        excluded: Iterable[Sequence[int]] = (),
    ) -> None:
        self.target = target
        self.via = tuple(via)
        self.avoid = frozenset(avoid)
        self._next: dict[tuple[int, int], int] = {}
        self._last: set[int] = set()
        for route in excluded:
            place = 1
            for role in route[1:]:
                place = self._next.setdefault((place, role), len(self._next) + 2)
            self._last.add(place)

    def start(self, role: int) -> State:
        """State at the beginning; the first role counts as entered."""
        return self._progress(0, role), 1 if self._last else 0

    def enter(self, state: State, role: int) -> State | None:
        """State after a role is entered; None where it must not be."""
        if role in self.avoid:
            return None
        place = self._next.get((state[1], role), 0) if state[1] else 0
        return self._progress(state[0], role), place

    def ends(self, state: State, role: int) -> bool:
        """Tell whether the route is at its end."""
        return role == self.target and state[0] == len(self.via)

    def wanted(self, state: State) -> bool:
        """Tell whether a route that has ended is none of the excluded ones."""
        return state[1] not in self._last

    def _progress(self, entered: int, role: int) -> int:
        return entered + (entered < len(self.via) and self.via[entered] == role)
