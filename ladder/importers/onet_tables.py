"""The tables of the O*NET database, found in a folder, read, and checked against each other."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ladder.errors import FileProblems, UnreadableFile
from ladder.matching import fold, to_id
from ladder.model import FrozenDict
from ladder.wording import quoted

from .cells import FLAGS, Cells
from .onet_preparation import NAME as PREPARATION
from .onet_preparation import ZONES
from .tables import TABS, Row, read_table

SUFFIXES = (".tsv", ".txt")
CODE, RELATED = "O*NET-SOC Code", "Related O*NET-SOC Code"
SKILL, SCALE, VALUE = "Element Name", "Scale ID", "Data Value"
COLUMNS = {
    "Occupation Data": (CODE, "Title", "Description"),
    "Skills": (CODE, SKILL, SCALE, VALUE, "Recommend Suppress", "Not Relevant"),
    "Job Zones": (CODE, "Job Zone"),
    "Related Occupations": (CODE, RELATED, "Index"),
}
ALTERNATE, SHORT = "Alternate Title", "Short Title"
OPTIONAL = {"Alternate Titles": (CODE, ALTERNATE)}
_CODE = re.compile(r"\d\d-\d{4}\.\d\d").fullmatch

Ratings = Mapping[str, Mapping[str, float]]
"""From the code of an occupation, and the folded name of a skill, to a value."""

LEVELS = tuple(f"level {number}" for number in range(1, 8))
IMPORTANCE = (1, 5)
SCALES = {"IM": IMPORTANCE, "LV": (0, len(LEVELS))}
JOB_ZONES = len(ZONES)
MOST_RELATED = 20

ELEMENT = "Element ID"
SKILL_GROUPS = FrozenDict(
    {
        "2.A": "Basic skills",
        "2.B.1": "Social skills",
        "2.B.2": "Complex problem solving skills",
        "2.B.3": "Technical skills",
        "2.B.4": "Systems skills",
        "2.B.5": "Resource management skills",
    }
)
"""From the beginning of a skill's element in O*NET's content model to the name of its group."""

MAJOR_GROUPS = FrozenDict(
    {
        "11": "Management",
        "13": "Business and Financial Operations",
        "15": "Computer and Mathematical",
        "17": "Architecture and Engineering",
        "19": "Life, Physical, and Social Science",
        "21": "Community and Social Service",
        "23": "Legal",
        "25": "Educational Instruction and Library",
        "27": "Arts, Design, Entertainment, Sports, and Media",
        "29": "Healthcare Practitioners and Technical",
        "31": "Healthcare Support",
        "33": "Protective Service",
        "35": "Food Preparation and Serving Related",
        "37": "Building and Grounds Cleaning and Maintenance",
        "39": "Personal Care and Service",
        "41": "Sales and Related",
        "43": "Office and Administrative Support",
        "45": "Farming, Fishing, and Forestry",
        "47": "Construction and Extraction",
        "49": "Installation, Maintenance, and Repair",
        "51": "Production",
        "53": "Transportation and Material Moving",
        "55": "Military Specific",
    }
)
"""From the first two digits of an occupation's code to the group's name.

As in the Standard Occupational Classification (SOC) of the United States, 2018.
"""


@dataclass(frozen=True, slots=True)
class Occupation:
    """An occupation of O*NET."""

    code: str
    """Such as ``15-1252.00``; its first two digits are the major group."""
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class OnetTables:
    """What the tables say by occupation; what O*NET recommends to suppress is left out."""

    occupations: Mapping[str, Occupation]
    skills: Mapping[str, str]
    """From folded to written name."""
    groups: Mapping[str, str]
    """From folded name to that of its group, where the table has the elements."""
    importance: Ratings
    levels: Ratings
    """0 where the skill is not relevant."""
    zones: Mapping[str, int]
    """1 to 5, by how much preparation an occupation takes."""
    related: Mapping[str, Mapping[str, int]]
    """The codes of related occupations with their index, the nearest having 1."""
    titles: Mapping[str, Sequence[str]]
    """What else people call an occupation, in alphabetical order."""


def read_tables(folder: str | os.PathLike[str]) -> OnetTables:
    """Read the tables of O*NET's text database."""
    cells = Cells()
    rows: dict[str, Sequence[Row]] = {}
    broken = set()
    columns = COLUMNS | OPTIONAL
    for name, file in _find_tables(folder).items():
        rows[name], problems = read_table(file, columns[name], TABS)
        cells.problems += problems
        if problems:
            broken.add(name)
    occupations = _occupations(rows["Occupation Data"], cells)
    codes = dict.fromkeys(occupations)
    if "Occupation Data" in broken:
        # What is lost there has been told; the other tables are not to blame for it.
        codes |= dict.fromkeys(
            row[end]
            for table in rows.values()
            for row in table
            for end in (CODE, RELATED)
            if row[end]
        )
    skills, ratings = _ratings(rows["Skills"], codes, cells)
    tables = OnetTables(
        occupations,
        skills,
        groups=_groups(rows["Skills"]),
        importance=ratings["IM"],
        levels=ratings["LV"],
        zones=_zones(rows["Job Zones"], codes, cells),
        related=_related(rows["Related Occupations"], codes, cells),
        titles=_titles(rows.get("Alternate Titles", ()), codes, cells),
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
    rows: Sequence[Row], codes: Collection[str], cells: Cells
) -> tuple[dict[str, str], dict[str, dict[str, dict[str, float]]]]:
    """Read the names of the skills, and the values on each scale."""
    names: dict[str, str] = {}
    folded = {row[SKILL]: fold(row[SKILL]) for row in rows}
    ratings: dict[str, dict[str, dict[str, float]]] = {scale: {} for scale in SCALES}
    for row in rows:
        code = cells.choice(row, CODE, codes, "occupation")
        name, skill = " ".join(row[SKILL].split()), folded[row[SKILL]]
        if not any(map(str.isalnum, name)):
            cells.fault(row, SKILL, f'nothing in "{SKILL}"; expected a letter or digit at least')
        elif skill == fold(PREPARATION):
            what = f"{quoted(name)} is what job zones become here; expected another name"
            cells.fault(row, SKILL, what)
        scale = cells.choice(row, SCALE, SCALES, "scale")
        value = cells.number(row, VALUE, SCALES[scale], float) if scale else None
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


