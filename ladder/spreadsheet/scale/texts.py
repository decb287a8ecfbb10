"""What the cells say of the levels of each skill."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ladder.matching import fold
from ladder.model import FrozenDict

from .scale import Scale


@dataclass(frozen=True, slots=True)
class LevelTexts:
    """Texts of levels, by skill and level."""

    of: Mapping[str, Mapping[int, str]]
    remarks: tuple[str, ...] = ()
    """Which were left out, in a sentence."""


def level_texts(scale: Scale, cells: Iterable[tuple[str, str]]) -> LevelTexts:
    """Gather the texts beside levels: of several for a skill at a level, the longest.

    ``cells`` are pairs of a skill and a cell's text.

    >>> from ladder.spreadsheet.scale import find_scale
    >>> scale = find_scale(cells := ["2 – joins", "1", "2 – joins and unions"])
    >>> level_texts(scale, [("sql", cell) for cell in cells]).of
    {'sql': {2: 'joins and unions'}}
    """
    found: dict[tuple[str, int], list[str]] = {}
    for skill, cell in cells:
        level, text = scale.read(cell), scale.text_of(cell)
        if level and text:
            there = found.setdefault((skill, level), [])
            if fold(text) not in map(fold, there):
                there.append(text)
    texts: dict[str, dict[int, str]] = {}
    for (skill, level), said in sorted(found.items()):
        texts.setdefault(skill, {})[level] = max(said, key=len)
    left = sum(len(said) - 1 for said in found.values())
    remark = (
        f"{left} text{'s' * (left > 1)} of levels left out: another cell says something longer of "
        "the same skill and level."
    )
    return LevelTexts(
        FrozenDict((skill, FrozenDict(levels)) for skill, levels in texts.items()),
        (remark,) if left else (),
    )
