"""Random questions to a ladder, each against Dijkstra's algorithm on the same graph without gates.

Each ladder is measured in a process of its own, so that its memory is its own as well.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from random import Random

import networkx

from graphs import SearchLimit, build, growth_path
from graphs.search.astar import Found
from graphs.search.solver import Effort, Solver
from ladder import Ladder

from .subjects import SEED, SUBJECTS, Subject
from .timing import timed

Pair = tuple[str, str]


@dataclass(frozen=True)
class Asked:
    """A question and what it took.

    Parameters
    ----------
    source, target : str
    seconds, plain : float
        Of the answer, and of Dijkstra's algorithm.
    labels : int
        How many times a label, or the outline of a route, was taken up.
    proven : bool
        Whether the answer came before the time limit.
    months : int or None
        Of the path; None where none was found within the limit.
    bound : int
        Months that are proven to be needed.
    """

    source: str
    target: str
    seconds: float
    plain: float
    labels: int
    proven: bool
    months: int | None
    bound: int


@dataclass(frozen=True)
class Measured:
    """A ladder, and the questions that it was asked.

    Parameters
    ----------
    subject : str
        Its name.
    roles, transitions : int
    asked : tuple of Asked
    megabytes : float
        The most memory that the process had.
    """

    subject: str
    roles: int
    transitions: int
    asked: tuple[Asked, ...]
    megabytes: float


def measure(subject: Subject, pairs: int, time_limit: float) -> Measured:
    """Ask a ladder random questions, in a process of its own."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measure, SUBJECTS.index(subject), pairs, time_limit).result()


def _measure(place: int, pairs: int, time_limit: float) -> Measured:
    subject = SUBJECTS[place]
    ladder = subject.make()
    graph = build(ladder)
    drawn = connected_pairs(graph, pairs + 1)
    # The ladder has been asked before, but not these questions.
    _answer(ladder, drawn.pop(), time_limit)
    asked = []
    for number, pair in enumerate(drawn):
        progress(f"{subject.name}: {number} of {len(drawn)} questions")
        asked.append(ask(ladder, graph, pair, time_limit))
    progress("")
    roles, transitions = len(ladder.roles), len(ladder.transitions)
    return Measured(subject.name, roles, transitions, tuple(asked), peak_megabytes())


def ask(ladder: Ladder, graph: networkx.MultiDiGraph, pair: Pair, time_limit: float) -> Asked:
    """Ask one question, and Dijkstra's algorithm the same."""
    plain, _ = timed(networkx.dijkstra_path, graph, *pair, weight="months")
    with counted() as solvers:
        seconds, (months, bound, proven) = timed(_answer, ladder, pair, time_limit)
    labels = sum(solver.taken for solver in solvers)
    return Asked(*pair, seconds, plain, labels, proven, months, bound)


def _answer(ladder: Ladder, pair: Pair, time_limit: float) -> tuple[int | None, int, bool]:
    try:
        path = growth_path(ladder, *pair, time_limit=time_limit)
    except SearchLimit as limit:
        return None, limit.bound, False
    return path.months, path.bound, path.optimal


@contextmanager
def counted() -> Iterator[list[Solver]]:
    """Gather what answers questions meanwhile."""
    solvers: list[Solver] = []
    solve = Solver.solve

    def noting(solver: Solver, effort: Effort = "all") -> Found:
        solvers.append(solver)
        return solve(solver, effort)

    Solver.solve = noting
    try:
        yield solvers
    finally:
        Solver.solve = solve


def connected_pairs(graph: networkx.MultiDiGraph, number: int) -> list[Pair]:
    """Draw pairs of roles that a path connects.

    In all ladders that are measured every level of every skill can be learnt from nothing, so that
    no gate stays closed for ever, and what transitions connect, a path connects.
    """
    rng = Random(SEED)
    roles = sorted(graph)
    pairs: list[Pair] = []
    while len(pairs) < number:
        source, target = rng.sample(roles, 2)
        if networkx.has_path(graph, source, target):
            pairs.append((source, target))
    return pairs


def cold(ladder: Ladder, pairs: int, time_limit: float) -> tuple[list[float], list[float]]:
    """Time questions that are each the first one to a ladder, and Dijkstra's algorithm."""
    graph = build(ladder)
    asked = [
        ask(replace(ladder), graph, pair, time_limit) for pair in connected_pairs(graph, pairs)
    ]
    return [item.seconds for item in asked], [item.plain for item in asked]


def progress(text: str) -> None:
    """Say on a terminal what is being done; nothing wipes it away."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def peak_megabytes() -> float:
    """The most memory that this process had.

    On Linux ``ru_maxrss`` will not do: it is handed on from a process to those that it starts.
    """
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8", errors="replace")
        kilobytes = next(line for line in status.splitlines() if line.startswith("VmHWM:")).split()
        return int(kilobytes[1]) / 1e3
    except (OSError, StopIteration):
        import resource

        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak / (1e6 if sys.platform == "darwin" else 1e3)
