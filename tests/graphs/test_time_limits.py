"""Every question heeds its time limit: once that has passed it searches no more, and says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from support.clocks import Clock
from support.organisations import organisation

import graphs
from graphs import Deadline, SearchLimit, changed_routes, diff
from graphs.search.astar import Search
from ladder import Ladder, Person

COMPANY = organisation(120, 3, gate_below=0)
FIRST, LAST = "track-1-rank-1", "track-9-rank-5"

Question = Callable[[Deadline], bool]
"""Asks something that takes long, and tells whether the answer says that it is not all proven."""


def _slower(ladder: Ladder) -> Ladder:
    return replace(
        ladder,
        transitions=tuple(replace(move, months=move.months + 1) for move in ladder.transitions),
    )


def _is_limited(ask: Callable[[], object]) -> bool:
    try:
        ask()
    except SearchLimit:
        return True
    return False


QUESTIONS: dict[str, Question] = {
    "path": lambda time: _is_limited(
        lambda: graphs.growth_path(COMPANY, FIRST, LAST, time_limit=time)
    ),
    "alternatives": lambda time: _is_limited(
        lambda: graphs.alternatives(COMPANY, FIRST, LAST, 3, time_limit=time)
    ),
    "frontier": lambda time: _is_limited(
        lambda: graphs.frontier(COMPANY, FIRST, LAST, time_limit=time)
    ),
    "next": lambda time: _is_limited(
        lambda: graphs.next_steps(COMPANY, FIRST, LAST, time_limit=time)
    ),
    "reach": lambda time: bool(graphs.reach(COMPANY, FIRST, time_limit=time).undecided),
    "into": lambda time: bool(graphs.into(COMPANY, LAST, time_limit=time).undecided),
    "changed routes": lambda time: bool(
        changed_routes(diff(COMPANY, _slower(COMPANY)), time_limit=time).undecided
    ),
    "gap": lambda time: graphs.gap(COMPANY, FIRST, LAST, time_limit=time) is not None,
    "openings": lambda time: graphs.openings(COMPANY, Person(), time_limit=time) is not None,
}


@contextmanager
def _steps_taken(monkeypatch: pytest.MonkeyPatch, clock: Clock) -> Iterator[list[int]]:
    """Let time pass with each label that is expanded, and count those after the limit."""
    taken: list[int] = []
    expand = Search._expand

    def counted(self: Search, *given: object) -> None:
        clock.now += 1
        taken.append(1)
        expand(self, *given)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(Search, "_expand", counted)
        yield taken


@pytest.mark.parametrize("seconds", [0, 3])
@pytest.mark.parametrize("name", QUESTIONS)
def test_nothing_is_searched_once_it_has_passed(
    name: str, seconds: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A label that is expanded is a second here; the limit is looked at before each of them."""
    clock = Clock()
    with _steps_taken(monkeypatch, clock) as taken:
        limited = QUESTIONS[name](clock.limit(seconds))
    assert limited
    # Refusals and answers about nothing else begin their own time anew, once.
    assert len(taken) <= 2 * seconds + 1


def test_too_many_routes_are_not_asked_for() -> None:
    """It says how many there are; those that are named are asked for."""
    company = organisation(520, 1)
    found = diff(company, _slower(company))
    routes = changed_routes(found, sources=list(company.roles), time_limit=0)
    assert routes.left_out == 520 * 519
    assert not routes.changed
    assert not routes.undecided
    few = changed_routes(found, sources=["track-1-rank-1"], time_limit=0)
    assert not few.left_out
    assert len(few.undecided) + few.unchanged == 519
    assert few.undecided
