"""Which routes no change can have any influence on, told without a search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import reduce
from operator import or_
from typing import NamedTuple

from graphs.search.bounds import with_requirements
from graphs.search.encoding import Encoded, bits_of, encode, mask_of
from ladder import FrozenDict, Ladder

from .changes import Change, LadderDiff


class Untouched:
    """The ways there are in either version, gates ignored, and where on them the changes lie.

    Notes
    -----
    A plan from one role to another takes transitions that lead on from the one and to the other.
    What it may need of skills is what the gates of those ask for, and what the activities ask for
    that give any of that. Where no transition among them is another, and what is developed or
    learnt otherwise is not among these skills, both versions have the same plans.
    """

    def __init__(self, diff: LadderDiff) -> None:
        old, new = diff.aligned.old, diff.aligned.new
        self._sides = encode(_with(old, new)), encode(_with(new, old))
        first = self._sides[0]
        self._number = first.number
        self._anywhere = (1 << len(first.roles)) - 1
        ways = [{*_ways(side, self._anywhere)} for side in self._sides]
        self._ways = [*(ways[0] | ways[1])]
        self._changed = [*(ways[0] ^ ways[1])]
        self._ahead = _Closures(self._ways, backwards=False)
        self._behind = _Closures(self._ways, backwards=True)
        self._led: dict[int, int] = {}
        acting = [change for change in diff.changes if change.acts]
        self._developed = [
            (first.number[str(change.key)], _bits(change, first))
            for change in acting
            if change.what == "role" and change.part and change.part.skill
        ]
        learnt = {str(change.key) for change in acting if change.what == "activity"}
        self._learnt = 0
        for side in self._sides:
            given = (item.gives for item in side.courses if side.activities[item.number] in learnt)
            self._learnt |= reduce(or_, given, 0)
        self._skills = reduce(or_, (bits for _, bits in self._developed), self._learnt)
        self._courses = [course for side in self._sides for course in side.courses]
        self._asked: dict[tuple[int, int], int] = {}

    def __call__(self, source: str, target: str) -> bool:
        """Whether it is proven that the route is the same in both versions."""
        begin, end = self._number[source], self._number[target]
        ahead = self._ahead.of(begin)
        if not ahead >> end & 1:
            return True
        if self._led_through(begin) >> end & 1:
            return False
        behind = self._behind.of(end)
        if (
            not self._skills
            & self._asked_on(ahead, self._anywhere)
            & self._asked_on(self._anywhere, behind)
        ):
            return True
        asked = self._asked_on(ahead, behind)
        both = ahead & behind
        return not self._learnt & asked and not any(
            both >> role & 1 and bits & asked for role, bits in self._developed
        )

    def _led_through(self, begin: int) -> int:
        """Roles that ways lead to from one through transitions that have changed, as bits."""
        led = self._led.get(begin)
        if led is None:
            ahead = self._ahead.of(begin)
            targets = {way.target for way in self._changed if way.sources & ahead}
            led = self._led[begin] = self._ahead.of_all(targets)
        return led

    def _asked_on(self, ahead: int, behind: int) -> int:
        """Skills that may be of use on transitions from some roles to others, as bits."""
        key = ahead, behind
        if key not in self._asked:
            gates = (
                way.gate for way in self._ways if way.sources & ahead and behind >> way.target & 1
            )
            self._asked[key] = with_requirements(reduce(or_, gates, 0), self._courses)
        return self._asked[key]


class _Way(NamedTuple):
    """A transition from one role, or an open one from all that it leads from, as bits."""

    sources: int
    target: int
    months: int
    gate: int


def _ways(encoded: Encoded, every: int) -> Iterator[_Way]:
    for role, leaving in enumerate(encoded.own):
        for edge in leaving:
            yield _Way(1 << role, edge.target, edge.months, edge.gate)
    for door in encoded.doors:
        edge = door.edge
        yield _Way(every & ~mask_of(door.closed_to), edge.target, edge.months, edge.gate)


class _Closures:
    """Roles that ways lead to from one, or from which they lead there, itself included, as bits."""

    def __init__(self, ways: Iterable[_Way], *, backwards: bool) -> None:
        self._backwards = backwards
        self._nexts: dict[int, int] = {}
        self._wide: set[tuple[int, int]] = set()
        for way in ways:
            if not way.sources:
                continue
            many = way.sources & (way.sources - 1)
            if many:
                self._wide.add((way.sources, 1 << way.target))
            else:
                ends = way.sources.bit_length() - 1, way.target
                first, last = reversed(ends) if backwards else ends
                self._nexts[first] = self._nexts.get(first, 0) | 1 << last
        self._known: dict[int, int] = {}

    def of(self, role: int) -> int:
        """Those of one role, kept for the next time."""
        if role not in self._known:
            self._known[role] = self.of_all([role])
        return self._known[role]

    def of_all(self, roles: Iterable[int]) -> int:
        """Those of some roles together; each way is looked at once, and an open one until used."""
        found = waiting = mask_of(roles)
        wide = self._wide
        while waiting:
            new = 0
            for role in bits_of(waiting):
                new |= self._nexts.get(role, 0)
            if self._backwards:
                new = reduce(or_, (one for one, other in wide if other & waiting), new)
                wide = {way for way in wide if not way[1] & waiting}
            else:
                new = reduce(or_, (other for one, other in wide if one & waiting), new)
                wide = {way for way in wide if not way[0] & waiting}
            waiting = new & ~found
            found |= new
        return found


def _with(ladder: Ladder, other: Ladder) -> Ladder:
    """A ladder with the roles and skills of another besides, so that both are numbered alike."""
    return replace(
        ladder,
        roles=FrozenDict({**other.roles, **ladder.roles}),
        skills=FrozenDict({**other.skills, **ladder.skills}),
    )


def _bits(change: Change, encoded: Encoded) -> int:
    skill = change.part.skill if change.part else None
    assert skill is not None
    levels: list[Iterable[int]] = [
        [said] if isinstance(said, int) else said for said in (change.before, change.after) if said
    ]
    return encoded.mask((skill, level) for some in levels for level in some)
