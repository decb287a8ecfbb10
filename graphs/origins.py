"""Where each skill on a growth path comes from, and when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .answer import GrowthPath


class Origin(NamedTuple):
    """A level newly held.

    Parameters
    ----------
    month : int
        Months from now.
    skill : str
        Id of the skill.
    level : int
        Held from then on.
    stay : int or None
        Place among the path's stays of the job that gave it.
    activity : str or None
        Id of the activity that gave it. Neither: it is held at the start.
    """

    month: int
    skill: str
    level: int
    stay: int | None = None
    activity: str | None = None


def origins(path: GrowthPath) -> tuple[Origin, ...]:
    """Every level that is newly held at some time on a path, in the order in which they come.

    Parameters
    ----------
    path : GrowthPath

    Returns
    -------
    tuple of Origin
    """
    gained = [Origin(0, skill, level) for skill, level in path.skills.items()]
    gained += [one for place in range(len(path.stays)) for one in _from_job(path, place)]
    for learning in path.learning:
        end = learning.periods[-1][1]
        gained += [
            Origin(end, skill, level, activity=learning.activity)
            for skill, level in learning.develops.items()
        ]
    held: dict[str, int] = {}
    new = []
    for one in sorted(gained, key=lambda one: _order(path, one)):
        if one.level > held.get(one.skill, 0):
            held[one.skill] = one.level
            new.append(one)
    return tuple(new)


def origin_of(known: tuple[Origin, ...], skill: str, level: int) -> Origin | None:
    """What first gave a skill at a level or above.

    Parameters
    ----------
    known : tuple of Origin
        As `origins` returns them.
    skill : str
        Id of the skill.
    level : int
        The level asked for.

    Returns
    -------
    Origin or None
    """
    return next((one for one in known if one.skill == skill and one.level >= level), None)


def _order(path: GrowthPath, one: Origin) -> tuple[int, int, int]:
    """Within a month: the start, the job left, what was learnt, the jobs arrived in."""
    if one.stay is None:
        step = 0 if one.activity is None else 2
    else:
        step = 1 if path.stays[one.stay].start < one.month else 3 + one.stay
    return one.month, step, -one.level


def _from_job(path: GrowthPath, place: int) -> Iterator[Origin]:
    """What a stay gave by its end, the lower levels on the way included."""
    stay = path.stays[place]
    role = path.ladder.roles[stay.role]
    for skill, top in stay.develops.items():
        for level, after in role.develops[skill].items():
            wait = after if place else _wait(path, skill, after)
            if level <= top and stay.start + wait <= stay.end:
                yield Origin(stay.start + wait, skill, level, stay=place)


def _wait(path: GrowthPath, skill: str, after: int) -> int:
    """Months until the first role gives what it gives after so many months in it.

    The months already served count, unless the person holds less than the role had given by
    then: that skill begins anew.
    """
    served = path.months_in_role
    given = [
        level
        for level, months in path.ladder.roles[path.source].develops[skill].items()
        if served is None or months <= served
    ]
    if served is None or path.skills.get(skill, 0) < max(given, default=0):
        return max(after, 1)
    return max(after - served, 0)
