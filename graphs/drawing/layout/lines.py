"""The lines of a picture: their ends and corners, and where they join.

Where lines that end alike join, each stretch is drawn once, and dashes stay dashes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from graphs.drawing.geometry import RADIUS, Box, Point, towards

from .columns import Columns, Ports, entering
from .grid import Grid
from .rows import Rows
from .wires import Wire


@dataclass(frozen=True, slots=True)
class Line:
    """The line of a transition, by its ends and corners."""

    points: Sequence[Point]
    joins: bool  # whether it ends at another line, which takes it on through their common gate


def lines_of(
    grid: Grid,
    rows: Rows,
    columns: Columns,
    boxes: tuple[Mapping[str, Box], Mapping[str, Box]],
    ports: Ports,
) -> dict[str, Line]:
    """The line of each link, by its name; ``boxes`` of roles and gates.

    That of a transition which is open to all begins at its gate, where no other line leads there.
    """
    roles, gates = boxes
    entries = {
        name: rows.roles[block.role] + offset
        for block in grid.blocks
        for name, offset in entering(block).items()
    }
    drawn: dict[str, Line] = {}
    whole: dict[str, list[list[Point]]] = defaultdict(list)
    for wire in grid.wires:
        name = wire.gate.name
        port, entry = ports[wire.source, name], entries[name]
        points = [
            (roles[wire.source].right, port),
            *_to_gate(wire, rows, columns, port),
            *_to_role(gates[name], columns.gaps.get(name), entry),
            (roles[wire.gate.to_role].left, entry),
        ]
        drawn[wire.name] = Line(joined(points, whole[name]), bool(whole[name]))
        whole[name].append(points)
    for gate in (gate for block in grid.blocks for gate, _, _ in block.gates):
        if gate.name not in whole:
            entry = entries[gate.name]
            points = _to_role(gates[gate.name], columns.gaps.get(gate.name), entry)
            drawn[gate.links[0].name] = Line([*points, (roles[gate.to_role].left, entry)], False)
    return drawn


def _to_gate(wire: Wire, rows: Rows, columns: Columns, port: float) -> list[Point]:
    """The corners from the source to the gate."""
    name, points, level = wire.gate.name, [], port
    if wire.corridor is not None:
        level = rows.corridors[wire.corridor, name]
        x = columns.channels[wire.leave, name, wire.corridor]
        points += [(x, port), (x, level)]
    x = columns.channels.get((wire.enter, name, None), -1)
    return points + ([(x, level), (x, rows.gates[name])] if x >= 0 else [])


def _to_role(gate: Box, bend: float | None, entry: float) -> list[Point]:
    """The gate's right side, and the corners from there to the role."""
    corners = [] if bend is None else [(bend, gate.y), (bend, entry)]
    return [(gate.right, gate.y), *corners]


def joined(line: Sequence[Point], others: Sequence[Sequence[Point]]) -> list[Point]:
    """Cut a line off where it first meets one that is drawn already."""
    cuts = [_cut(line, other) for other in others]
    return min(cuts, key=_length, default=list(line))


def _cut(line: Sequence[Point], other: Sequence[Point]) -> list[Point]:
    shared = 0
    while shared < min(len(line), len(other)) and line[-shared - 1] == other[-shared - 1]:
        shared += 1
    if shared == len(line):  # the same move twice: its first piece shows that
        return list(line[:2])
    before, corner = line[-shared - 1], line[-shared]
    turn = other[-shared - 1] if shared < len(other) else corner
    joint = _nearest(before[0], corner[0], turn[0]), _nearest(before[1], corner[1], turn[1])
    kept = list(line[: len(line) - shared])
    if joint == corner:  # they meet where the other one turns: follow it round the corner
        return [*kept, corner, towards(corner, line[-shared + 1], RADIUS)]
    if joint == turn:
        return [*kept, towards(turn, corner, RADIUS)]
    return kept if joint == before else [*kept, joint]


def _nearest(value: float, one: float, other: float) -> float:
    """The number nearest to ``value`` from ``one`` to ``other``."""
    return max(min(one, other), min(value, max(one, other)))


def _length(line: Sequence[Point]) -> float:
    pieces = pairwise(line)
    return sum(abs(one[0] - two[0]) + abs(one[1] - two[1]) for one, two in pieces)
