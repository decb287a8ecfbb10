"""What the parts of a described path share: the path, its origins, and how it is to look."""

from __future__ import annotations

from typing import NamedTuple

from graphs import GrowthPath
from ladder import Ladder, Range

from .layout import paint, tie
from .look import Look
from .origins import Origin, origins

DOUBT = "~"
"""Stands behind what rests on low confidence; whoever uses it says so."""


class Story(NamedTuple):
    """A path about to be told.

    Parameters
    ----------
    path : GrowthPath
    look : Look
    known : tuple of Origin
        Every level newly held on the path, as `cli.origins.origins` finds it.
    ranges : tuple of (int, int)
        When each stay ends at the fast and at the slow pace; empty where there are no ranges.
    """

    path: GrowthPath
    look: Look
    known: tuple[Origin, ...]
    ranges: tuple[Range, ...]

    @classmethod
    def of(cls, path: GrowthPath, look: Look) -> Story:
        """A path with its origins and ranges found."""
        return cls(path, look, origins(path), path.ranges)

    @property
    def ladder(self) -> Ladder:
        """The ladder that the path was found in."""
        return self.path.ladder

    @property
    def column(self) -> int:
        """Where texts begin beside the rail: one edge throughout, where there is room for it."""
        return 18 if self.look.width >= 72 else 0


def doubt(confidence: str | None) -> str:
    """A mark behind whatever rests on low confidence, and nothing behind the rest."""
    return tie(" ") + paint(DOUBT, fg="yellow") if confidence == "low" else ""


def beside_rail(lines: list[str], look: Look) -> list[str]:
    """Lines along the line that joins two roles, and a free one below."""
    return [*(f"{rail(look)}   {line}" for line in lines), rail(look)]


def rail(look: Look) -> str:
    """The line that joins two roles."""
    return paint(look.glyphs.rail, fg="cyan")
