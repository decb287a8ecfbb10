"""The tables of the O*NET database, checked against each other."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder.errors import FileProblems
from ladder.folding import fold
from ladder.ids import to_id
from ladder.wording import quoted

from .onet_cells import Cells
from .onet_files import find_tables
from .soc import MAJOR_GROUPS
from .table import TABS, Row, read_table

LEVELS = tuple(f"level {number}" for number in range(1, 8))
IMPORTANCE = (1, 5)
SCALES = {"IM": IMPORTANCE, "LV": (0, len(LEVELS))}
JOB_ZONES = 5
MOST_RELATED = 20

CODE, RELATED = "O*NET-SOC Code", "Related O*NET-SOC Code"
SKILL, SCALE, VALUE = "Element Name", "Scale ID", "Data Value"
COLUMNS = {
    "Occupation Data": (CODE, "Title", "Description"),
    "Skills": (CODE, SKILL, SCALE, VALUE, "Recommend Suppress", "Not Relevant"),
    "Job Zones": (CODE, "Job Zone"),
    "Related Occupations": (CODE, RELATED, "Index"),
}
_CODE = re.compile(r"\d\d-\d{4}\.\d\d").fullmatch

Ratings = Mapping[str, Mapping[str, float]]
"""From the code of an occupation, and the folded name of a skill, to a value."""


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation of O*NET.

    Parameters
    ----------
    code : str
        Such as ``15-1252.00``; its first two digits are the major group.
    title, description : str
    """

    code: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class OnetTables:
    """What the tables say; what O*NET recommends to suppress is left out.

    Parameters
    ----------
    occupations : mapping
        From code to occupation.
    skills : mapping
        From folded to written name.
    importance, levels : mapping
        Of each skill in each occupation; a level is 0 where the skill is not relevant.
    zones : mapping
        From code to job zone, 1 to 5.
    related : mapping
        From code to the codes of related occupations with their index, the nearest having 1.
    """

    occupations: Mapping[str, Occupation]
    skills: Mapping[str, str]
    importance: Ratings
    levels: Ratings
    zones: Mapping[str, int]
    related: Mapping[str, Mapping[str, int]]


def read_tables(folder: str | os.PathLike[str]) -> OnetTables:
    """Read the tables of O*NET's text database.

    Parameters
    ----------
    folder : str or os.PathLike

    Returns
    -------
    OnetTables

    Raises
    ------
    FileProblems
        With every fault in all of them.
    UnreadableFile
        If one of them is not there, or cannot be opened.
    """
    cells = Cells()
    rows: dict[str, Sequence[Row]] = {}
    broken = set()
    for name, file in find_tables(folder, COLUMNS).items():
        rows[name], problems = read_table(file, COLUMNS[name], TABS)
        cells.problems += problems
        if problems:
            broken.add(name)
    occupations = _occupations(rows["Occupation Data"], cells)
    codes = dict.fromkeys(occupations)
    if "Occupation Data" in broken:
        # What is lost there has been told; the other tables are not to blame for it.
        codes |= dict.fromkeys(
            row[end] for table in rows.values() for row in table for end in (CODE, RELATED)
        )
    skills, ratings = _ratings(rows["Skills"], codes, cells)
    tables = OnetTables(
        occupations,
        skills,
        importance=ratings["IM"],
        levels=ratings["LV"],
        zones=_zones(rows["Job Zones"], codes, cells),
        related=_related(rows["Related Occupations"], codes, cells),
    )
    if cells.problems:
        raise FileProblems(cells.problems)
    return tables


def _occupations(rows: Iterable[Row], cells: Cells) -> dict[str, Occupation]:
    occupations = {}
    titles: dict[str, Row] = {}
    for row in rows:
        code, title = row[CODE], " ".join(row["Title"].split())
        if not _CODE(code):
            cells.fault(row, CODE, f"{quoted(code)} should be a code such as 15-1252.00")
        elif code[:2] not in MAJOR_GROUPS:
            groups = ", ".join(MAJOR_GROUPS)
            cells.fault(row, CODE, f"no major group {quoted(code[:2])}; expected one of {groups}")
        elif not to_id(title):
            cells.fault(row, "Title", 'nothing in "Title"; expected a letter or digit at least')
        elif cells.once(("title", code), title, row, "Title"):
            above = titles.setdefault(fold(title), row)
            if above is not row:
                what = f"{quoted(title)} is the title of {above[CODE]} in line {above.line} already"
                cells.fault(row, "Title", f"{what}; expected another")
        occupations[code] = Occupation(code, title, row["Description"])
    return occupations


def _ratings(
    rows: Iterable[Row], codes: Collection[str], cells: Cells
) -> tuple[dict[str, str], dict[str, dict[str, dict[str, float]]]]:
    """Read the names of the skills, and the values on each scale."""
    names: dict[str, str] = {}
    ratings: dict[str, dict[str, dict[str, float]]] = {scale: {} for scale in SCALES}
    for row in rows:
        code = cells.choice(row, CODE, codes, "occupation")
        name, skill = " ".join(row[SKILL].split()), fold(row[SKILL])
        if not to_id(name):
            cells.fault(row, SKILL, f'nothing in "{SKILL}"; expected a letter or digit at least')
        scale = cells.choice(row, SCALE, SCALES, "scale")
        value = cells.number(row, VALUE, SCALES[scale]) if scale else None
        suppressed = cells.flag(row, "Recommend Suppress")
        irrelevant = cells.flag(row, "Not Relevant")
        names[skill] = min(name, names.get(skill, name))
        if code is None or scale is None or value is None or suppressed:
            continue
        if scale == "LV" and irrelevant:
            value = 0.0
        if cells.once((scale, code, skill), value, row, VALUE):
            ratings[scale].setdefault(code, {})[skill] = value
    return names, ratings


def _zones(rows: Iterable[Row], codes: Collection[str], cells: Cells) -> dict[str, int]:
    zones = {}
    for row in rows:
        code = cells.choice(row, CODE, codes, "occupation")
        zone = cells.whole(row, "Job Zone", (1, JOB_ZONES))
        if code and zone and cells.once(("zone", code), zone, row, "Job Zone"):
            zones[code] = zone
    return zones


def _related(
    rows: Iterable[Row], codes: Collection[str], cells: Cells
) -> dict[str, dict[str, int]]:
    related: dict[str, dict[str, int]] = {}
    for row in rows:
        code = cells.choice(row, CODE, codes, "occupation")
        other = cells.choice(row, RELATED, codes, "occupation")
        index = cells.whole(row, "Index", (1, MOST_RELATED))
        if code and code == other:
            cells.fault(row, RELATED, f"{code} is related to itself; expected another occupation")
        elif code and other and index and cells.once((code, other), index, row, "Index"):
            related.setdefault(code, {})[other] = index
    return related
