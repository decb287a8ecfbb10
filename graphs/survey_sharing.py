"""Many questions under one time limit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import inf
from types import MappingProxyType

from .deadline import Deadline, Telling, nobody
from .labels import Label
from .question import Question
from .search import Found
from .survey import Answer, Undecided, Way

_SHARES = 5
"""A question gets no less than such a part of the time left: 3, 5 and 10 did better than 30."""


def ask_all(
    roles: Iterable[str],
    ask: Callable[[str, Deadline], Answer],
    deadline: Deadline,
    progress: Telling = nobody,
    *,
    known: Mapping[str, Answer] = MappingProxyType({}),
) -> dict[str, Answer]:
    """Ask one question for each role.

    What is left of the time is shared out, so that a hard one does not take it all; those left
    undecided are asked again as long as there is time. A question that is asked again begins anew,
    so that where there is too little time for all, it is better to give the first ones enough.
    First come those of which most is known: the fewer months lie between what is proven and what
    was found, the sooner a question is answered, as a rule.

    Parameters
    ----------
    roles : iterable of str
        Those of which as much is known, the easiest first.
    ask : callable
        Takes a role and until when it has time.
    deadline : Deadline
        That of all of them.
    progress : callable
    known : mapping of str to Answer
        What is known of some roles; only those of them that are undecided are asked.

    Returns
    -------
    dict of str to Answer
        By role.
    """
    answers = dict(known)
    everything = list(roles)
    waiting = [
        role for role in everything if role not in known or isinstance(known[role], Undecided)
    ]
    total = len(everything)
    if len(waiting) < total:
        progress(total - len(waiting), total)
    while waiting:
        undecided: list[str] = []
        waiting.sort(key=lambda role: _months_between(answers.get(role)))
        for place, role in enumerate(waiting):
            shares = min(len(waiting) - place, _SHARES)
            answer = answers.get(role)
            if answer is None or not deadline.passed:
                answer = _merged(answer, ask(role, deadline.share(1 / shares)))
            answers[role] = answer
            if isinstance(answer, Undecided):
                undecided.append(role)
            progress(total - len(undecided) - (len(waiting) - place - 1), total)
        waiting = [] if deadline.passed else undecided
    return answers


def _months_between(answer: Answer) -> float:
    """Months from what is proven of a role to what was found."""
    if isinstance(answer, Undecided) and answer.best:
        return answer.best.months - answer.bound
    return inf


def answer_of(role: str, found: Found, question: Question) -> Answer:
    """Keep of what was found what it takes.

    Parameters
    ----------
    role : str
        The one that the answer is about.
    found : Found
    question : Question
        The one that it answers.

    Returns
    -------
    Answer
    """
    if found.label is None:
        return None if found.proven else Undecided(role, found.bound)
    way = way_to(role, found.label, question)
    return way if found.proven else Undecided(role, found.bound, way)


def way_to(role: str, end: Label, question: Question) -> Way:
    """Keep of a plan what it takes.

    Parameters
    ----------
    role : str
        The one that the answer is about.
    end : Label
        The plan's end.
    question : Question
        The one that it answers.

    Returns
    -------
    Way
    """
    between = None
    if question.planner.has_ranges:
        between = question.plan(end, proven=True, bound=end.now).range
    return Way(role, end.now, end.moves, question.planner.encoded.price(end.cost), between)


def _merged(before: Answer, now: Answer) -> Answer:
    """Keep what was proven and found before, where the same question ends undecided again."""
    if not (isinstance(before, Undecided) and isinstance(now, Undecided)):
        return now
    found = [one.best for one in (before, now) if one.best is not None]
    best = min(found, key=lambda way: way.key, default=None)
    return Undecided(now.role, max(before.bound, now.bound), best)
