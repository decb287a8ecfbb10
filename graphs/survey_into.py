"""The question: from which roles one can get into one, and how soon."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from time import monotonic

from ladder import Ladder, find_role

from .by_neighbours import shortened
from .question import Question, several
from .search import Found
from .solving import NOTHING, Effort, Known
from .survey import Answer, Into, sorted_out
from .survey_sharing import answer_of, ask_all
from .telling import Telling, nobody, only_forward

_RESERVE = 1 / 4
"""Such a share of the time is kept for the hard questions, while some plan is found for each."""


def into(
    ladder: Ladder,
    target: str,
    *,
    avoid: Iterable[str] = (),
    without: Iterable[str] = (),
    max_cost: float | None = None,
    within: int | None = None,
    time_limit: float = 10.0,
    progress: Telling = nobody,
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
    time_limit : float
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
    answered, each has some plan. The nearest roles are asked first, as they are the easiest.

    Examples
    --------
    >>> from ladder import bundled
    >>> found = into(bundled("product-management"), "CPO", within=3)
    >>> [(way.role, way.months) for way in found.ways]
    [('chief-product-officer', 0), ('vp-of-product', 3)]
    """
    end = target if target in ladder.roles else find_role(ladder, target).id
    around, closed = several(avoid, "avoid"), several(without, "without")
    questions = {
        role: Question.prepare(ladder, role, end, None, (), around, closed, time_limit=0)
        for role in ladder.roles
    }
    answers = _soonest(questions, within, max_cost, time_limit, progress)
    return Into(ladder=ladder, target=end, within=within, max_cost=max_cost, **sorted_out(answers))


def _soonest(
    questions: Mapping[str, Question],
    within: int | None,
    max_cost: float | None,
    time_limit: float,
    progress: Telling,
) -> dict[str, Answer]:
    """Answer what is easy, find a good plan for all others, and then answer those."""
    deadline = monotonic() + time_limit
    soon = deadline - time_limit * _RESERVE
    tell = only_forward(progress)
    roles = _nearest_first(questions)
    found: dict[str, Found] = {}

    def ask(role: str, seconds: float, effort: Effort = "all") -> Answer:
        question = questions[role]
        question = question.towards(question.target, seconds)
        known = Known(found[role].label, found[role].bound) if role in found else NOTHING
        now = question.search(within=within, max_cost=max_cost, known=known, effort=effort)
        if not now.proven:
            now = replace(now, label=now.label or known.good, bound=max(now.bound, known.bound))
        found[role] = now
        return answer_of(role, now, question)

    for role in roles:
        ask(role, max(0.0, soon - monotonic()), "some")
        tell(sum(one.proven for one in found.values()), len(roles))
    found |= _shortened(questions, found, within, max_cost, soon)
    return ask_all(
        roles,
        ask,
        deadline - monotonic(),
        tell,
        known={role: answer_of(role, found[role], questions[role]) for role in roles},
    )


def _shortened(
    questions: Mapping[str, Question],
    found: Mapping[str, Found],
    within: int | None,
    max_cost: float | None,
    deadline: float,
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
        [number[role] for role in hard],
        question.planner.limits(question.route, within, max_cost),
        deadline,
    )
    return {role: replace(found[role], label=ends.get(number[role])) for role in hard}


def _nearest_first(questions: Mapping[str, Question]) -> list[str]:
    """Sort the roles by the least months and moves from them to the end, gates ignored."""
    question = next(iter(questions.values()))
    ahead = question.planner.ahead(question.route, "months")[0]
    number = question.planner.encoded.number
    return sorted(questions, key=lambda role: (ahead[number[role]], role))
