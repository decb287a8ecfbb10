"""What every import shares: the figures that a framework does not give, and what comes of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, NamedTuple

from ladder.errors import LadderError
from ladder.model import MOST_MONTHS, FrozenDict, Ladder
from ladder.whole import whole

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

MOST_SIDE_MOVES = 1000
MOST_SIDE_RISE = 100


class Imported(NamedTuple):
    """A ladder made of what was not one, and sentences on what was guessed and left out."""

    ladder: Ladder
    remarks: tuple[str, ...]


class BadAssumptions(LadderError):
    """Figures that make no sense; ``faults`` has what each must be, by its name."""

    def __init__(self, faults: Mapping[str, str]) -> None:
        self.faults = FrozenDict(faults)
        super().__init__("\n".join(f"{name} {fault}" for name, fault in faults.items()))


@dataclass(frozen=True, slots=True)
class Assumptions:
    """The figures for levels of roles; `BadAssumptions` are raised for those without sense."""

    levels: int
    """How many levels a skill has."""
    months: int
    """In a role, after which its profile is held where the gate into it asks for less."""
    tenure: int
    """Months to be served before a promotion."""
    side_months: int
    """Months to be served before a side move."""
    side_moves: int
    """From a role level, on average, at least, if there are so many."""
    side_near: float
    """The least share of level points that two role levels have in common with a side move."""
    side_rise: float
    """By how much the mean expected level may be higher that a side move leads to."""
    entry_months: int
    """Months to be served before a move into a rung that is open to everybody."""
    gate_below: int
    """How many levels below the profile a gate asks for."""
    learning_months: Sequence[int] | None
    """To learn level 1 from none, level 2 from level 1, and so on; None where a usual promotion is
    to take its tenure."""

    def __post_init__(self) -> None:
        most = dict.fromkeys(("months", "tenure", "side_months", "entry_months"), MOST_MONTHS)
        most |= {"side_moves": MOST_SIDE_MOVES, "gate_below": self.levels}
        faults = {}
        if not 0 <= self.side_near <= 1:  # refuses what is no number at all, too
            faults["side_near"] = f"must be from 0 to 1, not {self.side_near}"
        if not 0 <= self.side_rise <= MOST_SIDE_RISE:
            faults["side_rise"] = f"must be from 0 to {MOST_SIDE_RISE}, not {self.side_rise}"
        check_assumptions(self, self.levels, self.learning_months, most, **faults)


def check_assumptions(
    assumed: DataclassInstance,
    levels: int,
    learning_months: Sequence[int] | None,
    most: Mapping[str, int],
    **faults: str,
) -> None:
    """Refuse figures without sense, with faults found before; ``most`` has those from 0 to that.

    Whole numbers of numpy's or pandas', say, become Python's own, for they go into the ladder.
    """
    for each in fields(assumed):
        value = getattr(assumed, each.name)
        several = isinstance(value, Sequence) and not isinstance(value, str)
        own = tuple(map(whole, value)) if several else whole(value)
        object.__setattr__(assumed, each.name, own)
    figures = {name: (getattr(assumed, name), end) for name, end in most.items()}
    found = whole_number_faults(figures) | faults
    if learning_months is not None:
        found |= learning_faults(learning_months, levels)
    if found:
        raise BadAssumptions(found)


def whole_number_faults(figures: Mapping[str, tuple[object, int]]) -> dict[str, str]:
    """What figures must be that are to be whole numbers from 0 and are not, by their names.

    >>> whole_number_faults({"tenure": (24, 1200), "months": (-1, 1200)})
    {'months': 'must be a whole number from 0 to 1200, not -1'}
    """
    return {
        name: f"must be a whole number from 0 to {most}, not {value!r}"
        for name, (value, most) in figures.items()
        if not is_whole(value, 0, most)
    }


def learning_faults(months: Sequence[int], levels: int) -> dict[str, str]:
    """What the months of learning must be, if they are not."""
    learning = list(months)
    are_whole = all(is_whole(value, 1, MOST_MONTHS) for value in learning)
    if len(learning) == levels and are_whole and learning == sorted(learning):
        return {}
    wanted = f"must be {levels} whole numbers from 1 to {MOST_MONTHS}, one for each level, "
    found = f"none smaller than the one before it, not {', '.join(map(str, learning))}"
    return {"learning_months": wanted + found}


def is_whole(value: object, least: int, most: int) -> bool:
    """Tell whether a value is a whole number in a range."""
    value = whole(value)
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most
