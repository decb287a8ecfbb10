"""A sheet on which boxes and lines are put at given places, and which is written down as DOT."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from graphs.drawing.geometry import POINTS_PER_INCH, RADIUS, Box, Point, towards

from .legible import marked_with
from .style import NO_LOOK, NORMAL, Attributes, Style
from .table import Cell, Label, centred, table
from .text import tooltip_text

if TYPE_CHECKING:
    from graphviz import Digraph  # type: ignore[import-untyped]

ARROW_LENGTH = 7  # points


class Canvas:
    """A sheet on which boxes and lines are put, measured in points, y growing downwards.

    Graphviz draws it, so that every picture comes as SVG and as PNG without more. Boxes may lie
    beyond its height, where y ends. Where pixels are given that it is shown at, it says so.
    """

    def __init__(self, style: Style, height: float, shown: int | None = None) -> None:
        import graphviz

        self.height = height
        self.style = style
        self.shown = shown
        self._right = 0.0
        self._graph: Digraph = graphviz.Digraph(
            graph_attr=style.graph, node_attr=style.node, edge_attr=style.edge
        )

    def box(
        self, name: str, box: Box, label: Label | None = None, look: Attributes = NO_LOOK
    ) -> None:
        """Put a box."""
        self._graph.node(name, **_written(label), **self._place(box), **{"tooltip": " ", **look})

    def band(self, name: str, box: Box, look: Attributes) -> None:
        """Put a band behind all boxes."""
        self._right = max(self._right, box.right)
        corners = (box.left, self.height - box.bottom, box.right, self.height - box.top)
        place = {"bb": ",".join(f"{corner:.2f}" for corner in corners)}
        with self._graph.subgraph(name=f"cluster {name}", graph_attr={**look, **place}) as band:
            # A cluster without a node is not drawn.
            spot = Box(box.x, box.y, 1, 1)
            unseen = {"style": "invis", "tooltip": " "}
            band.node(f"in {name}", label="", **self._place(spot), **unseen)

    def line(
        self,
        ends: tuple[str, str],
        points: Sequence[Point],
        look: Attributes,
        *,
        head: bool = True,
    ) -> None:
        """Draw a line with rounded corners."""
        run = spline(points, self.height, head=head, tail="arrowtail" in look)
        end = {} if head else {"arrowhead": "none"}
        self._graph.edge(*ends, pos=run, **{**look, **end})

    def text(
        self,
        name: str,
        words: str,
        left: float,
        y: float,
        *,
        size: int = NORMAL,
        bold: bool = False,
        colour: str | None = None,
    ) -> None:
        """Write a line of text that begins at a place."""
        label = table([[Cell(words, size, bold)]])
        look = self.style.heading | ({"fontcolor": colour} if colour else {})
        self.box(name, Box(left + label.width / 2, y, label.width, label.height), label, look)

    def centred(self, name: str, words: str, x: float, y: float, *, size: int = NORMAL) -> None:
        """Write a line of soft text around a place."""
        label = centred([words], size)
        look = self.style.heading | {"fontcolor": self.style.theme.soft}
        self.box(name, Box(x, y, label.width + 4, label.height), label, look)

    def heading(self, label: Label, about: str) -> None:
        """Put the heading above everything, and say what the picture is."""
        box = Box(label.width / 2, -label.height / 2, label.width, label.height)
        look = {
            "style": "",
            "shape": "plaintext",
            "id": "heading",
            "tooltip": tooltip_text(*about.splitlines()),
        }
        self.box("the heading", box, label, look)

    def dot(self) -> str:
        """Write it down: DOT in which every place is given."""
        if self.shown is not None:
            self._graph.graph_attr.update(marked_with(self.shown, self._right))
        return str(self._graph.source)

    def _place(self, box: Box) -> dict[str, str]:
        self._right = max(self._right, box.right)
        return {
            "pos": f"{box.x:.2f},{self.height - box.y:.2f}",
            "width": f"{box.width / POINTS_PER_INCH:.4f}",
            "height": f"{box.height / POINTS_PER_INCH:.4f}",
        }


def _written(label: Label | None) -> dict[str, str]:
    if label is None:
        return {"label": ""}
    return {"label": label.markup, "fontsize": str(label.size)}


def spline(points: Sequence[Point], height: float, *, head: bool = True, tail: bool = False) -> str:
    """Write a line as the value of an edge's ``pos``."""
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
    """Ends and true corners only, for each that is left is rounded."""
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
