"""What somebody wants of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from ladder import Ladder, LadderError, find_role

if TYPE_CHECKING:  # only a question in plain words needs it
    from .question_wishes import Wished


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

    def check(
        self, ladder: Ladder, *, source: str | None = None, target: str | None = None
    ) -> None:
        """Refuse what no way can keep, whatever the ladder has in it.

        Parameters
        ----------
        ladder : Ladder
        source, target : str, optional
            Ids of the roles in which the way begins and ends, where these are given.

        Raises
        ------
        LadderError
            If a role is to be entered, or stood in, that is to be avoided; or if there is none of
            that name.
        """
        around = {find_role(ladder, typed).id: typed for typed in self.avoid}
        through = [(find_role(ladder, typed).id, f"--via {typed}") for typed in self.via]
        ends = ((source, "the role to start from"), (target, "the role to get to"))
        for role, wish in (*ends, *through):
            if role in around:
                raise LadderError(
                    f"--avoid {around[role]} and {wish} contradict each other: both are "
                    f"{ladder.roles[role].name}; leave one of them out"
                )

    def adding(self, said: Wished, ladder: Ladder) -> Wishes:
        """Add what a question wishes.

        Parameters
        ----------
        said : Wished
        ladder : Ladder

        Returns
        -------
        Wishes

        Raises
        ------
        LadderError
            If it contradicts the options.
        """
        via = tuple(find_role(ladder, role).id for role in self.via)
        pairs = [
            ("--within", said.within, self.within),
            ("--max-cost", said.max_cost, self.max_cost),
            ("--by", said.by, self.by if self.by != "months" else None),
            ("--via", ", ".join(said.via) or None, ", ".join(via) or None),
        ]
        for option, one, other in pairs:
            if None not in (one, other) and one != other:
                raise LadderError(
                    f"the question says {option} {one} in other words, and the option says "
                    f"{other}; leave one of them out"
                )
        return self._replace(
            by=said.by or self.by,
            via=self.via or said.via,
            avoid=(*self.avoid, *said.avoid),
            without=(*self.without, *said.without),
            max_cost=self.max_cost if said.max_cost is None else said.max_cost,
            within=self.within if said.within is None else said.within,
        )
