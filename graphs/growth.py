"""The question: the shortest growth path from one role to another."""

from __future__ import annotations

from ladder import InvalidPerson, Ladder, Person, find_role, validate_person

from .answer import GrowthPath, NoGrowthPath, SearchLimit
from .blockers import blockers_of
from .calendar import stays_and_learning
from .order import ORDERS
from .planner import planner_of


def growth_path(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    by: str = "months",
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
        activity ids, then the earlier moves.
    time_limit : float
        Seconds, after which the best path so far is given, with what is proven.

    Returns
    -------
    GrowthPath
        Proven to be the best where ``optimal`` is true.

    Raises
    ------
    NoGrowthPath
        There is none, however long one takes; ``blockers`` say why.
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
    start = planner.start(source, person)
    search = planner.search(start, target, by, time_limit)
    found = search.run()
    if found.label is None:
        if found.proven:
            role = planner.encoded.number[target]
            blockers = blockers_of(ladder, planner.encoded, start, role, search.met())
            raise NoGrowthPath(ladder, source, target, blockers)
        raise SearchLimit(ladder, source, target, found.bound)
    encoded = planner.encoded
    stays, learning = stays_and_learning(ladder, encoded, start, found.label)
    return GrowthPath(
        ladder=ladder,
        source=source,
        target=target,
        months=found.label.now,
        moves=found.label.moves,
        cost=encoded.price(found.label.cost),
        months_in_role=person.months_in_role,
        skills=encoded.levels(start.held),
        stays=stays,
        learning=learning,
        optimal=found.proven,
        bound=found.bound,
    )


def _role_id(ladder: Ladder, text: str) -> str:
    return text if text in ladder.roles else find_role(ladder, text).id
