"""What follows from a ladder: its graph, growth paths and diagrams."""

from .advice import NextSteps, next_steps
from .answer import Blocker, GrowthPath, Learning, Move, NoGrowthPath, SearchLimit, Stay
from .between import Gap, gap
from .build import build
from .changes import GateLowered, SkillTaught
from .choices import alternatives, frontier
from .diagram import diagram
from .glyphs import missing_glyphs
from .growth import growth_path
from .latest import Slack, slack
from .leverage import Lever
from .render import DrawingFailed, NoDrawingProgram, render
from .repair import Repair, Repairs, repairs
from .this_month import ThisMonth

__all__ = [
    "Blocker",
    "DrawingFailed",
    "Gap",
    "GateLowered",
    "GrowthPath",
    "Learning",
    "Lever",
    "Move",
    "NextSteps",
    "NoDrawingProgram",
    "NoGrowthPath",
    "Repair",
    "Repairs",
    "SearchLimit",
    "SkillTaught",
    "Slack",
    "Stay",
    "ThisMonth",
    "alternatives",
    "build",
    "diagram",
    "frontier",
    "gap",
    "growth_path",
    "missing_glyphs",
    "next_steps",
    "render",
    "repairs",
    "slack",
]
