"""What stands in which column and lane, before the picture has measures.

Each role makes a block with its gates, which stand one below the other before it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graphs.drawing.gates import Gate
from graphs.drawing.geometry import Size
from graphs.drawing.view import View

from .parts import Breaks, Places, places_of
from .wires import Wire, wires_of

STACK_GAP = 6  # points between boxes that stand one above the other
PORT_GAP = 7  # points between lines at a role's side, where there is room
CORNER = 8  # points of a side's ends that stay free


@dataclass(frozen=True, slots=True)
class Block:
    """A role with its gates, to be placed as one; all measures are in points."""

    role: str
    along: float  # length of the role's box
    gates: tuple[tuple[Gate, Size, float], ...]
    """From top to bottom, each with how far its middle lies below the role's."""
    half: float  # half the role's box across
    above: float  # how far the block reaches across from the role's middle, to the one side
    below: float  # and to the other


@dataclass(frozen=True, slots=True)
class Grid:
    """A picture without measures: columns and lanes are numbers from 0."""

    blocks: Sequence[Block]  # those of one lane and column stand in this order
    places: Places
    wires: Sequence[Wire]

    @property
    def columns(self) -> Mapping[str, int]:
        """The column of each role, by its id; the names of lanes stand in one of their own."""
        return self.places.columns

    @property
    def lanes(self) -> Mapping[str, int]:
        """The lane of each role, by its id."""
        return self.places.lanes


def grid_of(
    view: View,
    gates: Sequence[tuple[Gate, Size]],
    roles: Mapping[str, Size],
    breaks: Breaks = (),
) -> Grid:
    """Give every role its column and lane, every gate its role, every transition its wire."""
    places = places_of(view, _columns(view), breaks)
    columns, lanes = places.columns, places.lanes
    wires = wires_of([gate for gate, _ in gates], columns, lanes)
    origin = _origins(wires, lanes)
    stacks: dict[str, list[tuple[Gate, Size]]] = defaultdict(list)
    for gate, size in sorted(gates, key=lambda one: origin.get(one[0].name, lanes[one[0].to_role])):
        stacks[gate.to_role].append((gate, size))
    level = _level_gates(wires, lanes)
    leaving = Counter(source for source, _ in {(wire.source, wire.gate.name) for wire in wires})
    blocks = [
        _block(role.id, roles[role.id], stacks[role.id], level.get(role.id), leaving[role.id])
        for role in view.roles
    ]
    return Grid(blocks, places, wires)


def _columns(view: View) -> dict[str, int]:
    """The column of each role, by its id: its rank, or where its transitions put it.

    Roles of one rank share a column over all tracks, and ranks that no role has leave no gap.
    A role without a rank stands one column right of all that lead to it, sideways moves aside;
    where nothing leads to it, one column left of what it leads to.
    """
    ranks = sorted({role.rank for role in view.roles if role.rank is not None})
    columns = {role.id: ranks.index(role.rank) for role in view.roles if role.rank is not None}
    before, after = _neighbours(view)
    waiting = [role.id for role in view.roles if role.rank is None]
    while waiting:
        ready = [role for role in waiting if before[role] <= columns.keys()]
        # In a circle nobody is ready, and the first of it begins.
        for role in ready or waiting[:1]:
            columns[role] = _beside(columns, before[role], after[role])
        waiting = [role for role in waiting if role not in columns]
    leftmost = min(columns.values(), default=0)
    return {role: column - leftmost for role, column in columns.items()}


def _neighbours(view: View) -> tuple[Mapping[str, set[str]], Mapping[str, set[str]]]:
    before: dict[str, set[str]] = defaultdict(set)
    after: dict[str, set[str]] = defaultdict(set)
    for link in view.links:
        if link.source is not None and link.item.kind != "lateral" and link.source != link.target:
            before[link.target].add(link.source)
            after[link.source].add(link.target)
    return before, after


def _beside(columns: Mapping[str, int], before: set[str], after: set[str]) -> int:
    placed = [columns[role] for role in before if role in columns]
    if placed:
        return max(placed) + 1
    return min((columns[role] - 1 for role in after if role in columns), default=0)


def _origins(wires: Sequence[Wire], lanes: Mapping[str, int]) -> dict[str, float]:
    """The mean lane that the lines to a gate come from: stacked in that order, few lines cross."""
    sources: dict[str, list[float]] = defaultdict(list)
    for wire in wires:
        lane = lanes[wire.source]
        # A line within the lane that makes a detour comes down from the corridor above.
        detour = wire.corridor is not None and lane == lanes[wire.gate.to_role]
        sources[wire.gate.name].append(lane - 0.5 if detour else lane)
    return {name: sum(found) / len(found) for name, found in sources.items()}


def _level_gates(wires: Sequence[Wire], lanes: Mapping[str, int]) -> dict[str, Gate]:
    """For each role, the gate that the path comes through, or a straight line from its lane."""
    level: dict[str, Gate] = {}
    for wire in wires:
        role = wire.gate.to_role
        straight = wire.corridor is None and lanes[wire.source] == lanes[role]
        before = level.get(role)
        if wire.gate.taken:
            better = before is None or not before.taken or wire.gate.way < before.way
        else:
            better = straight and before is None
        if better:
            level[role] = wire.gate
    return level


def _block(
    role: str,
    size: Size,
    gates: Sequence[tuple[Gate, Size]],
    level: Gate | None,
    leaving: int,
) -> Block:
    """Stack a role's gates so that ``level`` lies at its middle, with room for its lines."""
    middles: dict[str, float] = {}
    edge = end = 0.0
    for gate, room in gates:
        middles[gate.name] = edge + room.across / 2
        end = edge + room.across
        # Lines without boxes on them go on straight to where they enter the role.
        edge = end + (STACK_GAP if room.across else PORT_GAP)
    middle = middles[level.name] if level else end / 2
    placed = tuple((gate, room, middles[gate.name] - middle) for gate, room in gates)
    ports = max(leaving, len(gates) - 1)
    half = max(size.across / 2, ports * PORT_GAP / 2 + CORNER)
    return Block(role, size.along, placed, half, max(half, middle), max(half, end - middle))
