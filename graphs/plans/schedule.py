"""What a plan is made of: stays in roles, with the moves that end them, and learning, in months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from ladder import Ladder, Person


@dataclass(frozen=True, slots=True)
class Move:
    """A transition taken.

    Parameters
    ----------
    transition : int
        Its place in the ladder's transitions, from 0.
    to : str
        Id of the role it leads to.
    kind : str
        The transition's kind.
    months : int
        Months that it asks to be served.
    requires : mapping of str to int
        Its gate.
    """

    transition: int
    to: str
    kind: str
    months: int
    requires: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Stay:
    """A time spent in one role.

    Parameters
    ----------
    role : str
        Id of the role.
    start, end : int
        Months from now; the stay is ``end - start`` months long.
    develops : mapping of str to int
        The levels that the role newly gave, arrival included.
    move : Move or None
        The transition that ended it; None for the last stay.
    """

    role: str
    start: int
    end: int
    develops: Mapping[str, int]
    move: Move | None


@dataclass(frozen=True, slots=True)
class Learning:
    """An activity carried out.

    Parameters
    ----------
    activity : str
        Its id.
    periods : tuple of (int, int)
        When it is worked on, in months from now: ``(0, 2)`` is the first two months.
    develops : mapping of str to int
        The levels that it newly gave.
    """

    activity: str
    periods: tuple[tuple[int, int], ...]
    develops: Mapping[str, int]


class Schedule(Protocol):
    """Who does what, month by month: as much of a growth path as tells where its levels come from.

    A growth path knows its months at other paces, which are worked out from this.
    """

    # GrowthPath says what each is.
    # ruff: noqa: D102

    @property
    def ladder(self) -> Ladder: ...
    @property
    def person(self) -> Person: ...
    @property
    def months_in_role(self) -> int | None: ...
    @property
    def skills(self) -> Mapping[str, int]: ...
    @property
    def stays(self) -> tuple[Stay, ...]: ...
    @property
    def learning(self) -> tuple[Learning, ...]: ...


def periods(months: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Join months, in ascending order, to periods."""
    joined: list[tuple[int, int]] = []
    for month in months:
        if joined and joined[-1][1] == month:
            joined[-1] = (joined[-1][0], month + 1)
        else:
            joined.append((month, month + 1))
    return tuple(joined)
