"""What somebody has changed in the matrix of a workbook, carried over to the ladder in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from ladder.errors import FileProblems, Problem
from ladder.matching import Hints
from ladder.model import FrozenDict, Ladder, Range, Role
from ladder.wording import quoted, short

from .grid import Grid, column_letters
from .mapping import MatrixMapping
from .matrix import heading, profile, skill_headings
from .matrix_reader import ReadMatrix, read_matrix

T = TypeVar("T")


def revise(ladder: Ladder, grid: Grid, months: int) -> tuple[Ladder, list[str]]:
    """Let the matrix of a workbook say which level of each skill each role develops at most."""
    if not grid.rows:
        return ladder, []
    # Tracks and ranks stand in the matrix to be seen; the sheet Roles has them.
    mapping = MatrixMapping(roles="down", levels=ladder.levels, ignore=frozenset({"track", "rank"}))
    read = read_matrix(_with_ids(grid, ladder), mapping)
    _check(ladder, read)
    roles, remarks = dict(ladder.roles), []
    for told in read.matrix.roles:
        held = profile(ladder.roles[told.id])
        for skill in read.matrix.skills:
            old, new = held.get(skill, 0), told.profile.get(skill, 0)
            if old != new:
                roles[told.id], after = _set(roles[told.id], skill, new, months)
                cell = read.cells[told.id, skill]
                place = f"Matrix!{column_letters(cell.column)}{cell.row + 1}"
                remarks.append(
                    f"{place}: {short(told.name)} develops {short(ladder.skills[skill].name)} to "
                    f"{short(ladder.level_name(new))}{after}, no longer to "
                    f"{short(ladder.level_name(old))}."
                )
    return replace(ladder, roles=FrozenDict(roles)), remarks


def _with_ids(grid: Grid, ladder: Ladder) -> Grid:
    """Put the id behind each skill's name in the first row, where the name alone gives another."""
    known = skill_headings(ladder)
    head = [
        cell._replace(text=heading(ladder.skills[known[cell.text]].name, known[cell.text]))
        if cell.text in known
        else cell
        for cell in grid.rows[0]
    ]
    return replace(grid, rows=[head, *grid.rows[1:]])


def _check(ladder: Ladder, read: ReadMatrix) -> None:
    """Refuse roles and skills that only the matrix has."""
    layout, hints = read.layout, Hints()
    problems: list[Problem] = []
    heads = [layout.head[at] for at in layout.skills]
    for cell, skill in zip(heads, read.matrix.skills, strict=True):
        if skill not in ladder.skills:
            hint = hints.hint(skill, ladder.skills) or "; add it to the sheet Skills first"
            problems.append(layout.grid.problem(cell, f"no skill {quoted(skill)}{hint}"))
    at = layout.facts.get("id", layout.name)
    cells = [row[at] for row in layout.body if row[layout.name].text]
    for cell, role in zip(cells, read.matrix.roles, strict=True):
        if role.id not in ladder.roles:
            hint = hints.hint(role.id, ladder.roles) or "; add it to the sheet Roles first"
            problems.append(layout.grid.problem(cell, f"no role {quoted(role.id)}{hint}"))
    if problems:
        raise FileProblems(problems)


def _set(role: Role, skill: str, level: int, months: int) -> tuple[Role, str]:
    """Let a role develop a skill to a level at most, and say after how many months if it is new.

    A level below one that the role developed before is held as soon as that one was.
    """
    given, ranges = role.develops.get(skill, {}), role.develops_ranges.get(skill, {})
    kept = {each: after for each, after in given.items() if each <= level}
    spans = {each: span for each, span in ranges.items() if each <= level}
    told = ""
    if level and level not in kept:
        above = min((each for each in given if each > level), default=None)
        kept[level] = given[above] if above else max([months, *given.values()])
        if above is not None and above in ranges:
            spans[level] = ranges[above]
        told = f" after {kept[level]} months" + ("" if above else ", as is assumed")
    develops = _with(role.develops, skill, kept)
    between: Mapping[str, Mapping[int, Range]] = _with(role.develops_ranges, skill, spans)
    return replace(role, develops=develops, develops_ranges=between), told


def _with(
    all_: Mapping[str, Mapping[int, T]], skill: str, levels: Mapping[int, T]
) -> Mapping[str, Mapping[int, T]]:
    changed = dict(all_) | {skill: FrozenDict(levels)}
    return FrozenDict({key: value for key, value in changed.items() if value})
