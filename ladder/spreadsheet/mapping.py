"""A mapping file: how a matrix is to be read, in its owner's words."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from ladder.errors import Problem
from ladder.files.builder import tidy
from ladder.files.document import Document, Fault
from ladder.files.reader import read_document
from ladder.files.schema import shape_faults
from ladder.files.text import FilePath, read_bytes
from ladder.files.validation import sense_faults
from ladder.levels import level_numbers, no_such_level, number_of
from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.wording import quoted

HEADINGS = ("role", "skill", "id", "track", "rank", "level", "required", "group", "text")


@dataclass(frozen=True, slots=True)
class MatrixMapping:
    """How a matrix is to be read; what is left out is found out."""

    sheet: str | None = None
    """Of a workbook."""
    sheets: tuple[str, ...] = ()
    """Of a workbook in which each sheet is a track."""
    roles: str | None = None
    """Whether they go across or down."""
    headings: Mapping[str, str] = field(default_factory=FrozenDict)
    """From each of `HEADINGS` to the heading, folded."""
    ignore: frozenset[str] = frozenset()
    """Headings of what is left out, folded."""
    levels: tuple[str, ...] = ()
    """Their names, the lowest first."""
    names: Mapping[str, str] = field(default_factory=FrozenDict)
    """From other words for levels to their names or numbers."""
    empty: tuple[str, ...] = ()
    """What means that a skill is not asked for."""
    fractions: str | None = None
    """Whether a number between two levels goes up or down."""
    bands: Mapping[str, float] = field(default_factory=FrozenDict)
    """From the names of levels to the numbers from which on cells have them."""
    order: str | None = None
    """How roles without ranks stand in their track: rising, falling or none."""
    document: Document | None = field(default=None, compare=False)
    """The file, to point at what does not fit the matrix."""

    def problem(self, message: str, *steps: str | int) -> Problem:
        """Point at something in the mapping file."""
        assert self.document is not None
        return self.document.locate([Fault(steps, message)])[0]


def load_mapping(path: FilePath) -> MatrixMapping:
    """Load a mapping file, or tell everything that is wrong with it."""
    document = read_document(read_bytes(path), os.fspath(path))
    faults = list(shape_faults("mapping", document.root))
    if faults:
        document.check(faults)
    data = document.root
    levels = data.get("levels", [])
    numbers = level_numbers(levels)
    faults = [fault for fault in sense_faults({"levels": levels}) if fault.steps[:1] == ("levels",)]
    faults += [
        Fault(("names", text), no_such_level(level, levels))
        for text, level in data.get("names", {}).items()
        if levels and number_of(level, numbers) is None
    ]
    faults += _said_twice(data.get("names", {}))
    faults += _wrong_bands(data)
    document.check(faults)
    return MatrixMapping(
        sheet=data.get("sheet"),
        sheets=tuple(data.get("sheets", [])),
        roles=data.get("roles"),
        headings=FrozenDict({key: fold(data[key]) for key in HEADINGS if key in data}),
        ignore=frozenset(map(fold, data.get("ignore", []))),
        levels=tuple(map(tidy, levels)),
        names=FrozenDict({text: str(level) for text, level in data.get("names", {}).items()}),
        empty=tuple(data.get("empty", [])),
        fractions=data.get("fractions"),
        bands=FrozenDict(data.get("bands", {})),
        order=data.get("order"),
        document=document,
    )


def _said_twice(names: Mapping[str, str | int]) -> Iterator[Fault]:
    """Words that are the same in other letters, with another level each."""
    known: dict[str, str] = {}
    for text, level in names.items():
        first = known.setdefault(fold(text), text)
        if str(names[first]) != str(level):
            message = f"the same word as {quoted(first)}, at another level"
            yield Fault(("names", text), message, at_key=True)


def _wrong_bands(data: Mapping[str, Any]) -> Iterator[Fault]:
    """Bands beside levels of other names, and two that begin at the same number."""
    bands, levels = data.get("bands", {}), data.get("levels")
    for name, begin in bands.items():
        if levels is not None and name not in levels:
            yield Fault(("bands", name), no_such_level(name, levels), at_key=True)
        first = next(other for other, number in bands.items() if number == begin)
        if first != name:
            yield Fault(("bands", name), f"the level {quoted(first)} begins at the same number")
    ordered = sorted(bands, key=bands.__getitem__)
    if bands and levels and set(levels) <= set(bands) and ordered != levels:
        yield Fault(("bands",), "the bands do not rise as the levels do")
    elif bands and levels and (missing := [level for level in levels if level not in bands]):
        yield Fault(("bands",), f"no number for the level {quoted(missing[0])}")
