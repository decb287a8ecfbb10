"""Whether there is any way at all, however long: with time to spare, skills only add up.

Nothing is unlearned and months cost nothing here, so whoever is in a role holds, in the end, all
that it develops and all that can be learnt then. What is left of a plan is which roles were gone
through, and of two ways into one role the one that holds all that the other does makes the other
superfluous.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce
from heapq import heappop, heappush
from operator import or_

from .best_case import learnable
from .encoding import Encoded
from .itinerary import Itinerary, State
from .start import Start


def reachable(
    encoded: Encoded, start: Start, route: Itinerary, tick: Callable[[], None] = lambda: None
) -> bool:
    """Tell whether any plan at all comes to the end of a route.

    Parameters
    ----------
    encoded : Encoded
    start : Start
    route : Itinerary
        With its roles to go through and around, and its excluded routes.
    tick : callable
        Called again and again; may raise, to end a long search.

    Returns
    -------
    bool

    Notes
    -----
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

    Parameters
    ----------
    encoded : Encoded
    start : Start
    route : Itinerary
    tick : callable
        Called for each stay; may raise, to end a long search.

    Yields
    ------
    role : int
    state : State
        Where on the route that is.
    held : int
        All that is held there in the end, as far as a gate or an activity asks for it.

    Notes
    -----
    A stay may be yielded again with more, never with the same or less. Those that hold most come
    first, so that few are gone through in vain. Excluded routes are not yielded when they end.
    """
    leading = _leading_to(encoded, route.target)
    edges = {
        role: [edge for edge in encoded.edges[role] if edge.target in leading] for role in leading
    }
    asked = reduce(or_, (edge.gate for leaving in edges.values() for edge in leaving), 0)
    asked = reduce(or_, (course.requires for course in start.courses), asked)
    courses = [course for course in start.courses if course.gives & asked]
    most: dict[tuple[int, State], list[int]] = {}
    queue: list[tuple[int, int, State, int]] = []

    def arrive(role: int, state: State, before: int, gives: int) -> None:
        known = most.setdefault((role, state), [])
        held = before | gives & asked
        if not all(held & ~other for other in known):
            return
        if held != before:  # otherwise all that can be learnt with it has been
            held = learnable(held, courses) & asked
        known[:] = [*(other for other in known if other & ~held), held]
        heappush(queue, (-held.bit_count(), role, state, held))

    if start.role in leading:
        given = reduce(or_, (bits for _, bits in start.milestones), start.held)
        arrive(start.role, route.start(start.role), learnable(0, courses) & asked, given)
    gives = [reduce(or_, (bits for _, bits in given), 0) for given in encoded.milestones]
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
        for edge in edges[role]:
            entered = None if edge.gate & ~held else route.enter(state, edge.target)
            if entered is not None:
                arrive(edge.target, entered, held, gives[edge.target])


def _leading_to(encoded: Encoded, target: int) -> set[int]:
    """Roles from which transitions lead to a role, gates ignored, and the role itself."""
    leading = {target}
    waiting = [target]
    while waiting:
        for source, _ in encoded.sources[waiting.pop()]:
            if source not in leading:
                leading.add(source)
                waiting.append(source)
    return leading
