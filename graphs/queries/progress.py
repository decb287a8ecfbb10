"""Where somebody stands against a plan: what is done, what is due, and how far behind or ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import inf
from typing import Any, Literal

from graphs.plans.origins import origins
from graphs.plans.path import GrowthPath, paced
from graphs.plans.steps import Step, steps_of
from graphs.search.planner import planner_of
from ladder import FrozenDict, InvalidPerson, Person, validate_person
from ladder.jupyter import table
from ladder.whole import whole
from ladder.wording import told

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

    def __repr__(self) -> str:
        done = sum(each.done for each in self.steps)
        return told(
            "Progress",
            f"from {self.plan.source} to {self.plan.target} in month {self.month}",
            f"{done} of {len(self.steps)} steps done",
            self._timing(),
        )

    def _timing(self) -> str:
        if not self.delay:
            return "in time"
        return f"{abs(self.delay)} months {'behind' if self.delay > 0 else 'ahead'}"

    def _repr_html_(self) -> str:
        """The steps as a table, for a notebook."""
        ladder = self.plan.ladder
        ends = (ladder.roles[role].name for role in (self.plan.source, self.plan.target))
        groups = (
            (
                ladder.roles[stay.role].name,
                [
                    (str(each.step.end), each.step.in_words(ladder), each.state)
                    for each in self.steps
                    if each.step.place == place
                ],
            )
            for place, stay in enumerate(self.plan.stays)
        )
        note = f"month {self.month}, {self._timing()}"
        return table(" → ".join(ends), note, ("In", "Due after", "Step", "State"), groups)

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


def progress(plan: GrowthPath, person: Person, *, month: int) -> Progress:
    """Compare a plan with where somebody stands.

    Parameters
    ----------
    plan : GrowthPath
    person : Person
        With the role that they are in.
    month : int
        Months since the plan began.

    Returns
    -------
    Progress

    Raises
    ------
    InvalidPerson
        The person does not fit the ladder, or their role is not known.

    Notes
    -----
    A step is done when what it gives is held, or its activity is among those done, or its move lies
    behind the person's role. Who follows a plan to the letter is neither late nor early at any
    month of it.

    Examples
    --------
    >>> from graphs import growth_path
    >>> from ladder import bundled
    >>> plan = growth_path(bundled("product-management"), "analyst", "pm")
    >>> progress(plan, Person(role="business-analyst"), month=3).delay
    3
    """
    if person.role is None:
        raise InvalidPerson("where on the plan somebody stands cannot be told without their role")
    validate_person(plan.ladder, person)
    month = whole(month)
    held = held_by(plan, person)
    place = place_of(plan, person, month=month)
    steps = _compared(plan, person, held, place, month)
    return Progress(
        plan=plan,
        role=person.role,
        month=month,
        place=place,
        steps=steps,
        held=FrozenDict(held),
        missing=FrozenDict(_missing(plan, held, place, month)),
        delay=_delay(plan, steps, place, month),
    )


def month_reached(plan: GrowthPath, person: Person) -> int | None:
    """Months since a plan began, as far as a person's role and their months in it tell.

    Parameters
    ----------
    plan : GrowthPath
    person : Person

    Returns
    -------
    int or None
        None where they do not: off the plan's way, or where months served are not known.

    Raises
    ------
    InvalidPerson
        The person does not fit the ladder.

    Examples
    --------
    >>> from graphs import growth_path
    >>> from ladder import bundled
    >>> plan = growth_path(bundled("product-management"), "analyst", "spm")
    >>> month_reached(plan, Person(role="product-manager", months_in_role=2))
    14
    """
    if person.role is None or person.months_in_role is None:
        return None
    validate_person(plan.ladder, person)
    place = place_of(plan, person)
    if place is None:
        return None
    if place:
        return plan.stays[place].start + person.months_in_role
    served = plan.months_in_role
    return None if served is None else max(person.months_in_role - served, 0)


def held_by(plan: GrowthPath, person: Person) -> dict[str, int]:
    """Levels that somebody holds, whose role is known, by skill id."""
    assert person.role is not None
    planner = planner_of(plan.ladder)
    return planner.encoded.levels(planner.start(person.role, person).held)


def place_of(plan: GrowthPath, person: Person, *, month: int | None = None) -> int | None:
    """Stay of the plan that somebody is in; None off its way.

    Where the plan has several in their role, one whose way in they have the skills for: the one
    whose beginning is nearest to theirs, else the last that has begun by the month.
    """
    places = [place for place, stay in enumerate(plan.stays) if stay.role == person.role]
    if len(places) < 2:
        return places[0] if places else None
    held = held_by(plan, person)
    entered = [place for place in places if _leads_to(plan, place, held)] or places[:1]
    if month is None:
        return entered[-1]
    if person.months_in_role is None:
        return [entered[0], *(place for place in entered if plan.stays[place].start < month)][-1]
    since = month - person.months_in_role
    return min(entered, key=lambda place: abs(_begun(plan, place) - since))


def _begun(plan: GrowthPath, place: int) -> float:
    """The month in which a stay begins; the first one began before, perhaps long before."""
    if place:
        return plan.stays[place].start
    return -inf if plan.months_in_role is None else -plan.months_in_role


def _leads_to(plan: GrowthPath, place: int, held: Mapping[str, int]) -> bool:
    """Whether what the gates before a stay ask is held, and what comes on arrival."""
    moves = (stay.move for stay in plan.stays[:place])
    arrived = {
        one.skill: one.level
        for one in origins(plan)
        if one.stay and one.stay <= place and one.month == plan.stays[one.stay].start
    }
    return _holds(held, arrived) and all(_holds(held, move.requires) for move in moves if move)


def _holds(held: Mapping[str, int], levels: Mapping[str, int]) -> bool:
    return all(held.get(skill, 0) >= level for skill, level in levels.items())


def _compared(
    plan: GrowthPath, person: Person, held: Mapping[str, int], place: int | None, month: int
) -> tuple[StepProgress, ...]:
    """State of each step; the last first, as what it is needed for comes after it."""
    found = []
    wanted: set[str] = set()  # activities that are still to be done
    for step in reversed(steps_of(plan)):
        name = step.learning.activity if step.learning else None
        done = _is_done(step, person, held, place)
        needed = step.move is not None or any(
            use.activity in wanted if use.activity else place is None or (use.place or 0) >= place
            for use in step.uses
        )
        if name and needed and not done:
            wanted.add(name)
        months_in = 0 if done or name is None else person.learning.get(name, 0)
        behind = 0 if done else _behind(plan, step, month, months_in)
        state = _state(step, month, behind, done=done, needed=needed)
        behind = behind if state == "late" else 0
        found.append(StepProgress(step, state, behind, months_in))
    return tuple(reversed(found))


def _is_done(step: Step, person: Person, held: Mapping[str, int], place: int | None) -> bool:
    if step.move is not None:
        return place is not None and step.place < place
    if step.learning is not None and step.learning.activity in person.done:
        return True
    return bool(step.levels) and _holds(held, step.levels)


def _behind(plan: GrowthPath, step: Step, month: int, months_in: int) -> int:
    """Months that a step which is not done is late."""
    since = max(month - step.end, 0)
    if step.learning is None:
        return since
    # Who is slow may have put in all its months, and needs one more.
    left = max(plan.ladder.activities[step.learning.activity].months - months_in, 1)
    planned = sum(max(end - max(start, month), 0) for start, end in step.learning.periods)
    return max(since + left - planned, 0)


def _state(step: Step, month: int, behind: int, *, done: bool, needed: bool) -> State:
    if done:
        return "done" if step.end <= month else "early"
    if behind and needed:
        return "late"
    if step.end >= month:
        return "ahead" if step.end > month else "due"
    return "dropped"


def _missing(
    plan: GrowthPath, held: Mapping[str, int], place: int | None, month: int
) -> dict[str, int]:
    """Levels that the plan says are held by a month, and are not.

    What a job gives on arrival is not among them while the move into it is due only now.
    """
    planned: dict[str, int] = {}
    for one in origins(plan):
        arrival = one.stay is not None and plan.stays[one.stay].start == month
        moved = place is not None and one.stay is not None and place >= one.stay
        if one.month <= month and (moved or not arrival):
            planned[one.skill] = one.level
    return {skill: level for skill, level in planned.items() if held.get(skill, 0) < level}


def _delay(plan: GrowthPath, steps: tuple[StepProgress, ...], place: int | None, month: int) -> int:
    """Months behind; or ahead, by the last step that is done with all before it, as less than 0."""
    if place == len(plan.stays) - 1:
        return -max(plan.months - month, 0)
    if late := max((each.behind for each in steps), default=0):
        return late
    waiting = [each.step.end for each in steps if not each.done and each.state != "dropped"]
    first = min(waiting, default=plan.months)
    done = (each.step.end for each in steps if each.done and each.step.end < first)
    return -max(max(done, default=0) - month, 0)
