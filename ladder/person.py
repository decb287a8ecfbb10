"""Where somebody stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .frozen import FrozenDict
from .model import NO_LEVELS


@dataclass(frozen=True, slots=True)
class Person:
    """Where somebody stands today; everything may be left out.

    Parameters
    ----------
    role : str, optional
        Id of the present role.
    months_in_role : int, optional
        Months served in it so far. Left out: longer than any transition asks.
    skills : mapping of str to int
        Levels that are known, by skill id; each replaces what the role would have given.
    done : frozenset of str
        Ids of activities completed.
    learning : mapping of str to int
        Ids of activities begun, to the months already put into each.

    Examples
    --------
    >>> Person(months_in_role=6, skills={"roadmapping": 2}).skills["roadmapping"]
    2
    """

    role: str | None = None
    months_in_role: int | None = None
    skills: Mapping[str, int] = NO_LEVELS
    done: frozenset[str] = frozenset()
    learning: Mapping[str, int] = NO_LEVELS

    def __post_init__(self) -> None:
        object.__setattr__(self, "skills", FrozenDict(self.skills))
        object.__setattr__(self, "done", frozenset(self.done))
        object.__setattr__(self, "learning", FrozenDict(self.learning))

    def to_dict(self) -> dict[str, Any]:
        """What is said, as plain data, in the words of a person's file.

        Examples
        --------
        >>> Person(months_in_role=6, done={"mba"}).to_dict()
        {'months_in_role': 6, 'done': ['mba']}
        """
        said = {
            "role": self.role,
            "months_in_role": self.months_in_role,
            "skills": dict(self.skills),
            "done": sorted(self.done),
            "learning": dict(self.learning),
        }
        return {key: value for key, value in said.items() if value or value == 0}
