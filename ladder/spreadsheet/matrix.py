"""What a skill matrix holds of a ladder: roles, skills, and the level of each in each.

Names in it carry an id where the name alone would give another.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import StringIO

from ladder.matching import fold, is_id, to_id
from ladder.model import EXPECTED, NO_TEXTS, FrozenDict, Ladder, Role

from .grid import harmless
from .words import SHOWN, fact_meant

DEVELOPED = "developed"
"""What stands in the column `SHOWN` where the levels of a role's row are not `EXPECTED`."""


@dataclass(frozen=True, slots=True)
class MatrixRole:
    """A role in a matrix."""

    id: str
    name: str
    track: str | None
    rank: int | None
    profile: Mapping[str, int]
    """By skill id, the level that is expected of its holder, or else developed in it."""


@dataclass(frozen=True, slots=True)
class SkillTexts:
    """What a matrix says of a skill beside its name."""

    group: str | None = None
    about: str | None = None
    levels: Mapping[int, str] = NO_TEXTS
    """What it means to hold the skill at a level."""


NO_SKILL_TEXTS = SkillTexts()


@dataclass(frozen=True, slots=True)
class Matrix:
    """Roles and skills, and the level of each skill that is expected in each role."""

    levels: tuple[str, ...]
    """Their names, the lowest first."""
    skills: Mapping[str, str]
    """From id to name, as of the tracks."""
    tracks: Mapping[str, str]
    roles: tuple[MatrixRole, ...]
    texts: Mapping[str, SkillTexts] = field(default_factory=FrozenDict)
    """By skill id, where anything is said of it."""
    levels_about: Mapping[int, str] = NO_TEXTS
    """What each level means of any skill."""


def matrix_of(ladder: Ladder) -> Matrix:
    """Reduce a ladder to what a matrix holds.

    Of a role it holds what the role expects; where that is nothing, the highest level of each skill
    that the role develops. Tracks without roles, and levels above the highest of those, are left
    out.

    >>> from ladder import bundled
    >>> matrix_of(bundled("product-management")).roles[5].profile["roadmapping"]
    2
    """
    roles = tuple(
        MatrixRole(role.id, role.name, role.track, role.rank, profile(role))
        for role in ladder.roles.values()
    )
    used = {level for role in roles for level in role.profile.values()}
    tracked = {role.track for role in roles}
    return Matrix(
        levels=level_names({level: ladder.level_name(level) for level in used}),
        skills=FrozenDict((key, skill.name) for key, skill in ladder.skills.items()),
        tracks=FrozenDict(
            (key, track.name) for key, track in ladder.tracks.items() if key in tracked
        ),
        roles=roles,
    )


def profile(role: Role) -> Mapping[str, int]:
    """Find the levels that a matrix shows of a role."""
    return role.expects if shows(role) == EXPECTED else developed(role)


def shows(role: Role) -> str:
    """Tell which levels of a role a matrix shows.

    >>> shows(Role("a", "A")), shows(Role("b", "B", develops={"sql": {1: 6}}))
    ('expected', 'developed')
    """
    return EXPECTED if role.expects or not role.develops else DEVELOPED


def developed(role: Role) -> Mapping[str, int]:
    """Find the highest level of each skill that a role develops."""
    return FrozenDict((skill, max(levels)) for skill, levels in role.develops.items())


def level_names(known: Mapping[int, str]) -> tuple[str, ...]:
    """Name all levels up to the highest of those known.

    >>> level_names({1: "basic", 3: "expert"})
    ('basic', 'level 2', 'expert')
    """
    taken = {fold(name) for name in known.values()}
    names = []
    for number in range(1, max(known, default=0) + 1):
        name = known.get(number)
        if name is None:
            name = f"level {number}"
            while fold(name) in taken:
                name += "'"
        names.append(name)
    return tuple(names)


