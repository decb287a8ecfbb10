"""Where somebody stands who has done of a plan what they have ticked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from graphs.plans.origins import origins
from graphs.plans.path import GrowthPath
from graphs.plans.plan_file import Plan
from ladder import FrozenDict, Person
from ladder.model import NO_LEVELS
from ladder.person import held_in_role, stated_lower
from ladder.whole import whole


def standing(
    kept: Plan, *, month: int, months_in_role: int | None = None, under_way: bool = True
) -> Person:
    """Tell where somebody stands, by a plan and what is ticked in it.

    Parameters
    ----------
    kept : Plan
        As `load_plan` reads it; in JSON nothing is ticked, and nothing of it is done.
    month : int
        Months since the plan began.
    months_in_role : int, optional
        Months served in the role that the last move ticked leads to. Left out: those since the
        month in which the plan has that move, or more in the first role.
    under_way : bool
        Whether what the plan has begun by now and not ended is taken to be as far as the plan has
        it, where boxes are there to be ticked: those of activities tell only of their end.

    Returns
    -------
    Person
        For whom the plan was made, with all that is ticked: moves made, activities done, and
        levels held; and with what the job has given by itself.

    Examples
    --------
    >>> from graphs import Plan, growth_path
    >>> from ladder import bundled
    >>> plan = growth_path(bundled("product-management"), "analyst", "spm")
    >>> standing(Plan(plan, None), month=0)
    Person(role='business-analyst', months_in_role=None, skills={}, done=frozenset(), learning={})
    """
    path, place, month = kept.path, kept.place, whole(month)
    role = path.ladder.roles[path.stays[place].role]
    served = months_in_role
    if served is None and (place or path.months_in_role is not None):
        since = path.stays[place].start if place else -(path.months_in_role or 0)
        served = max(month - since, 0)
    implied = held_in_role(role, served)
    known = [_held(kept, month if place == 0 else served or 0)]
    if place:  # moving into a role gives what it develops, and not what it expects besides
        known.append(held_in_role(replace(role, expects=NO_LEVELS), served))
    else:
        anew = stated_lower(role, path.person)
        known.append({skill: level for skill, level in implied.items() if skill not in anew})
    held = _highest(known)
    learnt = (step.learning.activity for step in kept.ticked if step.learning)
    done = path.person.done.union(learnt)
    given = _highest(path.ladder.activities[name].develops for name in done)
    skills = {
        skill: level
        for skill in {**held, **implied}
        if (level := held.get(skill, 0)) != (by_role := implied.get(skill, 0))
        and not by_role < level <= given.get(skill, 0)
    }
    begun = {name: months for name, months in path.person.learning.items() if name not in done}
    if under_way and kept.boxes is not None:
        begun |= _under_way(path, done, month)
    return Person(role.id, served, FrozenDict(sorted(skills.items())), done, FrozenDict(begun))


def _held(kept: Plan, served: int) -> dict[str, int]:
    """Levels held for sure, so many months into the present stay as far as the plan knows.

    What was held at the start; what the gates ask that are behind; what came on arrival in the
    roles on the way; what the present job has given; and what is ticked.
    """
    path, place = kept.path, kept.place
    known = [path.skills]
    known += [stay.move.requires for stay in path.stays[:place] if stay.move]
    known += [step.levels for step in kept.ticked if step.kind == "growth"]
    for one in origins(path):
        if one.stay is not None and one.stay <= place:
            wait = one.month - path.stays[one.stay].start
            if wait <= (served if one.stay == place else 0):
                known.append({one.skill: one.level})
    return _highest(known)


def _highest(levels: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """Of each skill its highest level."""
    highest: dict[str, int] = {}
    for some in levels:
        for skill, level in some.items():
            highest[skill] = max(level, highest.get(skill, 0))
    return highest


def _under_way(path: GrowthPath, done: frozenset[str], month: int) -> dict[str, int]:
    """Months in what the plan has begun by a month and not ended."""
    begun = {}
    for item in path.learning:
        if item.activity not in done and item.periods[0][0] < month < item.periods[-1][1]:
            planned = sum(max(min(end, month) - start, 0) for start, end in item.periods)
            begun[item.activity] = path.person.learning.get(item.activity, 0) + planned
    return begun
