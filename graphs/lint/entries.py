"""In which roles of a ladder careers begin."""

from __future__ import annotations

from collections.abc import Iterable

from ladder import Ladder, Role


def entries_of(ladder: Ladder, known: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Find the roles in which careers begin.

    A role that no transition leads into is one. Of roles that lead to one another, and that nothing
    else leads into, those are that an ``entry`` leaves or that have the lowest rank of their track.
    Where a ladder has neither, careers may begin in any that nothing else leads into.

    Parameters
    ----------
    ladder : Ladder
    known : iterable of tuple of str
        Its roles, those together that lead to one another.

    Returns
    -------
    frozenset of str
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

    Parameters
    ----------
    roles : iterable of Role

    Returns
    -------
    set of str
        Without those that have no track or no rank.
    """
    ranked = [role for role in roles if role.track is not None and role.rank is not None]
    least: dict[str | None, int] = {}
    for role in ranked:
        least[role.track] = min(role.rank or 0, least.get(role.track, role.rank or 0))
    return {role.id for role in ranked if role.rank == least[role.track]}
