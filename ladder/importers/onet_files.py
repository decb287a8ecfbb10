"""Where the tables of the O*NET database lie, under the names that people have them by."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ladder.errors import UnreadableFile
from ladder.folding import fold

SUFFIXES = (".tsv", ".txt")


def find_tables(folder: str | os.PathLike[str], names: Iterable[str]) -> dict[str, str]:
    """Find the files of some tables.

    Parameters
    ----------
    folder : str or os.PathLike
        Of O*NET's text database.
    names : iterable of str
        Of the tables, such as "Job Zones", which is ``Job Zones.txt`` or ``Job_Zones.tsv``.

    Returns
    -------
    dict of str to str
        From each name to its file.

    Raises
    ------
    UnreadableFile
        With every table that is not there, or there twice.
    """
    place = Path(folder)
    if not place.is_dir():
        what = "is a file" if place.exists() else "is not there"
        raise UnreadableFile(f"{place} {what}; expected the folder of O*NET's text database")
    there = sorted(file for file in place.iterdir() if file.suffix.lower() in SUFFIXES)
    found = {name: [file for file in there if fold(file.stem) == fold(name)] for name in names}
    faults = [_fault(place, name, files) for name, files in found.items() if len(files) != 1]
    if faults:
        raise UnreadableFile("\n".join(faults))
    return {name: str(files[0]) for name, files in found.items()}


def _fault(folder: Path, name: str, files: list[Path]) -> str:
    expected = f'"{name}.txt" or "{name.replace(" ", "_")}.tsv"'
    if files:
        both = " and ".join(file.name for file in files)
        return f"{folder} holds the table {name} twice, as {both}; expected one of them"
    return f"{folder} holds no table {name}; expected {expected} in it"
