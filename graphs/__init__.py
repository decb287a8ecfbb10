"""What follows from a ladder: its graph, growth paths and diagrams."""

from typing import TYPE_CHECKING, Any

from ladder.notebook import draw_with

from .answer import Blocker, GrowthPath, Learning, Move, NoGrowthPath, SearchLimit, Stay
from .build import build
from .choices import Choices, alternatives, frontier
from .deadline import Deadline
from .diagram import diagram
from .glyphs import missing_glyphs
from .growth import growth_path
from .notebook import ladder_shown
from .pace import at_pace
from .render import DrawingFailed, NoDrawingProgram, render

if TYPE_CHECKING:
    from .advice import NextSteps, next_steps
    from .between import Gap, gap
    from .changed_route import ChangedRoute, ChangedRoutes, Route
    from .changes import GateLowered, SkillTaught
    from .compared import Progress, StepProgress
    from .comparing import month_reached, progress
    from .differing import diff
    from .exchange.graphml import graphml
    from .exchange.node_link import node_link
    from .flowchart import mermaid
    from .ladder_diff import Change, LadderDiff
    from .latest import Slack, slack
    from .leverage import Lever
    from .lint.checking import check
    from .lint.rule import Finding, Rule
    from .month import Month
    from .opening import Openings
    from .outside import openings
    from .picture.heat import heat_map
    from .picture.profile import profiles
    from .picture.timeline import timeline
    from .plan_file import Plan, load_plan
    from .repair import Repair, Repairs, repairs
    from .route_changes import changed_routes
    from .selection import NothingSelected, Selection
    from .steps import Step
    from .survey import Into, Reach, Undecided, Way
    from .survey_from import reach
    from .survey_into import into
    from .theme_file import load_theme
    from .this_month import ThisMonth

__all__ = [
    "Blocker",
    "Change",
    "ChangedRoute",
    "ChangedRoutes",
    "Choices",
    "Deadline",
    "DrawingFailed",
    "Finding",
    "Gap",
    "GateLowered",
    "GrowthPath",
    "Into",
    "LadderDiff",
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
    "Route",
    "Rule",
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
    "changed_routes",
    "check",
    "diagram",
    "diff",
    "frontier",
    "gap",
    "graphml",
    "growth_path",
    "heat_map",
    "into",
    "load_plan",
    "load_theme",
    "mermaid",
    "missing_glyphs",
    "month_reached",
    "next_steps",
    "node_link",
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
    "Finding": "lint.rule",
    "Change": "ladder_diff",
    "ChangedRoute": "changed_route",
    "ChangedRoutes": "changed_route",
    "Gap": "between",
    "GateLowered": "changes",
    "Into": "survey",
    "LadderDiff": "ladder_diff",
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
    "Rule": "lint.rule",
    "Route": "changed_route",
    "SkillTaught": "changes",
    "Slack": "latest",
    "Step": "steps",
    "StepProgress": "compared",
    "ThisMonth": "this_month",
    "Undecided": "survey",
    "Way": "survey",
    "check": "lint.checking",
    "changed_routes": "route_changes",
    "diff": "differing",
    "gap": "between",
    "graphml": "exchange.graphml",
    "into": "survey_into",
    "load_plan": "plan_file",
    "load_theme": "theme_file",
    "mermaid": "flowchart",
    "heat_map": "picture.heat",
    "profiles": "picture.profile",
    "timeline": "picture.timeline",
    "month_reached": "comparing",
    "next_steps": "advice",
    "node_link": "exchange.node_link",
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
