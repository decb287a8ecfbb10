"""How roles hang together, gates ignored: where moves lead nowhere, and where they lead round."""

from __future__ import annotations

from ladder import Ladder


def dead_ends_of(ladder: Ladder) -> tuple[str, ...]:
    """Roles that no move leaves and that are not meant to be the last, by id."""
    left = {source for _, source, _ in ladder.moves()}
    ends = (role for role in ladder.roles.values() if role.id not in left and not role.final)
    return tuple(sorted(role.id for role in ends))


def circles_of(ladder: Ladder) -> tuple[tuple[str, ...], ...]:
    """Roles between which one can go there and back, in parts of two or more, the largest first.

    The strongly connected components of the ladder's graph, by networkx.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from((source, move.to_role) for _, source, move in ladder.moves())
    parts = (tuple(sorted(part)) for part in nx.strongly_connected_components(graph))
    return tuple(sorted(filter(_is_several, parts), key=lambda one: (-len(one), one)))


def _is_several(part: tuple[str, ...]) -> bool:
    return len(part) > 1
