"""What would help most: single changes to where somebody stands, by the months they save."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import or_

from graphs.deadline import Telling, nobody
from graphs.plans.path import GrowthPath, SearchLimit
from graphs.search.bounds import asked_within
from graphs.search.encoding import Milestones

from .question import Question


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
        Id of the activity that is done already, one that could be begun today; None for a skill.
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


_Key = tuple[int, Milestones]
"""All that an answer depends on: the bits newly held, and what staying in the role gives."""


def levers(
    question: Question,
    path: GrowthPath,
    progress: Telling = nobody,
) -> tuple[tuple[Lever, ...], int]:
    """Rank each skill one level up, and each activity already done, by the months it saves.

    An activity that could not be begun today nobody has done.

    A change never makes a way longer: who holds more, or the same sooner, can do what who holds
    less does. So each question is asked for less than the present months, and what saves nothing
    together with other changes saves nothing by itself: changes that the plan has no need of are
    asked about all at once, and only where they save anything in halves.
    """
    changes = dict(_changes(question, path))
    saved = _Settling(question, path, progress).settle(set(changes.values()))
    found = [
        replace(lever, months=months, proven=proven and path.optimal)
        for lever, key in changes.items()
        for months, proven in [saved[key]]
        if months
    ]
    activities = question.planner.ladder.activities

    def rank(lever: Lever) -> tuple[int, int, str]:
        takes = activities[lever.activity].months if lever.activity else 0
        return -lever.months, takes, lever.skill or lever.activity or ""

    unsettled = sum(not saved[key][1] for key in changes.values())
    return tuple(sorted(found, key=rank)), unsettled


def _changes(question: Question, path: GrowthPath) -> Iterator[tuple[Lever, _Key]]:
    """Go through the changes that bring anything which a shorter way could be asked for."""
    planner, start, person = question.planner, question.start, question.person
    ladder, encoded = planner.ladder, planner.encoded
    ahead = planner.limits(question.route, path.months, None).ahead
    asked = asked_within(encoded, start, ahead, path.months - 1) & ~start.held
    held = encoded.levels(start.held)
    of_no_use = person.done.union(question.wishes.without)
    for skill in encoded.skills:
        level = held.get(skill, 0) + 1
        if level <= len(ladder.levels) and (new := encoded.mask([(skill, level)]) & asked):
            milestones = start.milestones
            if skill in person.skills:  # stated too low, the role would have to give it anew
                raised = replace(person, skills={**person.skills, skill: level})
                milestones = planner.start(question.source, raised).milestones
            yield Lever(skill, level, None, 0, False), (new, milestones)
    for course in start.courses:
        name = encoded.activities[course.number]
        if name in of_no_use or course.requires & ~start.held:
            continue
        if new := course.gives & asked:
            yield Lever(None, None, name, 0, False), (new, start.milestones)


class _Settling:
    """What each of many changes saves, as far as there is time to ask."""

    def __init__(self, question: Question, path: GrowthPath, progress: Telling) -> None:
        self._question = question.wishing(within=path.months - 1)
        self._path = path
        self._progress = progress
        self._saved: dict[_Key, tuple[int, bool]] = {}
        self._of = 0

    def settle(self, keys: set[_Key]) -> dict[_Key, tuple[int, bool]]:
        """Find the months that each saves, and whether that is proven."""
        self._of = len(keys)
        milestones = self._question.start.milestones
        planned = self._question.planner.encoded.mask(
            pair for item in self._path.learning for pair in item.develops.items()
        )
        alone = {key for key in keys if key[0] & planned or key[1] != milestones}
        for key in sorted(alone, key=lambda key: (-key[0].bit_count(), key)):
            self._settle_one(key)
        if together := sorted(keys - alone):
            self._settle_all(together)
        return self._saved

    def _settle_one(self, key: _Key) -> None:
        nothing = (0, True)
        more = any(
            saved == nothing and not key[0] & ~other[0] and key[1] == other[1]
            for other, saved in self._saved.items()
        )
        self._note([key], nothing if more else self._ask(key))

    def _settle_all(self, keys: list[_Key]) -> None:
        """Ask about changes at once, and where that is not enough, about each half of them."""
        if len(keys) == 1:
            self._settle_one(keys[0])
        elif self._ask((reduce(or_, (new for new, _ in keys)), keys[0][1])) == (0, True):
            self._note(keys, (0, True))
        else:
            middle = len(keys) // 2
            self._settle_all(keys[:middle])
            self._settle_all(keys[middle:])

    def _note(self, keys: list[_Key], saved: tuple[int, bool]) -> None:
        self._saved |= dict.fromkeys(keys, saved)
        self._progress(len(self._saved), self._of)

    def _ask(self, key: _Key) -> tuple[int, bool]:
        question, path = self._question, self._path
        if question.deadline.passed:
            return 0, False
        start = replace(question.start, held=question.start.held | key[0], milestones=key[1])
        share = question.deadline.share(1 / min(self._of - len(self._saved), 5))
        changed = replace(question, start=start, deadline=share)
        try:
            better = changed.best()
        except SearchLimit:
            return 0, False
        return (path.months - better.months, better.optimal) if better else (0, True)
