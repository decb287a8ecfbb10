"""What to do next: what to begin now, what may wait, and what would help most."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ladder import Ladder, Person, find_activity

from .answer import GrowthPath, paced
from .deadline import Deadline, Telling, nobody
from .latest import Slack, slack
from .leverage import Lever, levers
from .question import Question
from .this_month import ThisMonth, this_month


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What somebody can do next on the way to a role.

    Parameters
    ----------
    path : GrowthPath
        The shortest.
    this_month : ThisMonth
        What this month may be spent on without losing one later.
    slack : tuple of Slack
        How long each activity of the path may wait.
    levers : tuple of Lever
        What would save months, the most first.
    unsettled : int
        Of how many changes it is not proven what they save, the time limit having come first.
    """

    path: GrowthPath
    this_month: ThisMonth
    slack: tuple[Slack, ...]
    levers: tuple[Lever, ...]
    unsettled: int

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        path = self.path.to_dict()
        return {
            "format": 1,
            "ladder": path["ladder"],
            **paced(self.path.ladder),
            "from": self.path.source,
            "to": self.path.target,
            "months": self.path.months,
            "this_month": {
                "idle": self.this_month.idle,
                "activities": list(self.this_month.activities),
                "complete": self.this_month.complete,
                "stay": self.this_month.stay,
            },
            "slack": [
                {"activity": item.activity, "begins": item.begins, "months": item.months}
                for item in self.slack
            ],
            "levers": [
                {
                    "skill": lever.skill,
                    "level": lever.level,
                    "activity": lever.activity,
                    "months": lever.months,
                    "proven": lever.proven,
                }
                for lever in self.levers
            ],
            "unsettled": self.unsettled,
            "path": path,
        }


def next_steps(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    via: Sequence[str] = (),
    avoid: Iterable[str] = (),
    without: Iterable[str] = (),
    max_cost: float | None = None,
    within: int | None = None,
    time_limit: float | Deadline = 10.0,
    progress: Telling = nobody,
) -> NextSteps:
    """Find what somebody can do next on the way to a role.

    Parameters
    ----------
    ladder, source, target, person, via, avoid, without, max_cost, within
        As for ``growth_path``; the fewest months are looked for.
    time_limit : float or Deadline
        Seconds for all of it; what is not proven by then is marked.
    progress : callable, optional
        Told, as changes are tried, how many are done, and of how many.

    Returns
    -------
    NextSteps

    Raises
    ------
    NoGrowthPath, SearchLimit, UnknownName, InvalidPerson
        As ``growth_path``.

    Notes
    -----
    Many questions like the first: about changes that can matter, and ways of spending this month
    that can; of those that cannot many at once.

    Examples
    --------
    >>> from ladder import bundled
    >>> steps = next_steps(bundled("product-management"), "analyst", "spm")
    >>> steps.levers[0].months > 0, steps.this_month.idle
    (True, False)
    """
    question = Question.prepare(
        ladder, source, target, person, via, avoid, without, time_limit=time_limit
    )
    path = question.best(within=within, max_cost=max_cost)
    if path is None:
        raise question.refusal(within, max_cost)
    closed = frozenset(find_activity(ladder, name).id for name in without)
    # So that there is time left for what comes behind.
    waits = slack(path, time_limit=question.deadline.share(1 / 3))
    now = ThisMonth(None, (), False, None)
    if path.optimal:
        third = replace(question, deadline=question.deadline.share(1 / 3))
        now = this_month(third, path, max_cost)
    found, unsettled = levers(question, path, closed, max_cost, progress)
    return NextSteps(path, now, waits, found, unsettled)
