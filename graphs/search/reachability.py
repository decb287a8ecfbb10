"""Whether there is any way at all, however long: with time to spare, skills only add up.

Nothing is unlearned and months cost nothing here, so whoever is in a role holds, in the end, all
that it develops and all that can be learnt then. What is left of a plan is which roles were gone
through, and of two ways into one role the one that holds all that the other does makes the other
superfluous.

What could ever be reached and held, if time, order and one-way moves were no matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, reduce
from heapq import heappop, heappush
from operator import or_
from typing import Generic, NamedTuple, TypeVar

from .bounds import let_in
from .encoding import Course, Door, Edge, Encoded, bits_of, lowest
from .problem import Itinerary, Start, State

T = TypeVar("T")


class Waiting(Generic[T]):
    """What waits for bits, each thing with one that it lacks: it is looked at when that comes.

    So nothing is looked at more often than it has bits, however long the chain is in which one
    opens the next.
    """

    def __init__(self) -> None:
        self._by_bit: dict[int, list[T]] = {}

    def add(self, lacking: int, thing: T) -> None:
        """Let something wait that lacks these bits."""
        self._by_bit.setdefault(lowest(lacking), []).append(thing)

    def freed(self, gained: int) -> Iterator[T]:
        """What waited for one of these bits, and does so no more."""
        if not self._by_bit:
            return
        for bit in bits_of(gained):
            yield from self._by_bit.pop(bit, ())


class Doors:
    """Doors that nobody has been let in by yet: each is looked at from the first role that can."""

    def __init__(self, doors: Iterable[Door]) -> None:
        self._closed = list(doors)

    def opened(self, role: int) -> list[Edge]:
        """Edges of those that a role has open; they are left out from then on."""
        if not self._closed:
            return []
        opened = self.open_to(role)
        if opened:
            self._closed = [door for door in self._closed if role in door.closed_to]
        return opened

    def open_to(self, role: int) -> list[Edge]:
        """Edges of those that a role has open, which are kept."""
        return [door.edge for door in self._closed if role not in door.closed_to]


def learnable(held: int, courses: Sequence[Course]) -> int:
    """Bits that activities can add to what is held, those included that open one another."""
    waiting: Waiting[Course] = Waiting()
    looked_at = list(courses)
    while looked_at:
        before = held
        for course in looked_at:
            if lacking := course.requires & ~held:
                waiting.add(lacking, course)
            else:
                held |= course.gives
        looked_at = list(waiting.freed(held & ~before))
    return held


class _Learners:
    """Activities by what they ask for, to see what opens when more is held."""

    def __init__(self, courses: Sequence[Course]) -> None:
        self.courses = courses

    @cached_property
    def _asking(self) -> dict[int, list[Course]]:
        asking: dict[int, list[Course]] = {}
        for course in self.courses:
            for bit in bits_of(course.requires):
                asking.setdefault(bit, []).append(course)
        return asking

    def add(self, held: int, new: int) -> int:
        """Add what can be learnt with some new bits, all that can be without them being held."""
        held |= new
        while new:
            gained = 0
            for bit in bits_of(new):
                for course in self._asking.get(bit, ()):
                    if not course.requires & ~held:
                        gained |= course.gives
            new = gained & ~held
            held |= new
        return held


class Beginning(NamedTuple):
    """Somebody's first role, by number, and all that they hold in it in the end, learning aside."""

    role: int
    held: int


def beginning_of(start: Start) -> Beginning:
    """Tell where the way of somebody begins."""
    return Beginning(start.role, reduce(or_, (bits for _, bits in start.milestones), start.held))


def best_case(
    encoded: Encoded, begins: Iterable[Beginning], courses: Sequence[Course]
) -> tuple[set[int], int]:
    """Roles and bits within reach if whatever was once open stayed open.

    What is not in them cannot be reached at all. The converse does not hold: of two roles that
    exclude each other, both are in.

    Numbers of the roles, and bits.

    The work is that of reading the ladder once, and once more each gate for each of its bits.
    """
    roles: set[int] = set()
    held = 0
    waiting: Waiting[Course | Edge] = Waiting()
    doors = Doors(encoded.doors)
    looked_at: list[Course | Edge] = [*courses]
    for begin in begins:
        roles.add(begin.role)
        held |= begin.held
    for role in sorted(roles):
        looked_at += encoded.own[role]
        looked_at += doors.opened(role)
    while looked_at:
        before, entered = held, []
        for each in looked_at:
            if lacking := _asked(each) & ~held:
                waiting.add(lacking, each)
            elif isinstance(each, Course):
                held |= each.gives
            elif each.target not in roles:
                roles.add(each.target)
                entered.append(each.target)
        looked_at = []
        for role in entered:
            for _, bits in encoded.given[role]:
                held |= bits
            looked_at += encoded.own[role]
            looked_at += doors.opened(role)
        looked_at += waiting.freed(held & ~before)
    return roles, held


