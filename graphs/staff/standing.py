"""What is told of one person: the way to a role in a row of figures, or how far each role is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, fields
from typing import Any, NamedTuple

from graphs.plans.path import Blocker, GrowthPath
from ladder.model import NO_LEVELS, FrozenDict


@dataclass(frozen=True, slots=True)
class Standing:
    """How far somebody is from a role.

    Parameters
    ----------
    months : int or None
        That the shortest growth path takes; None where there is no way, or none was found in time.
    fast, slow : int or None
        Months of the same path at both ends of all ranges; None where the ladder has no ranges.
    moves : int or None
    cost : int or float or None
        Of the activities on the way, in the ladder's currency.
    next : str or None
        Id of the role that the next move leads to.
    ready : bool or None
        Whether that move is open today.
    lacking : mapping of str to int
        What the gate of that move asks for and is not held today; where there is no way, what the
        gates that stay closed ask for. Levels by skill id.
    begin : tuple of str
        Ids of the activities that the first month goes into.
    proven : bool
        Whether all of it is proven: that no way is shorter, or that there is none.
    """

    months: int | None = None
    fast: int | None = None
    slow: int | None = None
    moves: int | None = None
    cost: int | float | None = None
    next: str | None = None
    ready: bool | None = None
    lacking: Mapping[str, int] = NO_LEVELS
    begin: tuple[str, ...] = ()
    proven: bool = True

    def plain(self) -> list[Any]:
        """All of it as data for JSON, which `of_plain` takes back."""
        return [dict(one) if isinstance(one, Mapping) else one for one in astuple(self)]

    @classmethod
    def of_plain(cls, data: list[Any]) -> Standing:
        """Read what `plain` gives."""
        one = dict(zip((field.name for field in fields(cls)), data, strict=True))
        one |= {"lacking": FrozenDict(one["lacking"]), "begin": tuple(one["begin"])}
        return cls(**one)


class Near(NamedTuple):
    """How far a role is."""

    role: str
    months: int
    moves: int
    cost: int | float

    @property
    def key(self) -> tuple[int, int, int | float, str]:
        """What roles are sorted by, as `reach` does."""
        return self.months, self.moves, self.cost, self.role


@dataclass(frozen=True, slots=True)
class Outlook:
    """How far somebody is from each other role.

    Parameters
    ----------
    roles : tuple of Near
        Those to which there is a way, the nearest first.
    proven : bool
        Whether all of it is proven: each way to be the shortest, and that no others lead anywhere.
    """

    roles: tuple[Near, ...] = ()
    proven: bool = True

    def plain(self) -> list[Any]:
        """All of it as data for JSON, which `of_plain` takes back."""
        return [list(map(list, self.roles)), self.proven]

    @classmethod
    def of_plain(cls, data: list[Any]) -> Outlook:
        """Read what `plain` gives."""
        roles, proven = data
        return cls(tuple(Near(*one) for one in roles), proven)


def standing_on(path: GrowthPath) -> Standing:
    """Tell a path in a row."""
    fast, slow = path.range or (None, None)
    first = path.stays[0]
    begin = (item.activity for item in path.learning if item.periods[0][0] == 0)
    return Standing(
        path.months,
        fast,
        slow,
        path.moves,
        path.cost,
        first.move.to if first.move else None,
        first.end == 0 if first.move else None,
        _lacking(path.skills, first.move.requires) if first.move else NO_LEVELS,
        tuple(begin),
        path.optimal,
    )


def no_way(blockers: tuple[Blocker, ...]) -> Standing:
    """Tell in a row that there is no way, and what the closed gates ask for."""
    asked: dict[str, int] = {}
    for one in blockers:
        if one.skill is not None:
            asked[one.skill] = max(one.needed, asked.get(one.skill, 0))
    return Standing(lacking=FrozenDict(sorted(asked.items())))


def _lacking(held: Mapping[str, int], gate: Mapping[str, int]) -> Mapping[str, int]:
    short = {skill: level for skill, level in gate.items() if level > held.get(skill, 0)}
    return FrozenDict(sorted(short.items()))
