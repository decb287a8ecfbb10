"""Where everything in a picture stands, and how its lines run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphs.drawing.dot.table import Label
from graphs.drawing.gates import Gate
from graphs.drawing.geometry import Box, Size
from graphs.drawing.view import View

from .columns import columns_of, leaving
from .grid import Block, Grid, grid_of
from .lines import Line, lines_of
from .rows import Rows, rows_of

LANE_PAD = 7  # points before the names of lanes, and after them
RIGHT_PAD = 8
ROLE_PAD = 6  # points between a role's text and its frame, above and below
SIDE_PAD = 7  # and beside it
LEAST_ROLE = 84  # points of a role's width
GATE_PAD = 4  # the same of a gate
GATE_SIDE_PAD = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture's geometry, in points, y growing downwards."""

    roles: Mapping[str, Box]  # by role id
    gates: Mapping[str, Box]  # by gate name; a gate that is not drawn has none
    lanes: Mapping[str, Box]  # by track id
    heads: Mapping[str, Box]  # the names of lanes, by track id
    lines: Mapping[str, Line]  # by the name of a link
    width: float
    height: float


def layout_of(
    view: View,
    gates: Sequence[tuple[Gate, Label | None]],
    labels: Mapping[str, Label],
    heads: Mapping[str, Label],
    before: float = 0.0,
) -> Layout:
    """Lay a picture out, with so much room ``before`` the first lane.

    It is laid out from left to right. One that goes down is laid out with all sizes turned, and
    then turned itself.
    """
    down = view.direction == "down"
    sizes = [(gate, _gate_size(label, down)) for gate, label in gates]
    grid = grid_of(view, sizes, _role_sizes(view, labels, down))
    tracks = {role.track: grid.lanes[role.id] for role in view.roles if role.track is not None}
    names = {track: _turned(heads[track].width, heads[track].height, down) for track in tracks}
    rows = rows_of(grid, {tracks[track]: size.across for track, size in names.items()}, before)
    ports = leaving(grid, rows)
    left = max((size.along for size in names.values()), default=-2 * LANE_PAD) + 2 * LANE_PAD
    columns = columns_of(grid, rows, ports, left)
    lengths = _lengths(view, grid)
    role_boxes = {
        block.role: _role_box(
            block, lengths[block.role], columns.roles[grid.columns[block.role]], rows
        )
        for block in grid.blocks
    }
    gate_boxes = {
        gate.name: _gate_box(gate, size, columns.gates[grid.columns[gate.to_role]], rows)
        for gate, size in sizes
    }
    width = columns.right + RIGHT_PAD
    lanes = {track: _lane(rows.lanes[lane], width) for track, lane in tracks.items()}
    named = {
        track: Box(LANE_PAD + size.along / 2, lanes[track].y, size.along, size.across)
        for track, size in names.items()
    }
    lines = lines_of(grid, rows, columns, (role_boxes, gate_boxes), ports)
    gate_boxes = {gate.name: gate_boxes[gate.name] for gate, label in gates if label}
    found = Layout(role_boxes, gate_boxes, lanes, named, lines, width, rows.bottom)
    return _flipped(found) if down else found


def _turned(width: float, height: float, down: bool) -> Size:
    return Size(height, width) if down else Size(width, height)


def _gate_size(label: Label | None, down: bool) -> Size:
    if label is None:
        return Size(0, 0)
    return _turned(label.width + 2 * GATE_SIDE_PAD, label.height + 2 * GATE_PAD, down)


def _role_sizes(view: View, labels: Mapping[str, Label], down: bool) -> dict[str, Size]:
    widths = {role.id: max(labels[role.id].width + 2 * SIDE_PAD, LEAST_ROLE) for role in view.roles}
    if down:  # Roles above one another are of one width.
        widths = {role.id: _widest(view, role.track, widths) for role in view.roles}
    return {
        role: _turned(width, labels[role].height + 2 * ROLE_PAD, down)
        for role, width in widths.items()
    }


def _widest(view: View, track: str | None, widths: Mapping[str, float]) -> float:
    return max(widths[role.id] for role in view.roles if role.track == track)


def _lengths(view: View, grid: Grid) -> dict[str, float]:
    """Lengths of the roles' boxes: those of one rank share theirs.

    Where careers go down, boxes on a path, which hold much text, have one of their own.
    """
    apart = set(view.path.roles) if view.path and view.direction == "down" else set()
    groups = {block.role: (grid.columns[block.role], block.role in apart) for block in grid.blocks}
    longest: dict[tuple[int, bool], float] = defaultdict(float)
    for block in grid.blocks:
        longest[groups[block.role]] = max(longest[groups[block.role]], block.along)
    return {role: longest[group] for role, group in groups.items()}


def _role_box(block: Block, length: float, start: float, rows: Rows) -> Box:
    return Box(start + length / 2, rows.roles[block.role], length, 2 * block.half)


def _gate_box(gate: Gate, size: Size, right: float, rows: Rows) -> Box:
    return Box(right - size.along / 2, rows.gates[gate.name], size.along, size.across)


def _lane(edges: tuple[float, float], width: float) -> Box:
    upper, lower = edges
    return Box(width / 2, (upper + lower) / 2, width, lower - upper)


def _flipped(found: Layout) -> Layout:
    def turned(boxes: Mapping[str, Box]) -> dict[str, Box]:
        return {name: box.flipped for name, box in boxes.items()}

    return Layout(
        turned(found.roles),
        turned(found.gates),
        turned(found.lanes),
        turned(found.heads),
        {name: _turned_line(line) for name, line in found.lines.items()},
        found.height,
        found.width,
    )


def _turned_line(line: Line) -> Line:
    return Line([(y, x) for x, y in line.points], line.joins)
