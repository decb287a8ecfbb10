"""Where on a role's sides its lines begin and end."""

from __future__ import annotations

from collections import defaultdict

from .blocks import CORNER, PORT_GAP, Block
from .grid import Grid
from .rows import Rows
from .wires import Wire


def leaving(grid: Grid, rows: Rows) -> dict[tuple[str, str], float]:
    """Heights at which lines leave roles, by role id and gate name.

    A line that goes straight on leaves from the middle; the others above and below it, in the
    order of where they turn to, so that they do not cross at once.

    Parameters
    ----------
    grid : Grid
    rows : Rows

    Returns
    -------
    dict
    """
    turns: dict[str, dict[str, float]] = defaultdict(dict)
    for wire in grid.wires:
        turns[wire.source][wire.gate.name] = turn(wire, rows)
    ports = {}
    for block in grid.blocks:
        role, middle = block.role, rows.roles[block.role]
        ups = sorted((y, name) for name, y in turns[role].items() if y < middle - 0.5)
        downs = sorted((y, name) for name, y in turns[role].items() if y > middle + 0.5)
        gap = _gap(block, max(len(ups), len(downs)) - 0.5)
        for name in turns[role]:
            ports[role, name] = middle
        for number, (_, name) in enumerate(reversed(ups)):
            ports[role, name] = middle - (number + 0.5) * gap
        for number, (_, name) in enumerate(downs):
            ports[role, name] = middle + (number + 0.5) * gap
    return ports


def turn(wire: Wire, rows: Rows) -> float:
    """The height that a line goes to first.

    Parameters
    ----------
    wire : Wire
    rows : Rows

    Returns
    -------
    float
    """
    if wire.corridor is None:
        return rows.gates[wire.gate.name]
    return rows.corridors[wire.corridor, wire.gate.name]


def entering(block: Block) -> dict[str, float]:
    """Heights at which the lines from its gates enter a role, relative to its middle.

    Parameters
    ----------
    block : Block

    Returns
    -------
    dict of str to float
        By gate name.
    """
    names = [gate.name for gate, _, _ in block.gates]
    level = next((number for number, gate in enumerate(block.gates) if abs(gate[2]) < 0.5), None)
    pivot = (len(names) - 1) / 2 if level is None else level
    gap = _gap(block, max((abs(number - pivot) for number in range(len(names))), default=0))
    return {name: (number - pivot) * gap for number, name in enumerate(names)}


def _gap(block: Block, steps: float) -> float:
    return min(PORT_GAP, (block.half - CORNER) / steps) if steps > 0 else PORT_GAP
