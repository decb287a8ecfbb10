"""What stands in which column and lane, before anything has a size."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .blocks import Block, Size, block_of
from .columns import columns_of
from .gates import Gate
from .view import View
from .wires import Wire, wires


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
    """Give every role its column and lane, every gate its role, every transition its way.

    Parameters
    ----------
    view : View
    gates : sequence of (Gate, Size)
    roles : mapping of str to Size
        What the text of each role needs, by its id.

    Returns
    -------
    Grid
    """
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
