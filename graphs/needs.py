"""What the parts of a plan are for: which move needs an activity, and what a stay is stayed for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ladder import Ladder

from .answer import GrowthPath
from .start import stated_lower

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
        asked |= _asks(path, item.activity).items()
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
    origins = _origins(path)
    taken: list[list[Level]] = [[] for _ in path.stays]
    for level in asked:
        if isinstance(place := origins.get(level), int):
            taken[place].append(level)
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
    origins = _origins(path)
    gates: dict[str, int] = {}
    for place, stay in enumerate(path.stays):
        waiting = list(stay.move.requires.items()) if stay.move else []
        while waiting:
            source = origins.get(waiting.pop())
            if isinstance(source, str) and source not in gates:
                gates[source] = place
                waiting += _asks(path, source).items()
    names = [item.activity for item in path.learning]
    return sorted(names, key=lambda name: gates.get(name, len(path.stays)))


def waits_of(path: GrowthPath, place: int, ladder: Ladder) -> dict[int, dict[str, int]]:
    """Find when a stay gives what it can give.

    What is held today, and what the first role develops anew, is as the path has it, whatever the
    pace.

    Parameters
    ----------
    path : GrowthPath
    place : int
        Of the stay.
    ladder : Ladder
        The path's, at any pace.

    Returns
    -------
    dict of int to dict of str to int
        Levels by skill id, by months from the stay's start.
    """
    role = path.ladder.roles[path.stays[place].role]
    served = path.months_in_role
    anew = stated_lower(role, path.person) if place == 0 else set()
    waits: dict[int, dict[str, int]] = {}
    for skill, levels in role.develops.items():
        for level, typical in levels.items():
            months = ladder.roles[role.id].develops[skill][level]
            if place == 0 and skill in anew:
                months = max(months, 1)
            elif place == 0:
                if served is None or typical <= served:
                    continue
                months = max(months - served, 1)
            at_once = waits.setdefault(months, {})
            at_once[skill] = max(level, at_once.get(skill, 0))
    return waits


def _asks(path: GrowthPath, activity: str) -> Mapping[str, int]:
    """What must be held to learn; what is begun already is open."""
    return {} if activity in path.person.learning else path.ladder.activities[activity].requires


def _origins(path: GrowthPath) -> dict[Level, int | str]:
    """For each level newly held on a path, what gave it: a stay, by its place, or an activity.

    At a month's end the job gives first, then what was learnt, then each role that is moved into.
    """
    events: list[tuple[int, int, int | str, Mapping[str, int]]] = []
    for place, stay in enumerate(path.stays):
        for wait, levels in waits_of(path, place, path.ladder).items():
            if stay.start + wait <= stay.end:
                events.append((stay.start + wait, 0 if wait else place + 2, place, levels))
    for item in path.learning:
        develops = path.ladder.activities[item.activity].develops
        events.append((item.periods[-1][1], 1, item.activity, develops))
    held = dict(path.skills)
    origins: dict[Level, int | str] = {}
    for _, _, source, given in sorted(events, key=lambda event: event[:2]):
        for skill, level in given.items():
            for low in range(held.get(skill, 0) + 1, level + 1):
                origins[skill, low] = source
                held[skill] = low
    return origins
