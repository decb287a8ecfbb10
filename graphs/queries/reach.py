"""The question: which roles can be reached from one, and how soon."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from graphs.deadline import Deadline, Telling, nobody, only_forward
from graphs.search.bounds import least_from
from graphs.search.ending import sees_learning
from graphs.search.one_to_all import Sweep, Swept
from graphs.search.solver import NOTHING, Effort, Known
from graphs.wishes import WishedOfMany, Wishes, wishing
from ladder import Ladder, Person

from .question import Question
from .survey import Answer, Reach, Undecided, answer_of, ask_all, sorted_out, way_to


@wishing(WishedOfMany)
def reach(
    ladder: Ladder,
    source: str,
    *,
    person: Person | None = None,
    time_limit: float | Deadline = 10.0,
    progress: Telling = nobody,
    **wishes: Unpack[WishedOfMany],
) -> Reach:
    """Find how soon every role of a ladder can be reached from one of them.

    Parameters
    ----------
    ladder : Ladder
    source : str
        A role, by id, name or alias.
    person, avoid, without, max_cost, within
        As for ``growth_path``.
    time_limit : float or Deadline
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
    As hard as ``growth_path`` for the hardest role, at least; not as hard as one for each, since
    what leads to one role leads most of the way to others.

    Examples
    --------
    >>> from ladder import bundled
    >>> found = reach(bundled("product-management"), "APM", within=3)
    >>> [(way.role, way.months) for way in found.ways]
    [('associate-product-manager', 0), ('product-manager', 3)]
    """
    question = Question.prepare(ladder, source, source, person, Wishes(**wishes), time_limit)
    answers = _earliest(question, progress)
    return Reach(
        ladder=ladder,
        source=question.source,
        months_in_role=question.person.months_in_role,
        skills=question.planner.encoded.levels(question.start.held),
        within=question.wishes.within,
        max_cost=question.wishes.max_cost,
        **sorted_out(answers),
    )


def _earliest(asked: Question, progress: Telling) -> dict[str, Answer]:
    """Answer for every role as target, the question being from a role to itself.

    Role by role as long as that is easy, or hard only for what must be learnt, which a question to
    one role sees best. Where it is not, half of the time goes into looking for all at once, and the
    rest into asking those that this leaves undecided.
    """
    tell = only_forward(progress)
    roles = asked.planner.encoded.roles

    def ask(
        role: str, deadline: Deadline, known: Known = NOTHING, effort: Effort = "all"
    ) -> Answer:
        question = replace(asked.towards(role), deadline=deadline)
        found = question.search(known=known, effort=effort)
        return answer_of(role, found, question)

    number = asked.planner.encoded.number
    least = least_from(asked.planner.encoded, asked.start, asked.route.avoid)
    known: dict[str, Answer] = {}
    one_by_one, decided = True, 0
    for role in sorted(roles, key=lambda role: role != asked.source):  # it takes no time
        answer = ask(role, asked.deadline, effort="little")
        if isinstance(answer, Undecided):
            if asked.deadline.passed or not sees_learning(asked.towards(role).problem):
                one_by_one = False
                break
            answer = replace(answer, bound=max(answer.bound, least[number[role]]))
        known[role] = answer
        decided += not isinstance(answer, Undecided)
        tell(decided, len(roles))
    if one_by_one:
        return ask_all(roles, ask, asked.deadline, tell, known=known)
    easy = {role: one for role, one in known.items() if not isinstance(one, Undecided)}
    halfway = asked.deadline.share(1 / 2)
    swept = Sweep(asked.problem, halfway, tell).run()
    return ask_all(
        sorted(roles, key=lambda role: swept.known(number[role]).bound),
        lambda role, share: ask(role, share, swept.known(number[role])),
        asked.deadline,
        tell,
        known=_answers(asked, swept) | easy,
    )


def _answers(asked: Question, swept: Swept) -> dict[str, Answer]:
    """What a search for all roles at once tells of them."""
    answers: dict[str, Answer] = {}
    for number, role in enumerate(asked.planner.encoded.roles):
        question = asked.towards(role)
        if number in swept.best:
            answers[role] = way_to(role, swept.best[number], question)
        elif number in swept.unreached:
            answers[role] = None
        else:
            end = swept.found.get(number)
            best = way_to(role, end, question) if end else None
            answers[role] = Undecided(role, swept.least[number], best)
    return answers
