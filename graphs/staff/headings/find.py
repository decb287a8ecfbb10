"""Which column of a table of people holds what: told, or by its heading."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder import Ladder, LadderError, find_skill
from ladder.matching import close_spellings, fold, nearest, words
from ladder.wording import listed, quoted, some

from .words import (
    BEGINNINGS,
    BETWEEN,
    COURSES,
    DATES,
    FIELDS,
    KNOWN,
    MONTH_WORDS,
    OFFICES,
    RATING,
    SINCE,
    TIME_WORDS,
    YEAR_WORDS,
    YEARS,
    said,
)

TENURE = ("months_in_role", SINCE, YEARS)
"""What tells how long somebody has been in the role; the first of them that there is does."""

_SIGNS = re.compile(r"[^\w\s-]+")

_ALIKE = 0.8
"""How alike a heading and a skill's name are at the least, for it to be asked which one it is."""


class NoSuchTable(LadderError):
    """A table of another kind, or one in which it is not plain which column holds what."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of a table of people, by what their columns hold.

    Parameters
    ----------
    fields : mapping of str to str
        Headings by field; ``role`` is always there.
    rated : mapping of str to str
        Headings by skill id, of columns with the levels of one skill.
    carried : tuple of str
        All other headings.
    doubtful : mapping of str to str
        Of those, what seem to be months in the role, or a skill with its name misspelt; with what
        they may be told to be.
    """

    fields: Mapping[str, str]
    rated: Mapping[str, str]
    carried: tuple[str, ...]
    doubtful: Mapping[str, str]


def is_role_heading(told: Mapping[str, str], heading: str) -> bool:
    """Whether a heading is that of the column with the roles, told or known."""
    if "role" in told:
        return fold(heading) == fold(told["role"])
    return KNOWN.get(fold(heading), ("", 0))[0] == "role"


def columns_of(
    ladder: Ladder, headings: Sequence[str], told: Mapping[str, str] | None = None
) -> Columns:
    """Find what each column of a table holds.

    ``told`` has headings by field, or by a skill's name or id, where they are not plain.
    """
    told = told or {}
    _refuse_twice(headings)
    fields, rated = _told(ladder, headings, told)
    # By the whole name: the heading Team is not the skill Team dynamics.
    skills = {fold(name): one.id for one in ladder.skills.values() for name in (one.name, one.id)}
    taken = {*fields.values(), *rated.values()}
    fields |= _by_heading(headings, taken, told)
    fields = _one_tenure(fields, told)
    taken = {*fields.values(), *rated.values()}
    for spelling in (fold, _bare):
        for heading in headings:
            skill = skills.get(spelling(heading))
            if heading not in taken and skill is not None and skill not in rated:
                rated[skill] = heading
                taken.add(heading)
    if "role" not in fields:
        if roles := sum(_names_role(ladder, heading) for heading in headings):
            raise NoSuchTable(
                "this seems to be a matrix, with roles as headings; expected a row for each person"
                if roles > 1
                else "the first row seems to be a person already; put a row of headings above it, "
                "such as id, role, months_in_role"
            )
        near = nearest("role", headings)
        hint = f"; is it {quoted(near[0])}? --map role={near[0]}" if near else ""
        found = some(list(map(quoted, headings)), 12) or "none"
        raise NoSuchTable(f"no column for the role; expected role, found the columns {found}{hint}")
    carried = tuple(one for one in headings if one not in taken)
    return Columns(fields, rated, carried, _doubtful(ladder, carried, {*fields, *rated}))


def _by_heading(
    headings: Iterable[str], taken: Collection[str], told: Collection[str]
) -> dict[str, str]:
    """Fields that are not told, by their headings; the plainest of several that may be one."""
    found: dict[str, dict[int, list[str]]] = {}
    for heading in headings:
        field, rank = _field_of(heading)
        if heading not in taken and field and field not in told:
            found.setdefault(field, {}).setdefault(rank, []).append(heading)
    plainest = {field: ranks[min(ranks)] for field, ranks in found.items()}
    for field, ones in plainest.items():
        if len(ones) > 1:
            ways = listed([f'--map "{field}={one}"' for one in ones])
            both = "both " if len(ones) == 2 else ""
            raise NoSuchTable(
                f"{both}{listed(list(map(quoted, ones)), 'and')} may be the {field}; "
                f"say which: {ways}"
            )
    return {field: ones[0] for field, ones in plainest.items()}


