"""What in a ladder file refers to what."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Any, NamedTuple

from .document import Steps
from .shapes import list_at, mapping_at

WORDS = {"skills": "skill", "tracks": "track", "roles": "role", "activities": "activity"}
"""What one of each group is called."""
GROUPS = tuple(WORDS)


class Reference(NamedTuple):
    """An id where something of a group is meant."""

    group: str
    id: str
    steps: Steps
    at_key: bool = False


def dangling(data: Any) -> Iterator[Reference]:
    """References to what a ladder's data does not hold.

    Parameters
    ----------
    data : object
        Plain data of any shape; what has a wrong one is skipped.

    Yields
    ------
    Reference

    Examples
    --------
    >>> move = {"from": "analyst", "to": "manger"}
    >>> [each.id for each in dangling({"roles": {"analyst": {}}, "transitions": [move]})]
    ['manger']
    """
    skills, tracks, roles = (_held(data, group) for group in ("skills", "tracks", "roles"))
    for key, role in mapping_at(data, "roles").items():
        track = role.get("track") if isinstance(role, dict) else None
        if isinstance(track, str) and track not in tracks:
            yield Reference("tracks", track, ("roles", key, "track"))
        yield from _skills(role, "develops", ("roles", key), skills)
    for index, move in enumerate(list_at(data, "transitions")):
        for end in ("from", "to"):
            role = move.get(end) if isinstance(move, dict) else None
            if isinstance(role, str) and role not in roles:
                yield Reference("roles", role, ("transitions", index, end))
        yield from _skills(move, "requires", ("transitions", index), skills)
    for key, activity in mapping_at(data, "activities").items():
        for part in ("requires", "develops"):
            yield from _skills(activity, part, ("activities", key), skills)


class _Anything:
    """What a group of a wrong shape may have been meant to hold."""

    def __contains__(self, _: object) -> bool:
        return True


def _held(data: Any, group: str) -> Container[Any]:
    held = data.get(group, {}) if isinstance(data, dict) else {}
    return held if isinstance(held, dict) else _Anything()


def _skills(owner: Any, part: str, steps: Steps, skills: Container[Any]) -> Iterator[Reference]:
    for skill in mapping_at(owner, part):
        if skill not in skills:
            yield Reference("skills", skill, (*steps, part, skill), at_key=True)
