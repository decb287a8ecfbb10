"""Which of a file's tables are lists, moves or ways to learn, and what their columns hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ladder.errors import FileProblems
from ladder.matching import fold
from ladder.spreadsheet.grid import Cell, Grid, column_letters
from ladder.spreadsheet.mapping import MatrixMapping
from ladder.spreadsheet.scale import is_level
from ladder.spreadsheet.scale.signs import MARKS
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
MOST_LEVELS = 10
MAPPED = {
    LIST: ("role", "skill", "id", "track", "rank", "level", "required", "group", "text"),
    ROLES: ("role", "id", "track", "rank"),
    SKILLS: ("skill", "level", "group", "text"),
    MOVES: (),
    ACTIVITIES: ("skill", "level"),
}
"""What a mapping file may say of the headings of a kind of table."""

_MARKS = frozenset(map(fold, MARKS))

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
                if kind == LIST:
                    found = _settled(_with_marks(found) or found, mapping)
                return _with_ignored(found, mapping)
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


def is_note(cells: Sequence[Cell]) -> bool:
    """Whether a row has one text only, in one cell or in several that are merged."""
    texts = [cell.text for cell in cells if cell.text]
    return len(texts) != 2 and len(set(texts)) == 1


def _with_marks(found: Columns) -> Columns | None:
    """Put the headings of marked cells into a column of levels, where each level has a column."""
    taken = {at for what, at in found.at.items() if what not in ("level", "any level", "weight")}
    rows = [row for row in found.body if not is_note(row)]
    marked = [
        at
        for at, cell in enumerate(found.head)
        if cell.text and at not in taken and _are_marks([row[at].text for row in rows])
    ]
    if len(marked) < 2 or not rows:
        return None
    body = []
    for row in found.body:
        there = [at for at in marked if row[at].text and not is_note(row)]
        if len(there) > 1:
            message = "several levels are marked in this row; mark the one that is expected"
            raise FileProblems([found.grid.problem(row[there[1]], message)])
        level = row[there[0]]._replace(text=found.head[there[0]].text) if there else row[marked[0]]
        kept = [cell._replace(text="") if at in marked else cell for at, cell in enumerate(row)]
        body.append([*kept, level])
    titles = " / ".join(found.head[at].text for at in marked)
    head = [c._replace(text="") if at in marked else c for at, c in enumerate(found.head)]
    named = {what: at for what, at in found.at.items() if at not in marked}
    named |= {"level": len(found.head)}
    last = found.head[marked[0]]._replace(text=titles)
    return replace(found, head=[*head, last], body=body, at=named)


def _are_marks(texts: Sequence[str]) -> bool:
    """Whether there are ticks in a column, and nothing else."""
    return any(texts) and all(not text or fold(text) in _MARKS for text in texts)


def _settled(found: Columns, mapping: MatrixMapping) -> Columns:
    """Decide what columns of a list hold that several things may be called by."""
    at = dict(found.at)

    def texts(what: str) -> set[str]:
        said = (row[at[what]].text for row in found.body if what in at and not is_note(row))
        return {text for text in said if text}

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


def _with_ignored(found: Columns, mapping: MatrixMapping) -> Columns:
    """Name the columns that are left out, and ask about one that may be that of the levels."""
    used = {at for what, at in found.at.items() if what != "weight"}
    left = {
        at: cell.text or f"column {column_letters(cell.column)}"
        for at, cell in enumerate(found.head)
        if at not in used and (cell.text or any(row[at].text for row in found.body))
    }
    unused = [at for at in left if fold(found.head[at].text) not in mapping.ignore]
    if found.kind == LIST and "level" not in found.at and "person" not in found.at:
        for at in unused:
            if found.head[at].text and at != found.at.get("weight") and _are_levels(found, at):
                head = in_yaml(found.head[at].text)
                message = (
                    "the list has no column of levels, unless it is "
                    f"{quoted(found.head[at].text)}; "
                    f"say in a mapping file that it is, by level: {head}, or that it is to be left "
                    f"out, by ignore: [{head}]"
                )
                raise FileProblems([found.grid.problem(found.head[at], message)])
    return replace(found, ignored=tuple(left.values()))


def _are_levels(found: Columns, at: int) -> bool:
    """Whether nearly all that stands in a column looks like levels, of which there are few."""
    texts = [row[at].text for row in found.body if row[at].text and not is_note(row)]
    few = len({fold(text) for text in texts}) <= MOST_LEVELS
    return bool(texts) and few and 5 * sum(map(is_level, texts)) >= 4 * len(texts)
