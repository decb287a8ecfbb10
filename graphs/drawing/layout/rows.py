"""How high everything stands: lanes below one another, with corridors between them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .grid import Block, Grid
from .wires import LINE_GAP, Span, Wire, slots

LANE_PAD = 7  # points between a lane's edge and its boxes
LANE_GAP = 6  # between lanes where no line runs
PART_GAP = 16  # more, between parts of a picture
CORRIDOR_PAD = 6  # between a lane and the first line of a corridor
BLOCK_GAP = 8  # between blocks of one lane and column


@dataclass(frozen=True, slots=True)
class Rows:
    """Heights in a picture, in points, growing downwards."""

    roles: Mapping[str, float]  # the middles of the boxes, by role id
    gates: Mapping[str, float]  # and by gate name
    corridors: Mapping[tuple[int, str], float]
    """By corridor and gate name, where that gate's line runs."""
    lanes: Sequence[tuple[float, float]]  # upper and lower edge of each
    bottom: float


def rows_of(grid: Grid, heads: Mapping[int, float], top: float = 0.0) -> Rows:
    """Arrange a picture from ``top`` to bottom; the names of lanes need the heights ``heads``."""
    cells: dict[int, dict[int, list[Block]]] = defaultdict(lambda: defaultdict(list))
    for block in grid.blocks:
        cells[grid.lanes[block.role]][grid.columns[block.role]].append(block)
    running = _running(grid.wires)
    roles: dict[str, float] = {}
    gates: dict[str, float] = {}
    corridors: dict[tuple[int, str], float] = {}
    edges = []
    y = top
    fresh = grid.places.fresh
    for lane in range(len(cells) + 1):
        y += PART_GAP if lane in fresh else 0
        y = _corridor(lane, running.get(lane, {}), y, corridors, inner=0 < lane < len(cells))
        if lane == len(cells):
            break
        stacks = list(cells[lane].values())
        above, below = max(map(_above, stacks)), max(map(_below, stacks))
        spare = max(0.0, heads.get(lane, 0.0) - above - below)
        axis = y + LANE_PAD + spare / 2 + above
        for stack in stacks:
            _stack(stack, axis, roles, gates)
        bottom = axis + below + spare / 2 + LANE_PAD
        edges.append((y, bottom))
        y = bottom
    return Rows(roles, gates, corridors, edges, y)


def _running(wires: Iterable[Wire]) -> dict[int, dict[str, int]]:
    """For each corridor, the slot of each gate whose line runs there."""
    reach: dict[int, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for wire in wires:
        if wire.corridor is not None:
            reach[wire.corridor][wire.gate.name] += [wire.leave, wire.enter]
    running = {}
    for corridor, gates in reach.items():
        spans = [Span(name, min(ends), max(ends)) for name, ends in gates.items()]
        spans.sort(key=lambda span: (span.low, span.high))
        # Half a channel: two lines that turn in one channel must not share a slot.
        running[corridor] = slots(spans, 0.5)
    return running


def _corridor(
    corridor: int,
    running: Mapping[str, int],
    y: float,
    heights: dict[tuple[int, str], float],
    *,
    inner: bool,
) -> float:
    """Lay a corridor's lines from ``y`` on, and return where it ends."""
    for gate, slot in running.items():
        heights[corridor, gate] = y + CORRIDOR_PAD + slot * LINE_GAP
    if running:
        return y + 2 * CORRIDOR_PAD + max(running.values()) * LINE_GAP
    return y + (LANE_GAP if inner else 0)


def _above(stack: Sequence[Block]) -> float:
    return stack[0].above if len(stack) == 1 else _total(stack) / 2


def _below(stack: Sequence[Block]) -> float:
    return stack[0].below if len(stack) == 1 else _total(stack) / 2


def _total(stack: Sequence[Block]) -> float:
    return sum(block.above + block.below for block in stack) + BLOCK_GAP * (len(stack) - 1)


def _stack(
    stack: Sequence[Block], axis: float, roles: dict[str, float], gates: dict[str, float]
) -> None:
    """Stand a stack of blocks at a lane's axis; a block alone has its role on the axis."""
    y = axis - _above(stack)
    for block in stack:
        roles[block.role] = y + block.above
        for gate, _, offset in block.gates:
            gates[gate.name] = y + block.above + offset
        y += block.above + block.below + BLOCK_GAP
