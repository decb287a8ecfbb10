"""Ranges of months, and planning by their ends, on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from cli.look import PLAIN, Look
from cli.path_text import describe_path
from graphs import growth_path
from ladder import Person, load

Run = Callable[..., Result]

CRAFT = """\
name: Craft
levels: [low, high]
skills: {forging: Forging}
roles:
  apprentice:
    name: Apprentice
    develops: {forging: {low: {typical: 18, range: [12, 24]}}}
  smith: {name: Smith}
  master: {name: Master}
transitions:
  - {from: apprentice, to: smith, months: {typical: 24, range: [18, 36]}}
  - {from: smith, to: master, months: 9, requires: {forging: high}}
activities:
  course: {name: Course, months: {typical: 3, range: [2, 12]}, develops: {forging: high}}
"""
ASK = ("path", "apprentice", "master", "--months-in-role", "0")


@pytest.fixture(autouse=True)
def craft(tmp_path: Path) -> Path:
    """A ladder with ranges in the working folder."""
    file = tmp_path / "ladder.yaml"
    file.write_text(CRAFT, encoding="utf-8")
    return file


def plain(run: Run, *args: str) -> str:
    result = run(*args)
    assert result.exit_code == 0, result.stderr
    return click.unstyle(result.stdout)


def test_an_answer_has_its_range(run: Run) -> None:
    """Beside the total, and where its moves and activities are."""
    text = plain(run, *ASK)
    assert "33 months (27–45; 2 years 9 months), 2 moves" in text
    assert "├─▶ lateral to Smith, after month 24 (18–36)" in text
    assert "asks 24 months (18–36) in the job" in text
    assert "Course (course, 3 months (2–12), no cost)" not in text
    assert "3 months (2–12)" in " ".join(text.replace("│", " ").split())
    assert "├─▶ lateral to Master, after month 33 (27–45)" in text
    assert "in brackets those at a fast and at a slow pace" in text


def test_an_answer_as_data_has_its_range(run: Run) -> None:
    """Next to the months, in months."""
    answer = json.loads(plain(run, *ASK, "--format", "json"))
    assert (answer["months"], answer["range"]) == (33, [27, 45])
    assert "pace" not in answer


@pytest.mark.parametrize(("pace", "months"), [("fast", 27), ("slow", 45)])
def test_planning_by_an_end(run: Run, pace: str, months: int) -> None:
    """The answer is at that pace, says so, and has no range."""
    answer = json.loads(plain(run, *ASK, "--pace", pace, "--format", "json"))
    assert (answer["months"], answer["pace"]) == (months, pace)
    assert "range" not in answer
    text = plain(run, *ASK, "--pace", pace)
    assert f"at the {pace} pace, 2 moves" in text
    assert "(18–36)" not in text
    assert "brackets" not in text
    asked = plain(run, "ask", "from apprentice to master, 0 months in", "--pace", pace)
    assert f"at the {pace} pace" in asked


def test_the_typical_pace_is_the_usual_one(run: Run) -> None:
    """Asked for by name or not at all."""
    assert plain(run, *ASK, "--pace", "typical") == plain(run, *ASK)


@pytest.mark.parametrize("several", [("--alternatives", "2"), ("--frontier",)])
def test_several_answers_have_their_ranges(run: Run, several: tuple[str, ...]) -> None:
    """Each beside its total, or the pace in its place."""
    text = plain(run, *ASK, *several)
    assert "33 months (27–45; 2 years 9 months), 2 moves" in text
    assert "in brackets" in text
    text = plain(run, *ASK, *several, "--pace", "slow")
    assert "45 months (3 years 9 months) at the slow pace, 2 moves" in text
    assert "brackets" not in text


def test_a_no_says_its_pace(run: Run) -> None:
    """What would be allowed at another pace is not at this one."""
    assert run(*ASK, "--within", "40").exit_code == 0
    result = run(*ASK, "--within", "40", "--pace", "slow")
    assert result.exit_code == 1
    assert "from Apprentice to Master at the slow pace keeps" in " ".join(result.stdout.split())
    result = run("path", "master", "smith", "--pace", "fast")
    assert result.exit_code == 1
    assert "from Master to Smith at the fast pace" in " ".join(result.stdout.split())


def test_a_picture_of_an_answer_at_a_pace(run: Run) -> None:
    """The heading of the picture says the pace; without a path there is nothing to plan."""
    ends = ("--path", "apprentice", "master", "--months-in-role", "0")
    assert "45 months at the slow pace" in run("draw", *ends, "--pace", "slow").stdout
    result = run("draw", "--pace", "slow")
    assert result.exit_code == 2
    assert "--pace would change nothing" in result.stderr


def test_a_pace_without_ranges_is_remarked_on(run: Run, craft: Path) -> None:
    """It changes nothing, and that is said where it does not disturb the answer."""
    craft.write_text(
        "name: X\nroles: {a: {}, b: {}}\ntransitions: [{from: a, to: b, months: 5}]\n",
        encoding="utf-8",
    )
    result = run("path", "a", "b", "--pace", "slow")
    assert result.exit_code == 0
    assert "has a range" in result.stderr


def test_an_unknown_pace_is_refused(run: Run) -> None:
    """With the paces there are."""
    result = run(*ASK, "--pace", "quick")
    assert result.exit_code == 2
    assert "'fast', 'typical', 'slow'" in result.stderr


def test_what_there_is_is_shown_with_its_range(run: Run) -> None:
    """Moves, what a role develops, and activities; and the same as data."""
    text = plain(run, "show", "apprentice")
    assert "after 18 months (12–24)  at low: Forging" in text
    assert "lateral after 24 months (18–36; 2 years)" in text
    assert "after 9 months" in plain(run, "show", "smith")
    role = json.loads(plain(run, "show", "apprentice", "--format", "json"))
    assert role["leads_to"][0]["range"] == [18, 36]
    assert role["develops_ranges"] == {"forging": {"1": [12, 24]}}
    assert "course, 3 months (2–12), no cost" in plain(run, "activities")
    activities = json.loads(plain(run, "activities", "--format", "json"))["activities"]
    assert activities[0]["range"] == [2, 12]


def test_learning_that_went_on_for_long(run: Run, tmp_path: Path) -> None:
    """More months may be in than are typical; then one more is needed at least."""
    file = tmp_path / "me.yaml"
    file.write_text("role: smith\nlearning: {course: 10}\n", encoding="utf-8")
    answer = json.loads(plain(run, "path", "master", "--person", str(file), "--format", "json"))
    assert (answer["months"], answer["range"]) == (1, [1, 2])
    text = " ".join(plain(run, "path", "master", "--person", str(file)).replace("│", "").split())
    assert "3 months (2–12), 10 already in" in text
    assert run("path", "master", "--person", str(file), "--pace", "fast").exit_code == 0


@pytest.mark.parametrize("width", [40, 50, 80])
def test_ranges_keep_to_the_window_and_to_plain_signs(craft: Path, width: int) -> None:
    """However narrow, and where there is ASCII only."""
    path = growth_path(load(craft), "apprentice", "master", person=Person(months_in_role=0))
    text = click.unstyle(describe_path(path, Look(width, PLAIN)))
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= width
    assert "(27-45; " in text
