"""When one of several alternatives makes another superfluous.

In which roles of a ladder careers begin.

Circles in a graph: what can be gone around in, and the shortest way around.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import le
from typing import NamedTuple, TypeAlias, TypeVar

from ladder import Activity, Ladder, Role, Transition

Successors: TypeAlias = Mapping[str, Sequence[str]]
"""For each node of a graph, where its edges lead; every node is a key."""

MOST_STEPS = 300_000
"""Nodes gone through, at most, in looking for a shorter way around than the first: from each node
of a circle it takes time to the square, and of thousands of nodes nobody reads the names."""


def components(successors: Successors) -> list[list[str]]:
    """Find the strongly connected components of a graph.

    A component comes after all from which edges lead into it.

    Kosaraju's algorithm, in time linear in the size of the graph [1]_, without recursion, as a
    ladder may be longer than Python's stack is deep.

    References
    ----------
    .. [1] M. Sharir, "A strong-connectivity algorithm and its applications in data flow analysis",
       Computers and Mathematics with Applications 7(1), 1981.

    Examples
    --------
    >>> components({"b": ["c"], "c": ["b"], "a": ["b"]})
    [['a'], ['c', 'b']]
    """
    predecessors: dict[str, list[str]] = {node: [] for node in successors}
    for node, following in successors.items():
        for other in following:
            predecessors[other].append(node)
    seen: set[str] = set()
    finished = [node for root in successors for node in _depth_first(successors, root, seen)]
    seen.clear()
    found = [list(_depth_first(predecessors, root, seen)) for root in reversed(finished)]
    return [component for component in found if component]


def circular(successors: Successors) -> list[list[str]]:
    """Find the components of a graph in which one can go around."""
    return [component for component in components(successors) if len(component) > 1]


def shortest_circle(successors: Successors, component: Collection[str]) -> list[str]:
    """Find a shortest way around in a component.

    Each node once, in the order of the edges.

    Examples
    --------
    >>> shortest_circle({"a": ["b"], "b": ["c"], "c": ["b", "a"]}, ["a", "b", "c"])
    ['b', 'c']
    """
    inside = set(component)
    best: list[str] = []
    starts = [node for node in successors if node in inside]
    for start in starts[: max(1, MOST_STEPS // len(starts))]:
        around = _around(successors, inside, start, len(best) or len(inside) + 1)
        best = around or best
    return best


def _around(successors: Successors, inside: set[str], start: str, below: int) -> list[str]:
    """Nodes of the shortest circle through one, if it has fewer than so many."""
    before: dict[str, str] = {}
    waiting = deque([(start, 1)])
    while waiting:
        node, length = waiting.popleft()
        if length >= below:
            break
        for other in successors[node]:
            if other == start:
                circle = [node]
                while circle[-1] != start:
                    circle.append(before[circle[-1]])
                return circle[::-1]
            if other in inside and other not in before:
                before[other] = node
                waiting.append((other, length + 1))
    return []


def _depth_first(successors: Successors, root: str, seen: set[str]) -> Iterator[str]:
    """Nodes that are new from a root on, each after all that are new from it on."""
    if root in seen:
        return
    seen.add(root)
    stack = [(root, iter(successors[root]))]
    while stack:
        node, following = stack[-1]
        for other in following:
            if other not in seen:
                seen.add(other)
                stack.append((other, iter(successors[other])))
                break
        else:
            stack.pop()
            yield node


def entries_of(ladder: Ladder, known: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Find the roles in which careers begin.

    A role that no transition leads into is one. Of roles that lead to one another, and that nothing
    else leads into, those are that an ``entry`` leaves or that have the lowest rank of their track.
    Where a ladder has neither, careers may begin in any that nothing else leads into.
    """
    inside = {role: place for place, component in enumerate(known) for role in component}
    entered = {
        inside[move.to_role]
        for move in ladder.transitions
        if inside[move.from_role] != inside[move.to_role]
    }
    sources = [component for place, component in enumerate(known) if place not in entered]
    left = {move.from_role for move in ladder.transitions if move.kind == "entry"}
    lowest = lowest_of_tracks(ladder.roles.values())
    entries = {
        role
        for component in sources
        for role in component
        if len(component) == 1 or role in left or role in lowest
    }
    linked = {move.from_role for move in ladder.transitions}
    if not entries & linked:
        entries = {role for component in sources for role in component}
    return frozenset(entries)


def lowest_of_tracks(roles: Iterable[Role]) -> set[str]:
    """Find the roles of the lowest rank of their track.

    Without those that have no track or no rank.
    """
    ranked = [role for role in roles if role.track is not None and role.rank is not None]
    least: dict[str | None, int] = {}
    for role in ranked:
        least[role.track] = min(role.rank or 0, least.get(role.track, role.rank or 0))
    return {role.id for role in ranked if role.rank == least[role.track]}


K = TypeVar("K")

MOST_RIVALS = 500
"""Alternatives that one is compared with; nobody offers as many ways to the same level."""


class Offer(NamedTuple):
    """What an alternative asks and gives.

    Parameters
    ----------
    figures : tuple of int
        Of which less is better, such as months.
    requires, gives : int
        Bits of the skill levels that it asks for, and of those that it gives.
    """

    figures: tuple[int, ...]
    requires: int
    gives: int = 0

    def serves_for(self, other: Offer) -> bool:
        """Tell whether it can take the place of another: asks no more, and gives no less.

        What the other requires is held already, so that it need not be given.
        """
        return (
            not self.requires & ~other.requires
            and not other.gives & ~other.requires & ~self.gives
            and all(map(le, self.figures, other.figures))
        )


def better_than(key: K, offers: Mapping[K, Offer]) -> K | None:
    """Find an alternative that beats another one.

    The first that beats it, if any does, of as many as ``MOST_RIVALS``.

    Examples
    --------
    >>> offers = {"slow": Offer((6,), 0b1), "fast": Offer((3,), 0b1), "again": Offer((3,), 0b1)}
    >>> [better_than(key, offers) for key in offers]
    ['fast', None, 'fast']
    """
    offer, first = offers[key], True
    for other, better in islice(offers.items(), MOST_RIVALS):
        if other == key:
            first = False
        elif better.serves_for(offer) and (first or not offer.serves_for(better)):
            return other
    return None


def months_of(item: Transition | Activity) -> tuple[int, int, int]:
    """Months at the typical, the fast and the slow end."""
    return item.months, *(item.months_range or (item.months, item.months))
