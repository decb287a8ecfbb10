"""What the cells of a row say of somebody: where they stand, or all that is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar

from ladder import (
    Activity,
    Ladder,
    Person,
    Role,
    Skill,
    UnknownName,
    find_activity,
    find_role,
    find_skill,
)
from ladder.levels import parse_level
from ladder.model import MOST_MONTHS
from ladder.person import is_empty, person_problems
from ladder.wording import quoted

T = TypeVar("T")


class Wrong(NamedTuple):
    """A row that says nothing which can be answered, and why not, in sentences."""

    problem: str


class Cells(NamedTuple):
    """Of one row, what tells where somebody stands, as the table has it; None where it is empty.

    ``levels`` are the cells of the columns for a skill each.
    """

    role: Any = None
    months_in_role: Any = None
    skills: Any = None
    done: Any = None
    learning: Any = None
    levels: tuple[Any, ...] = ()


class Records:
    """Reads rows; each name is looked for once, however many rows have it.

    ``rated`` are the ids of the skills that have columns of their own.
    """

    def __init__(self, ladder: Ladder, rated: Iterable[str] = ()) -> None:
        self._ladder = ladder
        self._rated = tuple(rated)
        self._role = cache(lambda text: _found(find_role, ladder, text))
        self._skill = cache(lambda text: _found(find_skill, ladder, text))
        self._activity = cache(lambda text: _found(find_activity, ladder, text))
        self._level = cache(self._level_of)

    def person(self, cells: Cells) -> Person | Wrong:
        """Read one row."""
        problems: list[str] = []
        role = self._role_of(cells.role, problems)
        months = _whole(cells.months_in_role, "months_in_role", problems)
        if months is not None and months > MOST_MONTHS:
            problems.append(f"months_in_role: expected at most {MOST_MONTHS:,}, found {months:,}")
        skills = self._levels(cells.skills, problems)
        for skill, cell in zip(self._rated, cells.levels, strict=True):
            if (level := self._known(self._level, cell, f"{skill}: ", problems)) is not None:
                if skill in skills:
                    problems.append(f"{skill}: is in the column skills, too")
                skills[skill] = level
        names = _items(cells.done)
        done = [self._known(self._activity, name, "done: ", problems) for name in names]
        learning = self._learning(cells.learning, problems)
        if problems or role is None:
            return Wrong("; ".join(problems))
        person = Person(role, months, skills, frozenset(filter(None, done)), learning)
        if learning:
            problems += [message for _, _, message in person_problems(self._ladder, person)]
        return Wrong("; ".join(problems)) if problems else person

    def _role_of(self, cell: Any, problems: list[str]) -> str | None:
        if _is_empty(cell):
            problems.append("no role")
            return None
        return self._known(self._role, cell, "", problems)

    def _known(
        self, find: Callable[[Any], T | Wrong], cell: Any, about: str, problems: list[str]
    ) -> T | None:
        if _is_empty(cell):
            return None
        found = find(cell.strip() if isinstance(cell, str) else cell)
        if isinstance(found, Wrong):
            problems.append(about + found.problem)
            return None
        return found

    def _levels(self, cell: Any, problems: list[str]) -> dict[str, int]:
        levels: dict[str, int] = {}
        for name, value in _pairs(cell, "skills", problems):
            skill = self._known(self._skill, name, "", problems)
            level = self._known(self._level, value, f"{name}: ", problems)
            if skill is not None and level is not None:
                if levels.get(skill, level) != level:
                    problems.append(f"{name}: is there twice, at different levels")
                levels[skill] = level
        return levels

    def _learning(self, cell: Any, problems: list[str]) -> dict[str, int]:
        learning: dict[str, int] = {}
        for name, value in _pairs(cell, "learning", problems):
            activity = self._known(self._activity, name, "learning: ", problems)
            months = _whole(value, f"learning: {name}", problems)
            if activity is not None and months is not None:
                learning[activity] = months
        return learning

    def _level_of(self, written: Any) -> int | Wrong:
        try:
            return parse_level(self._ladder, _number(written))
        except UnknownName as error:
            return Wrong(str(error))


def _found(
    find: Callable[[Ladder, str], Role | Skill | Activity], ladder: Ladder, written: Any
) -> str | Wrong:
    try:
        return find(ladder, str(written)).id
    except UnknownName as error:
        return Wrong(str(error))


def _number(written: Any) -> str | int:
    """A cell as a level is written: tables have whole numbers as 2.0, too."""
    if isinstance(written, float) and written.is_integer():
        return int(written)
    if isinstance(written, str) and written.removesuffix(".0").isdecimal():
        return int(written.removesuffix(".0"))
    return written if isinstance(written, int) else str(written)


def _whole(cell: Any, what: str, problems: list[str]) -> int | None:
    if _is_empty(cell):
        return None
    number = _number(cell.strip() if isinstance(cell, str) else cell)
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        problems.append(f"{what}: expected whole months from 0, found {quoted(str(cell))}")
        return None
    return number


def _pairs(cell: Any, what: str, problems: list[str]) -> list[tuple[Any, Any]]:
    """Names with values: of ``name=value; …``, or of what Arrow has for a map or a struct."""
    if _is_empty(cell):
        return []
    if isinstance(cell, Mapping):
        return [(name, value) for name, value in cell.items() if value is not None]
    if not isinstance(cell, str):
        return [tuple(pair) for pair in cell]
    pairs = []
    for item in _items(cell):
        name, sign, value = item.rpartition("=")
        if not sign or not name.strip() or not value.strip():
            problems.append(f"{what}: expected name=value; …, found {quoted(item)}")
        else:
            pairs.append((name.strip(), value.strip()))
    return pairs


def _items(cell: Any) -> list[Any]:
    if _is_empty(cell):
        return []
    if isinstance(cell, str):
        return [item.strip() for item in cell.split(";") if item.strip()]
    return list(cell)


def _is_empty(cell: Any) -> bool:
    return is_empty(cell) or (isinstance(cell, str) and not cell.strip())
