"""Which way the line of each transition takes: through which channels, along which corridor.

Boxes stand in columns and lanes. A channel is the free strip before a column (channel 2 is
between columns 1 and 2), a corridor the free strip above a lane. Lines run only there, so no line
crosses a box; and lines that share a gate share their way, so that they join like pipes. Inside a
strip, lines lie on numbered slots: the tracks of channel routing, which are not those of a ladder.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from graphs.drawing.gates import Gate

Name = TypeVar("Name", bound=Hashable)

LINE_GAP = 6  # points between lines side by side


@dataclass(frozen=True, slots=True)
class Wire:
    """The way of a transition from a role to its gate."""

    name: str  # of its link
    source: str
    gate: Gate
    leave: int  # the channel after the source
    enter: int  # the channel before the gate
    corridor: int | None  # from one channel to the other; None where they are the same


def wires_of(
    gates: Iterable[Gate], columns: Mapping[str, int], lanes: Mapping[str, int]
) -> tuple[Wire, ...]:
    """Lay a wire for each line that comes from a role."""
    wires = []
    for gate in gates:
        enter, lane = columns[gate.to_role], lanes[gate.to_role]
        for link in gate.links:
            if link.source is None:
                continue
            leave = columns[link.source] + 1
            # Along the near side of the gate's lane.
            near = lane + 1 if lanes[link.source] > lane else lane
            corridor = None if leave == enter else near
            wires.append(Wire(link.name, link.source, gate, leave, enter, corridor))
    return tuple(wires)


@dataclass(frozen=True, slots=True)
class Span(Generic[Name]):
    """A stretch of a strip that a line needs for itself, from ``low`` to ``high``."""

    name: Name
    low: float
    high: float


def slots(spans: Sequence[Span[Name]], clearance: float) -> dict[Name, int]:
    """Put spans side by side, each on the first slot, from 0, where it is clear of the others."""
    taken: list[list[Span[Name]]] = []
    chosen: dict[Name, int] = {}
    for span in spans:
        free = (slot for slot, others in enumerate(taken) if _clear(span, others, clearance))
        slot = next(free, len(taken))
        if slot == len(taken):
            taken.append([])
        taken[slot].append(span)
        chosen[span.name] = slot
    return chosen


def _clear(span: Span[Name], others: Iterable[Span[Name]], clearance: float) -> bool:
    return all(
        span.low >= other.high + clearance or span.high <= other.low - clearance for other in others
    )
