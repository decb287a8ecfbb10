"""What "best" means: the order of plans, as pairs of integers that can be added and compared.

Months and moves are packed into one integer, the weightier above the other, so that a label's
totals and the least that lies ahead of it are added in one step.
"""

from __future__ import annotations

from dataclasses import dataclass

_SHIFT = 32

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Order:
    """An order of plans; ``month`` and ``move`` are what one more of each adds to the packing."""

    month: int
    move: int
    cost_first: bool

    def key(self, packed: int, cost: int) -> Key:
        """Make the pair by which plans are compared, the least being the best."""
        return (cost, packed) if self.cost_first else (packed, cost)

    def first(self, packed: int) -> int:
        """Months or moves, whichever weighs more."""
        return packed >> _SHIFT

    def bound(self, key: Key) -> int:
        """Months that every plan needs whose pair is no less than this one, as far as it tells."""
        return key[0] >> _SHIFT if self.month > self.move and not self.cost_first else 0


ORDERS = {
    "months": Order(1 << _SHIFT, 1, cost_first=False),
    "moves": Order(1, 1 << _SHIFT, cost_first=False),
    "cost": Order(1 << _SHIFT, 1, cost_first=True),
}
"""By months (then moves, then cost), by moves (months, cost), by cost (months, moves)."""
