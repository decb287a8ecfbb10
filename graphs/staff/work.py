"""How many people are asked about: one after the other, or in several processes.

People are taken role by role, those longest in it first, so that whoever is alike comes to whoever
knows the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from graphs.deadline import Telling
from graphs.queries.wishes import Wishes
from ladder import Ladder, Person

from .sharing import Standings
from .standing import Standing

TASK = 2_000
"""People in one task: few enough to see it get on, enough that its answers serve many."""


def standings(
    ladder: Ladder,
    target: str,
    wishes: Wishes,
    asked: Sequence[Person],
    jobs: int,
    time_limit: float,
    progress: Telling,
) -> list[Standing]:
    """Tell how far each is from a role."""
    order = sorted(range(len(asked)), key=lambda place: _rank(asked[place]))
    tasks = [order[begin : begin + TASK] for begin in range(0, len(order), TASK)]
    found: dict[int, Standing] = {}
    answers = _answers(ladder, target, wishes, asked, tasks, jobs, time_limit)
    for task, answered in answers:
        found.update(zip(task, answered, strict=True))
        progress(len(found), len(asked))
    return [found[place] for place in range(len(asked))]


def _rank(person: Person) -> tuple[str, float]:
    months = person.months_in_role
    return person.role or "", float("-inf") if months is None else -months


def _answers(
    ladder: Ladder,
    target: str,
    wishes: Wishes,
    asked: Sequence[Person],
    tasks: Sequence[Sequence[int]],
    jobs: int,
    time_limit: float,
) -> Iterator[tuple[Sequence[int], list[Standing]]]:
    if jobs == 1 or len(tasks) < 2:
        known = Standings(ladder, target, wishes, time_limit)
        for task in tasks:
            yield task, [known.of(asked[place]) for place in task]
        return
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from multiprocessing import get_context

    begin = partial(_begin, ladder, target, wishes, time_limit)
    with ProcessPoolExecutor(jobs, get_context("spawn"), begin) as pool:
        waiting = {pool.submit(_work, [asked[place] for place in task]): task for task in tasks}
        for done in as_completed(waiting):
            yield waiting[done], done.result()


_KNOWN: list[Standings] = []
"""Of this process, whose only work it is."""


def _begin(ladder: Ladder, target: str, wishes: Wishes, time_limit: float) -> None:
    _KNOWN[:] = [Standings(ladder, target, wishes, time_limit)]


def _work(people: Sequence[Person]) -> list[Standing]:
    return [_KNOWN[0].of(person) for person in people]
