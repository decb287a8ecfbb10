"""How far right everything stands: channels, gates and roles beside one another.

Where on a role's sides its lines begin and end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .boxes import CORNER, PORT_GAP, Block
from .grid import Grid
from .rows import Rows
from .wires import LINE_GAP, Span, Wire, tracks


def leaving(grid: Grid, rows: Rows) -> dict[tuple[str, str], float]:
    """Heights at which lines leave roles, by role id and gate name.

    A line that goes straight on leaves from the middle; the others above and below it, in the
    order of where they turn to, so that they do not cross at once.
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
    """The height that a line goes to first."""
    if wire.corridor is None:
        return rows.gates[wire.gate.name]
    return rows.corridors[wire.corridor, wire.gate.name]


def entering(block: Block) -> dict[str, float]:
    """Heights at which the lines from its gates enter a role, relative to its middle."""
    names = [gate.name for gate, _, _ in block.gates]
    level = next((number for number, gate in enumerate(block.gates) if abs(gate[2]) < 0.5), None)
    pivot = (len(names) - 1) / 2 if level is None else level
    gap = _gap(block, max((abs(number - pivot) for number in range(len(names))), default=0))
    return {name: (number - pivot) * gap for number, name in enumerate(names)}


def _gap(block: Block, steps: float) -> float:
    return min(PORT_GAP, (block.half - CORNER) / steps) if steps > 0 else PORT_GAP


STUB = 6  # points of straight line before and after a box
ARROW = 8  # points for an arrowhead
NARROWEST = 14  # points of a channel between two columns

Way = tuple[int, str, int | None]  # a channel, a gate's name, and the corridor that is turned into


@dataclass(slots=True)
class _Run:
    """What a line needs of a channel: from the heights where it comes in to where it goes out."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Strips:
    """Distances from the left, in points.

    Parameters
    ----------
    channels : mapping of (int, str, int or None) to float
        Where the line of a gate runs in a channel, by the corridor that it is bound for, None for
        the gate itself.
    gaps : mapping of str to float
        Where the line from a gate turns towards its role.
    gates, roles : mapping of int to float
        Right edge of the gates, and left edge of the roles, of each column.
    right : float
        Where the picture ends.
    """

    channels: Mapping[Way, float]
    gaps: Mapping[str, float]
    gates: Mapping[int, float]
    roles: Mapping[int, float]
    right: float


def strips(grid: Grid, rows: Rows, ports: Mapping[tuple[str, str], float], left: float) -> Strips:
    """Arrange a picture from left to right."""
    running = _running(grid.wires, rows, ports)
    turning = {block.role: _turning(block) for block in grid.blocks}
    channels: dict[Way, float] = {}
    gaps: dict[str, float] = {}
    gates, roles = {}, {}
    x = left
    for column in range(max(grid.columns.values()) + 1):
        here = [block for block in grid.blocks if grid.columns[block.role] == column]
        if column or column in running:
            x = _channel(column, running, x, channels)
        x += max((size.along for block in here for _, size, _ in block.gates), default=0)
        gates[column] = x
        bends = 0
        for block in here:
            for name, track in turning[block.role].items():
                gaps[name] = x + STUB + track * LINE_GAP
                bends = max(bends, track)
        x += STUB + bends * LINE_GAP + STUB + ARROW if any(b.gates for b in here) else 0
        roles[column] = x
        x += max((block.along for block in here), default=0)
    right = _channel(max(grid.columns.values()) + 1, running, x, channels)
    return Strips(channels, gaps, gates, roles, right)


def _running(
    wires: Iterable[Wire], rows: Rows, ports: Mapping[tuple[str, str], float]
) -> dict[int, dict[Way, int]]:
    """For each channel, the track of each line in it."""
    runs: dict[Way, _Run] = defaultdict(_Run)
    for wire in wires:
        name, port = wire.gate.name, ports[wire.source, wire.gate.name]
        if wire.corridor is not None:
            out = runs[wire.leave, name, wire.corridor]
            out.starts.append(port)
            out.ends.append(turn(wire, rows))
        into = runs[wire.enter, name, None]
        into.starts.append(port if wire.corridor is None else turn(wire, rows))
        into.ends.append(rows.gates[name])
    by_channel: dict[int, dict[Way, _Run]] = defaultdict(dict)
    for way, run in runs.items():
        by_channel[way[0]][way] = run
    return {channel: _side_by_side(inside) for channel, inside in by_channel.items()}


def _side_by_side(runs: Mapping[Way, _Run]) -> dict[Way, int]:
    """Tracks of lines that start at the left and end at the right, with few crossings.

    Of the lines that go down, the one that ends lowest runs leftmost; of those that go up, the
    one that ends highest.
    """
    spans = []
    for way, run in runs.items():
        low, high = min(run.starts + run.ends), max(run.starts + run.ends)
        if high - low >= 0.5:
            down = run.ends[0] > sum(run.starts) / len(run.starts)
            spans.append((-run.ends[0] if down else run.ends[0], Span(way, low, high)))
    spans.sort(key=lambda one: one[0])
    return tracks([span for _, span in spans], LINE_GAP)


def _turning(block: Block) -> dict[str, int]:
    """Tracks of the lines between a role and its gates."""
    ports = entering(block)
    runs: dict[Way, _Run] = {
        (0, gate.name, None): _Run([offset], [ports[gate.name]]) for gate, _, offset in block.gates
    }
    return {way[1]: track for way, track in _side_by_side(runs).items()}


def _channel(
    channel: int, running: Mapping[int, Mapping[Way, int]], x: float, places: dict[Way, float]
) -> float:
    """Lay a channel's lines from ``x`` on, and return where it ends."""
    inside = running.get(channel, {})
    for way, track in inside.items():
        places[way] = x + STUB + track * LINE_GAP
    return x + max(NARROWEST, 2 * STUB + max(inside.values(), default=0) * LINE_GAP)
