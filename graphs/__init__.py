"""What follows from a ladder: its graph, growth paths and diagrams."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from .answer import Blocker, GrowthPath, Learning, Move, NoGrowthPath, SearchLimit, Stay
from .build import build
from .choices import alternatives, frontier
from .diagram import diagram
from .glyphs import missing_glyphs
from .growth import growth_path
from .render import DrawingFailed, NoDrawingProgram, render

if TYPE_CHECKING:
    from .advice import NextSteps, next_steps
    from .between import Gap, gap
    from .changes import GateLowered, SkillTaught
    from .latest import Slack, slack
    from .leverage import Lever
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

# What few questions need is read only when it is asked for: it takes a tenth of a short answer.
_LATER = {
    "Gap": "between",
    "GateLowered": "changes",
    "Lever": "leverage",
    "NextSteps": "advice",
    "Repair": "repair",
    "Repairs": "repair",
    "SkillTaught": "changes",
    "Slack": "latest",
    "ThisMonth": "this_month",
    "gap": "between",
    "next_steps": "advice",
    "repairs": "repair",
    "slack": "latest",
}


def __getattr__(name: str) -> Any:
    if name not in _LATER:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_LATER[name]}", __name__), name)
