"""The question: the shortest growth path from one role to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ladder import InvalidPerson, Ladder, Person, find_activity, find_role, validate_person

from .answer import Blocker, GrowthPath, NoGrowthPath, SearchLimit
from .blockers import blockers_of
from .calendar import stays_and_learning
from .itinerary import Itinerary
from .labels import Label
from .order import ORDERS
from .planner import Planner, planner_of
from .search import Found, Search
from .start import Start


def growth_path(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    by: str = "months",
    via: Sequence[str] = (),
    avoid: Iterable[str] = (),
    without: Iterable[str] = (),
    max_cost: float | None = None,
    within: int | None = None,
    time_limit: float = 10.0,
) -> GrowthPath:
    """Find the shortest growth path.

    Parameters
    ----------
    ladder : Ladder
    source, target : str
        Two roles, by id, name or alias.
    person : Person, optional
        Where the person stands. Left out: an established holder of ``source``, who has been in it
        longer than any transition asks and holds all that it develops.
    by : {"months", "moves", "cost"}
        What is to be least: months, then moves, then cost; or moves, months, cost; or cost, months,
        moves. What is still equal is decided by role ids, then the transitions' order, then
        fewer activities and their ids, then the earlier moves.
    via : sequence of str
        Roles to be entered on the way, in this order.
    avoid : iterable of str
        Roles not to be entered.
    without : iterable of str
        Activities that are out of the question, by id or name.
    max_cost : float, optional
        The most that the activities may cost, in the ladder's currency.
    within : int, optional
        The most months that it may take.
    time_limit : float
        Seconds, after which the best path so far is given, with what is proven.

    Returns
    -------
    GrowthPath
        Proven to be the best where ``optimal`` is true.

    Raises
    ------
    NoGrowthPath
        There is none, however long one takes, and ``blockers`` say why; or none within ``max_cost``
        and ``within``, and ``least`` has the best there are without the one and the other.
    SearchLimit
        The time was up before any path was found.
    UnknownName
        A role is not in the ladder.
    InvalidPerson
        The person does not fit the ladder, or stands in another role than ``source``.

    Notes
    -----
    Best-first search over labels, as in A* [1]_, with dominance between labels and learning laid
    into idle months backwards. NP-hard, so exponential at worst; quick on ladders as people write
    them.

    References
    ----------
    .. [1] P. E. Hart, N. J. Nilsson, B. Raphael, "A formal basis for the heuristic determination of
       minimum cost paths", IEEE Transactions on Systems Science and Cybernetics 4(2), 1968.

    Examples
    --------
    >>> from ladder import bundled
    >>> path = growth_path(bundled("product-management"), "APM", "Product Manager")
    >>> path.roles
    ('associate-product-manager', 'product-manager')
    >>> path.optimal
    True
    """
    if by not in ORDERS:
        raise ValueError(f"by is one of {', '.join(ORDERS)}; not {by!r}")
    person = person or Person()
    validate_person(ladder, person)
    source, target = _role_id(ladder, source), _role_id(ladder, target)
    if person.role not in (None, source):
        raise InvalidPerson(
            f"the person is {ladder.roles[person.role].name}, but the question starts from "
            f"{ladder.roles[source].name}; leave one of them out"
        )
    planner = planner_of(ladder)
    number = planner.encoded.number
    route = Itinerary(
        number[target],
        [number[_role_id(ladder, role)] for role in via],
        [number[_role_id(ladder, role)] for role in avoid],
    )
    asked = _Asked(
        planner,
        source,
        target,
        person,
        planner.start(source, person, [find_activity(ladder, name).id for name in without]),
        route,
        time_limit,
    )
    path = asked.best(by, within, max_cost)
    if path is not None:
        return path
    least = asked.least(within, max_cost)
    raise NoGrowthPath(ladder, source, target, () if least else asked.blockers(), least)


@dataclass
class _Asked:
    """A question made ready, which may be asked again under other limits."""

    planner: Planner
    source: str
    target: str
    person: Person
    start: Start
    route: Itinerary
    time_limit: float
    search: Search | None = None

    def best(self, by: str, within: int | None, max_cost: float | None) -> GrowthPath | None:
        """Find the best plan within limits; None where there is none."""
        limits = self.planner.limits(self.route, within, max_cost)
        self.search = self.planner.search(self.start, self.route, by, limits, self.time_limit)
        found = self.search.run()
        if found.label is not None:
            return self._path(found, found.label)
        if found.proven:
            return None
        raise SearchLimit(self.planner.ladder, self.source, self.target, found.bound)

    def least(self, within: int | None, max_cost: float | None) -> list[GrowthPath]:
        """Find what it would take: the fewest months at that cost, the least cost in that time."""
        paths: list[GrowthPath | None] = []
        if within is not None:
            paths.append(self.best("months", None, max_cost))
        if max_cost is not None:
            paths.append(self.best("cost", within, None))
        if paths == [None, None]:
            paths = [self.best("months", None, None), self.best("cost", None, None)]
        return [path for path in paths if path is not None]

    def blockers(self) -> tuple[Blocker, ...]:
        """Say which gates stay closed."""
        met = self.search.met() if self.search else []
        return blockers_of(self.planner.ladder, self.planner.encoded, self.start, self.route, met)

    def _path(self, found: Found, end: Label) -> GrowthPath:
        encoded = self.planner.encoded
        stays, learning = stays_and_learning(self.planner.ladder, encoded, self.start, end)
        return GrowthPath(
            ladder=self.planner.ladder,
            source=self.source,
            target=self.target,
            months=end.now,
            moves=end.moves,
            cost=encoded.price(end.cost),
            months_in_role=self.person.months_in_role,
            skills=encoded.levels(self.start.held),
            stays=stays,
            learning=learning,
            optimal=found.proven,
            bound=found.bound,
        )


def _role_id(ladder: Ladder, text: str) -> str:
    return text if text in ladder.roles else find_role(ladder, text).id
