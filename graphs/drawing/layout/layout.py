"""Where everything in a picture stands, and how its lines run."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphs.drawing.dot.table import Label
from graphs.drawing.view import View

from .boxes import Block, Box, Gate, Size
from .columns import leaving, strips
from .grid import Grid, grid
from .lines import Line, lines
from .rows import Rows, rows

LANE_PAD = 7  # points before the names of lanes, and after them
RIGHT_PAD = 8
ROLE_PAD = 6  # points between a role's text and its frame, above and below
SIDE_PAD = 7  # and beside it
LEAST_ROLE = 84  # points of a role's width
GATE_PAD = 4  # the same of a gate
GATE_SIDE_PAD = 5


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture's geometry, in points, y growing downwards.

    Parameters
    ----------
    roles, gates, lanes, heads : mapping of str to Box
        By role id, gate name and track id. A gate that is not drawn has none.
    lines : mapping of int to Line
        By a transition's place in the file.
    width, height : float
        Of the whole.
    """

    roles: Mapping[str, Box]
    gates: Mapping[str, Box]
    lanes: Mapping[str, Box]
    heads: Mapping[str, Box]
    lines: Mapping[int, Line]
    width: float
    height: float


def layout(
    view: View,
    gates: Sequence[tuple[Gate, Label | None]],
    labels: Mapping[str, Label],
    heads: Mapping[str, Label],
    before: float = 0.0,
) -> Layout:
    """Lay a picture out.

    It is laid out from left to right. One that goes down is laid out with all sizes turned, and
    then turned itself.
    """
    down = view.direction == "down"
    sizes = [(gate, _gate_size(label, down)) for gate, label in gates]
    plan = grid(view, sizes, _role_sizes(view, labels, down))
    tracks = {role.track: plan.lanes[role.id] for role in view.roles if role.track is not None}
    names = {track: _turned(heads[track].width, heads[track].height, down) for track in tracks}
    heights = rows(plan, {tracks[track]: size.across for track, size in names.items()}, before)
    ports = leaving(plan, heights)
    left = max((size.along for size in names.values()), default=-2 * LANE_PAD) + 2 * LANE_PAD
    across = strips(plan, heights, ports, left)
    lengths = _lengths(view, plan)
    roles = {
        block.role: _role_box(
            block, lengths[block.role], across.roles[plan.columns[block.role]], heights
        )
        for block in plan.blocks
    }
    doors = {
        gate.name: _gate_box(gate, size, across.gates[plan.columns[gate.to_role]], heights)
        for gate, size in sizes
    }
    width = across.right + RIGHT_PAD
    bands = {track: _band(heights.lanes[lane], width) for track, lane in tracks.items()}
    named = {
        track: Box(LANE_PAD + size.along / 2, bands[track].y, size.along, size.across)
        for track, size in names.items()
    }
    drawn = lines(plan, heights, across, (roles, doors), ports)
    doors = {gate.name: doors[gate.name] for gate, label in gates if label}
    found = Layout(roles, doors, bands, named, drawn, width, heights.bottom)
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


def _lengths(view: View, plan: Grid) -> dict[str, float]:
    """Lengths of the roles' boxes: those of one rank share theirs.

    Where careers go down, boxes on a path, which hold much text, have one of their own.
    """
    apart = set(view.path.roles) if view.path and view.direction == "down" else set()
    groups = {block.role: (plan.columns[block.role], block.role in apart) for block in plan.blocks}
    longest: dict[tuple[int, bool], float] = defaultdict(float)
    for block in plan.blocks:
        longest[groups[block.role]] = max(longest[groups[block.role]], block.along)
    return {role: longest[group] for role, group in groups.items()}


def _role_box(block: Block, length: float, start: float, heights: Rows) -> Box:
    return Box(start + length / 2, heights.roles[block.role], length, 2 * block.half)


def _gate_box(gate: Gate, size: Size, right: float, heights: Rows) -> Box:
    return Box(right - size.along / 2, heights.gates[gate.name], size.along, size.across)


def _band(edges: tuple[float, float], width: float) -> Box:
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
        {place: _turned_line(line) for place, line in found.lines.items()},
        found.height,
        found.width,
    )


def _turned_line(line: Line) -> Line:
    return Line([(y, x) for x, y in line.points], line.joins)
