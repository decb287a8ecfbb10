"""What follows from a ladder: its graph, growth paths and diagrams."""

from typing import TYPE_CHECKING, Any

from ladder.notebook import draw_with

from .answer import Blocker, GrowthPath, Learning, Move, NoGrowthPath, SearchLimit, Stay
from .build import build
from .choices import alternatives, frontier
from .diagram import diagram
from .glyphs import missing_glyphs
from .growth import growth_path
from .notebook import ladder_shown
from .pace import at_pace
from .render import DrawingFailed, NoDrawingProgram, render

if TYPE_CHECKING:
    from .advice import NextSteps, next_steps
    from .between import Gap, gap
    from .changes import GateLowered, SkillTaught
    from .compared import Progress, StepProgress
    from .comparing import month_reached, progress
    from .flowchart import mermaid
    from .latest import Slack, slack
    from .leverage import Lever
    from .month import Month
    from .opening import Openings
    from .outside import openings
    from .picture.heat import heat_map
    from .picture.profile import profiles
    from .picture.timeline import timeline
    from .plan_file import Plan, load_plan
    from .repair import Repair, Repairs, repairs
    from .selection import NothingSelected, Selection
    from .steps import Step
    from .survey import Into, Reach, Undecided, Way
    from .survey_from import reach
    from .survey_into import into
    from .theme_file import load_theme
    from .this_month import ThisMonth

__all__ = [
    "Blocker",
    "DrawingFailed",
    "Gap",
    "GateLowered",
    "GrowthPath",
    "Into",
    "Learning",
    "Lever",
    "Month",
    "Move",
    "NextSteps",
    "NoDrawingProgram",
    "NoGrowthPath",
    "NothingSelected",
    "Openings",
    "Plan",
    "Progress",
    "Reach",
    "Repair",
    "Repairs",
    "SearchLimit",
    "Selection",
    "SkillTaught",
    "Slack",
    "Stay",
    "Step",
    "StepProgress",
    "ThisMonth",
    "Undecided",
    "Way",
    "alternatives",
    "at_pace",
    "build",
    "diagram",
    "frontier",
    "gap",
    "growth_path",
    "heat_map",
    "into",
    "load_plan",
    "load_theme",
    "mermaid",
    "missing_glyphs",
    "month_reached",
    "next_steps",
    "openings",
    "profiles",
    "progress",
    "reach",
    "render",
    "repairs",
    "slack",
    "timeline",
]

_LATER = {
    "Gap": "between",
    "GateLowered": "changes",
    "Into": "survey",
    "Lever": "leverage",
    "Month": "month",
    "NothingSelected": "selection",
    "NextSteps": "advice",
    "Openings": "opening",
    "Plan": "plan_file",
    "Progress": "compared",
    "Reach": "survey",
    "Selection": "selection",
    "Repair": "repair",
    "Repairs": "repair",
    "SkillTaught": "changes",
    "Slack": "latest",
    "Step": "steps",
    "StepProgress": "compared",
    "ThisMonth": "this_month",
    "Undecided": "survey",
    "Way": "survey",
    "gap": "between",
    "into": "survey_into",
    "load_plan": "plan_file",
    "load_theme": "theme_file",
    "mermaid": "flowchart",
    "heat_map": "picture.heat",
    "profiles": "picture.profile",
    "timeline": "picture.timeline",
    "month_reached": "comparing",
    "next_steps": "advice",
    "openings": "outside",
    "progress": "comparing",
    "reach": "survey_from",
    "repairs": "repair",
    "slack": "latest",
}
"""Names whose modules wait until somebody asks for them: a single path does without."""

draw_with(ladder_shown)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f".{_LATER[name]}", __name__), name)
