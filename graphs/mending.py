"""Which single changes to a ladder open a way at all, however long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from ladder import FrozenDict, Ladder

from .changes import Change, GateLowered, SkillTaught
from .encoding import Edge, Encoded
from .itinerary import Itinerary
from .reachability import reachable, stays_to_be_had
from .start import Start


def changes_that_open(
    ladder: Ladder,
    encoded: Encoded,
    start: Start,
    route: Itinerary,
    tick: Callable[[], None] = lambda: None,
) -> Iterator[Change]:
    """Go through the single changes that open a way which does not exist.

    Parameters
    ----------
    ladder : Ladder
    encoded : Encoded
        The same ladder in integers.
    start : Start
    route : Itinerary
        The route whose end no plan may reach.
    tick : callable
        Called again and again; may raise, to end a long search.

    Yields
    ------
    GateLowered
        The least lowerings of each gate that open a way: those in one skill, and where none of
        them is enough, those in several.
    SkillTaught
        Each skill in each role that opens a way, at the lowest level that does.

    Notes
    -----
    Up to what it owes to the change, a plan keeps to the ladder as it is. So a gate need only be
    lowered to what is held at one of the stays there are to be had, and a role need only teach
    where it is one of them.
    """
    stays = list(stays_to_be_had(encoded, start, route, tick))
    if any(route.ends(state, role) for role, state, _ in stays):
        return
    trial = _Trial(encoded, start, route, tick)
    gates: defaultdict[Edge, set[int]] = defaultdict(set)
    for role, _, held in stays:
        for edge in encoded.edges[role]:
            if edge.gate & ~held:
                gates[edge].add(edge.gate & held)
    for edge in sorted(gates, key=lambda edge: edge.place):
        yield from _lowered(trial, edge, gates[edge])
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
        """Whether there is a way with a gate that asks for less."""
        old = self.encoded.edges
        leaving = tuple(replace(one, gate=gate) if one is edge else one for one in old[edge.source])
        edges = (*old[: edge.source], leaving, *old[edge.source + 1 :])
        return self._opens(replace(self.encoded, edges=edges), self._start)

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


def _months(ladder: Ladder, role: str) -> int:
    """Months after which a role may be thought to have taught one skill more."""
    taught = [after for levels in ladder.roles[role].develops.values() for after in levels.values()]
    served = [move.months for move in ladder.transitions if move.from_role == role]
    return max(taught or served, default=0)