def lost(ladder: Ladder) -> tuple[str, ...]:
    """Name what a matrix cannot hold of a ladder, such as "29 transitions with their gates".

    >>> from ladder import bundled
    >>> lost(bundled("product-management"))[1]
    'the months after which a role develops its skills'
    """
    kept = matrix_of(ladder)
    roles = ladder.roles.values()
    skills = ladder.skills.values()
    about = [role.about for role in roles]
    about += [skill.about for skill in skills]
    about += [track.about for track in ladder.tracks.values()]
    texts = ladder.levels_about or any(skill.levels for skill in skills)
    unused = [track for track in ladder.tracks if track not in kept.tracks]
    beyond = ladder.levels[: len(kept.levels)] != kept.levels or ladder.levels[len(kept.levels) :]
    answers: Sequence[tuple[object, str]] = (
        (ladder.transitions, _counted(len(ladder.transitions), "transition", "with their gates")),
        (any(role.develops for role in roles), "the months after which a role develops its skills"),
        (
            any(role.expects and role.develops for role in roles),
            "what a role develops, where it expects something",
        ),
        (
            any(
                len(levels) > 1
                for role in roles
                if not role.expects
                for levels in role.develops.values()
            ),
            "the levels that a role develops below its highest",
        ),
        (ladder.activities, _counted(len(ladder.activities), "way to grow", plural="ways to grow")),
        (any(role.aliases for role in roles), "aliases"),
        (any(role.final for role in roles), "which roles are final"),
        (any(skill.group for skill in skills), "groups of skills"),
        (any(about), "descriptions"),
        (texts, "what the levels mean"),
        (any(role.url for role in roles), "addresses of pages"),
        (any(role.source or role.confidence for role in roles), "sources and confidence"),
        (unused, "tracks without roles"),
        (beyond, "the names of levels above the highest that is shown"),
        (True, "the ladder's name and what it says of itself"),
    )
    return tuple(words for there, words in answers if there)


def _counted(number: int, what: str, after: str = "", plural: str = "") -> str:
    words = what if number == 1 else plural or f"{what}s"
    return f"{number:,} {words} {after}".rstrip()


_WITH_ID = re.compile(r"(.+) \[([^\[\]]+)\]", re.DOTALL).fullmatch


def heading(name: str, identifier: str) -> str:
    """Write a name, with its id where one could not tell it from the name.

    >>> heading("Data and SQL", "data-and-sql"), heading("Data and SQL", "data")
    ('Data and SQL', 'Data and SQL [data]')
    >>> heading("Rank", "rank")
    'Rank [rank]'
    """
    plain = to_id(name) == identifier and not _WITH_ID(name) and fact_meant(name) is None
    return name if plain else f"{name} [{identifier}]"


def read_heading(text: str) -> tuple[str, str | None]:
    """Read a name, and the id that goes with it if there is one.

    >>> read_heading("Data and SQL [data]"), read_heading("Data [and SQL]")
    (('Data and SQL', 'data'), ('Data [and SQL]', None))
    """
    line = " ".join(text.split())
    found = _WITH_ID(line)
    return (found[1], found[2]) if found and is_id(found[2]) else (line, None)


def skill_headings(ladder: Ladder) -> dict[str, str]:
    """Head the column of each skill where all ids are known: its name, unless two share it."""
    shared = Counter(skill.name for skill in ladder.skills.values())
    headings = {}
    for skill in ladder.skills.values():
        plain = shared[skill.name] == 1 and heading(skill.name, to_id(skill.name)) == skill.name
        headings[skill.name if plain else heading(skill.name, skill.id)] = skill.id
    return headings


FACT_COLUMNS = ("Role", "Id", "Track", "Rank", SHOWN)


def matrix_csv(ladder: Ladder) -> str:
    """Write a row for each role and a column for each skill.

    CSV after RFC 4180. A cell has a level's number and name, or nothing. A skill or track has
    its id behind its name where the name alone would give another.

    >>> from ladder import bundled
    >>> matrix_csv(bundled("product-management")).splitlines()[0][:46]
    'Role,Id,Track,Rank,Levels are,Communication,An'
    """
    matrix = matrix_of(ladder)
    page = StringIO()
    writer = csv.writer(page)
    skills = [heading(name, key) for key, name in matrix.skills.items()]
    writer.writerow(map(harmless, [*FACT_COLUMNS, *skills]))
    for role in matrix.roles:
        which = shows(ladder.roles[role.id])
        # By number and name, so that both can be read back.
        levels = [
            f"{level} - {matrix.levels[level - 1]}" if (level := role.profile.get(skill)) else ""
            for skill in matrix.skills
        ]
        writer.writerow(map(harmless, [*_facts(matrix, role), which, *levels]))
    return page.getvalue()


def _facts(matrix: Matrix, role: MatrixRole) -> list[object]:
    track = "" if role.track is None else heading(matrix.tracks[role.track], role.track)
    rank = "" if role.rank is None else role.rank
    return [heading(role.name, to_id(role.name) or role.id), role.id, track, rank]
