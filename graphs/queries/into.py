"""The question: from which roles one can get into one, and how soon.

Where that is hard, plans go by way of a neighbour: one move, and from there along the neighbour's
own route. Whoever comes from elsewhere holds other skills, so the neighbour's plan itself will not
do; its route may, and plans along one route are soon found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Unpack

from graphs.deadline import Deadline, Telling, nobody, only_forward
from graphs.search.astar import Found
from graphs.search.bounds import UNREACHED
from graphs.search.labels import Label
from graphs.search.problem import Limits
from graphs.search.routes.one_route import OneRoute
from graphs.search.solver import Effort, Known
from graphs.wishes import WishedOfMany, Wishes, wishing
from ladder import Ladder

from .question import Question
from .survey import Answer, Into, answer_of, ask_all, sorted_out

_RESERVE = 1 / 4
"""Such a share of the time is kept for the hard questions, while some plan is found for each."""


@wishing(WishedOfMany)
def into(
    ladder: Ladder,
    target: str,
    *,
    time_limit: float | Deadline = 10.0,
    progress: Telling = nobody,
    **wishes: Unpack[WishedOfMany],
) -> Into:
    """Find how soon one gets into a role from every role of a ladder.

    In each of them stands an established holder, as for ``growth_path`` without a person.

    Parameters
    ----------
    ladder : Ladder
    target : str
        A role, by id, name or alias.
    avoid, without, max_cost, within
        As for ``growth_path``.
    time_limit : float or Deadline
        Seconds for all roles together; what is not decided then is ``undecided``.
    progress : callable, optional
        Called after each question with how many of how many roles are decided.

    Returns
    -------
    Into
        For each role the months, moves and cost of the path that ``growth_path`` gives, or that
        there is none.

    Raises
    ------
    UnknownName
        A role or an activity is not in the ladder.

    Notes
    -----
    One ``growth_path`` for each role: who begins elsewhere holds other skills, so that little of
    one search is of use to the next. Routes are, though, so that before any hard question is
    answered, each has some plan. Then those come first of which most is known.

    Examples
    --------
    >>> from ladder import bundled
    >>> found = into(bundled("product-management"), "CPO", within=3)
    >>> [(way.role, way.months) for way in found.ways]
    [('chief-product-officer', 0), ('vp-of-product', 3)]
    """
    question = Question.prepare(ladder, target, target, None, Wishes(**wishes), time_limit)
    return Into(
        ladder=ladder,
        target=question.target,
        within=question.wishes.within,
        max_cost=question.wishes.max_cost,
        **sorted_out(_soonest(question, progress)),
    )


def _soonest(asked: Question, progress: Telling) -> dict[str, Answer]:
    """Answer for every role as source, the question being from a role to itself.

    What is easy is answered, and a good plan found for each other role, before those are answered.
    """
    soon = asked.deadline.share(1 - _RESERVE)
    tell = only_forward(progress)
    questions = {role: asked.starting(role) for role in asked.planner.encoded.roles}
    glance = _Glance(asked)
    found = {role: glance.of(question) for role, question in questions.items()}
    proven = sum(one.proven for one in found.values())
    roles = sorted(questions, key=lambda role: (found[role].bound, role))

    def ask(role: str, deadline: Deadline, effort: Effort = "all") -> Answer:
        question = replace(questions[role], deadline=deadline)
        known = Known(found[role].label, found[role].bound)
        now = question.search(known=known, effort=effort)
        if not now.proven:
            now = replace(now, label=now.label or known.good, bound=max(now.bound, known.bound))
        found[role] = now
        return answer_of(role, now, question)

    for role in roles:
        if not soon.passed and not found[role].proven:
            ask(role, soon, "some")
            proven += found[role].proven
            tell(proven, len(roles))
    found |= _shortened(questions, found, soon)
    return ask_all(
        roles,
        ask,
        asked.deadline,
        tell,
        known={role: answer_of(role, found[role], questions[role]) for role in roles},
    )


class _Glance:
    """What the months to be served tell of ways to one end, gates ignored."""

    def __init__(self, asked: Question) -> None:
        self._ahead = ahead = asked.planner.months_ahead(asked.route)[0]
        doors = asked.planner.encoded.doors
        led = (door for door in doors if ahead[door.edge.target] != UNREACHED)
        self._doors = sorted(led, key=lambda door: ahead[door.edge.target])

    def of(self, question: Question) -> Found:
        """Tell it of somebody who has served in a role all that anything asks for."""
        if question.source == question.target:
            return question.search()
        ahead, role = self._ahead, question.start.role
        own = question.planner.encoded.own[role]
        left = [ahead[edge.target] for edge in own if ahead[edge.target] != UNREACHED]
        opened = (door for door in self._doors if role not in door.closed_to)
        if door := next(opened, None):
            left.append(ahead[door.edge.target])
        within = question.wishes.within
        if not left or (within is not None and min(left) > within):
            return Found(None, True, 0)
        return Found(None, False, min(left))


def _shortened(
    questions: Mapping[str, Question], found: Mapping[str, Found], deadline: Deadline
) -> dict[str, Found]:
    """Find shorter plans by way of neighbours where none is proven to be the best."""
    hard = [role for role, one in found.items() if not one.proven]
    if not hard:
        return {}
    question = questions[hard[0]]
    number = question.planner.encoded.number
    ends = shortened(
        {number[role]: questions[role] for role in hard},
        {number[role]: one.label for role, one in found.items() if one.label},
        question.limits,
        deadline,
    )
    return {role: replace(found[role], label=ends.get(number[role])) for role in hard}


_NEIGHBOURS = 3
"""Neighbours that are tried, the nearest to the end: one leaves plans 4 to 7 in 100 longer, five
hardly shorten them."""


def shortened(
    questions: Mapping[int, Question],
    ends: Mapping[int, Label],
    limits: Limits,
    deadline: Deadline,
) -> dict[int, Label]:
    """Find shorter plans by way of neighbours, until there are none, or the time is up.

    Each round takes the roles that are nearest to the end first, so that what is found for one of
    them helps those behind it at once.
    """
    ends = dict(ends)
    tried: set[tuple[int, ...]] = set()
    nearest = sorted(questions, key=lambda role: ends[role].now if role in ends else limits.months)
    found = True
    while found:
        found = False
        for role in nearest:
            if deadline.passed:
                return ends
            question = questions[role]
            for route in _routes(question, ends):
                if route in tried:
                    continue
                if deadline.passed:
                    return ends
                tried.add(route)
                months = ends[role].now - 1 if role in ends else limits.months
                end = _end(question, route, replace(limits, months=months), deadline)
                if end:
                    ends[role] = end
                    found = True
    return ends


def _routes(question: Question, ends: Mapping[int, Label]) -> list[tuple[int, ...]]:
    """Routes by way of those neighbours that promise a shorter plan."""
    role = question.start.role
    most = ends[role].now if role in ends else None
    routes = []
    for edge in question.planner.encoded.leaving[role]:
        end = ends.get(edge.target)
        if end is None or edge.target in question.route.avoid or role in end.roles:
            continue
        months = edge.months + end.now
        if most is None or months < most:
            routes.append((months, (role, *end.roles)))
    return [route for _, route in sorted(routes)[:_NEIGHBOURS]]


def _end(
    question: Question, roles: tuple[int, ...], limits: Limits, deadline: Deadline
) -> Label | None:
    route = OneRoute(question.problem, roles)
    end = route.any_plan(limits, deadline).label
    return end and route.in_the_ladder(end)
