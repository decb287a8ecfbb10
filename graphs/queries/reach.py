"""The question: which roles can be reached from one, and how soon."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

from graphs.deadline import Deadline, Telling, nobody, only_forward
from graphs.search.ending import sees_learning
from graphs.search.one_to_all import Sweep, Swept
from graphs.search.solver import Effort
from graphs.wishes import WishedOfMany, Wishes, wishing
from ladder import Ladder, Person

from .question import Question
from .survey import Answer, Reach, Undecided, answer_of, ask_all, merged, sorted_out, way_to


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

    At a glance where plans need no more than what is needed at least, the others role by role as
    long as that is easy, or hard only for what must be learnt, which a question to one role sees
    best. Where it is not, half of the time goes into looking for all at once, and the rest into
    asking those that this leaves undecided. The nearest come first.
    """
    tell = only_forward(progress)
    number = asked.planner.encoded.number
    sweep = Sweep(asked.problem, asked.deadline, tell)
    glanced = sweep.glance(which=asked.planner.has_ranges)
    known = _answers(asked, glanced)
    roles = sorted(known, key=lambda role: glanced.known(number[role]).bound)

    def ask(role: str, deadline: Deadline, swept: Swept, effort: Effort = "all") -> Answer:
        question = replace(asked.towards(role), deadline=deadline)
        found = question.search(known=swept.known(number[role]), effort=effort)
        return answer_of(role, found, question)

    decided = sum(not isinstance(answer, Undecided) for answer in known.values())
    tell(decided, len(roles))
    for role in roles:
        before = known[role]
        if not isinstance(before, Undecided):
            continue
        answer = ask(role, asked.deadline, glanced, "little")
        known[role] = answer = merged(before, answer)
        if not isinstance(answer, Undecided):
            decided += 1
            tell(decided, len(roles))
        elif asked.deadline.passed:
            return known
        elif not sees_learning(asked.towards(role).problem):
            swept = sweep.run(asked.deadline.share(1 / 2))
            for each, now in _answers(asked, swept).items():
                if isinstance(known[each], Undecided):
                    known[each] = merged(known[each], now)
            break
    else:
        swept = glanced
    return ask_all(
        roles,
        lambda role, share: ask(role, share, swept),
        asked.deadline,
        tell,
        known=known,
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
