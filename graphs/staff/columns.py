"""Which column of a table of people holds what: told, or by its heading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder import Ladder, LadderError, find_skill
from ladder.matching import fold, nearest
from ladder.wording import listed, quoted

FIELDS = ("id", "role", "months_in_role", "skills", "done", "learning")
"""What a column can hold, besides the level of one skill."""

_HEADINGS = {
    "id": (
        "id, employee id, person id, staff id, staff number, personnel number, employee number, "
        "employee, person, personalnummer, mitarbeiter id, matricule, identifiant, id empleado"
    ),
    "role": (
        "role, role id, job role, current role, job, job title, title, position, rolle, stelle, "
        "funktion, rôle, poste, fonction, rol, puesto, cargo"
    ),
    "months_in_role": (
        "months in role, months in the role, months in job, months in position, time in role "
        "months, tenure months, months, monate in rolle, monate in der rolle, monate, "
        "mois dans le poste, mois, meses en el puesto, meses"
    ),
    "skills": "skills, skill levels, ratings, kompetenzen, compétences, competencias",
    "done": "done, completed, activities done, courses done, completed activities, erledigt",
    "learning": "learning, in progress, courses begun",
}
"""Headings by which each is known; case, spaces and hyphens aside."""

_KNOWN = {fold(word): field for field, words in _HEADINGS.items() for word in words.split(", ")}


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
    """

    fields: Mapping[str, str]
    rated: Mapping[str, str]
    carried: tuple[str, ...]


def is_role_heading(told: Mapping[str, str], heading: str) -> bool:
    """Whether a heading is that of the column with the roles, told or known."""
    if "role" in told:
        return heading == told["role"]
    return _KNOWN.get(fold(heading)) == "role"


def columns_of(
    ladder: Ladder, headings: Sequence[str], told: Mapping[str, str] | None = None
) -> Columns:
    """Find what each column of a table holds.

    ``told`` has headings by field, or by a skill's name or id, where they are not plain.
    """
    told = told or {}
    _refuse_twice(headings)
    fields, rated = _told(ladder, headings, told)
    taken = {*fields.values(), *rated.values()}
    for heading in headings:
        field = _KNOWN.get(fold(heading))
        if heading in taken or field is None or field in told:
            continue
        if field in fields:
            raise NoSuchTable(
                f"both {quoted(fields[field])} and {quoted(heading)} may be the {field}; "
                f"say which: --map {field}=…"
            )
        fields[field] = heading
        taken.add(heading)
    # By the whole name: the heading Team is not the skill Team dynamics.
    skills = {fold(name): one.id for one in ladder.skills.values() for name in (one.name, one.id)}
    for heading in headings:
        skill = skills.get(fold(heading))
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
        found = listed([quoted(heading) for heading in headings[:12]], "and") or "none"
        raise NoSuchTable(f"no column for the role; expected role, found the columns {found}{hint}")
    return Columns(fields, rated, tuple(one for one in headings if one not in taken))


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
    for what, heading in told.items():
        if heading not in headings:
            near = nearest(heading, headings)
            hint = f"; did you mean {listed(near)}?" if near else ""
            raise NoSuchTable(f"there is no column {quoted(heading)}{hint}")
        if what in FIELDS:
            fields[what] = heading
        else:
            rated[find_skill(ladder, what).id] = heading
    return fields, rated


def _refuse_twice(headings: Iterable[str]) -> None:
    seen: set[str] = set()
    for heading in headings:
        if heading in seen:
            raise NoSuchTable(f"two columns are called {quoted(heading)}; give them two names")
        seen.add(heading)
