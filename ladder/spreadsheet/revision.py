"""The matrix of a workbook with a whole ladder: what roles expect, or develop at most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from ladder.errors import FileProblems, Problem
from ladder.files.builder import build_ladder
from ladder.matching import Hints, fold, in_words
from ladder.model import EXPECTED, FrozenDict, Ladder, Range, Role, Skill
from ladder.wording import quoted, short, some

from .grid import Cell, Grid, column_letters
from .mapping import MatrixMapping
from .matrix import (
    DEVELOPED,
    MatrixRole,
    developed,
    heading,
    shows,
    skill_headings,
)
from .matrix_reader import ReadMatrix, read_matrix
from .sheets import MATRIX
from .words import SHOWN, fact_meant
from .workbook import read_sheets
from .xlsx_reader import Workbook

T = TypeVar("T")


def read_whole(book: Workbook, months: int) -> tuple[Ladder, list[str]]:
    """Build the ladder of a workbook that holds all of one, or tell all that is wrong in it."""
    data, remarks, problems = read_sheets(book)
    grid = book.sheets[MATRIX]
    if problems:
        if grid.rows:
            problems += _checked(_outline(data), grid)[1]
        raise FileProblems(problems)
    ladder, changes = _with_matrix(data, grid, months)
    return ladder, [*remarks, *changes]


def _outline(data: Mapping[str, Any]) -> Ladder:
    """Make a ladder of what a matrix refers to, of data with which something else is wrong."""
    levels = (one["name"] if isinstance(one, dict) else one for one in data.get("levels", ()))
    skills, roles = (
        {key: one.get("name", in_words(key)) for key, one in data.get(group, {}).items()}
        for group in ("skills", "roles")
    )
    return Ladder(
        "",
        levels=tuple(levels),
        skills=FrozenDict({key: Skill(key, name) for key, name in skills.items()}),
        roles=FrozenDict({key: Role(key, name) for key, name in roles.items()}),
    )


def _with_matrix(data: Mapping[str, Any], grid: Grid, months: int) -> tuple[Ladder, list[str]]:
    """Build the ladder of a workbook, the data of its other sheets and its matrix given.

    What roles expect stands nowhere else; gates, and what roles develop, follow it where they are
    given as what is expected. What roles develop stands in the sheet Growth, too, so that a change
    in the matrix is told.
    """
    ladder = build_ladder(data)
    if not grid.rows:
        return ladder, []
    read, problems = _checked(ladder, grid)
    if read is None or problems:
        raise FileProblems(problems)
    shown = _shown(ladder, read)
    expects = {
        role.id: dict(role.profile) for role in read.matrix.roles if shown[role.id] == EXPECTED
    }
    roles = {
        key: {**given, "expects": expects.get(key, {})} for key, given in data["roles"].items()
    }
    ladder = build_ladder({**data, "roles": roles})
    remarks = _without_rows(ladder, read) if any(expects.values()) else []
    rows = [role for role in read.matrix.roles if shown[role.id] == DEVELOPED]
    ladder, changes = _develop(ladder, read, rows, months)
    return ladder, [*remarks, *changes]


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


def _rows(read: ReadMatrix, column: int) -> Iterator[tuple[MatrixRole, Cell]]:
    """Go through the roles, each with the cell of its row that stands in a column."""
    cells = [row[column] for row in read.layout.body if row[read.layout.name].text]
    return zip(read.matrix.roles, cells, strict=True)


def _checked(ladder: Ladder, grid: Grid) -> tuple[ReadMatrix | None, list[Problem]]:
    """Read the matrix, and find all that is wrong with it."""
    # Tracks and ranks stand in the matrix to be seen; the sheet Roles has them.
    mapping = MatrixMapping(roles="down", levels=ladder.levels, ignore=frozenset({"track", "rank"}))
    grid = _with_ids(grid, ladder)
    problems: list[Problem] = []
    try:
        read = read_matrix(grid, mapping)
    except FileProblems as faults:
        problems += faults.problems
        try:
            read = read_matrix(_without(grid, problems), mapping)
        except FileProblems:
            return None, problems
    return read, [*problems, *_unknown(ladder, read), *_misnamed(read)]


def _without(grid: Grid, problems: Iterable[Problem]) -> Grid:
    """Empty the cells below the headings with which something is wrong."""
    places = {(problem.line - 1, problem.column - 1) for problem in problems}
    body = [
        [cell._replace(text="") if (cell.row, cell.column) in places else cell for cell in row]
        for row in grid.rows[1:]
    ]
    return replace(grid, rows=[grid.rows[0], *body])


def _unknown(ladder: Ladder, read: ReadMatrix) -> list[Problem]:
    """Find roles and skills that only the matrix has, and levels that no sheet names."""
    layout, hints = read.layout, Hints()
    problems: list[Problem] = []
    heads = [layout.head[at] for at in layout.skills]
    for cell, skill in zip(heads, read.matrix.skills, strict=True):
        if skill not in ladder.skills:
            hint = hints.hint(skill, ladder.skills) or "; add it to the sheet Skills first"
            problems.append(layout.grid.problem(cell, f"no skill {quoted(skill)}{hint}"))
    for role, cell in _rows(read, layout.facts.get("id", layout.name)):
        if role.id not in ladder.roles:
            hint = hints.hint(role.id, ladder.roles) or "; add it to the sheet Roles first"
            problems.append(layout.grid.problem(cell, f"no role {quoted(role.id)}{hint}"))
        elif role.profile and not ladder.levels:
            message = "there are levels here; name them in the sheet Levels first"
            problems.append(layout.grid.problem(cell, message))
    return problems


def _shown(ladder: Ladder, read: ReadMatrix) -> dict[str, str]:
    """Which levels each row has: as it says, else what an export would show of the role."""
    shown = {role.id: shows(ladder.roles[role.id]) for role in read.matrix.roles}
    return shown | {role.id: fold(cell.text) for role, cell in _said(read) if cell.text}


def _misnamed(read: ReadMatrix) -> list[Problem]:
    """Find rows that say neither of the two words for which levels they have."""
    return [
        read.layout.grid.problem(
            cell, f"expected {EXPECTED} or {DEVELOPED}, found {quoted(cell.text)}"
        )
        for _, cell in _said(read)
        if cell.text and fold(cell.text) not in (EXPECTED, DEVELOPED)
    ]


def _said(read: ReadMatrix) -> Iterable[tuple[MatrixRole, Cell]]:
    """Go through the roles, each with the cell that says which levels its row has."""
    head = enumerate(read.layout.head)
    said = fact_meant(SHOWN)
    at = next((at for at, cell in head if fact_meant(cell.text) == said), None)
    return () if at is None else _rows(read, at)


def _without_rows(ladder: Ladder, read: ReadMatrix) -> list[str]:
    """Tell which roles nothing is said of, as somebody may have deleted their rows."""
    rows = {role.id for role in read.matrix.roles}
    silent = [
        short(role.name)
        for role in ladder.roles.values()
        if role.id not in rows and not role.develops
    ]
    return [f"Without a row in Matrix, so nothing is expected: {some(silent)}."] if silent else []


def _develop(
    ladder: Ladder, read: ReadMatrix, rows: Iterable[MatrixRole], months: int
) -> tuple[Ladder, list[str]]:
    """Let roles develop each skill to the level in their row at most, and tell what changes."""
    roles, remarks = dict(ladder.roles), []
    for told in rows:
        held = developed(ladder.roles[told.id])
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
