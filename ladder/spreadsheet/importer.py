"""A skill matrix in CSV or XLSX, turned into a ladder.

It says which levels a role asks for; months, moves, gates and ways to learn are assumed, and how
it was read is told. A workbook that holds a whole ladder is read back as that ladder.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

from ladder.errors import FileProblems, UnreadableFile
from ladder.files.text import FilePath, read_bytes
from ladder.importers.assumptions import Assumptions, Imported
from ladder.importers.growth import Moves, RoleLevel, grow_activities, grow_role, grow_transitions
from ladder.matching import Hints, in_words, to_id
from ladder.model import Activity, FrozenDict, Ladder, Skill, Track
from ladder.wording import listed, quoted, short, some

from .grid import Grid, read_csv_grid
from .mapping import MatrixMapping
from .matrix import Matrix, MatrixRole
from .matrix_reader import ReadMatrix, read_matrix
from .revision import revise
from .workbook import COLUMNS, MATRIX, holds_ladder, read_ladder
from .xlsx_reader import Workbook, read_workbook

ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def import_matrix(
    path: FilePath,
    mapping: MatrixMapping | None = None,
    *,
    name: str | None = None,
    months: int = 18,
    tenure: int = 24,
    side_months: int = 12,
    side_moves: int = 2,
    gate_below: int | None = None,
    learning_months: Sequence[int] | None = None,
) -> Imported:
    """Turn a skill matrix into a ladder.

    A role leads to the next in its track, by rank, or as they stand where they have none, and to
    roles of other tracks that have many skill levels in common with it.
    """
    mapping = mapping or MatrixMapping()
    file, content = os.fspath(path), read_bytes(path)
    if content.startswith(OLD_EXCEL):
        message = f"{file} is an Excel file that is old or has a password; save it as .xlsx without"
        raise UnreadableFile(message)
    if content.startswith(ZIP):
        book = read_workbook(content, file)
        if holds_ladder(book) and mapping.sheet is None:
            return _whole(book, name, months)
        grid, remarks = _sheet(book, mapping)
        grid.check()
    else:
        grid, remarks = read_csv_grid(content, file), []
    read = read_matrix(grid, mapping)
    levels = len(read.matrix.levels)
    assumed = Assumptions(
        levels=levels,
        months=months,
        tenure=tenure,
        side_months=side_months,
        side_moves=side_moves,
        gate_below=int(levels > 1) if gate_below is None else gate_below,
        learning_months=_usual_learning(levels) if learning_months is None else learning_months,
    )
    lanes, order = _lanes(read.matrix, mapping)
    called = name or in_words(Path(path).stem.replace("_", " "))
    ladder = _grow_ladder(read.matrix, assumed, lanes, " ".join(called.split()) or "Matrix")
    source = _source(os.path.basename(path), assumed, order)
    return Imported(replace(ladder, source=source), (*remarks, *_told(read), f"{order}."))


def _whole(book: Workbook, name: str | None, months: int) -> Imported:
    """Take a workbook for the whole ladder that an export has written."""
    for sheet in (MATRIX, "About", *COLUMNS):
        if sheet in book.sheets:
            book.sheets[sheet].check()
    ladder, remarks = read_ladder(book)
    if MATRIX in book.sheets:
        ladder, changes = revise(ladder, book.sheets[MATRIX], months)
        remarks += changes
    return Imported(replace(ladder, name=name) if name else ladder, tuple(remarks))


def _sheet(book: Workbook, mapping: MatrixMapping) -> tuple[Grid, list[str]]:
    """Choose the sheet that holds the matrix: the one that the mapping names, else the first."""
    sheets = {sheet: grid for sheet, grid in book.sheets.items() if grid.rows}
    if mapping.sheet is not None:
        if mapping.sheet in sheets:
            return sheets[mapping.sheet], []
        choices = some([quoted(sheet) for sheet in sheets]) or "none with anything in it"
        message = f"no sheet {quoted(mapping.sheet)} in {book.file}; there are {choices}"
        hint = Hints().hint(mapping.sheet, sheets)
        raise FileProblems([mapping.problem(message + hint, "sheet")])
    if not sheets:
        raise UnreadableFile(f"{book.file} has no sheet with anything in it")
    first, *others = sheets
    left = f"; left out: {some([quoted(sheet) for sheet in others])}" if others else ""
    return sheets[first], [f"The matrix is read from the sheet {quoted(first)}{left}."]


def _usual_learning(levels: int) -> tuple[int, ...]:
    """Months to learn each of so many levels from the one below, unless somebody knows better.

    >>> _usual_learning(6)
    (1, 3, 6, 12, 18, 24)
    """
    return tuple(([1, 3] + [6 * step for step in range(1, levels)])[:levels])


def _lanes(matrix: Matrix, mapping: MatrixMapping) -> tuple[list[list[MatrixRole]], str]:
    """Line up the roles, the most junior first, and say how that was told."""
    lanes = _find_lanes(matrix.roles)
    if all(map(_is_ranked, lanes)):
        where = " of its track" if matrix.tracks else ""
        return lanes, f"Each role is promoted to the next rank{where}"
    if mapping.order == "none":
        return [lane for lane in lanes if _is_ranked(lane)], "Roles without ranks are not promoted"
    free = [lane for lane in lanes if not _is_ranked(lane)]
    if mapping.order == "falling" or (not mapping.order and 2 * sum(map(_falls, free)) > len(free)):
        lanes = [lane if _is_ranked(lane) else lane[::-1] for lane in lanes]
        first, next_one = "senior", "before"
    else:
        first, next_one = "junior", "after"
    how = f"Roles stand with the most {first} first, so each is promoted to the one {next_one} it"
    return lanes, how


def _find_lanes(roles: Sequence[MatrixRole]) -> list[list[MatrixRole]]:
    """Line up roles that may lead to one another: those of a track, by rank, or as they stand.

    Where no role has a track, they are in one lane; roles without a track are in none
    otherwise. A lane is by rank where all its roles have one.
    """
    tracked = any(role.track for role in roles)
    lanes: dict[str | None, list[MatrixRole]] = {}
    for role in roles:
        if role.track or not tracked:
            lanes.setdefault(role.track, []).append(role)
    return [
        sorted(lane, key=lambda role: role.rank or 0) if _is_ranked(lane) else lane
        for lane in lanes.values()
    ]


def _is_ranked(lane: Sequence[MatrixRole]) -> bool:
    """Tell whether a lane can be lined up by rank."""
    return all(role.rank is not None for role in lane)


def _falls(lane: Sequence[MatrixRole]) -> bool:
    """Tell whether a lane begins with the senior role: the last asks for less than the first."""
    points = [sum(role.profile.values()) for role in lane]
    return points[-1] < points[0]


def _promotions(lanes: Sequence[Sequence[MatrixRole]]) -> Moves:
    """Lead from each role to the next of its lane; of roles with one rank, from all to all."""
    moves: Moves = {}
    for lane in lanes:
        steps = [[role] for role in lane]
        if _is_ranked(lane):
            steps = [list(members) for _, members in groupby(lane, key=lambda role: role.rank)]
        for lower, upper in pairwise(steps):
            for role in lower:
                moves[role.id] = {above.id for above in upper}
    return moves


def _grow_ladder(
    matrix: Matrix, assumed: Assumptions, lanes: Sequence[Sequence[MatrixRole]], name: str
) -> Ladder:
    """Grow a ladder from a matrix."""
    skills = [Skill(key, text) for key, text in matrix.skills.items()]
    places = {role.id: place for lane in lanes for place, role in enumerate(lane, start=1)}
    levels = [
        RoleLevel(
            id=role.id,
            name=role.name,
            track=role.track or "",
            rank=role.rank if role.rank is not None else places.get(role.id, 0),
            fork=False,
            profile=role.profile,
        )
        for role in matrix.roles
    ]
    activities = _activities(skills, matrix.levels, assumed.learning_months)
    return Ladder(
        name=name,
        levels=matrix.levels,
        skills=FrozenDict({skill.id: skill for skill in skills}),
        tracks=FrozenDict({key: Track(key, text) for key, text in matrix.tracks.items()}),
        roles=FrozenDict(
            {
                role.id: replace(grow_role(level, assumed), track=role.track, rank=role.rank)
                for role, level in zip(matrix.roles, levels, strict=True)
            }
        ),
        transitions=grow_transitions(levels, assumed, _promotions(lanes)),
        activities=FrozenDict({activity.id: activity for activity in activities}),
    )


def _activities(
    skills: Sequence[Skill], levels: Sequence[str], learning_months: Sequence[int]
) -> list[Activity]:
    """Ways to learn, whose ids end in the level's name where that is a word, else in its number.

    Either way no two can have the same id, whatever the ids of the skills.
    """
    words = [to_id(name) for name in levels]
    if len(set(words)) < len(words) or not all(word and "-" not in word for word in words):
        words = [f"level-{number}" for number in range(1, len(levels) + 1)]
    grown = grow_activities(skills, levels, learning_months, title="{skill} to {level}")
    endings: Mapping[int, str] = dict(enumerate(words, start=1))
    return [
        replace(activity, id=f"{skill}-{endings[level]}")
        for activity in grown
        for skill, level in activity.develops.items()
    ]


def _told(read: ReadMatrix) -> list[str]:
    """What was guessed, in sentences."""
    layout, matrix = read.layout, read.matrix
    way = "across" if layout.across else "down"
    facts = [fact for fact in ("id", "track", "rank") if fact in layout.facts]
    known = f", with their {listed(facts, 'and')}" if facts else ""
    names = [f"{number} {short(level)}" for number, level in enumerate(matrix.levels, start=1)]
    remarks = [
        f"Roles go {way} ({layout.how}){known}.",
        f"Levels, {read.scale.how}: {some(names) or 'none'}; an empty cell asks for nothing.",
    ]
    if layout.ignored:
        remarks.append(f"Left out: {some([quoted(text) for text in layout.ignored])}.")
    return remarks


def _source(file: str, assumed: Assumptions, order: str) -> str:
    learning = ", ".join(map(str, assumed.learning_months)) or "none"
    return (
        f"Roles, skills and levels: the skill matrix {file}. All months, gates, moves between "
        "roles and ways to learn are assumptions of the import: what a role asks for "
        f"is held after {assumed.months} months in it; {assumed.tenure} months before a promotion "
        f"and {assumed.side_months} before a side move; gates {assumed.gate_below} below what is "
        f"asked for; {learning} months to learn each level from the one below. {order}. Side moves "
        "join, both ways, each role with those of other tracks that have the largest share of "
        f"skill levels in common with it, at least {assumed.side_moves} a role on average."
    )
