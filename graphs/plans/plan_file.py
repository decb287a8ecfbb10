"""Loading a plan that was kept: an answer as JSON, checked against the ladder at hand.

The ladder may be another than the plan was made with, or have changed since.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from graphs.pace import at_pace
from graphs.wishes import Wishes
from ladder import FrozenDict, Ladder, Person, Transition
from ladder.files.document import Fault, Steps
from ladder.files.json_reader import read_json
from ladder.files.schema import shape_faults
from ladder.files.text import FilePath, decode, read_bytes
from ladder.files.validation import list_at
from ladder.matching import Hints
from ladder.person import person_of
from ladder.wording import listed, quoted, short, told

from .month import Month
from .path import GrowthPath, totals
from .schedule import Learning, Move, Stay

Data = Mapping[str, Any]


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

    def __repr__(self) -> str:
        begins = f"from {self.begins}" if self.begins else "without dates"
        ends = f"from {self.path.source} to {self.path.target}"
        return told("Plan", ends, begins, totals(self.path))


def load_plan(path: FilePath, ladder: Ladder) -> Plan:
    """Load a plan, or tell everything that is wrong with it.

    Parameters
    ----------
    path : str or path-like
        Of a JSON file that holds what `GrowthPath.to_dict` gives, as
        ``ladder path --format json`` writes it.
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


