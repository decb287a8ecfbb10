"""Holds a plan that was kept against the ladder at hand, which may have changed since."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from ladder import Ladder, Transition
from ladder.files.document import Fault, Steps
from ladder.matching import Hints
from ladder.wording import listed, quoted, short

Data = Mapping[str, Any]


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
        return [place for place in into if self.ladder.leads(moves[place], source)]

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
