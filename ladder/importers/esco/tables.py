"""The tables of ESCO, read, and checked against each other."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ladder.errors import FileProblems, UnreadableFile
from ladder.importers.cells import Cells
from ladder.importers.moves import MOST_ROLES
from ladder.importers.tables import CSV, QUOTED_TABS, SEMICOLONS, Dialect, Row, read_table
from ladder.matching import to_id
from ladder.wording import quoted

from .files import (
    BROADER,
    ISCO,
    OCCUPATIONS,
    RELATIONS,
    SKILL_BROADER,
    SKILL_GROUPS,
    SKILLS,
    find_tables,
)
from .groups import group_of
from .isco import UNIT_DIGITS

URI, LABEL, ALTERNATIVES, ABOUT = "conceptUri", "preferredLabel", "altLabels", "description"
GROUP, CODE, REGULATED = "iscoGroup", "code", "regulatedProfessionNote"
OCCUPATION, SKILL, RELATION = "occupationUri", "skillUri", "relationType"
WIDER, TYPE = "broaderUri", "skillType"
COLUMNS = {
    OCCUPATIONS: (URI, GROUP, LABEL),
    SKILLS: (URI, LABEL),
    RELATIONS: (OCCUPATION, RELATION, SKILL),
    ISCO: (CODE, LABEL),
    BROADER: (URI, WIDER),
    SKILL_GROUPS: (URI, LABEL),
    SKILL_BROADER: (URI, WIDER),
}
KINDS = {"knowledge": "Knowledge", "skill/competence": "Skills and competences"}
"""Groups of skills where the folder has no other, by their type."""

ESSENTIAL, OPTIONAL = "essential", "optional"
_UNREGULATED = "unregulated"
_UNIT = re.compile(rf"(?:.*/)?C?(\d{{{UNIT_DIGITS}}})").fullmatch
_ISCO_CODE = re.compile(rf"\d{{1,{UNIT_DIGITS}}}").fullmatch


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation of ESCO."""

    uri: str
    label: str
    unit: str
    """Code of the unit group of ISCO that it stands in, four digits."""
    code: str
    """ESCO's own, such as ``2512.4``; empty where the table has none."""
    titles: tuple[str, ...]
    """What else people call it."""
    about: str
    regulated: bool
    """Whether ESCO says that the law of some country regulates it."""


@dataclass(frozen=True, slots=True)
class EscoSkill:
    """A skill, or something to know."""

    uri: str
    label: str
    about: str
    group: str | None


@dataclass(frozen=True, slots=True)
class EscoTables:
    """What the tables say, by the addresses of occupations and skills."""

    occupations: Mapping[str, Occupation]
    skills: Mapping[str, EscoSkill]
    essential: Mapping[str, Collection[str]]
    """By occupation, the skills."""
    optional: Mapping[str, Collection[str]]
    broader: Mapping[str, Collection[str]]
    """By occupation, those of which it is a special kind."""
    groups: Mapping[str, str]
    """Labels of ISCO's groups by their codes, of one digit to four."""
    foreign: int
    """Relations of skills to occupations that are not in the tables."""


def read_tables(folder: str | os.PathLike[str], language: str | None = None) -> EscoTables:
    """Read the tables of a folder in one language."""
    cells = Cells()
    rows: dict[str, Sequence[Row]] = {}
    broken = set()
    for name, file in find_tables(folder, language).items():
        rows[name], problems = read_table(file, COLUMNS[name], _dialect(file))
        cells.problems += problems
        if problems:
            broken.add(name)
    groups = _isco_groups(rows[ISCO], cells)
    occupations = _occupations(rows[OCCUPATIONS], None if ISCO in broken else groups, cells)
    skills = _skills(rows, cells)
    relations = _Relations(occupations, None if SKILLS in broken else skills, cells)
    for row in rows[RELATIONS]:
        relations.read(row)
    foreign = 0 if OCCUPATIONS in broken else relations.foreign
    broader = _broader(rows.get(BROADER, ()), occupations)
    if cells.problems:
        raise FileProblems(cells.problems)
    if len(occupations) > MOST_ROLES:
        raise UnreadableFile(
            f"{os.fsdecode(folder)} has {len(occupations):,} occupations, more than {MOST_ROLES:,}"
        )
    return EscoTables(
        occupations, skills, relations.essential, relations.optional, broader, groups, foreign
    )


def _dialect(file: Path) -> Dialect:
    """How cells are told apart: ESCO has commas, and spreadsheets save semicolons and tabs."""
    with file.open("rb") as opened:
        head = opened.readline(10_000)
    if b"," in head:
        return CSV
    return SEMICOLONS if b";" in head else QUOTED_TABS if b"\t" in head else CSV


