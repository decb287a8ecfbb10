"""What one question gives, to compare those that answer many at once with."""

from __future__ import annotations

from typing import Any

from graphs import NoGrowthPath, growth_path
from ladder import Ladder


def single(
    ladder: Ladder, source: str, target: str, **wishes: Any
) -> tuple[int, int, float] | None:
    """Ask for the best plan, which must be proven.

    Parameters
    ----------
    ladder : Ladder
    source, target : str
    **wishes
        As for ``growth_path``.

    Returns
    -------
    (int, int, float) or None
        Its months, moves and cost; None where there is none.
    """
    try:
        path = growth_path(ladder, source, target, **wishes)
    except NoGrowthPath:
        return None
    assert path.optimal
    return path.months, path.moves, path.cost
