"""Loading a plan that was kept: an answer as JSON, checked against the ladder at hand.

The ladder may be another than the plan was made with, or have changed since.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from graphs.pace import at_pace
from graphs.wishes import Wishes
from ladder import FrozenDict, Ladder, Person
from ladder.files.document import Fault
from ladder.files.json_reader import read_json
from ladder.files.schema import shape_faults
from ladder.files.text import FilePath, decode, read_bytes
from ladder.files.validation import list_at
from ladder.person import person_of
from ladder.wording import told

from .month import Month
from .path import GrowthPath, totals
from .plan_fit import PlanFit
from .schedule import Learning, Move, Stay
from .steps import Step, steps_of
from .ticked import Ticked, is_markdown, mark_of, read_ticked, refuse


class Plan(NamedTuple):
    """A plan that was kept.

    Parameters
    ----------
    path : GrowthPath
    begins : Month or None
        The calendar's month that is the path's first, where the plan says so.
    boxes : Boxes or None
        What is ticked, of a plan in Markdown.
    """

    path: GrowthPath
    begins: Month | None
    boxes: Boxes | None = None

    @property
    def ticked(self) -> tuple[Step, ...]:
        """The steps that are ticked, in the plan's order."""
        return self.boxes.ticked if self.boxes else ()

    @property
    def place(self) -> int:
        """Place among the path's stays of the one that the last move ticked leads to."""
        return max((step.place + 1 for step in self.ticked if step.move), default=0)

    def __repr__(self) -> str:
        begins = f"from {self.begins}" if self.begins else "without dates"
        ends = f"from {self.path.source} to {self.path.target}"
        return told("Plan", ends, begins, totals(self.path))


class Boxes(NamedTuple):
    """The boxes of a plan in Markdown.

    Parameters
    ----------
    ticked : tuple of Step
        The steps whose boxes are ticked, in the plan's order.
    gone : int
        How many steps have no box any more.
    others : int
        How many boxes are ticked that are not the plan's.
    """

    ticked: tuple[Step, ...]
    gone: int = 0
    others: int = 0


def load_plan(path: FilePath, ladder: Ladder) -> Plan:
    """Load a plan, or tell everything that is wrong with it.

    Parameters
    ----------
    path : str or path-like
        Of a JSON file that holds what `GrowthPath.to_dict` gives, as
        ``ladder path --format json`` writes it; or of a Markdown file with boxes to tick, as
        ``--format markdown`` does.
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
    return read_plan(decode(read_bytes(path), file), file, ladder)


def read_plan(text: str, file: str, ladder: Ladder) -> Plan:
    """Read a plan as `load_plan` does, of the text of a file with this name."""
    found = read_ticked(text, file) if is_markdown(text, file) else None
    document = read_json(found.data if found else text, file)
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
    made = _path(paced, data, fit, person)
    return Plan(made, begins, _boxes(made, found, text, file) if found else None)


def _boxes(path: GrowthPath, found: Ticked, text: str, file: str) -> Boxes:
    """The steps that the boxes stand for."""
    steps = {mark_of(path, step): step for step in steps_of(path)}
    unknown = [box.offset for mark, box in found.boxes.items() if box.ticked and mark not in steps]
    refuse(text, file, unknown, "the plan has no such step any more; leave it unticked")
    ticked = (step for mark, step in steps.items() if mark in found.boxes)
    done = (step for step in ticked if found.boxes[mark_of(path, step)].ticked)
    return Boxes(tuple(done), len(steps.keys() - found.boxes.keys()), found.others)


def _other_answers(data: Any) -> list[Fault]:
    """What is wrong with answers that hold no plan, or more than one."""
    if list_at(data, "paths"):
        message = "these are several ways side by side; keep the one that is meant"
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
        wishes=Wishes(**data.get("wishes", {})),
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