def _groups(rows: Iterable[Row]) -> dict[str, str]:
    """Find the group of each skill by its element, such as 2.B.4.g; the least, if there are two."""
    found: dict[str, str] = {}
    for skill, element in {(row[SKILL], row[ELEMENT]) for row in rows}:
        for beginning, group in SKILL_GROUPS.items():
            if f"{element}.".startswith(f"{beginning}."):
                found[fold(skill)] = min(group, found.get(fold(skill), group))
    return found


def _zones(rows: Iterable[Row], codes: Collection[str], cells: Cells) -> dict[str, int]:
    zones = {}
    for row in rows:
        code = cells.choice(row, CODE, codes, "occupation")
        zone = cells.number(row, "Job Zone", (1, JOB_ZONES), int)
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
        index = cells.number(row, "Index", (1, MOST_RELATED), int)
        if code and code == other:
            cells.fault(row, RELATED, f"{code} is related to itself; expected another occupation")
        elif code and other and index and cells.once((code, other), index, row, "Index"):
            related.setdefault(code, {})[other] = index
    return related


def _titles(rows: Iterable[Row], codes: Collection[str], cells: Cells) -> dict[str, Sequence[str]]:
    """Read what else people call each occupation, in full and in short."""
    titles: dict[str, set[str]] = {}
    for row in rows:
        code = cells.choice(row, CODE, codes, "occupation")
        if not any(map(str.isalnum, row[ALTERNATE])):
            what = f'nothing in "{ALTERNATE}"; expected a letter or digit at least'
            cells.fault(row, ALTERNATE, what)
        elif code:
            said = (" ".join(row[column].split()) for column in (ALTERNATE, SHORT))
            titles.setdefault(code, set()).update(title for title in said if _is_told(title))
    return {code: sorted(names) for code, names in titles.items()}


def _is_told(title: str) -> bool:
    """Whether a cell holds a title; "n/a" is none."""
    return any(map(str.isalnum, title)) and fold(title) not in FLAGS


def _find_tables(folder: str | os.PathLike[str]) -> dict[str, str]:
    """Find the file of each table, under the names that people have it by."""
    place = Path(folder)
    if not place.is_dir():
        what = "is a file" if place.exists() else "is not there"
        raise UnreadableFile(f"{place} {what}; expected the folder of O*NET's text database")
    there = sorted(file for file in place.iterdir() if file.suffix.lower() in SUFFIXES)
    found = {
        name: [file for file in there if fold(file.stem) == fold(name)]
        for name in (*COLUMNS, *OPTIONAL)
    }
    faults = [
        _not_one(place, name, files)
        for name, files in found.items()
        if len(files) != 1 and (files or name in COLUMNS)
    ]
    if faults:
        raise UnreadableFile("\n".join(faults))
    return {name: str(files[0]) for name, files in found.items() if files}


def _not_one(folder: Path, name: str, files: list[Path]) -> str:
    expected = f'"{name}.txt" or "{name.replace(" ", "_")}.tsv"'
    if files:
        both = " and ".join(file.name for file in files)
        return f"{folder} holds the table {name} twice, as {both}; expected one of them"
    return f"{folder} holds no table {name}; expected {expected} in it"
