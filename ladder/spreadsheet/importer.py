"""A skill matrix in CSV or XLSX, turned into a ladder.

It says which levels a role asks for; months, moves, gates and ways to learn are assumed, and how
it was read is told. A workbook that holds a whole ladder is read back as that ladder.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from ladder.errors import FileProblems, Problem
from ladder.files.text import FilePath, read_bytes
from ladder.importers.assumptions import Assumptions, Imported
from ladder.importers.growth import grow, points_raised
from ladder.importers.moves import RoleLevel
from ladder.importers.told import assumed_words, promotions_told
from ladder.matching import Hints, in_words
from ladder.model import FrozenDict, Ladder, Skill, Track
from ladder.wording import listed, quoted, short, some

from .again import with_before
from .grid import Grid
from .mapping import MatrixMapping
from .matrix import Matrix, MatrixRole
from .matrix_reader import ReadMatrix, read_matrix
from .revision import read_whole
from .sources import Source, read_tables
from .workbook import holds_ladder
from .xlsx_reader import Workbook


def import_matrix(
    path: FilePath,
    mapping: MatrixMapping | None = None,
    *,
    name: str | None = None,
    before: Ladder | None = None,
    months: int = 18,
    tenure: int = 24,
    side_months: int = 12,
    side_moves: int = 2,
    side_near: float = 0.1,
    side_rise: float = 0.25,
    entry_months: int = 12,
    gate_below: int = 0,
    learning_months: Sequence[int] | None = None,
) -> Imported:
    """Turn a skill matrix into a ladder.

    A role leads to the next in its track, by rank, or as they stand where they have none; what else
    is assumed of moves and learning is in `ladder.importers.growth`. Of the ladder that an earlier
    import made, side moves between roles that have not changed are kept.
    """
    mapping = mapping or MatrixMapping()
    source = read_tables(read_bytes(path), os.fspath(path))
    book = Workbook(source.file, source.tables)
    if holds_ladder(book) and mapping.sheet is None:
        return _whole(book, name, before, months)
    grid, remarks = _sheet(source, mapping)
    grid.check()
    read = read_matrix(grid, mapping)
    levels = len(read.matrix.levels)
    assumed = Assumptions(
        levels=levels,
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
    lanes, order = _lanes(read.matrix, mapping)
    called = name or in_words(Path(path).stem.replace("_", " "))
    ladder, words = _grow_ladder(read.matrix, assumed, lanes, " ".join(called.split()) or "Matrix")
    if before is not None:
        ladder, kept = with_before(ladder, before)
        words = f"{words} {kept}"
    ladder = replace(ladder, source=_source(os.path.basename(path), order, words))
    assumptions = f"A matrix says nothing of moves and learning. Assumed: {words}"
    told = f"{assumptions} {promotions_told(ladder)}".rstrip()
    return Imported(ladder, (*remarks, *_told(read), f"{order}.", told))


def _whole(book: Workbook, name: str | None, before: Ladder | None, months: int) -> Imported:
    """Take a workbook for the whole ladder that an export has written."""
    ladder, remarks = read_whole(book, months)
    ladder = replace(ladder, name=name) if name else ladder
    if before is not None:
        remarks.append("Nothing is taken of the ladder before, as the workbook has all moves.")
    return Imported(ladder, tuple(remarks))


def _sheet(source: Source, mapping: MatrixMapping) -> tuple[Grid, list[str]]:
    """Choose the table that holds the matrix: the one that the mapping names, else the first."""
    sheets = {sheet: grid for sheet, grid in source.tables.items() if grid.rows}
    remarks = list(source.remarks)
    if mapping.sheet is not None:
        if mapping.sheet in sheets:
            return sheets[mapping.sheet], remarks
        choices = some([quoted(sheet) for sheet in sheets]) or "none with anything in it"
        message = f"no sheet {quoted(mapping.sheet)} in {source.file}; there are {choices}"
        hint = Hints().hint(mapping.sheet, sheets)
        raise FileProblems([mapping.problem(message + hint, "sheet")])
    if not sheets:
        raise FileProblems([Problem(source.file, 1, 1, "there are no cells with anything in them")])
    first, *others = sheets
    if len(source.tables) > 1:
        left = f"; left out: {some([quoted(sheet) for sheet in others])}" if others else ""
        remarks.append(f"The matrix is read from {quoted(first)}{left}.")
    return sheets[first], remarks


def _lanes(matrix: Matrix, mapping: MatrixMapping) -> tuple[list[list[MatrixRole]], str]:
    """Line up the roles, the most junior first, and say how that was told."""
    lanes = _find_lanes(matrix.roles)
    ranked = [lane for lane in lanes if _is_ranked(lane)]
    if len(ranked) == len(lanes):
        where = " of its track" if matrix.tracks else ""
        return lanes, f"Each role is promoted to the next rank{where}"
    if mapping.order == "none":
        return ranked, "Roles without ranks are not promoted"
    free = [lane for lane in lanes if not _is_ranked(lane)]
    if mapping.order == "falling" or (not mapping.order and 2 * sum(map(_falls, free)) > len(free)):
        free = [lane[::-1] for lane in free]
        first, next_one = "senior", "before"
    else:
        first, next_one = "junior", "after"
    in_order = free if mapping.order else [lane for lane in free if _climbs(lane)]
    left = sum(map(len, free)) - sum(map(len, in_order))
    how = f"Roles stand with the most {first} first, so each is promoted to the one {next_one} it"
    if not left:
        return ranked + in_order, how
    unknown = (
        "whose levels do not rise as they stand, are not promoted; give each a rank in a column "
        "Rank, or say in a mapping file, by order: rising or falling, how they stand"
    )
    if len(in_order) == 0:
        return ranked, f"Roles without ranks, {unknown}"
    return ranked + in_order, f"{how}; {left} others, {unknown}"


def _climbs(lane: Sequence[MatrixRole]) -> bool:
    """Tell whether each role of a lane asks for more than the one before, and for hardly less."""
    pairs = list(pairwise(role.profile for role in lane))
    return all(
        points_raised(lower, upper) >= 2 * points_raised(upper, lower) for lower, upper in pairs
    ) and (not pairs or any(points_raised(lower, upper) for lower, upper in pairs))


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


def _grow_ladder(
    matrix: Matrix, assumed: Assumptions, lanes: Sequence[Sequence[MatrixRole]], name: str
) -> tuple[Ladder, str]:
    """Grow a ladder from a matrix, and say by which assumptions."""
    skills = [Skill(key, text) for key, text in matrix.skills.items()]
    ranks = {
        role.id: place if role.rank is None else role.rank
        for lane in lanes
        for place, role in enumerate(lane, start=1)
    }
    levels = [
        RoleLevel(
            id=role.id,
            name=role.name,
            track=role.track,
            rank=ranks.get(role.id),
            fork=False,
            profile=role.profile,
        )
        for role in matrix.roles
    ]
    grown = grow(levels, skills, matrix.levels, assumed)
    ladder = Ladder(
        name=name,
        levels=matrix.levels,
        skills=FrozenDict({skill.id: skill for skill in skills}),
        tracks=FrozenDict({key: Track(key, text) for key, text in matrix.tracks.items()}),
        roles=FrozenDict(
            {role.id: replace(grown.roles[role.id], rank=role.rank) for role in matrix.roles}
        ),
        transitions=grown.transitions,
        activities=grown.activities,
    )
    return ladder, assumed_words(assumed, grown, "role")


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
        *read.scale.remarks,
    ]
    if layout.ignored:
        remarks.append(f"Left out: {some([quoted(text) for text in layout.ignored])}.")
    return remarks


def _source(file: str, order: str, assumed: str) -> str:
    return (
        f"Roles, skills and levels: the skill matrix {file}. All months, gates, moves between "
        f"roles and ways to learn are assumptions of the import. {order}. Assumed: {assumed}"
    )
