"""Reading drawn SVG back: boxes, lines and texts; and paths to draw."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any
from xml.etree import ElementTree

from graphs import GrowthPath, Learning, Move, Stay, diagram, render
from graphs.drawing.dot.metrics import width_of
from ladder import Ladder, Transition

SVG = "{http://www.w3.org/2000/svg}"
NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
HOSTILE = [
    "<script>alert(1)</script>",
    "<b>bold</b>",
    "<Staff>",
    "Quotes \" and ' too",
    r"Back\slash \N \G \E \L \n \\",
    "Ends in a backslash \\",
    "R&D &amp; &lt;",
    "a:b;c{d}|e",
    "--> ]]> <!--",
    "two\nlines",
    "bell\x07 and \ufffe",
    "%s %1 ${x}",
]


@dataclass(frozen=True)
class Rectangle:
    """What a shape covers."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rectangle, slack: float = 0.5) -> bool:
        """Whether two share more than their edges."""
        return (
            self.left + slack < other.right
            and other.left + slack < self.right
            and self.top + slack < other.bottom
            and other.top + slack < self.bottom
        )


class Picture:
    """An SVG, by the ids of its groups."""

    def __init__(self, svg: bytes) -> None:
        self.root = ElementTree.fromstring(svg)
        self.groups = {
            group.get("id", ""): group for group in self.root.iter(f"{SVG}g") if group.get("id")
        }
        self.ids = [group.get("id", "") for group in self.root.iter(f"{SVG}g")]

    def named(self, prefix: str) -> list[str]:
        """Ids that begin so, as often as they occur, without the beginning."""
        return [id_.removeprefix(prefix) for id_ in self.ids if id_.startswith(prefix)]

    def boxes(self, *prefixes: str) -> dict[str, Rectangle]:
        """The frames of nodes."""
        return {
            id_: _frame(group)
            for id_, group in self.groups.items()
            if id_.startswith(prefixes or BOXES)
        }

    def under(self, name: str, boxes: dict[str, Rectangle]) -> list[str]:
        """Names of the boxes that a transition's line runs through."""
        path = self.groups[f"transition-{name}"].find(f"{SVG}path")
        assert path is not None
        points = _pairs(path.get("d", ""))
        pieces = [_around([one, two]) for one, two in pairwise(points)]
        whole = _around(points)
        near = {name: box for name, box in boxes.items() if box.overlaps(whole, -1)}
        return [
            name
            for name, box in near.items()
            if any(box.overlaps(piece, slack=1) for piece in pieces)
        ]

    def texts(self, id_: str) -> list[str]:
        """The lines of text in a group."""
        return [text.text or "" for text in self.groups[id_].iter(f"{SVG}text")]

    def letters(self, *prefixes: str) -> dict[str, Rectangle]:
        """What the texts of groups cover, those without a frame too."""
        covered = {}
        for id_, group in self.groups.items():
            lines = [
                frame_of(text) for text in group.iter(f"{SVG}text") if (text.text or "").strip()
            ]
            if id_.startswith(prefixes) and lines:
                covered[id_] = Rectangle(
                    min(line.left for line in lines),
                    min(line.top for line in lines),
                    max(line.right for line in lines),
                    max(line.bottom for line in lines),
                )
        return covered


BOXES = ("role-", "gate-", "moves-", "track-")
NAMES = ("lane-", "column-", "group-")


def drawn(ladder: Ladder, path: GrowthPath | None = None, **options: Any) -> Picture:
    """Draw a ladder and read the picture back; in the width that comes, unless one is given."""
    return Picture(render(diagram(ladder, path=path, **{"width": None} | options), "svg"))


def path_along(ladder: Ladder, *roles: str, learning: tuple[Learning, ...] = ()) -> GrowthPath:
    """A path through roles, as long in each as the transition asks."""
    stays, start = [], 0
    for role, target in zip(roles, [*roles[1:], None], strict=True):
        move = _move(ladder, role, target) if target else None
        end = start + (move.months if move else 0)
        stays.append(Stay(role, start, end, {}, move))
        start = end
    return GrowthPath(
        ladder=ladder,
        source=roles[0],
        target=roles[-1],
        months=start,
        moves=len(roles) - 1,
        cost=0,
        months_in_role=None,
        skills={},
        stays=tuple(stays),
        learning=learning,
        optimal=True,
        bound=start,
    )


def overlapping(picture: Picture) -> list[tuple[str, str]]:
    """Pairs of boxes, or of boxes and names beside them, that share ground."""
    boxes = [*picture.boxes().items(), *picture.letters(*NAMES).items()]
    return [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if one.overlaps(two)]


def passed(picture: Picture, prefix: str) -> dict[str, list[str]]:
    """The boxes that each line runs over or under, by its name."""
    boxes = picture.boxes(prefix)
    return {name: picture.under(name, boxes) for name in picture.named("transition-")}


def lines_of(ladder: Ladder, *paths: GrowthPath) -> dict[str, tuple[str | None, Transition]]:
    """The role that each line of a whole picture comes from, by the line's name.

    One that is open to all comes from the roles in which paths take it, or else from none.
    """
    lines: dict[str, tuple[str | None, Transition]] = {}
    for place, item in enumerate(ladder.transitions):
        sources = item.from_roles or {
            stay.role
            for path in paths
            for stay in path.stays
            if stay.move and stay.move.transition == place
        }
        alone = len(item.from_roles) == 1
        lines |= {str(place) if alone else f"{place}-{one}": (one, item) for one in sources}
        lines |= {} if sources else {str(place): (None, item)}
    return lines


def overflowing(picture: Picture) -> list[str]:
    """Texts that are wider or higher than their box."""
    found = []
    for name, box in picture.boxes().items():
        for text in picture.groups[name].iter("{http://www.w3.org/2000/svg}text"):
            line = frame_of(text)
            if (
                line.left < box.left
                or line.right > box.right
                or line.top < box.top
                or line.bottom > box.bottom
            ):
                found.append(text.text or "")
    return found


def frame_of(text: ElementTree.Element) -> Rectangle:
    """The room that a text takes, from the picture's left edge."""
    x, y, size = (float(text.get(key, "")) for key in ("x", "y", "font-size"))
    width = width_of((text.text or "").strip(), size)
    left = x - width / 2 if text.get("text-anchor") == "middle" else x
    return Rectangle(left, y - 0.8 * size, left + width, y)


def _move(ladder: Ladder, source: str, target: str) -> Move:
    place, item = next(
        (place, item)
        for place, left, item in ladder.moves()
        if (left, item.to_role) == (source, target)
    )
    return Move(place, target, item.kind, item.months, item.requires)


def _frame(group: ElementTree.Element) -> Rectangle:
    for shape in group:
        if shape.tag in (f"{SVG}path", f"{SVG}polygon"):
            points = _pairs(shape.get("d") or shape.get("points") or "")
            return _around(points)
    raise AssertionError(f"no frame in {group.get('id')}")


def _around(points: list[tuple[float, float]]) -> Rectangle:
    across, down = [x for x, _ in points], [y for _, y in points]
    return Rectangle(min(across), min(down), max(across), max(down))


def _pairs(text: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in NUMBER.findall(text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def drawn_twice(code: str) -> list[bytes]:
    """What two runs of Python write that hash differently."""
    return [
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            check=True,
            timeout=60,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    ]
