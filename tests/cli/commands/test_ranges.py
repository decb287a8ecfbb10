"""Ranges of months, and planning by their ends, on the command line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import click
import pytest
from click.testing import Result

from cli.output import PLAIN, Look
from cli.text.path import describe_path
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
    text = plain(run, *ASK, "--details")
    assert "3 months (2–12)" in " ".join(text.replace("│", " ").split())
    assert "├─▶ lateral to Master, after month 33 (27–45)" in text
    assert "in brackets those at a fast and at a slow pace" in text


def test_brackets_are_told_of_only_where_there_are_some(run: Run, craft: Path) -> None:
    """A range that nothing on the way has, or that only details show, is no bracket in the text."""
    craft.unlink()
    run("init")
    text, whole = (plain(run, "path", "agent", "lead", *more) for more in ((), ("--details",)))
    assert "20 months (1 year 8 months), 2 moves" in text
    assert "at a fast and at a slow pace" not in text
    assert "6 months (4–9)" in whole
    assert "at a fast and at a slow pace" in " ".join(whole.split())


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


def test_a_plan_has_its_ranges(run: Run) -> None:
    """In Markdown where they are in the text."""
    text = plain(run, *ASK, "--format", "markdown")
    assert "33 months (27–45; 2 years 9 months), 2 moves" in text
    assert "**Move to Smith** (lateral), after month 24 (18–36)" in text
    assert "time: 24 months (18–36) in the job" in text
    assert "(course, 3 months (2–12))" in text
    assert "in brackets" in text
    slow = plain(run, *ASK, "--format", "markdown", "--pace", "slow")
    assert "45 months (3 years 9 months) at the slow pace, 2 moves" in slow
    assert "(18–36)" not in slow
    assert "brackets" not in slow


@pytest.mark.parametrize("several", [("--alternatives", "2"), ("--frontier",)])
def test_plans_side_by_side_have_their_ranges(run: Run, several: tuple[str, ...]) -> None:
    """In the table's months."""
    text = plain(run, *ASK, *several, "--format", "markdown")
    assert "| 33 months (27–45; 2 years 9 months) | 2 |" in text
    assert "in brackets" in text
    slow = plain(run, *ASK, *several, "--format", "markdown", "--pace", "slow")
    assert "| 45 months (3 years 9 months) at the slow pace | 2 |" in slow


def test_a_table_has_columns_for_ranges(run: Run) -> None:
    """For stays and moves in one path's, for the total beside others; or one for the pace."""
    table = csv.DictReader(StringIO(plain(run, *ASK, "--format", "csv", "--start", "2027-01")))
    rows = [(row["kind"], row["end"], row["end_fast"], row["end_slow"]) for row in table]
    assert rows == [
        ("stay", "24", "18", "36"),
        ("learning", "3", "", ""),
        ("move", "24", "18", "36"),
        ("stay", "33", "27", "45"),
        ("move", "33", "27", "45"),
        ("stay", "33", "27", "45"),
    ]
    asks = csv.DictReader(StringIO(plain(run, *ASK, "--format", "csv")))
    assert [row["asks"] for row in asks][2] == "24 months (18–36) in the role"
    (one,) = csv.DictReader(StringIO(plain(run, *ASK, "--frontier", "--format", "csv")))
    assert (one["months"], one["months_fast"], one["months_slow"]) == ("33", "27", "45")
    for several in ((), ("--frontier",)):
        text = plain(run, *ASK, *several, "--format", "csv", "--pace", "slow")
        table = csv.DictReader(StringIO(text))
        assert {row["pace"] for row in table} == {"slow"}
        assert "_slow" not in text


def test_ranges_read_as_dates(run: Run) -> None:
    """Where months do: in the text, in Markdown and as data."""
    begins = ("--start", "2027-01")
    text = plain(run, *ASK, *begins)
    assert "33 months (27–45; 2 years 9 months), January 2027 to September 2029" in " ".join(
        text.split()
    )
    assert "├─▶ lateral to Smith, in January 2029 (Jul 2028–Jan 2030)" in text
    kept = plain(run, *ASK, *begins, "--format", "markdown")
    assert "**Move to Smith** (lateral), in January 2029 (Jul 2028–Jan 2030)" in kept
    answer = json.loads(plain(run, *ASK, *begins, "--format", "json"))
    assert answer["range_dates"] == ["2029-04-01", "2030-10-01"]
    assert [stay["range"] for stay in answer["stays"]] == [[18, 36], [27, 45], [27, 45]]
    assert answer["stays"][0]["range_dates"] == ["2028-07-01", "2030-01-01"]


