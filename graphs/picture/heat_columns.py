"""What stands beside the skills in a map of shades: roles, or tracks or families of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from graphs.between import profile
from graphs.encoding import encode
from ladder import Ladder, Role

from .groups import Groups
from .view import in_order

Key = TypeVar("Key")

MOST_ROLES = 24  # in one picture; of more, tracks are shown
MOST_TRACKS = 12  # in one picture; of more, families are shown, where tracks have them


@dataclass(frozen=True, slots=True)
class Column:
    """A role, or a track or a family with the highest levels of its roles.

    Parameters
    ----------
    id, name : str
    group : str or None
        Id of the track that it stands under.
    levels : dict of str to int
        By skill id.
    """

    id: str
    name: str
    group: str | None
    levels: dict[str, int]


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns of a map.

    Parameters
    ----------
    of : {"role", "track", "family"}
        What each of them stands for.
    all : tuple of Column
        From the left.
    """

    of: str
    all: tuple[Column, ...]


def columns_of(ladder: Ladder, tracks: Sequence[str], family: str | None) -> Columns:
    """Choose what is shown: roles while there are few, else tracks, else families.

    Parameters
    ----------
    ladder : Ladder
    tracks : sequence of str
        Ids of the tracks whose roles are shown; all, where there is none.
    family : str or None
        Name of the family whose roles are shown; None for all.

    Returns
    -------
    Columns
    """
    roles = [
        role for role in in_order(ladder, ladder.roles) if _shown(role, ladder, tracks, family)
    ]
    encoded = encode(ladder)
    held = {role.id: profile(encoded, encoded.number[role.id]) for role in roles}
    if len(roles) <= MOST_ROLES or not ladder.tracks:
        names = (Column(role.id, role.name, role.track, held[role.id]) for role in roles)
        return Columns("role", tuple(names))
    groups = Groups.of(ladder)
    if groups.families and len({role.track for role in roles}) > MOST_TRACKS:
        by_family = _highest(roles, held, lambda role: groups.place[role.id])
        families = (
            Column(f"family-{place}", groups.groups[place].name, None, by_family[place])
            for place in sorted(by_family)
        )
        return Columns("family", tuple(families))
    by_track = _highest(roles, held, lambda role: role.track or "")
    names = (
        Column(track, ladder.tracks[track].name if track else "no track", None, levels)
        for track, levels in by_track.items()
    )
    return Columns("track", tuple(names))


def _shown(role: Role, ladder: Ladder, tracks: Sequence[str], family: str | None) -> bool:
    if tracks and role.track not in tracks:
        return False
    if family is None:
        return True
    return role.track is not None and ladder.tracks[role.track].family == family


def _highest(
    roles: Iterable[Role], held: dict[str, dict[str, int]], key: Callable[[Role], Key]
) -> dict[Key, dict[str, int]]:
    """The highest level of each skill among the roles that share a key."""
    found: dict[Key, dict[str, int]] = {}
    for role in roles:
        levels = found.setdefault(key(role), {})
        for skill, level in held[role.id].items():
            levels[skill] = max(level, levels.get(skill, 0))
    return found
