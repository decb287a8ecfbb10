"""Loading a plan that was kept: an answer as JSON, checked against the ladder at hand."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from ladder import FrozenDict, Ladder, Person
from ladder.document import Fault
from ladder.json_text import read_json
from ladder.person_file import person_of
from ladder.schema import shape_faults
from ladder.shapes import list_at
from ladder.text import FilePath, decode, read_bytes

from .answer import GrowthPath, Learning, Move, Stay
from .month import Month
from .pace import at_pace
from .plan_fit import PlanFit


class Plan(NamedTuple):
    """A plan that was kept.

    Parameters
    ----------
    path : GrowthPath
    begins : Month or None
        The calendar's month that is the path's first, where the plan says so.
    """

    path: GrowthPath
    begins: Month | None


def load_plan(path: FilePath, ladder: Ladder) -> Plan:
    """Load a plan, or tell everything that is wrong with it.

    Parameters
    ----------
    path : str or path-like
        Of a JSON file, as ``ladder path --format json`` writes it.
    ladder : Ladder
        The ladder that it was made with, at its typical pace. The plan's is put at its own.

    Returns
    -------
    Plan

    Raises
    ------
    UnreadableFile
        When the file cannot be opened or is not text.
    FileProblems
        When it is no plan, or does not fit the ladder, which may have changed since; holds all
        problems with their places.
    ValueError
        When the ladder is at a pace already, which is not the plan's.

    Examples
    --------
    >>> from ladder import bundled
    >>> load_plan("nowhere.json", bundled("product-management"))
    Traceback (most recent call last):
        ...
    ladder.errors.UnreadableFile: there is no file nowhere.json
    """
    file = os.fspath(path)
    document = read_json(decode(read_bytes(path), file), file)
    data = document.root
    document.check(_other_answers(data))
    document.check(shape_faults("plan", data))
    paced = at_pace(ladder, data.get("pace", "typical"))
    fit = PlanFit(paced)
    begins, faults = _begins(data)
    person, unfit = _person(paced, data)
    if data["ladder"] == ladder.name:  # else this would follow from it
        faults += unfit
    document.check([*faults, *fit.faults(data)])
    return Plan(_path(paced, data, fit, person), begins)


def _other_answers(data: Any) -> list[Fault]:
    """What is wrong with answers that hold no plan, or more than one."""
    if list_at(data, "paths"):
        message = "these are several ways side by side; keep one, as ladder path gives it"
        return [Fault(("paths",), message, True)]
    if isinstance(data, dict) and data.get("status") == "unreachable":
        return [Fault(("status",), "this answer is that there is no way, which is no plan")]
    return []


def _begins(data: Mapping[str, Any]) -> tuple[Month | None, list[Fault]]:
    if "begins" not in data:
        return None, []
    try:
        return Month.read(data["begins"]), []
    except ValueError:
        return None, [Fault(("begins",), "begins: expected a month such as 2027-01")]


def _person(ladder: Ladder, data: Mapping[str, Any]) -> tuple[Person, list[Fault]]:
    """For whom a plan was made, and what is wrong with that; where it does not say, nobody said."""
    served = data["start"].get("months_in_role")
    if "person" not in data:
        return Person(months_in_role=None if served is None else int(served)), []
    person, faults = person_of(data["person"], ladder)
    faults = [Fault(("person", *steps), message, key) for steps, message, key in faults]
    for key, said, start in (
        ("role", person.role, data["from"]),
        ("months_in_role", person.months_in_role, served),
    ):
        if key in data["person"] and said != start and not faults:
            faults.append(Fault(("person", key), f"{key}: the plan's start says otherwise"))
    return person, faults


def _path(ladder: Ladder, data: Mapping[str, Any], fit: PlanFit, person: Person) -> GrowthPath:
    """Path of data that have the shape and fit the ladder; a whole number may read 3.0 in them."""
    served = data["start"].get("months_in_role")
    stays = tuple(_stay(ladder, stay, fit) for stay in data["stays"])
    learning = tuple(
        Learning(
            item["activity"],
            tuple((int(start), int(end)) for start, end in item["periods"]),
            _levels(item["develops"]),
        )
        for item in data["learning"]
    )
    optimal = data.get("status") != "limit"
    return GrowthPath(
        ladder=ladder,
        source=data["from"],
        target=data["to"],
        months=int(data["months"]),
        moves=len(stays) - 1,
        cost=data["cost"],
        months_in_role=None if served is None else int(served),
        skills=_levels(data["start"]["skills"]),
        stays=stays,
        learning=learning,
        optimal=optimal,
        bound=int(data["months"]) if optimal else 0,
        person=person,
    )


def _stay(ladder: Ladder, data: Mapping[str, Any], fit: PlanFit) -> Stay:
    move = None
    place = fit.transition(data)
    if place is not None:
        asked = ladder.transitions[place]
        move = Move(place, asked.to_role, asked.kind, asked.months, asked.requires)
    start, end = int(data["start"]), int(data["end"])
    return Stay(data["role"], start, end, _levels(data["develops"]), move)


def _levels(data: Mapping[str, Any]) -> FrozenDict[str, int]:
    return FrozenDict({skill: int(level) for skill, level in data.items()})
