"""What was guessed of a node-link graph, and what of it was left out, in sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ladder.shapes import mapping_at
from ladder.wording import quoted, short, some

from .node_link_attributes import ALSO_READ, OF_ACTIVITY, OF_EDGE, OF_GRAPH, OF_NODE
from .node_link_parts import Converter, is_loop


def guesses(made: Converter) -> Iterator[str]:
    """Tell what was guessed and what was left out.

    Parameters
    ----------
    made : Converter

    Yields
    ------
    str
        Nothing where the graph is one that a ladder was exported to.
    """
    if made.graph.get("name") is None:
        yield f"Guessed: the ladder's name, from the file's: {made.name}"
    renamed = [(key, role) for key, role in made.ids.items() if str(key) != role]
    if renamed:
        key, role = renamed[0]
        such = f"such as {short(role)} for {quoted(str(key))}"
        yield f"Guessed: ids of {_count(len(renamed), 'role')}, {such}"
    if made.both_ways:
        yield "Guessed: each edge is a move both ways, as the graph is undirected"
    elif "directed" not in made.root:
        yield "Guessed: edges lead from source to target, as the file does not say"
    moves = [edge for edge in made.edges if not is_loop(edge)]
    without = [edge for edge in moves if edge.get("months") is None]
    if without:
        yield f"Assumed: {made.months} months before the moves of {_edges(without)} without"
    without = [edge for edge in moves if edge.get("kind") is None]
    if without:
        yield f"Guessed: the kind lateral for {_edges(without)} without"
    if loops := len(made.edges) - len(moves):
        yield f"Left out: {_count(loops, 'edge')} from a node to itself"
    if unread := _unread(made):
        yield f"Left out, as a ladder has no place for it: {'; '.join(unread)}"


def _unread(made: Converter) -> list[str]:
    """Attributes that are not used, by what has them."""
    groups: list[tuple[str, Iterable[Mapping[str, Any]], Mapping[str, str]]] = [
        ("nodes", made.nodes, OF_NODE),
        ("edges", made.edges, OF_EDGE),
        ("activities", mapping_at(made.graph, "activities").values(), OF_ACTIVITY),
        ("the graph", [made.graph], OF_GRAPH),
        ("the file", [made.root], {made.edge_key: ""}),
    ]
    told = []
    for owner, items, known in groups:
        read = ALSO_READ[owner] | known.keys()
        unread = dict.fromkeys(key for item in items for key in item if key not in read)
        if unread:
            told.append(f"{some([short(key) for key in unread])} of {owner}")
    return told


def _edges(edges: list[Any]) -> str:
    return _count(len(edges), "edge")


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"
