"""What stands in which column and lane, before anything has a size.

Which column each role stands in: its rank, or where its transitions put it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphs.drawing.view import View

from .boxes import Block, Gate, Size, block_of
from .wires import Wire, wires


def columns_of(view: View) -> dict[str, int]:
    """Columns from 0, the leftmost, by role id.

    Roles of one rank share a column over all tracks, and ranks that no role has leave no gap.
    A role without a rank stands one column right of all that lead to it, sideways moves aside;
    where nothing leads to it, one column left of what it leads to.
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


@dataclass(frozen=True, slots=True)
class Grid:
    """A picture without measures.

    Parameters
    ----------
    blocks : sequence of Block
        Each role with its gates; those of one lane and column stand in this order.
    columns, lanes : mapping of str to int
        Where each role stands, by its id.
    wires : sequence of Wire
        The way of each transition.
    """

    blocks: Sequence[Block]
    columns: Mapping[str, int]
    lanes: Mapping[str, int]
    wires: Sequence[Wire]


def grid(view: View, gates: Sequence[tuple[Gate, Size]], roles: Mapping[str, Size]) -> Grid:
    """Give every role its column and lane, every gate its role, every transition its way."""
    tracks = list(dict.fromkeys(role.track for role in view.roles))
    lanes = {role.id: tracks.index(role.track) for role in view.roles}
    columns = columns_of(view)
    ways = wires([gate for gate, _ in gates], columns, lanes)
    origin = _origins(ways, lanes)
    stacks: dict[str, list[tuple[Gate, Size]]] = defaultdict(list)
    for gate, size in sorted(gates, key=lambda one: origin[one[0].name]):
        stacks[gate.to_role].append((gate, size))
    level = _level_gates(ways, lanes)
    leaving = Counter(source for source, _ in {(way.source, way.gate.name) for way in ways})
    blocks = [
        block_of(role.id, roles[role.id], stacks[role.id], level.get(role.id), leaving[role.id])
        for role in view.roles
    ]
    return Grid(blocks, columns, lanes, ways)


def _origins(ways: Sequence[Wire], lanes: Mapping[str, int]) -> dict[str, float]:
    """The mean lane that the lines to a gate come from, so that gates stack in that order."""
    sources: dict[str, list[float]] = defaultdict(list)
    for way in ways:
        lane = lanes[way.source]
        # A line within the lane that makes a detour comes down from the corridor above.
        detour = way.corridor is not None and lane == lanes[way.gate.to_role]
        sources[way.gate.name].append(lane - 0.5 if detour else lane)
    return {name: sum(found) / len(found) for name, found in sources.items()}


def _level_gates(ways: Sequence[Wire], lanes: Mapping[str, int]) -> dict[str, Gate]:
    """For each role, the gate that the path comes through, or a straight line from its lane."""
    level: dict[str, Gate] = {}
    for way in ways:
        role = way.gate.to_role
        straight = way.corridor is None and lanes[way.source] == lanes[role]
        before = level.get(role)
        if way.gate.taken:
            better = before is None or not before.taken or way.gate.way < before.way
        else:
            better = straight and before is None
        if better:
            level[role] = way.gate
    return level
