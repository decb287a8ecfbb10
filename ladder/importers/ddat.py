"""The UK Government Digital and Data Profession Capability Framework, turned into a ladder.

Its two tables, which are checked against each other, say what each level of each role asks for.
They give no months, no gates and no ways to learn; what is assumed instead is in `growth`, can be
changed, is marked with low confidence, and is told in the ladder's ``source``. The texts of the
framework are kept whole.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ladder.errors import FileProblems, Problem, UnreadableFile
from ladder.matching import Hints, fold, to_id, unique_ids
from ladder.model import NO_TEXTS, FrozenDict, Ladder, Skill, Track
from ladder.wording import listed, quoted

from .assumptions import Assumptions, Imported
from .growth import grow
from .moves import MOST_ROLES, RoleLevel
from .tables import Row, read_table
from .told import assumed_words, promotions_told

LEVELS = ("awareness", "working", "practitioner", "expert")
ROLE_COLUMNS = ("Role", "Role Level", "Skill Name", "Skill Level")
ORDER_COLUMNS = ("Role Family", "Role", "Role Level", "Order")
LEVEL_TEXT = "Skill Level Description"
NUMBERS = {name: number for number, name in enumerate(LEVELS, start=1)}
NOT_IN_USE = fold("NOT IN USE")
MOST_DIGITS = 6

SOURCE = (
    "Roles, skills and skill levels: UK Government Digital and Data Profession Capability "
    "Framework, https://ddat-capability-framework.service.gov.uk. © Crown copyright. Contains "
    "public sector information licensed under the Open Government Licence v3.0, "
    "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/. "
    "All months, gates, moves between roles and ways to learn are assumptions of the import, "
    "not of the framework:"
)

Key = tuple[str, str]
"""A role and one of its levels, both folded."""

MANAGEMENT = re.compile(r"(\s+[-–]\s+management)+$", re.IGNORECASE)
NO_TEXT = {"", "MISSING", "NOT IN USE"}
K = TypeVar("K", bound=Hashable)


def import_ddat(
    roles_csv: str | os.PathLike[str],
    order_csv: str | os.PathLike[str],
    *,
    months: int = 18,
    tenure: int = 24,
    side_months: int = 12,
    side_moves: int = 4,
    side_near: float = 0.1,
    side_rise: float = 0.25,
    entry_months: int = 12,
    gate_below: int = 0,
    learning_months: Sequence[int] | None = None,
) -> Imported:
    """Turn the framework's tables into a ladder.

    Each level of each role is a role of the ladder, and each role of the framework is a track: the
    place in a role is a rank that can be compared, and a place in one of the seven role families,
    the families of the tracks, is not. A level named "... - management" is a fork beside its
    namesake: it has its namesake's rank, is reached from the rung below, and leads to the next
    management level.

    What is assumed of moves and learning is in `ladder.importers.growth`.

    The same for any order of the rows.
    """
    assumed = Assumptions(
        levels=len(LEVELS),
        months=months,
        tenure=tenure,
        side_months=side_months,
        side_moves=side_moves,
        side_near=side_near,
        side_rise=side_rise,
        entry_months=entry_months,
        gate_below=gate_below,
        learning_months=learning_months,
    )
    tables = _read_tables(roles_csv, order_csv)
    tracks = _tracks(tables)
    skills = _skills(tables)
    levels = _role_levels(tables, tracks, skills)
    if len(levels) > MOST_ROLES:
        raise UnreadableFile(
            f"{os.fsdecode(roles_csv)} has {len(levels):,} role levels, more than {MOST_ROLES:,}"
        )
    grown = grow(levels, skills.values(), LEVELS, assumed)
    words = assumed_words(assumed, grown, "role level")
    ladder = Ladder(
        name="UK Government Digital and Data",
        levels=LEVELS,
        skills=FrozenDict({skill.id: skill for skill in skills.values()}),
        tracks=FrozenDict({track.id: track for track in tracks.values()}),
        roles=grown.roles,
        transitions=grown.transitions,
        activities=grown.activities,
        source=f"{SOURCE} {words}",
        about="Every level of every role in the UK Government Digital and Data Profession "
        "Capability Framework, with the skills that it expects.",
    )
    told = f"The framework says nothing of moves and learning. Assumed: {words}"
    return Imported(ladder, (f"{told} {promotions_told(ladder)}".rstrip(),))


def _tracks(tables: _Tables) -> dict[str, Track]:
    """Make a track of each role, by its folded name, in the order of families and names."""
    names = _names(tables.order, lambda row: fold(row["Role"]), "Role")
    families = _names(tables.order, lambda row: fold(row["Role"]), "Role Family")
    about = _texts(tables.roles, lambda row: fold(row["Role"]), "Role Description")
    ids = unique_ids(names.values())
    return {
        role: Track(ids[names[role]], names[role], about.get(role), families[role])
        for role in sorted(names, key=lambda role: (families[role], names[role]))
    }


def _skills(tables: _Tables) -> dict[str, Skill]:
    """Make a skill of each skill name, by its folded name, in alphabetical order."""
    names = _names(tables.roles, lambda row: fold(row["Skill Name"]), "Skill Name")
    about = _texts(tables.roles, lambda row: fold(row["Skill Name"]), "Skill Description")
    levels = _skill_levels(tables.roles)
    ids = unique_ids(names.values())
    return {
        skill: Skill(ids[name], name, about.get(skill), levels=levels.get(skill, NO_TEXTS))
        for skill, name in sorted(names.items(), key=lambda item: ids[item[1]])
    }


def _role_levels(
    tables: _Tables, tracks: dict[str, Track], skills: dict[str, Skill]
) -> list[RoleLevel]:
    """Make the role levels, by track and rank, each fork after its namesake."""
    names = _level_names(tables)
    about = _texts(tables.roles, _key, "Role Level Description")
    ids = unique_ids(names.values())
    ranks = _ranks(tables)
    place = {role: number for number, role in enumerate(tracks)}
    return [
        RoleLevel(
            ids[names[key]],
            names[key],
            track=tracks[key[0]].id,
            rank=ranks[key][0],
            fork=ranks[key][1],
            profile=dict(sorted((skills[skill].id, level) for skill, level in profile.items())),
            about=about.get(key),
        )
        for key, profile in sorted(
            tables.profiles.items(), key=lambda item: (place[item[0][0]], ranks[item[0]], item[0])
        )
    ]


def _level_names(tables: _Tables) -> dict[Key, str]:
    """Name each role level, with its role where the name alone would fit several."""
    names = _names(tables.order, _key, "Role Level")
    roles = _names(tables.order, _key, "Role")
    bearers = Counter(level for _, level in names)
    return {
        key: name if bearers[key[1]] == 1 else f"{name} ({roles[key]})"
        for key, name in names.items()
    }


def _ranks(tables: _Tables) -> dict[Key, tuple[int, bool]]:
    """Find each role level's rank, and whether it is a fork."""
    rung_of: dict[Key, Key] = {}
    for key, name in _names(tables.order, _key, "Role Level").items():
        namesake = key[0], fold(MANAGEMENT.sub("", name))
        rung_of[key] = namesake if namesake in tables.positions else key
    ranks: dict[Key, int] = {}
    height: Counter[str] = Counter()
    for key in sorted(tables.positions, key=lambda key: tables.positions[key]):
        if rung_of[key] == key:
            height[key[0]] += 1
            ranks[key] = height[key[0]]
    return {key: (ranks[rung], rung != key) for key, rung in rung_of.items()}


