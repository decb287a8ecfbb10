"""What the columns of a table of people may be called, in which languages."""

from __future__ import annotations

from collections.abc import Mapping

from ladder.matching import fold, words

FIELDS = ("id", "role", "months_in_role", "skills", "done", "learning")
"""What a column can hold, besides the level of one skill."""

SINCE, YEARS = "in_role_since", "years_in_role"
"""Columns of which the months in the role are counted."""

_HEADINGS: Mapping[str, tuple[str, ...]] = {
    "id": (
        "id, employee id, person id, staff id, worker id, user id, user sys id, staff number, "
        "personnel number, personnel no., employee number, employee no., emp. no., emp id, "
        "personalnummer, personalnr, personalnr., personal nr, pers. nr., mitarbeiter id, "
        "mitarbeiternummer, mitarbeiternr., matricule, identifiant, id empleado",
        "employee, person, worker",
        "e mail, email, e mail address, email address, work email",
    ),
    "role": (
        "role, role id, role name, job role, current role, job, current job, job title, title, "
        "position, position title, current position, rolle, aktuelle rolle, stelle, "
        "aktuelle stelle, aktuelle position, stellenbezeichnung, berufsbezeichnung, funktion, "
        "rôle, poste, fonction, rol, puesto, cargo",
        "business title, job profile, job name, designation",
    ),
    "months_in_role": (
        "months in role, months in the role, months in job, months in position, time in role "
        "months, tenure months, months, monate in rolle, monate in der rolle, monate, "
        "mois dans le poste, mois, meses en el puesto, meses",
    ),
    "skills": ("skills, skill levels, ratings, kompetenzen, compétences, competencias",),
    "done": ("done, completed, activities done, courses done, completed activities, erledigt",),
    "learning": ("learning, in progress, courses begun",),
}
"""Headings by which each is known, case, spaces and hyphens aside: the plain ones, and then those
that are taken where there are no plainer ones."""

KNOWN = {
    fold(word): (field, rank)
    for field, ranks in _HEADINGS.items()
    for rank, names in enumerate(ranks)
    for word in names.split(", ")
}

MONTH_WORDS = frozenset(words("month months monat monate monaten mois meses"))
YEAR_WORDS = frozenset(words("years yrs jahre jahren ans années años"))
TIME_WORDS = frozenset(words("time tenure zeit dauer verweildauer ancienneté antigüedad"))
OFFICES = frozenset(
    words(
        "role job position post rolle stelle funktion rôle poste fonction emploi puesto rol cargo"
    )
)
BETWEEN = frozenset(
    words(
        "time in the this current present zeit im der dem dieser aktueller aktuellen jetziger "
        "derzeitiger temps dans le ce la cette au à tiempo en el este actual profile title"
    )
)
"""Words of which a heading for the months in the role may be made."""

BEGINNINGS = frozenset(
    words(
        "since start started starting from entry entered begin began effective seit ab beginn "
        "startdatum eintritt depuis début desde inicio"
    )
)
DATES = frozenset(words("date datum fecha on am of du de del"))
"""Words for the day on which somebody came into a role."""

COURSES = frozenset(
    words(
        "course courses training trainings certificate certificates certification certifications "
        "kurs kurse schulung schulungen weiterbildung weiterbildungen zertifikat zertifikate "
        "formation formations cursos"
    )
)

RATING = frozenset(
    words(
        "skill skills competency competence kompetenz fähigkeit compétence competencia level "
        "levels rating score stufe niveau nivel"
    )
)
"""Words around the name of a skill, where its column has the levels of it."""


def said(heading: str) -> frozenset[str]:
    """Words of a heading, without what stands around them."""
    return frozenset(word.strip("().,:;/[]") for word in words(heading)) - {""}
