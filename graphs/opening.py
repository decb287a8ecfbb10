"""What is open to somebody with skills and no title, and what is nearest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ladder import Ladder

from .answer import head
from .survey import Undecided


@dataclass(frozen=True, slots=True)
class Open:
    """A role that the skills suffice for.

    Parameters
    ----------
    role : str
        Its id.
    transitions : tuple of int
        The transitions into it whose gates are held, by their places; empty for a role that no
        transition leads into, which is where careers begin.
    """

    role: str
    transitions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A role whose nearest gate learning opens.

    Parameters
    ----------
    role : str
        Its id.
    transition : int
        Place of the transition into it whose gate opens first.
    lacks : mapping of str to int
        The skills that it asks for and that are not held, at the level that it asks.
    months : int
        The least months of learning.
    cost : int or float
        The least cost of activities in that time, in the ladder's currency.
    """

    role: str
    transition: int
    lacks: Mapping[str, int]
    months: int
    cost: int | float


@dataclass(frozen=True, slots=True)
class Closed:
    """A role that learning alone does not open.

    Parameters
    ----------
    role : str
        Its id.
    transition : int
        Place of the transition into it of which learning leaves the fewest levels missing.
    lacks : mapping of str to int
        As for ``Near``.
    beyond : mapping of str to tuple of str
        Those of the lacking skills that no activity brings to the level from here, each with the
        ids of the roles that do; with none where nothing does.
    """

    role: str
    transition: int
    lacks: Mapping[str, int]
    beyond: Mapping[str, tuple[str, ...]]


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

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer = head(self.ladder, "limit" if self.undecided else "found", not self.undecided)
        return answer | {
            "skills": dict(self.skills),
            "open": [{"role": one.role, "transitions": list(one.transitions)} for one in self.open],
            "near": [
                {
                    "role": one.role,
                    "transition": one.transition,
                    "lacks": dict(one.lacks),
                    "months": one.months,
                    "cost": one.cost,
                }
                for one in self.near
            ],
            "closed": [
                {
                    "role": one.role,
                    "transition": one.transition,
                    "lacks": dict(one.lacks),
                    "beyond": {skill: list(roles) for skill, roles in one.beyond.items()},
                }
                for one in self.closed
            ],
            "undecided": [{"role": one.role, "bound": one.bound} for one in self.undecided],
        }
