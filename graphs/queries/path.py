"""The question: the shortest growth path from one role to another."""

from __future__ import annotations

from typing import Unpack

from graphs.deadline import Deadline
from graphs.plans.path import GrowthPath
from graphs.wishes import WishedOfBest, Wishes, wishing
from ladder import Ladder, Person

from .question import Question


@wishing(WishedOfBest)
def growth_path(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    time_limit: float | Deadline = 10.0,
    **wishes: Unpack[WishedOfBest],
) -> GrowthPath:
    """Find the shortest growth path.

    Parameters
    ----------
    ladder : Ladder
        With its typical months; ``at_pace`` gives it with those at the fast or at the slow end.
    source, target : str
        Two roles, by id, name or alias.
    person : Person, optional
        Where the person stands. Left out: an established holder of ``source``, who has been in it
        longer than any transition asks and holds all that it develops.
    by : {"months", "moves", "cost"}
        What is to be least: months, then moves, then cost; or moves, months, cost; or cost, months,
        moves. What is still equal is decided by role ids, then the transitions' order, then
        for each gate fewer activities and their ids, then the earlier moves.
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
    time_limit : float or Deadline
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
    into idle months backwards; where that takes long, route by route, those that cannot be in time
    being ruled out before it is chosen how to learn. NP-hard, so exponential at worst; quick on
    ladders as people write them.

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
    question = Question.prepare(ladder, source, target, person, Wishes(**wishes), time_limit)
    path = question.best()
    if path is None:
        raise question.refusal()
    return path
