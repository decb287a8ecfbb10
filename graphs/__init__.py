"""What follows from a ladder: its graph, growth paths and diagrams."""

from typing import TYPE_CHECKING, Any

from .answer import Blocker, GrowthPath, Learning, Move, NoGrowthPath, SearchLimit, Stay
from .build import build
from .choices import alternatives, frontier
from .diagram import diagram
from .glyphs import missing_glyphs
from .growth import growth_path
from .pace import at_pace
from .render import DrawingFailed, NoDrawingProgram, render

if TYPE_CHECKING:
    from .compared import Progress, StepProgress
    from .comparing import month_reached, progress
    from .month import Month
    from .opening import Openings
    from .outside import openings
    from .plan_file import Plan, load_plan
    from .steps import Step
    from .survey import Into, Reach, Undecided, Way
    from .survey_from import reach
    from .survey_into import into

__all__ = [
    "Blocker",
    "DrawingFailed",
    "GrowthPath",
    "Into",
    "Learning",
    "Month",
    "Move",
    "NoDrawingProgram",
    "NoGrowthPath",
    "Openings",
    "Plan",
    "Progress",
    "Reach",
    "SearchLimit",
    "Stay",
    "Step",
    "StepProgress",
    "Undecided",
    "Way",
    "alternatives",
    "at_pace",
    "build",
    "diagram",
    "frontier",
    "growth_path",
    "into",
    "load_plan",
    "missing_glyphs",
    "month_reached",
    "openings",
    "progress",
    "reach",
    "render",
]

_LATER = {
    "Into": "survey",
    "Month": "month",
    "Openings": "opening",
    "Plan": "plan_file",
    "Progress": "compared",
    "Reach": "survey",
    "Step": "steps",
    "StepProgress": "compared",
    "Undecided": "survey",
    "Way": "survey",
    "into": "survey_into",
    "load_plan": "plan_file",
    "month_reached": "comparing",
    "openings": "outside",
    "progress": "comparing",
    "reach": "survey_from",
}
"""Names whose modules wait until somebody asks for them: a single path does without."""

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f".{_LATER[name]}", __name__), name)
