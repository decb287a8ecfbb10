"""Whole tables of people, from a file to a file, against one question for each of them.

In CPU time, children's included: a table on several cores is not to look quicker than it is.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from random import Random
from statistics import mean
from time import perf_counter, process_time
from typing import TypeVar

from support.crowds import alone

from graphs import people
from graphs.staff.people import persons
from ladder import Ladder, bundled, find_role

from .questions import peak_megabytes, progress
from .subjects import GOVERNMENT, PRODUCT, SEED

T = TypeVar("T")

SIZES = (1_000, 100_000, 1_000_000)
TARGETS = {PRODUCT: "senior product manager", GOVERNMENT: "head of product"}
MOST_MONTHS = 120
STATED = 3
"""Skills that each of them states, at most."""

MOST_ASKED = {PRODUCT: 300, GOVERNMENT: 60}
"""People whose questions are asked one by one."""

MOST_RATED = {PRODUCT: 100_000, GOVERNMENT: 5_000}
"""People who state skills, of whom more would take hours; larger tables are told by these."""

LEAST_TIMES = {(PRODUCT, False): 50, (PRODUCT, True): 3}
"""How many times as many people a second there are to be in a table of 100,000, by ladder and by
whether they state skills."""

MOST_MEGABYTES = 1_000


@dataclass(frozen=True)
class Crowd:
    """What a table of people took.

    Parameters
    ----------
    ladder : str
    rated : bool
        Whether people state skills, besides months in their roles.
    people : int
        How many there are.
    asked : int
        How many were really in the table that was measured.
    seconds : float
        Of CPU time, from file to file, as many as for all of them.
    single : float
        Of CPU time, for one question with its range, in the mean.
    megabytes : float or None
        The most memory that the process had, which reads, asks and writes; unless a part of the
        table was measured.
    """

    ladder: str
    rated: bool
    people: int
    asked: int
    seconds: float
    single: float
    megabytes: float | None

    @property
    def a_second(self) -> float:
        """People who are answered in a second."""
        return self.people / self.seconds

    @property
    def times(self) -> float:
        """How many times as many as by single questions."""
        return self.single * self.a_second


def measure_crowds(ladder: str, sizes: Sequence[int], *, whole: bool = False) -> list[Crowd]:
    """Ask about tables of some sizes, with months alone and with skills besides."""
    measured = []
    for rated in (False, True):
        single = _apart(_single, ladder, rated)
        known: dict[int, tuple[float, float]] = {}
        for number in sizes:
            asked = min(number, MOST_RATED[ladder]) if rated and not whole else number
            progress(f"crowds: {number:,} people, {ladder}")
            if asked not in known:
                known[asked] = _apart(_together, ladder, rated, asked)
            seconds, megabytes = known[asked]
            measured.append(
                Crowd(
                    ladder,
                    rated,
                    number,
                    asked,
                    seconds * number / asked,
                    single,
                    megabytes if asked == number else None,
                )
            )
    return measured


def _apart(measure: Callable[..., T], *args: object) -> T:
    """Measure in a process of its own, whose memory is nobody else's."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measure, *args).result()


def _single(name: str, rated: bool) -> float:
    ladder = bundled(name)
    target = find_role(ladder, TARGETS[name]).id
    with tempfile.TemporaryDirectory() as folder:
        file = write_crowd(ladder, MOST_ASKED[name] + 1, Path(folder, "staff.csv"), rated=rated)
        staff, _ = persons(ladder, file)
    alone(ladder, target, staff.pop())  # the ladder has been asked before
    taken = []
    for person in staff:
        began = process_time()
        alone(ladder, target, person)
        taken.append(process_time() - began)
    return mean(taken)


def _together(name: str, rated: bool, number: int) -> tuple[float, float]:
    ladder = bundled(name)
    with tempfile.TemporaryDirectory() as folder:
        file = write_crowd(ladder, number, Path(folder, "staff.csv"), rated=rated)
        began = process_time()
        people(ladder, file, to=TARGETS[name], out=Path(folder, "answers.csv"))
        return process_time() - began, peak_megabytes()


def write_crowd(ladder: Ladder, number: int, file: Path, *, rated: bool) -> Path:
    """Write random people down: any role, any months, and up to three skills at any level."""
    rng = Random(SEED)
    roles = [role.name for role in ladder.roles.values()]
    skills = sorted(ladder.skills)
    with file.open("w", encoding="utf-8") as out:
        out.write("id,role,months_in_role,skills,team\n")
        for place in range(number):
            stated = rng.sample(skills, rng.randint(0, STATED)) if rated else []
            levels = "; ".join(f"{skill}={rng.randint(0, len(ladder.levels))}" for skill in stated)
            months = rng.randint(0, MOST_MONTHS)
            out.write(f'e{place},"{rng.choice(roles)}",{months},{levels},team {place % 40}\n')
    return file


@dataclass(frozen=True)
class Taken:
    """What a crew took.

    Parameters
    ----------
    seconds : float
        By the clock.
    asking, others : float or None
        Of CPU time, by the process that asks and by those that it has begun; a cluster's workers
        are nobody's here.
    """

    seconds: float
    asking: float
    others: float | None


@dataclass(frozen=True)
class Crews:
    """What one table took, by who worked on it, and whether all wrote the same."""

    number: int
    taken: dict[str, Taken]
    same: bool


def measure_crews(number: int) -> Crews:
    """Let one core, two and a cluster of two local workers answer about the same people."""
    from distributed import LocalCluster

    ladder = bundled(PRODUCT)
    taken: dict[str, Taken] = {}
    written = set()
    with (
        tempfile.TemporaryDirectory() as folder,
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as cluster,
    ):
        file = write_crowd(ladder, number, Path(folder, "staff.csv"), rated=True)
        address = cluster.scheduler_address
        for name, how in (
            ("one core", {"jobs": 1}),
            ("two cores", {"jobs": 2}),
            ("Dask, two workers", {"scheduler": address}),
        ):
            progress(f"crowds: {name}")
            out = Path(folder, "answers.csv")
            began, before = perf_counter(), os.times()
            people(ladder, file, to=TARGETS[PRODUCT], out=out, **how)
            seconds, after = perf_counter() - began, os.times()
            spent = [now - then for now, then in zip(after, before, strict=True)]
            others = None if "scheduler" in how else spent[2] + spent[3]
            taken[name] = Taken(seconds, spent[0] + spent[1], others)
            written.add(out.read_bytes())
    return Crews(number, taken, len(written) == 1)
