"""An ESCO of the whole's size, made of the files of a part of it.

The part is copied into further groups of ISCO until there are as many occupations as the whole has;
copies share skills once there are as many skills. A copy keeps what its occupations need, but that
each tenth relation is to a skill of the next one, so that copies are no islands. Optional relations
are taken until there are as many as in the whole.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

OCCUPATIONS, SKILLS, RELATIONS = 3_007, 13_896, 123_788
"""Of version 1.1.1."""

UNITS = [
    f"{major}{sub}{minor}{unit}"
    for major in range(1, 10)
    for sub in range(1, 5)
    for minor in range(1, 4)
    for unit in range(1, 5)
]
"""Codes of unit groups, about as many as ISCO has."""

Cells = dict[str, str]
LABELS = ("preferredLabel", "altLabels")


def write_whole(part: Path, folder: Path) -> None:
    """Write the files of an ESCO of the whole's size, made of those of a part in English."""
    occupations, skills = _read(part / "occupations_en.csv"), _read(part / "skills_en.csv")
    places = {row["conceptUri"]: place for place, row in enumerate(occupations)}
    seats = {row["conceptUri"]: place for place, row in enumerate(skills)}
    groups = sorted({row["iscoGroup"] for row in occupations})
    copies = -(-OCCUPATIONS // len(occupations))
    made = [
        row | {"conceptUri": f"{row['conceptUri']}-{copy}", "iscoGroup": unit, "code": ""}
        for copy in range(copies)
        for row in _labelled(occupations, copy)
        for unit in [UNITS[(copy * len(groups) + groups.index(row["iscoGroup"])) % len(UNITS)]]
    ][:OCCUPATIONS]
    learnt = [
        row | {"conceptUri": f"{row['conceptUri']}-{copy}"}
        for copy in range(-(-SKILLS // len(skills)))
        for row in _labelled(skills, copy)
    ][:SKILLS]
    _write(folder / "occupations_en.csv", made)
    _write(folder / "skills_en.csv", learnt)
    _write(folder / "ISCOGroups_en.csv", _groups())
    relations = []
    for copy in range(copies):
        for number, row in enumerate(_read(part / "occupationSkillRelations.csv")):
            place = places.get(row["occupationUri"])  # of some, the part has no more than this
            if place is not None and copy * len(occupations) + place < len(made):
                near = copy + (number % 10 == 0)
                skill = learnt[(near * len(skills) + seats[row["skillUri"]]) % len(learnt)]
                relations.append(
                    row
                    | {
                        "occupationUri": f"{row['occupationUri']}-{copy}",
                        "skillUri": skill["conceptUri"],
                    }
                )
    _write(folder / "occupationSkillRelations_en.csv", _enough(relations))


def _labelled(rows: Iterable[Cells], copy: int) -> Iterator[Cells]:
    """Rows with the number of their copy behind each label."""
    for row in rows:
        told = {
            column: "\n".join(f"{line} {copy + 1}" for line in row[column].splitlines())
            for column in LABELS
            if copy
        }
        yield row | told


def _groups() -> Iterator[Cells]:
    for code in sorted({unit[:digits] for unit in UNITS for digits in range(1, 5)}):
        yield {
            "conceptType": "ISCOGroup",
            "conceptUri": f"http://data.europa.eu/esco/isco/C{code}",
            "code": code,
            "preferredLabel": f"Workers of group {code}",
        }


def _enough(relations: list[Cells]) -> Iterator[Cells]:
    """Relations, each once: all that are essential, and of the others as many as are wanted."""
    unlike = {(row["occupationUri"], row["skillUri"]): row for row in relations}
    essential = [row for row in unlike.values() if row["relationType"] == "essential"]
    optional = [row for row in unlike.values() if row["relationType"] != "essential"]
    yield from essential
    yield from optional[: max(0, RELATIONS - len(essential))]


def _read(file: Path) -> list[Cells]:
    with file.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def _write(file: Path, rows: Iterable[Cells]) -> None:
    rows = list(rows)
    with file.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.DictWriter(opened, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
