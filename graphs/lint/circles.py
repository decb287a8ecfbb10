"""Circles in a graph: what can be gone around in, and the shortest way around.

networkx has all of it, too, but every check would wait for its import.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TypeAlias

Successors: TypeAlias = Mapping[str, Sequence[str]]
"""For each node of a graph, where its edges lead; every node is a key."""


def components(successors: Successors) -> list[list[str]]:
    """Find the strongly connected components of a graph.

    A component comes after all from which edges lead into it.

    Kosaraju's algorithm, in time linear in the size of the graph [1]_, without recursion, as a
    ladder may be longer than Python's stack is deep.

    References
    ----------
    .. [1] M. Sharir, "A strong-connectivity algorithm and its applications in data flow analysis",
       Computers and Mathematics with Applications 7(1), 1981.
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


def circular(successors: Successors) -> list[list[str]]:
    """Find the components of a graph in which one can go around."""
    return [component for component in components(successors) if len(component) > 1]


MOST_STEPS = 300_000
"""Nodes gone through, at most, in looking for a shorter way around than the first: from each node
of a circle it takes time to the square, and of thousands of nodes nobody reads the names."""


def shortest_circle(successors: Successors, component: Collection[str]) -> list[str]:
    """Find a shortest way around in a component: each node once, in the order of the edges."""
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
