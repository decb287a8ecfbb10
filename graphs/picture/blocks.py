"""A role with its gates stacked before it, as one block to be placed.

A picture is laid out along one direction, in which careers go, and across it. Which of the two is
horizontal is settled before, in the sizes, and after, when all places are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .gates import Gate

STACK_GAP = 6  # points between boxes that stand one above the other
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

    @property
    def flipped(self) -> Box:
        """The box where across and down change places."""
        return Box(self.y, self.x, self.height, self.width)


@dataclass(frozen=True, slots=True)
class Size:
    """How much room a box takes, in points.

    Parameters
    ----------
    along, across : float
        Both are 0 for a gate that is not drawn.
    """

    along: float
    across: float


@dataclass(frozen=True, slots=True)
class Block:
    """A role and its gates, with their places relative to the role's middle.

    Parameters
    ----------
    role : str
        The role's id.
    along : float
        Length of the role's box, in points.
    gates : tuple of (Gate, Size, float)
        From top to bottom, each with how far its middle lies below the role's.
    half : float
        Half the role's box across, in points.
    above, below : float
        How far the block reaches across from the role's middle, in points.
    """

    role: str
    along: float
    gates: tuple[tuple[Gate, Size, float], ...]
    half: float
    above: float
    below: float


def block_of(
    role: str,
    size: Size,
    gates: Sequence[tuple[Gate, Size]],
    level: Gate | None,
    leaving: int,
) -> Block:
    """Stack a role's gates.

    Parameters
    ----------
    role : str
        Its id.
    size : Size
        What its text needs.
    gates : sequence of (Gate, Size)
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
