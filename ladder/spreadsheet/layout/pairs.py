"""Pairs of columns, what is required beside what is there: only the required is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ladder.errors import FileProblems
from ladder.matching import fold
from ladder.spreadsheet.grid import Cell, Grid
from ladder.wording import quoted

from .headings import Headings

_REQUIRED = {fold(word) for word in (
    "required", "require", "target", "expected", "needed", "goal", "req", "req.", "required level",
    "target level", "expected level", "to be", "should", "soll", "ziel", "requis", "attendu",
    "cible", "requerido", "esperado", "objetivo",
)}  # fmt: skip
_ACTUAL = {fold(word) for word in (
    "actual", "current", "have", "now", "is", "as is", "self", "self assessment", "assessed",
    "manager", "gap", "delta", "difference", "diff", "current level", "actual level", "ist",
    "lücke", "actuel", "écart", "actual level", "brecha",
)}  # fmt: skip
_KINDS = {fold(word) for word in (
    "min", "min.", "minimum", "max", "max.", "maximum", "target", "typical", "ideal", "stretch",
    "basis", "ziel", "cible", "objetivo", "mínimo", "máximo",
)}  # fmt: skip
_LEVEL = {fold(word) for word in ("level", "score", "rating", "stufe", "niveau", "nivel")}
_ENDING = re.compile(r"(.+?)\s*(?:[-–—:/|,]\s*|\(|\[|\s)([^()\[\]]+?)[)\]]?", re.DOTALL).fullmatch

HEADS_TRIED = 20
LONGEST = 100
"""Characters of a heading with what it is beside the name."""


def without_actual(grid: Grid) -> tuple[Grid, list[str]]:
    """Leave out the columns, or the rows, of what is there; say which headings those have."""
    grid = replace(grid, rows=[row for at, row in enumerate(grid.rows) if not at or _tells(row)])
    taken, left = _columns(grid)
    if left:
        return taken, left
    turned, left = _columns(grid.turned())
    return (turned.turned(), left) if left else (grid, [])


def _tells(row: Sequence[Cell]) -> bool:
    """Whether a row says more than "Level" below each name."""
    texts = [fold(cell.text) for cell in row if cell.text]
    return len(texts) < 2 or len({*texts}) > 1 or texts[0] not in _REQUIRED | _LEVEL


def _columns(grid: Grid) -> tuple[Grid, list[str]]:
    for at, row in enumerate(grid.rows[:20]):
        words = {fold(cell.text) for cell in row if cell.text}
        if at and words & _REQUIRED and words & _ACTUAL:
            return _below(grid, at)
        if stems := _stems(row):
            return _beside(grid, at, stems)
    return grid, []


def refuse_kinds(grid: Grid, headings: Headings) -> None:
    """Ask which levels count, where each name stands twice, as "(min)" and "(target)"."""
    for head in (*grid.rows[:HEADS_TRIED], *grid.turned().rows[:HEADS_TRIED]):
        by_kind: dict[str, dict[str, Cell]] = {}
        for cell in head:
            parts = _ENDING(cell.text) if len(cell.text) <= LONGEST else None
            if parts and fold(parts[2]) in _KINDS and headings.meaning(cell.text) != "ignore":
                by_kind.setdefault(fold(parts[2]), {})[fold(parts[1])] = cell
        first, *others = [*by_kind.values()] or [{}]
        twice = [own for own in others if own.keys() == first.keys()]
        if twice:
            cells = [*first.values()]
            names = ", ".join(quoted(cell.text) for cell in cells)
            other = quoted(next(iter(twice[0].values())).text)
            message = (
                f"{quoted(cells[0].text)} and {other} are two kinds of levels of the same; say "
                f"which to leave out in a mapping file, such as ignore: [{names}]"
            )
            raise FileProblems([grid.problem(cells[0], message)])


def _below(grid: Grid, line: int) -> tuple[Grid, list[str]]:
    """Take out a line of "required" and "actual", and the columns of the latter.

    What else stands in it, such as the heading of the skills, goes up into the line above.
    """
    marks = [fold(cell.text) for cell in grid.rows[line]]
    first = next(at for at, mark in enumerate(marks) if mark in _REQUIRED | _ACTUAL)
    above = _continued(grid.rows[line - 1], first)
    merged = [
        own if at < first and own.text and not cell.text else cell
        for at, (cell, own) in enumerate(zip(above, grid.rows[line], strict=True))
    ]
    rows = [*grid.rows[: line - 1], merged, *grid.rows[line + 1 :]]
    dropped = [at for at, mark in enumerate(marks) if mark in _ACTUAL]
    left = list(dict.fromkeys(grid.rows[line][at].text for at in dropped))
    return _without(grid, rows, dropped), left


def _continued(row: Sequence[Cell], first: int) -> list[Cell]:
    """Let each name go on over the blank cells to its right."""
    text, filled = "", []
    for at, cell in enumerate(row):
        text = cell.text or (text if at > first else "")
        filled.append(cell if at < first else cell._replace(text=text))
    return filled


def _stems(row: Sequence[Cell]) -> dict[int, tuple[str, bool]]:
    """Names that stand twice, once with "required" and once with "actual" behind."""
    found: dict[int, tuple[str, bool]] = {}
    for at, cell in enumerate(row):
        parts = _ENDING(cell.text) if len(cell.text) <= LONGEST else None
        if parts and (word := fold(parts[2])) in _REQUIRED | _ACTUAL:
            found[at] = parts[1].strip(), word in _REQUIRED
    required = {fold(stem) for stem, wanted in found.values() if wanted}
    actual = {fold(stem) for stem, wanted in found.values() if not wanted}
    both = required & actual
    return {at: part for at, part in found.items() if fold(part[0]) in both}


def _beside(grid: Grid, line: int, stems: dict[int, tuple[str, bool]]) -> tuple[Grid, list[str]]:
    dropped = [at for at, (_, wanted) in stems.items() if not wanted]
    left = [grid.rows[line][at].text for at in dropped]
    head = [
        cell._replace(text=stems[at][0]) if at in stems else cell
        for at, cell in enumerate(grid.rows[line])
    ]
    rows = [*grid.rows[:line], head, *grid.rows[line + 1 :]]
    return _without(grid, rows, dropped), left


def _without(grid: Grid, rows: Sequence[Sequence[Cell]], dropped: Sequence[int]) -> Grid:
    gone = set(dropped)
    kept = [[cell for at, cell in enumerate(row) if at not in gone] for row in rows]
    return replace(grid, rows=kept)
