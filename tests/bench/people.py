"""People as they are: any months in a role, and skills that one would not expect there.

Against Dijkstra's algorithm on the graph of the ladder, in which a move that is open to all is one
edge from each role.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from statistics import median

import networkx

from graphs import SearchLimit, build, growth_path, into, reach
from ladder import Ladder, Person

from .questions import connected_pairs, progress
from .subjects import SEED
from .timing import timed

MOST_MONTHS = 60
STATED = 3
"""Skills that each of them states, at any level."""

MOST_TIMES_MEDIAN = 20
MOST_TIMES_TENTH = 200
"""How many times as long as Dijkstra's algorithm an answer may take, in the median and for nine in
ten."""


@dataclass(frozen=True)
class Answered:
    """A person's question, and what it took.

    Parameters
    ----------
    source, target : str
    person : Person
    seconds, plain : float
        Of the answer, and of Dijkstra's algorithm in the median of all.
    proven : bool
        Whether the answer came before the time limit.
    """

    source: str
    target: str
    person: Person
    seconds: float
    plain: float
    proven: bool

    @property
    def times(self) -> float:
        """How many times as long as Dijkstra's algorithm it took."""
        return self.seconds / self.plain


def measure_people(ladder: Ladder, number: int, time_limit: float) -> list[Answered]:
    """Let random people ask for random roles that a path leads to."""
    graph = build(ladder)
    rng = Random(SEED)
    asked = [(*pair, somebody(ladder, rng)) for pair in connected_pairs(graph, number + 1)]
    _answer(ladder, *asked.pop(), time_limit)  # the ladder has been asked before
    measured = []
    for done, (source, target, person) in enumerate(asked):
        progress(f"people: {done} of {len(asked)} questions")
        plain, _ = timed(networkx.dijkstra_path, graph, source, target, weight="months")
        seconds, proven = timed(_answer, ladder, source, target, person, time_limit)
        measured.append((source, target, person, seconds, plain, proven))
    usual = median(plain for *_, plain, _ in measured)
    return [Answered(*who, seconds, usual, proven) for *who, seconds, _, proven in measured]


def somebody(ladder: Ladder, rng: Random) -> Person:
    """Make a person of whom some months and some skills are known."""
    stated = rng.sample(sorted(ladder.skills), min(STATED, len(ladder.skills)))
    return Person(
        months_in_role=rng.randint(0, MOST_MONTHS),
        skills={skill: rng.randint(0, len(ladder.levels)) for skill in stated},
    )


def _answer(ladder: Ladder, source: str, target: str, person: Person, time_limit: float) -> bool:
    try:
        return growth_path(ladder, source, target, person=person, time_limit=time_limit).optimal
    except SearchLimit:
        return False


@dataclass(frozen=True)
class Surveyed:
    """How long all roles together take.

    Parameters
    ----------
    seconds : list of float
    undecided : int
        Roles for which the time limit came first.
    """

    seconds: list[float]
    undecided: int


def measure_surveys(ladder: Ladder, number: int, time_limit: float) -> tuple[Surveyed, Surveyed]:
    """Ask from some roles for all others, and from all others into those."""
    roles = Random(SEED).sample(sorted(ladder.roles), min(number, len(ladder.roles)))
    surveyed = []
    for name, survey in (("reach", reach), ("into", into)):
        seconds, undecided = [], 0
        for role in roles:
            progress(f"people: {name} {role}")
            took, found = timed(survey, ladder, role, time_limit=time_limit)
            seconds.append(took)
            undecided += len(found.undecided)
        surveyed.append(Surveyed(seconds, undecided))
    return surveyed[0], surveyed[1]
