"""Where each skill on a growth path comes from, and when; and what its parts are for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from ladder import Ladder
from ladder.person import stated_lower

from .schedule import Schedule


class Origin(NamedTuple):
    """A level newly held, ``month`` months from now.

    From the job of the stay at a place, or from an activity; from neither, if it is held at the
    start.
    """

    month: int
    skill: str
    level: int
    stay: int | None = None
    activity: str | None = None


def origins(path: Schedule) -> tuple[Origin, ...]:
    """Every level that is newly held at some time on a path, in the order in which they come."""
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


def _order(path: Schedule, one: Origin) -> tuple[int, int, int]:
    """Within a month: the start, the job left, what was learnt, the jobs arrived in."""
    if one.stay is None:
        step = 0 if one.activity is None else 2
    else:
        step = 1 if path.stays[one.stay].start < one.month else 3 + one.stay
    return one.month, step, -one.level


def _from_job(path: Schedule, place: int) -> Iterator[Origin]:
    """What a stay gave by its end, the lower levels on the way included."""
    stay = path.stays[place]
    for wait, levels in waits_of(path, place, path.ladder).items():
        if stay.start + wait <= stay.end:
            for skill, level in levels.items():
                yield Origin(stay.start + wait, skill, level, stay=place)


def waits_of(path: Schedule, place: int, ladder: Ladder) -> dict[int, dict[str, int]]:
    """Find when a stay gives what it can give.

    What is held today, and what the first role develops anew, is as the path has it, whatever the
    pace.

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


def origin_of(known: tuple[Origin, ...], skill: str, level: int) -> Origin | None:
    """What first gave a skill at a level or above."""
    return next((one for one in known if one.skill == skill and one.level >= level), None)


Level = tuple[str, int]
"""A skill's id, and a level of it."""


def asked_levels(path: Schedule) -> set[Level]:
    """Levels that the gates and the activities on a path ask for."""
    asked = {level for stay in path.stays if stay.move for level in stay.move.requires.items()}
    for item in path.learning:
        asked |= asked_by(path, item.activity).items()
    return asked


def asked_by(path: Schedule, activity: str) -> Mapping[str, int]:
    """What must be held to learn on a path; what is begun before it is open."""
    return {} if activity in path.person.learning else path.ladder.activities[activity].requires


def taken_levels(path: Schedule, asked: Iterable[Level]) -> list[list[Level]]:
    """Find what each stay of a path is stayed for.

    By the place of the stay, those of them that its role is the first to give.
    """
    known = origins(path)
    taken: list[list[Level]] = [[] for _ in path.stays]
    for level in asked:
        origin = origin_of(known, *level)
        if origin is not None and origin.stay is not None:
            taken[origin.stay].append(level)
    return taken


def by_gate(path: Schedule) -> list[str]:
    """Put the activities of a path in the order of the gates that need them.

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
