"""Which column each role stands in: its rank, or where its transitions put it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from .view import View


def columns_of(view: View) -> dict[str, int]:
    """Columns from 0, the leftmost, by role id.

    Roles of one rank share a column over all tracks, and ranks that no role has leave no gap.
    A role without a rank stands one column right of all that lead to it, sideways moves aside;
    where nothing leads to it, one column left of what it leads to.

    Parameters
    ----------
    view : View

    Returns
    -------
    dict of str to int
    """
    ranks = sorted({role.rank for role in view.roles if role.rank is not None})
    columns = {role.id: ranks.index(role.rank) for role in view.roles if role.rank is not None}
    before, after = _neighbours(view)
    waiting = [role.id for role in view.roles if role.rank is None]
    while waiting:
        ready = [role for role in waiting if before[role] <= columns.keys()]
        # In a circle nobody is ready, and the first of it begins.
        for role in ready or waiting[:1]:
            columns[role] = _beside(columns, before[role], after[role])
        waiting = [role for role in waiting if role not in columns]
    leftmost = min(columns.values(), default=0)
    return {role: column - leftmost for role, column in columns.items()}


def _neighbours(view: View) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for _, item in view.transitions:
        if item.kind != "lateral" and item.from_role != item.to_role:
            before[item.to_role].add(item.from_role)
            after[item.from_role].add(item.to_role)
    return before, after


def _beside(columns: Mapping[str, int], before: set[str], after: set[str]) -> int:
    placed = [columns[role] for role in before if role in columns]
    if placed:
        return max(placed) + 1
    return min((columns[role] - 1 for role in after if role in columns), default=0)
