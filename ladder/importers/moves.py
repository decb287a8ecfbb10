"""Which moves there are between the levels of roles."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import groupby, pairwise

from .profiles import RoleLevel, nearness, points_of

MOST_ROLES = 1_000
"""Each is compared with each to find side moves."""

Moves = dict[str, set[str]]
"""From the id of each role level to the ids of those it leads to."""


def promotions(levels: Iterable[RoleLevel]) -> Moves:
    """Find what each role level is promoted to.

    A rung leads to the next rung of its track, and to the fork beside that rung; a fork leads to
    the next fork.

    Parameters
    ----------
    levels : iterable of RoleLevel

    Returns
    -------
    dict of str to set of str
    """

    def lane(level: RoleLevel) -> tuple[str, bool]:
        return level.track, level.fork

    moves: Moves = {}
    rung_at: dict[tuple[str, int], str] = {}
    for (track, fork), members in groupby(sorted(levels, key=lane), key=lane):
        line = sorted(members, key=lambda level: (level.rank, level.id))
        for lower, upper in pairwise(line):
            moves.setdefault(lower.id, set()).add(upper.id)
        for level in line:
            if not fork:
                rung_at[track, level.rank] = level.id
            elif below := rung_at.get((track, level.rank - 1)):
                moves.setdefault(below, set()).add(level.id)
    return moves


def side_moves(levels: Collection[RoleLevel], per_level: int) -> Moves:
    """Find which role levels have so much in common that one can move between them, both ways.

    Two role levels are as near as the level points that both profiles ask for, divided by those
    that either asks for; with no skill in common there is no side move. What stands above or
    below in the same track is no side move either, but from a rung to its fork is one. Of each
    track only the nearest role level counts.

    In the first round each role level is joined with the one nearest to it, in the second with
    its second nearest, and so on, until there are ``per_level`` side moves from a role level on
    average. A round is always finished, so that nothing hangs on an arbitrary cut, and the average
    comes out somewhat higher. What is equally near goes by id.

    Parameters
    ----------
    levels : collection of RoleLevel
    per_level : int
        Side moves from a role level, on average, at least, as long as there are any to be had.

    Returns
    -------
    dict of str to set of str
    """
    points = points_of(level.profile for level in levels)
    with_points = list(zip(levels, points, strict=True))
    choices = {level.id: list(_nearest(level, own, with_points)) for level, own in with_points}
    moves: Moves = {level.id: set() for level in levels}
    for number in range(max(map(len, choices.values()), default=0)):
        if sum(map(len, moves.values())) >= per_level * len(levels):
            break
        for chooser, others in choices.items():
            for other in others[number : number + 1]:
                moves[chooser].add(other)
                moves[other].add(chooser)
    return moves


def _nearest(
    level: RoleLevel, points: int, levels: Iterable[tuple[RoleLevel, int]]
) -> Iterator[str]:
    """Ids of the nearest role level in each track, the nearest of them first."""
    candidates = [
        (-nearness(points, others), other.id, other.track)
        for other, others in levels
        if points & others
        and other.id != level.id
        and (other.track != level.track or other.rank == level.rank)
    ]
    tracks: set[str] = set()
    for negative, other, track in sorted(candidates):
        if negative and track not in tracks:
            tracks.add(track)
            yield other
