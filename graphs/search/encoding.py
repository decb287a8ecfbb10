"""A ladder in integers: roles by number, skills as bits.

Level *l* of a skill is the *l* lowest bits of that skill's field in one integer, so that holding a
gate is ``gate & ~held == 0`` and gaining is ``held | gain``. Everything is numbered in the order of
ids, so the order of keys in the file has no influence on any answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from ladder import Ladder

NEVER = 10**9
"""More months, moves or money than any plan takes."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A transition: its place in the file, the role it leads to, its months and its gate."""

    place: int
    source: int
    target: int
    months: int
    gate: int


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


@dataclass(frozen=True, slots=True)
class Encoded:
    """A ladder in integers.

    ``edges`` and ``milestones`` are by role number; so are ``entering``, the edges that lead to a
    role. Costs are whole numbers of ``1 / cost_unit``
    of the currency, so that sums are exact in whatever order they are made. ``position`` is the
    lowest bit of each skill's field, ``width`` bits wide.
    """

    roles: tuple[str, ...]
    number: Mapping[str, int]
    edges: tuple[tuple[Edge, ...], ...]
    entering: tuple[tuple[Edge, ...], ...]
    milestones: tuple[Milestones, ...]
    activities: tuple[str, ...]
    courses: tuple[Course, ...]
    cost_unit: int
    skills: tuple[str, ...]
    position: Mapping[str, int]
    width: int

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
    edges: list[list[Edge]] = [[] for _ in roles]
    entering: list[list[Edge]] = [[] for _ in roles]
    gates = [_mask(move.requires.items(), position) for move in ladder.transitions]
    for place, role, move in ladder.moves():
        source, target = number[role], number[move.to_role]
        edge = Edge(place, source, target, move.months, gates[place])
        edges[source].append(edge)
        entering[target].append(edge)
    activities = tuple(sorted(ladder.activities))
    unit = _cost_unit(item.cost for item in ladder.activities.values())
    courses = []
    for place, name in enumerate(activities):
        item = ladder.activities[name]
        requires = _mask(item.requires.items(), position)
        gives = _mask(item.develops.items(), position)
        cost = int(Decimal(str(item.cost)) * unit)
        courses.append(Course(place, item.months, cost, requires, gives))
    return Encoded(
        roles,
        number,
        tuple(
            tuple(sorted(leaving, key=lambda edge: (edge.target, edge.place))) for leaving in edges
        ),
        tuple(map(tuple, entering)),
        tuple(_milestones(ladder.roles[role].develops, position) for role in roles),
        activities,
        tuple(courses),
        unit,
        skills,
        position,
        width,
    )


def bits_of(mask: int) -> Iterator[int]:
    """Go through the bits of a mask, the lowest first.

    Examples
    --------
    >>> list(bits_of(0b1011))
    [1, 2, 8]
    """
    while mask:
        bit = mask & -mask
        yield bit
        mask ^= bit


def _mask(levels: Iterable[tuple[str, int]], position: Mapping[str, int]) -> int:
    mask = 0
    for skill, level in levels:
        mask |= ((1 << level) - 1) << position[skill]
    return mask


def _milestones(
    develops: Mapping[str, Mapping[int, int]], position: Mapping[str, int]
) -> Milestones:
    given: dict[int, int] = {}
    for skill, levels in develops.items():
        for level, months in levels.items():
            given[months] = given.get(months, 0) | _mask([(skill, level)], position)
    return tuple(sorted(given.items()))


def _cost_unit(costs: Iterable[int | float]) -> int:
    """Find the least power of ten that makes every cost whole."""
    exponents = (Decimal(str(cost)).as_tuple().exponent for cost in costs)
    return int(10 ** max([0, *(-place for place in exponents if isinstance(place, int))]))
