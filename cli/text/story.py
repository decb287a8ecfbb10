"""What the parts of a described path share: the path, its origins, and how it is to look."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cli.output import Look
from graphs import GrowthPath
from graphs.plans.origins import Origin, origins
from ladder import Ladder, Range

from .layout import paint, tie
from .words import When

if TYPE_CHECKING:
    from graphs.plans.month import Month

DOUBT = "~"
"""Stands behind what rests on low confidence; whoever uses it says so."""


class Story(NamedTuple):
    """A path about to be told.

    Parameters
    ----------
    path : GrowthPath
    look : Look
    known : tuple of Origin
        Every level newly held on the path, as `graphs.origins.origins` finds it.
    ranges : tuple of (int, int)
        When each stay ends at the fast and at the slow pace; empty where there are no ranges.
    begins : Month or None
        The calendar's month that is the path's first, where it has one.
    """

    path: GrowthPath
    look: Look
    known: tuple[Origin, ...]
    ranges: tuple[Range, ...]
    begins: Month | None = None

    @classmethod
    def of(cls, path: GrowthPath, look: Look, begins: Month | None = None) -> Story:
        """A path with its origins and ranges found."""
        return cls(path, look, origins(path), path.ranges, begins)

    @property
    def when(self) -> When:
        """How its months are called."""
        return When(self.look.glyphs, self.begins)

    def range_of(self, place: int) -> Range | None:
        """When a stay, by its place, ends at the fast and at the slow pace; if there are ranges."""
        return self.ranges[place] if self.ranges else None

    @property
    def ladder(self) -> Ladder:
        """The ladder that the path was found in."""
        return self.path.ladder

    @property
    def column(self) -> int:
        """Where texts begin beside the rail: one edge throughout, where there is room for it."""
        if self.look.width < 72:
            return 0
        return 19 if self.begins else 18  # as a span such as "Nov 2027–Feb 2028" asks for


def doubt(confidence: str | None) -> str:
    """A mark behind whatever rests on low confidence, and nothing behind the rest."""
    return tie(" ") + paint(DOUBT, fg="yellow") if confidence == "low" else ""


def beside_rail(lines: list[str], look: Look) -> list[str]:
    """Lines along the line that joins two roles, and a free one below."""
    return [*(f"{rail(look)}   {line}" for line in lines), rail(look)]


def rail(look: Look) -> str:
    """The line that joins two roles."""
    return paint(look.glyphs.rail, fg="cyan")
