"""What people can reach and hold in a ladder, wherever their career begins; and what gives it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, reduce
from operator import or_
from typing import TypeAlias

from graphs.plans.reasons import sentence
from graphs.search.blockers import reasons_lacking
from graphs.search.encoding import Course, Door, Edge, Encoded, encode
from graphs.search.problem import Itinerary
from graphs.search.reachability import Beginning, Doors, all_stays, best_case
from ladder import Ladder, Role, Transition

from .circles import components

NOWHERE = -1
"""A target that is no role."""

MOST_STAYS = 1_000
"""Stays, beyond two for each role, that are told apart by what one can hold in them: few ladders
have any, but there can be exponentially many."""


@dataclass(frozen=True, eq=False)
class Flow:
    """What comes of a ladder when everybody has all the time there is; levels are bits."""

    ladder: Ladder
    encoded: Encoded
    components: tuple[tuple[str, ...], ...]
    """Roles that lead to one another, gates and what is open to all ignored, those that others lead
    to later."""
    entries: frozenset[str]  # roles in which careers begin
    unreached: frozenset[str]  # roles that nobody comes to from there
    stays: Mapping[str, tuple[int, ...]]
    """By role, the most that one can hold in it, as far as anything asks for it; several, where one
    way there gives what another does not. For roles that nobody reaches, as if careers began in any
    of them: so that a fault is told once, not at everything that follows."""
    most: tuple[int, ...]  # the different ones of all the stays
    ever: int  # all that anybody can ever hold whose career begins where careers do

    @cached_property
    def lines(self) -> Mapping[int, tuple[Edge, ...]]:
        """Edges of each transition from named roles, by its place, the roles in their order."""
        lines: dict[int, list[Edge]] = {}
        for leaving in self.encoded.own:
            for edge in leaving:
                lines.setdefault(edge.place, []).append(edge)
        return {place: tuple(edges) for place, edges in lines.items()}

    @cached_property
    def doors(self) -> Mapping[int, Door]:
        """What is open to all, by its place."""
        return {door.edge.place: door for door in self.encoded.doors}

    def sources(self, place: int) -> frozenset[int]:
        """Numbers of the roles that a transition leads from."""
        if door := self.doors.get(place):
            return self._every - door.closed_to
        return frozenset(edge.source for edge in self.lines[place])

    def gate(self, place: int) -> int:
        """What a transition asks for."""
        door = self.doors.get(place)
        return door.edge.gate if door else self.lines[place][0].gate

    def opened(self, place: int) -> frozenset[int]:
        """Those of them in which somebody can hold the gate."""
        holding = [roles for roles, _ in self._holding(place)]
        sources = self.sources(place)
        return frozenset(role for role in sources if any(role in roles for roles in holding))

    def wide(self, place: int) -> bool:
        """Tell whether the gate can be held wherever anybody stands."""
        return sum(len(roles) for roles, _ in self._holding(place)) == len(self.encoded.roles)

    def entered_by(self, place: int) -> bool:
        """Tell whether somebody comes to what is open to all who can hold its gate there."""
        closed = self.doors[place].closed_to
        return any(
            len(reached) > len(closed) or not reached <= closed
            for _, reached in self._holding(place)
        )

    def _holding(self, place: int) -> list[tuple[set[int], frozenset[int]]]:
        """Roles in which a gate can be held, those together that are alike, and those reached."""
        gate = self.gate(place)
        if gate & ~self.together:
            return []
        return [
            (roles, reached)
            for stays, roles, reached in self._holders
            if any(not gate & ~held for held in stays)
        ]

    @cached_property
    def reached(self) -> frozenset[int]:
        """Numbers of the roles that somebody comes to."""
        number = self.encoded.number
        return self._every - {number[role] for role in self.unreached}

    @cached_property
    def _every(self) -> frozenset[int]:
        return frozenset(range(len(self.encoded.roles)))

    @cached_property
    def _holders(self) -> list[tuple[tuple[int, ...], set[int], frozenset[int]]]:
        """Stays, each with the numbers of the roles that have them; those of most roles are few."""
        holders: dict[int, tuple[tuple[int, ...], set[int]]] = {}
        for role, stays in self.stays.items():
            holders.setdefault(id(stays), (stays, set()))[1].add(self.encoded.number[role])
        return [(stays, roles, self.reached & roles) for stays, roles in holders.values()]

    @cached_property
    def together(self) -> int:
        """What can be held in any of the stays."""
        return reduce(or_, self.most, 0)

    def held_among(self, roles: Iterable[int]) -> int:
        """What can be held in any of some roles."""
        inside = set(roles)
        some = (stays for stays, holders, _ in self._holders if not holders.isdisjoint(inside))
        return reduce(or_, (held for stays in some for held in stays), 0)

    def best(self, skill: str, stays: Iterable[int]) -> int:
        """Highest level of a skill that can be held in any of some stays."""
        place, field = self.encoded.position[skill], (1 << self.encoded.width) - 1
        return max((held >> place & field).bit_length() for held in stays)

    def begins(self, course: Course) -> bool:
        """Tell whether anybody can ever begin an activity."""
        if course.requires & ~self.together:
            return False
        return any(not course.requires & ~held for held in self.most)

    def behind(self, role: str) -> set[str]:
        """Other roles, reached by nobody, to which one that nobody reaches would lead."""
        found = {role}
        waiting = [role]
        doors = Doors(self.encoded.doors)
        while waiting:
            number = self.encoded.number[waiting.pop()]
            for edge in (*self.encoded.own[number], *doors.opened(number)):
                target = self.encoded.roles[edge.target]
                if target in self.unreached and target not in found:
                    found.add(target)
                    waiting.append(target)
        return found - {role}

    def leads_to_unreached(self, role: int) -> bool:
        """Tell whether a role, by its number, leads to one that nobody reaches."""
        return any(edge.target not in self.reached for edge in self.encoded.own[role]) or any(
            door.edge.target not in self.reached
            for door in self.encoded.doors
            if role not in door.closed_to
        )


Reasons: TypeAlias = Callable[[str, int], str]


def reasons_of(flow: Flow) -> Reasons:
    """Why a skill stays below a level, each worked out once: a gate like it is seldom alone."""
    return cache(
        lambda skill, level: sentence(
            flow.ladder, reasons_lacking(flow.ladder, flow.encoded, skill, level, flow.ever)
        )
    )


_RECENT: deque[Flow] = deque(maxlen=1)


def flow_of(ladder: Ladder) -> Flow:
    """Work out what people can reach and hold; kept for the next rule that asks.

    The last one is kept and found again by the ladder's identity: rules ask one after another about
    the same ladder, whose hash takes longer than the work of most of them.

    Where a ladder has more different stays than ``MOST_STAYS`` beyond two for each role, roles and
    levels are taken for reachable wherever that is not certainly wrong: what is reported is true
    then too, but it may not be all.
    """
    for flow in _RECENT:
        if flow.ladder is ladder:
            return flow
    _RECENT.append(_flow(ladder))
    return _RECENT[-1]


def _flow(ladder: Ladder) -> Flow:
    known = tuple(map(tuple, components(_successors(ladder))))
    entries = entries_of(ladder, known)
    encoded = encode(ladder)
    stays, ever = _stays(ladder, encoded, entries)
    unreached = frozenset(ladder.roles) - stays.keys()
    if unreached:
        others, _ = _stays(ladder, encoded, unreached)
        stays = {**others, **stays}
    # Those that are the same are made one, so that they are compared at a glance.
    same: dict[tuple[int, ...], tuple[int, ...]] = {}
    stays = {role: same.setdefault(each, each) for role, each in stays.items()}
    most = tuple(sorted({held for each in same for held in each}))
    return Flow(ladder, encoded, known, entries, unreached, stays, most, ever)


def lines_of(ladder: Ladder) -> Iterator[tuple[str, Transition]]:
    """Each role that a transition leads from, with it; without those that are open to all.

    What is open to all would lead everywhere from everywhere: no role would be the first of a
    career, and none a dead end.
    """
    for move in ladder.transitions:
        yield from ((role, move) for role in move.from_roles)


def _successors(ladder: Ladder) -> dict[str, list[str]]:
    successors: dict[str, list[str]] = {role: [] for role in ladder.roles}
    for role, move in lines_of(ladder):
        successors[role].append(move.to_role)
    return successors


class _TooMany(Exception):
    """There are more different stays than are told apart."""


def _stays(
    ladder: Ladder, encoded: Encoded, entries: frozenset[str]
) -> tuple[dict[str, tuple[int, ...]], int]:
    """What can be held in each role that careers come to which begin in some.

    Who begins in a role holds what it expects, which those who come there later need not.
    """
    begins = [_beginning(ladder.roles[role], encoded) for role in sorted(entries)]
    reached, ever = best_case(encoded, begins, encoded.courses)
    left = MOST_STAYS + 2 * len(ladder.roles)

    def tick() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooMany

    most: dict[str, list[int]] = {}
    through_all = Itinerary(NOWHERE)
    try:
        for number, _, held in all_stays(encoded, begins, encoded.courses, through_all, tick):
            known = most.setdefault(encoded.roles[number], [])
            known[:] = [*(other for other in known if other & ~held), held]
    except _TooMany:
        most = {encoded.roles[number]: [ever] for number in reached}
    return {role: tuple(known) for role, known in most.items()}, ever


def _beginning(role: Role, encoded: Encoded) -> Beginning:
    number = encoded.number[role.id]
    expected = encoded.mask(role.expects.items())
    return Beginning(
        number, reduce(or_, (bits for _, bits in encoded.milestones[number]), expected)
    )


def entries_of(ladder: Ladder, known: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Find the roles in which careers begin.

    A role that no transition leads into is one, those that are open to all aside. Of roles that
    lead to one another, and that nothing else leads into, those are that an ``entry`` leaves or
    that have the lowest rank of their track.
    Where a ladder has neither, careers may begin in any that nothing else leads into.
    """
    inside = {role: place for place, component in enumerate(known) for role in component}
    lines = list(lines_of(ladder))
    entered = {inside[move.to_role] for role, move in lines if inside[role] != inside[move.to_role]}
    sources = [component for place, component in enumerate(known) if place not in entered]
    left = {role for role, move in lines if move.kind == "entry"}
    lowest = lowest_of_tracks(ladder.roles.values())
    entries = {
        role
        for component in sources
        for role in component
        if len(component) == 1 or role in left or role in lowest
    }
    linked = {role for role, _ in lines}
    if not entries & linked:
        entries = {role for component in sources for role in component}
    return frozenset(entries)


def lowest_of_tracks(roles: Iterable[Role]) -> set[str]:
    """Find the roles of the lowest rank of their track.

    Without those that have no track or no rank.
    """
    ranked = [role for role in roles if role.track is not None and role.rank is not None]
    least: dict[str | None, int] = {}
    for role in ranked:
        least[role.track] = min(role.rank or 0, least.get(role.track, role.rank or 0))
    return {role.id for role in ranked if role.rank == least[role.track]}
