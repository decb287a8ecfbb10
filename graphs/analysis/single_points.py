"""What everything hangs on: roles, moves and activities without which there is no way any more."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_
from typing import Literal

from graphs.deadline import Deadline
from graphs.search.bounds import UNREACHED, least_by_role
from graphs.search.encoding import Door, Encoded
from graphs.search.problem import Itinerary, Start
from graphs.search.reachability import beginning_of, best_case, learnable, reachable

from .trials import Trials
from .ways import Way

Kind = Literal["role", "transition", "activity"]
ACTIVITY: Kind = "activity"

Thing = tuple[Kind, str | int]
"""What could go: its kind, and its id or place."""


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """Something without which ways are closed.

    Parameters
    ----------
    kind : {"role", "transition", "activity"}
    key : str or int
        Its id, or the place of the transition in the ladder's transitions.
    closes : int
        How many people have no way without it; those who are in a role, or want it, do not count
        for that role.
    of : int
        How many have one with it.
    """

    kind: Kind
    key: str | int
    closes: int
    of: int


Closed = dict[Thing, list[int]]
"""Things, each with the places of the ways that there are not without it."""


def closed_by(
    trials: Trials, ways: Sequence[Way], deadline: Deadline, told: Callable[[float], None]
) -> Closed:
    """Take each thing away; ``TimeUp`` if there is no time for that.

    Only those ways whose best plan has a use for it can be closed without it. ``told`` is told
    which share of it is done.
    """
    users = _users(ways)
    closed: Closed = {}
    for number, (thing, concerned) in enumerate(users.items(), 1):
        has_way = _without(trials, thing, deadline)
        places = [place for place in concerned if not has_way(ways[place])]
        if places:
            closed[thing] = places
        told(number / len(users))
    return closed


def single_points_of(closed: Closed, ways: Sequence[Way]) -> tuple[SinglePoint, ...]:
    """Tell what ways are closed without; what closes most comes first."""
    everybody = sum(way.traveller.people for way in ways if way.path)
    points = [
        SinglePoint(kind, key, sum(ways[place].traveller.people for place in places), everybody)
        for (kind, key), places in closed.items()
    ]
    return tuple(sorted(points, key=lambda one: (-one.closes, one.kind, str(one.key))))


def _users(ways: Sequence[Way]) -> dict[Thing, list[int]]:
    """Places of the ways whose best plan goes through each role, by each move, and learns each."""
    users: dict[Thing, list[int]] = {}
    for place, way in enumerate(ways):
        if way.path is None:
            continue
        between = [role for role in way.path.roles[1:-1] if role not in (way.source, way.target)]
        used: list[Thing] = [("role", role) for role in between]
        used += [("transition", stay.move.transition) for stay in way.path.stays if stay.move]
        used += [(ACTIVITY, item.activity) for item in way.path.learning]
        for thing in dict.fromkeys(used):
            users.setdefault(thing, []).append(place)
    return users


def _without(trials: Trials, thing: Thing, deadline: Deadline) -> Callable[[Way], bool]:
    """Whether there is a way without something."""
    kind, key = thing
    deadline.check()
    encoded = trials.planner.encoded
    other = trials.without_move(key) if isinstance(key, int) else encoded

    def has_way(way: Way) -> bool:
        deadline.check()
        start, route = way.question.start, way.question.route
        if kind == ACTIVITY:
            start = trials.without_activity(way, str(key))
        elif kind == "role":
            route = Itinerary(route.target, avoid=[encoded.number[str(key)]])
        # Most often it is plain, and the search is for the rest.
        if _lacks(encoded, start, route, key):
            return False
        ahead = least_by_role(trials.planner.months_ahead(way.question.route))
        if _dives(other, start, route, ahead, deadline.check):
            return True
        deadline.check()
        if (
            kind != "role"
            and route.target not in best_case(other, [beginning_of(start)], start.courses)[0]
        ):
            return False
        return reachable(other, start, route, deadline.check)

    return has_way


def _lacks(encoded: Encoded, start: Start, route: Itinerary, without: str | int) -> bool:
    """Whether every gate to the target but one asks for what nothing can be the first to give."""
    edges = [*encoded.own_entering[route.target]]
    edges += (door.edge for door in encoded.doors_to.get(route.target, ()))
    gates = [edge.gate for edge in edges if edge.place != without]
    given = reduce(or_, (bits for _, bits in start.milestones), start.held | encoded.ever_given)
    given = reduce(or_, (course.gives & ~course.requires for course in start.courses), given)
    return not gates or bool(reduce(and_, gates) & ~given)


def _dives(
    encoded: Encoded,
    start: Start,
    route: Itinerary,
    ahead: Sequence[int],
    tick: Callable[[], None],
) -> bool:
    """Whether the target is come to by going on to the nearest role that is open, each role once.

    ``ahead`` tells how near each is. That no plan is found so says nothing.
    """
    seen = {start.role, *route.avoid}
    doors: Sequence[Door] = encoded.doors
    given = reduce(or_, (bits for _, bits in start.milestones), start.held)
    waiting = [(start.role, learnable(given, start.courses))]
    while waiting:
        tick()
        role, held = waiting.pop()
        edges = [*encoded.own[role], *(door.edge for door in doors if role not in door.closed_to)]
        open_to = {edge.target for edge in edges if not edge.gate & ~held} - seen
        if route.target in open_to:
            return True
        seen |= open_to
        doors = [door for door in doors if door.edge.target not in seen]
        for target in sorted(open_to, key=lambda one: (-ahead[one], one)):
            if ahead[target] != UNREACHED:
                given = reduce(or_, (bits for _, bits in encoded.given[target]), held)
                more = held if given == held else learnable(given, start.courses)
                waiting.append((target, more))
    return False
