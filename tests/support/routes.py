"""Sequences of roles, one by one: for what is said of all of them."""

from __future__ import annotations

from dataclasses import replace

from support.graph_strategies import GOAL, START

from ladder import FrozenDict, Ladder


def routes(ladder: Ladder, most_moves: int) -> set[tuple[str, ...]]:
    """Give every sequence of roles from ``START`` to ``GOAL``, gates ignored.

    Parameters
    ----------
    ladder : Ladder
    most_moves : int

    Returns
    -------
    set of tuple of str
    """
    reached = set()
    stack: list[tuple[str, ...]] = [(START,)]
    while stack:
        roles = stack.pop()
        if roles[-1] == GOAL:
            reached.add(roles)
        elif len(roles) <= most_moves:
            stack += [
                (*roles, item.to_role) for _, source, item in ladder.moves() if source == roles[-1]
            ]
    return reached


def along(ladder: Ladder, roles: tuple[str, ...]) -> tuple[Ladder, str, str]:
    """Make a ladder in which these roles, each stay of its own, are the only way."""
    stays = [f"{role}-{place}" for place, role in enumerate(roles)]
    transitions = tuple(
        replace(item, from_roles=stays[place], to_role=stays[place + 1])
        for place in range(len(roles) - 1)
        for _, source, item in ladder.moves()
        if (source, item.to_role) == (roles[place], roles[place + 1])
    )
    copies = {
        stay: replace(ladder.roles[role], id=stay) for stay, role in zip(stays, roles, strict=True)
    }
    return replace(ladder, roles=FrozenDict(copies), transitions=transitions), stays[0], stays[-1]


def layered(ladder: Ladder, via: list[str]) -> Ladder:
    """Copy the roles for each number of ``via`` entered, so that entering one leads a layer on."""

    def copy(role: str, layer: int) -> str:
        return role if layer == 0 else f"{role}.{layer}"

    layers = range(len(via) + 1)
    last = len(via)
    return replace(
        ladder,
        roles=FrozenDict(
            {
                copy(name, layer): replace(role, id=copy(name, layer))
                for name, role in ladder.roles.items()
                for layer in layers
            }
        ),
        transitions=tuple(
            replace(
                item,
                from_roles=copy(source, layer),
                to_role=copy(item.to_role, layer + (layer < last and via[layer] == item.to_role)),
            )
            for _, source, item in ladder.moves()
            for layer in layers
        ),
    )
