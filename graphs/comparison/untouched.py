"""Which routes no change can have any influence on, told without a search."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from operator import or_

from graphs.search.bounds import with_requirements
from graphs.search.encoding import Encoded, encode
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
        self._edges = [edge for side in self._sides for leaving in side.edges for edge in leaving]
        steps = {(edge.source, edge.target) for edge in self._edges}
        self._from = _closure(len(first.roles), steps)
        self._to = _closure(len(first.roles), {(other, one) for one, other in steps})
        acting = [change for change in diff.changes if change.acts]
        ways = [
            {(one.source, one.target, one.months, one.gate) for at in side.edges for one in at}
            for side in self._sides
        ]
        self._led = self._led_through({(one, other) for one, other, *_ in ways[0] ^ ways[1]})
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
        self._anywhere = (1 << len(first.roles)) - 1
        self._asked: dict[tuple[int, int], int] = {}

    def __call__(self, source: str, target: str) -> bool:
        """Whether it is proven that the route is the same in both versions."""
        begin, end = self._number[source], self._number[target]
        ahead, behind = self._from[begin], self._to[end]
        if not ahead >> end & 1:
            return True
        if self._led[begin] >> end & 1:
            return False
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

    def _led_through(self, moves: set[tuple[int, int]]) -> list[int]:
        """For each role the roles that ways lead to from it through some transitions, as bits."""
        return [
            reduce(or_, (self._from[other] for one, other in moves if ahead >> one & 1), 0)
            for ahead in self._from
        ]

    def _asked_on(self, ahead: int, behind: int) -> int:
        """Skills that may be of use on transitions from some roles to others, as bits."""
        key = ahead, behind
        if key not in self._asked:
            gates = (
                edge.gate
                for edge in self._edges
                if ahead >> edge.source & 1 and behind >> edge.target & 1
            )
            self._asked[key] = with_requirements(reduce(or_, gates, 0), self._courses)
        return self._asked[key]


def _with(ladder: Ladder, other: Ladder) -> Ladder:
    """A ladder with the roles and skills of another besides, so that both are numbered alike."""
    return replace(
        ladder,
        roles=FrozenDict({**other.roles, **ladder.roles}),
        skills=FrozenDict({**other.skills, **ladder.skills}),
    )


def _closure(roles: int, steps: set[tuple[int, int]]) -> list[int]:
    """For each role the roles that steps lead to from it, itself included, as bits."""
    nexts: list[set[int]] = [set() for _ in range(roles)]
    for one, other in steps:
        nexts[one].add(other)
    closure = []
    for role in range(roles):
        found = 1 << role
        waiting = [role]
        while waiting:
            for other in nexts[waiting.pop()]:
                if not found >> other & 1:
                    found |= 1 << other
                    waiting.append(other)
        closure.append(found)
    return closure


def _bits(change: Change, encoded: Encoded) -> int:
    skill = change.part.skill if change.part else None
    assert skill is not None
    levels: list[Iterable[int]] = [
        [said] if isinstance(said, int) else said for said in (change.before, change.after) if said
    ]
    return encoded.mask((skill, level) for some in levels for level in some)
