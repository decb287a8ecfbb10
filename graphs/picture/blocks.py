"""A role with its gates stacked before it, as one block to be placed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .gates import Gate
from .table import Label

STACK_GAP = 6  # points between boxes that stand one above the other
ROLE_PAD = 6  # points between a role's text and its frame
GATE_PAD = 4  # the same of a gate, above and below
GATE_SIDE_PAD = 5
PORT_GAP = 7  # points between lines at a role's side, where there is room
CORNER = 8  # points of a side's ends that stay free


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, in points.

    Parameters
    ----------
    x, y : float
        Its middle; y grows downwards.
    width, height : float
    """

    x: float
    y: float
    width: float
    height: float

    @property
    def left(self) -> float:
        """Its left edge."""
        return self.x - self.width / 2

    @property
    def top(self) -> float:
        """Its upper edge."""
        return self.y - self.height / 2

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height / 2

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True)
class Block:
    """A role and its gates, with their places relative to the role's middle.

    Parameters
    ----------
    role : str
        The role's id.
    label : Label
        What is written on the role.
    gates : tuple of (Gate, Label, float)
        From top to bottom, each with how far its middle lies below the role's.
    half : float
        Half the height of the role's box, in points.
    above, below : float
        How far the block reaches from the role's middle, in points.
    """

    role: str
    label: Label
    gates: tuple[tuple[Gate, Label, float], ...]
    half: float
    above: float
    below: float


def block_of(
    role: str,
    label: Label,
    gates: Sequence[tuple[Gate, Label]],
    level: Gate | None,
    leaving: int,
) -> Block:
    """Stack a role's gates.

    Parameters
    ----------
    role : str
        Its id.
    label : Label
        What is written on it.
    gates : sequence of (Gate, Label)
        From top to bottom.
    level : Gate, optional
        The one to stand level with the role, so that the line through it is straight; without
        one, the middle of the stack is level with the role.
    leaving : int
        How many lines leave the role.

    Returns
    -------
    Block
    """
    tops: dict[str, float] = {}
    total = 0.0
    for gate, text in gates:
        tops[gate.name] = total
        total += gate_height(text) + STACK_GAP
    total -= STACK_GAP if gates else 0
    heights = {gate.name: gate_height(text) for gate, text in gates}
    middle = tops[level.name] + heights[level.name] / 2 if level else total / 2
    placed = tuple(
        (gate, text, tops[gate.name] + heights[gate.name] / 2 - middle) for gate, text in gates
    )
    ports = max(leaving, len(gates) - 1)
    half = max(label.height / 2 + ROLE_PAD, ports * PORT_GAP / 2 + CORNER)
    return Block(role, label, placed, half, max(half, middle), max(half, total - middle))


def gate_height(label: Label) -> float:
    """Height of a gate's box, in points.

    Parameters
    ----------
    label : Label

    Returns
    -------
    float
    """
    return label.height + 2 * GATE_PAD


def gate_width(label: Label) -> float:
    """Width of a gate's box, in points.

    Parameters
    ----------
    label : Label

    Returns
    -------
    float
    """
    return label.width + 2 * GATE_SIDE_PAD
