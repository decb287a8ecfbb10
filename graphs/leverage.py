"""What would help most: single changes to where somebody stands, by the months they save."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from time import monotonic

from ladder import FrozenDict, Person

from .answer import GrowthPath, SearchLimit
from .encoding import Milestones
from .question import Question
from .relevance import asked_within

Progress = Callable[[int, int], None]
"""Told how much is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Lever:
    """A change to where somebody stands, and what it saves.

    Parameters
    ----------
    skill : str or None
        Id of the skill held one level higher than today; None for an activity.
    level : int or None
        That level.
    activity : str or None
        Id of the activity that is done already; None for a skill.
    months : int
        Months saved on the way to the target.
    proven : bool
        Whether it is exactly that; otherwise the time limit came first, and it may be more.
    """

    skill: str | None
    level: int | None
    activity: str | None
    months: int
    proven: bool


@dataclass(frozen=True, slots=True)
class _Change:
    lever: Lever
    person: Person
    new: int


def levers(
    question: Question,
    path: GrowthPath,
    without: Iterable[str],
    max_cost: float | None,
    deadline: float,
    progress: Progress = lambda done, of: None,
) -> tuple[tuple[Lever, ...], int]:
    """Rank each skill one level up, and each activity already done, by the months it saves.

    A change never makes a way longer: who holds more, or the same sooner, can do what who holds
    less does. So each question is asked for less than the present months, and where all that a
    change brings is in another one that saves nothing, it saves nothing either.

    Parameters
    ----------
    question : Question
    path : GrowthPath
        Its best plan by months.
    without : iterable of str
        Ids of activities that are out of the question.
    max_cost : float or None
        The most that the activities still to be done may cost.
    deadline : float
        When to end, by ``time.monotonic``.
    progress : callable

    Returns
    -------
    tuple of Lever
        Those that save anything; the most first, then skills before activities, the activities
        that take least before others, then by id.
    int
        How many changes were not settled when the time was up, those among them that may save more.
    """
    found: list[Lever] = []
    known: dict[tuple[int, Milestones], tuple[int, bool]] = {}
    idle: list[int] = []
    unsettled = 0
    changes = sorted(_changes(question, path, without), key=lambda one: -one.new.bit_count())
    for done, change in enumerate(changes):
        progress(done, len(changes))
        person = change.person
        start = question.planner.start(question.source, person, without)
        key = change.new, start.milestones
        if key not in known:
            if any(not change.new & ~other for other in idle):
                known[key] = 0, True
            else:
                left = deadline - monotonic()
                share = left / min(len(changes) - done, 5)
                known[key] = _saved(
                    replace(question, person=person, start=start, time_limit=max(share, 0)),
                    path,
                    max_cost,
                )
        months, proven = known[key]
        unsettled += not proven
        if months:
            found.append(replace(change.lever, months=months, proven=proven and path.optimal))
        elif proven:
            idle.append(change.new)
    activities = question.planner.ladder.activities

    def rank(lever: Lever) -> tuple[int, int, str]:
        takes = activities[lever.activity].months if lever.activity else 0
        return -lever.months, takes, lever.skill or lever.activity or ""

    return tuple(sorted(found, key=rank)), unsettled


def _saved(question: Question, path: GrowthPath, max_cost: float | None) -> tuple[int, bool]:
    """Months that a changed person saves, and whether that is proven."""
    if not question.time_limit:
        return 0, False
    try:
        better = question.best(within=path.months - 1, max_cost=max_cost)
    except SearchLimit:
        return 0, False
    return (path.months - better.months, better.optimal) if better else (0, True)


def _changes(question: Question, path: GrowthPath, without: Iterable[str]) -> Iterator[_Change]:
    """Go through the changes that bring anything which a shorter way could be asked for."""
    planner, start, person = question.planner, question.start, question.person
    ladder, encoded = planner.ladder, planner.encoded
    ahead = planner.limits(question.route, path.months, None).ahead
    asked = asked_within(encoded, start, ahead, path.months - 1) & ~start.held
    held = encoded.levels(start.held)
    for skill in encoded.skills:
        level = held.get(skill, 0) + 1
        if level <= len(ladder.levels) and (new := encoded.mask([(skill, level)]) & asked):
            skills = FrozenDict({**person.skills, skill: level})
            lever = Lever(skill, level, None, 0, False)
            yield _Change(lever, replace(person, skills=skills), new)
    for number, name in enumerate(encoded.activities):
        gives = encoded.courses[number].gives
        if name not in without and (new := gives & asked):
            begun = {one: spent for one, spent in person.learning.items() if one != name}
            done = replace(person, done=person.done | {name}, learning=FrozenDict(begun))
            yield _Change(Lever(None, None, name, 0, False), done, new)
