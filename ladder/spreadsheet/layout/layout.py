"""Where the parts of a matrix stand, once that is found out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ladder.model import FrozenDict
from ladder.spreadsheet.grid import Cell, Grid

from .legend import Legend

ROLE_FACTS = ("id", "track", "rank")


@dataclass(frozen=True, slots=True)
class Layout:
    """A matrix turned so that each role has a row."""

    grid: Grid
    across: bool
    """Whether roles went across in the file."""
    how: str
    """What that was told by, in a few words."""
    head: list[Cell]
    """The names of the skills, over their columns, and of the facts."""
    body: list[list[Cell]]
    """A row for each role."""
    name: int
    """The column of the roles' names."""
    facts: Mapping[str, int]
    """The columns of ``id``, ``track`` and ``rank``."""
    skills: list[int]
    """The columns of the skills."""
    ignored: list[str]
    """What is left out: headings, titles, notes, footers."""
    groups: Mapping[int, Cell] = field(default_factory=FrozenDict)
    """Of skills that stand in a group, its name, by column."""
    abouts: Mapping[int, Cell] = field(default_factory=FrozenDict)
    """Of skills with a description, that, by column."""
    legend: Legend = field(default_factory=Legend)
    prose: bool = False
    """Whether the cells say what is expected in sentences."""
    parts: str = ""
    """Of what stands in several tables, which these are, and why they are one; in a sentence."""
