"""Which of a file's tables are lists, moves or ways to learn, and what their columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ladder.errors import FileProblems
from ladder.matching import fold
from ladder.spreadsheet.grid import Cell, Grid, column_letters
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.words import (
    ACTIVITIES,
    LIST,
    MOVES,
    NEEDED,
    ROLES,
    SKILLS,
    heading_meant,
    required,
)
from ladder.wording import quoted

from .faults import in_yaml

HEADS_TRIED = 20
MAPPED = {
    LIST: ("role", "skill", "id", "track", "rank", "level", "required", "group", "text"),
    ROLES: ("role", "id", "track", "rank"),
    SKILLS: ("skill", "level", "group", "text"),
    MOVES: (),
    ACTIVITIES: ("skill", "level"),
}
"""What a mapping file may say of the headings of a kind of table."""

Fields = dict[str, Cell]
"""The cells of a row that hold something, by what they hold."""


@dataclass(frozen=True, slots=True)
class Columns:
    """A table whose columns are understood."""

    kind: str
    grid: Grid
    head: list[Cell]
    body: list[list[Cell]]
    at: Mapping[str, int]
    """The place of each column in a row, by what it holds."""
    ignored: tuple[str, ...]
    """The headings of the others."""
    above: tuple[str, ...] = ()
    """What stands above the headings."""

    def fields(self, row: Sequence[Cell]) -> Fields:
        """Name the cells of a row that hold something."""
        return {what: row[at] for what, at in self.at.items() if row[at].text}


def looks_like_list(grid: Grid, mapping: MatrixMapping | None = None) -> bool:
    r"""Tell whether a table has a row for each skill of each role, by its headings.

    One of people has that, too; whoever reads the list refuses it.

    >>> from ladder.spreadsheet.readers.csv_text import read_csv
    >>> looks_like_list(read_csv("Skill;Stelle;Stufe\nSQL;Analystin;2", "a.csv"))
    True
    >>> looks_like_list(read_csv("Role,SQL,Python\nAnalyst,2,1", "b.csv"))
    False
    """
    found = find_columns(grid, mapping or MatrixMapping())
    return found is not None and found.kind == LIST


def find_columns(grid: Grid, mapping: MatrixMapping) -> Columns | None:
    """Find the row of headings and what it says, if the table is of a kind that is known."""
    for place, row in enumerate(grid.rows[:HEADS_TRIED]):
        for kind, needed in NEEDED.items():
            at = _named(kind, row, mapping)
            if all(what in at for what in needed) and _is_enough(kind, row, at):
                body = [one for one in grid.rows[place + 1 :] if not _is_again(one, row)]
                above = [cell.text for one in grid.rows[:place] for cell in one if cell.text]
                found = Columns(kind, grid, row, body, at, (), tuple(above))
                return _with_ignored(_settled(found, mapping) if kind == LIST else found)
    return None


def _named(kind: str, row: Iterable[Cell], mapping: MatrixMapping) -> dict[str, int]:
    """Find the columns of each thing: as the mapping says, else by the likeliest heading."""
    said = {fold(mapping.headings[what]): what for what in MAPPED[kind] if what in mapping.headings}
    best: dict[str, tuple[int, int]] = {}
    for at, cell in enumerate(row):
        folded = fold(cell.text)
        if not cell.text or folded in mapping.ignore:
            continue
        if folded in said:
            best[said[folded]] = -1, at
        elif (found := heading_meant(kind, cell.text)) and found[0] not in said.values():
            what, unlikely = found
            best[what] = min(best.get(what, (unlikely, at)), (unlikely, at))
    return {what: at for what, (_, at) in best.items()}


def _is_enough(kind: str, row: Sequence[Cell], at: Mapping[str, int]) -> bool:
    """Whether a table has more of a kind than the columns that all of it have.

    One of roles or skills says something of them, and is no matrix; in one of courses, a name or a
    title is not that of a person, or beside roles.
    """
    if kind == LIST:
        first, last = sorted((at["role"], at["skill"]))
        between = pairwise(cell.column for cell in row[first : last + 1])
        return all(right - left == 1 for left, right in between)  # else two tables side by side
    if kind in (ROLES, SKILLS):
        return len(at) > 1 and 2 * len(at) > sum(bool(cell.text) for cell in row)
    if kind != ACTIVITIES or heading_meant(LIST, row[at["name"]].text) is None:
        return True
    others = (cell for place, cell in enumerate(row) if place != at["name"])
    meant = (heading_meant(LIST, cell.text) for cell in others)
    return all(found is None or found[0] != "role" for found in meant)


def _is_again(row: Sequence[Cell], head: Sequence[Cell]) -> bool:
    """Whether a row repeats the headings, as on each page of a print."""
    return [cell.text for cell in row] == [cell.text for cell in head]


def _settled(found: Columns, mapping: MatrixMapping) -> Columns:
    """Decide what columns of a list hold that several things may be called by."""
    at = dict(found.at)

    def texts(what: str) -> set[str]:
        return {row[at[what]].text for row in found.body} - {""} if what in at else set()

    if "any level" in at:
        loose = at.pop("any level")
        if "level" not in at:
            at["level"] = loose
        elif "rank" not in at:  # "Level" beside "Skill level"
            at["rank"] = loose
    if "rank" in at and "rank" not in mapping.headings and not _has_digits(texts("rank")):
        words = at.pop("rank")
        if _tells_apart(found.body, at, words):
            at["grade"] = words  # "Junior" and "Senior" of the same role
    if "weight" in at and "required" not in at and _are_flags(texts("weight")):
        at["required"] = at.pop("weight")
    if "level" not in at and "required" in at and not _are_flags(texts("required")):
        at["level"] = at.pop("required")  # "Required" beside "Actual"
    if "required" not in at and "level" in at and _are_needs(texts("level")):
        at["required"] = at.pop("level")
    _ask_whose_level(found, at, mapping)
    return replace(found, at=at)


def _tells_apart(body: Iterable[Sequence[Cell]], at: Mapping[str, int], column: int) -> bool:
    """Whether a column says something else where a role has the same skill again."""
    first: dict[tuple[str, str], str] = {}
    for row in body:
        pair = fold(row[at["role"]].text), fold(row[at["skill"]].text)
        if all(pair) and first.setdefault(pair, row[column].text) != row[column].text:
            return True
    return False


def _has_digits(texts: Iterable[str]) -> bool:
    return any(c.isdigit() for text in texts for c in text)


def _are_flags(texts: Iterable[str]) -> bool:
    return all(required(text) is not None for text in texts)


def _are_needs(texts: set[str]) -> bool:
    """Whether words that should be levels say what is required: "essential" and "optional"."""
    words = {text for text in texts if len(text) > 1}
    return words == texts and {required(text) for text in words} == {True, False}


def _ask_whose_level(found: Columns, at: Mapping[str, int], mapping: MatrixMapping) -> None:
    """Refuse a level that stands with the role, and is the same for all of its skills."""
    if "level" not in at or "level" in mapping.headings or "rank" in at:
        return
    if not at["role"] < at["level"] < at["skill"]:
        return
    by_role: dict[str, list[str]] = {}
    for row in found.body:
        by_role.setdefault(fold(row[at["role"]].text), []).append(row[at["level"]].text)
    if len(by_role) > 1 and all(len(all_of) > 1 == len(set(all_of)) for all_of in by_role.values()):
        cell = found.head[at["level"]]
        head = in_yaml(cell.text)
        message = (
            f"cannot tell whether {quoted(cell.text)} is of the role or of the skill, as it is the "
            f"same in all rows of a role; say in a mapping file which it is, by rank: {head} or "
            f"level: {head}"
        )
        raise FileProblems([found.grid.problem(cell, message)])


def _with_ignored(found: Columns) -> Columns:
    used = {at for what, at in found.at.items() if what != "weight"}
    left = [
        cell.text or f"column {column_letters(cell.column)}"
        for at, cell in enumerate(found.head)
        if at not in used and (cell.text or any(row[at].text for row in found.body))
    ]
    return replace(found, ignored=tuple(left))
