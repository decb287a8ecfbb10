"""The lines of a picture: their ends and corners, and where they join."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .blocks import Box
from .grid import Grid
from .joints import Point, joined
from .ports import entering
from .rows import Rows
from .strips import Strips
from .wires import Wire


@dataclass(frozen=True, slots=True)
class Line:
    """The line of a transition.

    Parameters
    ----------
    points : sequence of (float, float)
        Its ends and corners, y growing downwards.
    joins : bool
        Whether it ends at another line, which takes it on through their common gate.
    """

    points: Sequence[Point]
    joins: bool


def lines(
    grid: Grid,
    rows: Rows,
    strips: Strips,
    boxes: tuple[Mapping[str, Box], Mapping[str, Box]],
    ports: Mapping[tuple[str, str], float],
) -> dict[int, Line]:
    """Draw the lines.

    Parameters
    ----------
    grid : Grid
    rows : Rows
    strips : Strips
    boxes : (mapping of str to Box, mapping of str to Box)
        Those of the roles, and of the gates.
    ports : mapping of (str, str) to float
        Heights at which lines leave roles, by role id and gate name.

    Returns
    -------
    dict of int to Line
        By the transition's place in the file.
    """
    roles, gates = boxes
    entries = {
        name: rows.roles[block.role] + offset
        for block in grid.blocks
        for name, offset in entering(block).items()
    }
    drawn: dict[int, Line] = {}
    whole: dict[str, list[list[Point]]] = defaultdict(list)
    for wire in grid.wires:
        name = wire.gate.name
        port, entry = ports[wire.source, name], entries[name]
        points = [
            (roles[wire.source].right, port),
            *_to_gate(wire, rows, strips, port),
            *_to_role(gates[name], strips.gaps.get(name), entry),
            (roles[wire.gate.to_role].left, entry),
        ]
        drawn[wire.place] = Line(joined(points, whole[name]), bool(whole[name]))
        whole[name].append(points)
    return drawn


def _to_gate(wire: Wire, rows: Rows, strips: Strips, port: float) -> list[Point]:
    """The corners from the source to the gate."""
    name, points, level = wire.gate.name, [], port
    if wire.corridor is not None:
        level = rows.corridors[wire.corridor, name]
        x = strips.channels[wire.leave, name, wire.corridor]
        points += [(x, port), (x, level)]
    x = strips.channels.get((wire.enter, name, None), -1)
    return points + ([(x, level), (x, rows.gates[name])] if x >= 0 else [])


def _to_role(gate: Box, bend: float | None, entry: float) -> list[Point]:
    """The gate's right side, and the corners from there to the role."""
    corners = [] if bend is None else [(bend, gate.y), (bend, entry)]
    return [(gate.right, gate.y), *corners]
