"""What in a ladder file refers to what."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .document import Steps
from .shapes import list_at, mapping_at

WORDS = {"skills": "skill", "tracks": "track", "roles": "role", "activities": "activity"}
"""What one of each group is called."""
GROUPS = tuple(WORDS)


class Reference(NamedTuple):
    """An id where something of a group is meant."""

    group: str
    id: Any
    steps: Steps
    at_key: bool = False


def references(data: Any) -> Iterator[Reference]:
    """All references in a ladder's data.

    Parameters
    ----------
    data : object
        Plain data of any shape; what has a wrong one is skipped.

    Yields
    ------
    Reference

    Examples
    --------
    >>> [each.id for each in references({"transitions": [{"from": "analyst", "to": "manager"}]})]
    ['analyst', 'manager']
    """
    for key, role in mapping_at(data, "roles").items():
        if isinstance(role, dict) and "track" in role:
            yield Reference("tracks", role["track"], ("roles", key, "track"))
        yield from _skills(role, "develops", ("roles", key))
    for index, move in enumerate(list_at(data, "transitions")):
        for end in ("from", "to"):
            if isinstance(move, dict) and end in move:
                yield Reference("roles", move[end], ("transitions", index, end))
        yield from _skills(move, "requires", ("transitions", index))
    for key, activity in mapping_at(data, "activities").items():
        for part in ("requires", "develops"):
            yield from _skills(activity, part, ("activities", key))


def _skills(owner: Any, part: str, steps: Steps) -> Iterator[Reference]:
    for skill in mapping_at(owner, part):
        yield Reference("skills", skill, (*steps, part, skill), at_key=True)
