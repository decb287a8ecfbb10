"""The files of ESCO in a folder: which holds which table, in which language."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ladder.errors import UnreadableFile
from ladder.importers.assumptions import BadAssumptions
from ladder.matching import Hints
from ladder.wording import listed, quoted

OCCUPATIONS, SKILLS, ISCO = "occupations", "skills", "ISCOGroups"
RELATIONS, BROADER = "occupationSkillRelations", "broaderRelationsOccPillar"
SKILL_GROUPS, SKILL_BROADER = "skillGroups", "broaderRelationsSkillPillar"

NEEDED = (OCCUPATIONS, SKILLS, RELATIONS, ISCO)
OPTIONAL = (BROADER, SKILL_GROUPS, SKILL_BROADER)
_WORDLESS = (RELATIONS, BROADER, SKILL_BROADER)
"""Hold no words, so that those of any language will do."""

_NAME = re.compile(r"([a-z]+)(?:_([a-z]{2,3}(?:[-_][a-z]{2,4})?))?\.csv", re.IGNORECASE).fullmatch

Found = Mapping[str, Mapping[str, Path]]
"""From the name of a table, and a language or nothing, to the file."""


def tables_in(folder: str | os.PathLike[str]) -> Found:
    """Find ESCO's tables in a folder, by the names of the files: ``occupations_de.csv``."""
    known = {name.lower(): name for name in (*NEEDED, *OPTIONAL)}
    found: dict[str, dict[str, Path]] = {}
    for file in sorted(Path(folder).iterdir()):
        name = _NAME(file.name)
        if name and (table := known.get(name[1].lower())):
            language = (name[2] or "").lower().replace("_", "-")
            found.setdefault(table, {}).setdefault(language, file)
    return found


def find_tables(folder: str | os.PathLike[str], language: str | None) -> dict[str, Path]:
    """Find the file of each table in one language, or say what is missing."""
    place = Path(folder)
    if not place.is_dir():
        what = "is a file" if place.exists() else "is not there"
        raise UnreadableFile(f"{place} {what}; expected the folder of ESCO's CSV files")
    found = tables_in(place)
    if OCCUPATIONS not in found:
        raise UnreadableFile(f"{place} holds no {_called(OCCUPATIONS, language or 'en')}, the file "
                             f"of ESCO's occupations; {_there(found)}")  # fmt: skip
    spoken = _language(place, found[OCCUPATIONS], language)
    files = {}
    faults = []
    for table in (*NEEDED, *OPTIONAL):
        there = found.get(table, {})
        fits = [one for one in _fitting(table, spoken, there) if one in there]
        if fits:
            files[table] = there[fits[0]]
        elif table in NEEDED or there:
            faults.append(_missing(place, table, spoken, there))
    if faults:
        raise UnreadableFile("\n".join(faults))
    return files


def _language(folder: Path, there: Mapping[str, Path], wanted: str | None) -> str:
    """Which language to read: the one that is asked for, or the only one."""
    spoken = sorted(filter(None, there))
    if wanted is None:
        if len(there) > 1:
            choices = [one or "no language in the name" for one in sorted(there)]
            raise BadAssumptions(
                {"language": f"must say which is meant: {folder} holds occupations in "
                 f"{listed(choices, 'and')}"}
            )  # fmt: skip
        return next(iter(there))
    asked = wanted.strip().lower().replace("_", "-")
    if asked in there or (not spoken and asked):
        return asked
    hint = Hints().hint(wanted, spoken)
    raise BadAssumptions(
        {"language": f"must be one of those in {folder}, {listed(spoken)}, not {quoted(wanted)}"
         f"{hint}"}
    )  # fmt: skip


def _fitting(table: str, language: str, there: Iterable[str]) -> Iterator[str]:
    """Languages in which a table will do, the best first; American English will do as English."""
    yield language
    yield language.partition("-")[0]
    yield ""
    if table in _WORDLESS:
        yield from sorted(there)


def _missing(folder: Path, table: str, language: str, there: Mapping[str, Path]) -> str:
    if there:
        others = listed(sorted(file.name for file in there.values()), "and")
        return (
            f"{folder} holds {others}, but the occupations are in {language or 'no language'}; "
            f"expected {_called(table, language)} beside them"
        )
    return f"{folder} holds no {_called(table, language)}; expected all of ESCO's CSV files in it"


def _called(table: str, language: str) -> str:
    if not language:
        return f"{table}.csv"
    return f"{table}_{language}.csv" + (f" or {table}.csv" if table in _WORDLESS else "")


def _there(found: Found) -> str:
    if not found:
        return "expected the folder into which the CSV files of the classification were unpacked"
    names = [file.name for files in found.values() for file in files.values()]
    return f"there are {listed(sorted(names), 'and')}"
