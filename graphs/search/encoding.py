"""A ladder in integers: roles by number, skills as bits.

Level *l* of a skill is the *l* lowest bits of that skill's field in one integer, so that holding a
gate is ``gate & ~held == 0`` and gaining is ``held | gain``. Everything is numbered in the order of
ids, so the order of keys in the file has no influence on any answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property, reduce
from operator import or_
from typing import TypeVar

from ladder import Ladder

T = TypeVar("T")

NEVER = 10**9
"""More months, moves or money than any plan takes."""

ANYWHERE = -1
"""The source of an edge that several roles share."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A transition: its place in the file, the role it leads to, its months and its gate.

    What is open to all is one edge, from ``ANYWHERE``, for all the roles that it leads from.
    """

    place: int
    source: int
    target: int
    months: int
    gate: int


@dataclass(frozen=True, slots=True, eq=False)
class Door:
    """An edge that is open to all roles but some: the one that it leads to, and its track."""

    edge: Edge
    closed_to: frozenset[int]


@dataclass(frozen=True, slots=True, eq=False)
class Course:
    """An activity: its number, months of learning, whole cost, and what it asks and gives.

    Each is itself alone, so that sets of them need not look into them.
    """

    number: int
    months: int
    cost: int
    requires: int
    gives: int


Milestones = tuple[tuple[int, int], ...]
"""Months and the bits developed after so many, in the order of the months."""


@dataclass(frozen=True)
class Encoded:
    """A ladder in integers.

    ``own``, the edges of each role that lead from named ones, and ``milestones``, all that it
    develops, are by role number; ``doors`` are open to all. Costs are whole numbers of
    ``1 / cost_unit`` of the currency, so that sums are exact in whatever order they are made.
    ``position`` is the lowest bit of each skill's field, ``width`` bits wide.
    """

    roles: tuple[str, ...]
    number: Mapping[str, int]
    own: tuple[tuple[Edge, ...], ...]
    doors: tuple[Door, ...]
    milestones: tuple[Milestones, ...]
    activities: tuple[str, ...]
    courses: tuple[Course, ...]
    cost_unit: int
    skills: tuple[str, ...]
    position: Mapping[str, int]
    width: int

    @cached_property
    def leaving(self) -> Mapping[int, tuple[Edge, ...]]:
        """Edges that lead from each role, doors shared; those of a role that is asked for."""
        own, doors = self.own, self.doors
        if not doors:
            return _WhenAsked(own.__getitem__)

        def leaving(role: int) -> tuple[Edge, ...]:
            shared = (door.edge for door in doors if role not in door.closed_to)
            return tuple(sorted((*own[role], *shared), key=_order))

        return _WhenAsked(leaving)

    @cached_property
    def edges(self) -> Mapping[int, tuple[Edge, ...]]:
        """Edges that lead from each role, written out, with that role as their source."""

        def edges(role: int) -> tuple[Edge, ...]:
            leaving = self.leaving[role]
            return tuple(
                edge if edge.source == role else replace(edge, source=role) for edge in leaving
            )

        return _WhenAsked(edges)

    @cached_property
    def own_entering(self) -> tuple[tuple[Edge, ...], ...]:
        """Edges that lead to each role from named ones."""
        return _by_target(self.own)

    def entering(self, role: int) -> tuple[Edge, ...]:
        """Edges that lead to a role, written out."""
        shared = (
            replace(door.edge, source=source)
            for door in self.doors_to.get(role, ())
            for source in range(len(self.roles))
            if source not in door.closed_to
        )
        return tuple(sorted((*self.own_entering[role], *shared), key=_by_source))

    @cached_property
    def shortest(self) -> int:
        """Least months that any move asks for."""
        months = [edge.months for own in self.own for edge in own]
        return min([*months, *(door.edge.months for door in self.doors)], default=0)

    @cached_property
    def doors_to(self) -> Mapping[int, tuple[Door, ...]]:
        """Doors by the role that they lead to."""
        by_target: dict[int, list[Door]] = {}
        for door in self.doors:
            by_target.setdefault(door.edge.target, []).append(door)
        return {target: tuple(doors) for target, doors in by_target.items()}

    def slowest_door(self, role: int) -> int:
        """Most months that a door asks for which a role has open."""
        return next((door.edge.months for door in self._slowest if role not in door.closed_to), 0)

    @cached_property
    def _slowest(self) -> list[Door]:
        return sorted(self.doors, key=lambda door: -door.edge.months)

    @cached_property
    def asked_into(self) -> tuple[int, ...]:
        """What all gates into a role ask for, by role number; everything where none leads to it."""
        asked = [-1] * len(self.roles)
        for own in self.own:
            for edge in own:
                asked[edge.target] &= edge.gate
        for door in self.doors:
            if len(door.closed_to) < len(self.roles):
                asked[door.edge.target] &= door.edge.gate
        return tuple(asked)

    @cached_property
    def given(self) -> tuple[Milestones, ...]:
        """Milestones of whoever has moved into a role: without what each gate into it asks for.

        Not those of somebody's first role, which may give it to them anew.
        """
        return tuple(
            tuple((months, new) for months, bits in milestones if (new := bits & ~asked))
            for milestones, asked in zip(self.milestones, self.asked_into, strict=True)
        )

    @cached_property
    def ever_given(self) -> int:
        """Bits that any role gives to who has moved into it."""
        return reduce(or_, (bits for given in self.given for _, bits in given), 0)

    @cached_property
    def gates(self) -> tuple[int, ...]:
        """What the gates ask for, each once."""
        edges = [*(edge for own in self.own for edge in own), *(door.edge for door in self.doors)]
        return tuple(dict.fromkeys(edge.gate for edge in edges))

    def mask(self, levels: Iterable[tuple[str, int]]) -> int:
        """Bits of the given skills, each at the given level."""
        return _mask(levels, self.position)

    def price(self, cost: int) -> int | float:
        """Turn a whole cost back into the currency."""
        return cost / self.cost_unit if cost % self.cost_unit else cost // self.cost_unit

    def levels(self, mask: int) -> dict[str, int]:
        """Skills in a mask, each with the highest level that is in it."""
        field = (1 << self.width) - 1
        levels = {}
        while mask:
            place = ((mask & -mask).bit_length() - 1) // self.width
            bits = mask >> place * self.width & field
            mask ^= bits << place * self.width
            levels[self.skills[place]] = bits.bit_length()
        return levels


class _WhenAsked(dict[int, T]):
    """Something of each role, worked out when it is asked for first."""

    def __init__(self, make: Callable[[int], T]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, role: int) -> T:
        made = self[role] = self._make(role)
        return made


def encode(ladder: Ladder) -> Encoded:
    """Number a ladder's roles, skills and activities.

    Examples
    --------
    >>> from ladder import Ladder, Role, Skill
    >>> encoded = encode(Ladder("Tiny", ("low", "high"), {"sql": Skill("sql", "SQL")},
    ...                         roles={"analyst": Role("analyst", "Analyst")}))
    >>> bin(encoded.mask([("sql", 2)]))
    '0b11'
    """
    roles = tuple(sorted(ladder.roles))
    number = {role: place for place, role in enumerate(roles)}
    skills = tuple(sorted(ladder.skills))
    width = max(1, len(ladder.levels))
    position = {skill: place * width for place, skill in enumerate(skills)}
    masks = _Masks(position)
    own, doors = _edges(ladder, number, masks)
    activities = tuple(sorted(ladder.activities))
    unit = _cost_unit(item.cost for item in ladder.activities.values())
    courses = []
    for place, name in enumerate(activities):
        item = ladder.activities[name]
        requires, gives = masks.of(item.requires), masks.of(item.develops)
        cost = int(Decimal(str(item.cost)) * unit) if item.cost else 0
        courses.append(Course(place, item.months, cost, requires, gives))
    return Encoded(
        roles,
        number,
        own,
        doors,
        tuple(_milestones(ladder.roles[role].develops, masks) for role in roles),
        activities,
        tuple(courses),
        unit,
        skills,
        position,
        width,
    )


def _edges(
    ladder: Ladder, number: Mapping[str, int], masks: _Masks
) -> tuple[tuple[tuple[Edge, ...], ...], tuple[Door, ...]]:
    """Number the transitions: those of each role, and those that are open to all."""
    own: list[list[Edge]] = [[] for _ in number]
    doors: list[Door] = []
    tracks: dict[str, set[int]] = {}
    for role in ladder.roles.values():
        if role.track is not None:
            tracks.setdefault(role.track, set()).add(number[role.id])
    closed = {track: frozenset(numbers) for track, numbers in tracks.items()}
    for place, move in enumerate(ladder.transitions):
        target, gate = number[move.to_role], masks.of(move.requires)
        if move.from_any:
            edge = Edge(place, ANYWHERE, target, move.months, gate)
            track = ladder.roles[move.to_role].track
            doors.append(Door(edge, frozenset([target]) if track is None else closed[track]))
        for source in move.from_roles:
            own[number[source]].append(Edge(place, number[source], target, move.months, gate))
    return tuple(tuple(sorted(leaving, key=_order)) for leaving in own), tuple(doors)


def _order(edge: Edge) -> tuple[int, int]:
    return edge.target, edge.place


def _by_source(edge: Edge) -> tuple[int, int]:
    return edge.source, edge.place


def _by_target(edges: Sequence[Sequence[Edge]]) -> tuple[tuple[Edge, ...], ...]:
    entering: list[list[Edge]] = [[] for _ in edges]
    for leaving in edges:
        for edge in leaving:
            entering[edge.target].append(edge)
    return tuple(map(tuple, entering))


_MANY = 64, 4096
"""Bits of a mask, and its length, from which on they are looked for in its digits."""


def bits_of(mask: int) -> Iterator[int]:
    """Go through the places of the bits of a mask, the lowest first.

    A place is quick to look up, however many skills a ladder has; a mask of one bit is not.

    Examples
    --------
    >>> list(bits_of(0b1011))
    [0, 1, 3]
    """
    if mask.bit_length() > _MANY[1] and mask.bit_count() > _MANY[0]:
        digits = f"{mask:b}"[::-1]
        place = digits.find("1")
        while place >= 0:
            yield place
            place = digits.find("1", place + 1)
        return
    place = -1
    while mask:
        # What is left is shorter each time: most masks are a few bits that lie together.
        step = (mask & -mask).bit_length()
        mask >>= step
        place += step
        yield place


def lowest(mask: int) -> int:
    """Place of the lowest bit of a mask; -1 where it has none.

    Examples
    --------
    >>> lowest(0b1100)
    2
    """
    return (mask & -mask).bit_length() - 1


def mask_of(places: Iterable[int]) -> int:
    """Make a mask of the places of its bits.

    Examples
    --------
    >>> mask_of([0, 1, 3])
    11
    """
    digits = bytearray()
    for place in places:
        byte = place >> 3
        if byte >= len(digits):
            digits.extend(bytes(byte + 1 - len(digits)))
        digits[byte] |= 1 << (place & 7)
    return int.from_bytes(digits, "little")


class _Masks:
    """Bits of skills at levels, each mapping of them turned into a mask once.

    Gates are often what a role expects, and activities ask for what others give: the same values.
    """

    def __init__(self, position: Mapping[str, int]) -> None:
        self._position = position
        self._single: dict[tuple[str, int], int] = {}
        self._known: dict[int, tuple[Mapping[str, int], int]] = {}

    def of(self, levels: Mapping[str, int]) -> int:
        """Bits of the given skills, each at the given level."""
        if len(levels) == 1:
            ((skill, level),) = levels.items()
            return self.single(skill, level)
        known = self._known.get(id(levels))
        if known is None:  # with the mapping, as another one could have its identity later
            known = self._known[id(levels)] = levels, _mask(levels.items(), self._position)
        return known[1]

    def single(self, skill: str, level: int) -> int:
        """Bits of one skill at a level."""
        known = self._single.get((skill, level))
        if known is None:
            known = self._single[skill, level] = _mask([(skill, level)], self._position)
        return known


def _mask(levels: Iterable[tuple[str, int]], position: Mapping[str, int]) -> int:
    mask = 0
    for skill, level in levels:
        mask |= ((1 << level) - 1) << position[skill]
    return mask


def _milestones(develops: Mapping[str, Mapping[int, int]], masks: _Masks) -> Milestones:
    given: dict[int, int] = {}
    for skill, levels in develops.items():
        for level, months in levels.items():
            given[months] = given.get(months, 0) | masks.single(skill, level)
    return tuple(sorted(given.items()))


def _cost_unit(costs: Iterable[int | float]) -> int:
    """Find the least power of ten that makes every cost whole."""
    exponents = (Decimal(str(cost)).as_tuple().exponent for cost in set(costs))
    return int(10 ** max([0, *(-place for place in exponents if isinstance(place, int))]))
