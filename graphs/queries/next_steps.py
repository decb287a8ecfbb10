"""The question: what to do next; what to begin now, what may wait, and what would help most."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Unpack

from graphs.deadline import Deadline, Telling, nobody
from graphs.plans.path import GrowthPath, paced, totals
from graphs.search.bounds import asked_within
from graphs.search.encoding import Encoded
from graphs.search.planner import Planner
from graphs.search.problem import BY_MONTHS, Itinerary, Limits, Start, State
from graphs.search.solver import Solver
from graphs.wishes import WishedOfShortest, Wishes, wishing
from ladder import Ladder, Person
from ladder.jupyter import Drawn, table
from ladder.wording import listed, short, told

from .levers import Lever, levers
from .question import Question
from .slack import Slack, may_be_first, slack


@dataclass(frozen=True, slots=True)
class NextSteps(Drawn):
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

    def __repr__(self) -> str:
        now = self.this_month
        facts = [totals(self.path)]
        facts += ["this month " + listed(map(short, now.activities))] if now.activities else []
        facts += ["this month may be left idle"] if now.idle else []
        if self.levers:
            best = self.levers[0]
            facts.append(f"{best.activity or best.skill} saves {best.months} months")
        return told("NextSteps", f"from {self.path.source} to {self.path.target}", *facts)

    def _repr_html_(self) -> str:
        """What to do next as a table, and the plan as a picture below it, for a notebook."""
        ladder, now = self.path.ladder, self.this_month
        begin = [(ladder.activities[name].name, "") for name in now.activities]
        begin += [("nothing, if you like", "")] if now.idle else []
        waits = [
            (ladder.activities[one.activity].name, str(one.months))
            for one in self.slack
            if one.months
        ]
        saves = [(_name(ladder, one), str(one.months)) for one in self.levers]
        groups = (("Begin this month", begin), ("May wait", waits), ("Would save", saves))
        ends = (ladder.roles[role].name for role in (self.path.source, self.path.target))
        steps = table(" → ".join(ends), totals(self.path), ("", "What", "Months"), groups)
        return steps + (self._repr_svg_() or "")

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


@wishing(WishedOfShortest)
def next_steps(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    time_limit: float | Deadline = 10.0,
    progress: Telling = nobody,
    **wishes: Unpack[WishedOfShortest],
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
    question = Question.prepare(ladder, source, target, person, Wishes(**wishes), time_limit)
    path = question.best()
    if path is None:
        raise question.refusal()
    # So that there is time left for what comes behind.
    waits = slack(path, time_limit=question.deadline.share(1 / 3))
    now = ThisMonth(None, (), False, None)
    if path.optimal:
        third = replace(question, deadline=question.deadline.share(1 / 3))
        now = this_month(third, path)
    found, unsettled = levers(question, path, progress)
    return NextSteps(path, now, waits, found, unsettled)


def _name(ladder: Ladder, lever: Lever) -> str:
    """What a lever is: an activity done, or a skill at the next level."""
    if lever.activity is not None:
        return ladder.activities[lever.activity].name
    assert lever.skill is not None
    assert lever.level is not None
    return f"{ladder.skills[lever.skill].name} at {ladder.level_name(lever.level)}"


@dataclass(frozen=True, slots=True)
class ThisMonth:
    """What this month may be spent on, if the target is to be reached no later than it can be.

    Parameters
    ----------
    idle : bool or None
        Whether nothing need be learnt this month; None where the time limit came first.
    activities : tuple of str
        Ids of the activities that may be begun, or gone on with, this month: those of the plan
        first, then by id. Where the month may be left idle, those among them that help at all.
    complete : bool
        Whether there are no others; otherwise the time limit came first.
    stay : bool or None
        Whether it may be spent in the present role, idle or on something that helps, where the
        plan leaves that at once; None where the time limit came first.
    """

    idle: bool | None
    activities: tuple[str, ...]
    complete: bool
    stay: bool | None = True


def this_month(question: Question, path: GrowthPath) -> ThisMonth:
    """Find what the first month may be spent on.

    Moves that can be made at once may be made or not. What the plan itself can begin with, every
    move staying in its month, loses nothing. For any other way of spending the month the question
    is asked again from where that leads, for one month less; for activities that the plan has no
    need of first as if several were done, and only where that is enough in halves.
    """
    if not path.months:
        return ThisMonth(True, (), True)
    free = may_be_first(path)
    ask = _Asking(question.wishing(within=path.months - 1), idle=None in free)
    helpful = ask.helpful()
    planned = [item.activity for item in path.learning if item.activity in helpful]
    others = sorted(helpful.difference(planned))
    kept = {name: name in free or ask.keeps(name) for name in planned}
    if ask.idle:
        kept |= {name: ask.keeps(name) for name in others}
    else:
        kept |= ask.any_that_keep(others)
    may = tuple(name for name in (*planned, *others) if kept[name])
    stay = ask.stays(sorted(helpful)) if path.stays[0].end == 0 else True
    complete = ask.idle is not None and None not in kept.values()
    return ThisMonth(ask.idle, may, complete, stay)


class _Asking:
    """The question, asked from where a month leads.

    ``idle`` tells that the plan itself leaves the month idle.
    """

    def __init__(self, question: Question, idle: bool) -> None:
        self._planner: Planner = question.planner
        self._route = question.route
        self._limits = question.limits
        self._deadline = question.deadline
        self._moments = list(_moments(question.planner.encoded, question.start, question.route))
        ahead, months = self._limits.ahead, self._limits.months
        self._asked = asked_within(question.planner.encoded, question.start, ahead, months + 1)
        if idle and len(self._moments) == 1:
            self._idle: list[bool | None] = [True]
        else:
            self._idle = [
                self._there_is_a_way(_a_month_later(start, None), state, self._limits)
                for start, state in self._moments
            ]
        self.idle = True if idle else _either(self._idle)
        self._free = question.wishes.max_cost is None

    def helpful(self) -> set[str]:
        """Activities open this month that give anything which a way short enough can ask for."""
        return {
            self._planner.encoded.activities[course.number]
            for start, _ in self._moments
            for course in start.courses
            if course.gives & self._asked & ~start.held and not course.requires & ~start.held
        }

    def keeps(self, activity: str) -> bool | None:
        """Tell whether no month is lost by spending one on an activity that is of use then."""
        number = self._number(activity)
        found: list[bool | None] = []
        for (start, state), idle in zip(self._moments, self._idle, strict=True):
            course = start.courses[number]
            useless = not course.gives & self._asked & ~start.held
            if useless or course.requires & ~start.held or course.cost > self._limits.cost:
                continue
            if idle and self._free:
                return True
            limits = replace(self._limits, cost=self._limits.cost - course.cost)
            found.append(self._there_is_a_way(_a_month_later(start, number), state, limits))
        return _either(found)

    def stays(self, activities: list[str]) -> bool | None:
        """Tell whether no month is lost by spending one in the present role, on any of them."""
        here = copy(self)
        here._moments, here._idle = self._moments[:1], self._idle[:1]
        if here._idle == [True]:
            return True
        kept = here.any_that_keep(activities) if activities else {}
        return _either([*here._idle, *kept.values()])

    def any_that_keep(self, activities: list[str]) -> dict[str, bool | None]:
        """Tell of each activity whether no month is lost by spending one on it."""
        if len(activities) < 2:
            return {name: self.keeps(name) for name in activities}
        gives = 0
        for name in activities:
            gives |= self._planner.encoded.courses[self._number(name)].gives
        # A month on one of them is no better than a month off after which they are all done.
        done = [
            self._there_is_a_way(replace(later, held=later.held | gives), state, self._limits)
            for start, state in self._moments
            for later in [_a_month_later(start, None)]
        ]
        if _either(done) is False:
            return dict.fromkeys(activities, False)
        middle = len(activities) // 2
        return self.any_that_keep(activities[:middle]) | self.any_that_keep(activities[middle:])

    def _number(self, activity: str) -> int:
        return self._planner.encoded.activities.index(activity)

    def _there_is_a_way(self, start: Start, state: State, limits: Limits) -> bool | None:
        if self._deadline.passed:
            return None
        route = _Onward(self._route, state)
        problem = self._planner.problem(start, route, BY_MONTHS, limits)
        found = Solver(self._planner, problem, self._deadline).solve()
        return True if found.label is not None else False if found.proven else None


class _Onward(Itinerary):
    """What is left of a route, from a state on."""

    def __init__(self, route: Itinerary, state: State) -> None:
        super().__init__(route.target, route.via, route.avoid)
        self._state = state

    def start(self, role: int) -> State:
        return self._state


def _either(answers: list[bool | None]) -> bool | None:
    """Yes if one is a yes, no if all are, and otherwise not known."""
    return True if True in answers else None if None in answers else False


def _moments(encoded: Encoded, start: Start, route: Itinerary) -> Iterator[tuple[Start, State]]:
    """Go through where one can be this month: here, or wherever moves lead that take no time."""
    waiting = [(start, route.start(start.role))]
    seen = set()
    while waiting:
        here, state = waiting.pop()
        if (here.role, here.held, state) in seen:
            continue
        seen.add((here.role, here.held, state))
        yield here, state
        for edge in encoded.leaving[here.role]:
            entered = route.enter(state, edge.target)
            if entered is None or edge.gate & ~here.held or edge.months > here.served:
                continue
            held, given = here.held, encoded.milestones[edge.target]
            for months, bits in given:
                held |= 0 if months else bits
            later = tuple((months, bits) for months, bits in given if months)
            waiting.append((Start(edge.target, 0, held, later, here.courses), entered))


def _a_month_later(start: Start, learnt: int | None) -> Start:
    """Let a month pass in the role, spent on an activity by number, or on none."""
    held, courses = start.held, start.courses
    if learnt is not None:
        course = courses[learnt]
        if course.months == 1:
            held |= course.gives
        else:
            begun = replace(course, months=course.months - 1, cost=0, requires=0)
            courses = (*courses[:learnt], begun, *courses[learnt + 1 :])
    for month, bits in start.milestones:
        held |= bits if month <= 1 else 0
    milestones = tuple((month - 1, bits) for month, bits in start.milestones if month > 1)
    return Start(start.role, start.served + 1, held, milestones, courses)
