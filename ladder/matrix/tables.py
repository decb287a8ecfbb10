"""A ladder as the sheets of a workbook: a row for each thing, a column for each key of the file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from ladder.model import Activity, Ladder, Range, Role, Transition

Kind: TypeAlias = Literal["text", "number", "lines", "levels", "flag"]
Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]

ABOUT = ("Name", "About", "Source", "Currency", "Ignore")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet.

    Parameters
    ----------
    title : str
        What stands over it.
    kind : {"text", "number", "lines", "levels", "flag"}
        What its cells hold: a text, a number, a text in each line, a skill and its level in each
        line, or yes or nothing.
    width : int
        In characters.
    """

    title: str
    kind: Kind = "text"
    width: int = 24


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
        *_BASIS,
    ),
    "Growth": (
        Column("Role", width=30),
        Column("Skill", width=30),
        Column("Level", width=16),
        *_MONTHS,
    ),
    "Transitions": (
        Column("From", width=28),
        Column("To", width=28),
        Column("Kind", width=12),
        *_MONTHS,
        Column("Requires", "levels", 36),
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
        *_BASIS,
    ),
    "Skills": (*_NAMED, Column("About", width=60)),
    "Tracks": (*_NAMED, Column("Family", width=28), Column("About", width=60)),
    "Levels": (Column("Number", "number", 9), Column("Level", width=24)),
}
"""The sheets that make a ladder, beside About, and their columns."""


def tables_of(ladder: Ladder) -> dict[str, list[Row]]:
    """Write a ladder as the rows of its sheets.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    dict of str to list of tuple
        By sheet, below the titles of `COLUMNS`; ``About`` has a name and a value in each row.
    """
    about = (ladder.name, ladder.about, ladder.source, ladder.currency, "\n".join(ladder.ignore))
    return {
        "About": list(zip(ABOUT, about, strict=True)),
        "Roles": [_role(role) for role in ladder.roles.values()],
        "Growth": [row for role in ladder.roles.values() for row in _growth(ladder, role)],
        "Transitions": [_transition(ladder, move) for move in ladder.transitions],
        "Activities": [_activity(ladder, item) for item in ladder.activities.values()],
        "Skills": [(item.id, item.name, item.about) for item in ladder.skills.values()],
        "Tracks": [
            (item.id, item.name, item.family, item.about) for item in ladder.tracks.values()
        ],
        "Levels": list(enumerate(ladder.levels, start=1)),
    }


def _role(role: Role) -> Row:
    final = "yes" if role.final else None
    named = role.id, role.name, "\n".join(role.aliases)
    return *named, role.track, role.rank, final, role.about, role.source, role.confidence


def _growth(ladder: Ladder, role: Role) -> Iterable[Row]:
    for skill, levels in role.develops.items():
        ranges = role.develops_ranges.get(skill, {})
        for level, months in levels.items():
            yield role.id, skill, ladder.level_name(level), *_months(months, ranges.get(level))


def _transition(ladder: Ladder, move: Transition) -> Row:
    return (
        *(move.from_role, move.to_role, move.kind),
        *_months(move.months, move.months_range),
        *(_levels(ladder, move.requires), move.source, move.confidence),
    )


def _activity(ladder: Ladder, item: Activity) -> Row:
    return (
        *(item.id, item.name, item.kind),
        *_months(item.months, item.months_range),
        *(item.cost, _levels(ladder, item.requires), _levels(ladder, item.develops)),
        *(item.about, item.source, item.confidence),
    )


def _months(typical: int, between: Range | None) -> Row:
    return typical, *(between or (None, None))


def _levels(ladder: Ladder, levels: Mapping[str, int]) -> str:
    return "\n".join(f"{skill}: {ladder.level_name(level)}" for skill, level in levels.items())