def _one_tenure(fields: Mapping[str, str], told: Collection[str]) -> dict[str, str]:
    """Leave one field that tells how long somebody has been in the role: what is told comes first.

    >>> _one_tenure({"role": "Job", "in_role_since": "Since", "months_in_role": "Months"}, ())
    {'role': 'Job', 'months_in_role': 'Months'}
    """
    first = sorted((one for one in TENURE if one in fields), key=lambda one: one not in told)[:1]
    return {field: one for field, one in fields.items() if field not in TENURE or field in first}


def _field_of(heading: str) -> tuple[str, int]:
    """What a heading says, and how plainly: the time in whatever is called the role among it.

    Months alone may be those in the company: every other word has to be one of the role.
    """
    parts = said(heading)
    if parts & OFFICES:
        if parts & MONTH_WORDS and parts <= MONTH_WORDS | OFFICES | BETWEEN:
            return "months_in_role", 0
        if parts & YEAR_WORDS and parts <= YEAR_WORDS | OFFICES | BETWEEN:
            return YEARS, 0
        if parts & BEGINNINGS and parts <= BEGINNINGS | DATES | OFFICES | BETWEEN:
            return SINCE, 0
    return KNOWN.get(fold(heading), ("", 0))


def _bare(heading: str) -> str:
    """A heading without what says that it is of a skill's levels.

    >>> _bare("Skill: Roadmapping"), _bare("Road mapping (level)"), _bare("Roadmapping (target)")
    ('roadmapping', 'roadmapping', 'roadmapping(target)')
    """
    left = list(words(heading.replace(":", " ")))
    while left and left[0].strip("().") in RATING:
        del left[0]
    while left and left[-1].strip("().") in RATING:
        del left[-1]
    return "".join(left)


def _doubtful(ladder: Ladder, carried: Iterable[str], known: set[str]) -> dict[str, str]:
    """Headings that may hold what would change the answers, and what they may be."""
    open_skills = {
        fold(name): one.name
        for one in ladder.skills.values()
        if one.id not in known
        for name in (one.name, one.id)
    }
    timed = bool(known & {*TENURE})
    found: dict[str, str] = {}
    for heading in carried:
        parts = said(heading)
        if not timed and (field := _tenure(parts)):
            found[heading] = field
        elif near := close_spellings(_bare(heading), open_skills, 1, _ALIKE):
            found[heading] = open_skills[near[0]]
        elif "done" not in known and parts & COURSES:
            found[heading] = "done"
        elif within := [name for name in open_skills.values() if _within(name, heading)]:
            found[heading] = max(within, key=len)
    return found


def _tenure(parts: frozenset[str]) -> str | None:
    """What a heading may tell of the time in the role, if it does."""
    if parts & MONTH_WORDS:
        return "months_in_role"
    if parts & BEGINNINGS and parts <= BEGINNINGS | DATES | OFFICES | BETWEEN:
        return SINCE
    if parts & (YEAR_WORDS | TIME_WORDS) and parts <= YEAR_WORDS | TIME_WORDS | OFFICES | BETWEEN:
        return YEARS
    return None


def _within(name: str, heading: str) -> bool:
    """Whether a heading has all words of a name, one after the other, and more."""
    return f" {' '.join(words(name))} " in f" {' '.join(words(_SIGNS.sub(' ', heading)))} "


def _names_role(ladder: Ladder, heading: str) -> bool:
    folded = fold(heading)
    return any(
        folded == fold(name)
        for role in ladder.roles.values()
        for name in (role.id, role.name, *role.aliases)
    )


def _told(
    ladder: Ladder, headings: Sequence[str], told: Mapping[str, str]
) -> tuple[dict[str, str], dict[str, str]]:
    fields: dict[str, str] = {}
    rated: dict[str, str] = {}
    for what, named in told.items():
        heading = _heading_of(headings, named)
        if what in (*FIELDS, SINCE, YEARS):
            fields[what] = heading
        else:
            rated[find_skill(ladder, what).id] = heading
    return fields, rated


def _heading_of(headings: Sequence[str], named: str) -> str:
    """The heading that is meant, whatever its case and spaces."""
    if named in headings:
        return named
    alike = [heading for heading in headings if fold(heading) == fold(named)]
    if len(alike) == 1:
        return alike[0]
    near = alike or nearest(named, headings)
    hint = f"; did you mean {listed(near)}?" if near else ""
    raise NoSuchTable(f"there is no column {quoted(named)}{hint}")


def _refuse_twice(headings: Iterable[str]) -> None:
    seen: set[str] = set()
    for heading in headings:
        if heading in seen:
            raise NoSuchTable(f"two columns are called {quoted(heading)}; give them two names")
        seen.add(heading)
