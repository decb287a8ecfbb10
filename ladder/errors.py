"""The mistakes that a person can make with a ladder, each worded for that person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class LadderError(Exception):
    """Anything wrong with what was asked or given; its text is the whole message."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a file.

    Parameters
    ----------
    file : str
        The file as the person named it.
    line, column : int
        From 1.
    message : str
        What is wrong, what was expected, and the nearest valid choice.

    Examples
    --------
    >>> print(Problem("ladder.yaml", 3, 5, 'no role "analist"'))
    ladder.yaml:3:5: no role "analist"
    """

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class FileProblems(LadderError):
    """A file that cannot be used, with every fault in it.

    Parameters
    ----------
    problems : iterable of Problem
        Kept in the order of their places, as ``problems``.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class UnreadableFile(LadderError):
    """A file that cannot be opened: absent, a folder, or not permitted."""


class UnknownName(LadderError):
    """A name that fits nothing in the ladder, or more than one thing.

    Parameters
    ----------
    message : str
        What was looked for, and the nearest names there are.
    suggestions : iterable of str
        Ids that may have been meant, the likeliest first.
    """

    def __init__(self, message: str, suggestions: Iterable[str] = ()) -> None:
        self.suggestions = tuple(suggestions)
        super().__init__(message)


class InvalidPerson(LadderError):
    """A person who does not fit the ladder or the question."""


class NotInstalled(LadderError):
    """A package that only some commands need is not there.

    Parameters
    ----------
    what : str
        What needs it, with its verb: "writing XLSX needs".
    package : str
        The name of the package.
    extra : str
        The extra of this distribution that brings it.
    """

    def __init__(self, what: str, package: str, extra: str) -> None:
        with_it = f'"career-ladder[{extra}]"'
        super().__init__(
            f"{what} the package {package}; install it as ladder was installed: pip install "
            f"{with_it}, pipx install --force {with_it}, uv tool install {with_it}, or in a "
            f'checkout: pip install ".[{extra}]"'
        )
