"""What follows from a ladder: its graph, growth paths and diagrams."""

from typing import TYPE_CHECKING, Any

from .answer import Blocker, GrowthPath, Learning, Move, NoGrowthPath, SearchLimit, Stay
from .build import build
from .choices import alternatives, frontier
from .diagram import diagram
from .glyphs import missing_glyphs
from .growth import growth_path
from .render import DrawingFailed, NoDrawingProgram, render

if TYPE_CHECKING:
    from .opening import Openings
    from .outside import openings
    from .survey import Into, Reach, Undecided, Way
    from .survey_from import reach
    from .survey_into import into

__all__ = [
    "Blocker",
    "DrawingFailed",
    "GrowthPath",
    "Into",
    "Learning",
    "Move",
    "NoDrawingProgram",
    "NoGrowthPath",
    "Openings",
    "Reach",
    "SearchLimit",
    "Stay",
    "Undecided",
    "Way",
    "alternatives",
    "build",
    "diagram",
    "frontier",
    "growth_path",
    "into",
    "missing_glyphs",
    "openings",
    "reach",
    "render",
]

_LATER = {
    "Into": "survey",
    "Openings": "opening",
    "Reach": "survey",
    "Undecided": "survey",
    "Way": "survey",
    "into": "survey_into",
    "openings": "outside",
    "reach": "survey_from",
}
"""Names whose modules wait until somebody asks for them: a single path does without."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f".{_LATER[name]}", __name__), name)
