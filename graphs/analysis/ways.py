"""The ways that an analysis is about: somebody, the role they want, and the best plan there is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graphs.deadline import Deadline
from graphs.plans.path import GrowthPath, SearchLimit
from graphs.queries.question import Question
from ladder import Ladder, Person


@dataclass(frozen=True, slots=True)
class Traveller:
    """Somebody, and how many people stand just there."""

    person: Person
    people: int = 1


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody and a role: the best plan, None where there is none.

    ``question`` is what was asked, to be asked again of a changed ladder.
    """

    traveller: Traveller
    target: str
    path: GrowthPath | None
    question: Question

    @property
    def source(self) -> str:
        """Id of the role that it begins in."""
        return self.question.source


def holders(ladder: Ladder) -> list[Traveller]:
    """An established holder of each role."""
    return [Traveller(Person(role=role)) for role in ladder.roles]


def ways_in(ladder: Ladder) -> list[str]:
    """Roles that careers begin in: no transition leads into them but such as are open to all."""
    led_into = {move.to_role for move in ladder.transitions if not move.from_any}
    return [role for role in ladder.roles if role not in led_into]


def ask_ways(
    ladder: Ladder,
    travellers: Iterable[Traveller],
    targets: Sequence[str],
    deadline: Deadline,
    told: Callable[[], None],
) -> tuple[list[Way], int]:
    """Answer for everybody and every role; tell how many were left undecided.

    Whoever is in the role that is wanted is left out.
    """
    ways: list[Way] = []
    undecided = 0
    asked: dict[str, Question] = {}
    for traveller in travellers:
        source = traveller.person.role or ""
        if source not in asked:
            asked[source] = Question.prepare(ladder, source, source)
        begun = asked[source]
        start = begun.planner.start(source, traveller.person)
        for target in targets:
            if target == source:
                continue
            question = replace(
                begun.towards(target), person=traveller.person, start=start, deadline=deadline
            )
            path, proven = best(question)
            if proven:
                ways.append(Way(traveller, target, path, question))
            else:
                undecided += 1
            told()
    return ways, undecided


def best(question: Question) -> tuple[GrowthPath | None, bool]:
    """Find the best plan, and tell whether that is proven."""
    if question.deadline.passed:
        return None, False
    try:
        path = question.best()
    except SearchLimit:
        return None, False
    return path, path is None or path.optimal


def in_changed(way: Way, prepared: Question, without: Iterable[str] = ()) -> Question:
    """Ask the same in the ladder that a question is prepared for, without some activities."""
    start = prepared.planner.start(way.source, way.traveller.person, without)
    asked = prepared.towards(way.target)
    return replace(
        asked,
        source=way.source,
        person=way.traveller.person,
        start=start,
        deadline=way.question.deadline,
    )


def found(ways: Iterable[Way]) -> Iterator[tuple[Way, GrowthPath]]:
    """Those ways that there are, with their plans."""
    return ((way, way.path) for way in ways if way.path is not None)
