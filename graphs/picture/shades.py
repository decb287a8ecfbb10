"""Shades for months: the darker, the sooner.

Five blues whose lightness rises step by step, so that they keep their order in grey and to every
eye; on each, the letters are black or white, whichever reads better.
"""

from __future__ import annotations

from dataclasses import dataclass

from .style import INK, PAPER, SOFT

SHADES = ("#14457f", "#2f6fb3", "#74add1", "#abd0e6", "#dfebf7")
WHITE_ON = 2  # the first so many bear white letters

STEPS = (1, 2, 3, 6, 12, 24, 36, 48, 60, 120)  # months that a shade may stand for

ABOUT = {"fillcolor": INK, "fontcolor": PAPER, "penwidth": "2"}
UNKNOWN = {"fillcolor": PAPER, "fontcolor": INK}
UNREACHED = {"style": "rounded,filled,dashed", "color": SOFT, "fontcolor": SOFT}


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
    def up_to(cls, longest: int) -> Scale:
        """Find the finest scale that reaches so far.

        Parameters
        ----------
        longest : int
            Months.

        Returns
        -------
        Scale

        Examples
        --------
        >>> Scale.up_to(156), Scale.up_to(10), Scale.up_to(0)
        (Scale(step=36, used=5), Scale(step=2, used=5), Scale(step=1, used=1))
        """
        most = len(SHADES)
        # Beyond the longest step, whole multiples of it.
        beyond = -(-longest // (most * STEPS[-1])) * STEPS[-1]
        step = next((step for step in STEPS if step * most >= longest), beyond)
        return cls(step, max(1, -(-longest // step)))

    def tone(self, months: int) -> dict[str, str]:
        """Node attributes of a role that is so many months away."""
        return tone(max(0, -(-months // self.step) - 1))

    def words(self, place: int) -> str:
        """What a shade means, by its place from the darkest.

        Examples
        --------
        >>> Scale(36, 5).words(1), Scale(6, 2).words(0)
        ('up to 6 years', 'up to 6 months')
        """
        months = self.step * (place + 1)
        years = self.step % 12 == 0
        number, noun = (months // 12, "year") if years else (months, "month")
        return f"up to {number} {noun}{'s' if number > 1 else ''}"


def tone(place: int) -> dict[str, str]:
    """Node attributes of a shade, by its place from the darkest."""
    return {"fillcolor": SHADES[place], "fontcolor": PAPER if place < WHITE_ON else INK}
