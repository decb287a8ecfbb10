"""What is to be found out about people, cut into tasks that anybody can do."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any, NamedTuple

from graphs.wishes import NO_WISHES, Wishes
from ladder import Ladder, Person
from ladder.files.writer import dumps

from .sharing import Standings
from .standing import Standing

TASK = 2_000
"""People in one task: few enough that little is lost with one, and enough to have much alike."""


class Answers(NamedTuple):
    """Answers to a task: those that differ, and for each person the place of theirs."""

    different: list[Standing]
    places: array[int]


@dataclass(frozen=True)
class Errand:
    """What is asked about everybody: how far it is to a role of a ladder.

    ``time_limit`` is in seconds, for each different person.
    """

    ladder: Ladder
    target: str
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


class Worker:
    """Does tasks of one errand, one after the other; what it has found out serves the next ones."""

    def __init__(self, errand: Errand) -> None:
        self._standings = Standings(errand.ladder, errand.target, errand.wishes, errand.time_limit)

    def do(self, people: Iterable[Person]) -> Answers:
        """Answer for each of some people."""
        return packed(self._standings.of(person) for person in people)


def packed(standings: Iterable[Standing]) -> Answers:
    """Say equal answers once."""
    known: dict[Standing, int] = {}
    places = array("i", (known.setdefault(one, len(known)) for one in standings))
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
    return (order[begin : begin + TASK] for begin in range(0, len(order), TASK))


def _hash(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()
