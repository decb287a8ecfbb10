"""What follows from a ladder: its graph, growth paths and diagrams.

A name's module is imported when somebody asks for the name: most questions do without drawing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ladder.jupyter import draw_with

from .jupyter import save, svg

if TYPE_CHECKING:
    from .analysis.analyze import Analysis, analyze
    from .analysis.changes import TakenAway, TaughtHigher, TaughtSooner
    from .analysis.entry import Entry
    from .analysis.levers import Effect
    from .analysis.single_points import SinglePoint
    from .analysis.walls import Wall
    from .comparison.changes import Change, LadderDiff, diff
    from .comparison.routes import ChangedRoute, ChangedRoutes, Route, changed_routes
    from .convert import build as build
    from .convert import graphml, node_link, to_networkx
    from .deadline import Deadline
    from .drawing.dot.metrics import missing_glyphs
    from .drawing.dot.render import DrawingFailed, NoDrawingProgram, render
    from .drawing.dot.theme_file import load_theme
    from .drawing.pictures.diagram import diagram
    from .drawing.pictures.heat_map import heat_map, staff_map
    from .drawing.pictures.mermaid import mermaid
    from .drawing.pictures.profile import profiles
    from .drawing.pictures.succession import succession_bars
    from .drawing.pictures.timeline import timeline
    from .drawing.view import NothingSelected, Selection, TooMuchToDraw
    from .lint.engine import check
    from .lint.rule import Finding, Rule
    from .pace import at_pace
    from .plans.month import Month
    from .plans.path import Blocker, GrowthPath, NoGrowthPath, SearchLimit
    from .plans.plan_file import Plan, load_plan
    from .plans.schedule import Learning, Move, Stay
    from .plans.steps import Step
    from .queries.alternatives import Choices, alternatives, frontier
    from .queries.gap import Gap, gap
    from .queries.into import into
    from .queries.levers import Lever
    from .queries.next_steps import NextSteps, ThisMonth, next_steps
    from .queries.openings import Openings, openings
    from .queries.path import growth_path
    from .queries.progress import Progress, StepProgress, month_reached, progress
    from .queries.reach import reach
    from .queries.repairs import Repair, Repairs, repairs
    from .queries.replan import replan, wishes_left
    from .queries.single_changes import GateLowered, SkillTaught
    from .queries.slack import Slack, slack
    from .queries.standing import standing
    from .queries.survey import Into, Reach, Undecided, Way
    from .staff.people import people
    from .staff.prospects import Prospects, prospects
    from .staff.summary.changes import ChangedPeople, changed_people
    from .staff.summary.held import HeldSkills, held_skills
    from .staff.summary.leaving import Leaving, leaving
    from .staff.summary.succession import Succession, succession
    from .wishes import Wishes

__all__ = [
    "Analysis",
    "Blocker",
    "Change",
    "ChangedPeople",
    "ChangedRoute",
    "ChangedRoutes",
    "Choices",
    "Deadline",
    "DrawingFailed",
    "Effect",
    "Entry",
    "Finding",
    "Gap",
    "GateLowered",
    "GrowthPath",
    "HeldSkills",
    "Into",
    "LadderDiff",
    "Learning",
    "Leaving",
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
    "Prospects",
    "Reach",
    "Repair",
    "Repairs",
    "Route",
    "Rule",
    "SearchLimit",
    "Selection",
    "SinglePoint",
    "SkillTaught",
    "Slack",
    "Stay",
    "Step",
    "StepProgress",
    "Succession",
    "TakenAway",
    "TaughtHigher",
    "TaughtSooner",
    "ThisMonth",
    "TooMuchToDraw",
    "Undecided",
    "Wall",
    "Way",
    "Wishes",
    "alternatives",
    "analyze",
    "at_pace",
    "changed_people",
    "changed_routes",
    "check",
    "diagram",
    "diff",
    "frontier",
    "gap",
    "graphml",
    "growth_path",
    "heat_map",
    "held_skills",
    "into",
    "leaving",
    "load_plan",
    "load_theme",
    "mermaid",
    "missing_glyphs",
    "month_reached",
    "next_steps",
    "node_link",
    "openings",
    "people",
    "profiles",
    "progress",
    "prospects",
    "reach",
    "render",
    "repairs",
    "replan",
    "slack",
    "staff_map",
    "standing",
    "succession",
    "succession_bars",
    "timeline",
    "to_networkx",
    "wishes_left",
]

_NAMES_OF = {
    "analysis.analyze": ("Analysis", "analyze"),
    "analysis.changes": ("TakenAway", "TaughtHigher", "TaughtSooner"),
    "analysis.entry": ("Entry",),
    "analysis.levers": ("Effect",),
    "analysis.single_points": ("SinglePoint",),
    "analysis.walls": ("Wall",),
    "comparison.changes": ("Change", "LadderDiff", "diff"),
    "comparison.routes": ("ChangedRoute", "ChangedRoutes", "Route", "changed_routes"),
    "convert": ("build", "graphml", "node_link", "to_networkx"),
    "deadline": ("Deadline",),
    "drawing.dot.metrics": ("missing_glyphs",),
    "drawing.dot.render": ("DrawingFailed", "NoDrawingProgram", "render"),
    "drawing.pictures.diagram": ("diagram",),
    "drawing.pictures.heat_map": ("heat_map", "staff_map"),
    "drawing.pictures.mermaid": ("mermaid",),
    "drawing.pictures.profile": ("profiles",),
    "drawing.dot.theme_file": ("load_theme",),
    "drawing.pictures.timeline": ("timeline",),
    "drawing.view": ("NothingSelected", "Selection", "TooMuchToDraw"),
    "lint.engine": ("check",),
    "lint.rule": ("Finding", "Rule"),
    "pace": ("at_pace",),
    "plans.month": ("Month",),
    "plans.path": ("Blocker", "GrowthPath", "NoGrowthPath", "SearchLimit"),
    "plans.plan_file": ("Plan", "load_plan"),
    "plans.schedule": ("Learning", "Move", "Stay"),
    "plans.steps": ("Step",),
    "queries.alternatives": ("Choices", "alternatives", "frontier"),
    "queries.gap": ("Gap", "gap"),
    "queries.into": ("into",),
    "queries.levers": ("Lever",),
    "queries.next_steps": ("NextSteps", "ThisMonth", "next_steps"),
    "queries.openings": ("Openings", "openings"),
    "queries.path": ("growth_path",),
    "queries.progress": ("Progress", "StepProgress", "month_reached", "progress"),
    "queries.reach": ("reach",),
    "queries.replan": ("replan", "wishes_left"),
    "queries.repairs": ("Repair", "Repairs", "repairs"),
    "queries.single_changes": ("GateLowered", "SkillTaught"),
    "queries.slack": ("Slack", "slack"),
    "staff.people": ("people",),
    "staff.prospects": ("Prospects", "prospects"),
    "staff.summary.changes": ("ChangedPeople", "changed_people"),
    "staff.summary.held": ("HeldSkills", "held_skills"),
    "staff.summary.leaving": ("Leaving", "leaving"),
    "drawing.pictures.succession": ("succession_bars",),
    "staff.summary.succession": ("Succession", "succession"),
    "queries.standing": ("standing",),
    "wishes": ("Wishes",),
    "queries.survey": ("Into", "Reach", "Undecided", "Way"),
}
_HOME_OF = {name: module for module, names in _NAMES_OF.items() for name in names}

draw_with(svg, save)


def __dir__() -> list[str]:
    return __all__


if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in _HOME_OF:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f".{_HOME_OF[name]}", __name__), name)
        globals()[name] = found  # so that it is asked for here once
        return found
