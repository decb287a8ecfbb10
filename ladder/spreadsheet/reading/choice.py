"""The table of a file that holds the matrix: the one that is named, or that reads best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ladder.errors import FileProblems, Problem
from ladder.matching import Hints
from ladder.spreadsheet.grid import Grid
from ladder.spreadsheet.layout.legend import Legend, legend_of, same_levels
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.matrix_reader import ReadMatrix, read_matrix
from ladder.spreadsheet.sources import Source
from ladder.wording import listed, quoted, some

from .definitions import defines, with_definitions

NEARLY_AS_GOOD = 0.5
"""A table with this share of the levels that the best one has may be meant, too."""


class Chosen(NamedTuple):
    """The matrix, and sentences on what else is in the file."""

    read: ReadMatrix
    remarks: tuple[str, ...]


def choose_matrix(source: Source, mapping: MatrixMapping, sheet: str | None = None) -> Chosen:
    """Read the table that holds the matrix; ask where several do."""
    tables = {name: grid for name, grid in source.tables.items() if grid.rows}
    if not tables:
        raise FileProblems([Problem(source.file, 1, 1, "there are no cells with anything in them")])
    legends = {name: found for name, grid in tables.items() if (found := legend_of(grid)).entries}
    named = _named(source, tables, mapping, sheet)
    if named is not None:
        others = [legend for name, legend in legends.items() if name != named]
        tables[named].check()
        read = read_matrix(tables[named], mapping, others)
        return Chosen(read, _told(named, tables, legends, read))
    candidates = {name: grid for name, grid in tables.items() if name not in legends} or tables
    return _best(source, candidates, tables, mapping, legends)


def _named(
    source: Source, tables: Mapping[str, Grid], mapping: MatrixMapping, sheet: str | None
) -> str | None:
    """The table that the option or the mapping file names."""
    named = sheet or mapping.sheet
    if named is None or named in tables:
        return named
    choices = some([quoted(name) for name in tables])
    message = f"no sheet {quoted(named)} in {source.file}; there are {choices}"
    message += Hints().hint(named, tables)
    if sheet is None:
        raise FileProblems([mapping.problem(message, "sheet")])
    raise FileProblems([Problem(source.file, 1, 1, message)])


def _best(
    source: Source,
    candidates: Mapping[str, Grid],
    tables: Mapping[str, Grid],
    mapping: MatrixMapping,
    legends: Mapping[str, Legend],
) -> Chosen:
    read: dict[str, ReadMatrix] = {}
    refused: dict[str, FileProblems] = {}
    for name, grid in candidates.items():
        try:
            grid.check()
            read[name] = read_matrix(grid, mapping, legends.values())
        except FileProblems as problems:
            refused[name] = problems
    if not read:
        raise _likeliest(candidates, refused)
    scores = {name: _levels(found) for name, found in read.items()}
    plain = [name for name, found in read.items() if not found.layout.prose] or [*read]
    best = max(plain, key=lambda name: scores[name])
    texts = [name for name, found in read.items() if name != best and defines(found, read[best])]
    scores = {name: score for name, score in scores.items() if name not in texts}
    near = [name for name, score in scores.items() if score >= NEARLY_AS_GOOD * scores[best]]
    if len(near) > 1:
        names = [quoted(name) for name in near]
        message = (
            f"{listed(names, 'and')} hold a matrix each; name the one to read by --sheet "
            f"{names[0]}, or in a mapping file by sheet: {near[0]}"
        )
        raise FileProblems([Problem(source.file, 1, 1, message)])
    whole = with_definitions(read[best], [read[name] for name in texts])
    return Chosen(whole, _told(best, tables, legends, whole, texts))


def _levels(read: ReadMatrix) -> int:
    return sum(len(role.profile) for role in read.matrix.roles)


def _likeliest(tables: Mapping[str, Grid], refused: Mapping[str, FileProblems]) -> FileProblems:
    """What is wrong with the table that has the most cells."""
    sizes = {name: sum(len(row) for row in grid.rows) for name, grid in tables.items()}
    return refused[max(sizes, key=lambda name: sizes[name])]


def _told(
    name: str,
    tables: Mapping[str, Grid],
    legends: Mapping[str, Legend],
    read: ReadMatrix,
    texts: Sequence[str] = (),
) -> tuple[str, ...]:
    if len(tables) == 1:
        return ()
    used = [*texts]
    used += [other for other, found in legends.items() if same_levels(found, read.layout.legend)]
    left = [quoted(other) for other in tables if other not in (name, *used)]
    legend = f", what its levels mean from {listed(map(quoted, used), 'and')}" if used else ""
    others = f"; left out: {some(left)}" if left else ""
    return (f"The matrix is read from {quoted(name)}{legend}{others}.",)
