"""What the UK Government Digital and Data framework says: its roles, levels and skills."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

from ladder.folding import fold
from ladder.model import Skill, Track

from .ddat_rows import DdatTables, Key, key_of
from .profiles import RoleLevel
from .table import Row
from .unique import unique_ids

MANAGEMENT = re.compile(r"(\s+[-–]\s+management)+$", re.IGNORECASE)
NO_TEXT = {"", "MISSING", "NOT IN USE"}
K = TypeVar("K", bound=Hashable)


def make_tracks(tables: DdatTables) -> dict[str, Track]:
    """Make a track of each role, by its folded name, in the order of families and names."""
    names = _names(tables.order, lambda row: fold(row["Role"]), "Role")
    families = _names(tables.order, lambda row: fold(row["Role"]), "Role Family")
    about = _about(tables.roles, lambda row: fold(row["Role"]), "Role Description")
    ids = unique_ids(names.values())
    return {
        role: Track(
            ids[names[role]],
            names[role],
            about.get(role),
            families[role],
        )
        for role in sorted(names, key=lambda role: (families[role], names[role]))
    }


def make_skills(tables: DdatTables) -> dict[str, Skill]:
    """Make a skill of each skill name, by its folded name, in alphabetical order."""
    names = _names(tables.roles, lambda row: fold(row["Skill Name"]), "Skill Name")
    about = _about(tables.roles, lambda row: fold(row["Skill Name"]), "Skill Description")
    ids = unique_ids(names.values())
    return {
        skill: Skill(ids[name], name, about.get(skill))
        for skill, name in sorted(names.items(), key=lambda item: ids[item[1]])
    }


def make_role_levels(
    tables: DdatTables, tracks: dict[str, Track], skills: dict[str, Skill]
) -> list[RoleLevel]:
    """Make the role levels, by track and rank, each fork after its namesake."""
    names = _level_names(tables)
    about = _about(tables.roles, key_of, "Role Level Description")
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


def _level_names(tables: DdatTables) -> dict[Key, str]:
    """Name each role level, with its role where the name alone would fit several."""
    names = _names(tables.order, key_of, "Role Level")
    roles = _names(tables.order, key_of, "Role")
    bearers = Counter(level for _, level in names)
    return {
        key: name if bearers[key[1]] == 1 else f"{name} ({roles[key]})"
        for key, name in names.items()
    }


def _ranks(tables: DdatTables) -> dict[Key, tuple[int, bool]]:
    """Find each role level's rank, and whether it is a fork."""
    rung_of: dict[Key, Key] = {}
    for key, name in _names(tables.order, key_of, "Role Level").items():
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


def _about(rows: Iterable[Row], key: Callable[[Row], K], column: str) -> dict[K, str]:
    """Collect first sentences; of several for one key, the alphabetically first.

    A sentence that only opens a list says nothing by itself, and is left out.
    """
    sentences: dict[K, str] = {}
    for row in rows:
        sentence = re.split(r"(?<=[.!?])\s|[\r\n]", row[column], maxsplit=1)[0].strip()
        if sentence not in NO_TEXT and not sentence.endswith(":"):
            sentences[key(row)] = min(sentence, sentences.get(key(row), sentence))
    return sentences
