"""Why there is no way: the gates that stay closed, and what each of them lacks."""

from __future__ import annotations

from collections.abc import Iterable

from graphs.plans.path import Blocker
from ladder import Ladder
from ladder.wording import listed

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
            why = why_lacking(ladder, encoded, skill, needed, ever)
            blockers.append(Blocker(edge.place, skill, needed, best.get(skill, 0), why))
    return tuple(blockers)


def _count(bits: int) -> int:
    return bits.bit_count()


def _nearness(closed: tuple[Edge, int], ahead: list[int]) -> tuple[int, int, int]:
    edge, held = closed
    return _count(edge.gate & ~held), ahead[edge.target], edge.place


def _no_transitions(ladder: Ladder, encoded: Encoded, source: int, route: Itinerary) -> Blocker:
    target = route.target
    names = [ladder.roles[encoded.roles[role]].name for role in (source, target)]
    into = sorted(
        {ladder.roles[encoded.roles[edge.source]].name for edge in encoded.entering(target)}
    )
    if route.via or route.avoid:
        why = f"no transitions lead from {names[0]} to {names[1]}{_wanted(ladder, encoded, route)}"
        return Blocker(None, None, 0, 0, why)
    if into:
        shown = ", ".join(into[:3]) + (f" and {len(into) - 3} more" if len(into) > 3 else "")
        why = f"{names[1]} is entered only from {shown}, and nothing leads there from {names[0]}"
    else:
        why = f"no transition leads into {names[1]}"
    return Blocker(None, None, 0, 0, why)


def _wanted(ladder: Ladder, encoded: Encoded, route: Itinerary) -> str:
    """The roles to go through and around, as the end of a clause."""

    def named(roles: Iterable[int]) -> list[str]:
        return [ladder.roles[encoded.roles[role]].name for role in roles]

    parts = []
    if route.via:
        parts.append(f" through {', then '.join(named(route.via))}")
    if route.avoid:
        parts.append(f" around {listed(named(sorted(route.avoid)), 'and')}")
    return " and".join(parts)


def why_lacking(ladder: Ladder, encoded: Encoded, skill: str, needed: int, ever: int) -> str:
    """Say why a skill stays below a level."""
    name = ladder.skills[skill].name
    level = ladder.level_name(needed)
    if not encoded.mask([(skill, needed)]) & ~ever:
        return (
            f"{name} at {level} can be had, but not on a way that still leads to this gate with "
            "all else that it asks"
        )
    teachers = [
        activity
        for activity in ladder.activities.values()
        if activity.develops.get(skill, 0) >= needed
    ]
    roles = [
        role.name
        for role in ladder.roles.values()
        if max(role.develops.get(skill, {0: 0}), default=0) >= needed
    ]
    if not teachers and not roles:
        return f"no role and no activity develops {name} to {level}"
    reasons = []
    if roles:
        reasons.append(f"{_names(roles)} would develop it, but cannot be reached first")
    for activity in sorted(teachers, key=lambda activity: activity.id)[:2]:
        asks = [
            f"{ladder.skills[lacking].name} at {ladder.level_name(asked)}"
            for lacking, asked in activity.requires.items()
            if encoded.mask([(lacking, asked)]) & ~ever
        ]
        # What asks for nothing more, and is not to be had all the same, is not to be learnt at all.
        held_up = f"asks for {_names(asks)} first" if asks else "is ruled out"
        reasons.append(f"{activity.name} would give it, but {held_up}")
    return "; ".join(reasons)


def _names(names: list[str]) -> str:
    shown = sorted(names)[:3]
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")
