"""Tables that stand below or beside one another on a sheet, each with headings of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ladder.matching import fold
from ladder.spreadsheet.grid import Cell, Grid
from ladder.spreadsheet.mapping import MatrixMapping

from .headings import Headings
from .kinds import Kind, Kinds

Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a sheet, and the title above it, if there is one."""

    title: str
    grid: Grid


def split(grid: Grid, headings: Headings, mapping: MatrixMapping) -> list[Table]:
    """Take a sheet apart where other headings begin, below or beside the first."""
    if not grid.rows:
        return []
    kinds = Kinds(grid, mapping)
    return [
        Table(_title(part, headings, kinds), part)
        for below in _below(grid, headings, kinds)
        for part in _beside(below, headings, kinds)
    ]


def _below(grid: Grid, headings: Headings, kinds: Kinds) -> list[Grid]:
    """Cut before each row of headings that begins another table, and what stands above it."""
    rows = grid.rows
    first = _head(rows, headings) or _unlabelled_head(rows, kinds)
    if first is None:
        return [grid]
    at, label = first
    head, cuts, names, gap = rows[at], [0], set[str](), False
    for place in range(at + 1, len(rows)):
        row = rows[place]
        gap = gap or row[0].row - rows[place - 1][0].row > 1
        if names and place + 1 < len(rows) and _is_head(row, label, gap, headings, kinds):
            below = rows[place + 1]
            named = headings.corner(row[label].text) or _holds_levels(below, label, kinds)
            if named and (_differs(row, head) or fold(below[label].text) in names):
                cuts.append(_begin(rows, place, label, kinds))
                head = row
                names.clear()
        elif row[label].text and kinds.some(row, Kind.LEVEL, Kind.PROSE):
            names.add(fold(row[label].text))
            gap = False
    parts = zip(cuts, [*cuts[1:], len(rows)], strict=True)
    return [_without_blanks(grid, rows[start:end]) for start, end in parts]


def _beside(grid: Grid, headings: Headings, kinds: Kinds) -> list[Grid]:
    """Cut before each column whose heading is that of the first names, with levels between."""
    first = _head(grid.rows, headings)
    if first is None:
        return [grid]
    at, label = first
    word, cuts, seen = fold(grid.rows[at][label].text), [0], False
    columns = grid.turned().rows
    for place in range(label + 1, len(columns)):
        if seen and fold(columns[place][at].text) == word:
            cuts.append(place)
            seen = False
        seen = seen or bool(kinds.some(columns[place], Kind.LEVEL, Kind.PROSE))
    parts = zip(cuts, [*cuts[1:], len(columns)], strict=True)
    return [_without_blanks(grid, [row[start:end] for row in grid.rows]) for start, end in parts]


def _head(rows: Sequence[Row], headings: Headings) -> tuple[int, int] | None:
    """The first row of headings with "Skill" or "Role" in it, and the place of that."""
    for at, row in enumerate(rows):
        for place, cell in enumerate(row):
            if headings.corner(cell.text) and sum(bool(other.text) for other in row) > 1:
                return at, place
    return None


def _unlabelled_head(rows: Sequence[Row], kinds: Kinds) -> tuple[int, int] | None:
    """The first row of words with nothing before them, where no heading says what they are."""
    for at, row in enumerate(rows):
        if not row[0].text and _are_names(row[1:], kinds):
            return at, 0
    return None


def _is_head(row: Row, label: int, gap: bool, headings: Headings, kinds: Kinds) -> bool:
    """Whether a row has headings: with "Skill" in it, or after a blank row with nothing there."""
    others = [cell for at, cell in enumerate(row) if at != label and cell.text]
    if headings.corner(row[label].text):
        levels = sum(kinds.is_plain_level(cell.text) for cell in others)
        return bool(others) and 2 * levels < len(others)
    return gap and not row[label].text and _are_names(others, kinds)


def _holds_levels(row: Row, label: int, kinds: Kinds) -> bool:
    others = [cell for at, cell in enumerate(row) if at != label and cell.text]
    levels = any(kinds.is_plain_level(cell.text) for cell in others)
    return bool(row[label].text) and (levels or bool(kinds.some(others, Kind.PROSE)))


def _are_names(cells: Sequence[Cell], kinds: Kinds) -> bool:
    texts = {cell.text for cell in cells if cell.text}
    return len(texts) > 1 and not kinds.some(cells, Kind.LEVEL, Kind.NOTHING, Kind.PROSE)


def _differs(row: Row, head: Row) -> bool:
    return any(fold(one.text) != fold(other.text) for one, other in zip(row, head, strict=True))


def _begin(rows: Sequence[Row], head: int, label: int, kinds: Kinds) -> int:
    """The first of the rows that belong to headings below them: titles, tracks and ranks."""
    at = head
    while at:
        above = rows[at - 1]
        texts = {cell.text for cell in above if cell.text}
        if above[label].text and len(texts) > 1:
            break
        if not above[label].text and kinds.some(above, Kind.PROSE):
            break
        ends = at > 1 and rows[at - 1][0].row - rows[at - 2][0].row > 1
        if rows[at][0].row - above[0].row > 1 and not ends:
            break
        at -= 1
        if ends:
            break
    return at


def _title(grid: Grid, headings: Headings, kinds: Kinds) -> str:
    """The nearest text above the headings that stands alone in its row."""
    first = _head(grid.rows, headings) or _unlabelled_head(grid.rows, kinds)
    for row in reversed(grid.rows[: first[0]] if first else []):
        texts = {cell.text for cell in row if cell.text}
        if len(texts) == 1:
            return " ".join(texts.pop().split())
    return ""


def _without_blanks(grid: Grid, rows: Sequence[Sequence[Cell]]) -> Grid:
    kept = [at for at in range(len(rows[0])) if any(row[at].text for row in rows)]
    filled = [[row[at] for at in kept] for row in rows if any(cell.text for cell in row)]
    return replace(grid, rows=filled)
