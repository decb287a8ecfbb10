"""Plans by way of a neighbour: one move, and from there along the neighbour's own route.

Whoever comes from elsewhere holds other skills, so the neighbour's plan itself will not do. Its
route may, and plans along one route are soon found.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from .deadline import Deadline
from .labels import Label
from .limits import Limits
from .one_route import OneRoute
from .question import Question

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

    Parameters
    ----------
    questions : mapping of int to Question
        To the same end, without ``via``, by the number of the role that a plan may be shorter from.
    ends : mapping of int to Label
        Ends of the plans that are known, from these roles or others.
    limits : Limits
        What no plan may exceed.
    deadline : Deadline

    Returns
    -------
    dict of int to Label
        Ends of all plans.

    Notes
    -----
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
    for edge in question.planner.encoded.edges[role]:
        end = ends.get(edge.target)
        if end is None or edge.target in question.route.avoid or role in end.tie[0]:
            continue
        months = edge.months + end.now
        if most is None or months < most:
            routes.append((months, (role, *end.tie[0])))
    return [route for _, route in sorted(routes)[:_NEIGHBOURS]]


def _end(
    question: Question, roles: tuple[int, ...], limits: Limits, deadline: Deadline
) -> Label | None:
    planner = question.planner
    route = OneRoute(planner.encoded, planner.teaching(question.start), question.start, roles)
    end = route.any_plan(limits, deadline).label
    return end and route.in_the_ladder(end)
