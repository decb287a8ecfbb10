"""Sheets beside a matrix that say, skill by skill, what each level means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.spreadsheet.matrix import NO_SKILL_TEXTS
from ladder.spreadsheet.matrix_reader import ReadMatrix


def defines(texts: ReadMatrix, read: ReadMatrix) -> bool:
    """Tell whether a grid of sentences is about the skills and the levels of a matrix."""
    skills = {fold(name) for name in read.matrix.skills.values()}
    told = {fold(name) for name in texts.matrix.skills.values()}
    return texts.layout.prose and bool(skills & told) and bool(_levels(texts, read))


def with_definitions(read: ReadMatrix, sheets: Iterable[ReadMatrix]) -> ReadMatrix:
    """Give the skills of a matrix the texts of such sheets, where they have none themselves."""
    said = dict(read.matrix.texts)
    for sheet in sheets:
        levels = _levels(sheet, read)
        texts = {
            fold(sheet.matrix.skills[key]): told.levels for key, told in sheet.matrix.texts.items()
        }
        for key, name in read.matrix.skills.items():
            found = {levels[at]: text for at, text in texts.get(fold(name), {}).items()}
            own = said.get(key, NO_SKILL_TEXTS)
            if found:
                said[key] = replace(own, levels=FrozenDict({**found, **own.levels}))
    return replace(read, matrix=replace(read.matrix, texts=FrozenDict(said)))


def _levels(texts: ReadMatrix, read: ReadMatrix) -> Mapping[int, int]:
    """From the place of a column to the level that its heading means; nothing if one means none."""
    names = [role.name for role in texts.matrix.roles]
    meant = [read.scale.meant(name) for name in names]
    if not all(meant):
        return {}
    return {at: level for at, level in enumerate(meant, start=1) if level}
