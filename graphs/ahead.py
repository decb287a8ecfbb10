"""The least that lies between each role and a target, gates ignored."""

from __future__ import annotations

from heapq import heappop, heappush

from .encoding import Encoded
from .order import Order

UNREACHED = -1


def least_ahead(encoded: Encoded, target: int, order: Order) -> list[int]:
    """Least months and moves from each role to the target.

    Dijkstra's algorithm against the direction of the transitions. Months served start again with
    each move, so the months of the transitions simply add up.

    Parameters
    ----------
    encoded : Encoded
    target : int
        Number of the target role.
    order : Order
        Whether months or moves weigh more.

    Returns
    -------
    list of int
        Months and moves in the order's packing, by role number; ``UNREACHED`` where no transitions
        lead to the target.

    References
    ----------
    E. W. Dijkstra, "A note on two problems in connexion with graphs", Numerische Mathematik 1,
    1959.
    """
    least = [UNREACHED] * len(encoded.roles)
    month, move = order.month, order.move
    heap = [(0, target)]
    while heap:
        packed, role = heappop(heap)
        if least[role] == UNREACHED:
            least[role] = packed
            for source, months in encoded.sources[role]:
                if least[source] == UNREACHED:
                    heappush(heap, (packed + months * month + move, source))
    return least
