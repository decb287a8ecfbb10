"""The question: which roles can be reached from one, and how soon."""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic

from ladder import Ladder, Person

from .question import Question
from .survey import Answer, Reach, Undecided, sorted_out
from .survey_sharing import answer_of, ask_all, way_to
from .sweep import Sweep
from .telling import Telling, nobody


def reach(
    ladder: Ladder,
    source: str,
    *,
    person: Person | None = None,
    avoid: Iterable[str] = (),
    without: Iterable[str] = (),
    max_cost: float | None = None,
    within: int | None = None,
    time_limit: float = 10.0,
    progress: Telling = nobody,
) -> Reach:
    """Find how soon every role of a ladder can be reached from one of them.

    Parameters
    ----------
    ladder : Ladder
    source : str
        A role, by id, name or alias.
    person, avoid, without, max_cost, within
        As for ``growth_path``.
    time_limit : float
        Seconds for all roles together; what is not decided then is ``undecided``.
    progress : callable, optional
        Called now and then with how many of how many roles are decided.

    Returns
    -------
    Reach
        For each role the months, moves and cost of the path that ``growth_path`` gives, or that
        there is none.

    Raises
    ------
    UnknownName, InvalidPerson
        As ``growth_path``.

    Notes
    -----
    As hard as ``growth_path`` for the farthest role.

    Examples
    --------
    >>> from ladder import bundled
    >>> found = reach(bundled("product-management"), "APM", within=3)
    >>> [(way.role, way.months) for way in found.ways]
    [('associate-product-manager', 0), ('product-manager', 3)]
    """
    question = Question.prepare(
        ladder, source, source, person, (), tuple(avoid), tuple(without), time_limit=time_limit
    )
    answers = _earliest(question, within, max_cost, progress)
    return Reach(
        ladder=ladder,
        source=question.source,
        months_in_role=question.person.months_in_role,
        skills=question.planner.encoded.levels(question.start.held),
        within=within,
        max_cost=max_cost,
        **sorted_out(answers),
    )


def _earliest(
    asked: Question, within: int | None, max_cost: float | None, progress: Telling
) -> dict[str, Answer]:
    """Answer for every role as target, the question being from a role to itself.

    All are looked for at once, and what is left undecided then is asked role by role.
    """
    deadline = monotonic() + asked.time_limit
    encoded = asked.planner.encoded
    limits = asked.planner.limits(asked.route, within, max_cost)
    halfway = deadline - asked.time_limit / 2
    swept = Sweep(asked.planner, asked.start, asked.route, limits, halfway).run()
    known: dict[str, Answer] = {encoded.roles[role]: None for role in swept.unreached}
    for number, end in swept.found.items():
        role = encoded.roles[number]
        question = asked.towards(role, 0)
        if number in swept.best:
            known[role] = way_to(swept.best[number], question)
        else:
            known[role] = Undecided(role, swept.least[number], way_to(end, question))

    def ask(role: str, seconds: float) -> Answer:
        before = known.get(role)
        months = before.best.months if isinstance(before, Undecided) and before.best else within
        return answer_of(role, asked.towards(role, seconds), months, max_cost)

    left = deadline - monotonic()
    return ask_all(encoded.roles, ask, left, progress, known=known)
