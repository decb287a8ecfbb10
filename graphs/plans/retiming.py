"""A plan at another pace: the same moves and the same learning, each as soon as it may be.

What a person holds today stays as the plan has it; only the months ahead are others. Where learning
for several gates could go on in one month, the earliest gate comes first: a single learner who is
never idle while something is open is done with the learning for each gate as soon as can be, in
whatever order its activities are taken. So nothing comes later where no months are longer, and the
fast end is no later than the plan; and what can be done at the slow pace can be done at the typical
one, at which nothing is better than the plan, so that the slow end is no earlier.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping

from graphs.pace import at_pace, has_ranges
from ladder import Ladder, Pace, Range

from .origins import Level, asked_levels, by_gate, taken_levels, waits_of
from .schedule import Learning, Move, Schedule, Stay, periods


class BrokenRules(ValueError):
    """A plan that cannot be followed."""


def ranges_of(path: Schedule) -> tuple[Range, ...]:
    """Find when each stay of a path ends at the fast and at the slow pace.

    Months from now, by the place of the stay. Empty where the ladder has no ranges, or the path
    was found at one of their ends, or it does not keep the rules of growth.
    """
    if path.ladder.pace != "typical" or not has_ranges(path.ladder):
        return ()
    for known, ranges in _RECENT:  # an answer is asked for them wherever it says its months
        if known is path:
            return ranges
    ranges = _found(path)
    _RECENT.append((path, ranges))
    return ranges


_RECENT: deque[tuple[Schedule, tuple[Range, ...]]] = deque(maxlen=8)


def _found(path: Schedule) -> tuple[Range, ...]:
    try:
        ends = [[stay.end for stay in retimed(path, pace)[1]] for pace in ("fast", "slow")]
    except BrokenRules:  # a plan that was kept is whatever its file makes of it
        return ()
    # A plan that is not proven to be the best may wait longer than it has to.
    return tuple(
        (min(fast, stay.end), max(slow, stay.end))
        for fast, slow, stay in zip(*ends, path.stays, strict=True)
    )


def retimed(path: Schedule, pace: Pace) -> tuple[Ladder, tuple[Stay, ...], tuple[Learning, ...]]:
    """Follow a plan at another pace: the ladder at it, and the stays and the learning in that.

    Each move is made as soon as its months are served, its gate is open, and the role has given
    what the plan takes from it for later. Learning goes first into what the earliest gate needs;
    what turns out not to be needed any more, because a role gave it first, is left out.

    Takes time in proportion to months times activities.
    """
    walk = _Walk(path, at_pace(path.ladder, pace))
    stays = tuple(walk.stay(place) for place in range(len(path.stays)))
    return walk.ladder, stays, walk.learning()


class _Walk:
    """Somebody who follows a plan, month by month."""

    def __init__(self, path: Schedule, ladder: Ladder) -> None:
        self.path = path
        self.ladder = ladder
        self.asked = asked_levels(path)
        self.taken = taken_levels(path, self.asked)
        self.order = by_gate(path)
        self.now = 0
        self.held = dict(path.skills)
        self.spent = dict(path.person.learning)
        self.months: dict[str, list[int]] = {}
        self.given: dict[str, dict[str, int]] = {}

    def stay(self, place: int) -> Stay:
        """Arrive in a role, and stay until the next move may be made."""
        role, move = self.path.stays[place].role, self.path.stays[place].move
        waits = waits_of(self.path, place, self.ladder)
        develops = self._gain(waits.get(0, {}))
        start = self.now
        if move is None:
            return Stay(role, start, start, develops, None)
        transition = self.ladder.transitions[move.transition]
        served = self._served() if place == 0 else 0
        wanted = (*transition.requires.items(), *self.taken[place])
        last = max([transition.months - served, *waits])
        while self.now - start < transition.months - served or not self._holds(wanted):
            busy = self._month(waits, start, develops)
            if not busy and self.now - start > last:
                raise BrokenRules("the path does not keep the rules of growth")
        moved = Move(move.transition, move.to, move.kind, transition.months, transition.requires)
        return Stay(role, start, self.now, develops, moved)

    def learning(self) -> tuple[Learning, ...]:
        """What was learnt to its end, in the order in which it was begun."""
        done = [(months, name) for name, months in self.months.items() if name in self.given]
        return tuple(
            Learning(name, periods(months), self.given[name]) for months, name in sorted(done)
        )

    def _served(self) -> int:
        """Months in the first role; an established holder has more than any transition asks."""
        if self.path.months_in_role is None:
            return max(move.months for move in self.ladder.transitions)
        return self.path.months_in_role

    def _month(
        self, waits: Mapping[int, Mapping[str, int]], start: int, develops: dict[str, int]
    ) -> bool:
        """Work, and perhaps learn, for a month; tell whether something was learnt."""
        learnt = next((name for name in self.order if self._is_next(name)), None)
        self.now += 1
        develops |= self._gain(waits.get(self.now - start, {}))
        if learnt is None:
            return False
        self.months.setdefault(learnt, []).append(self.now - 1)
        self.spent[learnt] = self.spent.get(learnt, 0) + 1
        activity = self.ladder.activities[learnt]
        if self.spent[learnt] >= activity.months:
            self.given[learnt] = self._gain(activity.develops)
        return True

    def _is_next(self, name: str) -> bool:
        """Tell whether an activity is unfinished, still of use, and begun or open."""
        activity = self.ladder.activities[name]
        if name in self.given or not self._gives_more(activity.develops):
            return False
        return name in self.spent or self._holds(activity.requires.items())

    def _gives_more(self, develops: Mapping[str, int]) -> bool:
        """Tell whether something that the plan asks for is not held yet, and in these levels."""
        return any(
            self.held.get(skill, 0) < level <= develops.get(skill, 0) for skill, level in self.asked
        )

    def _holds(self, levels: Iterable[Level]) -> bool:
        return all(self.held.get(skill, 0) >= level for skill, level in levels)

    def _gain(self, levels: Mapping[str, int]) -> dict[str, int]:
        """Take in levels, and tell which of them are new."""
        new = {skill: level for skill, level in levels.items() if level > self.held.get(skill, 0)}
        self.held |= new
        return new
