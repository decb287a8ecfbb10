"""The question: from which roles one can get into one, and how soon."""

from __future__ import annotations

from collections.abc import Iterable

from ladder import Ladder, find_role

from .question import Question
from .survey import Answer, Into, sorted_out
from .survey_sharing import answer_of, ask_all
from .telling import Telling, nobody


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
    one search is of use to the next. The nearest are asked first, as they are the easiest.

    Examples
    --------
    >>> from ladder import bundled
    >>> found = into(bundled("product-management"), "CPO", within=3)
    >>> [(way.role, way.months) for way in found.ways]
    [('chief-product-officer', 0), ('vp-of-product', 3)]
    """
    end = target if target in ladder.roles else find_role(ladder, target).id
    around, closed = tuple(avoid), tuple(without)

    def ask(role: str, seconds: float) -> Answer:
        question = Question.prepare(ladder, role, end, None, (), around, closed, time_limit=seconds)
        return answer_of(role, question, within, max_cost)

    roles = _nearest_first(Question.prepare(ladder, end, end, None, (), around, time_limit=0))
    answers = ask_all(roles, ask, time_limit, progress)
    return Into(ladder=ladder, target=end, within=within, max_cost=max_cost, **sorted_out(answers))


def _nearest_first(question: Question) -> list[str]:
    """Sort all roles by the least months and moves from them to the end, gates ignored."""
    planner = question.planner
    ahead = planner.ahead(question.route, "months")[0]
    number = planner.encoded.number
    return sorted(number, key=lambda role: (ahead[number[role]], role))
