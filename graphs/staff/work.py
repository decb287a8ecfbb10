"""What is to be found out about people, cut into tasks that anybody can do."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, NamedTuple

from graphs.deadline import Deadline
from graphs.wishes import NO_WISHES, Wishes
from ladder import Ladder, Person
from ladder.files.writer import dumps

from .sharing import MOST_KNOWN, Paces, Standings
from .standing import Near, Outlook, Standing

TASK = 500
"""People in one task, at most: little is lost with one, and one has much alike."""

LEAST_TASK, TASKS = 20, 64
"""People in one task, at least; and how many tasks there should be, so that all who work have some.

Not by who works: what one of them has kept, more or fewer can go on from.
"""

Answer = Standing | Outlook


class Answers(NamedTuple):
    """Answers to a task: those that differ, and for each person the place of theirs."""

    different: list[Answer]
    places: array[int]


@dataclass(frozen=True)
class Errand:
    """What is asked about everybody: how far it is to a role of a ladder, or to each.

    ``time_limit`` is in seconds, for each different person.
    """

    ladder: Ladder
    target: str | None
    wishes: Wishes = NO_WISHES
    time_limit: float = 10.0

    @cached_property
    def fingerprint(self) -> str:
        """What tells it apart from every other one."""
        ladder = dumps(self.ladder, format="json"), self.ladder.pace
        return _hash([ladder, self.target, asdict(self.wishes), self.time_limit])

    def name(self, people: Iterable[Person]) -> str:
        """What tells one of its tasks apart from every other one."""
        return _hash([self.fingerprint, *(person.to_dict() for person in people)])

    def answer(self, plain: list[Any]) -> Answer:
        """Read one of its answers, as that is kept."""
        kind = Outlook if self.target is None else Standing
        return kind.of_plain(plain)


class Worker:
    """Does tasks of one errand, one after the other; what it has found out serves the next ones."""

    def __init__(self, errand: Errand) -> None:
        self._asker = (
            Everywhere(errand)
            if errand.target is None
            else Standings(errand.ladder, errand.target, errand.wishes, errand.time_limit)
        )

    def do(self, people: Iterable[Person]) -> Answers:
        """Answer for each of some people."""
        return packed(self._asker.of(person) for person in people)


class Everywhere:
    """How far people are from each role but their own: for each role asked as for one."""

    def __init__(self, errand: Errand) -> None:
        ladder, paces = errand.ladder, Paces(errand.ladder)
        self._time_limit = errand.time_limit
        most = max(1, MOST_KNOWN // max(1, len(ladder.roles)))
        self._standings = {
            role: Standings(ladder, role, errand.wishes, paces=paces, most=most, why=False)
            for role in ladder.roles
        }

    def of(self, person: Person) -> Outlook:
        """Tell how far somebody is, who fits the ladder and has a role."""
        start = self._standings[person.role or ""].start(person)
        deadline = Deadline(self._time_limit)
        found = {
            role: standings.of(person, start, deadline)
            for role, standings in self._standings.items()
            if role != person.role
        }
        near = (
            Near(role, one.months, one.moves or 0, one.cost or 0)
            for role, one in found.items()
            if one.proven and one.months is not None
        )
        proven = all(one.proven for one in found.values())
        return Outlook(tuple(sorted(near, key=lambda one: one.key)), proven)


def packed(found: Iterable[Answer]) -> Answers:
    """Say equal answers once."""
    known: dict[Answer, int] = {}
    places = array("i", (known.setdefault(one, len(known)) for one in found))
    return Answers(list(known), places)


def in_order(people: Sequence[Person]) -> list[int]:
    """Put people who may be alike next to one another, those first who stand for most.

    Role by role; those who have been in it for longest come first.
    """

    def rank(place: int) -> tuple[str, float]:
        months = people[place].months_in_role
        return people[place].role or "", float("-inf") if months is None else -months

    return sorted(range(len(people)), key=rank)


def tasks(order: Sequence[int]) -> Iterator[Sequence[int]]:
    """Cut the places of people into tasks."""
    size = min(TASK, max(LEAST_TASK, len(order) // TASKS))
    return (order[begin : begin + size] for begin in range(0, len(order), size))


def _hash(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
