"""The figures that a framework does not give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladder.errors import LadderError
from ladder.model import FrozenDict
from ladder.whole import whole

MOST_MONTHS = 1200
"""As many as a ladder file may say."""

MOST_SIDE_MOVES = 1000


class BadAssumptions(LadderError):
    """Figures that make no sense.

    Parameters
    ----------
    faults : mapping of str to str
        From a figure's name to what it must be.
    """

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = FrozenDict(faults)
        super().__init__("\n".join(f"{name} {fault}" for name, fault in faults.items()))


@dataclass(frozen=True, slots=True)
class Assumptions:
    """The figures that a framework does not give.

    Parameters
    ----------
    levels : int
        How many levels a skill has.
    months : int
        Months in a role level after which its profile is held.
    tenure, side_months : int
        Months to be served before a promotion, and before a side move.
    side_moves : int
        Side moves from a role level, on average, at least.
    gate_below : int
        How many levels below the profile a gate asks for.
    learning_months : sequence of int
        Months to learn level 1 from none, level 2 from level 1, and so on.

    Raises
    ------
    BadAssumptions
        If a figure makes no sense; the message names every one of them.
    """

    levels: int
    months: int
    tenure: int
    side_months: int
    side_moves: int
    gate_below: int
    learning_months: Sequence[int]

    def __post_init__(self) -> None:
        faults = whole_number_faults(
            {
                "months": (self.months, MOST_MONTHS),
                "tenure": (self.tenure, MOST_MONTHS),
                "side_months": (self.side_months, MOST_MONTHS),
                "side_moves": (self.side_moves, MOST_SIDE_MOVES),
                "gate_below": (self.gate_below, self.levels),
            }
        )
        faults |= learning_faults(self.learning_months, self.levels)
        if faults:
            raise BadAssumptions(faults)


def whole_number_faults(figures: Mapping[str, tuple[object, int]]) -> dict[str, str]:
    """Say what is wrong with figures that are to be whole numbers from 0.

    From a figure's name to what it must be; only of those that are wrong.

    Examples
    --------
    >>> whole_number_faults({"tenure": (24, 1200), "months": (-1, 1200)})
    {'months': 'must be a whole number from 0 to 1200, not -1'}
    """
    return {
        name: f"must be a whole number from 0 to {most}, not {value!r}"
        for name, (value, most) in figures.items()
        if not is_whole(value, 0, most)
    }


def learning_faults(months: Sequence[int], levels: int) -> dict[str, str]:
    """Say what is wrong with the months of learning, if anything is.

    As of `whole_number_faults`.
    """
    learning = list(months)
    whole = all(is_whole(value, 1, MOST_MONTHS) for value in learning)
    if len(learning) == levels and whole and learning == sorted(learning):
        return {}
    wanted = f"must be {levels} whole numbers from 1 to {MOST_MONTHS}, one for each level, "
    found = f"none smaller than the one before it, not {', '.join(map(str, learning))}"
    return {"learning_months": wanted + found}


def is_whole(value: object, least: int, most: int) -> bool:
    """Tell whether a value is a whole number in a range."""
    value = whole(value)
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
