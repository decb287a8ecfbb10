"""The ways that an analysis is about: somebody, the role they want, and the best plan there is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from graphs.deadline import Deadline
from graphs.plans.path import GrowthPath, SearchLimit
from graphs.queries.question import Question
from graphs.search.planner import planner_of
from ladder import Ladder, LadderError, Person, validate_person

from .waits import Wait, waits

SHARE = 1 / 4
"""Of the time that is left, a single question may take so much."""


GOLDEN = (5**0.5 - 1) / 2


@dataclass(frozen=True, slots=True)
class Traveller:
    """Somebody, and how many people stand just there."""

    person: Person
    people: int = 1


@dataclass(frozen=True, slots=True)
class Way:
    """Somebody and a role: the best plan, None where there is none, and the waits on it.

    ``question`` is what was asked, to be asked again of a changed ladder.
    """

    traveller: Traveller
    target: str
    path: GrowthPath | None
    waits: tuple[Wait, ...]
    question: Question

    @property
    def source(self) -> str:
        """Id of the role that it begins in."""
        return self.question.source


def holders(ladder: Ladder) -> list[Traveller]:
    """An established holder of each role, those first whose ways in are to be compared."""
    roles = dict.fromkeys((*ways_in(ladder), *ladder.roles))
    return [Traveller(Person(role=role)) for role in roles]


def gathered(ladder: Ladder, people: Iterable[Person]) -> list[Traveller]:
    """Count those who stand in the same place; more months in a role than count are no more."""
    longest = _longest(ladder)
    known: Counter[Person] = Counter()
    for person, number in Counter(people).items():
        if person.role is None:
            raise LadderError("somebody has no role, from which a way could begin")
        validate_person(ladder, person)
        months = person.months_in_role
        if months is not None and months >= longest[person.role]:
            known[replace(person, months_in_role=None)] += number
        else:
            known[person] += number
    return [Traveller(person, number) for person, number in known.items()]


def _longest(ladder: Ladder) -> dict[str, int]:
    """Months in each role beyond which more of them change nothing, whatever is changed in it."""
    encoded = planner_of(ladder).encoded
    longest = {}
    for role, number in encoded.number.items():
        asked = (edge.months for edge in encoded.own[number])
        given = (months for months, _ in encoded.milestones[number])
        longest[role] = max(encoded.slowest_door(number), *asked, *given, 0)
    return longest


def ways_in(ladder: Ladder) -> list[str]:
    """Roles that careers begin in: no transition leads into them but such as are open to all."""
    led_into = {move.to_role for move in ladder.transitions if not move.from_any}
    return [role for role in ladder.roles if role not in led_into]


def ask_ways(
    ladder: Ladder,
    travellers: Sequence[Traveller],
    targets: Sequence[str],
    deadline: Deadline,
    told: Callable[[float], None],
) -> tuple[list[Way], int]:
    """Answer for everybody and every role, and tell for how many people that was left undecided.

    Whoever is in the role that is wanted is left out. All begin in turn with another role, so that
    what the time was enough for is no worse a sample of some roles than of others.
    """
    planner = planner_of(ladder)
    begun: dict[int, Question] = {}
    ways: list[Way] = []
    turns, total = len(targets), len(targets) * len(travellers)
    for turn in range(turns):
        for place, traveller in enumerate(travellers):
            target = targets[(place + turn) % turns]
            if target == traveller.person.role:
                continue
            if deadline.passed:
                return ways, _asked(travellers, targets) - _people(ways)
            if place not in begun:
                role = _role(traveller)
                begun[place] = Question.prepare(ladder, role, role, traveller.person)
            question = replace(begun[place].towards(target), planner=planner, deadline=deadline)
            path, proven = best(question)
            if proven:
                waited = tuple(waits(path)) if path else ()
                ways.append(Way(traveller, target, path, waited, question))
            told((turn * len(travellers) + place + 1) / total)
    return ways, _asked(travellers, targets) - _people(ways)


def _asked(travellers: Iterable[Traveller], targets: Collection[str]) -> int:
    """How many ways of all people to all roles there may be, but to where one is."""
    wanted = set(targets)
    return sum(one.people * (len(targets) - (_role(one) in wanted)) for one in travellers)


def _people(ways: Iterable[Way]) -> int:
    return sum(way.traveller.people for way in ways)


def _role(traveller: Traveller) -> str:
    return traveller.person.role or ""


def best(question: Question) -> tuple[GrowthPath | None, bool]:
    """Find the best plan, and tell whether that is proven."""
    if question.deadline.passed:
        return None, False
    share = question.deadline.share(SHARE)
    try:
        path = replace(question, deadline=share).best()
    except SearchLimit:
        return None, False
    return path, path is None or path.optimal


def found(ways: Iterable[Way]) -> Iterator[tuple[Way, GrowthPath]]:
    """Those ways that there are, with their plans."""
    return ((way, way.path) for way in ways if way.path is not None)


def spread(number: int) -> list[int]:
    """All places in such an order that the first few of them are spread evenly over all."""
    return sorted(range(number), key=lambda place: place * GOLDEN % 1)
