"""What the changes to a ladder do to people: routes made longer or shorter, opened or closed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from .ladder_diff import Change, LadderDiff

Turn: TypeAlias = Literal["closed", "opened", "longer", "shorter"]
TURNS: tuple[Turn, ...] = ("closed", "opened", "longer", "shorter")

Pair: TypeAlias = tuple[str, str]
"""Ids of the two ends of a route."""


@dataclass(frozen=True, slots=True)
class Route:
    """The best plan by months on a route, in one version.

    Parameters
    ----------
    months, moves : int
        How long it takes, and in how many moves.
    cost : int or float
        Of the activities begun on the way, in that version's currency.
    roles : tuple of str
        Ids of the roles on the way, both ends included.
    """

    months: int
    moves: int
    cost: int | float
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChangedRoute:
    """A route whose months are others, that has opened, or that has closed.

    Parameters
    ----------
    source, target : str
        Ids of its ends, in the new version.
    before, after : Route or None
        None where there is no way, however long one takes.
    through : tuple of Change
        Empty where the time limit came first.
    alone : bool
        Whether each of these, made alone, brings the new months; otherwise all of them together do,
        and none of them can be left out.
    """

    source: str
    target: str
    before: Route | None
    after: Route | None
    through: tuple[Change, ...] = ()
    alone: bool = False

    @property
    def turn(self) -> Turn:
        """What became of it."""
        if self.before is None or self.after is None:
            return "opened" if self.before is None else "closed"
        return "longer" if self.after.months > self.before.months else "shorter"


@dataclass(frozen=True, slots=True)
class ChangedRoutes:
    """What the differences between two versions do to people.

    Parameters
    ----------
    diff : LadderDiff
    sources, targets : tuple of str
        The roles that were asked about, each source with each target.
    changed : tuple of ChangedRoute
        The closed ones first, then the opened, the longer and the shorter ones; by the months
        that they differ, the most first.
    unchanged : int
        How many routes are proven to take as many months as before, or to be closed as before.
    undecided : tuple of (str, str)
        The routes for which the time limit came first.
    """

    diff: LadderDiff
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    changed: tuple[ChangedRoute, ...]
    unchanged: int
    undecided: tuple[Pair, ...]

    def to_dict(self) -> dict[str, Any]:
        """The routes as plain data, ready for JSON; changes by their place in the diff's."""
        places = {(one.what, one.key, one.part): at for at, one in enumerate(self.diff.changes)}
        return {
            "from": list(self.sources),
            "to": list(self.targets),
            "changed": [
                {
                    "from": one.source,
                    "to": one.target,
                    "turn": one.turn,
                    "before": _plain(one.before),
                    "after": _plain(one.after),
                    "through": [places[by.what, by.key, by.part] for by in one.through],
                    "alone": one.alone,
                }
                for one in self.changed
            ],
            "unchanged": self.unchanged,
            "undecided": [{"from": source, "to": target} for source, target in self.undecided],
        }


def _plain(route: Route | None) -> dict[str, Any] | None:
    if route is None:
        return None
    return {
        "months": route.months,
        "moves": route.moves,
        "cost": route.cost,
        "roles": list(route.roles),
    }
