"""Where everything in a picture stands, and how its lines run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias, TypeVar

from graphs.drawing.dot.table import Label
from graphs.drawing.gates import Gate
from graphs.drawing.geometry import Box, Size
from graphs.drawing.view import View

from .columns import Columns, columns_of, leaving, own_length
from .grid import Grid, grid_of
from .lines import Line, lines_of
from .parts import Breaks
from .rows import Rows, rows_of

Name = TypeVar("Name", bound=Hashable)

LANE_PAD = 7  # points before the names of lanes, and after them
ROLE_PAD = 6  # points between a role's text and its frame, above and below
SIDE_PAD = 6  # and beside it
LEAST_ROLE = 72  # points of a role's width
GATE_PAD = 4  # the same of a gate
GATE_SIDE_PAD = 3


Stretch: TypeAlias = tuple[str, int]
"""A lane by its track's id, and by the number of the picture's part that it lies in."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture's geometry, in points, y growing downwards."""

    roles: Mapping[str, Box]  # by role id
    gates: Mapping[str, Box]  # by gate name; a gate that is not drawn has none
    lanes: Mapping[Stretch, Box]
    heads: Mapping[Stretch, Box]  # the names of lanes
    lines: Mapping[str, Line]  # by the name of a link
    width: float
    height: float
    spans: Sequence[float]
    """How much of the width each column of boxes takes, or, where careers go down, each lane."""


def layout_of(
    view: View,
    gates: Sequence[tuple[Gate, Label | None]],
    labels: Mapping[str, Label],
    heads: Mapping[str, Label],
    room: tuple[float, float] = (0.0, 0.0),
    breaks: Breaks = (),
) -> Layout:
    """Lay a picture out, with some room before the first lane, and at the end of each.

    It is laid out from left to right. One that goes down is laid out with all sizes turned, and
    then turned itself.
    """
    down = view.direction == "down"
    sizes = [(gate, _gate_size(label, down)) for gate, label in gates]
    before, after = room
    grid = grid_of(view, sizes, _role_sizes(view, labels, down), breaks)
    strips = {(one.track, one.part): one for one in grid.places.strips if one.track is not None}
    names = {key: _turned(heads[key[0]].width, heads[key[0]].height, down) for key in strips}
    across: dict[int, float] = defaultdict(float)
    for key, strip in strips.items():
        across[strip.lane] = max(across[strip.lane], names[key].across)
    rows = rows_of(grid, across, before)
    ports = leaving(grid, rows)
    left = max((size.along for size in names.values()), default=-2 * LANE_PAD) + 2 * LANE_PAD
    columns = columns_of(grid, rows, ports, left, after)
    role_boxes = _role_boxes(view, grid, columns, rows)
    gate_boxes = {
        gate.name: _gate_box(gate, size, columns.gates[grid.columns[gate.to_role]], rows)
        for gate, size in sizes
    }
    lanes = {
        key: _lane(rows.lanes[strip.lane], columns.parts[strip.start])
        for key, strip in strips.items()
    }
    named = {
        key: Box(lanes[key].left + LANE_PAD + size.along / 2, lanes[key].y, size.along, size.across)
        for key, size in names.items()
    }
    lines = lines_of(grid, rows, columns, (role_boxes, gate_boxes), ports)
    gate_boxes = {gate.name: gate_boxes[gate.name] for gate, label in gates if label}
    spans = _spans([before, *(bottom for _, bottom in rows.lanes)])
    if not down:
        ends: dict[int, float] = {}
        for role, box in role_boxes.items():
            ends[grid.columns[role]] = max(ends.get(grid.columns[role], 0.0), box.right)
        spans = _spans([left, *(ends[column] for column in sorted(ends))])
    size = columns.right, rows.bottom
    found = Layout(role_boxes, gate_boxes, lanes, named, lines, *size, spans)
    return _flipped(found) if down else found


def _spans(edges: Sequence[float]) -> list[float]:
    return [end - begin for begin, end in pairwise(edges)]


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


def _role_boxes(view: View, grid: Grid, columns: Columns, rows: Rows) -> dict[str, Box]:
    """The boxes of the roles: those of one column are equally long.

    One without gates may be longer, towards where the others have theirs. Where careers go down,
    boxes on a path, which hold much text, have a length of their own.
    """
    apart = set(view.path.roles) if view.path and view.direction == "down" else set()
    longest: dict[tuple[int, bool], float] = defaultdict(float)
    free: dict[tuple[int, bool], float] = defaultdict(float)
    for block in grid.blocks:
        key = grid.columns[block.role], block.role in apart
        longest[key] = max(longest[key], own_length(block, columns.before[key[0]]))
        if not block.gates:
            free[key] = max(free[key], block.along)
    boxes = {}
    for block in grid.blocks:
        key = grid.columns[block.role], block.role in apart
        end = columns.roles[key[0]] + longest[key]
        length = longest[key] if block.gates else max(longest[key], free[key])
        boxes[block.role] = Box(end - length / 2, rows.roles[block.role], length, 2 * block.half)
    return boxes


def _gate_box(gate: Gate, size: Size, right: float, rows: Rows) -> Box:
    return Box(right - size.along / 2, rows.gates[gate.name], size.along, size.across)


def _lane(across: tuple[float, float], along: tuple[float, float]) -> Box:
    (upper, lower), (begin, end) = across, along
    return Box((begin + end) / 2, (upper + lower) / 2, end - begin, lower - upper)


def _flipped(found: Layout) -> Layout:
    def turned(boxes: Mapping[Name, Box]) -> dict[Name, Box]:
        return {name: box.flipped for name, box in boxes.items()}

    return Layout(
        turned(found.roles),
        turned(found.gates),
        turned(found.lanes),
        turned(found.heads),
        {name: _turned_line(line) for name, line in found.lines.items()},
        found.height,
        found.width,
        found.spans,
    )


def _turned_line(line: Line) -> Line:
    return Line([(y, x) for x, y in line.points], line.joins)
