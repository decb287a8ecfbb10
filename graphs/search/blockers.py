"""Why there is no way: the gates that stay closed, and what each of them lacks."""

from __future__ import annotations

from collections.abc import Iterable

from graphs.plans.path import Blocker
from graphs.plans.reasons import Kind, Reason, sentence
from ladder import FrozenDict, Ladder

from .bounds import UNREACHED, least_ahead, least_by_role
from .encoding import Edge, Encoded
from .problem import BY_MOVES, Itinerary, Problem
from .reachability import beginning_of, best_case


def blockers_of(
    ladder: Ladder, problem: Problem, met: Iterable[tuple[int, int]]
) -> tuple[Blocker, ...]:
    """Explain why a role cannot be reached: the roles ``met``, with what is held there, are all.

    A blocker for each skill that a closed gate lacks, the gates that lack least first.
    """
    encoded, start, route = problem.encoded, problem.start, problem.route
    by_state = least_ahead(encoded, route, BY_MOVES)
    if by_state[route.start(start.role)[0]][start.role] == UNREACHED:
        return (_no_transitions(ladder, encoded, start.role, route),)
    ahead = least_by_role(by_state)
    closed: dict[int, tuple[Edge, int]] = {}
    for role, held in met:
        for edge in encoded.leaving[role]:
            if ahead[edge.target] != UNREACHED:
                _, before = closed.get(edge.place, (edge, 0))
                if edge.place not in closed or _count(edge.gate & ~held) < _count(
                    edge.gate & ~before
                ):
                    closed[edge.place] = edge, held
    _, ever = best_case(encoded, [beginning_of(start)], start.courses)
    blockers = []
    for edge, held in sorted(closed.values(), key=lambda item: _nearness(item, ahead)):
        best = encoded.levels(held)
        for skill, needed in encoded.levels(edge.gate & ~held).items():
            reasons = reasons_lacking(ladder, encoded, skill, needed, ever)
            had, why = best.get(skill, 0), sentence(ladder, reasons)
            blockers.append(Blocker(edge.place, skill, needed, had, why, reasons))
    return tuple(blockers)


def _count(bits: int) -> int:
    return bits.bit_count()


def _nearness(closed: tuple[Edge, int], ahead: list[int]) -> tuple[int, int, int]:
    edge, held = closed
    return _count(edge.gate & ~held), ahead[edge.target], edge.place


def _no_transitions(ladder: Ladder, encoded: Encoded, source: int, route: Itinerary) -> Blocker:
    start, role = encoded.roles[source], encoded.roles[route.target]
    into = {encoded.roles[edge.source] for edge in encoded.entering(route.target)}
    if route.via or route.avoid:
        through = tuple(encoded.roles[each] for each in route.via)
        around = tuple(encoded.roles[each] for each in sorted(route.avoid))
        reason = Reason("not-that-way", role, start, through, around)
    elif into:
        reason = Reason("elsewhere", role, start, _by_name(into, ladder))
    else:
        reason = Reason("no-entry", role)
    return Blocker(None, None, 0, 0, sentence(ladder, [reason]), (reason,))


def reasons_lacking(
    ladder: Ladder, encoded: Encoded, skill: str, needed: int, ever: int
) -> tuple[Reason, ...]:
    """Why a skill stays below a level."""
    asked = FrozenDict({skill: needed})
    if not encoded.mask([(skill, needed)]) & ~ever:
        return (Reason("not-together", levels=asked),)
    teachers = [
        activity
        for activity in ladder.activities.values()
        if activity.develops.get(skill, 0) >= needed
    ]
    roles = [
        role.id
        for role in ladder.roles.values()
        if max(role.develops.get(skill, {0: 0}), default=0) >= needed
    ]
    if not teachers and not roles:
        return (Reason("not-developed", levels=asked),)
    reasons = [Reason("roles-out-of-reach", roles=_by_name(roles, ladder))] if roles else []
    for activity in sorted(teachers, key=lambda activity: activity.id)[:2]:
        asks = FrozenDict(
            (lacking, level)
            for lacking, level in activity.requires.items()
            if encoded.mask([(lacking, level)]) & ~ever
        )
        # What asks for nothing more, and is not to be had all the same, is not to be learnt at all.
        kind: Kind = "activity-asks" if asks else "activity-ruled-out"
        reasons.append(Reason(kind, activity=activity.id, levels=asks))
    return tuple(reasons)


def _by_name(roles: Iterable[str], ladder: Ladder) -> tuple[str, ...]:
    return tuple(sorted(roles, key=lambda role: ladder.roles[role].name))
