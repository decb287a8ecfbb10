"""Which shade stands for which months: the stronger, the sooner."""

from __future__ import annotations

from dataclasses import dataclass

STEPS = (1, 2, 3, 6, 12, 24, 36, 48, 60, 120)  # months that a shade may stand for


@dataclass(frozen=True, slots=True)
class Scale:
    """Which months have which shade.

    Parameters
    ----------
    step : int
        Months that each shade stands for.
    used : int
        How many shades are needed.
    """

    step: int
    used: int

    @classmethod
    def up_to(cls, longest: int, most: int = 5) -> Scale:
        """Find the finest scale that reaches so far.

        Parameters
        ----------
        longest : int
            Months.
        most : int
            How many shades there are.

        Returns
        -------
        Scale

        Examples
        --------
        >>> Scale.up_to(156), Scale.up_to(10), Scale.up_to(0)
        (Scale(step=36, used=5), Scale(step=2, used=5), Scale(step=1, used=1))
        """
        # Beyond the longest step, whole multiples of it.
        beyond = -(-longest // (most * STEPS[-1])) * STEPS[-1]
        step = next((step for step in STEPS if step * most >= longest), beyond)
        return cls(step, max(1, -(-longest // step)))

    def place(self, months: int) -> int:
        """The shade of a role that is so many months away, from 0, the soonest."""
        return max(0, -(-months // self.step) - 1)

    def words(self, place: int) -> str:
        """What a shade means, by its place from the soonest.

        Examples
        --------
        >>> Scale(36, 5).words(1), Scale(6, 2).words(0)
        ('up to 6 years', 'up to 6 months')
        """
        months = self.step * (place + 1)
        years = self.step % 12 == 0
        number, noun = (months // 12, "year") if years else (months, "month")
        return f"up to {number} {noun}{'s' if number > 1 else ''}"
