"""A whole ladder in the sheets of a workbook, read back and laid out to be written.

There is a row for each thing, and a column for each key of the ladder's file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

from ladder.errors import FileProblems, Problem
from ladder.files.builder import build_ladder
from ladder.files.document import Fault
from ladder.files.schema import shape_faults
from ladder.files.text import odd_characters, plain_value
from ladder.files.validation import sense_faults
from ladder.matching import Hints, fold
from ladder.model import Activity, Ladder, Range, Role, Transition
from ladder.wording import listed, quoted

from .grid import Cell, Grid
from .xlsx_reader import Workbook

Kind: TypeAlias = Literal["text", "number", "lines", "levels", "flag"]
"""What the cells of a column hold: "lines" a text in each line, "levels" a skill and its level in
each line, "flag" yes or nothing.
"""

Value: TypeAlias = str | int | float | None
Row: TypeAlias = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a sheet."""

    title: str
    kind: Kind = "text"
    width: int = 24
    """In characters."""


_MONTHS = (Column("Months", "number", 9), Column("Fast", "number", 7), Column("Slow", "number", 7))
_BASIS = (Column("Source", width=40), Column("Confidence", width=12))
_NAMED = (Column("Id", width=28), Column("Name", width=28))

COLUMNS: Mapping[str, tuple[Column, ...]] = {
    "Roles": (
        *_NAMED,
        Column("Aliases", "lines", 20),
        Column("Track", width=20),
        Column("Rank", "number", 7),
        Column("Final", "flag", 7),
        Column("About", width=50),
        *_BASIS,
    ),
    "Growth": (
        Column("Role", width=30),
        Column("Skill", width=30),
        Column("Level", width=16),
        *_MONTHS,
    ),
    "Transitions": (
        Column("From", width=28),
        Column("To", width=28),
        Column("Kind", width=12),
        *_MONTHS,
        Column("Requires", "levels", 36),
        *_BASIS,
    ),
    "Activities": (
        *_NAMED,
        Column("Kind", width=14),
        *_MONTHS,
        Column("Cost", "number", 10),
        Column("Requires", "levels", 36),
        Column("Develops", "levels", 36),
        Column("About", width=40),
        *_BASIS,
    ),
    "Skills": (*_NAMED, Column("About", width=60)),
    "Tracks": (*_NAMED, Column("Family", width=28), Column("About", width=60)),
    "Levels": (Column("Number", "number", 9), Column("Level", width=24)),
}
"""The sheets that make a ladder, beside About, and their columns."""

ABOUT = ("Name", "About", "Source", "Currency", "Ignore")
MATRIX = "Matrix"

SIGNS = ("Roles", "Transitions", "Levels")
"""The sheets by which a workbook that holds a whole ladder is told from any other."""

TITLES = {"Transitions": "From", "Growth": "Role", "Levels": "Level"}
"""The columns without which a row says nothing; of the other sheets, Id."""


def holds_ladder(book: Workbook) -> bool:
    """Tell whether a workbook holds a whole ladder, as an export has it."""
    return all(sheet in book.sheets for sheet in SIGNS)


def read_ladder(book: Workbook) -> tuple[Ladder, list[str]]:
    """Read a whole ladder from the sheets of a workbook."""
    reading = _Reading(book)
    data = reading.read()
    if not reading.problems:
        faults = {*shape_faults("ladder", data), *sense_faults(data)}
        reading.problems += map(reading.located, faults)
    if reading.problems:
        raise FileProblems(reading.problems)
    return build_ladder(data), reading.remarks


class _Spot(NamedTuple):
    """A cell, in its sheet."""

    grid: Grid
    cell: Cell


Fields = dict[str, _Spot]
"""From the title of a column to the cell of a row, where there is something in it."""


