"""Faults of a list, those of the same kind in one message with all their places."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ladder.errors import FileProblems, Problem
from ladder.spreadsheet.grid import Cell, CellProblem, Grid, column_letters
from ladder.wording import listed, short, some

MOST_PROBLEMS = 200
_PLAIN = re.compile(r"[^\W\d][\w /()%.+-]{0,58}").fullmatch


class Faults:
    """Gathers what is wrong, by what it is."""

    def __init__(self) -> None:
        self._places: dict[str, list[Problem]] = {}

    def add(self, grid: Grid, cell: Cell, message: str) -> None:
        """Keep a fault; the same message may come again of other cells."""
        self._places.setdefault(message, []).append(grid.problem(cell, message))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Keep faults that are worded already."""
        for problem in problems:
            self._places.setdefault(problem.message, []).append(problem)

    def refusal(self) -> FileProblems:
        """What the file is refused with."""
        problems = [_one(message, found) for message, found in self._places.items()]
        return FileProblems(sorted(problems)[:MOST_PROBLEMS])

    def check(self) -> None:
        """Refuse the file where there are any."""
        if self._places:
            raise self.refusal()


def _one(message: str, problems: list[Problem]) -> Problem:
    first, *others = problems
    if not others:
        return first
    also = f"; also {place_in(others, first)}"
    return type(first)(first.file, first.line, first.column, message + also)


def in_yaml(text: str) -> str:
    """A heading as one writes it in a mapping file.

    >>> in_yaml("Must / nice"), in_yaml("Level: now")
    ('Must / nice', '"Level: now"')
    """
    return text if _PLAIN(text) else f'"{short(text)}"'


def place(problem: Problem, beside: Problem | None = None) -> str:
    """Where a problem is, in short beside another of the same file.

    >>> one, other = Problem("a.csv", 3, 1, ""), Problem("a.csv", 5, 1, "")
    >>> place(other, one), place(other)
    ('line 5', 'a.csv:5')
    """
    same = beside is not None and beside.file == problem.file
    if isinstance(problem, CellProblem):
        cell = f"{column_letters(problem.column - 1)}{problem.line}"
        return cell if same else f"{problem.file}!{cell}"
    return f"line {problem.line}" if same else f"{problem.file}:{problem.line}"


def place_in(problems: Iterable[Problem], first: Problem) -> str:
    """Where else something is.

    >>> places = [Problem("a.csv", line, 1, "") for line in (3, 5, 7)]
    >>> place_in(places[1:], places[0])
    'in line 5 and line 7'
    """
    words = list(dict.fromkeys(place(problem, first) for problem in problems))
    return f"in {some(words) if len(words) > 8 else listed(words, 'and')}"
