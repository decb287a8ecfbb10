"""What a plan must not exceed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .labels import Label
from .learning import NEVER


@dataclass(frozen=True, slots=True)
class Limits:
    """The most months and the most cost of a plan.

    Parameters
    ----------
    months : int
        From now to the end.
    cost : int
        In the encoded ladder's smallest unit.
    ahead : sequence of sequence of int
        Least months from each role to the end, by the roles of ``via`` entered and role number;
        empty where the months are not limited.
    """

    months: int = NEVER
    cost: int = NEVER
    ahead: Sequence[Sequence[int]] = ()

    def exceeded(self, label: Label) -> bool:
        """Tell whether no plan that continues a label can keep to the limits."""
        if label.cost > self.cost:
            return True
        if not self.ahead:
            return False
        return label.now + self.ahead[label.state[0]][label.role] > self.months