def _asked(each: Course | Edge) -> int:
    return each.requires if isinstance(each, Course) else each.gate


def reachable(
    encoded: Encoded, start: Start, route: Itinerary, tick: Callable[[], None] = lambda: None
) -> bool:
    """Tell whether any plan at all comes to the end of a route.

    As long as ``stays_to_be_had``: where no role shuts another one out, each role is taken up a
    few times at most, and the work is roles times the size of the ladder. NP-complete in general
    (roles that exclude each other are a choice, alternative transitions a clause), so exponential
    in the number of such choices at worst.
    """
    return any(
        route.ends(state, role) for role, state, _ in stays_to_be_had(encoded, start, route, tick)
    )


def stays_to_be_had(
    encoded: Encoded, start: Start, route: Itinerary, tick: Callable[[], None] = lambda: None
) -> Iterator[tuple[int, State, int]]:
    """Go through the roles that can be entered towards the end of a route, with all one can hold.

    A stay may be yielded again with more, never with the same or less. Those that hold most come
    first, so that few are gone through in vain. Excluded routes are not yielded when they end.
    """
    yield from all_stays(encoded, [beginning_of(start)], start.courses, route, tick)


def all_stays(
    encoded: Encoded,
    begins: Iterable[Beginning],
    courses: Sequence[Course],
    route: Itinerary,
    tick: Callable[[], None] = lambda: None,
) -> Iterator[tuple[int, State, int]]:
    """Do the same for ways that begin in any of some roles; with no target, through all roles."""
    every = set(range(len(encoded.roles)))
    leading = _leading_to(encoded, route.target) if route.target in every else every
    edges = {
        role: [edge for edge in encoded.own[role] if edge.target in leading] for role in leading
    }
    doors = [door for door in encoded.doors if door.edge.target in leading]
    asked = reduce(or_, (edge.gate for leaving in edges.values() for edge in leaving), 0)
    asked = reduce(or_, (door.edge.gate for door in doors), asked)
    asked = reduce(or_, (course.requires for course in courses), asked)
    learners = _Learners([course for course in courses if course.gives & asked])
    most: dict[tuple[int, State], list[int]] = {}
    met: dict[State, list[tuple[int, Doors]]] = {}
    queue: list[tuple[int, int, State, int]] = []

    def arrive(role: int, state: State, before: int, gives: int) -> None:
        known = most.setdefault((role, state), [])
        held = before | gives & asked
        if not all(held & ~other for other in known):
            return
        if new := held & ~before:  # otherwise all that can be learnt with it has been
            held = learners.add(before, new) & asked
        known[:] = [*(other for other in known if other & ~held), held]
        heappush(queue, (-held.bit_count(), role, state, held))

    at_once = learnable(0, learners.courses) & asked
    for begin in begins:
        if begin.role in leading:
            arrive(begin.role, route.start(begin.role), at_once, begin.held)
    gives = [reduce(or_, (bits for _, bits in given), 0) for given in encoded.given]
    while queue:
        _, role, state, held = heappop(queue)
        if held not in most[role, state]:
            continue
        tick()
        ended = route.ends(state, role)
        if not ended or route.wanted(state):
            yield role, state, held
        if ended:
            continue
        for edge in (*edges[role], *_opened(met.setdefault(state, []), doors, role, held)):
            entered = None if edge.gate & ~held else route.enter(state, edge.target)
            if entered is not None:
                arrive(edge.target, entered, held, gives[edge.target])


def _opened(
    met: list[tuple[int, Doors]], doors: Sequence[Door], role: int, held: int
) -> list[Edge]:
    """Edges of the doors that a role has open and that nobody who held as much has met before."""
    for before, left in met:
        if not held & ~before:
            return left.opened(role) if held == before else left.open_to(role)
    left = Doors(doors)
    met.append((held, left))
    return left.opened(role)


def _leading_to(encoded: Encoded, target: int) -> set[int]:
    """Roles from which transitions lead to a role, gates ignored, and the role itself."""
    leading = {target}
    waiting = [target]
    outside = set(range(len(encoded.roles)))
    while waiting:
        role = waiting.pop()
        new = {edge.source for edge in encoded.own_entering[role]}
        for door in encoded.doors_to.get(role, ()):
            new |= let_in(outside, door)
        new -= leading
        leading |= new
        waiting += new
    return leading
