"""The least that lies between each role and a target, gates ignored."""

from __future__ import annotations

from heapq import heappop, heappush

from .encoding import Encoded
from .itinerary import Itinerary
from .order import Order

UNREACHED = -1


def least_ahead(encoded: Encoded, route: Itinerary, order: Order) -> list[list[int]]:
    """Least months and moves from each role to the end of a route.

    Dijkstra's algorithm against the direction of the transitions. Months served start again with
    each move, so the months of the transitions simply add up.

    Parameters
    ----------
    encoded : Encoded
    route : Itinerary
        Excluded routes are not taken into account, so that it may be less than what is left.
    order : Order
        Whether months or moves weigh more.

    Returns
    -------
    list of list of int
        Months and moves in the order's packing, by the roles of ``via`` entered so far and by role
        number; ``UNREACHED`` where no transitions lead on to the end.

    References
    ----------
    E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1,
    1959.
    """
    via = route.via
    least = [[UNREACHED] * len(encoded.roles) for _ in range(len(via) + 1)]
    month, move = order.month, order.move
    heap = [(0, len(via), route.target)]
    while heap:
        packed, entered, role = heappop(heap)
        if least[entered][role] != UNREACHED:
            continue
        least[entered][role] = packed
        if role in route.avoid:
            continue
        before = [entered] if entered == len(via) or via[entered] != role else []
        if entered and via[entered - 1] == role:
            before.append(entered - 1)
        for earlier in before:
            known = least[earlier]
            for edge in encoded.entering[role]:
                if known[edge.source] == UNREACHED:
                    heappush(heap, (packed + edge.months * month + move, earlier, edge.source))
    return least
