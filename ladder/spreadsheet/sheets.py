"""The sheets of a workbook with a whole ladder: a row for each thing, a column for each key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "number", "lines", "roles", "levels", "gate", "flag"]
"""What the cells of a column hold: "lines" a text in each line, "roles" the id of a role in each
line, or `ANY`; "levels" a skill and its level in each line, "gate" those, `EXPECTED` or `OPEN`;
"flag" yes or nothing.
"""

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    title: str
    kind: Kind = "text"
    width: int = 24
    """In characters."""


_MONTHS = (Column("Months", "number", 9), Column("Fast", "number", 7), Column("Slow", "number", 7))
_BASIS = (Column("Source", width=40), Column("Confidence", width=12))
_NAMED = (Column("Id", width=28), Column("Name", width=28))

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "Roles": (
        *_NAMED,
        Column("Aliases", "lines", 20),
        Column("Track", width=20),
        Column("Rank", "number", 7),
        Column("Final", "flag", 7),
        Column("About", width=50),
        Column("URL", width=32),
        *_BASIS,
    ),
    "Growth": (
        Column("Role", width=30),
        Column("Skill", width=30),
        Column("Level", width=16),
        *_MONTHS,
    ),
    "Transitions": (
        Column("From", "roles", 28),
        Column("To", width=28),
        Column("Kind", width=12),
        *_MONTHS,
        Column("Requires", "gate", 36),
        *_BASIS,
    ),
    "Activities": (
        *_NAMED,
        Column("Kind", width=14),
        *_MONTHS,
        Column("Cost", "number", 10),
        Column("Requires", "levels", 36),
        Column("Develops", "levels", 36),
        Column("About", width=40),
        Column("URL", width=32),
        *_BASIS,
    ),
    "Skills": (*_NAMED, Column("Group", width=20), Column("About", width=60)),
    "Texts": (Column("Skill", width=30), Column("Level", width=16), Column("Text", width=80)),
    "Tracks": (*_NAMED, Column("Family", width=28), Column("About", width=60)),
    "Levels": (Column("Number", "number", 9), Column("Level", width=24), Column("About", width=60)),
}
"""The sheets that make a ladder, beside About, and their columns."""

ABOUT = ("Name", "About", "Source", "Currency", "Ignore")
MATRIX = "Matrix"
"""The sheet that says what roles expect; where that is nothing, what they develop at most."""

OPEN = "open"
"""What a gate says that asks for nothing, where the role behind it expects something."""

ALL_EXPECTED = "all expected"
"""Stands for a skill where a role develops all that it expects; no id of a skill has a space."""

SIGNS = ("Roles", "Transitions", "Levels")
"""The sheets by which a workbook that holds a whole ladder is told from any other."""

TITLES = {"Transitions": "From", "Growth": "Role", "Texts": "Skill", "Levels": "Level"}
"""The columns without which a row says nothing; of the other sheets, Id."""
