"""What each single change to a ladder does: months that it saves or costs, ways it opens or closes.

Exact, for whatever way is asked again. Most are not, since the answer is plain: a way gets shorter
only by a change that lies on a plan of fewer months, gates ignored; it gets longer without an
activity only if the best plan has a use for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graphs.plans.path import GrowthPath, plain
from graphs.queries.question import Question
from graphs.queries.single_changes import GateLowered
from graphs.search.bounds import UNREACHED, asked_within, least_arrivals, least_by_role
from graphs.search.encoding import NEVER
from ladder import Ladder

from .changes import Change, Improvement, TakenAway, TaughtHigher, changes_to
from .ways import Way, best, in_changed


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
    undecided : int
        For how many the time limit came first.
    """

    change: Change
    months: int = 0
    people: int = 0
    opened: int = 0
    closed: int = 0
    undecided: int = 0

    def to_dict(self) -> dict[str, Any]:
        """The effect as plain data, ready for JSON."""
        told = {key: one for key, one in plain(replace(self)).items() if key != "change"}
        return self.change.to_dict() | told


def effects_of(ladder: Ladder, ways: Sequence[Way], told: Callable[[], None]) -> tuple[Effect, ...]:
    """Try all changes; those that do something, in their order."""
    chances = _Chances(ways)
    effects = []
    for change in changes_to(ladder):
        effect = _effect(ladder, change, [way for way in ways if chances.has(change, way)])
        told()
        if effect.people or effect.opened or effect.closed or effect.undecided:
            effects.append(effect)
    return tuple(effects)


def _effect(ladder: Ladder, change: Change, ways: Sequence[Way]) -> Effect:
    """Ask some ways again in a ladder with a change made."""
    effect = Effect(change)
    if not ways:
        return effect
    source = ways[0].source
    away = change.activity if isinstance(change, TakenAway) else None
    other = ladder if isinstance(change, TakenAway) else change.apply(ladder)
    prepared = Question.prepare(other, source, source)
    for way in ways:
        question = in_changed(way, prepared, [away] if away else [])
        if way.path and not away:  # whatever is found then is better
            question = question.wishing(within=way.path.months - 1)
        after, proven = best(question)
        if proven and after is None and not away:
            after = way.path
        effect = _with(effect, way, after, proven)
    return effect


def _with(effect: Effect, way: Way, after: GrowthPath | None, proven: bool) -> Effect:
    """Add what becomes of one way."""
    people, before = way.traveller.people, way.path
    if not proven:
        return replace(effect, undecided=effect.undecided + people)
    if before is None or after is None:
        opened = effect.opened + people * (before is None and after is not None)
        closed = effect.closed + people * (before is not None and after is None)
        return replace(effect, opened=opened, closed=closed)
    saved = before.months - after.months
    months, others = effect.months + people * saved, effect.people + people * bool(saved)
    return replace(effect, months=months, people=others)


class _Chances:
    """Whether a change can have any effect on a way, as far as that is plain without a search."""

    def __init__(self, ways: Iterable[Way]) -> None:
        self._by_way: dict[int, _Reach] = {id(way): _Reach(way) for way in ways}

    def has(self, change: Change, way: Way) -> bool:
        """Tell whether the way has to be asked again."""
        if isinstance(change, TakenAway):
            learnt = way.path.learning if way.path else ()
            return any(item.activity == change.activity for item in learnt)
        return self._by_way[id(way)].touched(change)


class _Reach:
    """What a plan shorter than the best can touch, gates ignored."""

    def __init__(self, way: Way) -> None:
        question = way.question
        self._encoded = question.planner.encoded
        self._start = question.start
        self._ahead = question.planner.months_ahead(question.route)
        self._least = least_by_role(self._ahead)
        self._within = way.path.months - 1 if way.path else NEVER
        self._arrivals = least_arrivals(self._encoded, question.start)
        self._ladder = question.planner.ladder
        self._asked: int | None = None

    def touched(self, change: Improvement) -> bool:
        """Tell whether a change lies on such a plan."""
        if isinstance(change, GateLowered):
            return self._is_passed(change.transition)
        if isinstance(change, TaughtHigher) and change.activity is not None:
            return self._is_asked(change.skill, change.level)
        role = self._encoded.number[change.role or ""]
        if role not in self._arrivals or self._least[role] == UNREACHED:
            return False
        now = self._arrivals[role]
        if role != self._start.role and now + self._least[role] > self._within:
            return False
        return self._is_asked(change.skill, change.level)

    def _is_passed(self, place: int) -> bool:
        move = self._ladder.transitions[place]
        target = self._least[self._encoded.number[move.to_role]]
        if target == UNREACHED:
            return False
        for source in self._ladder.sources(move):
            role = self._encoded.number[source]
            if role in self._arrivals:
                served = self._start.served if role == self._start.role else 0
                leaves = self._arrivals[role] + max(0, move.months - served)
                if leaves + target <= self._within:
                    return True
        return False

    def _is_asked(self, skill: str, level: int) -> bool:
        if self._asked is None:
            self._asked = asked_within(self._encoded, self._start, self._ahead, self._within)
        return bool(self._encoded.mask([(skill, level)]) & self._asked)
