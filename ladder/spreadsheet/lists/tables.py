"""The tables of the files that make a list: which is what, and which is nothing that is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ladder.errors import FileProblems, Problem, UnreadableFile
from ladder.files.text import FilePath, odd_characters, read_bytes
from ladder.matching import Hints, fold
from ladder.spreadsheet.grid import Cell, Grid
from ladder.spreadsheet.layout.legend import NO_LEGEND, Legend, joined, legend_of
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.sources import read_tables
from ladder.spreadsheet.words import LIST, NEEDED, ROLES, SKILLS
from ladder.spreadsheet.workbook import holds_ladder
from ladder.spreadsheet.xlsx_reader import Workbook
from ladder.wording import quoted, some

from .columns import HEADS_TRIED, Columns, find_columns
from .faults import Faults, in_yaml

WHOLE = "holds a whole ladder, as an export writes it; read it back with: ladder import matrix"


@dataclass(frozen=True, slots=True)
class Tables:
    """What the files hold."""

    files: Sequence[str]
    """Their names, without their folders."""
    known: Mapping[str, Sequence[Columns]]
    """By kind."""
    unread: Sequence[str]
    """The names of the tables of no kind that is known."""
    remarks: Sequence[str]
    legend: Legend = NO_LEGEND
    """What tables of no other kind say of the levels."""


def find_tables(paths: Sequence[FilePath], mapping: MatrixMapping) -> Tables:
    """Read the tables of all files, and find out what each is; a list is among them."""
    known: dict[str, list[Columns]] = {kind: [] for kind in NEEDED}
    others: list[tuple[str, Grid]] = []
    legends: list[Legend] = []
    remarks: list[str] = []
    grids = [named for path in paths for named in _grids(path, remarks)]
    if absent := list(_absent(grids, mapping)):
        raise FileProblems(absent)
    for name, grid in grids:
        found = find_columns(grid, mapping)
        other = found is not None and found.kind == LIST and mapping.sheet not in (None, name)
        legend = legend_of(grid) if found is None or found.kind in (ROLES, SKILLS) else NO_LEGEND
        if legend.entries:
            legends.append(legend)
        elif found is None or other:
            others.append((name, grid))
        else:
            grid.check()
            known[found.kind].append(found)
    if not known[LIST]:
        _refuse(paths, others)
    for columns in known[LIST]:
        _refuse_people(columns)
    _refuse_odd_characters([columns.grid for several in known.values() for columns in several])
    files = [os.path.basename(path) for path in paths]
    return Tables(files, known, [name for name, _ in others], remarks, joined(legends))


def _grids(path: FilePath, remarks: list[str]) -> Iterator[tuple[str, Grid]]:
    source = read_tables(read_bytes(path), os.fspath(path))
    if holds_ladder(Workbook(source.file, source.tables)):
        raise UnreadableFile(f"{source.file} {WHOLE}")
    remarks += source.remarks
    yield from ((name, grid) for name, grid in source.tables.items() if grid.rows)


def _absent(grids: Sequence[tuple[str, Grid]], mapping: MatrixMapping) -> Iterator[Problem]:
    """Find what a mapping file names and the files do not have."""
    if mapping.document is None:
        return
    texts = [cell.text for _, grid in grids for cell in _fullest(grid)]
    named = {key: mapping.document.root[key] for key in mapping.headings}
    wanted = [(key, "heading", text, texts) for key, text in named.items()]
    if mapping.sheet is not None:
        wanted.append(("sheet", "sheet", mapping.sheet, [name for name, _ in grids]))
    if mapping.sheets:
        yield mapping.problem("sheets are for a matrix; of a list, all are read", "sheets")
    hints = Hints()
    for key, what, text, there in wanted:
        if fold(text) not in map(fold, there):
            choices = some([quoted(each) for each in there]) or "none"
            hint = hints.hint(text, there)
            yield mapping.problem(f"no {what} {quoted(text)}; there are {choices}{hint}", key)


def _fullest(grid: Grid) -> list[Cell]:
    """The cells of the row near the top that is most likely to be that of the headings."""
    rows = ([cell for cell in row if cell.text] for row in grid.rows[:HEADS_TRIED])
    return max(rows, key=len, default=[])


def _refuse(paths: Sequence[FilePath], others: Sequence[tuple[str, Grid]]) -> None:
    """Say that there is no list, and what there is instead."""
    expected = (
        "expected a row of headings such as Role, Skill and Level, and a row below for each skill "
        "of each role; other headings are said in a mapping file, such as role: Stelle; roles one "
        "way and skills the other are a matrix, for ladder import matrix"
    )
    for _, grid in others:
        if grid.rows:
            head = _fullest(grid)
            here = some([quoted(cell.text) for cell in head])
            message = f"no list found; {expected}; here are {here}"
            raise FileProblems([grid.problem(head[0], message)])
    raise UnreadableFile(f"{os.fspath(paths[0])} has no list in it; {expected}")


def _refuse_people(columns: Columns) -> None:
    if "person" in columns.at:
        cell = columns.head[columns.at["person"]]
        message = (
            f"this is a table of people, by the heading {quoted(cell.text)}: it says what they can "
            "do, not what their roles expect; expected a row for each skill of each role; where it "
            "is one, leave that column out by a line in a mapping file: "
            f"ignore: [{in_yaml(cell.text)}]"
        )
        raise FileProblems([columns.grid.problem(cell, message)])


def _refuse_odd_characters(grids: Iterable[Grid]) -> None:
    faults = Faults()
    for grid in grids:
        for row in grid.rows:
            for cell in row:
                for _, message in islice(odd_characters(cell.text), 1):
                    faults.add(grid, cell, message)
    faults.check()
