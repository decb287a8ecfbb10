"""Where everything in a picture stands, and how its lines run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from .blocks import Block, Box, gate_height, gate_width
from .gates import Gate
from .grid import grid
from .lines import Line, lines
from .ports import leaving
from .rows import Rows, rows
from .strips import Strips, strips
from .table import Label
from .view import View

LANE_PAD = 7  # points before the names of lanes, and after them
RIGHT_PAD = 8


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture's geometry, in points, y growing downwards.

    Parameters
    ----------
    roles, gates, lanes : mapping of str to Box
        By role id, gate name and track id.
    lines : mapping of int to Line
        By a transition's place in the file.
    width, height : float
        Of the whole.
    """

    roles: Mapping[str, Box]
    gates: Mapping[str, Box]
    lanes: Mapping[str, Box]
    lines: Mapping[int, Line]
    width: float
    height: float


def layout(
    view: View,
    gates: Sequence[tuple[Gate, Label]],
    labels: Mapping[str, Label],
    heads: Mapping[str, Label],
) -> Layout:
    """Lay a picture out.

    Parameters
    ----------
    view : View
        What it shows; at least one role.
    gates : sequence of (Gate, Label)
    labels : mapping of str to Label
        What is written on each role, by its id.
    heads : mapping of str to Label
        What is written at the head of each lane, by track id.

    Returns
    -------
    Layout
    """
    plan = grid(view, gates, labels)
    heights = rows(plan)
    ports = leaving(plan, heights)
    names = [heads[role.track].width for role in view.roles if role.track is not None]
    left = max(names) + 2 * LANE_PAD if names else 0
    across = strips(plan, heights, ports, left)
    roles = {
        block.role: _role_box(block, plan.columns[block.role], heights, across)
        for block in plan.blocks
    }
    doors = {
        gate.name: _gate_box(gate, label, across.gates[plan.columns[gate.to_role]], heights)
        for gate, label in gates
    }
    width = across.right + RIGHT_PAD
    bands = {
        role.track: _band(heights.lanes[plan.lanes[role.id]], width)
        for role in view.roles
        if role.track is not None
    }
    drawn = lines(plan, heights, across, (roles, doors), ports)
    return Layout(roles, doors, bands, drawn, width, heights.bottom)


def _role_box(block: Block, column: int, heights: Rows, across: Strips) -> Box:
    width = across.role_widths[column]
    return Box(across.roles[column] + width / 2, heights.roles[block.role], width, 2 * block.half)


def _gate_box(gate: Gate, label: Label, right: float, heights: Rows) -> Box:
    width = gate_width(label)
    return Box(right - width / 2, heights.gates[gate.name], width, gate_height(label))


def _band(edges: tuple[float, float], width: float) -> Box:
    upper, lower = edges
    return Box(width / 2, (upper + lower) / 2, width, lower - upper)
