"""A whole ladder read from the sheets of a workbook, but for its matrix."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ladder.errors import FileProblems, Problem, UnreadableFile
from ladder.files.document import Fault
from ladder.files.schema import shape_faults
from ladder.files.text import odd_characters, plain_value
from ladder.files.validation import sense_faults
from ladder.matching import Hints, fold
from ladder.model import EXPECTED
from ladder.wording import listed, quoted, short

from .grid import MOST_FAULTS, Cell, Grid
from .matrix import read_heading
from .sheets import ABOUT, ALL_EXPECTED, COLUMNS, MATRIX, OPEN, SIGNS, TITLES, Column
from .xlsx_reader import Workbook


def holds_ladder(book: Workbook) -> bool:
    """Tell whether a workbook holds a whole ladder, as an export has it."""
    return all(sheet in book.sheets for sheet in SIGNS)


_MAPPING = re.compile(r", or \{[^}]*\}(?=, found)")


class Sheets(NamedTuple):
    """What the sheets of a workbook hold, all but what roles expect."""

    data: dict[str, Any]
    """As a ladder file has it."""
    remarks: list[str]
    problems: list[Problem]


def read_sheets(book: Workbook) -> Sheets:
    """Read the sheets of a workbook with a whole ladder, but for its matrix."""
    names = (MATRIX, "About", *COLUMNS)
    if missing := [quoted(sheet) for sheet in names if sheet not in book.sheets]:
        message = f"{book.file} has no sheet {listed(missing, 'and')}"
        raise UnreadableFile(f"{message}; leave a sheet empty rather than out")
    if unknown := [fault for sheet in names for fault in book.sheets[sheet].faults]:
        raise FileProblems(unknown[:MOST_FAULTS])
    reading = _Reading(book)
    reading.read()
    return Sheets(reading.data, reading.remarks, reading.problems)


class _Spot(NamedTuple):
    """A cell, in its sheet, and the title of its column where it has one."""

    grid: Grid
    cell: Cell
    title: str = ""


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
        self.hints = Hints()

    def read(self) -> None:
        self.titles()
        self.about()
        self.levels()
        for sheet in ("Skills", "Tracks", "Activities", "Roles"):
            self.named(sheet)
        self.texts()
        self.growth()
        self.transitions()
        self.renamed()
        told = {(one.file, one.line, one.column) for one in self.problems}
        for fault in {*shape_faults("ladder", self.data), *sense_faults(self.data)}:
            problem = self.located(fault)
            if (problem.file, problem.line, problem.column) not in told:
                self.problems.append(problem)

    def titles(self) -> None:
        """Refuse sheets without the column by which their rows go, as all else would fail, too."""
        for sheet in COLUMNS:
            grid, key = self.book.sheets[sheet], TITLES.get(sheet, "Id")
            if grid.rows and fold(key) not in [fold(cell.text) for cell in grid.rows[0]]:
                message = f"there is no column {quoted(key)}; expected it in this row"
                self.fault(_Spot(grid, grid.rows[0][0]), message)
        if self.problems:
            raise FileProblems(self.problems)

    def fault(self, spot: _Spot, message: str) -> None:
        self.problems.append(spot.grid.problem(spot.cell, message))

    def located(self, fault: Fault) -> Problem:
        """Point at the cell that a fault in the data comes from, or at the nearest around it."""
        value: Any = self.data
        # Of what the whole lacks, in the sheet where it would stand.
        sheet = next((one for one in COLUMNS if fault.message.startswith(one.lower())), "About")
        spot = _Spot(self.book.sheets[sheet], Cell("", 0, 0))
        for step in fault.steps:
            spot = self.spots.get((id(value), step), spot)
            value = value[step]
        return spot.grid.problem(spot.cell, _titled(fault, spot.title))

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
        levels: list[Any] = []
        for fields in self.rows("Levels"):
            spot = fields["Level"]
            if not levels:
                self.put(self.data, "levels", levels, spot)
            level: dict[str, Any] = {}
            self.put(level, "name", self.text(spot), spot)
            if about := fields.get("About"):
                self.put(level, "about", self.text(about), about)
            self.put(levels, None, level if about else level["name"], spot)

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

    def renamed(self) -> None:
        """Point at roles that go by another id in the matrix, which has their names, too."""
        rows = self.book.sheets[MATRIX].rows
        heads = [fold(cell.text) for cell in rows[0]] if rows else []
        if "id" not in heads or "role" not in heads:
            return
        at = heads.index("role"), heads.index("id")
        ids = {row[at[1]].text: read_heading(row[at[0]].text)[0] for row in rows[1:]}
        roles = self.data.get("roles", {})
        others = {fold(name): key for key, name in ids.items() if key and key not in roles}
        for key, role in roles.items():
            other = others.get(fold(role.get("name", "")))
            if other and key not in ids:
                message = f"this role goes by {quoted(other)} in {MATRIX}; all sheets need one id"
                self.fault(self.spots[id(roles), key], message)

    def texts(self) -> None:
        """Add what it means to hold a skill at a level."""
        for fields in self.rows("Texts"):
            skill = self.owner("skills", fields, "Skill")
            if skill is None or self.lacks(fields, "Level", "Text"):
                continue
            level, text = fields["Level"], fields["Text"]
            if "levels" not in skill:
                self.put(skill, "levels", {}, level)
            if level.cell.text in skill["levels"]:
                self.fault(level, "this level of this skill has a text in a row above")
            self.put(skill["levels"], level.cell.text, self.text(text), level)

    def owner(self, group: str, fields: Fields, title: str) -> dict[str, Any] | None:
        """Find the skill or the role that a row says more of."""
        spot, known = fields[title], self.data.get(group, {})
        if spot.cell.text not in known:
            hint = self.hints.hint(spot.cell.text, known)
            self.fault(spot, f"no {title.lower()} {quoted(spot.cell.text)}{hint}")
        found: dict[str, Any] | None = known.get(spot.cell.text)
        return found

    def lacks(self, fields: Fields, *titles: str) -> bool:
        """Tell whether a row lacks what it needs."""
        absent = [title for title in titles if title not in fields]
        if absent:
            self.fault(next(iter(fields.values())), f"{listed(absent, 'and')} missing in this row")
        return bool(absent)

    def growth(self) -> None:
        for fields in self.rows("Growth"):
            role = self.owner("roles", fields, "Role")
            if role is None or self.lacks(fields, "Skill", "Months"):
                continue
            if fold(fields["Skill"].cell.text) == fold(ALL_EXPECTED):
                self.gain_expected(role, fields)
            elif not self.lacks(fields, "Level"):
                self.gain(role, fields)

    def gain_expected(self, role: dict[str, Any], fields: Fields) -> None:
        """Let a role develop all that it expects."""
        skill = fields["Skill"]
        if "develops" in role:
            self.fault(skill, "this role has a row above, which this one would replace")
        if level := fields.get("Level"):
            self.fault(level, "leave this empty: the levels are those that the role expects")
        self.put(role, "develops", EXPECTED, skill)
        self.put(role, "develops_after", self.months(fields), fields["Months"])

    def gain(self, role: dict[str, Any], fields: Fields) -> None:
        """Add a level that a role develops."""
        skill, level = fields["Skill"], fields["Level"]
        if role.get("develops") == EXPECTED:
            self.fault(skill, f"a row above says that this role develops {ALL_EXPECTED}")
            return
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
        if column.kind == "roles":
            return self.lines(spot) if "\n" in text else text
        if column.kind == "gate" and fold(text) in (OPEN, EXPECTED):
            return {} if fold(text) == OPEN else EXPECTED
        return self.skill_levels(spot, column.kind) if column.kind in ("levels", "gate") else text

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

    def skill_levels(self, spot: _Spot, kind: str) -> dict[str, str]:
        """Read a skill and its level in each line of a cell."""
        levels: dict[str, str] = {}
        for line in self.lines(spot):
            skill, colon, level = (part.strip() for part in line.partition(":"))
            if not (skill and colon and level):
                expected = (
                    'expected a skill\'s id and its level in each line, such as "sql: working"'
                )
                words = f", or {EXPECTED}, or {OPEN}" if kind == "gate" else ""
                self.fault(spot, f"{quoted(line)} is neither; {expected}{words}")
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
        own = [cell.text for cell, title in zip(grid.rows[0], titles, strict=True) if not title]
        self.remarks += [f"Left out: the column {quoted(text)} of {sheet}." for text in own if text]
        for row in grid.rows[1:]:
            fields = {
                title: _Spot(grid, cell, title)
                for title, cell in zip(titles, row, strict=True)
                if title and cell.text
            }
            if key in fields:
                yield fields
            elif fields:
                self.fault(_Spot(grid, row[titles.index(key)]), f"{key} is missing in this row")


def _titled(fault: Fault, title: str) -> str:
    """Say what is wrong in a cell by the title of its column, where a file has another word.

    >>> fault = Fault(("months",), "months: expected a number, or {typical: 3}, found none")
    >>> _titled(fault, "Months")
    'Months: expected a number, found none'
    """
    word = next((step for step in reversed(fault.steps) if isinstance(step, str)), "")
    if title in ("Months", "Fast", "Slow") or word == title.lower():
        for behind in (": ", " is "):
            if fault.message.startswith(short(word) + behind):
                told = fault.message.removeprefix(short(word))
                return title + _MAPPING.sub("", told)  # a range has columns of its own
    return fault.message
