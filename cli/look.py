"""What an output has room for: how wide it is, and which signs it shows."""

from __future__ import annotations

from typing import NamedTuple


class Glyphs(NamedTuple):
    """The signs that draw a path; each stands for itself without colour.

    Parameters
    ----------
    arrow, between, dash : str
        From one role to the next; behind an item of a list; from a month to another.
    stop, goal, rail, branch : str
        A role on the way, the role aimed at, the line between them, and the move along it.
    cross : str
        Before what stands in the way.
    minus : str
        Before what is gone.
    """

    arrow: str = "→"
    between: str = "\N{NO-BREAK SPACE}·"
    dash: str = "–"
    stop: str = "●"
    goal: str = "◉"
    rail: str = "│"
    branch: str = "├─▶"
    cross: str = "✗"
    minus: str = "−"


PLAIN = Glyphs("->", "\N{NO-BREAK SPACE}/", "-", "o", "*", "|", "+->", "x", "-")
"""For an output that carries no more than ASCII."""


class Look(NamedTuple):
    """What there is room for.

    Parameters
    ----------
    width : int
        Columns of the output.
    glyphs : Glyphs
        The signs that it can show.
    """

    width: int = 80
    glyphs: Glyphs = Glyphs()
