"""What follows from a ladder: its graph, growth paths and diagrams."""

from .answer import Blocker, GrowthPath, Learning, Move, NoGrowthPath, SearchLimit, Stay
from .build import build
from .choices import alternatives, frontier
from .diagram import diagram
from .glyphs import missing_glyphs
from .growth import growth_path
from .pace import at_pace
from .render import DrawingFailed, NoDrawingProgram, render

__all__ = [
    "Blocker",
    "DrawingFailed",
    "GrowthPath",
    "Learning",
    "Move",
    "NoDrawingProgram",
    "NoGrowthPath",
    "SearchLimit",
    "Stay",
    "alternatives",
    "at_pace",
    "build",
    "diagram",
    "frontier",
    "growth_path",
    "missing_glyphs",
    "render",
]
