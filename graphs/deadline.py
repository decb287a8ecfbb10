"""What may take long: until when, which nothing else looks at a clock for, and how far it is."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from time import monotonic

Telling = Callable[[int, int], None]
"""Told again and again how much of how much is done."""


class TimeUp(Exception):
    """The deadline came before something was proven."""


class Deadline:
    """When a time limit ends.

    Parameters
    ----------
    seconds : float
        From now on.
    clock : callable, optional
        Gives seconds, counted from any moment. Left out: the machine's clock.

    Raises
    ------
    ValueError
        There is no such number of seconds.

    Examples
    --------
    >>> now = 0
    >>> deadline = Deadline(10, clock=lambda: now)
    >>> half = deadline.share(1 / 2)
    >>> now = 7
    >>> half.passed, deadline.passed, deadline.left
    (True, False, 3)
    """

    __slots__ = "_clock", "_end", "_seconds"

    def __init__(self, seconds: float, clock: Callable[[], float] = monotonic) -> None:
        if not seconds >= 0:
            raise ValueError(f"time_limit is a number of seconds from 0, not {seconds!r}")
        self._seconds = seconds
        self._clock = clock
        self._end = clock() + seconds

    @classmethod
    def of(cls, time_limit: float | Deadline) -> Deadline:
        """Take a time limit either way that it may be given.

        Parameters
        ----------
        time_limit : float or Deadline
            Seconds from now on; a deadline is taken as it is.

        Returns
        -------
        Deadline
        """
        return time_limit if isinstance(time_limit, Deadline) else cls(time_limit)

    @property
    def left(self) -> float:
        """Seconds that are left; below 0 once it has passed."""
        return self._end - self._clock()

    @property
    def passed(self) -> bool:
        """Whether no time is left."""
        return self._clock() >= self._end

    def check(self) -> None:
        """Raise ``TimeUp`` if no time is left."""
        if self._clock() >= self._end:
            raise TimeUp

    def share(self, part: float, least: float = 0) -> Deadline:
        """Make a deadline for part of what is left.

        Parameters
        ----------
        part : float
            From 0 to 1.
        least : float
            Seconds that it is no less than, unless fewer are left.

        Returns
        -------
        Deadline
            No later than this one.
        """
        now = self._clock()
        share = copy(self)
        share._seconds = max(least, part * (self._end - now))
        share._end = min(self._end, now + share._seconds)
        return share

    def again(self) -> Deadline:
        """Begin anew, with as many seconds as there were at first.

        Returns
        -------
        Deadline
        """
        return Deadline(self._seconds, self._clock)


def nobody(done: int, total: int) -> None:
    """Tell nobody."""


def only_forward(progress: Telling) -> Telling:
    """Tell of no less done than has been told before.

    Examples
    --------
    >>> tell = only_forward(print)
    >>> tell(2, 9)
    2 9
    >>> tell(1, 9)
    2 9
    """
    most = 0

    def tell(done: int, total: int) -> None:
        nonlocal most
        most = max(most, done)
        progress(most, total)

    return tell
