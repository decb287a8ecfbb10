"""A plan's question once more, from where somebody stands by now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graphs.deadline import Deadline
from graphs.plans.costs import amount, exact, spent_on
from graphs.plans.path import GrowthPath
from graphs.wishes import Wishes
from ladder import InvalidPerson, Person
from ladder.whole import whole

from .path import growth_path
from .progress import place_of

if TYPE_CHECKING:
    from fractions import Fraction


def replan(
    plan: GrowthPath, person: Person, *, month: int, time_limit: float | Deadline = 10.0
) -> GrowthPath:
    """Ask a plan's question anew, from where somebody stands.

    Parameters
    ----------
    plan : GrowthPath
    person : Person
        With the role that they are in.
    month : int
        Months since the plan began.
    time_limit : float or Deadline
        Seconds, after which the best path so far is given.

    Returns
    -------
    GrowthPath
        To the plan's target, with what is left of its wishes. In month 0, for whom the plan was
        made, it is the plan.

    Raises
    ------
    InvalidPerson
        The person does not fit the ladder, or their role is not known.
    NoGrowthPath, SearchLimit
        As `growth_path` raises them.

    Examples
    --------
    >>> from graphs import growth_path
    >>> from ladder import bundled
    >>> plan = growth_path(bundled("product-management"), "analyst", "spm", max_cost=4000)
    >>> paid = Person(role="business-analyst", done={"emotional-intelligence"})
    >>> replan(plan, paid, month=1).wishes.max_cost
    3950
    """
    if person.role is None:
        raise InvalidPerson("from where to go on cannot be told without the person's role")
    wishes = wishes_left(plan, person, month=month).taken_by(growth_path)
    ends = plan.ladder, person.role, plan.target
    return growth_path(*ends, person=person, time_limit=time_limit, **wishes)


def wishes_left(plan: GrowthPath, person: Person, *, month: int) -> Wishes:
    """What a plan's wishes leave to whoever has followed it so far.

    Parameters
    ----------
    plan : GrowthPath
    person : Person
    month : int
        Months since the plan began.

    Returns
    -------
    Wishes
        The roles that are still to be entered; what was allowed to be spent, less what the
        activities cost that were begun since; and the months allowed, less those that have passed.

    Examples
    --------
    >>> from graphs import growth_path
    >>> from ladder import bundled
    >>> plan = growth_path(bundled("product-management"), "analyst", "spm", within=60)
    >>> wishes_left(plan, Person(role="product-manager"), month=14).within
    46
    """
    wishes = plan.wishes
    left = replace(wishes, via=_via_left(plan, person, month))
    if wishes.within is not None:
        left = replace(left, within=max(wishes.within - whole(month), 0))
    if wishes.max_cost is not None:
        allowed = exact(wishes.max_cost) - _spent_since(plan, person)
        left = replace(left, max_cost=amount(max(allowed, exact(0))))
    return left


def _spent_since(plan: GrowthPath, person: Person) -> Fraction:
    """What the activities cost that somebody has begun since a plan was made."""
    before = plan.person.done | plan.person.learning.keys()
    return spent_on(plan.ladder, (person.done | person.learning.keys()) - before)


def _via_left(plan: GrowthPath, person: Person, month: int) -> tuple[str, ...]:
    """Roles that are to be gone through and have not been.

    The first role counts, as it does for the search. Off the plan's way nothing is known of what
    lies between it and the person's own.
    """
    place = place_of(plan, person, month=month)
    if place == 0:
        return tuple(plan.wishes.via)
    been = plan.roles[: place + 1] if place else (plan.source, person.role)
    left = list(plan.wishes.via)
    for role in been:
        if left and role == left[0]:
            del left[0]
    return tuple(left)