def _names(rows: Iterable[Row], key: Callable[[Row], K], column: str) -> dict[K, str]:
    """Collect names, on one line; of several spellings the alphabetically first."""
    names: dict[K, str] = {}
    for row in rows:
        name = " ".join(row[column].split())
        names[key(row)] = min(name, names.get(key(row), name))
    return names


def _skill_levels(rows: Iterable[Row]) -> dict[str, Mapping[int, str]]:
    """What holding a skill at a level means, by the skill's folded name."""
    levels: dict[str, dict[int, str]] = {}
    texts = _texts(
        rows, lambda row: (fold(row["Skill Name"]), NUMBERS[fold(row["Skill Level"])]), LEVEL_TEXT
    )
    for skill, level in sorted(texts):
        levels.setdefault(skill, {})[level] = texts[skill, level]
    return {skill: FrozenDict(by_level) for skill, by_level in levels.items()}


def _texts(rows: Iterable[Row], key: Callable[[Row], K], column: str) -> dict[K, str]:
    """Collect whole texts, spaces at the ends of lines aside; of several the alphabetically first.

    One that only opens a list says nothing, and is left out.
    """
    texts: dict[K, str] = {}
    for row in rows:
        text = "\n".join(line.rstrip() for line in row[column].splitlines())
        if text.upper() not in NO_TEXT and not text.endswith(":"):
            texts[key(row)] = min(text, texts.get(key(row), text))
    return texts


