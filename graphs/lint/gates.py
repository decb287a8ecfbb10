"""Gates that nothing opens, and gates that a single thing opens."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Literal, NamedTuple

from graphs.search.encoding import Door
from graphs.search.reachability import Doors
from ladder import Ladder
from ladder.files.document import Fault
from ladder.person import held_in_role
from ladder.wording import short

from .circles import components
from .flow import Flow, Reasons, flow_of, reasons_of
from .rule import Rule
from .wording import levels_named


def _closed(ladder: Ladder) -> Iterator[Fault]:
    flow = flow_of(ladder)
    why = reasons_of(flow)
    for place, move in enumerate(ladder.transitions):
        if move.from_any:
            if not flow.entered_by(place) and (led := _led(flow, place, flow.opened(place))):
                yield from _lacking(flow, place, led, "", why)
            continue
        opened = flow.opened(place)
        shut = sorted(flow.sources(place) - opened)
        if not opened:
            yield from _lacking(flow, place, shut, "", why)
            continue
        for role in shut:
            name = short(ladder.roles[flow.encoded.roles[role]].name)
            yield from _lacking(flow, place, [role], f"from {name}, ", why)


def _led(flow: Flow, place: int, opened: Collection[int]) -> list[int]:
    """Roles before what is open to all and shut to those people who come to it.

    Where there are none, roles that nobody comes to, if it is shut to those; by their numbers.
    """
    sources = flow.sources(place)
    return sorted(sources & flow.reached or (() if opened else sources))


def _lacking(
    flow: Flow, place: int, sources: Sequence[int], whence: str, why: Reasons
) -> Iterator[Fault]:
    """What a gate asks that nobody holds before it, in none of the roles, by number, before it."""
    ladder, encoded = flow.ladder, flow.encoded
    gate = flow.gate(place)
    steps = ("transitions", place, "requires")
    together = flow.held_among(sources)
    never = encoded.levels(gate & ~together)
    for skill, level in never.items():
        best = flow.best(skill, [together])
        message = (
            f"{whence}nobody comes to this gate with {levels_named(ladder, {skill: level})}, at "
            f"best with {short(ladder.level_name(best))}: "
            f"{why(skill, level)}{_so(flow, place, sources)}"
        )
        yield Fault((*steps, skill), message)
    if not never:
        stays = (held for role in sources for held in flow.stays[encoded.roles[role]])
        nearest = min((gate & ~held for held in dict.fromkeys(stays)), key=int.bit_count)
        message = (
            f"{whence}each level that this gate asks for can be had before it, but not all on one "
            f"way: who has the others lacks {levels_named(ladder, encoded.levels(nearest))}"
            f"{_so(flow, place, sources)}"
        )
        yield Fault(steps, message, at_key=True)


def _so(flow: Flow, place: int, sources: Iterable[int]) -> str:
    """What follows for the role behind a closed gate, as the end of a sentence."""
    role = flow.ladder.transitions[place].to_role
    if role not in flow.unreached or flow.reached.isdisjoint(sources):
        return ""
    leads_on = flow.leads_to_unreached(flow.encoded.number[role])
    others = ", nor what is behind it" if leads_on else ""
    return f"; so nobody reaches {short(flow.ladder.roles[role].name)}{others}"


def _single(ladder: Ladder) -> Iterator[Fault]:
    flow = flow_of(ladder)
    givers = Givers(flow)
    levels: dict[Giver, dict[str, int]] = {}
    gates: dict[Giver, dict[int, str]] = {}
    for place, move in enumerate(ladder.transitions):
        asked = [each for each in move.requires.items() if givers.may_be_one(*each)]
        led = flow.opened(place) & flow.reached if asked else ()
        before = givers.before(led)
        for skill, level in asked if led else ():
            giver = givers.only(led, before, skill, level)
            if giver is not None:
                known = levels.setdefault(giver, {})
                known[skill] = max(level, known.get(skill, 0))
                gates.setdefault(giver, {}).setdefault(place, skill)
    for giver, given in levels.items():
        first, skill = next(iter(gates[giver].items()))
        others = len(gates[giver]) - 1
        stay = f"this gate and {others} more stay" if others else "this gate stays"
        message = (
            f"only {short(givers.name(giver))} gives {levels_named(ladder, given)}: "
            f"without it, {stay} shut"
        )
        yield Fault(("transitions", first, "requires", skill), message)


class Giver(NamedTuple):
    """A role or an activity that develops a skill."""

    kind: Literal["role", "activity"]
    id: str


PRACTICE = "practice"
"""The kind of an activity that is done with whatever is at hand, and never falls away."""

MOST_LOOKED_AT = 10_000_000
"""Moves, in looking for ways around roles; in a ladder beyond reason, what would take more is not
reported."""


class Givers:
    """Which roles and activities give which level, and before which gate."""

    def __init__(self, flow: Flow) -> None:
        self._flow = flow
        self._passages = _Passages(flow)
        self._before, self._component = _before(self._passages)
        self._looked_at = 0
        self._activities: dict[tuple[str, int], list[str]] = {}
        self._roles: dict[tuple[str, int], int] = {}
        self._passed: dict[str, set[int]] = {}
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

    def may_be_one(self, skill: str, level: int) -> bool:
        """Tell, at a glance, whether a single thing may give a level, not to be practised."""
        activities = self._activities.get((skill, level), [])
        if len(activities) > 1 or any(
            self._flow.ladder.activities[one].kind == PRACTICE for one in activities
        ):
            return False
        return bool(activities) or (skill, level) in self._roles

    def before(self, sources: Collection[int]) -> set[int]:
        """Roles before some, as bits, different ones for some of them perhaps.

        None where there are too many to be looked at.
        """
        self._looked_at += len(sources)
        if self._looked_at > MOST_LOOKED_AT:
            return set()
        ends = {self._component[source]: source for source in sources}
        return {self._before[source] for source in ends.values()}

    def only(
        self, sources: Collection[int], before: Iterable[int], skill: str, level: int
    ) -> Giver | None:
        """Find what alone gives a level before a gate, from whichever role one comes to it.

        That are ``sources``, by number, and those before them; none where that is nothing odd.
        """
        if not before:
            return None
        activities = self._activities.get((skill, level), [])
        giving = self._roles.get((skill, level), 0)
        if not giving:
            return Giver("activity", activities[0]) if activities else None
        found = {giving & roles for roles in before}
        if found == {0}:
            return Giver("activity", activities[0]) if activities else None
        roles = found.pop()
        if found or activities or roles.bit_count() != 1:
            return None
        role = self._flow.encoded.roles[roles.bit_length() - 1]
        return Giver("role", role) if self._around(role).issuperset(sources) else None

    def name(self, giver: Giver) -> str:
        """Name of a role or an activity."""
        ladder = self._flow.ladder
        kind = ladder.roles if giver.kind == "role" else ladder.activities
        return kind[giver.id].name

    def _around(self, role: str) -> set[int]:
        """Numbers of the roles that one can come to without having been in another."""
        flow, without = self._flow, self._flow.encoded.number[role]
        known = self._passed.get(role)
        if known is None:
            if len(self._passed) * self._passages.number > MOST_LOOKED_AT:
                return set()
            entries = sorted(flow.encoded.number[entry] for entry in flow.entries)
            waiting = [entry for entry in entries if entry != without]
            known = self._passed[role] = set(waiting)
            doors = Doors(self._passages.wide)
            while waiting:
                source = waiting.pop()
                wide = (edge.target for edge in doors.opened(source))
                for target in (*self._passages.narrow[source], *wide):
                    if target != without and target not in known:
                        known.add(target)
                        waiting.append(target)
        return known


class _Passages:
    """The moves whose gate somebody can hold in the role that they leave.

    ``wide`` are the doors of which that holds in each role that has them open, so that they need
    not be written out; ``narrow`` has where all others lead, by number of the role.
    """

    def __init__(self, flow: Flow) -> None:
        self.wide: list[Door] = []
        self.narrow: list[list[int]] = [[] for _ in flow.encoded.roles]
        for place, move in enumerate(flow.ladder.transitions):
            door = flow.doors.get(place)
            if door and flow.wide(place):
                self.wide.append(door)
            else:
                opened = flow.opened(place)
                target = flow.encoded.number[move.to_role]
                for role in opened:
                    self.narrow[role].append(target)
        self.number = len(self.wide) + sum(map(len, self.narrow))


def _before(passages: _Passages) -> tuple[list[int], list[int]]:
    """By number of a role, those from which open moves lead to it, and itself, as bits.

    And the number of its component, all roles of which have the same before them.
    """
    size = len(passages.narrow)
    successors: dict[str, list[str]] = {
        str(role): [str(target) for target in targets]
        for role, targets in enumerate(passages.narrow)
    }
    # Whoever has one wide door closed has another one open that leads to one for whom it is open,
    # where they are closed to different roles: so each leads from all.
    closed = {door.closed_to for door in passages.wide}
    through = [str(door.edge.target) for door in passages.wide]
    if through:
        successors["all"] = through
        for role in range(size):
            if len(closed) > 1 or role not in passages.wide[0].closed_to:
                successors[str(role)].append("all")
    predecessors: dict[str, list[str]] = {node: [] for node in successors}
    for node, following in successors.items():
        for other in following:
            predecessors[other].append(node)
    before = dict.fromkeys(successors, 0)
    component = dict.fromkeys(successors, 0)
    for place, nodes in enumerate(components(successors)):  # after all that lead into it
        known = reduce(or_, (1 << int(node) for node in nodes if node != "all"), 0)
        known |= reduce(or_, (before[each] for node in nodes for each in predecessors[node]), 0)
        for node in nodes:
            before[node], component[node] = known, place
    numbers = [str(role) for role in range(size)]
    return [before[node] for node in numbers], [component[node] for node in numbers]


RULES: tuple[Rule, ...] = (
    Rule(
        code="L201",
        name="closed-gate",
        severity="error",
        why="The move is in the ladder, but nobody can ever make it.",
        mend=(
            "Lower the level that the gate asks for, or let a role before it or an activity "
            "develop the skill to that level."
        ),
        more="""\
