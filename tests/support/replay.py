"""A plan replayed under the rules of growth, month by month, by somebody who did not make it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graphs import GrowthPath, Learning, Move
from ladder import FrozenDict, Ladder, Person


def replay(ladder: Ladder, person: Person, path: GrowthPath) -> None:
    """Fail unless every move and every month of learning of a path is legal, and its totals right.

    Parameters
    ----------
    ladder : Ladder
    person : Person
        Who follows the path.
    path : GrowthPath
    """
    _check_stays(path)
    follower = _Follower(ladder, person, path)
    for place, stay in enumerate(path.stays):
        follower.arrive(place)
        for month in range(stay.start, stay.end):
            follower.learn(month)
            follower.work(month + 1 - stay.start)
            follower.complete(month)
        assert follower.from_stay == stay.develops
        if stay.move is not None:
            follower.leave(stay.move, stay.end - stay.start)
    follower.check_learning()


def follow(ladder: Ladder, person: Person, path: GrowthPath) -> Iterator[tuple[int, Person]]:
    """Where somebody stands who follows a path: each month, and before and after each move.

    Parameters
    ----------
    ladder : Ladder
    person : Person
        Who follows it.
    path : GrowthPath

    Yields
    ------
    (int, Person)
        Months from the beginning, and what the person's file would say then.
    """
    follower = _Follower(ladder, person, path)
    for place, stay in enumerate(path.stays):
        follower.arrive(place)
        yield stay.start, follower.stands(person, 0)
        for month in range(stay.start, stay.end):
            follower.learn(month)
            follower.work(month + 1 - stay.start)
            follower.complete(month)
            yield month + 1, follower.stands(person, month + 1 - stay.start)


def _check_stays(path: GrowthPath) -> None:
    stays = path.stays
    assert (stays[0].role, stays[-1].role) == (path.source, path.target)
    assert stays[-1].move is None
    assert stays[0].start == 0
    assert stays[-1].start == stays[-1].end == path.months
    assert all(one.end == two.start for one, two in pairwise(stays))
    assert all(one.move is not None and one.move.to == two.role for one, two in pairwise(stays))
    assert all(stay.role != path.target for stay in stays[:-1])
    assert len(stays) == path.moves + 1


class _Follower:
    """Somebody who does what the path says, and notes whether it was allowed."""

    def __init__(self, ladder: Ladder, person: Person, path: GrowthPath) -> None:
        self.ladder = ladder
        self.path = path
        self.served = person.months_in_role
        self.held, self.anew = _start(ladder, person, path.source)
        assert self.held == dict(path.skills)
        assert path.months_in_role == person.months_in_role
        self.learnt = _learning_by_month(path)
        self.progress = dict(person.learning)
        # Who has been slow, and put in all the months that an activity takes, needs one more.
        self.needed = {
            name: max(item.months, person.learning.get(name, 0) + 1)
            for name, item in ladder.activities.items()
        }
        self.begun: list[str] = []
        self.cost: float = 0
        self.place = 0
        self.from_stay: dict[str, int] = {}

    def arrive(self, place: int) -> None:
        self.place = place
        self.from_stay = {}
        if place:
            self.anew = {}
            self.served = 0
            self.work(0)

    def learn(self, month: int) -> None:
        activity = self.learnt.get(month)
        if activity is None:
            return
        if activity not in self.progress:
            assert _holds(self.held, self.ladder.activities[activity].requires), "begun too early"
            self.progress[activity] = 0
            self.cost += self.ladder.activities[activity].cost
        if activity not in self.begun:
            self.begun.append(activity)
        self.progress[activity] += 1

    def work(self, months: int) -> None:
        develops = self.ladder.roles[self.path.stays[self.place].role].develops
        _gain(self.held, self.from_stay, _given(self.anew, months))
        if self.served is not None:
            rest = {skill: levels for skill, levels in develops.items() if skill not in self.anew}
            _gain(self.held, self.from_stay, _given(rest, self.served + months))

    def complete(self, month: int) -> None:
        activity = self.learnt.get(month)
        if activity and self.progress[activity] == self.needed[activity]:
            gained: dict[str, int] = {}
            _gain(self.held, gained, self.ladder.activities[activity].develops)
            assert gained == self._learning(activity).develops

    def leave(self, move: Move, stayed: int) -> None:
        transition = self.ladder.transitions[move.transition]
        role = self.path.stays[self.place].role
        assert role in self.ladder.sources(transition)
        assert transition.to_role == move.to
        assert (move.kind, move.months) == (transition.kind, transition.months)
        assert move.requires == transition.requires
        assert self.served is None or self.served + stayed >= transition.months, "moved too early"
        assert _holds(self.held, transition.requires), "gate closed"

    def stands(self, person: Person, stayed: int) -> Person:
        done = {name for name, spent in self.progress.items() if spent == self.needed[name]}
        role = self.path.stays[self.place].role
        at = self.ladder.roles[role]
        implied = dict.fromkeys((*at.develops, *at.expects), 0)  # where that is not held
        return Person(
            role=role,
            months_in_role=None if self.served is None else self.served + stayed,
            skills=FrozenDict(implied | self.held),
            done=person.done | done,
            learning=FrozenDict({k: v for k, v in self.progress.items() if k not in done}),
        )

    def check_learning(self) -> None:
        assert all(self.progress[name] == self.needed[name] for name in self.begun)
        assert [item.activity for item in self.path.learning] == self.begun
        assert self.path.cost == self.cost

    def _learning(self, activity: str) -> Learning:
        return next(item for item in self.path.learning if item.activity == activity)


def _learning_by_month(path: GrowthPath) -> dict[int, str]:
    learnt: dict[int, str] = {}
    for item in path.learning:
        assert all(one[1] < two[0] for one, two in pairwise(item.periods)), "adjoining periods"
        for begin, end in item.periods:
            assert 0 <= begin < end <= path.months
            for month in range(begin, end):
                assert month not in learnt, "two activities in one month"
                learnt[month] = item.activity
    return learnt


def _start(
    ladder: Ladder, person: Person, role: str
) -> tuple[dict[str, int], dict[str, dict[int, int]]]:
    """Find what is held today, and what the role develops anew, its months counted from today."""
    develops = ladder.roles[role].develops
    served = person.months_in_role
    by_now = {
        skill: max(
            [level for level, after in levels.items() if served is None or after <= served],
            default=0,
        )
        for skill, levels in develops.items()
    }
    for skill, level in ladder.roles[role].expects.items():
        if level > max([0, *develops.get(skill, [])]):
            by_now[skill] = level
    held = {skill: level for skill, level in {**by_now, **person.skills}.items() if level}
    for name in person.done:
        _gain(held, {}, ladder.activities[name].develops)
    anew = {
        skill: dict(develops.get(skill, {}))
        for skill, level in person.skills.items()
        if level < by_now.get(skill, 0)
    }
    return held, anew


def _given(develops: dict[str, dict[int, int]], served: int) -> dict[str, int]:
    return {
        skill: max([level for level, after in levels.items() if after <= served], default=0)
        for skill, levels in develops.items()
    }


def _gain(held: dict[str, int], newly: dict[str, int], levels: dict[str, int]) -> None:
    for skill, level in levels.items():
        if level > held.get(skill, 0):
            held[skill] = newly[skill] = level


def _holds(held: dict[str, int], requires: dict[str, int]) -> bool:
    return all(held.get(skill, 0) >= level for skill, level in requires.items())
