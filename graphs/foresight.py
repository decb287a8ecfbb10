"""What a search is told of the rest of the way, so that it need not go there to know."""

from __future__ import annotations

from typing import Protocol


class Foresight(Protocol):
    """What can still matter to a plan, and whether it can still be in time."""

    def wanted(self, role: int, now: int) -> int:
        """Bits that can matter to a plan which enters a role in a month."""

    def admits(self, role: int, now: int, held: int, bank: int, missing: int = 0) -> bool:
        """Tell whether there is time left to learn what must be learnt.

        Parameters
        ----------
        role, now : int
            The role that is entered, and the month.
        held, bank : int
            What is held then, and the months banked.
        missing : int
            Bits that must be learnt in any case.
        """

    def price(self, role: int, now: int, held: int, missing: int = 0) -> int:
        """What must still be learnt costs at least; parameters as for ``admits``."""
