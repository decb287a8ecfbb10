"""What a skill matrix holds of a ladder: roles, skills, and the level of each in each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladder.folding import fold
from ladder.frozen import FrozenDict
from ladder.model import Ladder, Role


@dataclass(frozen=True, slots=True)
class MatrixRole:
    """A role in a matrix.

    Parameters
    ----------
    id, name : str
        As in the ladder's roles.
    track : str or None
        Id of its track.
    rank : int or None
        Its place in the track.
    profile : mapping of str to int
        The level expected of its holder, by skill id.
    """

    id: str
    name: str
    track: str | None
    rank: int | None
    profile: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Roles and skills, and the level of each skill that is expected in each role.

    Parameters
    ----------
    levels : tuple of str
        Their names, the lowest first.
    skills, tracks : mapping of str to str
        From id to name.
    roles : tuple of MatrixRole
    """

    levels: tuple[str, ...]
    skills: Mapping[str, str]
    tracks: Mapping[str, str]
    roles: tuple[MatrixRole, ...]


def matrix_of(ladder: Ladder) -> Matrix:
    """Reduce a ladder to what a matrix holds.

    What is expected in a role is what an established holder has learnt in it: the highest level of
    each skill that the role develops.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    Matrix
        With the tracks that have roles, and the levels up to the highest that a role develops.

    Examples
    --------
    >>> from ladder import bundled
    >>> matrix_of(bundled("product-management")).roles[5].profile["roadmapping"]
    3
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
    """Find the level of each skill that an established holder of a role has learnt in it."""
    return FrozenDict((skill, max(levels)) for skill, levels in role.develops.items())


def level_names(known: Mapping[int, str]) -> tuple[str, ...]:
    """Name all levels up to the highest of those known.

    Parameters
    ----------
    known : mapping of int to str
        From 1.

    Returns
    -------
    tuple of str

    Examples
    --------
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
    """Name what a matrix cannot hold of a ladder.

    Parameters
    ----------
    ladder : Ladder

    Returns
    -------
    tuple of str
        Such as "29 transitions with their gates"; empty where it holds all of it.

    Examples
    --------
    >>> from ladder import bundled
    >>> lost(bundled("product-management"))[1]
    'the months after which a role develops its skills'
    """
    kept = matrix_of(ladder)
    roles = ladder.roles.values()
    about = [role.about for role in roles]
    about += [skill.about for skill in ladder.skills.values()]
    about += [track.about for track in ladder.tracks.values()]
    unused = [track for track in ladder.tracks if track not in kept.tracks]
    beyond = ladder.levels[: len(kept.levels)] != kept.levels or ladder.levels[len(kept.levels) :]
    answers: Sequence[tuple[object, str]] = (
        (ladder.transitions, _counted(len(ladder.transitions), "transition", "with their gates")),
        (any(role.develops for role in roles), "the months after which a role develops its skills"),
        (
            any(len(levels) > 1 for role in roles for levels in role.develops.values()),
            "the levels that a role develops below its highest",
        ),
        (ladder.activities, _counted(len(ladder.activities), "way to grow", plural="ways to grow")),
        (any(role.aliases for role in roles), "aliases"),
        (any(role.final for role in roles), "which roles are final"),
        (any(about), "descriptions"),
        (any(role.source or role.confidence for role in roles), "sources and confidence"),
        (unused, "tracks without roles"),
        (beyond, "the names of levels that no role develops"),
        (True, "the ladder's name and what it says of itself"),
    )
    return tuple(words for there, words in answers if there)


def _counted(number: int, what: str, after: str = "", plural: str = "") -> str:
    words = what if number == 1 else plural or f"{what}s"
    return f"{number:,} {words} {after}".rstrip()
