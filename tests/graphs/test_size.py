"""Work grows with the size of a ladder, not with its square; and the largest one can be asked."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import FrameType

import pytest
from support.clocks import looks
from support.effort import within
from support.large import large, write_large

from graphs import (
    TooMuchToDraw,
    analyze,
    changed_routes,
    check,
    diagram,
    diff,
    gap,
    growth_path,
    into,
    reach,
)
from ladder import Ladder, load

SMALL, TIMES = 40, 8
"""Roles, and how many times as many another ladder has."""

LOOKS = 600
"""Looks at the clock that an analysis has time for: enough to try some changes."""

MOST = 2 * TIMES
"""As many times the work at most: linear is 8, the square is 64."""


@cache
def _text(roles: int) -> bytes:
    return json.dumps(large(roles, 3 * roles, 10)).encode()


@cache
def _ladder(roles: int) -> Ladder:
    return load("ladder.json", read=lambda _: _text(roles))


def _work(act: Callable[[], object]) -> int:
    """Count the functions that are called and returned to, those written in C among them."""
    calls = 0

    def count(frame: FrameType, event: str, arg: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(before)
    return calls


def _compared(ladder: Ladder) -> object:
    later = (replace(move, months=move.months + 1) for move in ladder.transitions)
    found = diff(ladder, replace(ladder, transitions=tuple(later)))
    return changed_routes(found, sources=["balan-1"], time_limit=0)


ACTS: dict[str, Callable[[int], object]] = {
    "load": lambda roles: load("ladder.json", read=lambda _: _text(roles)),
    "path": lambda roles: growth_path(replace(_ladder(roles)), "balan-1", "balan-3"),
    "gap": lambda roles: gap(replace(_ladder(roles)), "balan-1", "balan-3"),
    "check": lambda roles: check(replace(_ladder(roles))),
    "reach": lambda roles: reach(replace(_ladder(roles)), "balan-1", time_limit=0),
    "into": lambda roles: into(replace(_ladder(roles)), "balan-3", time_limit=0),
    "compare": lambda roles: _compared(_ladder(roles)),
    "analyze": lambda roles: analyze(replace(_ladder(roles)), time_limit=looks(LOOKS)),
    "analyze, over at once": lambda roles: analyze(replace(_ladder(roles)), time_limit=0),
    "draw": lambda roles: diagram(replace(_ladder(roles))),
}


@pytest.mark.parametrize("act", ACTS)
def test_work_grows_nearly_with_the_size(act: str) -> None:
    """Counted, not timed, in ladders of two sizes; the first time imports what it needs."""
    for roles in (SMALL, TIMES * SMALL):
        _ladder(roles)
    ACTS[act](SMALL)
    few, many = (_work(lambda roles=roles: ACTS[act](roles)) for roles in (SMALL, TIMES * SMALL))
    assert many < MOST * few


@pytest.mark.slow
def test_the_largest_framework(tmp_path: Path) -> None:
    """5,000 roles, 15,000 skills and 150,000 expected levels, with a way to learn each."""
    file = write_large(tmp_path / "ladder.json", 5_000, 15_000, 30)
    with within(5):
        ladder = load(file)
    assert sum(len(role.expects) for role in ladder.roles.values()) == 150_000
    with within(2):
        assert growth_path(ladder, "balan-1", "balan-4").optimal
    with within(30):
        check(ladder)
    apart = {role.id: replace(role, track=None) for role in ladder.roles.values()}
    with pytest.raises(TooMuchToDraw), within(5):
        diagram(replace(ladder, roles=type(ladder.roles)(apart), tracks=type(ladder.tracks)()))
