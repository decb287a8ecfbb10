"""The question of who has skills but no title: which roles are open, and which are nearest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from graphs.deadline import Deadline, Telling, nobody
from graphs.plans.path import head, plain
from graphs.search.encoding import Encoded
from graphs.search.planner import planner_of
from graphs.search.reachability import learnable
from graphs.wishes import Wishes
from ladder import FrozenDict, InvalidPerson, Ladder, Person, Role, Transition, find_activity
from ladder.wording import told

from .reach import reach
from .survey import Undecided, Way


@dataclass(frozen=True, slots=True)
class Open:
    """A role that the skills suffice for."""

    role: str
    transitions: tuple[int, ...]
    """Those into it whose gates are held; none where careers begin, which none leads into."""


@dataclass(frozen=True, slots=True)
class Near:
    """A role whose nearest gate learning opens."""

    role: str
    transition: int  # into it, whose gate opens first
    lacks: Mapping[str, int]  # what it asks for and is not held, at the level that it asks
    months: int  # of learning, at least
    cost: int | float  # of activities in that time, at least


@dataclass(frozen=True, slots=True)
class Closed:
    """A role that learning alone does not open."""

    role: str
    transition: int  # into it, of which learning leaves the fewest levels missing
    lacks: Mapping[str, int]  # as for `Near`
    beyond: Mapping[str, tuple[str, ...]]
    """Skills that no activity brings to the level from here, with the roles that do, if any."""


@dataclass(frozen=True, slots=True)
class Openings:
    """Every role of a ladder, seen by somebody with skills alone.

    Parameters
    ----------
    ladder : Ladder
    skills : mapping of str to int
        What is held.
    open : tuple of Open
        In the order of the file.
    near : tuple of Near
        The nearest first.
    closed : tuple of Closed
        Those that lack the fewest levels beyond learning first.
    undecided : tuple of Undecided
        Roles for which the time limit came first, by id.
    """

    ladder: Ladder
    skills: Mapping[str, int]
    open: tuple[Open, ...]
    near: tuple[Near, ...]
    closed: tuple[Closed, ...]
    undecided: tuple[Undecided, ...]

    def __repr__(self) -> str:
        return told(
            "Openings",
            f"{len(self.open)} roles open, {len(self.near)} near, {len(self.closed)} closed, "
            f"{len(self.undecided)} undecided",
        )

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer = head(self.ladder, "limit" if self.undecided else "found", not self.undecided)
        return answer | {
            "skills": dict(self.skills),
            "open": plain(self.open),
            "near": plain(self.near),
            "closed": plain(self.closed),
            "undecided": [{"role": one.role, "bound": one.bound} for one in self.undecided],
        }


_NEARNESS = attrgetter("months", "cost", "role")

OUTSIDE = ""
"""The role of who has none: no role of a file can have this id."""


def openings(
    ladder: Ladder,
    person: Person,
    *,
    without: Iterable[str] = (),
    time_limit: float | Deadline = 10.0,
    progress: Telling = nobody,
) -> Openings:
    """Find the roles whose gates somebody's skills open, now or after learning.

    Gates are looked at alone: where somebody comes from, and the months served there, count for
    nothing.

    Parameters
    ----------
    ladder : Ladder
    person : Person
        Skills held, activities done and begun; neither a role nor months in one.
    without, time_limit, progress
        As for ``reach``.

    Returns
    -------
    Openings

    Raises
    ------
    InvalidPerson
        The person does not fit the ladder, or has a role.
    UnknownName
        An activity is not in the ladder.

    Notes
    -----
    Answered by ``reach`` in a ladder of its own: from a role outside, which teaches nothing, a move
    at any time leads through each of the gates. So its rules, and its limits, are those of paths.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> found = openings(product, Person(skills={"roadmapping": 2, "prioritisation": 2}))
    >>> [one.role for one in found.open if one.transitions][:2]
    ['product-manager']
    """
    if person.role is not None or person.months_in_role is not None:
        raise InvalidPerson("who has a role, or months in one, should ask for their reach instead")
    doors, door_of = _doors(ladder)
    closed = Wishes(without=without).without
    found = reach(
        doors, OUTSIDE, person=person, without=closed, time_limit=time_limit, progress=progress
    )
    planner = planner_of(doors)
    ids = (find_activity(ladder, name).id for name in closed)
    start = planner.start(OUTSIDE, person, ids)
    gates = _Gates(
        ladder,
        planner.encoded,
        door_of,
        {way.role: way for way in found.ways} | {one.role: one for one in found.undecided},
        held=start.held,
        ever=learnable(start.held, start.courses),
    )
    seen = [gates.seen(role) for role in ladder.roles]
    return Openings(
        ladder,
        FrozenDict(found.skills),
        open=tuple(one for one in seen if isinstance(one, Open)),
        near=tuple(sorted((one for one in seen if isinstance(one, Near)), key=_NEARNESS)),
        closed=tuple(sorted((one for one in seen if isinstance(one, Closed)), key=gates.distance)),
        undecided=tuple(
            sorted((one for one in seen if isinstance(one, Undecided)), key=attrgetter("role"))
        ),
    )


def _doors(ladder: Ladder) -> tuple[Ladder, dict[int, str]]:
    """Put a role behind each gate, and outside a role from which a move leads through each.

    Returns that ladder, and by the place of each transition the role behind its gate.
    """
    same: dict[frozenset[tuple[str, int]], str] = {}
    door_of = {
        place: same.setdefault(frozenset(move.requires.items()), str(place))
        for place, move in enumerate(ladder.transitions)
    }
    moves = tuple(
        Transition((OUTSIDE,), door, 0, requires=ladder.transitions[int(door)].requires)
        for door in same.values()
    )
    roles = FrozenDict({name: Role(name, name) for name in (OUTSIDE, *same.values())})
    return replace(ladder, roles=roles, tracks=FrozenDict(), transitions=moves), door_of


@dataclass(frozen=True, slots=True)
class _Gates:
    """What is known of every gate: when it opens, and what it lacks."""

    ladder: Ladder
    encoded: Encoded
    door_of: Mapping[int, str]
    answers: Mapping[str, Way | Undecided]
    held: int
    ever: int

    def seen(self, role: str) -> Open | Near | Closed | Undecided:
        """Tell how a role stands."""
        into = [place for place, move in enumerate(self.ladder.transitions) if move.to_role == role]
        known = [(place, self.answers.get(self.door_of[place])) for place in into]
        ways = [(place, way) for place, way in known if isinstance(way, Way)]
        held = tuple(place for place, way in ways if not way.months)
        if held or not into:
            return Open(role, held)
        bounds = [one.bound for _, one in known if isinstance(one, Undecided)]
        soonest = min((way.months for _, way in ways), default=None)
        if bounds and (soonest is None or min(bounds) < soonest):
            return Undecided(role, min(bounds))
        if soonest is None:
            place = min(into, key=lambda place: (self._levels(place), place))
            return Closed(role, place, self._lacks(place), self._beyond(place))
        place, way = min(ways, key=lambda one: (one[1].months, one[1].cost, one[0]))
        return Near(role, place, self._lacks(place), way.months, way.cost)

    def distance(self, closed: Closed) -> tuple[tuple[int, int], str]:
        """What closed roles are sorted by."""
        return self._levels(closed.transition), closed.role

    def _gate(self, place: int) -> int:
        return self.encoded.mask(self.ladder.transitions[place].requires.items())

    def _lacks(self, place: int) -> Mapping[str, int]:
        return FrozenDict(self.encoded.levels(self._gate(place) & ~self.held))

    def _levels(self, place: int) -> tuple[int, int]:
        """How many levels learning leaves missing, and how many are missing now."""
        gate = self._gate(place)
        return (gate & ~self.ever).bit_count(), (gate & ~self.held).bit_count()

    def _beyond(self, place: int) -> Mapping[str, tuple[str, ...]]:
        lacking = self.encoded.levels(self._gate(place) & ~self.ever)
        return FrozenDict({skill: self._teaching(skill, level) for skill, level in lacking.items()})

    def _teaching(self, skill: str, level: int) -> tuple[str, ...]:
        """Roles that develop a skill to a level."""
        return tuple(
            role.id
            for role in self.ladder.roles.values()
            if max(role.develops.get(skill, {0: 0}), default=0) >= level
        )
