"""A grid of sentences: what a skill means in each column, whose order is that of the levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.spreadsheet.matrix import level_names

from .census import EMPTY, is_empty, is_level
from .quantities import quantity
from .scale import Scale

LEAST_WORDS = 3
DITTO = ('"', "″", "”", "„", "do.", "ditto", "dito", "idem", "same", "as before", "same as before",
         "←", "see left", "as left", "wie zuvor", "wie links", "comme avant", "igual")  # fmt: skip
_DITTO = {fold(text) for text in DITTO} - {""}


@dataclass(frozen=True, slots=True)
class Prose:
    """Levels and texts of a grid of sentences."""

    scale: Scale
    levels: tuple[tuple[int, ...], ...]
    """Of each row the level in each column, from 0."""
    texts: tuple[Mapping[int, str], ...]
    """Of each row the text of each level that has one."""


def is_prose(texts: Iterable[str]) -> bool:
    """Tell whether most cells hold sentences, with no level in front.

    >>> is_prose(["Writes queries with help.", "Tunes queries alone.", ""])
    True
    >>> is_prose(["2 – writes queries with help", "3 – tunes queries alone"])
    False
    """
    seen = Counter(text for text in texts if not is_empty(text, ()))
    prose = sum(
        often
        for text, often in seen.items()
        if len(text.split()) >= LEAST_WORDS and not is_level(text)
    )
    return 2 * prose > seen.total()


def prose_scale(columns: Sequence[str], cells: Sequence[Sequence[str]]) -> Prose:
    """Read sentences by the columns that they stand in.

    ``cells`` has a row for each skill, as long as ``columns``, whose names are those of the levels,
    the lowest first. A text that is the same as the one before asks for no more than that.

    >>> read = prose_scale(["Junior", "Senior"], [["Writes joins.", "Tunes them."], ["", "Leads."]])
    >>> read.levels, read.texts[1]
    (((1, 2), (0, 2)), {2: 'Leads.'})
    """
    rows = [_row(row) for row in cells]
    known = enumerate(_names(columns), start=1)
    names = level_names({at: name or f"level {at}" for at, name in known})
    empty = {fold(text) for text in EMPTY}
    scale = Scale(names, "by the order of the columns", empty, FrozenDict(), None, texts=True)
    return Prose(scale, tuple(levels for levels, _ in rows), tuple(texts for _, texts in rows))


def _row(row: Sequence[str]) -> tuple[tuple[int, ...], Mapping[int, str]]:
    """Give each cell of a skill its level: that of its column, or of the same text before it."""
    levels: list[int] = []
    texts: dict[int, str] = {}
    for at, text in enumerate(row, start=1):
        before = levels[-1] if levels else 0
        if before and (fold(text) in _DITTO or fold(text) == fold(texts[before])):
            levels.append(before)
        elif is_empty(text, ()):
            levels.append(0)
        else:
            levels.append(at)
            texts[at] = text
    return tuple(levels), FrozenDict(texts)


def _names(columns: Sequence[str]) -> list[str | None]:
    """Names for levels: none of a number alone, none twice."""
    names: list[str | None] = []
    for column in columns:
        name = " ".join(column.split())
        taken = fold(name) in [fold(each) for each in names if each]
        names.append(None if not name or taken or quantity(name) else name)
    return names
