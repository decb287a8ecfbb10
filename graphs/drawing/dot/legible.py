"""How wide a picture is shown, and how large its letters are then."""

from __future__ import annotations

import re
from typing import NamedTuple

from .style import MARGIN, NORMAL

SLIDE = 1280
"""Pixels across of a slide, and of most windows: what pictures are drawn for."""

PAGE = 880
"""Pixels across of what GitHub shows in a Markdown file, and of a notebook's cell."""

LEAST = 480
"""Pixels across below which nothing can be laid out well."""

EASY = 11
"""Pixels of letters, 8 points, below which they are hard to read."""

PIXELS = 4 / 3  # of a point, where a picture is shown at its own size


class Seen(NamedTuple):
    """How a picture looks where it is shown."""

    width: int
    """Pixels across that there are for it."""
    letters: float
    """Pixels of its smallest letters there."""
    enough: int
    """Pixels across at which they are large enough."""

    @property
    def easy(self) -> bool:
        """Whether they can be read without effort."""
        return self.width >= self.enough


def room_at(width: int) -> float:
    """Points that a drawing has across where its smallest letters are to be large enough.

    >>> room_at(880)
    868.0
    """
    return width * NORMAL / EASY - 2 * MARGIN


def marked_with(width: int, across: float) -> dict[str, str]:
    """Attributes of a graph that tell `seen` for how many pixels it was drawn, and its points."""
    return {"shown": str(width), "across": f"{across + 2 * MARGIN:.2f}"}


def seen(dot: str) -> Seen | None:
    r"""How a picture looks where it is shown; None where it was drawn for no width.

    >>> seen('digraph {\n\tgraph [across=1600.00 shown=880]\n}')
    Seen(width=880, letters=6.05, enough=1600)
    """
    head = re.match(r"digraph \{\s*graph \[([^\]]*)\]", dot)
    found = dict(re.findall(r"\b(shown|across)=\"?([\d.]+)", head[1])) if head else {}
    if len(found) < 2:
        return None
    width, across = int(found["shown"]), float(found["across"])
    letters = NORMAL * min(PIXELS, width / across)
    return Seen(width, round(letters, 2), -int(-across * EASY // NORMAL))
