"""The figures that the O*NET database does not give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .assumptions import (
    MOST_MONTHS,
    BadAssumptions,
    is_whole,
    learning_faults,
    whole_number_faults,
)
from .onet_rows import IMPORTANCE, JOB_ZONES, LEVELS, MOST_RELATED


@dataclass(frozen=True, slots=True)
class OnetAssumptions:
    """The figures that the O*NET database does not give.

    Parameters
    ----------
    importance : float
        A gate asks for the skills of at least this importance.
    related : int
        So many of the occupations related to another can be moved to from it, the nearest first.
    months : sequence of int
        By job zone, months in an occupation after which its skills are held.
    tenure, side_months : int
        Months to be served before a move to a higher job zone, and before any other.
    gate_below : int
        How many levels below what an occupation needs its gate asks for.
    learning_months : sequence of int
        Months to learn level 1 from none, level 2 from level 1, and so on.

    Raises
    ------
    BadAssumptions
        If a figure makes no sense; the message names every one of them.
    """

    importance: float
    related: int
    months: Sequence[int]
    tenure: int
    side_months: int
    gate_below: int
    learning_months: Sequence[int]

    def __post_init__(self) -> None:
        faults = whole_number_faults(
            {
                "related": (self.related, MOST_RELATED),
                "tenure": (self.tenure, MOST_MONTHS),
                "side_months": (self.side_months, MOST_MONTHS),
                "gate_below": (self.gate_below, len(LEVELS)),
            }
        )
        least, most = IMPORTANCE
        if not least <= self.importance <= most:  # refuses what is no number at all, too
            faults["importance"] = f"must be from {least} to {most}, not {self.importance}"
        if len(self.months) != JOB_ZONES or not all(
            is_whole(value, 0, MOST_MONTHS) for value in self.months
        ):
            faults["months"] = (
                f"must be {JOB_ZONES} whole numbers from 0 to {MOST_MONTHS}, one for each job "
                f"zone, not {', '.join(map(str, self.months))}"
            )
        faults |= learning_faults(self.learning_months, len(LEVELS))
        if faults:
            raise BadAssumptions(faults)
