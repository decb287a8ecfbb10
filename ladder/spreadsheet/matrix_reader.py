"""From the cells of a table to the matrix that they hold, or everything that is wrong with them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ladder.errors import FileProblems, Problem
from ladder.files.text import odd_characters
from ladder.importers.moves import MOST_ROLES
from ladder.matching import Hints, fold, is_id, to_id, unique_ids
from ladder.model import FrozenDict
from ladder.wording import quoted

from .grid import Cell, Grid
from .layout import Layout, find_layout
from .mapping import MatrixMapping
from .matrix import Matrix, MatrixRole, read_heading
from .scale import Scale, level_faults, read_scale

MOST_PROBLEMS = 200
MOST_SKILLS = 5_000

_RANK = re.compile(r"(?:[^\W\d]+\.?\s*)?(-?\d{1,6})").fullmatch


@dataclass(frozen=True, slots=True)
class ReadMatrix:
    """A matrix, and how it was read."""

    matrix: Matrix
    layout: Layout
    scale: Scale
    cells: Mapping[tuple[str, str], Cell]
    """The cell of each role and skill, by their ids."""


def read_matrix(grid: Grid, mapping: MatrixMapping) -> ReadMatrix:
    """Read a matrix."""
    layout = find_layout(grid, mapping)
    cells = [row[at] for row in layout.body for at in layout.skills]
    scale = read_scale(grid, cells, mapping)
    return _Reader(layout, scale).read()


@dataclass(slots=True)
class _Reader:
    """Reads roles, skills and levels, and keeps every problem met."""

    layout: Layout
    scale: Scale
    problems: list[Problem] = field(default_factory=list)
    unread: list[Cell] = field(default_factory=list)

    def read(self) -> ReadMatrix:
        layout = self.layout
        for row in layout.grid.rows:
            for cell in row:
                for _, message in odd_characters(cell.text):
                    self.fault(cell, message)
        if len(layout.skills) > MOST_SKILLS:
            message = f"the matrix has {len(layout.skills):,} skills, more than {MOST_SKILLS:,}"
            raise FileProblems([layout.grid.problem(layout.head[layout.skills[0]], message)])
        skills = self.named([layout.head[at] for at in layout.skills], "skill")
        rows = [row for row in layout.body if self.has_name(row)]
        if not rows and not self.problems:
            self.fault(layout.head[layout.name], "no row below the headings has the name of a role")
        if len(rows) > MOST_ROLES:
            message = f"the matrix has {len(rows):,} roles, more than {MOST_ROLES:,}"
            raise FileProblems([layout.grid.problem(rows[MOST_ROLES][layout.name], message)])
        ids = self.role_ids(rows)
        roles, cells = [], {}
        tracks = self.named_once([self.fact(row, "track") for row in rows])
        for row, (role, name) in zip(rows, ids, strict=True):
            profile = {}
            for at, (skill, _) in zip(layout.skills, skills, strict=True):
                cells[role, skill] = row[at]
                if (level := self.level(row[at])) > 0:
                    profile[skill] = level
            track = self.fact(row, "track")
            roles.append(
                MatrixRole(
                    role,
                    name,
                    tracks[track.text][0] if track and track.text else None,
                    self.rank(self.fact(row, "rank")),
                    FrozenDict(sorted(profile.items())),
                )
            )
        self.problems += level_faults(layout.grid, self.scale, self.unread, Hints())
        if self.problems:
            shown = sorted(self.problems)[:MOST_PROBLEMS]
            if more := len(self.problems) - len(shown):
                last = shown[-1]
                shown[-1] = type(last)(
                    last.file, last.line, last.column, f"{last.message}; and {more:,} faults more"
                )
            raise FileProblems(shown)
        used = FrozenDict(dict(tracks.values()))
        matrix = Matrix(self.scale.levels, FrozenDict(dict(skills)), used, tuple(roles))
        return ReadMatrix(matrix, layout, self.scale, cells)

    def fault(self, cell: Cell, message: str) -> None:
        self.problems.append(self.layout.grid.problem(cell, message))

    def fact(self, row: list[Cell], fact: str) -> Cell | None:
        at = self.layout.facts.get(fact)
        return None if at is None else row[at]

    def has_name(self, row: list[Cell]) -> bool:
        """Whether a row is a role's; one without a name that holds anything else is a fault."""
        cell = row[self.layout.name]
        if not cell.text and any(row[at].text for at in self.layout.skills):
            self.fault(cell, "a role's name is missing here, beside levels")
        return bool(cell.text)

    def named(self, cells: list[Cell], what: str) -> list[tuple[str, str]]:
        """Read ids and names, each of them once."""
        read = [read_heading(cell.text) for cell in cells]
        made = unique_ids(name for name, given in read if given is None and to_id(name))
        seen = set()
        named = []
        for cell, (name, given) in zip(cells, read, strict=True):
            identifier = given or made.get(name, "")
            alike = given or (fold(name), to_id(name))
            if not identifier:
                self.fault(cell, f"{quoted(name)} names no {what}: it has no letter or digit")
            elif identifier in seen or alike in seen:
                self.fault(cell, f"a second {what} {quoted(cell.text)}; each may be there once")
            seen |= {identifier, alike}
            named.append((identifier, name))
        return named

    def named_once(self, cells: list[Cell | None]) -> dict[str, tuple[str, str]]:
        """Read the ids and names of what several rows may share, by the text of the cells."""
        distinct: dict[str, Cell] = {}
        for cell in cells:
            if cell and cell.text:
                distinct.setdefault(cell.text, cell)
        alike = {text: (fold(text), to_id(text)) for text in distinct}
        spelt: dict[object, str] = {}
        for text, key in alike.items():
            spelt.setdefault(key, text)
        named = self.named([distinct[text] for text in spelt.values()], "track")
        known = dict(zip(spelt, named, strict=True))
        return {text: known[key] for text, key in alike.items()}

    def role_ids(self, rows: list[list[Cell]]) -> list[tuple[str, str]]:
        """Read the ids and names of the roles; an id of its own counts before the name."""
        names = [row[self.layout.name] for row in rows]
        if "id" not in self.layout.facts:
            return self.named(names, "role")
        ids, first = [], set()
        for row, name in zip(rows, names, strict=True):
            cell = row[self.layout.facts["id"]]
            if not is_id(cell.text):
                good = to_id(cell.text) or to_id(name.text)
                such = f", such as {good}" if good else ""
                message = f'the id {quoted(cell.text)} must be lower-case words joined by "-"{such}'
                self.fault(cell, message)
            elif cell.text in first:
                self.fault(cell, f"a second role with the id {quoted(cell.text)}")
            first.add(cell.text)
            ids.append((cell.text, read_heading(name.text)[0]))
        return ids

    def level(self, cell: Cell) -> int:
        level = self.scale.read(cell.text)
        if level is None:
            self.unread.append(cell)
        return level or 0

    def rank(self, cell: Cell | None) -> int | None:
        if cell is None or not cell.text:
            return None
        if found := _RANK(cell.text):
            return int(found[1])
        self.fault(
            cell,
            f"{quoted(cell.text)} should be a rank, a whole number such as 3 or L3; or list the "
            "heading under ignore in a mapping file",
        )
        return None
