"""``graphs.reach`` from one role, against a single question to the role farthest from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from graphs import growth_path, reach
from ladder import Ladder

from .subjects import SEED
from .timing import timed

MOST_TIMES = 3
"""How many times as long as the single question all roles together may take."""


@dataclass(frozen=True)
class Reached:
    """How long it took to answer for every role, and for the farthest one alone.

    Where the time limit leaves roles undecided, that is the farthest of the others.

    Parameters
    ----------
    source, farthest : str
    seconds, single : float
    undecided : int
        Roles for which the time limit came first.
    """

    source: str
    farthest: str
    seconds: float
    single: float
    undecided: int


def measure_reach(ladder: Ladder, sources: int, time_limit: float) -> list[Reached]:
    """Ask from some roles for all others, and for the farthest of them.

    Parameters
    ----------
    ladder : Ladder
    sources : int
        How many roles to start from.
    time_limit : float
        Seconds for a single question; all roles together have as many times that as is promised.
    """
    roles = sorted(ladder.roles)
    measured = []
    for source in Random(SEED).sample(roles, min(sources, len(roles))):
        seconds, found = timed(
            reach, warmed(ladder, source), source, time_limit=MOST_TIMES * time_limit
        )
        farthest = found.ways[-1].role
        if farthest == source:  # nothing leads on from here
            continue
        single, _ = timed(
            growth_path, warmed(ladder, source), source, farthest, time_limit=time_limit
        )
        measured.append(Reached(source, farthest, seconds, single, len(found.undecided)))
    return measured


def warmed(ladder: Ladder, role: str) -> Ladder:
    """Copy a ladder that has been asked before, but nothing that shortens the next question."""
    copy = replace(ladder)
    growth_path(copy, role, role)
    return copy
