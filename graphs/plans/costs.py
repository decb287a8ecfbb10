"""What a path costs, activity by activity and year by year.

Sums are exact: costs are decimal figures, and no fraction of a cent may get lost.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ladder import Ladder

from .schedule import Learning, Schedule

if TYPE_CHECKING:
    from fractions import Fraction

    from .month import Month

Cost = int | float


def cost_of(path: Schedule, item: Learning) -> Cost:
    """What an activity on a path costs; what was begun before is paid for."""
    if item.activity in path.person.learning:
        return 0
    return path.ladder.activities[item.activity].cost


def spent_on(ladder: Ladder, activities: Iterable[str]) -> Fraction:
    """What some activities cost together, by their ids."""
    return sum((exact(ladder.activities[name].cost) for name in activities), exact(0))


def by_year(
    costs: Iterable[tuple[int, Cost]], begins: Month | None = None
) -> list[tuple[int, Cost]]:
    """Costs by the year in which they fall, those years only in which there are any.

    Parameters
    ----------
    costs : iterable of (int, int or float)
        Each with the months from now after which it falls due.
    begins : Month, optional
        The calendar's month that is the first. Left out, years count from now, from 1.

    Returns
    -------
    list of (int, int or float)

    Examples
    --------
    >>> from graphs import Month
    >>> by_year([(0, 50), (11, 0.1), (12, 0.2), (23, 0.1), (30, 0)])
    [(1, 50.1), (2, 0.3)]
    >>> by_year([(0, 50), (11, 100)], Month(2027, 6))
    [(2027, 50), (2028, 100)]
    """
    years: dict[int, Fraction] = {}
    for month, cost in sorted(costs):
        year = begins.after(month).year if begins else month // 12 + 1
        years[year] = years.get(year, exact(0)) + exact(cost)
    return [(year, amount(cost)) for year, cost in years.items() if cost]


def exact(cost: Cost) -> Fraction:
    """A cost as the decimal figure that it was written as."""
    from fractions import Fraction  # here, as few answers add up costs

    return Fraction(str(cost))


def amount(cost: Fraction) -> Cost:
    """A cost as a number, whole where it is."""
    return int(cost) if cost.denominator == 1 else float(cost)