def test_progress_keeps_to_the_pace_of_the_plan(run: Run, tmp_path: Path) -> None:
    """From where one stands, it goes on at that pace, unless another one is asked for."""
    me = tmp_path / "me.yaml"
    me.write_text("role: apprentice\nmonths_in_role: 12\nlearning: {course: 4}\n", encoding="utf-8")
    plan = tmp_path / "plan.json"
    plan.write_text(plain(run, *ASK, "--pace", "slow", "--format", "json"), encoding="utf-8")
    ask = ("progress", str(plan), "--person", str(me), "--month", "14")
    text = " ".join(plain(run, *ask).split())
    assert "After month 14 of 45 at the slow pace (by --month)" in text
    assert "Course (4 of 12 months in)" in text
    assert "33 months (2 years 9 months) at the slow pace to go, where the plan has 31" in text
    answer = json.loads(plain(run, *ask, "--format", "json"))
    assert (answer["pace"], answer["replanned"]["pace"]) == ("slow", "slow")
    assert answer["replanned"]["months"] == 33
    for pace, months in (("typical", 21), ("fast", 15)):
        answer = json.loads(plain(run, *ask, "--pace", pace, "--format", "json"))
        assert (answer["pace"], answer["replanned"]["months"]) == ("slow", months)
        assert answer["replanned"].get("pace", "typical") == pace


def test_every_role_at_once_at_a_pace(run: Run) -> None:
    """As the single questions are, and the pace is said in the text, the data and the picture."""
    options = ("--months-in-role", "0", "--pace", "slow")
    text = plain(run, "reach", "apprentice", *options)
    assert "2 of 2 other roles can be reached at the slow pace." in text
    answer = json.loads(plain(run, "reach", "apprentice", *options, "--format", "json"))
    assert answer["pace"] == "slow"
    assert [(way["role"], way["months"]) for way in answer["ways"]][1:] == [
        ("smith", 36),
        ("master", 45),
    ]
    run("reach", "apprentice", *options, "-o", "reach.svg")
    assert "2 of 2 other roles at the slow pace" in Path("reach.svg").read_text(encoding="utf-8")
    into = json.loads(plain(run, "into", "master", "--pace", "fast", "--format", "json"))
    assert into["pace"] == "fast"
    assert "into Master at the fast pace." in plain(run, "into", "master", "--pace", "fast")
    skills = ("reach", "--skill", "forging=low", "--pace", "fast")
    assert "Open after learning at the fast pace (1)\n  Master after 2 months" in plain(
        run, *skills
    )
    assert json.loads(plain(run, *skills, "--format", "json"))["pace"] == "fast"


def test_every_role_at_once_has_its_range(run: Run) -> None:
    """Beside its months, in the table and as data, where there are both ends."""
    reached = ("reach", "apprentice", "--months-in-role", "0")
    text = plain(run, *reached)
    assert "    24 (18–36)      1  Smith" in text
    assert "    33 (27–45)      2  Master" in text
    assert "in brackets those at a fast and at a slow pace" in " ".join(text.split())
    ways = json.loads(plain(run, *reached, "--format", "json"))["ways"]
    assert [(way["months"], way["range"]) for way in ways] == [
        (0, [0, 0]),
        (24, [18, 36]),
        (33, [27, 45]),
    ]
    slow = plain(run, *reached, "--pace", "slow")
    assert "(" not in slow
    assert "brackets" not in slow
    assert "9 (9–12)" in plain(run, "into", "master")


@pytest.mark.parametrize(("columns", "ranged"), [("80", True), ("50", True), ("40", False)])
def test_a_table_has_ranges_where_there_is_room(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str, ranged: bool
) -> None:
    """Names go first; and what is said of brackets is said only where there are some."""
    monkeypatch.setenv("COLUMNS", columns)
    text = plain(run, "reach", "analyst", "--ladder", "product-management")
    assert max(map(len, text.splitlines())) <= int(columns)
    assert ("48 (36–60)" in text, "brackets" in text) == (ranged, ranged)


def test_what_would_open_a_way_has_its_range(run: Run) -> None:
    """In the text and as data."""
    ask = ("path", "apprentice", "master", "--without", "course", "--months-in-role", "0")
    result = run(*ask)
    assert result.exit_code == 1
    assert "33 months (27–45; 2 years 9 months), 2 moves" in " ".join(result.stdout.split())
    repairs = json.loads(run(*ask, "--format", "json").stdout)["repairs"]
    assert (repairs[0]["months"], repairs[0]["range"]) == (33, [27, 45])


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
    text = plain(run, "path", "master", "--person", str(file))
    assert "Course, 10 months already in" in text
    text = plain(run, "path", "master", "--person", str(file), "--details")
    assert "3 months (2–12), 10 already in" in " ".join(text.replace("│", "").split())
    assert run("path", "master", "--person", str(file), "--pace", "fast").exit_code == 0


@pytest.mark.parametrize("width", [40, 50, 80])
def test_ranges_keep_to_the_window_and_to_plain_signs(craft: Path, width: int) -> None:
    """However narrow, and where there is ASCII only."""
    path = growth_path(load(craft), "apprentice", "master", person=Person(months_in_role=0))
    text = click.unstyle(describe_path(path, Look(width, PLAIN)))
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= width
    assert "(27-45; " in text
