"""The figures that a framework does not give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ladder.errors import LadderError
from ladder.frozen import FrozenDict

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
        faults = {
            name: f"must be a whole number from 0 to {most}, not {value!r}"
            for name, most in (
                ("months", MOST_MONTHS),
                ("tenure", MOST_MONTHS),
                ("side_months", MOST_MONTHS),
                ("side_moves", MOST_SIDE_MOVES),
                ("gate_below", self.levels),
            )
            if not _whole(value := getattr(self, name), 0, most)
        }
        learning = list(self.learning_months)
        whole = all(_whole(value, 1, MOST_MONTHS) for value in learning)
        if len(learning) != self.levels or not whole or learning != sorted(learning):
            faults["learning_months"] = (
                f"must be {self.levels} whole numbers from 1 to {MOST_MONTHS}, one for each level, "
                f"none smaller than the one before it, not {', '.join(map(str, learning))}"
            )
        if faults:
            raise BadAssumptions(faults)


def _whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
