"""More than one answer: what is to be had for less, and which other ways there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ladder import Ladder, Person

from .answer import GrowthPath
from .question import Question


def frontier(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    via: Sequence[str] = (),
    avoid: Iterable[str] = (),
    without: Iterable[str] = (),
    time_limit: float = 10.0,
) -> tuple[GrowthPath, ...]:
    """Find a plan for every pair of months and cost that no plan beats in both.

    Parameters
    ----------
    ladder, source, target, person, via, avoid, without
        As for ``growth_path``.
    time_limit : float
        Seconds for each plan.

    Returns
    -------
    tuple of GrowthPath
        The quickest first, each cheaper than the one before; as far as proven: it ends with the
        first plan that is not ``optimal``.

    Raises
    ------
    NoGrowthPath, SearchLimit, UnknownName, InvalidPerson
        As ``growth_path``.

    Examples
    --------
    >>> from ladder import bundled
    >>> paths = frontier(bundled("product-management"), "analyst", "spm")
    >>> all(one.months < two.months and one.cost > two.cost for one, two in zip(paths, paths[1:]))
    True
    """
    question = Question.prepare(
        ladder, source, target, person, via, avoid, without, time_limit=time_limit
    )
    best = question.best()
    if best is None:
        raise question.refusal()
    cheapest = question.best("cost")
    paths = [best]
    while cheapest and paths[-1].optimal and paths[-1].cost > cheapest.cost:
        # Half of the least difference that costs can have.
        below = paths[-1].cost - 0.5 / question.planner.encoded.cost_unit
        cheaper = question.best(max_cost=below)
        if cheaper is None:
            break
        paths.append(cheaper)
    return tuple(paths)


def alternatives(
    ladder: Ladder,
    source: str,
    target: str,
    count: int,
    *,
    person: Person | None = None,
    by: str = "months",
    via: Sequence[str] = (),
    avoid: Iterable[str] = (),
    without: Iterable[str] = (),
    max_cost: float | None = None,
    within: int | None = None,
    time_limit: float = 10.0,
) -> tuple[GrowthPath, ...]:
    """Find the best plans whose sequences of roles differ.

    Parameters
    ----------
    ladder, source, target, person, by, via, avoid, without, max_cost, within
        As for ``growth_path``.
    count : int
        How many, at least 1.
    time_limit : float
        Seconds for each plan.

    Returns
    -------
    tuple of GrowthPath
        The best first; fewer than ``count`` where there are no more. As far as proven: it ends with
        the first plan that is not ``optimal``.

    Raises
    ------
    NoGrowthPath, SearchLimit, UnknownName, InvalidPerson
        As ``growth_path``.

    Examples
    --------
    >>> from ladder import bundled
    >>> [path.roles[1] for path in alternatives(bundled("product-management"), "analyst", "pm", 2)]
    ['product-manager', 'associate-product-manager']
    """
    question = Question.prepare(
        ladder, source, target, person, via, avoid, without, time_limit=time_limit
    )
    best = question.best(by, within=within, max_cost=max_cost)
    if best is None:
        raise question.refusal(within, max_cost)
    paths = [best]
    while len(paths) < count and paths[-1].optimal:
        known = [path.roles for path in paths]
        other = question.best(by, within=within, max_cost=max_cost, excluded=known)
        if other is None:
            break
        paths.append(other)
    return tuple(paths)
