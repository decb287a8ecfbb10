"""What somebody wants of the way."""

from __future__ import annotations

from typing import Any, NamedTuple


class Wishes(NamedTuple):
    """What is asked of a path, in the words of ``graphs.growth_path``.

    Parameters
    ----------
    by : {"months", "moves", "cost"}
        What is to be least.
    via, avoid : tuple of str
        Roles to go through, in this order, and roles not to enter.
    without : tuple of str
        Activities that are out of the question.
    max_cost : float or None
        The most that the activities may cost.
    within : int or None
        The most months that it may take.
    time_limit : float
        Seconds that they will wait.
    """

    by: str = "months"
    via: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    max_cost: float | None = None
    within: int | None = None
    time_limit: float = 10.0

    @property
    def of_any_way(self) -> dict[str, Any]:
        """Those that may be asked of the ways between many roles."""
        names = ("avoid", "without", "max_cost", "within", "time_limit")
        return {name: getattr(self, name) for name in names}
