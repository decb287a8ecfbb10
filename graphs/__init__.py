"""What follows from a ladder: its graph, growth paths and diagrams."""

from __future__ import annotations

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
    from .plan_file import Plan, load_plan
    from .steps import Step

__all__ = [
    "Blocker",
    "DrawingFailed",
    "GrowthPath",
    "Learning",
    "Month",
    "Move",
    "NoDrawingProgram",
    "NoGrowthPath",
    "Plan",
    "Progress",
    "SearchLimit",
    "Stay",
    "Step",
    "StepProgress",
    "alternatives",
    "at_pace",
    "build",
    "diagram",
    "frontier",
    "growth_path",
    "load_plan",
    "missing_glyphs",
    "month_reached",
    "progress",
    "render",
]

# Imported when they are asked for: a question about a path has no use for them.
_LATER = {
    "Month": "month",
    "Plan": "plan_file",
    "Progress": "compared",
    "Step": "steps",
    "StepProgress": "compared",
    "load_plan": "plan_file",
    "month_reached": "comparing",
    "progress": "comparing",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f".{_LATER[name]}", __name__), name)