class _Reading:
    """Builds the plain data, and keeps where each part of it stands."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.problems: list[Problem] = []
        self.remarks: list[str] = []
        self.data: dict[str, Any] = {}
        self.spots: dict[tuple[int, str | int], _Spot] = {}  # by container and key
        self.first = _Spot(next(iter(book.sheets.values())), Cell("", 0, 0))
        self.hints = Hints()

    def read(self) -> dict[str, Any]:
        missing = [sheet for sheet in ("About", *COLUMNS) if sheet not in self.book.sheets]
        if missing:
            names = listed([quoted(sheet) for sheet in missing], "and")
            message = f"the workbook has no sheet {names}; leave a sheet empty rather than out"
            self.fault(self.first, message)
            return self.data
        self.about()
        self.levels()
        for sheet in ("Skills", "Tracks", "Activities", "Roles"):
            self.named(sheet)
        self.growth()
        self.transitions()
        return self.data

    def fault(self, spot: _Spot, message: str) -> None:
        self.problems.append(spot.grid.problem(spot.cell, message))

    def located(self, fault: Fault) -> Problem:
        """Point at the cell that a fault in the data comes from, or at the nearest around it."""
        value: Any = self.data
        spot = self.first
        for step in fault.steps:
            spot = self.spots.get((id(value), step), spot)
            value = value[step]
        return spot.grid.problem(spot.cell, fault.message)

    def put(self, container: Any, key: Any, value: Any, spot: _Spot) -> None:
        if isinstance(container, list):
            key = len(container)
            container.append(value)
        else:
            container[key] = value
        self.spots[id(container), key] = spot

    def about(self) -> None:
        grid = self.book.sheets["About"]
        for row in grid.rows:
            title = next((name for name in ABOUT if fold(name) == fold(row[0].text)), None)
            if title is not None and len(row) > 1 and row[1].text:
                spot = _Spot(grid, row[1])
                lines = title == "Ignore"
                value = self.lines(spot) if lines else self.text(spot)
                self.put(self.data, title.lower(), value, spot)

    def levels(self) -> None:
        levels: list[str] = []
        for fields in self.rows("Levels"):
            spot = fields["Level"]
            if not levels:
                self.put(self.data, "levels", levels, spot)
            self.put(levels, None, self.text(spot), spot)

    def named(self, sheet: str) -> None:
        group: dict[str, Any] = {}
        for fields in self.rows(sheet):
            spot = fields["Id"]
            if not group:
                self.put(self.data, sheet.lower(), group, spot)
            if spot.cell.text in group:
                self.fault(spot, f"a second row with the id {quoted(spot.cell.text)}")
            else:
                self.put(group, spot.cell.text, self.entry(sheet, fields, ("Id",)), spot)

    def transitions(self) -> None:
        moves: list[Any] = []
        for fields in self.rows("Transitions"):
            if not moves:
                self.put(self.data, "transitions", moves, fields["From"])
            self.put(moves, None, self.entry("Transitions", fields, ()), fields["From"])

    def growth(self) -> None:
        roles = self.data.get("roles", {})
        for fields in self.rows("Growth"):
            spot = fields["Role"]
            role = roles.get(spot.cell.text)
            if role is None:
                hint = self.hints.hint(spot.cell.text, roles)
                self.fault(spot, f"no role {quoted(spot.cell.text)}{hint}")
            elif absent := [title for title in ("Skill", "Level", "Months") if title not in fields]:
                self.fault(spot, f"{listed(absent, 'and')} missing in this row")
            else:
                self.gain(role, fields)

    def gain(self, role: dict[str, Any], fields: Fields) -> None:
        """Add a level that a role develops."""
        skill, level = fields["Skill"], fields["Level"]
        if "develops" not in role:
            self.put(role, "develops", {}, skill)
        if skill.cell.text not in role["develops"]:
            self.put(role["develops"], skill.cell.text, {}, skill)
        gained = role["develops"][skill.cell.text]
        if level.cell.text in gained:
            self.fault(level, "this level of this skill is given for this role in a row above")
        self.put(gained, level.cell.text, self.months(fields), fields["Months"])

    def entry(self, sheet: str, fields: Fields, without: tuple[str, ...]) -> dict[str, Any]:
        """Make the mapping that a row describes."""
        entry: dict[str, Any] = {}
        for column in COLUMNS[sheet]:
            spot = fields.get(column.title)
            if spot is not None and column.title not in (*without, "Fast", "Slow"):
                value = (
                    self.months(fields) if column.title == "Months" else self.value(column, spot)
                )
                self.put(entry, column.title.lower(), value, spot)
        return entry

    def value(self, column: Column, spot: _Spot) -> Any:
        text = self.text(spot)
        if column.kind == "number":
            return self.number(spot)
        if column.kind == "flag":
            return {"yes": True, "true": True, "no": False, "false": False}.get(fold(text), text)
        if column.kind == "lines":
            return self.lines(spot)
        return self.skill_levels(spot) if column.kind == "levels" else text

    def text(self, spot: _Spot) -> str:
        for _, message in odd_characters(spot.cell.text):
            self.fault(spot, message)
        return spot.cell.text

    def number(self, spot: _Spot) -> Any:
        value = plain_value(spot.cell.text)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return value if is_number else spot.cell.text

    def lines(self, spot: _Spot) -> list[str]:
        lines: list[str] = []
        for line in self.text(spot).split("\n"):
            if line.strip():
                self.put(lines, None, line.strip(), spot)
        return lines

    def skill_levels(self, spot: _Spot) -> dict[str, str]:
        """Read a skill and its level in each line of a cell."""
        levels: dict[str, str] = {}
        for line in self.lines(spot):
            skill, colon, level = (part.strip() for part in line.partition(":"))
            if not (skill and colon and level):
                expected = (
                    'expected a skill\'s id and its level in each line, such as "sql: working"'
                )
                self.fault(spot, f"{quoted(line)} is neither; {expected}")
            elif skill in levels:
                self.fault(spot, f"{quoted(skill)} stands here twice")
            else:
                self.put(levels, skill, level, spot)
        return levels

    def months(self, fields: Fields) -> Any:
        """Read months, with their range where there is one."""
        typical, fast, slow = (fields.get(title) for title in ("Months", "Fast", "Slow"))
        assert typical is not None
        if fast is None and slow is None:
            return self.number(typical)
        if fast is None or slow is None:
            self.fault(fast or slow or typical, "expected both Fast and Slow, or neither")
            return self.number(typical)
        span: dict[str, Any] = {}
        between: list[Any] = []
        self.put(span, "typical", self.number(typical), typical)
        self.put(span, "range", between, fast)
        self.put(between, None, self.number(fast), fast)
        self.put(between, None, self.number(slow), slow)
        return span

    def rows(self, sheet: str) -> Iterator[Fields]:
        """Go through the rows of a sheet that say something."""
        grid = self.book.sheets[sheet]
        if not grid.rows:
            return
        known = {fold(column.title): column.title for column in COLUMNS[sheet]}
        titles = [known.get(fold(cell.text)) for cell in grid.rows[0]]
        key = TITLES.get(sheet, "Id")
        if key not in titles:
            cell = grid.rows[0][0]
            self.fault(
                _Spot(grid, cell), f"there is no column {quoted(key)}; expected it in this row"
            )
            return
        own = [cell.text for cell, title in zip(grid.rows[0], titles, strict=True) if not title]
        self.remarks += [f"Left out: the column {quoted(text)} of {sheet}." for text in own if text]
        for row in grid.rows[1:]:
            fields = {
                title: _Spot(grid, cell)
                for title, cell in zip(titles, row, strict=True)
                if title and cell.text
            }
            if key in fields:
                yield fields
            elif fields:
                self.fault(_Spot(grid, row[titles.index(key)]), f"{key} is missing in this row")


def tables_of(ladder: Ladder) -> dict[str, list[Row]]:
    """Write a ladder as rows by sheet, below the titles of `COLUMNS`; About has none."""
    about = (ladder.name, ladder.about, ladder.source, ladder.currency, "\n".join(ladder.ignore))
    return {
        "About": list(zip(ABOUT, about, strict=True)),
        "Roles": [_role(role) for role in ladder.roles.values()],
        "Growth": [row for role in ladder.roles.values() for row in _growth(ladder, role)],
        "Transitions": [_transition(ladder, move) for move in ladder.transitions],
        "Activities": [_activity(ladder, item) for item in ladder.activities.values()],
        "Skills": [(item.id, item.name, item.about) for item in ladder.skills.values()],
        "Tracks": [
            (item.id, item.name, item.family, item.about) for item in ladder.tracks.values()
        ],
        "Levels": list(enumerate(ladder.levels, start=1)),
    }


def _role(role: Role) -> Row:
    final = "yes" if role.final else None
    named = role.id, role.name, "\n".join(role.aliases)
    return *named, role.track, role.rank, final, role.about, role.source, role.confidence


def _growth(ladder: Ladder, role: Role) -> Iterable[Row]:
    for skill, levels in role.develops.items():
        ranges = role.develops_ranges.get(skill, {})
        for level, months in levels.items():
            yield role.id, skill, ladder.level_name(level), *_months(months, ranges.get(level))


def _transition(ladder: Ladder, move: Transition) -> Row:
    return (
        *(move.from_role, move.to_role, move.kind),
        *_months(move.months, move.months_range),
        *(_levels(ladder, move.requires), move.source, move.confidence),
    )


def _activity(ladder: Ladder, item: Activity) -> Row:
    return (
        *(item.id, item.name, item.kind),
        *_months(item.months, item.months_range),
        *(item.cost, _levels(ladder, item.requires), _levels(ladder, item.develops)),
        *(item.about, item.source, item.confidence),
    )


def _months(typical: int, between: Range | None) -> Row:
    return typical, *(between or (None, None))


def _levels(ladder: Ladder, levels: Mapping[str, int]) -> str:
    return "\n".join(f"{skill}: {ladder.level_name(level)}" for skill, level in levels.items())
