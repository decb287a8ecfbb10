"""The levels of a matrix's cells; what cannot be read is asked about once, with its places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ladder.errors import FileProblems, Problem
from ladder.levels import no_such_level
from ladder.matching import Hints, fold
from ladder.spreadsheet.grid import Cell, CellProblem, Grid, column_letters
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.wording import MOST_LISTED, quoted, short, some

from .census import level_in
from .doubts import Doubt, levels_line, yaml_word
from .find import seek_scale
from .scale import Scale

MOST_APART = 4
"""Texts that are told of in a message each; of more, one message tells of all."""

MOST_PLACES = 3


def read_scale(grid: Grid, cells: Sequence[Cell], mapping: MatrixMapping) -> Scale:
    """Find the levels that cells are given in, or ask for them."""
    scale = seek_scale(
        (cell.text for cell in cells),
        levels=mapping.levels,
        names=mapping.names,
        empty=mapping.empty,
        fractions=mapping.fractions,
        bands=mapping.bands,
    )
    if isinstance(scale, Doubt):
        raise FileProblems([_asked(grid, cells, scale)])
    if wrong := _wrong_names(cells, scale, mapping):
        raise FileProblems(wrong)
    return scale


def level_faults(grid: Grid, scale: Scale, cells: Iterable[Cell], hints: Hints) -> list[Problem]:
    """Word what is wrong with cells that the scale cannot read: few messages, however many."""
    alike: dict[str, list[Cell]] = {}
    for cell in cells:
        alike.setdefault(cell.text, []).append(cell)
    if len(alike) <= MOST_APART:
        again = [text for text, there in alike.items() if len(there) > 1 and is_words(text)]
        line = levels_line([*scale.levels, *again])
        own = f"if it is a level, say so in a mapping file, each in its place: {line}"
        return [
            grid.problem(
                there[0],
                scale.fault(text, hints, own if text in again else "") + _also(grid, there[1:]),
            )
            for text, there in alike.items()
        ]
    told = some([f"{quoted(text)} ({_places(grid, there)})" for text, there in alike.items()])
    choices = some([f"{at} {short(name)}" for at, name in enumerate(scale.levels, start=1)])
    lines = ", ".join(f"{yaml_word(text)}: 1" for text in [*alike][:MOST_LISTED])
    message = (
        f"{len(alike)} texts are no levels: {told}; levels are {choices}; say in a mapping file "
        f"which level each is, such as names: {{{lines}}}, or list them under empty where they ask "
        "for nothing"
    )
    return [grid.problem(next(iter(alike.values()))[0], message)]


def is_words(text: str) -> bool:
    """Whether a text has nothing but words, as the name of a level has.

    >>> is_words("user level"), is_words("x2"), is_words("x")
    (True, False, False)
    """
    return len(text) > 1 and all(c.isalpha() or c in " -/'’." for c in text)


def _asked(grid: Grid, cells: Sequence[Cell], doubt: Doubt) -> Problem:
    """Ask about levels, and say where what is doubtful stands."""
    there: dict[str, list[Cell]] = {fold(text): [] for text in doubt.texts}
    for cell in cells:
        if cell.text and (found := there.get(fold(level_in(cell.text)))) is not None:
            found.append(cell)
    found_at = [each for each in there.values() if each]
    places = [f"{short(level_in(each[0].text))} in {_places(grid, each)}" for each in found_at]
    firsts = [each[0] for each in found_at] or [cell for cell in cells if cell.text]
    first = min(firsts or cells, key=lambda cell: (cell.row, cell.column))
    where = f" ({'; '.join(places[:MOST_LISTED])})" if places else ""
    return grid.problem(first, doubt.message + where)


def _places(grid: Grid, cells: Sequence[Cell]) -> str:
    shown = [_place(grid, cell) for cell in cells[:MOST_PLACES]]
    more = len(cells) - len(shown)
    return f"{', '.join(shown)} and {more:,} more" if more else ", ".join(shown)


def _place(grid: Grid, cell: Cell) -> str:
    """Where a cell is in its file: B7, or line and column."""
    problem = grid.problem(cell, "")
    if isinstance(problem, CellProblem):
        return f"{column_letters(problem.column - 1)}{problem.line}"
    return f"{problem.line}:{problem.column}"


def _also(grid: Grid, others: Sequence[Cell]) -> str:
    return f"; the same in {_places(grid, others)}" if others else ""


def _wrong_names(cells: Iterable[Cell], scale: Scale, mapping: MatrixMapping) -> list[Problem]:
    """Words that the cells use, and that the mapping file gives no level of the scale."""
    if mapping.document is None:
        return []
    used = {fold(cell.text) for cell in cells}
    return [
        mapping.problem(no_such_level(level, scale.levels), "names", text)
        for text, level in mapping.names.items()
        if fold(text) in used and scale.meant(level) is None
    ]
