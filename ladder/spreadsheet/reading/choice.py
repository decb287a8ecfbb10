"""The table of a file that holds the matrix: the one that is named, or that reads best."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ladder.errors import FileProblems, Problem
from ladder.matching import Hints
from ladder.spreadsheet.grid import Grid
from ladder.spreadsheet.layout.layout import Layout
from ladder.spreadsheet.layout.legend import Legend, legend_of, same_levels
from ladder.spreadsheet.layout.sections import without_faulty_totals
from ladder.spreadsheet.layout.several import (
    Part,
    find_whole_layout,
    join,
    joined_grid,
    placed_apart,
    what_goes_on,
)
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.matrix_reader import ReadMatrix, read_layout, read_matrix
from ladder.spreadsheet.scale.doubts import yaml_word
from ladder.spreadsheet.scale.numbered import BY_NUMBER
from ladder.spreadsheet.sources import Source
from ladder.wording import listed, quoted, some

from .definitions import defines, with_definitions

NEARLY_AS_GOOD = 0.5
"""A table with this share of the levels that the best one has may be meant, too."""

_NO_TRACK = re.compile(
    r"(sheet|table|tabelle|feuil|hoja|matrix|matrice|matriz|framework|skills?|required|actual|soll|ist|"
    r"current|target|summary|overview|all|team|people|staff|employees|mitarbeiter)\s?\d*|.*\b(old|copy|kopie|copie|copia|example|beispiel|"
    r"exemple|ejemplo|template|vorlage|draft|entwurf|archive|backup|v\d+|20\d\d)\b.*",
    re.IGNORECASE | re.DOTALL,
).fullmatch
"""Tells names of tracks from those that programs give sheets, and from those of versions."""


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
        without_faulty_totals(tables[named]).check()
        read = read_matrix(tables[named], mapping, others)
        return Chosen(read, _told([named], tables, legends, read))
    if mapping.sheets:
        return _tracks(source, tables, mapping, legends)
    shown = {name: grid for name, grid in tables.items() if name not in source.hidden} or tables
    candidates = {name: grid for name, grid in shown.items() if name not in legends} or tables
    return _best(source, candidates, tables, mapping, legends)


def _named(
    source: Source, tables: Mapping[str, Grid], mapping: MatrixMapping, sheet: str | None
) -> str | None:
    """The table that the option or the mapping file names."""
    named = sheet or mapping.sheet
    if named is None or named in tables:
        return named
    message = _no_sheet(named, source, tables)
    if sheet is None:
        raise FileProblems([mapping.problem(message, "sheet")])
    raise FileProblems([Problem(source.file, 1, 1, message)])


def _no_sheet(named: str, source: Source, tables: Mapping[str, Grid]) -> str:
    choices = some([quoted(name) for name in tables])
    hint = Hints().hint(named, tables)
    return f"no sheet {quoted(named)} in {source.file}; there are {choices}{hint}"


def _tracks(
    source: Source,
    tables: Mapping[str, Grid],
    mapping: MatrixMapping,
    legends: Mapping[str, Legend],
) -> Chosen:
    """Read the sheets that the mapping file names as a track each."""
    absent = [(at, name) for at, name in enumerate(mapping.sheets) if name not in tables]
    if absent:
        raise FileProblems(
            mapping.problem(_no_sheet(name, source, tables), "sheets", at) for at, name in absent
        )
    whole = _joined({name: tables[name] for name in mapping.sheets}, mapping, legends.values())
    return Chosen(whole, _told(mapping.sheets, tables, legends, whole))


def _best(
    source: Source,
    candidates: Mapping[str, Grid],
    tables: Mapping[str, Grid],
    mapping: MatrixMapping,
    legends: Mapping[str, Legend],
) -> Chosen:
    layouts: dict[str, Layout] = {}
    read: dict[str, ReadMatrix] = {}
    refused: dict[str, FileProblems] = {}
    for name, grid in candidates.items():
        known = without_faulty_totals(grid)
        try:
            try:
                layouts[name] = find_whole_layout(grid, mapping)
            finally:
                known.check()  # what else is odd may come of that
            read[name] = read_layout(layouts[name], mapping, legends.values())
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
    parts = _parts({name: found for name, found in layouts.items() if name not in texts}, best)
    counted = {read[name].scale.how == BY_NUMBER for name in parts if name in read}
    if len(counted) > 1:  # numbers on one sheet and words on another may not mean the same
        near, parts = parts, [best]
    if {*near} - {*parts}:
        raise FileProblems([Problem(source.file, 1, 1, _which(near))])
    whole = read[best]
    if len(parts) > 1:
        whole = _joined({name: tables[name] for name in parts}, mapping, legends.values())
    whole = with_definitions(whole, [read[name] for name in texts])
    return Chosen(whole, _told(parts, tables, legends, whole, texts))


def _parts(layouts: Mapping[str, Layout], best: str) -> list[str]:
    """The sheets that are each a track of the matrix, if there are several such."""
    known = {name: Part(name, layout) for name, layout in layouts.items()}
    named = [name for name in layouts if name == best or not _NO_TRACK(name)]
    parts = [name for name in named if name == best or what_goes_on([known[best], known[name]])]
    several = [known[name] for name in parts]
    plain = what_goes_on(several) == "roles" and not _NO_TRACK(best)
    return parts if plain else [best]


def _which(names: Sequence[str]) -> str:
    """Ask which sheet is meant, or whether each is a track."""
    shown = [quoted(name) for name in names]
    return (
        f"{listed(shown, 'and')} hold a matrix each; name the one to read by --sheet {shown[0]}, "
        f"or in a mapping file by sheet: {names[0]}; or, if each is a track, say so there by "
        f"sheets: [{', '.join(map(yaml_word, names))}]"
    )


def _joined(
    tables: Mapping[str, Grid], mapping: MatrixMapping, legends: Iterable[Legend]
) -> ReadMatrix:
    """Read the sheets of a matrix as one table."""
    for grid in tables.values():
        without_faulty_totals(grid).check()
    grids = placed_apart([*tables.values()])
    parts = [
        Part(name, find_whole_layout(grid, mapping))
        for name, grid in zip(tables, grids, strict=True)
    ]
    if what_goes_on(parts, tracks=True) is None:
        names = listed([quoted(name) for name in tables], "and")
        message = (
            f"{names} cannot be read as one: some hold sentences or ids and others not, or one has "
            "a role or a skill twice; lay them out alike, each role and skill once"
        )
        raise FileProblems([mapping.problem(message, "sheets")])
    return read_layout(join(parts, "roles", joined_grid(grids)), mapping, legends)


def _levels(read: ReadMatrix) -> int:
    return sum(len(role.profile) for role in read.matrix.roles)


def _likeliest(tables: Mapping[str, Grid], refused: Mapping[str, FileProblems]) -> FileProblems:
    """What is wrong with the table that has the most cells."""
    sizes = {name: sum(len(row) for row in grid.rows) for name, grid in tables.items()}
    return refused[max(sizes, key=lambda name: sizes[name])]


def _told(
    names: Sequence[str],
    tables: Mapping[str, Grid],
    legends: Mapping[str, Legend],
    read: ReadMatrix,
    texts: Sequence[str] = (),
) -> tuple[str, ...]:
    if len(tables) == 1:
        return ()
    used = [*texts]
    used += [other for other, found in legends.items() if same_levels(found, read.layout.legend)]
    left = [quoted(other) for other in tables if other not in (*names, *used)]
    legend = f", what its levels mean from {listed(map(quoted, used), 'and')}" if used else ""
    others = f"; left out: {some(left)}" if left else ""
    where = listed(map(quoted, names), "and") + (", a track each" if len(names) > 1 else "")
    return (f"The matrix is read from {where}{legend}{others}.",)
