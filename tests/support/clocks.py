"""Clocks that go as a test wants them to, however fast the machine is."""

from __future__ import annotations

from itertools import count

from graphs import Deadline


class Clock:
    """Seconds that pass only when somebody works."""

    def __init__(self) -> None:
        self.now = 0.0

    def limit(self, seconds: float) -> Deadline:
        """Give so many seconds from now on."""
        return Deadline(seconds, lambda: self.now)


def looks(number: int) -> Deadline:
    """Give time for so many looks at the clock."""
    return Deadline(number, count().__next__)
