"""Which way the line of each transition takes: through which channels, along which corridor.

Boxes stand in columns and lanes. A channel is the free strip before a column (channel 2 is
between columns 1 and 2), a corridor the free strip above a lane. Lines run only there, so no line
crosses a box; and lines that share a gate share their way, so that they join like pipes.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from .boxes import Gate

Name = TypeVar("Name", bound=Hashable)

LINE_GAP = 6  # points between lines side by side


@dataclass(frozen=True, slots=True)
class Wire:
    """The way from a role to a gate.

    Parameters
    ----------
    place : int
        The transition's place in the file.
    source : str
        Id of the role that it leaves.
    gate : Gate
        Where it goes.
    leave, enter : int
        The channels after the source and before the gate.
    corridor : int or None
        The corridor from one to the other; None where they are the same channel.
    """

    place: int
    source: str
    gate: Gate
    leave: int
    enter: int
    corridor: int | None


@dataclass(frozen=True, slots=True)
class Span(Generic[Name]):
    """A stretch of a strip that a line needs for itself.

    Parameters
    ----------
    name : hashable
        Whose it is.
    low, high : float
        Where it begins and ends.
    """

    name: Name
    low: float
    high: float


def wires(
    gates: Iterable[Gate], columns: Mapping[str, int], lanes: Mapping[str, int]
) -> tuple[Wire, ...]:
    """Lay a wire for each transition."""
    laid = []
    for gate in gates:
        enter, lane = columns[gate.to_role], lanes[gate.to_role]
        for place, item in gate.transitions:
            leave = columns[item.from_role] + 1
            # Along the near side of the gate's lane.
            corridor = lane + 1 if lanes[item.from_role] > lane else lane
            laid.append(
                Wire(
                    place, item.from_role, gate, leave, enter, None if leave == enter else corridor
                )
            )
    return tuple(laid)


def tracks(spans: Sequence[Span[Name]], clearance: float) -> dict[Name, int]:
    """Put spans side by side, each on the first track where it is clear of the others.

    Track, from 0, by the span's name.

    Examples
    --------
    >>> tracks([Span("a", 0, 5), Span("b", 3, 9), Span("c", 7, 9)], 1)
    {'a': 0, 'b': 1, 'c': 0}
    """
    taken: list[list[Span[Name]]] = []
    chosen: dict[Name, int] = {}
    for span in spans:
        number = next(
            (number for number, others in enumerate(taken) if _clear(span, others, clearance)),
            len(taken),
        )
        if number == len(taken):
            taken.append([])
        taken[number].append(span)
        chosen[span.name] = number
    return chosen


def _clear(span: Span[Name], others: Iterable[Span[Name]], clearance: float) -> bool:
    return all(
        span.low >= other.high + clearance or span.high <= other.low - clearance for other in others
    )
