"""Large ladders in groups: the families of their tracks, or the tracks themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladder import Ladder, Role

APART = "Others"  # the name of what belongs to no family, or to no track


@dataclass(frozen=True, slots=True)
class Part:
    """What a group is made of: a track of a family, or a role of a track."""

    key: str  # of its box in the picture
    name: str
    roles: tuple[str, ...]  # names of its roles, the lowest rank first


@dataclass(frozen=True, slots=True)
class Group:
    """A family, or a track where no track has a family; its parts are in the order of the file."""

    name: str
    hue: int  # place of its hue in a theme
    parts: tuple[Part, ...]

    @property
    def roles(self) -> int:
        """How many roles it has."""
        return sum(len(part.roles) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of a ladder that have a role."""

    groups: tuple[Group, ...]  # in the order of the file; what belongs nowhere is last
    place: Mapping[str, int]  # the place of each role's group, by role id
    families: bool  # whether they are families

    @classmethod
    def of(cls, ladder: Ladder) -> Groups:
        """Group a ladder."""
        families = any(track.family is not None for track in ladder.tracks.values())
        members: dict[str | None, list[Role]] = {}
        for track in ladder.tracks.values():
            members.setdefault(track.family if families else track.id, [])
        members[None] = members.pop(None, [])  # last
        for role in ladder.roles.values():
            members[_group(role, ladder, families)].append(role)
        found = {key: roles for key, roles in members.items() if roles}
        place = {role.id: number for number, key in enumerate(found) for role in found[key]}
        groups = tuple(
            Group(_name(key, ladder, families), number, _parts(roles, ladder, families))
            for number, (key, roles) in enumerate(found.items())
        )
        return cls(groups, place, families)


def _group(role: Role, ladder: Ladder, families: bool) -> str | None:
    if role.track is None or not families:
        return role.track
    return ladder.tracks[role.track].family


def _name(key: str | None, ladder: Ladder, families: bool) -> str:
    if key is None:
        return APART
    return key if families else ladder.tracks[key].name


def _parts(roles: Sequence[Role], ladder: Ladder, families: bool) -> tuple[Part, ...]:
    ordered = sorted(roles, key=lambda role: (role.rank is None, role.rank or 0, role.id))
    if not families:
        return tuple(Part(f"role-{role.id}", role.name, (role.name,)) for role in ordered)
    tracks: dict[str | None, list[str]] = {track: [] for track in (*ladder.tracks, None)}
    for role in ordered:
        tracks[role.track].append(role.name)
    return tuple(
        Part(
            f"track-{track}" if track is not None else "trackless",
            ladder.tracks[track].name if track is not None else APART,
            tuple(names),
        )
        for track, names in tracks.items()
        if names
    )
