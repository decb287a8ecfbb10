"""Telling how far something is that takes its time."""

from __future__ import annotations

from collections.abc import Callable

Telling = Callable[[int, int], None]
"""Told again and again how much of how much is done."""


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
