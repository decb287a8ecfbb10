"""More than one answer: what is to be had for less, and which other ways there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Unpack

from graphs.deadline import Deadline
from graphs.plans.path import GrowthPath, SearchLimit, head
from graphs.wishes import WishedOfAll, WishedOfBest, Wishes, wishing
from ladder import Ladder, Person
from ladder.jupyter import Drawn
from ladder.whole import whole
from ladder.wording import told

from .question import Question


@dataclass(frozen=True, slots=True)
class Choices(Drawn):
    """Plans to choose from.

    Parameters
    ----------
    found : tuple of GrowthPath
        At least one; all but the last are proven, and the last where it is ``optimal``.
    complete : bool
        Whether all of them are proven, and none is missing; otherwise the time limit came first.
    """

    found: tuple[GrowthPath, ...]
    complete: bool

    def __repr__(self) -> str:
        first = self.found[0]
        ways = (f"{path.months} months for {path.cost:,}" for path in self.found)
        complete = "" if self.complete else "; not complete"
        ends = f"{len(self.found)} from {first.source} to {first.target}{complete}"
        return told("Choices", ends, *ways)

    def to_dict(self) -> dict[str, Any]:
        """The plans as plain data, ready for JSON.

        The status is ``found`` where they are complete, else ``limit``.
        """
        first = self.found[0]
        status = "found" if self.complete else "limit"
        answer = head(first.ladder, status, self.complete)
        answer |= {"from": first.source, "to": first.target, "complete": self.complete}
        return answer | {"paths": [path.to_dict() for path in self.found]}


@wishing(WishedOfAll)
def frontier(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    time_limit: float | Deadline = 10.0,
    **wishes: Unpack[WishedOfAll],
) -> Choices:
    """Find a plan for every pair of months and cost that no plan beats in both.

    Parameters
    ----------
    ladder, source, target, person, via, avoid, without
        As for ``growth_path``.
    time_limit : float or Deadline
        Seconds for all plans together.

    Returns
    -------
    Choices
        The quickest first, each cheaper than the one before; its ``wishes`` are that it costs no
        more, so that asked again it is the answer.

    Raises
    ------
    NoGrowthPath, SearchLimit, UnknownName, InvalidPerson
        As ``growth_path``, about the first plan.

    Examples
    --------
    >>> from ladder import bundled
    >>> paths = frontier(bundled("product-management"), "analyst", "spm").found
    >>> all(one.months < two.months and one.cost > two.cost for one, two in zip(paths, paths[1:]))
    True
    """
    question = Question.prepare(ladder, source, target, person, Wishes(**wishes), time_limit)
    asked = _Shared(question)
    best = asked.best()
    if best is None:
        raise question.refusal()
    least = asked.least_cost() if best.optimal and best.cost else 0
    paths = [best]
    while paths[-1].optimal and paths[-1].cost > least:
        # Half of the least difference that costs can have.
        below = paths[-1].cost - 0.5 / question.planner.encoded.cost_unit
        cheaper = asked.another(max_cost=below)
        if cheaper is None:
            break
        if cheaper.months == paths[-1].months:  # it takes more moves, which do not count here
            paths.pop()
        paths.append(cheaper)
    priced = (replace(path, wishes=replace(path.wishes, max_cost=path.cost)) for path in paths)
    return asked.choices([*priced])


@wishing(WishedOfBest)
def alternatives(
    ladder: Ladder,
    source: str,
    target: str,
    count: int,
    *,
    person: Person | None = None,
    time_limit: float | Deadline = 10.0,
    **wishes: Unpack[WishedOfBest],
) -> Choices:
    """Find the best plans whose sequences of roles differ.

    Parameters
    ----------
    ladder, source, target, person, by, via, avoid, without, max_cost, within
        As for ``growth_path``.
    count : int
        How many, at least 1.
    time_limit : float or Deadline
        Seconds for all plans together.

    Returns
    -------
    Choices
        The best first; fewer than ``count`` where there are no more.

    Raises
    ------
    NoGrowthPath, SearchLimit, UnknownName, InvalidPerson
        As ``growth_path``, about the first plan.

    Examples
    --------
    >>> from ladder import bundled
    >>> choices = alternatives(bundled("product-management"), "analyst", "pm", 2)
    >>> [path.roles[1] for path in choices.found]
    ['product-manager', 'associate-product-manager']
    """
    count = whole(count)
    if not count >= 1:
        raise ValueError(f"count is how many plans, at least 1; not {count!r}")
    question = Question.prepare(ladder, source, target, person, Wishes(**wishes), time_limit)
    asked = _Shared(question)
    best = asked.best()
    if best is None:
        raise question.refusal()
    paths = [best]
    while len(paths) < count and paths[-1].optimal:
        other = asked.another(excluded=[path.roles for path in paths])
        if other is None:
            break
        paths.append(other)
    return asked.choices(paths)


class _Shared:
    """A question that is asked again and again within one time limit."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._complete = True

    def best(
        self, *, share: float = 1, excluded: Iterable[Sequence[str]] = (), **wishes: Any
    ) -> GrowthPath | None:
        """Ask with what is left of the time, or with a share of it; and with other wishes."""
        question = self._question.wishing(**wishes)
        return replace(question, deadline=question.deadline.share(share)).best(excluded=excluded)

    def another(self, **how: Any) -> GrowthPath | None:
        """Ask for one more plan; None, too, where the time limit comes before any."""
        try:
            return self.best(**how)
        except SearchLimit:
            self._complete = False
            return None

    def least_cost(self) -> float:
        """The least cost of any plan, as far as half of the time left suffices to prove it."""
        try:
            cheapest = self.best(by="cost", share=0.5)
        except SearchLimit:
            return 0
        return cheapest.cost if cheapest and cheapest.optimal else 0

    def choices(self, paths: Sequence[GrowthPath]) -> Choices:
        """Put together what was found."""
        return Choices(tuple(paths), self._complete and paths[-1].optimal)
