"""How roles hang together, gates ignored: where moves lead nowhere, and where they lead round.

A move that is open to all is no way on that somebody thought of, and with one there is a way round
through nearly every role. So such moves are left aside, as in the check of a ladder.
"""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder


def dead_ends_of(ladder: Ladder) -> tuple[str, ...]:
    """Roles that no move leaves and that are not meant to be the last, by id."""
    left = {source for source, _ in _steps(ladder)}
    ends = (role for role in ladder.roles.values() if role.id not in left and not role.final)
    return tuple(sorted(role.id for role in ends))


def circles_of(ladder: Ladder) -> tuple[tuple[str, ...], ...]:
    """Roles between which one can go there and back, in parts of two or more, the largest first.

    The strongly connected components of the ladder's graph, by networkx.
    """
    import networkx as nx

    graph: nx.DiGraph[str] = nx.DiGraph(_steps(ladder))
    parts = (tuple(sorted(part)) for part in nx.strongly_connected_components(graph))
    return tuple(sorted(filter(_is_several, parts), key=lambda one: (-len(one), one)))


def _steps(ladder: Ladder) -> Iterator[tuple[str, str]]:
    """Each role with each that a move leads to from it by name."""
    return ((role, move.to_role) for move in ladder.transitions for role in move.from_roles)


def _is_several(part: tuple[str, ...]) -> bool:
    return len(part) > 1
