"""What a plan compared with where somebody stands comes to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .answer import GrowthPath, paced
from .steps import Step

State = Literal["done", "early", "late", "due", "ahead", "dropped"]


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How far a step is.

    Parameters
    ----------
    step : Step
    state : {"done", "early", "late", "due", "ahead", "dropped"}
        Done; done before it was due; behind; due just now; not due yet; or not done though it was
        due, and needed for nothing that is still to come.
    behind : int
        Months that it is late: those since it was due, and of an activity those that are not in
        and by the plan would be.
    months_in : int
        Months that are in already, of an activity begun and not done.
    """

    step: Step
    state: State
    behind: int = 0
    months_in: int = 0

    @property
    def done(self) -> bool:
        """Whether it is."""
        return self.state in ("done", "early")


@dataclass(frozen=True, slots=True)
class Progress:
    """A plan compared with where somebody stands.

    Parameters
    ----------
    plan : GrowthPath
    role : str
        Id of the person's role.
    month : int
        Months since the plan began.
    place : int or None
        Place among the plan's stays of the one that they are in; None off the plan's way.
    steps : tuple of StepProgress
        In the plan's order.
    held : mapping of str to int
        What they hold.
    missing : mapping of str to int
        What the plan says is held by now and is not: the levels that it says.
    delay : int
        Months that they are behind, by the step that is late the longest; where none is late, less
        than 0 by the months that they are early.
    """

    plan: GrowthPath
    role: str
    month: int
    place: int | None
    steps: tuple[StepProgress, ...]
    held: Mapping[str, int]
    missing: Mapping[str, int]
    delay: int

    @property
    def next(self) -> tuple[Step, ...]:
        """What is to be done, the first due first."""
        waiting = ("late", "due", "ahead")
        return tuple(each.step for each in self.steps if each.state in waiting)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain data, ready for JSON."""
        return {
            "format": 1,
            "ladder": self.plan.ladder.name,
            **paced(self.plan.ladder),
            "from": self.plan.source,
            "to": self.plan.target,
            "role": self.role,
            "on_the_way": self.place is not None,
            "month": self.month,
            "delay": self.delay,
            "steps": [_step_dict(self.plan, each) for each in self.steps],
            "missing": {
                skill: {"planned": level, "held": self.held.get(skill, 0)}
                for skill, level in self.missing.items()
            },
        }


def _step_dict(plan: GrowthPath, each: StepProgress) -> dict[str, Any]:
    step = each.step
    answer: dict[str, Any] = {"kind": step.kind, "role": plan.stays[step.place].role}
    if step.learning is not None:
        answer["activity"] = step.learning.activity
    if step.move is not None:
        answer["to"] = step.move.to
    answer |= {"start": step.start, "end": step.end, "develops": dict(step.levels)}
    answer["state"] = each.state
    if each.behind:
        answer["behind"] = each.behind
    if each.months_in:
        answer["months_in"] = each.months_in
    return answer
