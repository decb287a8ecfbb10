"""What the bench measures is what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from statistics import median

import networkx
import pytest
from bench.crowds import Crews, Taken, measure_crowds
from bench.people import measure_people, measure_surveys
from bench.processes import drawing
from bench.questions import Asked, connected_pairs, measure
from bench.report import of_crews, of_crowds, of_people, of_questions, of_unproven
from bench.subjects import PRODUCT, SUBJECTS, Subject, with_lower_gates

from graphs import build, growth_path
from ladder.importers.ddat import import_ddat

DDAT = Path(__file__).parents[1] / "data" / "ddat"
UNIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no getrusage")
SMALL = next(subject for subject in SUBJECTS if subject.name == "organisation of 35")


def test_lower_gates_are_those_of_the_import():
    """What the bench makes of the bundled framework is what ``--gate-below 1`` gives."""
    tables = DDAT / "roles.csv", DDAT / "order.csv"
    whole, low = (import_ddat(*tables, gate_below=below).ladder for below in (0, 1))
    made = with_lower_gates(whole)
    assert made.transitions == low.transitions
    assert [one.develops for one in made.roles.values()] == [
        one.develops for one in low.roles.values()
    ]


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.name)
def test_no_gate_stays_closed_for_ever(subject: Subject) -> None:
    """Everything that a gate asks for can be learnt from nothing, so connected pairs have paths."""
    ladder = subject.make()
    held: set[tuple[str, int]] = set()
    waiting = list(ladder.activities.values())
    before = -1
    while len(held) > before:
        before = len(held)
        for activity in waiting:
            if all((skill, level) in held for skill, level in activity.requires.items()):
                for skill, level in activity.develops.items():
                    held |= {(skill, below) for below in range(1, level + 1)}
    asked = {pair for move in ladder.transitions for pair in move.requires.items()}
    assert asked <= held


def test_pairs_are_connected_and_the_same_every_time():
    """The graph ignores gates, as the comparison does."""
    graph = build(SMALL.make())
    pairs = connected_pairs(graph, 20)
    assert pairs == connected_pairs(graph, 20)
    assert len(set(pairs)) > 15
    assert all(networkx.has_path(graph, *pair) for pair in pairs)


@UNIX
def test_a_ladder_is_measured_in_a_process_of_its_own():
    """The answers are those of the search, each with its labels; memory is that of the process."""
    measured = measure(SMALL, 3, 10)
    ladder = SMALL.make()
    assert len(measured.asked) == 3
    for item in measured.asked:
        assert item.proven
        assert item.labels > 0
        assert item.months == growth_path(ladder, item.source, item.target).months
        assert item.seconds > 0
        assert item.plain > 0
    assert 10 < measured.megabytes < 500
    assert of_unproven([measured]) == "none"


@UNIX
def test_the_peak_is_that_of_the_process_itself():
    """What the process that starts it holds does not count."""
    ballast = bytearray(b"x") * 300_000_000
    code = "from bench.questions import peak_megabytes; print(peak_megabytes())"
    tests = str(Path(__file__).parents[1])
    started = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": tests},
    )
    assert 10 < float(started.stdout) < len(ballast) / 1e6


@UNIX
def test_a_limit_that_is_missed_shows():
    """Beside its figure, in a sign of its own; each question that was not proven has its gap."""
    measured = measure(SMALL, 1, 10)
    kept = of_questions([replace(SMALL, most_times=1e9)], [measured])
    missed = of_questions([replace(SMALL, most_times=1e-9)], [measured])
    assert "!" not in kept
    assert "> 1e-09 !" in missed
    ended = Asked("track-1-rank-1", "track-2-rank-2", 10.0, 0.1, 7, False, 40, 30)
    never = replace(ended, target="track-3-rank-3", months=None)
    lines = of_unproven([replace(measured, asked=(ended, never))]).splitlines()
    assert lines[1].endswith("track-1-rank-1 to track-2-rank-2       40      30  10 (25%)")
    assert "no path" in lines[2]
    assert "100 > 1 !" in of_questions([SMALL], [replace(measured, asked=(ended, never))])


def test_people_are_measured_one_by_one():
    """The same ones each time; what takes too long, or ends at the limit, shows."""
    ladder = SMALL.make()
    asked = measure_people(ladder, 5, 10)
    again = measure_people(ladder, 5, 10)
    assert [one.person for one in asked] == [one.person for one in again]
    assert len({(one.source, one.target) for one in asked}) > 3
    assert all(one.proven and one.times > 0 for one in asked)
    assert "5 " in of_people(asked)
    late = [replace(one, seconds=1e3, proven=False) for one in asked]
    assert of_people(late).count("!") == 3
    for survey in measure_surveys(ladder, 2, 10):
        assert len(survey.seconds) == 2
        assert not survey.undecided


def test_drawing_is_whole_processes():
    """A whole command, start-up and all, takes longer than the program that it runs at its end."""
    ours, theirs = drawing(PRODUCT)
    assert len(ours) == len(theirs) == 10
    assert median(ours) > median(theirs) > 0


@UNIX
def test_tables_of_people_are_measured_and_what_is_not_kept_shows():
    """People a second and how many times as many follow from what was taken; a sample is told."""
    plain, rated = measure_crowds(PRODUCT, (40,))
    assert (plain.rated, rated.rated) == (False, True)
    for one in (plain, rated):
        assert one.asked == one.people == 40
        assert one.seconds > 0
        assert one.times == pytest.approx(one.single * 40 / one.seconds)
        assert 10 < one.megabytes < 500
    slow = replace(plain, people=100_000, seconds=1e6, megabytes=2_000)
    assert of_crowds([plain, rated]).count("!") == 0
    assert of_crowds([slow]).count("!") == 2
    taken = {"one core": Taken(4, 4, 0), "two cores": Taken(2, 1, 3.5), "Dask": Taken(2, 1, None)}
    crews = Crews(40, taken, same=True)
    assert "two cores 2.00 2.00 1.00 3.50 1.12 <= 1.15" in " ".join(of_crews(crews).split())
    assert "!" not in of_crews(crews)
    taken["two cores"] = Taken(2, 1, 4)
    assert of_crews(crews).count("!") == 1
    assert "!" in of_crews(replace(crews, same=False))
