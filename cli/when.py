"""Moments and spans of a path in words: as months from now, or as dates."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from ladder import Range
from ladder.wording import listed

from .look import Glyphs
from .words import ends, point, span

if TYPE_CHECKING:
    from graphs.month import Month

NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class When(NamedTuple):
    """How a path's months are called.

    Parameters
    ----------
    glyphs : Glyphs
    begins : Month or None
        The calendar's month that is the path's first; None where months only count from now.
    """

    glyphs: Glyphs = Glyphs()
    begins: Month | None = None

    def label(self, periods: Iterable[tuple[int, int]]) -> str:
        """Periods, short enough for a column.

        Examples
        --------
        >>> from graphs.month import Month
        >>> dated = When(begins=Month(2027, 1))
        >>> When().label([(0, 2), (4, 5)]), dated.label([(0, 2), (4, 5)])
        ('months 1–2 and 5', 'Jan–Feb and May 2027')
        >>> dated.label([(11, 14)])
        'Dec 2027–Feb 2028'
        """
        if self.begins is None:
            return span(periods, self.glyphs)
        return self._span(periods, self.glyphs.dash, letters=3)

    def spoken(self, periods: Iterable[tuple[int, int]]) -> str:
        """Periods, as a sentence has them.

        Examples
        --------
        >>> from graphs.month import Month
        >>> When().spoken([(0, 12)]), When(begins=Month(2027, 1)).spoken([(0, 12)])
        ('months 1–12', 'January to December 2027')
        """
        if self.begins is None:
            return span(periods, self.glyphs)
        return self._span(periods, " to ")

    def point(self, month: int, between: Range | None = None) -> str:
        """The moment of a move, which is made at the beginning of a month, and its range.

        There is none where it is the same at the fast and at the slow pace.

        Examples
        --------
        >>> from graphs.month import Month
        >>> dated = When(begins=Month(2027, 1))
        >>> When().point(12), dated.point(12), When().point(0), dated.point(0)
        ('after month 12', 'in January 2028', 'now', 'in January 2027')
        >>> When().point(12, (9, 18)), dated.point(12, (9, 18))
        ('after month 12 (9–18)', 'in January 2028 (Oct 2027–Jul 2028)')
        """
        moment = f"in {_named(self.begins.after(month))}" if self.begins else point(month)
        if between is None or between[0] == between[1]:
            return moment
        if self.begins is None:
            return f"{moment} ({ends(between, self.glyphs)})"
        return f"{moment} ({self.label([(between[0], between[1] + 1)])})"

    def by(self, month: int) -> str:
        """The moment by which something is held: the end of a month; short enough for a column.

        Examples
        --------
        >>> from graphs.month import Month
        >>> When().by(18), When(begins=Month(2027, 1)).by(18)
        ('by month 18', 'by Jun 2028')
        """
        if self.begins is None:
            return f"by month {month}"
        return f"by {_named(self.begins.after(month - 1), 3)}"

    def end_of(self, month: int) -> str:
        """The moment by which something is held, as a sentence has it.

        Examples
        --------
        >>> from graphs.month import Month
        >>> When().end_of(18), When(begins=Month(2027, 1)).end_of(18)
        ('month 18', 'the end of June 2028')
        """
        if self.begins is None:
            return f"month {month}"
        return f"the end of {_named(self.begins.after(month - 1))}"

    @property
    def now(self) -> str:
        """The very beginning."""
        return "now" if self.begins is None else "at the start"

    def _span(self, periods: Iterable[tuple[int, int]], dash: str, letters: int = 9) -> str:
        assert self.begins is not None
        months = [(self.begins.after(start), self.begins.after(end - 1)) for start, end in periods]
        parts = []
        for place, (first, last) in enumerate(months):
            following = months[place + 1][0].year if place + 1 < len(months) else None
            short = first.year == last.year == following  # the year is said with the next one
            until = _named(last, letters, year=not short)
            if first == last:
                parts.append(until)
            else:
                since = _named(first, letters, year=first.year != last.year)
                parts.append(f"{since}{dash}{until}")
        return listed(parts, "and")


def _named(month: Month, letters: int = 9, *, year: bool = True) -> str:
    """A month by its name, cut to so many letters."""
    name = NAMES[month.month - 1][:letters]
    return f"{name} {month.year}" if year else name
