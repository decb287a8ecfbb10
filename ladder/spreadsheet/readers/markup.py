"""Tables that stand in a text with markup: what each is called, and where its cells are."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from ladder.errors import Problem
from ladder.model import FrozenDict
from ladder.spreadsheet.grid import Cell, Grid, as_meant, make_grid

Place = tuple[int, int]
"""Line and column, both from 1."""


@dataclass(slots=True)
class MarkupTable:
    """A table while it is read."""

    name: str
    """The heading above it; empty where there is none."""
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    places: dict[tuple[int, int], Place] = field(default_factory=dict)
    spread: set[tuple[int, int]] = field(default_factory=set)
    """Cells that only repeat the one that they are merged with."""

    def put(self, row: int, column: int, text: str, place: Place) -> None:
        """Set a cell."""
        self.texts[row, column] = as_meant(unicodedata.normalize("NFC", " ".join(text.split())))
        self.places[row, column] = place

    def grid(self, file: str, name: str) -> Grid:
        """The table as a grid, which finds its cells in the file."""
        known = sorted(self.places)

        def locate(row: int, column: int, message: str) -> Problem:
            # A short row ends before the cell: then the last one before it.
            at = max(bisect_right(known, (row, column)) - 1, 0)
            line, place = self.places[known[at]] if known else (1, 1)
            return Problem(file, line, place, message)

        cells = (Cell(text, row, column) for (row, column), text in self.texts.items())
        grid = make_grid(f"{file}: {name}", cells, locate)
        return replace(grid, spread=frozenset(self.spread))


def named_grids(file: str, tables: Iterable[MarkupTable]) -> Mapping[str, Grid]:
    """Name tables that hold anything by their headings, each by a name of its own."""
    grids: dict[str, Grid] = {}
    for table in tables:
        if not any(table.texts.values()):
            continue
        called = table.name or f"table {len(grids) + 1}"
        name, number = called, 1
        while name in grids:
            number += 1
            name = f"{called} ({number})"
        grids[name] = table.grid(file, name)
    return FrozenDict(grids)
