"""What the parts of a plan are for: which move needs an activity, and what a stay is stayed for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .answer import GrowthPath
from .origins import origin_of, origins

Level = tuple[str, int]
"""A skill's id, and a level of it."""


def asked_levels(path: GrowthPath) -> set[Level]:
    """Levels that the gates and the activities on a path ask for.

    Parameters
    ----------
    path : GrowthPath

    Returns
    -------
    set of (str, int)
    """
    asked = {level for stay in path.stays if stay.move for level in stay.move.requires.items()}
    for item in path.learning:
        asked |= asked_by(path, item.activity).items()
    return asked


def taken_levels(path: GrowthPath, asked: Iterable[Level]) -> list[list[Level]]:
    """Find what each stay of a path is stayed for.

    Parameters
    ----------
    path : GrowthPath
    asked : iterable of (str, int)
        Levels that something on the path asks for.

    Returns
    -------
    list of list of (str, int)
        By the place of the stay, those of them that its role is the first to give.
    """
    known = origins(path)
    taken: list[list[Level]] = [[] for _ in path.stays]
    for level in asked:
        origin = origin_of(known, *level)
        if origin is not None and origin.stay is not None:
            taken[origin.stay].append(level)
    return taken


def by_gate(path: GrowthPath) -> list[str]:
    """Put the activities of a path in the order of the gates that need them.

    Parameters
    ----------
    path : GrowthPath

    Returns
    -------
    list of str
        Ids; those that one gate needs, itself or by what they open, in the order of the plan.
    """
    known = origins(path)
    gates: dict[str, int] = {}
    for place, stay in enumerate(path.stays):
        waiting = list(stay.move.requires.items()) if stay.move else []
        while waiting:
            origin = origin_of(known, *waiting.pop())
            source = origin.activity if origin is not None else None
            if source is not None and source not in gates:
                gates[source] = place
                waiting += asked_by(path, source).items()
    names = [item.activity for item in path.learning]
    return sorted(names, key=lambda name: gates.get(name, len(path.stays)))


def asked_by(path: GrowthPath, activity: str) -> Mapping[str, int]:
    """What must be held to learn on a path; what is begun before it is open.

    Parameters
    ----------
    path : GrowthPath
    activity : str
        Its id.

    Returns
    -------
    mapping of str to int
        Levels by skill id.
    """
    return {} if activity in path.person.learning else path.ladder.activities[activity].requires
