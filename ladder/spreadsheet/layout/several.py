"""Tables that are parts of one matrix: of the same skills, or of the same roles."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from ladder.errors import FileProblems, Problem
from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.spreadsheet.grid import MOST_ROWS, Cell, CellProblem, Grid, column_letters
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.wording import listed

from .exported import exported
from .find import find_layout
from .headings import Headings
from .layout import ROLE_FACTS, Layout
from .legend import joined as joined_legends
from .orientation import is_job
from .split import split

Going: TypeAlias = Literal["roles", "skills"]
"""What goes on from one table to the next."""


@dataclass(frozen=True, slots=True)
class Part:
    """A table that may be a part of a matrix."""

    name: str
    """Its sheet, or the title above it; may be empty."""
    layout: Layout


def find_whole_layout(grid: Grid, mapping: MatrixMapping) -> Layout:
    """Find out how a matrix is laid out that may stand in several tables of a sheet."""
    headings = Headings(mapping)
    tables = [] if grid.rows and exported(grid, headings) else split(grid, headings, mapping)
    if len(tables) < 2:
        return find_layout(grid, mapping)
    try:
        parts = [Part(table.title, find_layout(table.grid, mapping)) for table in tables]
    except FileProblems:
        parts = []
    going = what_goes_on(parts)
    if going is None:
        raise _apart([table.grid for table in tables])
    names = [fold(part.name) for part in parts]
    if not all(names) or len({*names}) < len(names):
        parts = [replace(part, name="") for part in parts]
    ranges = listed([_range(table.grid) for table in tables], "and")
    told = f"The tables in {ranges} are read as one, as their {going} go on."
    return replace(join(parts, going, grid), parts=told)


def what_goes_on(parts: Sequence[Part], *, tracks: bool = False) -> Going | None:
    """Tell what goes on from table to table, if they plainly are parts of one matrix.

    Where it is known that they are ``tracks``, titles and skills need not be told by.
    """
    layouts = [part.layout for part in parts]
    alike = _is_readable_with if tracks else _is_like
    if not layouts or not all(alike(layouts[0], other) for other in layouts):
        return None
    roles: list[list[Hashable]] = [[*_roles(layout)] for layout in layouts]
    skills: list[list[Hashable]] = [[*_skills(layout)] for layout in layouts]
    if not all(_are_disjoint([[key] for key in keys]) for keys in [*roles, *skills]):
        return None
    plain = _are_disjoint(roles) and _are_shared(skills) and all(map(_has_jobs, layouts))
    if tracks or plain:
        return "roles"
    same = all({*keys} == {*roles[0]} for keys in roles)
    return "skills" if same and _are_disjoint(skills) else None


def _has_jobs(layout: Layout) -> bool:
    """Whether a name is that of a job; names of people are none."""
    return any(is_job(row[layout.name].text) for row in layout.body)


def _are_shared(several: Sequence[Sequence[Hashable]]) -> bool:
    """Whether half of the things in each are in others, too."""
    for at, own in enumerate(several):
        others = {key for other in (*several[:at], *several[at + 1 :]) for key in other}
        if 2 * len({*own} & others) < len(own):
            return False
    return True


def _is_like(one: Layout, other: Layout) -> bool:
    """Whether roles go the same way, with the same facts, and cells hold the same kind of thing."""
    facts = [{*layout.facts} - {"track"} for layout in (one, other)]
    return _is_readable_with(one, other) and one.across == other.across and facts[0] == facts[1]


def _is_readable_with(one: Layout, other: Layout) -> bool:
    return one.prose == other.prose and ("id" in one.facts) == ("id" in other.facts)


def _roles(layout: Layout) -> list[tuple[str, str]]:
    at = layout.facts.get("track")
    return [
        (fold(row[at].text) if at is not None else "", fold(row[layout.name].text))
        for row in layout.body
    ]


def _skills(layout: Layout) -> list[str]:
    return [fold(layout.head[at].text) for at in layout.skills if layout.head[at].text]


def _are_disjoint(several: Iterable[Sequence[Hashable]]) -> bool:
    found = [key for keys in several for key in keys]
    return len({*found}) == len(found)


@dataclass(slots=True)
class _Joined:
    """Roles and skills of several parts, by what is in each of their columns."""

    going: Going
    tracked: bool
    """Whether the name of a part is the track of its roles."""
    rows: dict[Hashable, dict[str, Cell]] = field(default_factory=dict)
    heads: dict[str, Cell] = field(default_factory=dict)
    """By skill, folded, as are the following."""
    groups: dict[str, Cell] = field(default_factory=dict)
    abouts: dict[str, Cell] = field(default_factory=dict)

    def take(self, part: Part) -> None:
        """Take in a part."""
        layout = part.layout
        grouped = self.going == "skills" and part.name
        for at, key in ((at, fold(layout.head[at].text)) for at in layout.skills):
            head = layout.head[at]
            self.heads.setdefault(key, head)
            if at in layout.groups:
                self.groups.setdefault(key, layout.groups[at])
            elif grouped:
                self.groups.setdefault(key, head._replace(text=part.name))
            if at in layout.abouts:
                self.abouts.setdefault(key, layout.abouts[at])
        for role, row in zip(_roles(layout), layout.body, strict=True):
            own = part.name if self.going == "roles" else ""
            found = self.rows.setdefault((*role, own), {NAME: row[layout.name]})
            if self.tracked:
                found["track"] = row[layout.name]._replace(text=part.name)
            found |= {fact: row[at] for fact, at in layout.facts.items()}
            found |= {_column(layout.head[at].text): row[at] for at in layout.skills}


NAME = "name"


def _column(skill: str) -> str:
    """Where the levels of a skill are, whatever it is called."""
    return f"skill {fold(skill)}"


def join(parts: Sequence[Part], going: Going, grid: Grid) -> Layout:
    """Put the roles and the skills of all parts into one table.

    Where roles go on, the name of a part is the track of its roles, unless they have one; where
    skills do, it is their group, likewise.
    """
    joined = _Joined(going, going == "roles" and all(part.name for part in parts))
    for part in parts:
        joined.take(part)
    joined.heads.pop("", None)
    # What looks like a section, as no role of a part asks for it, is a skill of another part.
    groups = {
        skill: cell for skill, cell in joined.groups.items() if fold(cell.text) not in joined.heads
    }
    there = {column for row in joined.rows.values() for column in row}
    facts = [fact for fact in ROLE_FACTS if fact in there]
    columns = [NAME, *facts, *map(_column, joined.heads)]
    at = {skill: place for place, skill in enumerate(joined.heads, start=1 + len(facts))}
    first = parts[0].layout
    corner, titles = first.head[first.name], {part.name for part in parts}
    ignored = [
        text
        for part in parts
        for text in part.layout.ignored
        if text not in titles and fold(text) not in joined.heads
    ]
    return replace(
        first,
        grid=grid,
        head=[corner, *(corner._replace(text="") for _ in facts), *joined.heads.values()],
        body=[
            [row.get(column, row[NAME]._replace(text="")) for column in columns]
            for row in joined.rows.values()
        ],
        name=0,
        facts=FrozenDict({fact: place for place, fact in enumerate(facts, start=1)}),
        skills=[*at.values()],
        ignored=[*dict.fromkeys(ignored)],
        groups=FrozenDict({at[key]: cell for key, cell in groups.items() if key}),
        abouts=FrozenDict({at[key]: cell for key, cell in joined.abouts.items() if key}),
        legend=joined_legends(part.layout.legend for part in parts),
    )


def placed_apart(grids: Sequence[Grid]) -> list[Grid]:
    """Move the rows of tables on, so that each cell of several sheets has a place of its own."""

    def locate(row: int, column: int, message: str) -> Problem:
        sheet, own = divmod(row, MOST_ROWS)
        return grids[sheet].locate(own, column, message)

    return [
        replace(
            grid,
            rows=[
                [cell._replace(row=cell.row + at * MOST_ROWS) for cell in row] for row in grid.rows
            ],
            locate=locate,
            spread=frozenset((row + at * MOST_ROWS, column) for row, column in grid.spread),
        )
        for at, grid in enumerate(grids)
    ]


def joined_grid(grids: Sequence[Grid]) -> Grid:
    """All rows of tables that are placed apart."""
    hidden = tuple(dict.fromkeys(text for grid in grids for text in grid.hidden))
    return replace(grids[0], rows=[row for grid in grids for row in grid.rows], hidden=hidden)


def _apart(tables: Sequence[Grid]) -> FileProblems:
    """Refuse tables that make no matrix together."""
    of_sheet = isinstance(tables[0].problem(tables[0].rows[0][0], ""), CellProblem)
    where = (
        "on a sheet of its own, and name the one to read by --sheet"
        if of_sheet
        else ("into a file of its own")
    )
    message = (
        f"another table begins here: {listed(map(_range, tables), 'and')} are not read as one, "
        "which takes the same roles with other skills, or the same skills with other roles that "
        f"are called as jobs; put each {where}, or all roles into one table"
    )
    first = next(cell for row in tables[1].rows for cell in row if cell.text)
    return FileProblems([tables[1].problem(first, message)])


def _range(grid: Grid) -> str:
    """The cells of a table as a person finds them: A1:C5, or lines 1 to 5."""
    cells = [cell for row in grid.rows for cell in row if cell.text]
    rows, columns = _ends(cell.row for cell in cells), _ends(cell.column for cell in cells)
    first, last = (grid.locate(row, columns[0], "") for row in rows)
    if isinstance(first, CellProblem):
        left, right = map(column_letters, columns)
        return f"{left}{first.line}:{right}{last.line}"
    across = f" from column {columns[0] + 1} on" if columns[0] else ""
    return f"lines {first.line} to {last.line}{across}"


def _ends(numbers: Iterable[int]) -> tuple[int, int]:
    known = sorted({*numbers})
    return known[0], known[-1]
