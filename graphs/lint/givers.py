"""What gives a level before a gate."""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import Literal, NamedTuple

from graphs.encoding import Edge

from .circles import components
from .flow import Flow


class Giver(NamedTuple):
    """A role or an activity that develops a skill."""

    kind: Literal["role", "activity"]
    id: str


MOST_LOOKED_AT = 3_000_000
"""Moves, in looking for ways around roles; in a ladder beyond reason, what would take more is not
reported."""


class Givers:
    """Which roles and activities give which level, and before which gate.

    Parameters
    ----------
    flow : Flow
    """

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
            for skill, levels in role.develops.items():
                for given in range(1, max(levels) + 1):
                    bit = 1 << flow.encoded.number[role.id]
                    self._roles[skill, given] = self._roles.get((skill, given), 0) | bit

    def only(self, edge: Edge, skill: str, level: int) -> Giver | None:
        """Find what alone gives a level before a gate, where that is odd."""
        activities = self._activities.get((skill, level), [])
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
                    if edge.place in flow.open and target != role and target not in known:
                        known.add(target)
                        waiting.append(target)
        return known


def _before(flow: Flow) -> list[int]:
    """By number of a role, the roles from which open moves lead to it, and itself, as bits."""
    encoded = flow.encoded
    successors: dict[str, list[str]] = {role: [] for role in encoded.roles}
    predecessors: dict[str, list[int]] = {role: [] for role in encoded.roles}
    for edge in flow.moves:
        if edge.place not in flow.open:
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
