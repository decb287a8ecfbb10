"""What the cells of a row say of somebody: where they stand, or all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
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
from ladder.names import FORMS
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


MOST_GUESSED = 500
"""Unknown names of a kind for which it is told what may have been meant, which takes its time."""

_REMEMBERED = 100_000
"""Names that are looked for once, of each kind."""


class _Names:
    """Finds what goes by a name in a ladder, or says why nothing does."""

    def __init__(
        self,
        ladder: Ladder,
        kind: str,
        known: Iterable[Role | Skill | Activity],
        find: Callable[[Ladder, str], Role | Skill | Activity],
    ) -> None:
        self._ladder = ladder
        self._kind = kind
        self._find = find
        self._left = MOST_GUESSED
        names = [name for one in known for name in _names_of(one)]
        self._known = [(form, {form(name) for name in names}) for form in FORMS]

    def __call__(self, written: Any) -> str | Wrong:
        text = str(written)
        if self._left <= 0 and not self._may_be(text):
            return Wrong(f"no {self._kind} {quoted(text)}")
        try:
            return self._find(self._ladder, text).id
        except UnknownName as error:
            self._left -= 1
            return Wrong(str(error) if error.suggestions else f"no {self._kind} {quoted(text)}")

    def _may_be(self, text: str) -> bool:
        """Whether anything goes by a name, in whichever form."""
        return any(form(text) in names for form, names in self._known)


def _names_of(one: Role | Skill | Activity) -> tuple[str, ...]:
    return (one.id, one.name, *(one.aliases if isinstance(one, Role) else ()))


class Records:
    """Reads rows; each name is looked for once, however many rows have it.

    ``rated`` are the ids of the skills that have columns of their own.
    """

    def __init__(self, ladder: Ladder, rated: Iterable[str] = ()) -> None:
        self._ladder = ladder
        self._rated = tuple(rated)
        once = lru_cache(_REMEMBERED)
        self._role = once(_Names(ladder, "role", ladder.roles.values(), find_role))
        self._skill = once(_Names(ladder, "skill", ladder.skills.values(), find_skill))
        self._activity = once(_Names(ladder, "activity", ladder.activities.values(), find_activity))
        self._level = once(self._level_of)

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
            return Wrong(_told_once(problems))
        person = Person(role, months, skills, frozenset(filter(None, done)), learning)
        if learning:
            problems += [message for _, _, message in person_problems(self._ladder, person)]
        return Wrong("; ".join(problems)) if problems else person

    def _role_of(self, cell: Any, problems: list[str]) -> str | None:
        if _is_empty(cell):
            problems.append("no role; the cell is empty")
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
        text = _number(written)
        try:
            if isinstance(text, str) and (both := _NUMBERED(text)):
                levels = {parse_level(self._ladder, part) for part in (int(both[1]), both[2])}
                if len(levels) == 1:
                    return levels.pop()
            return parse_level(self._ladder, text)
        except UnknownName as error:
            return Wrong(str(error))


_LEVELS = re.compile(r"; (levels are [^;]+)")


def _told_once(problems: list[str]) -> str:
    """All problems of a row, with the levels that there are behind them, however many are none.

    >>> _told_once(["a: no level 7; levels are 1 low", "b: no level 8; levels are 1 low"])
    'a: no level 7; b: no level 8; levels are 1 low'
    """
    levels = dict.fromkeys(found for one in problems for found in _LEVELS.findall(one))
    return "; ".join([*(_LEVELS.sub("", one) for one in problems), *levels])


_NUMBERED = re.compile(r"([0-9])\s*[-–:.)=]\s*(\D+)").fullmatch
"""A level with its number before it."""

_NOTHING_BEHIND = re.compile(r"(?<=[0-9])[.,]0{1,2}$")
"""Of a whole number as data frames and spreadsheets write it, such as 2.0 or 2,00."""


def _number(written: Any) -> str | int:
    """A cell as a level is written: tables have whole numbers as 2.0, too."""
    if isinstance(written, float | Decimal):
        finite = Decimal(written)
        return int(finite) if finite.is_finite() and finite == int(finite) else str(written)
    if isinstance(written, str) and (figures := _NOTHING_BEHIND.sub("", written)).isdecimal():
        return int(figures)
    return written if isinstance(written, int) else str(written)


def _whole(cell: Any, what: str, problems: list[str]) -> int | None:
    if _is_empty(cell):
        return None
    number = _number(cell.strip() if isinstance(cell, str) else cell)
    if isinstance(number, bool) or not isinstance(number, int) or number < 0:
        hint = _hint(cell)
        problems.append(f"{what}: expected whole months from 0, found {quoted(str(cell))}{hint}")
        return None
    return number


_IN_YEARS = re.compile(r"([0-9]{1,2})\s*(?:years?|yrs?|y|jahre?|ans?|años?)").fullmatch
_IN_MONTHS = re.compile(r"([0-9]{1,4})\s*(?:months?|mos?|m|monate?|mois|mes(?:es)?)").fullmatch
_DATE = re.compile(r"\d{4}-\d\d?-\d\d?.*|\d\d?[./]\d\d?[./]\d{2,4}").fullmatch
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[,.'\u00a0\u202f ][0-9]{3})+").fullmatch


def _hint(cell: Any) -> str:
    """What may have been meant by months that are none."""
    text = str(cell).strip().lower()
    if years := _IN_YEARS(text):
        return f"; write {12 * int(years[1])}"
    if months := _IN_MONTHS(text):
        return f"; write {int(months[1])}"
    if isinstance(cell, date) or _DATE(text):
        return ", a date; such a column is to be told as in_role_since"
    if _THOUSANDS(text):
        return "; write figures alone"
    if isinstance(cell, bool) or any(sign.isdigit() for sign in text):
        return ""
    return "; leave it empty where they are not known"


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
