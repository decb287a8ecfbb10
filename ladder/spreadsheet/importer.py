"""A skill matrix in CSV or XLSX, turned into a ladder.

It says which levels a role asks for; months, moves, gates and ways to learn are assumed, and how
it was read is told. A workbook that holds a whole ladder is read back as that ladder.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ladder.files.text import FilePath, read_bytes
from ladder.importers.assumptions import Assumptions, Imported
from ladder.importers.growth import grow
from ladder.importers.lanes import line_up
from ladder.importers.moves import RoleLevel
from ladder.importers.told import assumed_words, promotions_told
from ladder.matching import in_words
from ladder.model import FrozenDict, Ladder, Skill, Track

from .again import with_before
from .mapping import MatrixMapping
from .matrix import NO_SKILL_TEXTS, Matrix
from .reading.choice import choose_matrix
from .reading.told import reading_told
from .revision import read_whole
from .sources import read_tables
from .workbook import holds_ladder
from .xlsx_reader import Workbook


def import_matrix(
    path: FilePath,
    mapping: MatrixMapping | None = None,
    *,
    sheet: str | None = None,
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
    is assumed of moves and learning is in `ladder.importers.growth`. Of several sheets, the one
    that reads best is taken, unless ``sheet`` names one. Of the ladder that an earlier import made,
    side moves between roles that have not changed are kept.
    """
    mapping = mapping or MatrixMapping()
    source = read_tables(read_bytes(path), os.fspath(path))
    book = Workbook(source.file, source.tables)
    if holds_ladder(book) and not (mapping.sheet or mapping.sheets or sheet):
        return _whole(book, name, before, months)
    read, chosen = choose_matrix(source, mapping, sheet)
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
    called = name or in_words(Path(path).stem.replace("_", " "))
    lined, order = line_up(_role_levels(read.matrix), mapping.order or read.order)
    ladder, words = _grow_ladder(read.matrix, assumed, lined, " ".join(called.split()) or "Matrix")
    if before is not None:
        ladder, kept = with_before(ladder, before)
        words = f"{words} {kept}"
    ladder = replace(ladder, source=_source(os.path.basename(path), order, words))
    assumptions = f"A matrix says nothing of moves and learning. Assumed: {words}"
    told = f"{assumptions} {promotions_told(ladder)}".rstrip()
    said = (*source.remarks, *chosen, *reading_told(read), f"{order}.", told)
    return Imported(ladder, said)


def _whole(book: Workbook, name: str | None, before: Ladder | None, months: int) -> Imported:
    """Take a workbook for the whole ladder that an export has written."""
    ladder, remarks = read_whole(book, months)
    ladder = replace(ladder, name=name) if name else ladder
    if before is not None:
        remarks.append("Nothing is taken of the ladder before, as the workbook has all moves.")
    return Imported(ladder, tuple(remarks))


def _role_levels(matrix: Matrix) -> list[RoleLevel]:
    return [
        RoleLevel(role.id, role.name, role.track, role.rank, fork=False, profile=role.profile)
        for role in matrix.roles
    ]


def _grow_ladder(
    matrix: Matrix, assumed: Assumptions, levels: Sequence[RoleLevel], name: str
) -> tuple[Ladder, str]:
    """Grow a ladder from a matrix, its roles lined up, and say by which assumptions."""
    skills = [
        Skill(key, text, said.about, said.group, said.levels)
        for key, text in matrix.skills.items()
        for said in [matrix.texts.get(key, NO_SKILL_TEXTS)]
    ]
    grown = grow(levels, skills, matrix.levels, assumed)
    ladder = Ladder(
        name=name,
        levels=matrix.levels,
        levels_about=matrix.levels_about,
        skills=FrozenDict({skill.id: skill for skill in skills}),
        tracks=FrozenDict({key: Track(key, text) for key, text in matrix.tracks.items()}),
        roles=FrozenDict(
            {role.id: replace(grown.roles[role.id], rank=role.rank) for role in matrix.roles}
        ),
        transitions=grown.transitions,
        activities=grown.activities,
    )
    return ladder, assumed_words(assumed, grown, "role")


def _source(file: str, order: str, assumed: str) -> str:
    return (
        f"Roles, skills and levels: the skill matrix {file}. All months, gates, moves between "
        f"roles and ways to learn are assumptions of the import. {order}. Assumed: {assumed}"
    )
