"""What follows from a ladder: its graph, growth paths and diagrams."""

from typing import TYPE_CHECKING, Any

from ladder.jupyter import draw_with

from .convert import build
from .deadline import Deadline
from .drawing.dot.metrics import missing_glyphs
from .drawing.dot.render import DrawingFailed, NoDrawingProgram, render
from .drawing.pictures.diagram import diagram
from .jupyter import ladder_shown
from .pace import at_pace
from .plans.path import Blocker, GrowthPath, NoGrowthPath, SearchLimit
from .plans.schedule import Learning, Move, Stay
from .queries.alternatives import Choices, alternatives, frontier
from .queries.path import growth_path
from .queries.wishes import Wishes

if TYPE_CHECKING:
    from .comparison.changes import Change, LadderDiff, diff
    from .comparison.routes import ChangedRoute, ChangedRoutes, Route, changed_routes
    from .convert import graphml, node_link
    from .drawing.dot.theme_file import load_theme
    from .drawing.pictures.heat_map import heat_map
    from .drawing.pictures.mermaid import mermaid
    from .drawing.pictures.profile import profiles
    from .drawing.pictures.timeline import timeline
    from .drawing.view import NothingSelected, Selection
    from .lint.engine import check
    from .lint.rule import Finding, Rule
    from .plans.month import Month
    from .plans.plan_file import Plan, load_plan
    from .plans.steps import Step
    from .queries.gap import Gap, gap
    from .queries.into import into
    from .queries.levers import Lever
    from .queries.next_steps import NextSteps, ThisMonth, next_steps
    from .queries.openings import Openings, openings
    from .queries.progress import Progress, StepProgress, month_reached, progress
    from .queries.reach import reach
    from .queries.repairs import GateLowered, Repair, Repairs, SkillTaught, repairs
    from .queries.slack import Slack, slack
    from .queries.survey import Into, Reach, Undecided, Way

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
    "Wishes",
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
    "Change": "comparison.changes",
    "ChangedRoute": "comparison.routes",
    "ChangedRoutes": "comparison.routes",
    "Gap": "queries.gap",
    "GateLowered": "queries.repairs",
    "Into": "queries.survey",
    "LadderDiff": "comparison.changes",
    "Lever": "queries.levers",
    "Month": "plans.month",
    "NothingSelected": "drawing.view",
    "NextSteps": "queries.next_steps",
    "Openings": "queries.openings",
    "Plan": "plans.plan_file",
    "Progress": "queries.progress",
    "Reach": "queries.survey",
    "Selection": "drawing.view",
    "Repair": "queries.repairs",
    "Repairs": "queries.repairs",
    "Rule": "lint.rule",
    "Route": "comparison.routes",
    "SkillTaught": "queries.repairs",
    "Slack": "queries.slack",
    "Step": "plans.steps",
    "StepProgress": "queries.progress",
    "ThisMonth": "queries.next_steps",
    "Undecided": "queries.survey",
    "Way": "queries.survey",
    "check": "lint.engine",
    "changed_routes": "comparison.routes",
    "diff": "comparison.changes",
    "gap": "queries.gap",
    "graphml": "convert",
    "into": "queries.into",
    "load_plan": "plans.plan_file",
    "load_theme": "drawing.dot.theme_file",
    "mermaid": "drawing.pictures.mermaid",
    "heat_map": "drawing.pictures.heat_map",
    "profiles": "drawing.pictures.profile",
    "timeline": "drawing.pictures.timeline",
    "month_reached": "queries.progress",
    "next_steps": "queries.next_steps",
    "node_link": "convert",
    "openings": "queries.openings",
    "progress": "queries.progress",
    "reach": "queries.reach",
    "repairs": "queries.repairs",
    "slack": "queries.slack",
}
"""Names whose modules wait until somebody asks for them: a single path does without."""

draw_with(ladder_shown)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f".{_LATER[name]}", __name__), name)
