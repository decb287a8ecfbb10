"""What a list holds of a ladder: its roles, its skills, and what is expected of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches

from ladder.errors import FileProblems, Problem
from ladder.importers.moves import MOST_ROLES, MOST_SKILLS, RoleLevel
from ladder.matching import Hints, fold, to_id, unique_ids
from ladder.model import FrozenDict, Skill
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.scale import Scale, level_faults, read_scale
from ladder.wording import quoted, short, some

from .columns import Columns
from .faults import Faults, place
from .meanings import Meanings
from .roles import Roles, read_roles
from .rows import Row, expected_rows, level_cells, rows_of

MOST_ALIKE = 300
"""Skills up to which names are compared with one another for misspelt ones."""

_SEVERAL = re.compile(r"[;\n|]")


@dataclass(frozen=True, slots=True)
class Listed:
    """The contents of a list."""

    scale: Scale
    skills: Mapping[str, Skill]
    """Those that some role expects, by id."""
    levels: tuple[RoleLevel, ...]
    roles: Roles
    rows: int
    optional: int
    """How many of the rows have a skill that is not required."""
    notes: tuple[str, ...]
    """What stands in rows that say nothing of any role."""
    remarks: tuple[str, ...]


def read_lists(
    tables: Sequence[Columns], mapping: MatrixMapping, libraries: Sequence[Columns] = ()
) -> Listed:
    """Read lists, and tables of roles beside them, as one; libraries say more of the skills."""
    faults = Faults()
    read = [rows_of(columns, faults) for columns in tables]
    rows = [row for several, _ in read for row in several]
    _check_single_skills(rows, faults)
    expected = expected_rows(rows, faults)
    skilled = [row for row in rows if "skill" in row.fields]
    asked = [row for row in expected if "skill" in row.fields]
    if not asked:
        faults.check()
        first = tables[0]
        message = "there is no row with a skill that a role is to have below these headings"
        raise FileProblems([first.grid.problem(first.head[0], message)])
    roles = read_roles(rows, faults)
    scale = _scale(skilled, mapping, faults)
    reader = _Reader(scale, roles, mapping, faults)
    role_of = {id(row): role for row, role in zip(rows, roles.of_rows, strict=True)}
    reader.read([(row, role_of[id(row)]) for row in asked])
    faults.check()
    _check_size(tables[0], roles, reader.skills)
    meanings = Meanings(scale, reader.meant)
    meanings.add(skilled)
    notes = [note for _, several in read for note in several]
    for columns in libraries:
        notes += meanings.add_library(columns, reader.skills)
    return Listed(
        scale,
        FrozenDict({skill.id: meanings.told(key, skill) for key, skill in reader.skills.items()}),
        tuple(
            replace(level, profile=FrozenDict(reader.profiles.get(key, {})))
            for key, level in roles.levels.items()
        ),
        roles,
        len(rows),
        len(rows) - len(expected),
        tuple(notes),
        (*scale.remarks, *roles.remarks, *reader.remarks, *meanings.remarks(reader.skills)),
    )


def _check_single_skills(rows: Iterable[Row], faults: Faults) -> None:
    """Refuse several skills in one cell; those between commas stand elsewhere, too."""
    rows = list(rows)
    alone = {row.text("skill") for row in rows if "level" not in row.columns.at}
    parts = Counter(part for text in alone for part in {*map(fold, text.split(","))})

    def is_several(row: Row) -> bool:
        again = [parts[fold(part)] > 1 for part in row.text("skill").split(",")]
        several = row.text("skill") in alone and len(again) > 1 and any(again)
        return several or bool(_SEVERAL.search(row.fields["skill"].text))

    for row in rows:
        if "skill" in row.fields and is_several(row):
            message = "several skills in a cell; give each skill of a role a row of its own"
            faults.add(row.columns.grid, row.fields["skill"], message)


def _check_size(first: Columns, roles: Roles, skills: Mapping[str, Skill]) -> None:
    for what, found, most in (("roles", roles.levels, MOST_ROLES), ("skills", skills, MOST_SKILLS)):
        if len(found) > most:
            message = f"the list has {len(found):,} {what}, more than {most:,}"
            raise FileProblems([first.grid.problem(first.head[0], message)])


def _scale(rows: Sequence[Row], mapping: MatrixMapping, faults: Faults) -> Scale:
    """Find the levels of all lists; where none has any, a skill is held or not."""
    levelled = [row for row in rows if "level" in row.columns.at]
    if not levelled:
        return Scale(("held",), "none being given", (), {}, None)
    try:
        return read_scale(*level_cells(levelled), mapping)
    except FileProblems as asked:
        faults.extend(asked.problems)
        raise faults.refusal() from asked


class _Reader:
    """Reads what each row expects of its role."""

    def __init__(self, scale: Scale, roles: Roles, mapping: MatrixMapping, faults: Faults) -> None:
        self.scale = scale
        self.roles = roles
        self.blank_is_none = "" in mapping.empty
        self.faults = faults
        self.unread: list[Row] = []
        self.skills: dict[str, Skill] = {}
        """By their folded names."""
        self.profiles: dict[str, dict[str, int]] = {}
        self.known: dict[str, int | None] = {}
        self.remarks: list[str] = []

    def read(self, rows: Sequence[tuple[Row, str]]) -> None:
        levels = [(row, role, self.level(row)) for row, role in rows]
        if self.unread:
            grid, cells = level_cells(self.unread)
            self.faults.extend(level_faults(grid, self.scale, cells, Hints()))
        levels = [(row, role, level) for row, role, level in levels if level]
        self.name_skills(row for row, _, _ in levels)
        self.expect(levels)

    def level(self, row: Row) -> int:
        if "level" not in row.columns.at:
            return 1
        cell, text = row.cell("level"), row.text("level")
        if not text and not self.blank_is_none:
            message = (
                "the level is missing; write it, or 0 where the skill is not expected; or say in a "
                'mapping file that an empty cell means so: empty: [""]'
            )
            self.faults.add(row.columns.grid, cell, message)
            return 0
        level = self.meant(text)
        if level is None:
            self.unread.append(row)
        return level or 0

    def meant(self, text: str) -> int | None:
        """Level that a cell means, found out once for all that say the same."""
        if text not in self.known:
            self.known[text] = self.scale.read(text) if text else 0
        return self.known[text]

    def name_skills(self, rows: Iterable[Row]) -> None:
        """Make a skill of each name."""
        names: dict[str, str] = {}
        often: dict[str, int] = {}
        for row in rows:
            name = row.text("skill")
            if not to_id(name):
                message = f"{quoted(name)} names no skill: it has no letter or digit"
                self.faults.add(row.columns.grid, row.cell("skill"), message)
            names.setdefault(fold(name), name)
            often[fold(name)] = often.get(fold(name), 0) + 1
        ids = unique_ids(names.values())
        self.skills = {key: Skill(ids[name], name) for key, name in names.items()}
        if alike := list(_alike(names, often)):
            self.remarks.append(f"Taken for different skills, though spelt alike: {some(alike)}.")

    def expect(self, levels: Iterable[tuple[Row, str, int]]) -> None:
        """Let each role expect its skills, each once."""
        first: dict[tuple[str, str], tuple[Row, int]] = {}
        differing: list[tuple[Row, Row]] = []
        again = 0
        for row, role, level in levels:
            skill = self.skills[row.key("skill")].id
            other, before = first.setdefault((role, skill), (row, level))
            self.profiles.setdefault(role, {})[skill] = before
            if before != level:
                differing.append((row, other))
            elif other is not row:
                again += 1
        if differing:
            self.refuse_differing(differing)
        if again:
            rows = "row says" if again == 1 else "rows say"
            self.remarks.append(f"{again:,} {rows} again what others say.")

    def refuse_differing(self, pairs: Sequence[tuple[Row, Row]]) -> None:
        """Say in one message which skills a role is to have at two levels, and where."""
        row, _ = pairs[0]
        start = row.columns.grid.problem(row.cell("skill"), "")
        told = [_two_levels(*pair, start) for pair in pairs]
        message = f"two levels of one skill of a role: {some(told)}; keep one row of each"
        self.faults.add(row.columns.grid, row.cell("skill"), message)


def _two_levels(row: Row, other: Row, start: Problem) -> str:
    here, there = (
        place(each.columns.grid.problem(each.cell("level"), ""), start) for each in (row, other)
    )
    what = f"{quoted(row.text('skill'))} of {quoted(row.text('role'))}"
    levels = short(other.text("level")), short(row.text("level"))
    return f"{what} is {levels[0]} in {there} and {levels[1]} in {here}"


def _alike(names: Mapping[str, str], often: Mapping[str, int]) -> Iterable[str]:
    """Names of skills, of which one may be the other misspelt, in pairs."""
    by_id: dict[str, str] = {}
    for key, name in names.items():
        same = by_id.setdefault(to_id(name), key)
        if same != key:
            yield f"{quoted(names[same])} and {quoted(name)}"
    if len(names) > MOST_ALIKE:
        return
    for key, name in names.items():
        if often[key] == 1 and len(key) >= 8 and not any(c.isdigit() for c in key):
            others = [
                other for other in names if other != key and to_id(names[other]) != to_id(name)
            ]
            for near in get_close_matches(key, others, n=1, cutoff=0.92):
                yield f"{quoted(name)} and {quoted(names[near])}"
