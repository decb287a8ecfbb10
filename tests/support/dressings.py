"""Matrices in what people dress them in: titles, merged tracks, sections, notes, footers, legends.

The same matrix goes into every dressing, so that what comes out can be told from what went in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hypothesis import strategies as st

NAMES = ("awareness", "working", "practitioner", "expert")
TITLES = ("Junior {}", "{}", "Senior {}", "Lead {}")


class Words(NamedTuple):
    """What is spoken of, and how."""

    tracks: Mapping[str, Sequence[str]]
    """The titles of each, the most junior first."""
    groups: Sequence[str]
    skills: Sequence[str]
    headings: Sequence[str]
    """Of groups, skills, descriptions, tracks, ranks, roles, and notes."""


def _titles_of(**jobs: str) -> Mapping[str, Sequence[str]]:
    return {
        track: [title.format(job).capitalize() for title in TITLES] for track, job in jobs.items()
    }


WORDS = (
    Words(
        _titles_of(Engineering="engineer", Product="product manager", Design="designer"),
        ("Technical", "Craft", "People"),
        ("Coding", "Architecture", "Roadmaps", "User research", "Communication", "Mentoring"),
        ("Cluster", "Skill", "Description", "Track", "Rank", "Role", "Notes"),
    ),
    Words(
        {
            "R&D": ("Engineer I", "Engineer II", "Engineer III", "Engineer IV"),
            "Level design": ("IC1", "IC2", "IC3", "IC4"),
            "Go-to-market": ("Level designer", "Team lead", "Group head", "Head of skills"),
        },
        ("Role-specific", "Key skills", "Level 1 skills"),
        ("C++", "Level design", "Team work", "Total cost", "Notes and minutes", "5S"),
        ("Domain", "Competency", "Definition", "Department", "Grade", "Job title", "Comments"),
    ),
    Words(
        {
            "Entwicklung": (
                "Junior-Entwicklerin",
                "Entwicklerin",
                "Senior-Entwicklerin",
                "Leitung",
            ),
            "Vertrieb": ("Trainee", "Referentin", "Gebietsleitung", "Bereichsleitung"),
            "Küche": ("Hilfskraft", "Köchin", "Souschefin", "Küchenchefin"),
        },
        ("Fachlich", "Persönlich", "Führung"),
        ("Verkaufen", "Qualität", "Gespräche führen", "Zahlen", "Planung", "Mitarbeit"),
        ("Kategorie", "Kompetenz", "Beschreibung", "Abteilung", "Stufe", "Stelle", "Bemerkungen"),
    ),
    Words(
        {
            "Cuisine": ("Commis", "Chef de partie", "Second", "Cheffe"),
            "Salle": ("Serveuse", "Cheffe de rang", "Maîtresse d'hôtel", "Directrice"),
            "Achats": ("Assistante", "Acheteuse", "Acheteuse senior", "Responsable des achats"),
        },
        ("Métier, technique", "Savoir-être", "Équipe"),
        ("Pâtisserie", "Coûts", "Accueil", "Hygiène", "Négociation", "Encadrement"),
        ("Domaine", "Compétence", "Description", "Filière", "Niveau", "Poste", "Commentaires"),
    ),
    Words(
        {
            "Huerta": ("Aprendiz", "Hortelana", "Hortelana mayor", "Capataz"),
            "Tienda": ("Auxiliar", "Dependienta", "Encargada", "Gerente"),
            "Diseño": ("Diseñadora júnior", "Diseñadora", "Diseñadora sénior", "Jefa de diseño"),
        },
        ("Técnicas", "Oficio", "Personas"),
        ("Poda", "Riego", "Atención", "Inglés", "Dirección", "Caja y cuentas"),
        ("Categoría", "Competencia", "Descripción", "Departamento", "Nivel", "Puesto", "Notas"),
    ),
)


class Share(float):
    """A number that a spreadsheet program shows as per cent."""

    def __str__(self) -> str:
        return f"{self:.0%}"


NAMED = ("name", "number and name", "name and number")
STYLES: Mapping[str, Sequence[object]] = {
    "number": (1, 2, 3, 4),
    "name": NAMES,
    "number and name": [f"{at} - {name}" for at, name in enumerate(NAMES, start=1)],
    "name and number": [f"{name} ({at})" for at, name in enumerate(NAMES, start=1)],
    "of four": [f"{at}/4" for at in range(1, 5)],
    "letter": [f"L{at}" for at in range(1, 5)],
    "roman": ("I", "II", "III", "IV"),
    "stars": [("★" * at).ljust(4, "☆") for at in range(1, 5)],
    "dots": [("●" * at).ljust(4, "○") for at in range(1, 5)],
    "share": [Share(at / 4) for at in range(1, 5)],
}
"""The four levels as people write them."""


class Plain(NamedTuple):
    """What is in a matrix, however it is dressed."""

    words: Words

    roles: tuple[tuple[str, str], ...]
    """Track and title, track by track, the most junior first."""
    skills: tuple[tuple[str, str], ...]
    """Group and name, group by group."""
    levels: tuple[tuple[int, ...], ...]
    """Of each skill the level in each role."""


class Span(NamedTuple):
    """Cells that are merged: where they begin, and how many rows and columns they are."""

    row: int
    column: int
    rows: int
    columns: int


@dataclass
class Dressed:
    """Rows of cells, and which of them are merged."""

    rows: list[list[object]]
    merged: list[Span]


class Dressing(NamedTuple):
    """How a matrix is dressed."""

    across: bool
    titles: int
    tracks: str
    """``band``, ``labelled`` or ``section`` (where roles go down)."""
    ranks: bool
    groups: str
    """``column``, ``section`` or nothing."""
    headed: bool
    """Whether the columns or rows beside the names have headings."""
    notes: bool
    described: bool
    footer: str
    legend: str
    """``below``, ``line`` or nothing."""
    gaps: bool
    merge: bool
    style: str
    """How levels are written, one of `STYLES`."""
    nothing: str
    """What stands where a skill is not asked for."""

    @property
    def named(self) -> bool:
        """Whether the sheet says what the levels are called."""
        return bool(self.legend) or self.style in NAMED


@st.composite
def plain_matrices(draw: st.DrawFn) -> Plain:
    """Two or three tracks of two to four roles, whose levels rise."""
    words = draw(st.sampled_from(WORDS))
    tracks = list(words.tracks)[: draw(st.integers(2, 3))]
    roles = tuple(
        (track, title)
        for track in tracks
        for title in words.tracks[track][: draw(st.integers(2, 4))]
    )
    groups = draw(st.lists(st.integers(1, 3), min_size=2, max_size=3))
    names = list(words.skills)
    skills = tuple(
        (group, names.pop(0))
        for group, number in zip(words.groups, groups, strict=False)
        for _ in range(min(number, len(names)))
    )
    levels = tuple(
        tuple(draw(st.lists(st.integers(0, 4), min_size=len(roles), max_size=len(roles))))
        for _ in skills
    )
    # Every role asks for something, every skill is asked for, and all levels are there.
    levels = tuple(
        tuple(max(level, 1) if at == 0 or place == 0 else level for at, level in enumerate(line))
        for place, line in enumerate(levels)
    )
    levels = ((*levels[0][:-4], *draw(st.permutations((1, 2, 3, 4)))), *levels[1:])
    return Plain(words, roles, skills, levels)


dressings = st.builds(
    Dressing,
    across=st.booleans(),
    titles=st.integers(0, 3),
    tracks=st.sampled_from(("band", "labelled", "section")),
    ranks=st.booleans(),
    groups=st.sampled_from(("column", "section", "")),
    headed=st.booleans(),
    notes=st.booleans(),
    described=st.booleans(),
    footer=st.sampled_from(("", "© 2027 Example Ltd", "Average", "Last updated: March 2027")),
    legend=st.sampled_from(("", "below", "line")),
    gaps=st.booleans(),
    merge=st.booleans(),
    style=st.sampled_from(("number", "number", *STYLES)),
    nothing=st.sampled_from(("", "", "-", "–", "0", "n/a")),
)


def dressed(plain: Plain, how: Dressing) -> Dressed:
    """Lay a matrix out."""
    return _across(plain, how) if how.across else _down(plain, how)


def _across(plain: Plain, how: Dressing) -> Dressed:
    page = Dressed([], [])
    cluster, skill_, description, track_, rank_, _, notes = plain.words.headings
    labels = ([cluster] if how.groups == "column" else []) + [skill_]
    labels += [description] if how.described else []
    width = len(labels) + len(plain.roles) + how.notes
    _titles(page, how, width)
    before = len(labels)
    blank: list[object] = [""] * before
    starts = _starts([track for track, _ in plain.roles])
    row: list[object] = [
        *blank,
        *(track if at in starts else "" for at, (track, _) in enumerate(plain.roles)),
    ]
    if how.tracks == "labelled":
        row[0] = track_
    page.rows.append(row)
    _merge_runs(page, how, starts, len(plain.roles), before)
    if how.ranks:
        ranks: list[object] = [f"L{rank}" for rank in _ranks(plain)]
        page.rows.append([*([rank_, *blank[1:]] if how.tracks == "labelled" else blank), *ranks])
    heads: list[object] = list(labels) if how.headed else [*blank]
    page.rows.append(
        [*heads, *(title for _, title in plain.roles), *([notes] if how.notes else [])]
    )
    groups = _starts([group for group, _ in plain.skills])
    for at, (group, skill) in enumerate(plain.skills):
        if at in groups and how.groups == "section":
            if how.gaps and at:
                page.rows.append([])
            page.rows.append([group])
            if how.merge:
                page.merged.append(Span(len(page.rows) - 1, 0, 1, width))
        row = [group if at in groups else ""] if how.groups == "column" else []
        row.append(skill)
        row += [f"What {skill.lower()} is all about, in a sentence."] if how.described else []
        row += [_level(level, how) for level in plain.levels[at]]
        row += ["To be looked at again in the spring."] if how.notes and at == 0 else []
        page.rows.append(row)
    if how.groups == "column" and how.merge:
        first = len(page.rows) - len(plain.skills)
        for start, end in zip(
            sorted(groups), [*sorted(groups)[1:], len(plain.skills)], strict=True
        ):
            page.merged.append(Span(first + start, 0, end - start, 1))
    _feet(page, how, before, len(plain.roles))
    return page


def _down(plain: Plain, how: Dressing) -> Dressed:
    page = Dressed([], [])
    *_, track_, rank_, role_, notes = plain.words.headings
    labels = (
        ([track_] if how.tracks != "section" else []) + [role_] + ([rank_] if how.ranks else [])
    )
    width = len(labels) + len(plain.skills) + how.notes
    _titles(page, how, width)
    if how.groups:
        groups = _starts([group for group, _ in plain.skills])
        page.rows.append(
            [
                *([""] * len(labels)),
                *(g if at in groups else "" for at, (g, _) in enumerate(plain.skills)),
            ]
        )
        _merge_runs(page, how, groups, len(plain.skills), len(labels))
    page.rows.append(
        [*labels, *(skill for _, skill in plain.skills), *([notes] if how.notes else [])]
    )
    starts = _starts([track for track, _ in plain.roles])
    ranks = _ranks(plain)
    for at, (track, title) in enumerate(plain.roles):
        if at in starts and how.tracks == "section":
            if how.gaps and at:
                page.rows.append([])
            page.rows.append([track])
            if how.merge:
                page.merged.append(Span(len(page.rows) - 1, 0, 1, width))
        row: list[object] = [track] if how.tracks != "section" else []
        row += [title, *([ranks[at]] if how.ranks else [])]
        row += [_level(line[at], how) for line in plain.levels]
        row += ["Nobody holds this at the moment, sadly."] if how.notes and at == 0 else []
        page.rows.append(row)
    _feet(page, how, len(labels), len(plain.skills))
    return page


def _titles(page: Dressed, how: Dressing, width: int) -> None:
    for text in ("Skill matrix 2027", "Version 3, draft, owner: People team", "For comments")[
        : how.titles
    ]:
        page.rows.append([text])
        if how.merge and text.startswith("Skill"):
            page.merged.append(Span(len(page.rows) - 1, 0, 1, width))
    if how.titles and how.gaps:
        page.rows.append([])


def _merge_runs(page: Dressed, how: Dressing, starts: set[int], end: int, before: int) -> None:
    if how.merge:
        ordered = sorted(starts)
        for start, following in zip(ordered, [*ordered[1:], end], strict=True):
            page.merged.append(Span(len(page.rows) - 1, before + start, 1, following - start))


def _feet(page: Dressed, how: Dressing, before: int, places: int) -> None:
    if how.gaps:
        page.rows.append([])
    if how.footer == "Average" and how.style == "number":
        page.rows.append(["Average", *([""] * (before - 1)), *([1.5] * places)])
    elif how.footer and how.footer != "Average":
        page.rows.append([how.footer])
    codes = STYLES["number" if how.style in NAMED else how.style]
    entries = [f"{code} = {name}" for code, name in zip(codes, NAMES, strict=True)]
    if how.legend == "below":
        page.rows += [["Legend"], *([entry] for entry in entries)]
    elif how.legend:
        page.rows.append([", ".join(entries)])


def _level(level: int, how: Dressing) -> object:
    return STYLES[how.style][level - 1] if level else how.nothing


def _starts(names: list[str]) -> set[int]:
    return {at for at, name in enumerate(names) if at == 0 or names[at - 1] != name}


def _ranks(plain: Plain) -> list[int]:
    ranks, before = [], None
    for track, _ in plain.roles:
        ranks.append(1 if track != before else ranks[-1] + 1)
        before = track
    return ranks
