"""Points, sizes and boxes: all in points of a seventy-second of an inch, y growing downwards."""

from __future__ import annotations

from dataclasses import dataclass

RADIUS = 5  # points, of the corners that lines turn
POINTS_PER_INCH = 72

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Size:
    """How much room a box takes along the way that careers go, and across it.

    Both are 0 for a gate that is not drawn.
    """

    along: float
    across: float


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle, by its middle."""

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


def towards(point: Point, other: Point, distance: float) -> Point:
    """A point on the way to another, half of the way at most."""
    x, y = other[0] - point[0], other[1] - point[1]
    length = abs(x) + abs(y)
    part = min(distance / length, 0.5) if length else 0
    return point[0] + x * part, point[1] + y * part
