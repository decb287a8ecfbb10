"""What people can reach and hold in a ladder, wherever their career begins; and what gives it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, reduce
from operator import attrgetter, or_
from typing import Literal, NamedTuple, TypeAlias

from graphs.search.blockers import why_lacking
from graphs.search.encoding import Course, Edge, Encoded, encode
from graphs.search.problem import Itinerary, start_of
from graphs.search.reachability import best_case, stays_to_be_had
from ladder import FrozenDict, Ladder, Person, Role, Transition
from ladder.person import held_in_role

from .circles import components

# A role before all others and one after them: no id of a file has a space.
BEGIN, END = "the beginning", "the end"
NOWHERE = Transition((END,), END, 0)
"""Stands for a transition that is open to all where there is nobody else."""

MOST_STAYS = 1_000
"""Stays, beyond two for each role, that are told apart by what one can hold in them: few ladders
have any, but there can be exponentially many."""


@dataclass(frozen=True, slots=True, eq=False)
class Flow:
    """What comes of a ladder when everybody has all the time there is; levels are bits."""

    ladder: Ladder
    encoded: Encoded  # the ladder in integers, with the roles `BEGIN` and `END` added to it
    moves: tuple[Edge, ...]
    """The transitions, once for each role that they lead from, by their place, then by the role."""
    components: tuple[tuple[str, ...], ...]
    """Roles that lead to one another, gates and what is open to all ignored, those that others lead
    to later."""
    entries: frozenset[str]  # roles in which careers begin
    unreached: frozenset[str]  # roles that nobody comes to from there
    stays: Mapping[str, tuple[int, ...]]
    """By role, the most that one can hold in it, as far as anything asks for it; several, where one
    way there gives what another does not. For roles that nobody reaches, as if careers began in any
    of them: so that a fault is told once, not at everything that follows."""
    open: frozenset[Edge]
    """Those of the moves whose gate somebody can hold in the role that they leave."""
    most: tuple[int, ...]  # the different ones of all the stays
    ever: int  # all that anybody can ever hold whose career begins where careers do

    def best(self, skill: str, stays: Iterable[int]) -> int:
        """Highest level of a skill that can be held in any of some stays."""
        place, field = self.encoded.position[skill], (1 << self.encoded.width) - 1
        return max((held >> place & field).bit_length() for held in stays)

    def begins(self, course: Course) -> bool:
        """Tell whether anybody can ever begin an activity."""
        return any(not course.requires & ~held for held in self.most)

    def behind(self, role: str) -> set[str]:
        """Other roles, reached by nobody, to which one that nobody reaches would lead."""
        found = {role}
        waiting = [role]
        while waiting:
            for edge in self.encoded.edges[self.encoded.number[waiting.pop()]]:
                target = self.encoded.roles[edge.target]
                if target in self.unreached and target not in found:
                    found.add(target)
                    waiting.append(target)
        return found - {role}


Reasons: TypeAlias = Callable[[str, int], str]


def reasons_of(flow: Flow) -> Reasons:
    """Why a skill stays below a level, each worked out once: a gate like it is seldom alone."""
    return cache(
        lambda skill, level: why_lacking(flow.ladder, flow.encoded, skill, level, flow.ever)
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
    encoded, stays, ever = _stays(ladder, entries)
    unreached = frozenset(ladder.roles) - stays.keys()
    if unreached:
        _, others, _ = _stays(ladder, unreached)
        stays = {**others, **stays}
    edges = (edge for leaving in encoded.edges for edge in leaving)
    own = (
        edge
        for edge in edges
        if edge.place < len(ladder.transitions) and encoded.roles[edge.source] in ladder.roles
    )
    moves = tuple(sorted(own, key=attrgetter("place", "source")))
    most = tuple(sorted({held for each in stays.values() for held in each}))
    passed = frozenset(
        edge
        for edge in moves
        if any(not edge.gate & ~held for held in stays[encoded.roles[edge.source]])
    )
    return Flow(ladder, encoded, moves, known, entries, unreached, stays, passed, most, ever)


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
    ladder: Ladder, entries: frozenset[str]
) -> tuple[Encoded, dict[str, tuple[int, ...]], int]:
    """What can be held in each role that careers come to which begin in some."""
    widened = _widened(ladder, entries)
    encoded = encode(widened)
    start = start_of(widened, encoded, BEGIN, Person())
    reached, ever = best_case(encoded, start)
    left = MOST_STAYS + 2 * len(widened.roles)

    def tick() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise _TooMany

    most: dict[str, list[int]] = {}
    try:
        for number, _, held in stays_to_be_had(
            encoded, start, Itinerary(encoded.number[END]), tick
        ):
            known = most.setdefault(encoded.roles[number], [])
            known[:] = [*(other for other in known if other & ~held), held]
    except _TooMany:
        most = {encoded.roles[number]: [ever] for number in reached}
    stays = {role: tuple(known) for role, known in most.items() if role in ladder.roles}
    return encoded, stays, ever


def _widened(ladder: Ladder, entries: frozenset[str]) -> Ladder:
    """The ladder with a role that leads to where careers begin, and one that all roles lead to.

    Who begins in a role holds what it expects, which those who come there later need not: they
    come through a role of their own that gives it.
    """
    roles = {**ladder.roles, BEGIN: Role(BEGIN, BEGIN), END: Role(END, END)}
    added = []
    for role in ladder.roles.values():
        if role.id not in entries:
            continue
        before = BEGIN
        if role.expects:
            before = f"{BEGIN} of {role.id}"
            brought = FrozenDict(
                (skill, FrozenDict({level: 0})) for skill, level in role.expects.items()
            )
            roles[before] = Role(before, before, develops=brought)
            added.append(Transition((BEGIN,), before, 0))
        added.append(Transition((before,), role.id, 0))
    added += [Transition((role,), END, 0) for role in (*ladder.roles, BEGIN)]
    # Resolved, so that nothing is open from the roles that were added.
    moves = (replace(move, from_roles=ladder.sources(move)) for move in ladder.transitions)
    kept = (move if move.from_roles else NOWHERE for move in moves)
    return replace(ladder, roles=FrozenDict(roles), transitions=(*kept, *added))


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


class Giver(NamedTuple):
    """A role or an activity that develops a skill."""

    kind: Literal["role", "activity"]
    id: str


PRACTICE = "practice"
"""The kind of an activity that is done with whatever is at hand, and never falls away."""

MOST_LOOKED_AT = 3_000_000
"""Moves, in looking for ways around roles; in a ladder beyond reason, what would take more is not
reported."""


class Givers:
    """Which roles and activities give which level, and before which gate."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._before = _before(flow)
        self._activities: dict[tuple[str, int], list[str]] = {}
        self._roles: dict[tuple[str, int], int] = {}
        self._passed: dict[str, set[str]] = {}
        for course in flow.encoded.courses:
            activity = flow.ladder.activities[flow.encoded.activities[course.number]]
            if flow.begins(course):
                for skill, level in activity.develops.items():
                    for given in range(activity.requires.get(skill, 0) + 1, level + 1):
                        self._activities.setdefault((skill, given), []).append(activity.id)
        for role in flow.ladder.roles.values():
            brought = held_in_role(role, None) if role.id in flow.entries else {}
            for skill in dict.fromkeys((*role.develops, *brought)):
                most = max(brought.get(skill, 0), *role.develops.get(skill, (0,)))
                for given in range(1, most + 1):
                    bit = 1 << flow.encoded.number[role.id]
                    self._roles[skill, given] = self._roles.get((skill, given), 0) | bit

    def only(self, edge: Edge, skill: str, level: int) -> Giver | None:
        """Find what alone gives a level before a gate, where that is odd."""
        activities = self._activities.get((skill, level), [])
        if any(self._flow.ladder.activities[one].kind == PRACTICE for one in activities):
            return None
        roles = self._roles.get((skill, level), 0) & self._before[edge.source]
        if len(activities) + roles.bit_count() != 1:
            return None
        if activities:
            return Giver("activity", activities[0])
        role = self._flow.encoded.roles[roles.bit_length() - 1]
        source = self._flow.encoded.roles[edge.source]
        return Giver("role", role) if source in self._around(role) else None

    def name(self, giver: Giver) -> str:
        """Name of a role or an activity."""
        ladder = self._flow.ladder
        kind = ladder.roles if giver.kind == "role" else ladder.activities
        return kind[giver.id].name

    def _around(self, role: str) -> set[str]:
        """Roles that one can come to without having been in another."""
        flow = self._flow
        known = self._passed.get(role)
        if known is None:
            if len(self._passed) * len(flow.moves) > MOST_LOOKED_AT:
                return set()
            waiting = [entry for entry in sorted(flow.entries) if entry != role]
            known = self._passed[role] = set(waiting)
            while waiting:
                for edge in flow.encoded.edges[flow.encoded.number[waiting.pop()]]:
                    target = flow.encoded.roles[edge.target]
                    if edge in flow.open and target != role and target not in known:
                        known.add(target)
                        waiting.append(target)
        return known


def _before(flow: Flow) -> list[int]:
    """By number of a role, the roles from which open moves lead to it, and itself, as bits."""
    encoded = flow.encoded
    successors: dict[str, list[str]] = {role: [] for role in encoded.roles}
    predecessors: dict[str, list[int]] = {role: [] for role in encoded.roles}
    for edge in flow.moves:
        if edge not in flow.open:
            continue
        successors[encoded.roles[edge.source]].append(encoded.roles[edge.target])
        predecessors[encoded.roles[edge.target]].append(edge.source)
    before = [0] * len(encoded.roles)
    for component in components(successors):  # after all that lead into it
        numbers = [encoded.number[role] for role in component]
        known = reduce(or_, (1 << number for number in numbers))
        known |= reduce(or_, (before[each] for role in component for each in predecessors[role]), 0)
        for number in numbers:
            before[number] = known
    return before
