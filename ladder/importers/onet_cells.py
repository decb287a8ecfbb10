"""The cells of O*NET's tables: each read and checked, and what is wrong with it noted."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from ladder.errors import Problem
from ladder.folding import fold
from ladder.nearest import Hints
from ladder.wording import MOST_LISTED, listed, quoted

from .table import Row

_DECIMAL = re.compile(r"\d{1,6}(\.\d{1,6})?").fullmatch
_WHOLE = re.compile(r"\d{1,6}").fullmatch
FLAGS = {"y": True, "n": False, "n/a": False, "": False}


@dataclass(slots=True)
class Cells:
    """Reads cells, and keeps every problem met.

    Parameters
    ----------
    problems : list of Problem
        What is wrong so far.
    """

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

        Parameters
        ----------
        row : Row
        column : str
        choices : collection of str
        what : str
            What such a text is called.
        """
        text = row[column]
        if text in choices:
            return text
        place = row.file, column, text
        if place in self._told:
            return None
        self._told.add(place)
        advice = self._hints.hint(text, choices)
        if not advice and len(choices) <= MOST_LISTED:
            advice = f"; expected {listed(choices)}"
        self.fault(row, column, f"no {what} {quoted(text)}{advice}")
        return None

    def number(self, row: Row, column: str, ends: tuple[int, int]) -> float | None:
        """Read a number on a scale; None where it is none."""
        text = row[column]
        least, most = ends
        if _DECIMAL(text) and least <= float(text) <= most:
            return float(text)
        self.fault(row, column, f"{quoted(text)} should be a number from {least} to {most}")
        return None

    def whole(self, row: Row, column: str, ends: tuple[int, int]) -> int | None:
        """Read a whole number within a range; None where it is none."""
        text = row[column]
        least, most = ends
        if _WHOLE(text) and least <= int(text) <= most:
            return int(text)
        self.fault(row, column, f"{quoted(text)} should be a whole number from {least} to {most}")
        return None

    def flag(self, row: Row, column: str) -> bool | None:
        """Read Y or N; a blank cell and "n/a" are no."""
        flag = FLAGS.get(fold(row[column]))
        if flag is None:
            self.fault(row, column, f"{quoted(row[column])} should be Y or N, or nothing")
        return flag

    def once(self, key: object, value: object, row: Row, column: str) -> bool:
        """Tell whether a cell says something new; note where it contradicts a row above.

        Parameters
        ----------
        key : object
            What the cell is about.
        value : object
            What it says of it.
        row : Row
        column : str
        """
        before, above = self._first.setdefault(key, (value, row))
        if above is not row and before != value:
            self.fault(
                row,
                column,
                f"{quoted(row[column])} here, but {quoted(above[column])} for the same in line "
                f"{above.line}; expected one of them",
            )
        return above is row
