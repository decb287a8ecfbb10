"""Single changes to a ladder: a gate asks for less, or a role teaches a skill.

And which of them open a way where there is none, however long it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphs.plans.path import plain
from graphs.search.encoding import Edge, Encoded
from graphs.search.problem import Itinerary, Start
from graphs.search.reachability import reachable, stays_to_be_had
from ladder import FrozenDict, Ladder, Transition
from ladder.wording import listed


@dataclass(frozen=True, slots=True)
class GateLowered:
    """A gate that asks for less of some skills.

    Parameters
    ----------
    transition : int
        Place of the transition in the ladder's transitions, from 0.
    requires : mapping of str to int
        The skills that are lowered, each with the level that is still asked; 0 for none.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> changed = GateLowered(0, {"data-analysis": 1}).apply(product)
    >>> product.transitions[0].requires["data-analysis"]
    2
    >>> changed.transitions[0].requires["data-analysis"]
    1
    """

    transition: int
    requires: Mapping[str, int]

    def apply(self, ladder: Ladder) -> Ladder:
        """The ladder with this change made."""
        moves = list(ladder.transitions)
        levels = {**moves[self.transition].requires, **self.requires}
        gate = FrozenDict({skill: level for skill, level in levels.items() if level})
        moves[self.transition] = replace(moves[self.transition], requires=gate)
        return replace(ladder, transitions=tuple(moves))

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON."""
        return {"lower": plain(self)}

    def in_words(self, ladder: Ladder) -> str:
        """The change, for a table."""
        move = ladder.transitions[self.transition]
        ends = sources_named(ladder, move), ladder.roles[move.to_role].name
        asks = (
            f"{ladder.skills[skill].name} at {ladder.level_name(level)}"
            for skill, level in self.requires.items()
        )
        return f"{' → '.join(ends)} asks for {', '.join(asks)}"


