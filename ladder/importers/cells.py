"""Cells of tables, read with every problem in them noted, as imports of several tables need it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import TypeVar

from ladder.errors import Problem
from ladder.matching import Hints, fold
from ladder.wording import MOST_LISTED, listed, quoted

from .tables import Row

_DECIMAL = re.compile(r"\d{1,6}(\.\d{1,6})?").fullmatch
_WHOLE = re.compile(r"\d{1,6}").fullmatch
FLAGS = {"y": True, "n": False, "n/a": False, "": False}
N = TypeVar("N", int, float)


@dataclass(slots=True)
class Cells:
    """Reads cells, and keeps every problem met."""

    problems: list[Problem] = field(default_factory=list)
    _first: dict[object, tuple[object, Row]] = field(default_factory=dict)
    _told: set[tuple[str, str, str]] = field(default_factory=set)
    _hints: Hints = field(default_factory=Hints)

    def fault(self, row: Row, column: str, message: str) -> None:
        """Note what is wrong with a cell."""
        self.problems.append(row.problem(column, message))

    def choice(self, row: Row, column: str, choices: Collection[str], what: str) -> str | None:
        """Read one of some texts; None where it is none of them.

        A wrong one is told where it first stands in a table, and not in each of its many rows.
        """
        text = row[column]
        if text in choices:
            return text
        place = row.file, column, text
        if place in self._told:
            return None
        self._told.add(place)
        advice = self._hints.hint(text, choices)
        if not choices:
            advice = "; there is none at all"
        elif not advice and len(choices) <= MOST_LISTED:
            advice = f"; expected {listed(choices)}"
        self.fault(row, column, f"no {what} {quoted(text)}{advice}")
        return None

    def absent(self, row: Row, column: str, what: str, elsewhere: str) -> None:
        """Note an address that another table lacks, where it first stands."""
        place = row.file, column, row[column]
        if place not in self._told:
            self._told.add(place)
            which = quoted(row[column].rpartition("/")[2])
            wanted = f"expected {elsewhere} to be whole, and of the same version"
            self.fault(row, column, f"no {what} {which} in {elsewhere}; {wanted}")

    def number(self, row: Row, column: str, ends: tuple[int, int], kind: type[N]) -> N | None:
        """Read a number on a scale, a whole one where that is the kind; None where it is none."""
        text = row[column]
        least, most = ends
        is_one, called = (_WHOLE, "whole number") if kind is int else (_DECIMAL, "number")
        if is_one(text) and least <= kind(text) <= most:
            return kind(text)
        self.fault(row, column, f"{quoted(text)} should be a {called} from {least} to {most}")
        return None

    def flag(self, row: Row, column: str) -> bool | None:
        """Read Y or N; a blank cell and "n/a" are no."""
        flag = FLAGS.get(fold(row[column]))
        if flag is None:
            self.fault(row, column, f"{quoted(row[column])} should be Y or N, or nothing")
        return flag

    def once(self, key: object, value: object, row: Row, column: str) -> bool:
        """Tell whether a cell says something new; note where it contradicts a row above."""
        before, above = self._first.setdefault(key, (value, row))
        if above is not row and before != value:
            self.fault(
                row,
                column,
                f"{quoted(row[column])} here, but {quoted(above[column])} for the same in line "
                f"{above.line}; expected one of them",
            )
        return above is row
