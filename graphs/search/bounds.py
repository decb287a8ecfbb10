"""The least that lies between roles, gates ignored, and what gates on short ways can ask for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from heapq import heapify, heappop, heappush
from itertools import count
from math import inf
from operator import or_

from .encoding import NEVER, Course, Door, Edge, Encoded
from .learning.activities import Teaching
from .problem import Itinerary, Order, Start

UNREACHED = -1


def least_ahead(encoded: Encoded, route: Itinerary, order: Order) -> list[list[int]]:
    """Least months and moves from each role to the end of a route.

    In the order's packing, by the roles of ``via`` entered so far and by role number; ``UNREACHED``
    where no transitions lead on to the end. Dijkstra's algorithm against the direction of the
    transitions: months served start again with each move, so those of the transitions add up. On a
    straight way it ends when some way is known from every role, and no further move shortens one.
    """
    via = route.via
    least = [[UNREACHED] * len(encoded.roles) for _ in range(len(via) + 1)]
    nearest = [[inf] * len(encoded.roles) for _ in least]
    outside = [set(range(len(encoded.roles))) for _ in least]
    month, move = order.month, order.move
    heap = [(0, len(via), route.target)]
    behind: list[tuple[int, int, int, Door]] = []
    nearest[-1][route.target] = 0
    unknown = NEVER if via else len(encoded.roles) - 1
    shortest = encoded.shortest * month + move
    farthest: float = 0
    while heap or behind:
        if behind and (not heap or behind[0][0] <= heap[0][0]):
            packed, entered, _, door = heappop(behind)
            known = nearest[entered]
            for role in let_in(outside[entered], door):
                if packed < known[role]:
                    unknown -= known[role] == inf
                    known[role] = packed
                    heappush(heap, (packed, entered, role))
            continue
        packed, entered, role = heappop(heap)
        if least[entered][role] != UNREACHED:
            continue
        if not unknown and packed + shortest >= (farthest := farthest or max(nearest[0])):
            return [[int(least) for least in nearest[0]]]
        least[entered][role] = packed
        if role in route.avoid:
            continue
        before = [entered] if entered == len(via) or via[entered] != role else []
        if entered and via[entered - 1] == role:
            before.append(entered - 1)
        for earlier in before:
            known = nearest[earlier]
            for edge in encoded.own_entering[role]:
                packed_there = packed + edge.months * month + move
                if packed_there < known[edge.source]:
                    unknown -= known[edge.source] == inf
                    known[edge.source] = packed_there
                    heappush(heap, (packed_there, earlier, edge.source))
            for door in encoded.doors_to.get(role, ()):
                months = door.edge.months * month + move
                heappush(behind, (packed + months, earlier, door.edge.place, door))
    return least


def let_in(outside: set[int], door: Door) -> set[int]:
    """Take out of some roles those that a door is open to: the first that is met is the best."""
    roles = outside - door.closed_to if outside else set()
    outside -= roles
    return roles


def unpacked(ahead: Sequence[Sequence[int]], order: Order) -> list[list[int]]:
    """Months or moves alone, whichever weighs more in an order."""
    return [[order.first(least) for least in row] for row in ahead]


def least_to_any(encoded: Encoded, allowed: Mapping[int, int]) -> list[int]:
    """Least months from each role to any of some, and by how much that one must be reached early.

    Dijkstra's algorithm, against the direction of the transitions, from many roles at once.

    By role number; ``UNREACHED`` where there is too little time from the beginning on.
    """
    most = max(allowed.values())
    least = [UNREACHED] * len(encoded.roles)
    nearest = [inf] * len(encoded.roles)
    outside = set(range(len(encoded.roles)))
    heap = [(most - months, role) for role, months in allowed.items()]
    heapify(heap)
    behind: list[tuple[int, int, Door]] = []
    while heap or behind:
        if behind and (not heap or behind[0][0] <= heap[0][0]):
            months, _, door = heappop(behind)
            for role in let_in(outside, door):
                heappush(heap, (months, role))
            continue
        months, role = heappop(heap)
        if months <= most and least[role] == UNREACHED:
            least[role] = months
            for edge in encoded.own_entering[role]:
                if months + edge.months < nearest[edge.source]:
                    nearest[edge.source] = months + edge.months
                    heappush(heap, (months + edge.months, edge.source))
            for door in encoded.doors_to.get(role, ()):
                heappush(behind, (months + door.edge.months, door.edge.place, door))
    return least


def asked_within(
    encoded: Encoded, start: Start, ahead: Sequence[Sequence[int]], months: int
) -> int:
    """Bits that plans of so many months can be asked for, by a gate or by an activity.

    Who holds other bits besides has the same plans, up to so many months, as who does not.

    A transition counts where the least months to it and the least from it to the end, gates
    ignored, are few enough. As many rounds over the activities as they are deep.
    """
    least = least_by_role(ahead)
    arrival = least_arrivals(encoded, start)
    asked = 0

    def in_time(role: int, edge: Edge) -> bool:
        served = start.served if role == start.role else 0
        leaves = arrival[role] + max(0, edge.months - served)
        return least[edge.target] != UNREACHED and leaves + least[edge.target] <= months

    for role in arrival:
        for edge in encoded.own[role]:
            if in_time(role, edge):
                asked |= edge.gate
    for door in encoded.doors:
        first = next((role for role in arrival if role not in door.closed_to), None)
        if first is not None and in_time(first, door.edge):
            asked |= door.edge.gate
    return with_requirements(asked, start.courses)


def least_by_role(ahead: Sequence[Sequence[int]]) -> list[int]:
    """The least from each role to the end, however many of the roles of ``via`` are entered."""
    return [
        min((months for months in known if months != UNREACHED), default=UNREACHED)
        for known in zip(*ahead, strict=True)
    ]


def least_arrivals(encoded: Encoded, start: Start, avoid: Iterable[int] = ()) -> dict[int, int]:
    """Least months to each role that transitions lead to, gates ignored.

    By role number, the soonest first. Dijkstra's algorithm; a door is gone through from the first
    role that it is open to, since any later one comes to no more by it.
    """
    closed = frozenset(avoid) - {start.role}
    arrival: dict[int, int] = {}
    nearest = [inf] * len(encoded.roles)
    heap = [(0, start.role)]
    doors: Sequence[Door] = encoded.doors
    while heap:
        now, role = heappop(heap)
        if role in arrival or role in closed:
            continue
        arrival[role] = now
        served = start.served if role == start.role else 0
        for edge in encoded.own[role]:
            then = now + max(0, edge.months - served)
            if then < nearest[edge.target]:
                nearest[edge.target] = then
                heappush(heap, (then, edge.target))
        if doors:
            for door in doors:
                if role not in door.closed_to:
                    heappush(heap, (now + max(0, door.edge.months - served), door.edge.target))
            doors = [door for door in doors if role in door.closed_to]
    return arrival


def least_learning_from(
    encoded: Encoded, teaching: Teaching, start: Start, avoid: Iterable[int] = ()
) -> tuple[dict[int, tuple[int, int]], set[Edge]]:
    """Least months to each role, and moves of plans that take no more, with what must be learnt.

    By role number. A move comes no sooner than all is learnt that its gate and every gate to the
    role before ask for and no role gives. Dijkstra's algorithm, by months and then by moves: a role
    is left anew by who came later in fewer moves, so that no plan is better in both. With it come
    the moves that lead to all of these: plans along them are likely to be good.
    """
    given = reduce(or_, (bits for _, bits in start.milestones), encoded.ever_given | start.held)
    closed = frozenset(avoid) - {start.role}
    least: dict[int, tuple[int, int]] = {}
    fewest: dict[int, int] = {}
    waiting: dict[tuple[int, int], int] = {}
    ways: set[Edge] = set()
    heap: list[tuple[int, int, int, int, Edge | None]] = [(0, 0, start.role, 0, None)]
    serial = count(1)
    entered: dict[Door, int] = {}
    while heap:
        now, moves, role, _, by = heappop(heap)
        if moves >= fewest.get(role, NEVER):
            continue
        fewest[role] = moves
        least.setdefault(role, (now, moves))
        if by:
            ways.add(by)
        first = not moves
        served = start.served if first else 0
        held = 0 if first else encoded.asked_into[role]
        leaving = [(edge, held) for edge in encoded.own[role]]
        for door in encoded.doors:  # whoever comes to it first, in the fewest moves
            if moves < entered.get(door, NEVER) and role not in door.closed_to:
                entered[door] = moves
                leaving.append((replace(door.edge, source=role), 0))
        for edge, before in leaving:
            target, then = edge.target, now + max(0, edge.months - served)
            place = target, moves + 1
            if target in closed or moves + 1 >= fewest.get(target, NEVER):
                continue
            if then < waiting.get(place, NEVER):
                then = max(then, teaching.work((edge.gate | before) & ~given))
                if then < waiting.get(place, NEVER):
                    waiting[place] = then
                    heappush(heap, (then, moves + 1, target, next(serial), edge))
    return least, ways


def with_requirements(asked: int, courses: Sequence[Course]) -> int:
    """Add what the activities ask for that give any of what is asked for, and so on."""
    left, before = list(courses), -1
    while before != asked:
        before = asked
        kept = []
        for course in left:
            if course.gives & asked:
                asked |= course.requires
            else:
                kept.append(course)
        left = kept
    return asked
