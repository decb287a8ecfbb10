"""An O*NET database of the whole's size, made of the tables of a part of it.

The part is copied into further major groups until there are as many occupations as the whole has.
A copy keeps what the occupations need; each tenth relation leads into the next copy, so that copies
are no islands. With them come as many alternate titles as the whole has, half of them shared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ladder.importers.onet_tables import MAJOR_GROUPS

OCCUPATIONS = 1_016
TITLES = 55
"""Alternate titles of an occupation, about as many as the whole has."""

CODE, RELATED, TITLE = "O*NET-SOC Code", "Related O*NET-SOC Code", "Title"
TABLES = ("Occupation_Data", "Skills", "Job_Zones", "Related_Occupations")

Cells = dict[str, str]


def write_whole(part: Path, folder: Path) -> None:
    """Write the tables of a database of the whole's size, made of those of a part of it."""
    tables = {table: _rows(part / f"{table}.tsv") for table in TABLES}
    codes = [row[CODE] for row in tables["Occupation_Data"]]
    copies = -(-OCCUPATIONS // len(codes))
    made = {
        (code, copy): _code(code, place, copy)
        for copy in range(copies)
        for place, code in enumerate(codes)
    }
    kept = set(list(made.values())[:OCCUPATIONS])
    for table, rows in tables.items():
        copied = (
            _copied(row, number, made, copy)
            for copy in range(copies)
            for number, row in enumerate(rows)
        )
        _write(
            folder / f"{table}.tsv",
            (row for row in copied if row[CODE] in kept and row.get(RELATED, row[CODE]) in kept),
        )
    _write(folder / "Alternate_Titles.tsv", _titles(sorted(kept)))


def _code(code: str, place: int, copy: int) -> str:
    """Code of an occupation in a copy; it has the same group in the first one."""
    groups = list(MAJOR_GROUPS)
    group = groups[(groups.index(code[:2]) + 3 * copy) % len(groups)]
    return f"{group}-{1000 + place}.{copy:02}"


def _copied(row: Cells, number: int, made: dict[tuple[str, int], str], copy: int) -> Cells:
    cells = row | {CODE: made[row[CODE], copy]}
    if copy and TITLE in row:
        cells[TITLE] = f"{row[TITLE]} {copy + 1}"
    if RELATED in row:
        near = copy if number % 10 or (row[RELATED], copy + 1) not in made else copy + 1
        cells[RELATED] = made[row[RELATED], near]
    return cells


def _titles(codes: Iterable[str]) -> Iterator[Cells]:
    for place, code in enumerate(codes):
        for number in range(TITLES):
            shared = number % 2 == 0
            title = f"Worker {place // 9}-{number}" if shared else f"Expert {place}-{number}"
            yield {CODE: code, "Alternate Title": title, "Short Title": "n/a"}


def _rows(file: Path) -> list[Cells]:
    header, *lines = file.read_text(encoding="utf-8").splitlines()
    names = header.split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


def _write(file: Path, rows: Iterable[Cells]) -> None:
    rows = list(rows)
    lines = ["\t".join(rows[0]), *("\t".join(row.values()) for row in rows)]
    file.write_text("\n".join([*lines, ""]), encoding="utf-8", newline="\n")