def _isco_groups(rows: Iterable[Row], cells: Cells) -> dict[str, str]:
    groups = {}
    for row in rows:
        code, label = row[CODE], _one_line(row[LABEL])
        if not _ISCO_CODE(code):
            what = f"{quoted(code)} should be a code of ISCO, of one digit to {UNIT_DIGITS}"
            cells.fault(row, CODE, what)
        elif _named(row, label, cells) and cells.once(("isco", code), label, row, LABEL):
            groups[code] = label
    return groups


def _occupations(
    rows: Iterable[Row], groups: Mapping[str, str] | None, cells: Cells
) -> dict[str, Occupation]:
    """Read occupations; their groups are known where those could be read."""
    units = None if groups is None else [code for code in groups if len(code) == UNIT_DIGITS]
    known = None if units is None else set(units)
    occupations = {}
    for row in rows:
        uri, label, unit = row[URI], _one_line(row[LABEL]), _UNIT(row[GROUP])
        if not uri:
            cells.fault(row, URI, f'nothing in "{URI}"; expected the address of the occupation')
        elif not unit:
            cells.fault(
                row,
                GROUP,
                f"{quoted(row[GROUP])} should be the code of a unit group of ISCO, four digits "
                "such as 2512; where a spreadsheet took it for a number, zeros in front are lost",
            )
        elif known is not None and unit[1] not in known:
            cells.choice(row, GROUP, units or (), "ISCO group")
        elif _named(row, label, cells) and cells.once(("occupation", uri), label, row, LABEL):
            note = row[REGULATED].strip("/").rpartition("/")[2]
            occupations[uri] = Occupation(
                uri,
                label,
                unit[1],
                row[CODE],
                tuple(_titles(row[ALTERNATIVES])),
                _paragraphs(row[ABOUT]),
                note not in ("", _UNREGULATED),
            )
    return occupations


def _skills(rows: Mapping[str, Sequence[Row]], cells: Cells) -> dict[str, EscoSkill]:
    """Read skills, with the groups that the tables put them in."""
    labels = {}
    for row in rows.get(SKILL_GROUPS, ()):
        label = _one_line(row[LABEL])
        if _named(row, label, cells) and cells.once(("group", row[URI]), label, row, LABEL):
            labels[row[URI]] = label
    broader: dict[str, list[str]] = {}
    for row in rows.get(SKILL_BROADER, ()):
        broader.setdefault(row[URI], []).append(row[WIDER])
    skills = {}
    for row in rows[SKILLS]:
        uri, label = row[URI], _one_line(row[LABEL])
        if not uri:
            cells.fault(row, URI, f'nothing in "{URI}"; expected the address of the skill')
        elif _named(row, label, cells) and cells.once(("skill", uri), label, row, LABEL):
            group = group_of(uri, broader, labels) or (None if labels else KINDS.get(row[TYPE]))
            skills[uri] = EscoSkill(uri, label, _paragraphs(row[ABOUT]), group)
    return skills


class _Relations:
    """Which skills are essential to which occupations, and which are optional."""

    def __init__(
        self,
        occupations: Collection[str],
        skills: Collection[str] | None,
        cells: Cells,
    ) -> None:
        self.essential: dict[str, dict[str, None]] = {uri: {} for uri in occupations}
        self.optional: dict[str, dict[str, None]] = {uri: {} for uri in occupations}
        self.foreign = 0
        self._skills = skills
        self._cells = cells

    def read(self, row: Row) -> None:
        """Take a row; a skill that the tables lack is a fault, an occupation they lack is not."""
        occupation, skill, kind = row[OCCUPATION], row[SKILL], row[RELATION]
        if kind not in (ESSENTIAL, OPTIONAL):
            self._cells.choice(row, RELATION, (ESSENTIAL, OPTIONAL), "relation")
            return
        if occupation not in self.essential:
            self.foreign += 1
            return
        if self._skills is not None and skill not in self._skills:
            self._cells.absent(row, SKILL, "skill", "the table of skills")
            return
        if self._cells.once(("relation", occupation, skill), kind, row, RELATION):
            (self.essential if kind == ESSENTIAL else self.optional)[occupation][skill] = None


def _broader(rows: Iterable[Row], occupations: Collection[str]) -> dict[str, dict[str, None]]:
    """Read which occupations are special kinds of others; the groups of ISCO are no occupations."""
    broader: dict[str, dict[str, None]] = {}
    for row in rows:
        narrow, wide = row[URI], row[WIDER]
        if narrow != wide and narrow in occupations and wide in occupations:
            broader.setdefault(narrow, {})[wide] = None
    return broader


def _named(row: Row, label: str, cells: Cells) -> bool:
    """Whether a row has a label of which a name can be made."""
    if to_id(label):
        return True
    cells.fault(row, LABEL, f'nothing in "{LABEL}"; expected a letter or digit at least')
    return False


def _titles(cell: str) -> Iterable[str]:
    """Alternative labels, one a line."""
    titles = (_one_line(line) for line in cell.splitlines())
    return dict.fromkeys(title for title in titles if any(map(str.isalnum, title)))


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _paragraphs(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines()).strip()
