"""The two tables of the UK Government Digital and Data framework, checked against each other."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.errors import FileProblems, Problem
from ladder.folding import fold
from ladder.ids import to_id
from ladder.nearest import Hints
from ladder.wording import listed, quoted

from .table import Row, read_table

LEVELS = ("awareness", "working", "practitioner", "expert")
ROLE_COLUMNS = ("Role", "Role Level", "Skill Name", "Skill Level")
ORDER_COLUMNS = ("Role Family", "Role", "Role Level", "Order")
NOT_IN_USE = fold("NOT IN USE")
MOST_DIGITS = 6

Key = tuple[str, str]
"""A role and one of its levels, both folded."""


@dataclass(frozen=True, slots=True)
class DdatTables:
    """What both tables say, every repetition and every row not in use left out.

    Parameters
    ----------
    profiles : mapping
        For each role level the level asked for, by folded skill name.
    positions : mapping
        For each role level its place in the order of its role.
    roles, order : sequence of Row
        The rows themselves, for names and descriptions.
    """

    profiles: Mapping[Key, Mapping[str, int]]
    positions: Mapping[Key, int]
    roles: Sequence[Row]
    order: Sequence[Row]


def read_tables(roles_csv: str | os.PathLike[str], order_csv: str | os.PathLike[str]) -> DdatTables:
    """Read the framework's role content and the order of the levels within each role.

    Parameters
    ----------
    roles_csv, order_csv : str or os.PathLike

    Returns
    -------
    DdatTables

    Raises
    ------
    FileProblems
        With every fault in both tables.
    UnreadableFile
        If one of them cannot be opened.
    """
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
    return DdatTables(profiles, positions, roles, order)


def key_of(row: Row) -> Key:
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
    numbers = {name: number for number, name in enumerate(LEVELS, start=1)}
    hints = Hints()
    for row in rows:
        profile = profiles.setdefault(key_of(row), {})
        level, skill = row["Skill Level"], fold(row["Skill Name"])
        number = numbers.get(fold(level))
        if number is None:
            expected = f"expected {listed(LEVELS)}{hints.hint(level, LEVELS)}"
            problems.append(row.problem("Skill Level", f"no level {quoted(level)}; {expected}"))
            continue
        before = first.setdefault((key_of(row), skill), row)
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
        key, text = key_of(row), row["Order"]
        place = int(text) if text.isdecimal() and len(text) < MOST_DIGITS else -1
        before = first.setdefault((key[0], place), row)
        seen = positions.setdefault(key, place)
        if place < 0:
            what = f"{quoted(text)} is no place in an order; expected a whole number"
        elif key_of(before) != key:
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
        if key_of(row) not in known:
            missing.setdefault(key_of(row), row)
    return [
        row.problem(
            "Role Level",
            f"{quoted(row['Role Level'])} of {quoted(row['Role'])} is not in {elsewhere}; "
            "expected every role level in both files",
        )
        for row in missing.values()
    ]
