"""A file as plain data, with the place of everything in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Protocol, TypeAlias

from ladder.errors import FileProblems, Problem

Steps: TypeAlias = tuple[str | int, ...]

# A framework of 5,000 roles and 15,000 skills, with a way to learn each level, holds 700,000.
MOST_VALUES = 1_000_000
TOO_MANY_VALUES = f"the file holds more than {MOST_VALUES:,} values"
MOST_FAULTS = 1_000
"""That are told of a file; nobody reads more, and a hostile one has hundreds of thousands."""


class Spot(Protocol):
    """A place in a text, counted from 0; PyYAML's marks are such."""

    @property
    def line(self) -> int: ...  # noqa: D102
    @property
    def column(self) -> int: ...  # noqa: D102


class At(NamedTuple):
    """A spot of one's own making."""

    line: int
    column: int


START = At(0, 0)


class Entry(NamedTuple):
    """Where an entry of a mapping or a list stands; in a list the key is the value.

    Without a file it stands in the document's own.
    """

    key: Spot
    value: Spot
    file: str | None = None


# By the identity of the mapping or list, so that what an alias shares is written down once.
Places: TypeAlias = dict[int, dict[str | int, Entry]]


class Fault(NamedTuple):
    """Something wrong, at the end of a path of keys and indices into the data."""

    steps: Steps
    message: str
    at_key: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: mappings, lists, texts, numbers, booleans and None."""

    file: str
    data: list[Any]
    """The root, inside a list of one, so that it has a place like everything in it."""
    places: Callable[[], Places]
    """Called only when something is wrong."""
    problems: tuple[Problem, ...] = ()
    """What was wrong with the text already, such as a key given twice."""

    @property
    def root(self) -> Any:
        """The data itself."""
        return self.data[0]

    def check(self, faults: Iterable[Fault]) -> None:
        """Refuse the document if anything is wrong with it."""
        if problems := self.refused(faults):
            raise FileProblems(problems)

    def refused(self, faults: Iterable[Fault]) -> list[Problem]:
        """Problems of the text, and the faults that those have not named already."""
        faults = list(faults)
        if not faults:
            return list(self.problems)
        known = {(problem.line, problem.column) for problem in self.problems}
        found = dict.fromkeys(self.locate(faults[:MOST_FAULTS]))
        fresh = [problem for problem in found if (problem.line, problem.column) not in known]
        if fresh and (more := len(faults) - MOST_FAULTS) > 0:
            last = fresh[-1]
            fresh[-1] = replace(last, message=f"{last.message}; and {more:,} more problems")
        return [*self.problems, *fresh]

    def locate(self, faults: Iterable[Fault]) -> list[Problem]:
        """Give each fault its place, in the order of the faults."""
        faults = list(faults)
        places = self.places() if faults else {}
        return [self._problem(places, fault) for fault in faults]

    def files(self) -> frozenset[str]:
        """Files in which its entries stand: its own, and those of what it extends."""
        entries = (entry for held in self.places().values() for entry in held.values())
        return frozenset(entry.file or self.file for entry in entries)

    def _problem(self, places: Places, fault: Fault) -> Problem:
        """Give a fault its place; what is not written, such as a gate left out, is where it is."""
        entry, value, at_key = places[id(self.data)][0], self.root, fault.at_key
        for step in fault.steps:
            written = places[id(value)] if isinstance(value, dict | list) else {}
            if step not in written:
                at_key = False
                break
            entry, value = written[step], value[step]
        spot = entry.key if at_key else entry.value
        return Problem(entry.file or self.file, spot.line + 1, spot.column + 1, fault.message)


def values_in(root: Any) -> int:
    """How many values there are, each alias counted as all that it stands for.

    >>> values_in({"name": "Craft", "levels": ["low", "high"]})
    5
    """
    number, waiting = 0, [root]
    while waiting:
        number += 1
        value = waiting.pop()
        if isinstance(value, dict):
            waiting += value.values()
        elif isinstance(value, list):
            waiting += value
    return number