@dataclass(frozen=True, slots=True)
class SkillTaught:
    """A skill that a role develops.

    Parameters
    ----------
    role, skill : str
        Their ids.
    level : int
        The level that it gives.
    months : int
        After how many months in the role.

    Examples
    --------
    >>> from ladder import bundled
    >>> changed = SkillTaught("graduate", "empathy", 1, 12).apply(bundled("product-management"))
    >>> changed.roles["graduate"].develops
    {'empathy': {1: 12}}
    """

    role: str
    skill: str
    level: int
    months: int

    def apply(self, ladder: Ladder) -> Ladder:
        """The ladder with this change made."""
        role = ladder.roles[self.role]
        levels = FrozenDict({**role.develops.get(self.skill, {}), self.level: self.months})
        taught = replace(role, develops=FrozenDict({**role.develops, self.skill: levels}))
        return replace(ladder, roles=FrozenDict({**ladder.roles, self.role: taught}))

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON."""
        return {"teach": plain(self)}

    def in_words(self, ladder: Ladder) -> str:
        """The change, for a table."""
        skill = f"{ladder.skills[self.skill].name} at {ladder.level_name(self.level)}"
        return f"{ladder.roles[self.role].name} gives {skill} after {self.months} months"


Change = GateLowered | SkillTaught


def changes_that_open(
    ladder: Ladder,
    encoded: Encoded,
    start: Start,
    route: Itinerary,
    tick: Callable[[], None] = lambda: None,
) -> Iterator[Change]:
    """Go through the single changes that open a way which does not exist.

    Up to what it owes to the change, a plan keeps to the ladder as it is. So a gate need only be
    lowered to what is held at one of the stays there are to be had, and a role need only teach
    where it is one of them.
    """
    stays = list(stays_to_be_had(encoded, start, route, tick))
    if any(route.ends(state, role) for role, state, _ in stays):
        return
    trial = _Trial(encoded, start, route, tick)
    closed: dict[int, Edge] = {}
    gates: defaultdict[int, set[int]] = defaultdict(set)
    for role, _, held in stays:
        for edge in encoded.leaving[role]:
            if edge.gate & ~held:
                closed[edge.place] = edge
                gates[edge.place].add(edge.gate & held)
    for place, edge in sorted(closed.items()):
        yield from _lowered(trial, edge, gates[place])
    roles = sorted({role for role, _, _ in stays})
    for skill in encoded.skills:
        yield from _taught(trial, ladder, skill, roles)


class _Trial:
    """The ladder with a change made, and whether it has a way then."""

    def __init__(
        self, encoded: Encoded, start: Start, route: Itinerary, tick: Callable[[], None]
    ) -> None:
        self.encoded = encoded
        self._start = start
        self._route = route
        self._tick = tick

    def lowered(self, edge: Edge, gate: int) -> bool:
        """Whether there is a way with a gate that asks for less, of whoever comes by it."""

        def changed(one: Edge) -> Edge:
            return replace(one, gate=gate) if one.place == edge.place else one

        own = tuple(tuple(map(changed, leaving)) for leaving in self.encoded.own)
        doors = tuple(replace(door, edge=changed(door.edge)) for door in self.encoded.doors)
        return self._opens(replace(self.encoded, own=own, doors=doors), self._start)

    def taught(self, role: int, bits: int) -> bool:
        """Whether there is a way with a role that gives some bits; in the end, months are free."""
        old = self.encoded.milestones
        milestones = (*old[:role], (*old[role], (0, bits)), *old[role + 1 :])
        start = self._start
        if role == start.role:
            start = replace(start, held=start.held | bits)
        return self._opens(replace(self.encoded, milestones=milestones), start)

    def held(self, bits: int) -> bool:
        """Whether there is a way for who holds some bits besides, wherever from."""
        return self._opens(self.encoded, replace(self._start, held=self._start.held | bits))

    def _opens(self, encoded: Encoded, start: Start) -> bool:
        return reachable(encoded, start, self._route, self._tick)


def _lowered(trial: _Trial, edge: Edge, gates: set[int]) -> Iterator[GateLowered]:
    """Lower a gate to one of several, by as little as opens a way."""
    asked = trial.encoded.levels(edge.gate)
    enough: list[int] = []
    changes = []
    for gate in sorted(gates, key=lambda gate: (-gate.bit_count(), gate)):
        if all(gate & ~more for more in enough) and trial.lowered(edge, gate):
            enough.append(gate)
            left = trial.encoded.levels(gate)
            short = {skill: left.get(skill, 0) for skill in asked}
            changed = {skill: level for skill, level in short.items() if level < asked[skill]}
            changes.append(GateLowered(edge.place, FrozenDict(changed)))
    yield from [change for change in changes if len(change.requires) == 1] or changes


def _taught(trial: _Trial, ladder: Ladder, skill: str, roles: list[int]) -> Iterator[SkillTaught]:
    """Teach a skill in each of some roles, unless holding it all along would not help."""
    levels = _asked(ladder, skill)
    bits = {level: trial.encoded.mask([(skill, level)]) for level in levels}
    if not levels or not trial.held(bits[levels[-1]]):
        return
    for number in roles:
        if trial.taught(number, bits[levels[-1]]):
            level = next(level for level in levels if trial.taught(number, bits[level]))
            role = trial.encoded.roles[number]
            yield SkillTaught(role, skill, level, _months(ladder, role))


def _asked(ladder: Ladder, skill: str) -> list[int]:
    """Levels of a skill that any gate or activity asks for, the lowest first."""
    gates = [move.requires for move in ladder.transitions]
    gates += [activity.requires for activity in ladder.activities.values()]
    return sorted({gate[skill] for gate in gates if gate.get(skill)})


def sources_named(ladder: Ladder, move: Transition) -> str:
    """The roles that a transition leads from, in words."""
    if move.from_any:
        return "any role"
    return listed(ladder.roles[role].name for role in move.from_roles)


def _months(ladder: Ladder, role: str) -> int:
    """Months after which a role may be thought to have taught one skill more."""
    taught = [after for levels in ladder.roles[role].develops.values() for after in levels.values()]
    served = [move.months for move in ladder.transitions if ladder.leads(move, role)]
    return max(taught or served, default=0)
