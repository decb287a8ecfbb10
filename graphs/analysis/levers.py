"""What each single change to a ladder does: months that it saves or costs, ways it opens or closes.

Exact, for whatever way is asked again. Most are not, since the answer is plain: see ``Chances``;
and a way gets longer without an activity only if the best plan has a use for that. Of what is left,
the changes that the best plan can make use of as it is are tried one by one. All others are tried
together, in a few parts: where one saves nothing, nothing in it does; else each half of it is
tried.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphs.deadline import Deadline, TimeUp
from graphs.plans.path import plain
from graphs.queries.question import Question
from graphs.queries.single_changes import GateLowered
from graphs.search.reachability import reachable
from ladder import Ladder

from .chances import Chances, may_harm
from .changes import Change, Improvement, TakenAway, TaughtHigher, in_order
from .trials import Trials
from .ways import SHARE, Way, spread


@dataclass(frozen=True, slots=True)
class Effect:
    """What a change does to everybody together.

    Parameters
    ----------
    change : GateLowered, TaughtHigher, TaughtSooner or TakenAway
    months : int
        That it saves in all; below 0, what it costs. Of ways that it opens or closes none count.
    people : int
        For how many there are other months.
    opened, closed : int
        How many have a way then that they have not now, and the other way round.
    """

    change: Change
    months: int = 0
    people: int = 0
    opened: int = 0
    closed: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The effect as plain data, ready for JSON.

        Returns
        -------
        dict
        """
        told = {key: one for key, one in plain(replace(self)).items() if key != "change"}
        return self.change.to_dict() | told


FEW = 64
"""Changes that are tried at once, at first."""

_Outcome = tuple[Change, int | None]
"""A change, and the months of a way then; None where there is none."""


class Levers:
    """All changes to a ladder, and what they do to ways.

    ``closed`` has what is known already: activities, each with the places of the ways that there
    are not without it.
    """

    def __init__(
        self,
        ladder: Ladder,
        trials: Trials,
        closed: Mapping[str, Collection[int]],
        deadline: Deadline,
    ) -> None:
        self._ladder = ladder
        self._trials = trials
        self._closed = closed
        self._deadline = deadline
        self._chances = Chances(ladder, trials)
        self._without: dict[str, Any] = {}

    def effects(
        self, ways: Sequence[Way], told: Callable[[float], None]
    ) -> tuple[tuple[Effect, ...], list[Way]]:
        """Try all changes on all ways.

        Effects of those that do something, in their order, and the ways for which the time was too
        short, of which none counts.
        """
        effects: dict[Change, Effect] = {}
        left: list[Way] = []
        for number, place in enumerate(spread(len(ways)), 1):
            way = ways[place]
            try:
                outcomes = list(self._outcomes(place, way))
            except TimeUp:
                left.append(way)
            else:
                for change, months in outcomes:
                    before = effects.get(change) or Effect(change)
                    effects[change] = _with(before, way, months)
            told(number / len(ways))
        return tuple(effects[change] for change in in_order(self._ladder, effects)), left

    def _outcomes(self, place: int, way: Way) -> Iterator[_Outcome]:
        """The changes that make another way of one, with the months that it takes then."""
        self._deadline.check()
        before = way.path.months if way.path else None
        for item in way.path.learning if way.path else ():
            months = self._without_activity(place, way, item.activity)
            if months != before:
                yield TakenAway(item.activity), months
        together: list[tuple[int, Improvement]] = []
        alone = _of_use(way)
        for near, change in self._chances.of(way, self._deadline.check):
            if way.path and may_harm(self._ladder, change, way):
                months = self._least(self._trials.question(way, [change]))
            elif alone(change):
                months = self._improved(way, [change])
            else:
                together.append((near, change))
                continue
            if months != before:
                yield change, months
        together.sort(key=_nearness)
        for some in _growing([change for _, change in together]):
            yield from self._settled(way, some)

    def _settled(self, way: Way, changes: Sequence[Improvement]) -> Iterator[_Outcome]:
        """Try some changes at once, and where that is not enough, each half of them."""
        if not changes:
            return
        before = way.path.months if way.path else None
        months = self._improved(way, changes)
        if months == before:
            return
        if len(changes) == 1:
            yield changes[0], months
            return
        middle = len(changes) // 2
        yield from self._settled(way, changes[:middle])
        yield from self._settled(way, changes[middle:])

    def _improved(self, way: Way, changes: Sequence[Improvement]) -> int | None:
        """Months with some changes made; of ways that they open, any number will do."""
        question = self._trials.question(way, changes)
        if way.path is None:
            encoded, check = question.planner.encoded, self._deadline.check
            return 0 if reachable(encoded, question.start, question.route, check) else None
        months = self._least(question.wishing(within=way.path.months - 1))
        return way.path.months if months is None else months

    def _without_activity(self, place: int, way: Way, name: str) -> int | None:
        if place in self._closed.get(name, ()):
            return None
        start = self._trials.without_activity(way, name)
        if not way.traveller.person.learning:  # all who are learning nothing share the activities
            start = self._without.setdefault(name, start)
            start = replace(way.question.start, courses=start.courses)
        return self._least(replace(way.question, start=start))

    def _least(self, question: Question) -> int | None:
        """Months of the best plan; ``TimeUp`` if that is not proven in time."""
        self._deadline.check()
        found = replace(question, deadline=self._deadline.share(SHARE)).search()
        if not found.proven:
            raise TimeUp
        return found.label.now if found.label else None


def _with(effect: Effect, way: Way, after: int | None) -> Effect:
    """Add what becomes of one way."""
    people, before = way.traveller.people, way.path
    if before is None or after is None:
        opened = effect.opened + people * (before is None and after is not None)
        closed = effect.closed + people * (before is not None and after is None)
        return replace(effect, opened=opened, closed=closed)
    saved = before.months - after
    months, others = effect.months + people * saved, effect.people + people * bool(saved)
    return replace(effect, months=months, people=others)


def _of_use(way: Way) -> Callable[[Improvement], bool]:
    """Tell which changes lie where the best plan waits or learns, so that they may well help."""
    if way.path is None:
        return lambda change: False
    lacking = {(place, skill) for place, _, skills in way.waits for skill in skills}
    learnt = {item.activity for item in way.path.learning}

    def is_of_use(change: Improvement) -> bool:
        if isinstance(change, GateLowered):
            return any((change.transition, skill) in lacking for skill in change.requires)
        return isinstance(change, TaughtHigher) and change.activity in learnt

    return is_of_use


def _growing(changes: Sequence[Improvement]) -> Iterator[Sequence[Improvement]]:
    """Parts of some changes, each twice as large: those near the end are the likeliest to help."""
    begin, size = 0, FEW
    while begin < len(changes):
        yield changes[begin : begin + size]
        begin, size = begin + size, 2 * size


def _nearness(one: tuple[int, Improvement]) -> int:
    return one[0]