Everybody is given all the time there is: who is in a role holds what it develops, what the roles \
on the way there did, and all that can be learnt with it. Careers begin where L101 says, and who \
begins in a role holds what it expects; in roles that nobody reaches, somebody is taken to be \
there already, so that a closed gate is told once, not at all that follow. A move that is open to \
all is closed where it is from every role; one from a list of roles is told of for each of them. \
Each skill that the gate lacks is reported at its level; where every \
level can be had, but never all on one way, the gate as a whole is.

Here nothing develops baking beyond level 1, and the gate asks for level 2:

    roles:
      cook: {develops_after: 12, develops: {baking: 1}}
      baker: {final: true}
    transitions:
      - {from: cook, to: baker, months: 12, requires: {baking: 2}}

Mended by an activity, or by a gate that asks for less:

    activities:
      evening-school: {months: 6, requires: {baking: 1}, develops: {baking: 2}}

Ignore it where the skill is hired in, and the move is not one that people are to make.""",
        find=_closed,
    ),
    Rule(
        code="L202",
        name="single-way-to-open",
        severity="warning",
        why="If that one falls away, such as a course that is no longer offered, the way is shut.",
        mend="Let another activity, or a role before the gate, develop that level too.",
        more="""\
Counted is what can give the level before a gate that people come to: roles from which one comes \
there, and activities that somebody can begin and that do not ask for that level already. Of an \
activity of the kind `practice` nothing is said: it is done with what is at hand. Each \
activity or role is reported once, at the first gate, with all that only it gives. That the only \
role to give a level is the one that the gate leads on from, or one that everybody comes through, \
is how a ladder is meant, and is not reported.

Here all depends on one school:

    roles: {cook: {}, baker: {final: true}}
    transitions:
      - {from: cook, to: baker, months: 12, requires: {baking: 1}}
    activities:
      evening-school: {months: 6, cost: 500, develops: {baking: 1}}

Mended by a second way to learn it:

      guest-baker: {months: 9, kind: project, develops: {baking: 1}}

Ignore it where an activity stands for all of its kind, such as any course in baking.""",
        find=_single,
    ),
)
