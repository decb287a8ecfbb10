"""How a search goes about it: what it looks for, and how many partial plans it keeps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Aim(Enum):
    """What a search looks for, its limits being what they are."""

    ANY_SHORTEST = "any plan of the fewest months, whatever its moves and cost"
    FEWEST_MOVES = "all that leads to plans of the fewest moves among those of the fewest months"
    BEST = "the best plan: what is equal so far is told apart by cost, and then by the tie"


@dataclass(frozen=True, slots=True)
class Exact:
    """Keep every partial plan that none makes superfluous, so that what is found is proven."""


@dataclass(frozen=True, slots=True)
class Beam:
    """Keep so many partial plans in each role, so that some plan is found soon; nothing is proven.

    What lies ahead of a role counts ``haste`` times more, which turns the search to its end.
    """

    width: int
    haste: float = 0.5


Strategy = Exact | Beam

EXACT = Exact()
