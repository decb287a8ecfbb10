"""The rules of growth, executed month by month: slow, plain and right.

The search is judged by this. It knows nothing of bits, labels or bounds; it steps over every state
that a person can be in, and keeps for each the cheapest ways of getting there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ladder import Ladder, Person, Transition

Levels = frozenset[tuple[str, int]]
Totals = tuple[int, int, float]

ORDER = {
    "months": lambda months, moves, cost: (months, moves, cost),
    "moves": lambda months, moves, cost: (moves, months, cost),
    "cost": lambda months, moves, cost: (cost, months, moves),
}


@dataclass(frozen=True)
class State:
    """All that the future depends on at one moment.

    ``served`` is the months in the present role, ``None`` for an established holder; ``anew`` the
    months since today for skills that the role develops anew, ``None`` once it has been left.
    """

    role: str
    served: int | None
    anew: int | None
    skills: Levels
    begun: frozenset[tuple[str, int]]


class Simulator:
    """Every way from a role to another, month by month."""

    def __init__(self, ladder: Ladder, source: str, person: Person | None = None) -> None:
        self.ladder = ladder
        self.source = source
        self.person = person or Person()
        self.months = {name: item.months for name, item in ladder.activities.items()}
        self.lowered = self._lowered()

    def best(self, target: str, by: str = "months") -> Totals | None:
        """Months, moves and cost of the best plan, or None where there is none."""
        plans = self.plans(target)
        if by == "months":
            return next(plans, None)
        return min(plans, key=lambda totals: ORDER[by](*totals), default=None)

    def plans(self, target: str) -> Iterator[Totals]:
        """Months, moves and cost of every plan worth having, the fewest months first."""
        if target == self.source:
            yield 0, 0, 0
            return
        for month, ways in enumerate(self._months(target)):
            yield from sorted(
                (month, moves, cost)
                for state, totals in ways.items()
                if state.role == target
                for moves, cost in totals
            )

    def _months(self, target: str) -> Iterator[dict[State, list[tuple[int, float]]]]:
        """Yield, for each month until nothing new can happen, the states after its moves."""
        known: dict[State, list[tuple[int, float]]] = {}
        now = {self._start(): [(0, 0)]}
        while now:
            queue = [(state, pair) for state, pairs in now.items() for pair in pairs]
            after: dict[State, list[tuple[int, float]]] = {}
            while queue:
                state, (moves, cost) = queue.pop()
                if not _improves(known, state, (moves, cost)):
                    continue
                _add(after, state, (moves, cost))
                if state.role != target:
                    queue += [(moved, (moves + 1, cost)) for moved in self._moves(state)]
            yield after
            now = {}
            for state, pairs in after.items():
                if state.role != target:
                    for worked, price in self._work(state):
                        for moves, cost in pairs:
                            _add(now, worked, (moves, cost + price))

    def _start(self) -> State:
        person = self.person
        held = dict(person.skills)
        for skill, level in self._held(self.source, person.months_in_role):
            if skill not in person.skills:
                held[skill] = max(level, held.get(skill, 0))
        for name in person.done:
            for skill, level in self.ladder.activities[name].develops.items():
                held[skill] = max(level, held.get(skill, 0))
        skills = _with_lower(held.items())
        begun = frozenset(person.learning.items())
        return State(self.source, person.months_in_role, 0, skills, begun)

    def _lowered(self) -> set[str]:
        """Skills that the person states lower than they would hold by the role."""
        given = dict.fromkeys(self.person.skills, 0)
        for skill, level in self._held(self.source, self.person.months_in_role):
            given[skill] = max(level, given.get(skill, 0))
        return {skill for skill, level in self.person.skills.items() if level < given[skill]}

    def _held(self, role: str, served: int | None) -> Iterator[tuple[str, int]]:
        """What the role has developed, and what it expects beyond all that it ever develops."""
        yield from self._given(role, served)
        develops = self.ladder.roles[role].develops
        for skill, level in self.ladder.roles[role].expects.items():
            if all(developed < level for developed in develops.get(skill, ())):
                yield skill, level

    def _given(self, role: str, served: int | None) -> Iterator[tuple[str, int]]:
        for skill, levels in self.ladder.roles[role].develops.items():
            for level, months in levels.items():
                if served is None or months <= served:
                    yield skill, level

    def _holds(self, state: State, requires: dict[str, int]) -> bool:
        return all(
            level == 0 or (skill, level) in state.skills for skill, level in requires.items()
        )

    def _moves(self, state: State) -> Iterator[State]:
        for transition in self.ladder.transitions:
            served = state.served is None or state.served >= transition.months
            if not served or not self._leads_from(transition, state.role):
                continue
            if self._holds(state, transition.requires):
                arrival = _with_lower(self._given(transition.to_role, 0))
                yield State(transition.to_role, 0, None, state.skills | arrival, state.begun)

    def _leads_from(self, transition: Transition, role: str) -> bool:
        if not transition.from_any:
            return role in transition.from_roles
        tracks = [self.ladder.roles[end].track for end in (role, transition.to_role)]
        return role != transition.to_role and (tracks[1] is None or tracks[0] != tracks[1])

    def _work(self, state: State) -> Iterator[tuple[State, float]]:
        """Yield the states at the month's end, one for each thing that may be learnt in it."""
        served = None if state.served is None else min(state.served + 1, self._horizon(state.role))
        anew = None if state.anew is None else min(state.anew + 1, self._horizon(state.role))
        gained = set(state.skills)
        for skill, levels in self.ladder.roles[state.role].develops.items():
            for level, months in levels.items():
                count = anew if skill in self.lowered and anew is not None else served
                if count is not None and count >= months:
                    gained |= _with_lower([(skill, level)])
        worked = replace(state, served=served, anew=anew, skills=frozenset(gained))
        yield worked, 0
        begun = dict(state.begun)
        for name, activity in self.ladder.activities.items():
            gives = _with_lower(activity.develops.items())
            if gives <= state.skills:
                continue
            if name in begun:
                price: float = 0
            elif self._holds(state, activity.requires):
                price = activity.cost
            else:
                continue
            months_in = begun.get(name, 0) + 1
            others = {item for item in state.begun if item[0] != name}
            if months_in >= activity.months:
                yield replace(worked, skills=worked.skills | gives, begun=frozenset(others)), price
            else:
                yield replace(worked, begun=frozenset(others | {(name, months_in)})), price

    def _horizon(self, role: str) -> int:
        """Months after which a longer stay in the role makes no difference."""
        asked = [item.months for item in self.ladder.transitions if self._leads_from(item, role)]
        given = [
            months
            for levels in self.ladder.roles[role].develops.values()
            for months in levels.values()
        ]
        return max([0, *asked, *given])


def _with_lower(levels: object) -> Levels:
    return frozenset((skill, low) for skill, level in levels for low in range(1, level + 1))


def _improves(
    known: dict[State, list[tuple[int, float]]], state: State, pair: tuple[int, float]
) -> bool:
    """Note the pair, unless the state was met before at no more moves and no more cost."""
    pairs = known.setdefault(state, [])
    if any(moves <= pair[0] and cost <= pair[1] for moves, cost in pairs):
        return False
    pairs.append(pair)
    return True


def _add(ways: dict[State, list[tuple[int, float]]], state: State, pair: tuple[int, float]) -> None:
    pairs = ways.setdefault(state, [])
    if not any(moves <= pair[0] and cost <= pair[1] for moves, cost in pairs):
        pairs[:] = [old for old in pairs if not (pair[0] <= old[0] and pair[1] <= old[1])]
        pairs.append(pair)