class PlanFit:
    """Holds plans against a ladder."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladder = ladder
        self._hints = Hints()
        self._into: dict[str, list[int]] = {}
        for place, move in enumerate(ladder.transitions):
            self._into.setdefault(move.to_role, []).append(place)

    def faults(self, plan: Data) -> Iterator[Fault]:
        """Everything in a plan of the right shape that does not fit."""
        if plan["ladder"] != self.ladder.name:
            yield Fault(
                ("ladder",),
                f"the plan was made with the ladder {quoted(plan['ladder'])}, and this one is "
                f"{quoted(self.ladder.name)}; give the one that it was made with",
            )
            return  # whatever else is wrong follows from this
        yield from self._levels(("start", "skills"), plan["start"]["skills"])
        for end, place in (("from", 0), ("to", -1)):
            if plan[end] != plan["stays"][place]["role"]:
                yield Fault((end,), f"{end}: the plan's stays say otherwise")
        yield from self._wishes(plan.get("wishes", {}))
        yield from self._order(plan)
        for place, stay in enumerate(plan["stays"]):
            yield from self._stay(("stays", place), stay, first=not place)
        seen: set[str] = set()
        for place, item in enumerate(plan["learning"]):
            steps = ("learning", place)
            if item["activity"] in seen:
                yield Fault((*steps, "activity"), f"{short(item['activity'])} is in the plan twice")
            seen.add(item["activity"])
            yield from self._learning(steps, item, plan["months"])

    def transition(self, stay: Data) -> int | None:
        """Find the transition that ends a stay, wherever it stands in the ladder by now.

        Its place among the ladder's transitions; None where there is none with that gate.
        """
        move = stay["move"]
        if move is None:
            return None
        places = self._between(stay["role"], move["to"])
        same = [place for place in places if _same(self.ladder.transitions[place], move)]
        written = move.get("transition")
        return written if written in same else next(iter(same), None)

    def _wishes(self, wishes: Data) -> Iterator[Fault]:
        for key, kind, known in (
            ("via", "role", self.ladder.roles),
            ("avoid", "role", self.ladder.roles),
            ("without", "activity", self.ladder.activities),
        ):
            for place, name in enumerate(wishes.get(key, ())):
                if name not in known:
                    yield self._unknown(("wishes", key, place), kind, name, known)

    def _between(self, source: str, target: str) -> list[int]:
        """Places of the transitions that lead from one role to another."""
        moves = self.ladder.transitions
        into = self._into.get(target, [])
        return [place for place in into if source in self.ladder.sources(moves[place])]

    def _order(self, plan: Data) -> Iterator[Fault]:
        """Stays follow each other without a gap."""
        stays = plan["stays"]
        if stays[0]["start"]:
            yield Fault(("stays", 0, "start"), "start: the first stay starts at 0")
        for place, stay in enumerate(stays):
            if stay["end"] < stay["start"]:
                yield Fault(("stays", place, "end"), "end: a stay does not end before its start")
        for place, (one, two) in enumerate(pairwise(stays)):
            if two["start"] != one["end"]:
                steps = ("stays", place + 1, "start")
                yield Fault(steps, f"start: expected {one['end']}, where the stay before ends")
            if one["move"] is None:
                yield Fault(("stays", place, "move"), "move: only the last stay is without one")
            elif one["move"]["to"] != two["role"]:
                yield Fault(("stays", place, "move", "to"), "to: the next stay is in another role")
        if stays[-1]["move"] is not None:
            yield Fault(("stays", len(stays) - 1, "move"), "move: the last stay is without one")
        if stays[-1]["end"] != plan["months"]:
            yield Fault(("months",), f"months: the last stay ends after {stays[-1]['end']}")

    def _stay(self, steps: Steps, stay: Data, *, first: bool) -> Iterator[Fault]:
        if stay["role"] not in self.ladder.roles:
            yield self._unknown((*steps, "role"), "role", stay["role"], self.ladder.roles)
            yield from self._levels((*steps, "develops"), stay["develops"])
        else:
            yield from self._develops((*steps, "develops"), stay, first=first)
        if stay["move"] is not None:
            yield from self._move((*steps, "move"), stay)

    def _develops(self, steps: Steps, stay: Data, *, first: bool) -> Iterator[Fault]:
        role = self.ladder.roles[stay["role"]]
        for skill, level in stay["develops"].items():
            if (fault := self._level(steps, skill, level)) is not None:
                yield fault
                continue
            after = role.develops.get(skill, {}).get(level)
            # In the first stay months may have been served before the plan begins.
            if after is None or (not first and after > stay["end"] - stay["start"]):
                held = f"{self._skill(skill)} at {self._named(level)}"
                yield Fault((*steps, skill), f"{short(role.name)} does not develop {held} by then")

    def _move(self, steps: Steps, stay: Data) -> Iterator[Fault]:
        move = stay["move"]
        if move["to"] not in self.ladder.roles:
            yield self._unknown((*steps, "to"), "role", move["to"], self.ladder.roles)
            return
        if stay["role"] not in self.ladder.roles or self.transition(stay) is not None:
            return
        ends = [short(self.ladder.roles[role].name) for role in (stay["role"], move["to"])]
        way = f"from {ends[0]} to {ends[1]}"
        places = self._between(stay["role"], move["to"])
        if not places:
            yield Fault((*steps, "to"), f"no transition leads {way} any more")
            return
        place = move.get("transition")
        now = self.ladder.transitions[place if place in places else places[0]]
        changes = "; ".join(self._changes(now, move))
        yield Fault(steps, f"the gate {way} is another by now: {changes}")

    def _changes(self, now: Transition, move: Data) -> Iterator[str]:
        """How a gate differs from what the plan says of it."""
        if now.months != move["months"]:
            yield f"it asks for {now.months} months in the job, not {move['months']}"
        for skill in sorted({*now.requires, *move["requires"]}):
            level, before = now.requires.get(skill, 0), move["requires"].get(skill, 0)
            if level and level != before:
                instead = f", not {self._named(before)}" if before else ""
                yield f"it asks for {self._skill(skill)} at {self._named(level)}{instead}"
            elif before and not level:
                yield f"it does not ask for {self._skill(skill)}"

    def _learning(self, steps: Steps, item: Data, months: int) -> Iterator[Fault]:
        yield from _periods((*steps, "periods"), item["periods"], months)
        if item["activity"] not in self.ladder.activities:
            known = self.ladder.activities
            yield self._unknown((*steps, "activity"), "activity", item["activity"], known)
            yield from self._levels((*steps, "develops"), item["develops"])
            return
        activity = self.ladder.activities[item["activity"]]
        spent = sum(period[-1] - period[0] for period in item["periods"] if period)
        if spent > activity.months:
            told = (
                f"{short(activity.name)} takes {activity.months} months, and the plan has {spent}"
            )
            yield Fault((*steps, "periods"), told)
        for skill, level in item["develops"].items():
            fault = self._level((*steps, "develops"), skill, level)
            if fault is None and activity.develops.get(skill, 0) < level:
                held = f"{self._skill(skill)} at {self._named(level)}"
                told = f"{short(activity.name)} does not give {held}"
                fault = Fault((*steps, "develops", skill), told)
            if fault is not None:
                yield fault

    def _levels(self, steps: Steps, levels: Data) -> Iterator[Fault]:
        faults = (self._level(steps, skill, level) for skill, level in levels.items())
        yield from (fault for fault in faults if fault is not None)

    def _level(self, steps: Steps, skill: str, level: int) -> Fault | None:
        if skill not in self.ladder.skills:
            return self._unknown((*steps, skill), "skill", skill, self.ladder.skills, at_key=True)
        if level > (top := len(self.ladder.levels)):
            return Fault((*steps, skill), f"{skill}: the ladder's highest level is {top}")
        return None

    def _unknown(
        self, steps: Steps, kind: str, word: str, known: Mapping[str, object], at_key: bool = False
    ) -> Fault:
        hint = self._hints.hint(word, known)
        return Fault(steps, f"the ladder has no {kind} {quoted(word)}{hint}", at_key)

    def _skill(self, skill: str) -> str:
        known = self.ladder.skills.get(skill)
        return short(known.name if known else skill)

    def _named(self, level: int) -> str:
        known = level <= len(self.ladder.levels)
        return short(self.ladder.level_name(int(level))) if known else f"level {level}"


def _same(transition: Transition, move: Data) -> bool:
    return bool(transition.months == move["months"] and transition.requires == move["requires"])


def _periods(steps: Steps, periods: Sequence[Sequence[int]], months: int) -> Iterator[Fault]:
    """Each is some months long, and they follow each other within the plan."""
    last = 0
    for place, period in enumerate(periods):
        if len(period) < 2 or not last <= period[0] < period[1] <= months:
            expected = f"two months from {last} to {months}, the second one later"
            found = listed(map(str, period), "and") if period else "none"
            yield Fault((*steps, place), f"expected {expected}; found {found}")
        last = period[-1] if period else last
