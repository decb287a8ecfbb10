"""Months along a line: where each lies, and which are written out."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.month import Month

STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)  # months between ticks
LEAST_GAP = 58  # points between ticks, so that their dates stand clear of one another
NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from left to right.

    Parameters
    ----------
    left, width : float
        Where it begins, and how long it is, in points.
    months : int
        How many it covers.
    begins : Month or None
        The calendar's month that is the first; None where months only count from now.

    Examples
    --------
    >>> axis = Axis(100, 480, 48, Month(2027, 1))
    >>> axis.at(12)
    220.0
    >>> axis.ticks()[:2]
    [(0, 'Jan 2027'), (6, 'Jul 2027')]
    """

    left: float
    width: float
    months: int
    begins: Month | None = None

    def at(self, month: float) -> float:
        """Where so many months from now lie."""
        return self.left + self.width * month / max(self.months, 1)

    def ticks(self) -> list[tuple[int, str]]:
        """Months that are written out, each with what is written."""
        gap = self.width / max(self.months, 1)
        step = next((step for step in STEPS if step * gap >= LEAST_GAP), STEPS[-1])
        return [(month, self.words(month)) for month in range(0, self.months + 1, step)]

    def words(self, month: int) -> str:
        """What is written for so many months from now."""
        if self.begins is None:
            return "now" if month == 0 else str(month)
        date = self.begins.after(month)
        return f"{NAMES[date.month - 1]} {date.year}"
