"""How far right everything stands, and at which heights lines leave roles and enter them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .grid import CORNER, PORT_GAP, Block, Grid
from .rows import PART_GAP, Rows
from .wires import LINE_GAP, Span, Wire, slots

STUB = 5  # points of straight line before and after a box
ARROW = 7  # points for an arrowhead
NARROWEST = 14  # points of a channel between two columns
RIGHT_PAD = 8  # points between what is drawn and a lane's end

Run = tuple[int, str, int | None]
"""A gate's line in a channel: the channel, the gate's name, the corridor that it turns into."""

Ports = Mapping[tuple[str, str], float]
"""Heights at which lines leave roles, by role id and gate name."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Distances from the left, in points."""

    channels: Mapping[Run, float]
    """Where a line runs; of one that goes to its gate the corridor is None."""
    gaps: Mapping[str, float]
    """Where the line from a gate turns towards its role, by the gate's name."""
    gates: Mapping[int, float]  # right edge of the gates of each column
    roles: Mapping[int, float]  # left edge of the roles of each column
    before: Mapping[int, float]
    """The room before them that gates take, and that a role without any may take instead."""
    parts: Mapping[int, tuple[float, float]]
    """Where the lanes of a part begin and end, by the column that holds their names."""

    @property
    def right(self) -> float:
        """Where the last part ends."""
        return max(end for _, end in self.parts.values())


def columns_of(grid: Grid, rows: Rows, ports: Ports, names: float, after: float) -> Columns:
    """Arrange a picture from left to right.

    The names of lanes take the room ``names`` at the beginning of each part, and at its end there
    is some for what comes ``after``.
    """
    running = _running(grid.wires, rows, ports)
    turning = {block.role: _turning(block) for block in grid.blocks}
    channels: dict[Run, float] = {}
    gaps: dict[str, float] = {}
    gates: dict[int, float] = {}
    roles: dict[int, float] = {}
    before: dict[int, float] = {}
    parts: dict[int, tuple[float, float]] = {}
    blocks: dict[int, list[Block]] = defaultdict(list)
    for block in grid.blocks:
        blocks[grid.columns[block.role]].append(block)
    starts, last = grid.places.starts, max(blocks)
    start, begin, x = 0, 0.0, 0.0
    for column in range(last + 1):
        if column in starts:
            if column:
                x = _channel(column, running, x, channels) + RIGHT_PAD + after
                parts[start] = begin, x
                x += PART_GAP
            start, begin = column, x
            x += names
            continue
        if column - 1 != start or column in running:
            x = _channel(column, running, x, channels)
        here, gates_begin = blocks[column], x
        x += max((size.along for block in here for _, size, _ in block.gates), default=0)
        gates[column] = x
        bends = 0
        for block in here:
            for name, slot in turning[block.role].items():
                gaps[name] = x + STUB + slot * LINE_GAP
                bends = max(bends, slot)
        x += STUB + bends * LINE_GAP + STUB + ARROW if any(b.gates for b in here) else 0
        roles[column], before[column] = x, x - gates_begin
        x += max((own_length(block, before[column]) for block in here), default=0)
    x = _channel(last + 1, running, x, channels) + RIGHT_PAD + after
    parts[start] = begin, x
    return Columns(channels, gaps, gates, roles, before, parts)


def own_length(block: Block, before: float) -> float:
    """How much room the box of a role needs beyond that of the gates in its column."""
    return block.along if block.gates else max(0.0, block.along - before)


def leaving(grid: Grid, rows: Rows) -> Ports:
    """Where lines leave roles.

    A line that goes straight on leaves from the middle; the others above and below it, in the
    order of where they turn to, so that they do not cross at once.
    """
    turns: dict[str, dict[str, float]] = defaultdict(dict)
    for wire in grid.wires:
        turns[wire.source][wire.gate.name] = _turn(wire, rows)
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


def entering(block: Block) -> dict[str, float]:
    """Heights at which the lines from its gates enter a role, relative to its middle."""
    names = [gate.name for gate, _, _ in block.gates]
    level = next((number for number, gate in enumerate(block.gates) if abs(gate[2]) < 0.5), None)
    pivot = (len(names) - 1) / 2 if level is None else level
    gap = _gap(block, max((abs(number - pivot) for number in range(len(names))), default=0))
    return {name: (number - pivot) * gap for number, name in enumerate(names)}


def _turn(wire: Wire, rows: Rows) -> float:
    """The height that a line goes to first."""
    if wire.corridor is None:
        return rows.gates[wire.gate.name]
    return rows.corridors[wire.corridor, wire.gate.name]


def _gap(block: Block, steps: float) -> float:
    return min(PORT_GAP, (block.half - CORNER) / steps) if steps > 0 else PORT_GAP


@dataclass(slots=True)
class _Ends:
    """The heights where a line comes into a channel, and where it goes out."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)


def _running(wires: Iterable[Wire], rows: Rows, ports: Ports) -> dict[int, dict[Run, int]]:
    """For each channel, the slot of each line in it."""
    runs: dict[Run, _Ends] = defaultdict(_Ends)
    for wire in wires:
        name, port = wire.gate.name, ports[wire.source, wire.gate.name]
        if wire.corridor is not None:
            out = runs[wire.leave, name, wire.corridor]
            out.starts.append(port)
            out.ends.append(_turn(wire, rows))
        into = runs[wire.enter, name, None]
        into.starts.append(port if wire.corridor is None else _turn(wire, rows))
        into.ends.append(rows.gates[name])
    by_channel: dict[int, dict[Run, _Ends]] = defaultdict(dict)
    for run, ends in runs.items():
        by_channel[run[0]][run] = ends
    return {channel: _side_by_side(inside) for channel, inside in by_channel.items()}


def _turning(block: Block) -> dict[str, int]:
    """Slots of the lines between a role and its gates."""
    ports = entering(block)
    runs: dict[Run, _Ends] = {
        (0, gate.name, None): _Ends([offset], [ports[gate.name]]) for gate, _, offset in block.gates
    }
    return {run[1]: slot for run, slot in _side_by_side(runs).items()}


def _side_by_side(runs: Mapping[Run, _Ends]) -> dict[Run, int]:
    """Slots of lines that start at the left and end at the right, with few crossings.

    Of the lines that go down, the one that ends lowest runs leftmost; of those that go up, the
    one that ends highest.
    """
    spans = []
    for run, at in runs.items():
        low, high = min(at.starts + at.ends), max(at.starts + at.ends)
        if high - low >= 0.5:  # what goes straight on needs no slot
            down = at.ends[0] > sum(at.starts) / len(at.starts)
            spans.append((-at.ends[0] if down else at.ends[0], Span(run, low, high)))
    spans.sort(key=lambda one: one[0])
    return slots([span for _, span in spans], LINE_GAP)


def _channel(
    channel: int, running: Mapping[int, Mapping[Run, int]], x: float, places: dict[Run, float]
) -> float:
    """Lay a channel's lines from ``x`` on, and return where it ends."""
    inside = running.get(channel, {})
    for run, slot in inside.items():
        places[run] = x + STUB + slot * LINE_GAP
    return x + max(NARROWEST, 2 * STUB + max(inside.values(), default=0) * LINE_GAP)
