"""What to do next, laid out for a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import click
import pytest
from click.testing import Result

from cli.output import Look
from cli.text.layout import cells
from cli.text.next_steps import describe_next
from graphs import GrowthPath, Lever, NextSteps, Slack, ThisMonth

Run = Callable[..., Result]


def words(steps: NextSteps, width: int = 80) -> str:
    text = click.unstyle(describe_next(steps, Look(width)))
    assert max(map(cells, text.splitlines())) <= width
    return " ".join(text.split())


def steps(path: GrowthPath, now: ThisMonth, *levers: Lever, unsettled: int = 0) -> NextSteps:
    waits = (Slack("course", 0, 0), Slack("mentor", 3, 4))
    return NextSteps(path, now, waits, levers, unsettled)


@pytest.mark.parametrize("width", [40, 50, 80])
def test_everything_is_said(path: GrowthPath, width: int) -> None:
    """What to begin, what saves how much, and how long each may wait."""
    now = ThisMonth(False, ("course",), True)
    skill = Lever("roadmapping", 1, None, 2, True)
    text = words(steps(path, now, skill, Lever(None, None, "mentor", 3, True)), width)
    assert "26 months (2 years 2 months), 2 moves, USD 500" in text
    assert "Begin this: Online course A month without any of them is lost." in text
    assert "would save 2 months Roadmapping to awareness" in text
    assert "would save 3 months Find a mentor ~ (mentoring, 6 months)" in text
    assert "not at all Online course, from month 1" in text
    assert "4 months Find a mentor ~, from month 4, month 8 at the latest" in text


def test_other_ways_are_told_apart(path: GrowthPath) -> None:
    """What the plan does not contain may be begun on another way that is as short."""
    text = words(steps(path, ThisMonth(False, ("course", "mentor"), True)))
    assert "Begin one of these, and no month is lost later: Online course · Find" in text
    lone = replace(path, learning=path.learning[:1])
    text = words(NextSteps(lone, ThisMonth(False, ("course", "mentor"), True), (), (), 0))
    assert "Online course or, on other ways as short: Find a mentor ~ A month" in text


def test_a_month_off(path: GrowthPath) -> None:
    """Where nothing is lost by waiting, that is what is said."""
    text = words(steps(path, ThisMonth(True, ("course",), True)))
    assert "Nothing need be learnt: a month off loses none later." in text
    assert "The plan begins with Online course." in text
    assert "No skill one level up, and no activity done already, is known to save a month." in text


def test_what_is_not_proven_is_marked(path: GrowthPath) -> None:
    """The time limit leaves marks wherever it came first."""
    lever = Lever("roadmapping", 1, None, 2, False)
    text = words(steps(path, ThisMonth(None, (), False), lever, unsettled=3))
    assert "The time limit came before anything was proven." in text
    assert "2 or more Roadmapping to awareness" in text
    assert "3 changes may save more than is known" in text
    text = words(steps(path, ThisMonth(None, ("course",), False)))
    assert "Begin this: Online course Of others, and of a month off, the time limit left" in text
    assert "A month without" not in text
    text = words(NextSteps(path, ThisMonth(True, (), True), (Slack("course", 0, 0),), (), 0))
    assert "Of 1 more the time limit left it open." in text
    unproven = replace(path, optimal=False)
    text = words(steps(unproven, ThisMonth(None, (), False)))
    assert "the way is the best found so far, and no figure is proven" in text


def test_much_is_cut_short(path: GrowthPath) -> None:
    """A long list names its first, and how many more there are."""
    levers = [Lever("research", level, None, 9, True) for level in (1, 2, 3)] * 4
    text = words(steps(path, ThisMonth(True, (), True), *levers))
    assert "and 4 more; --format json names them" in text


def test_next_from_the_command_line(run: Run) -> None:
    """Text, data, a refusal with its code, and an option that makes no sense."""
    text = run("next", "analyst", "spm")
    assert text.exit_code == 0
    assert "A month without any of them is lost." in text.stdout
    plain = json.loads(run("next", "analyst", "spm", "--format", "json").stdout)
    assert plain["months"] == plain["path"]["months"]
    assert plain["this_month"]["activities"]
    assert run("next", "spm", "spm").stdout.startswith("You are there already")
    no = run("next", "spm", "analyst")
    assert (no.exit_code, no.stdout) == (1, run("path", "spm", "analyst").stdout)
    assert run("next", "analyst", "pm", "--max-cost", "300").exit_code == 0
    assert run("next", "analyst", "pm", "--within", "1").exit_code == 1
    wrong = run("next", "analyst", "spm", "--by", "cost")
    assert wrong.exit_code == 2
    assert "--by" in wrong.stderr
    assert "--by" not in run("next", "--help").stdout


def test_months_become_dates(run: Run) -> None:
    """In the text, in data, and where there is no way within what is allowed."""
    dated = ("next", "analyst", "spm", "--start", "2027-01")
    text = " ".join(run(*dated).stdout.split())
    assert "48 months (36–60; 4 years), January 2027 to December 2030, 2 moves" in text
    assert "In January 2027 Begin one of these" in text
    assert "11 months Study of emotional intelligence ~, from Jan 2027, Dec 2027 at the" in text
    assert "from month" not in text
    assert "This month" not in text
    answer = json.loads(run(*dated, "--format", "json").stdout)
    assert (answer["begins"], answer["path"]["end_date"]) == ("2027-01", "2031-01-01")
    assert answer["slack"][0]["dates"] == ["2027-01-01", "2027-12-01"]
    no = json.loads(run(*dated, "--within", "3", "--format", "json").stdout)
    assert no["least"][0]["begins"] == "2027-01"
    assert "expected a month such as 2027-01" in run(*dated[:-1], "soon").stderr


@pytest.mark.parametrize(
    ("stay", "told"),
    [
        (False, "Move to Associate Product Manager now: a month more in your role would be lost."),
        (
            True,
            "The plan moves to Associate Product Manager now; a month that is spent well before "
            "that loses none.",
        ),
        (None, "The plan moves to Associate Product Manager now."),
    ],
)
def test_a_move_at_once_is_told_first(path: GrowthPath, stay: bool | None, told: str) -> None:
    """And whether it may wait, as far as that is known."""
    first, *rest = path.stays
    early = replace(path, stays=(replace(first, end=0), *rest))
    text = words(steps(early, ThisMonth(True, (), True, stay)))
    assert f"This month {told} Nothing need be learnt" in text
    assert "a month off there loses none later" in text
    assert "Move to" not in words(steps(path, ThisMonth(True, (), True)))
