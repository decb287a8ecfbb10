"""A matrix imported once more: what stays of the ladder that was made of it before.

How near two roles are to one another hangs on all that there are, and so do the months of learning.
So a single cell that is raised may end side moves that have nothing to do with it. Here they stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ladder.model import ANY, Activity, FrozenDict, Ladder, Transition

from .matrix import profile

Pair = tuple[str, str]
"""The role that a move leaves, or `ANY`, and the one that it leads to."""

UPWARDS = ("entry", "promotion")
"""The kinds of moves that follow from tracks and ranks alone."""


def with_before(ladder: Ladder, before: Ladder) -> tuple[Ladder, str]:
    """Keep side moves between roles that are the same as before, and months; say what is kept.

    Roles are the same where their levels, track and rank are. Between two such, the side moves are
    those of the ladder before; other moves that both ladders have, and ways to learn, keep their
    months.
    """
    if ladder.levels != before.levels:
        return ladder, "Nothing is kept of the ladder before, as its levels are others."
    moves, kept = _moves(ladder, before)
    activities = {
        key: _with_months(made, before.activities.get(key))
        for key, made in ladder.activities.items()
    }
    learnt = sum(key in before.activities for key in activities)
    told = (
        f"Kept of the ladder before: {kept:,} side moves between roles whose levels are the same, "
        f"and the months of {learnt:,} ways to learn."
    )
    return replace(ladder, transitions=moves, activities=FrozenDict(activities)), told


def _moves(ladder: Ladder, before: Ladder) -> tuple[tuple[Transition, ...], int]:
    """The moves, in the order of the roles that they leave, and how many side moves are kept."""
    same = {ANY, *(key for key in ladder.roles if _is_same(ladder, before, key))}
    old: dict[Pair, list[Transition]] = {}
    for pair, move in _by_pair(before):
        if same.issuperset(pair) and ladder.skills.keys() >= move.requires.keys():
            old.setdefault(pair, []).append(move)
    moves: list[Transition] = []
    for pair, move in _by_pair(ladder):
        if move.kind in UPWARDS:
            moves += [one for one in old.get(pair, ()) if one.kind == move.kind] or [move]
        elif not same.issuperset(pair):
            moves.append(move)
    kept = [move for between in old.values() for move in between if move.kind not in UPWARDS]
    places = {role: place for place, role in enumerate(ladder.roles)}

    def order(move: Transition) -> tuple[int, bool, int, str]:
        if move.from_any:
            return -1, False, places[move.to_role], ""
        return places[move.from_roles[0]], move.kind not in UPWARDS, 0, move.to_role

    return tuple(sorted([*moves, *kept], key=order)), len(kept)


def _is_same(ladder: Ladder, before: Ladder, key: str) -> bool:
    one, other = ladder.roles[key], before.roles.get(key)
    return other is not None and (profile(one), one.track, one.rank) == (
        *(profile(other), other.track, other.rank),
    )


def _by_pair(ladder: Ladder) -> Iterator[tuple[Pair, Transition]]:
    """Go through the moves from each role; what is open to all comes once."""
    for move in ladder.transitions:
        if move.from_any:
            yield (ANY, move.to_role), move
        for source in move.from_roles:
            yield (source, move.to_role), replace(move, from_roles=(source,))


def _with_months(made: Activity, before: Activity | None) -> Activity:
    if before is None:
        return made
    return replace(made, months=before.months, months_range=before.months_range)