@dataclass(frozen=True, slots=True)
class _Tables:
    """What both tables say, every repetition and every row not in use left out."""

    profiles: Mapping[Key, Mapping[str, int]]
    """For each role level the level asked for, by folded skill name."""
    positions: Mapping[Key, int]
    """For each role level its place in the order of its role."""
    roles: Sequence[Row]
    order: Sequence[Row]


def _read_tables(roles_csv: str | os.PathLike[str], order_csv: str | os.PathLike[str]) -> _Tables:
    """Read the framework's role content and the order of the levels within each role."""
    roles, problems = read_table(roles_csv, ROLE_COLUMNS)
    order, order_problems = read_table(order_csv, ORDER_COLUMNS)
    problems += order_problems
    whole = not problems
    roles = _used(roles, ROLE_COLUMNS, problems)
    order = _used(order, ORDER_COLUMNS, problems)
    profiles = _profiles(roles, problems)
    positions = _positions(order, problems)
    if whole:
        problems += _missing(roles, positions, os.fsdecode(order_csv))
        problems += _missing(order, profiles, os.fsdecode(roles_csv))
    if problems:
        raise FileProblems(problems)
    return _Tables(profiles, positions, roles, order)


def _key(row: Row) -> Key:
    """Which role level a row is about."""
    return fold(row["Role"]), fold(row["Role Level"])


def _used(rows: Iterable[Row], columns: Iterable[str], problems: list[Problem]) -> list[Row]:
    """Keep the rows that are in use and complete."""
    kept = []
    for row in rows:
        if NOT_IN_USE in (fold(row["Role Level"]), fold(row["Skill Level"])):
            continue
        faults = [
            row.problem(column, f"nothing in {quoted(column)}; expected a letter or digit at least")
            for column in columns
            if not to_id(row[column])
        ]
        problems += faults
        if not faults:
            kept.append(row)
    return kept


def _profiles(rows: Iterable[Row], problems: list[Problem]) -> dict[Key, dict[str, int]]:
    profiles: dict[Key, dict[str, int]] = {}
    first: dict[tuple[Key, str], Row] = {}
    hints = Hints()
    for row in rows:
        profile = profiles.setdefault(_key(row), {})
        level, skill = row["Skill Level"], fold(row["Skill Name"])
        number = NUMBERS.get(fold(level))
        if number is None:
            expected = f"expected {listed(LEVELS)}{hints.hint(level, LEVELS)}"
            problems.append(row.problem("Skill Level", f"no level {quoted(level)}; {expected}"))
            continue
        before = first.setdefault((_key(row), skill), row)
        if profile.setdefault(skill, number) != number:
            what = (
                f"{quoted(row['Role Level'])} asks for {quoted(row['Skill Name'])} at {level} "
                f"here, but at {before['Skill Level']} in line {before.line}; expected one level"
            )
            problems.append(row.problem("Skill Level", what))
    return profiles


def _positions(rows: Iterable[Row], problems: list[Problem]) -> dict[Key, int]:
    positions: dict[Key, int] = {}
    first: dict[tuple[str, int], Row] = {}
    for row in rows:
        key, text = _key(row), row["Order"]
        place = int(text) if text.isdecimal() and len(text) < MOST_DIGITS else -1
        before = first.setdefault((key[0], place), row)
        seen = positions.setdefault(key, place)
        if place < 0:
            what = f"{quoted(text)} is no place in an order; expected a whole number"
        elif _key(before) != key:
            what = (
                f"place {place} of {quoted(row['Role'])} is taken by "
                f"{quoted(before['Role Level'])} in line {before.line}; expected another place"
            )
        elif seen not in (place, -1):
            what = (
                f"{quoted(row['Role Level'])} is at place {place} here, but at place {seen} "
                "further up; expected one place"
            )
        else:
            continue
        problems.append(row.problem("Order", what))
    return positions


def _missing(rows: Iterable[Row], known: Mapping[Key, object], elsewhere: str) -> list[Problem]:
    """Point at the role levels that the other table does not have, each once."""
    missing: dict[Key, Row] = {}
    for row in rows:
        if _key(row) not in known:
            missing.setdefault(_key(row), row)
    return [
        row.problem(
            "Role Level",
            f"{quoted(row['Role Level'])} of {quoted(row['Role'])} is not in {elsewhere}; "
            "expected every role level in both files",
        )
        for row in missing.values()
    ]
