"""What follows from a ladder: its graph, growth paths and diagrams."""

from .answer import Blocker, GrowthPath, Learning, Move, NoGrowthPath, SearchLimit, Stay

__all__ = ["Blocker", "GrowthPath", "Learning", "Move", "NoGrowthPath", "SearchLimit", "Stay"]
