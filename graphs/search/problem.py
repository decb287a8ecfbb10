"""A question in integers: where the way begins, which routes it may take, what is best, and limits.

What is held today, and what the present role still gives, follows from who asks. Months and moves
are packed into one integer, the weightier above the other, so that a label's totals and the least
that lies ahead of it are added in one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ladder import Ladder, Person
from ladder.person import held_in_role, stated_lower

from .encoding import NEVER, Course, Encoded, Milestones
from .learning.activities import Teaching


@dataclass(frozen=True, slots=True)
class Problem:
    """All that an answer depends on: the ladder, somebody, and what they want."""

    encoded: Encoded
    teaching: Teaching
    start: Start
    route: Itinerary
    order: Order
    limits: Limits


@dataclass(frozen=True, slots=True)
class Start:
    """The first moment of a search.

    ``served`` is the months in the role so far, more than anything asks for an established holder;
    ``milestones`` are the bits that staying still gives, by months from now; ``courses`` are the
    activities, those begun already being shorter, paid for, and open.
    """

    role: int
    served: int
    held: int
    milestones: Milestones
    courses: tuple[Course, ...]


def start_of(ladder: Ladder, encoded: Encoded, source: str, person: Person) -> Start:
    """Apply the rules for who asks."""
    role = encoded.number[source]
    months = person.months_in_role
    longest = max((edge.months for edge in encoded.own[role]), default=0)
    longest = max(longest, encoded.slowest_door(role))
    by_now = held_in_role(ladder.roles[source], months)
    lowered = stated_lower(ladder.roles[source], person)
    held = encoded.mask((by_now | dict(person.skills)).items())
    for name in person.done:
        held |= encoded.mask(ladder.activities[name].develops.items())
    ahead: dict[int, int] = {}
    for skill, levels in ladder.roles[source].develops.items():
        for level, after in levels.items():
            if skill in lowered:
                wait = max(after, 1)
            elif months is not None and after > months:
                wait = after - months
            else:
                continue
            ahead[wait] = ahead.get(wait, 0) | encoded.mask([(skill, level)])
    courses = encoded.courses
    if person.learning:
        begun = {encoded.activities.index(name): spent for name, spent in person.learning.items()}
        courses = tuple(
            Course(item.number, max(item.months - begun[item.number], 1), 0, 0, item.gives)
            if item.number in begun
            else item
            for item in courses
        )
    return Start(
        role, longest if months is None else months, held, tuple(sorted(ahead.items())), courses
    )


State = tuple[int, int]
"""Roles of ``via`` that have been entered; place in the sequences that are excluded, 0 for none."""


class Itinerary:
    """Which sequences of roles a plan may follow, as a machine that is fed the roles it enters.

    It ends in the target, once all of ``via`` has been entered, in this order and with any others
    in between; never enters any of ``avoid``; and ends by none of the ``excluded`` routes, which
    are whole, both ends included. States of the machine count as part of where a label is.

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


_SHIFT = 32
_LOWER = (1 << _SHIFT) - 1

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Order:
    """What is best; ``month`` and ``move`` are what one more of each adds to the packing."""

    month: int
    move: int
    cost_first: bool

    def key(self, packed: int, cost: int) -> Key:
        """Make the pair by which plans are compared, the least being the best."""
        return (cost, packed) if self.cost_first else (packed, cost)

    def first(self, packed: int) -> int:
        """Months or moves, whichever weighs more."""
        return packed >> _SHIFT

    def months(self, packed: int) -> int:
        """Months of a packing, whether they weigh more or less than its moves."""
        return packed >> _SHIFT if self.month > self.move else packed & _LOWER

    def bound(self, key: Key) -> int:
        """Months that every plan needs whose pair is no less than this one, as far as it tells."""
        return key[0] >> _SHIFT if self.month > self.move and not self.cost_first else 0


BY_MONTHS = Order(1 << _SHIFT, 1, cost_first=False)
"""Then by moves, then by cost."""
BY_MOVES = Order(1, 1 << _SHIFT, cost_first=False)
"""Then by months, then by cost."""
BY_COST = Order(1 << _SHIFT, 1, cost_first=True)
"""Then by months, then by moves."""
ORDERS = {"months": BY_MONTHS, "moves": BY_MOVES, "cost": BY_COST}


@dataclass(frozen=True, slots=True)
class Limits:
    """What a plan must not exceed; its cost in the encoded ladder's smallest unit."""

    months: int = NEVER
    cost: int = NEVER
    moves: int = NEVER
    ahead: Sequence[Sequence[int]] = ()
    """Least months from each role to the end, by the roles of ``via`` entered and role number;
    empty where the months are not limited."""
    moves_ahead: Sequence[Sequence[int]] = ()
    """Least moves, likewise."""


NO_LIMITS = Limits()
