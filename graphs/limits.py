"""What a plan must not exceed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .bank import NEVER
from .labels import Label


@dataclass(frozen=True, slots=True)
class Limits:
    """The most months, moves and cost of a plan.

    Parameters
    ----------
    months : int
        From now to the end.
    cost : int
        In the encoded ladder's smallest unit.
    moves : int
        From now to the end.
    ahead : sequence of sequence of int
        Least months from each role to the end, by the roles of ``via`` entered and role number;
        empty where the months are not limited.
    moves_ahead : sequence of sequence of int
        Least moves, likewise.
    """

    months: int = NEVER
    cost: int = NEVER
    moves: int = NEVER
    ahead: Sequence[Sequence[int]] = ()
    moves_ahead: Sequence[Sequence[int]] = ()

    def exceeded(self, label: Label) -> bool:
        """Tell whether no plan that continues a label can keep to the limits."""
        if label.cost > self.cost:
            return True
        entered, role = label.state[0], label.role
        if self.ahead and label.now + self.ahead[entered][role] > self.months:
            return True
        return bool(self.moves_ahead) and (
            label.moves + self.moves_ahead[entered][role] > self.moves
        )
