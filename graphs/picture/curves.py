"""Lines with rounded corners, as the splines that Graphviz draws."""

from __future__ import annotations

from collections.abc import Sequence

from .joints import RADIUS, Point, towards

ARROW_LENGTH = 7  # points


def spline(points: Sequence[Point], height: float, *, head: bool = True, tail: bool = False) -> str:
    """Write a line as the value of an edge's ``pos``.

    Parameters
    ----------
    points : sequence of (float, float)
        Ends and corners, y growing downwards.
    height : float
        Of the picture, since y grows upwards in Graphviz.
    head, tail : bool
        Whether there is a mark at the last point, and at the first.

    Returns
    -------
    str

    Examples
    --------
    >>> spline([(0, 0), (30, 0)], 100)
    'e,30,100 0,100 7.67,100 15.33,100 23,100'
    """
    points = _corners(points)
    start, end = points[0], points[-1]
    if head:
        points[-1] = towards(end, points[-2], ARROW_LENGTH)
    if tail:
        points[0] = towards(start, points[1], ARROW_LENGTH)
    knots = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        enter, leave = towards(corner, before, RADIUS), towards(corner, after, RADIUS)
        knots += [*_straight(knots[-1], enter), enter, corner, corner, leave]
    knots += [*_straight(knots[-1], points[-1]), points[-1]]
    marks = [f"s,{_text(start, height)}"] if tail else []
    marks += [f"e,{_text(end, height)}"] if head else []
    return " ".join([*marks, *(_text(knot, height) for knot in knots)])


def _corners(points: Sequence[Point]) -> list[Point]:
    """Ends and true corners only."""
    kept: list[Point] = []
    for point in points:
        if kept and abs(kept[-1][0] - point[0]) + abs(kept[-1][1] - point[1]) < 0.5:
            continue
        if len(kept) > 1 and any(
            abs(kept[-2][axis] - kept[-1][axis]) < 0.01 and abs(kept[-1][axis] - point[axis]) < 0.01
            for axis in (0, 1)
        ):
            kept.pop()
        kept.append(point)
    return kept


def _straight(start: Point, end: Point) -> list[Point]:
    """Control points of a straight piece."""
    x, y = (end[0] - start[0]) / 3, (end[1] - start[1]) / 3
    return [(start[0] + x, start[1] + y), (start[0] + 2 * x, start[1] + 2 * y)]


def _text(point: Point, height: float) -> str:
    return f"{round(point[0], 2):g},{round(height - point[1], 2):g}"
