"""A path laid out for a person."""

from __future__ import annotations

from dataclasses import replace

import click
import pytest

from cli.layout import cells
from cli.look import PLAIN, Look
from cli.path_text import describe_path
from graphs import GrowthPath, Stay
from ladder import FrozenDict, Ladder, Role


def told(path: GrowthPath, width: int = 80) -> str:
    return click.unstyle(describe_path(path, Look(width)))


def flat(path: GrowthPath) -> str:
    """The same without line breaks and rail."""
    return " ".join(told(path).replace("│", "").split())


def test_the_route_comes_first(path: GrowthPath) -> None:
    """The first lines say where it leads, how long it takes, in how many moves, for how much."""
    assert told(path).splitlines()[:2] == [
        "Business Analyst → Associate Product Manager → Product Manager",
        "26 months (2 years 2 months), 2 moves, USD 500",
    ]


def test_the_total_stands_behind_a_short_route(path: GrowthPath) -> None:
    """Where there is room, route and total share a line."""
    first = told(path, 120).splitlines()[0]
    assert first.endswith("Product Manager · 26 months (2 years 2 months), 2 moves, USD 500")


def test_each_stay_says_from_when_to_when(path: GrowthPath) -> None:
    """Months count from the first, and the last role is reached, not stayed in."""
    text = told(path)
    assert "● Business Analyst, months 1–2\n" in text
    assert "● Associate Product Manager, months 3–26\n" in text
    assert "◉ Product Manager, reached after month 26\n" in text


def test_what_the_job_develops_has_its_month(path: GrowthPath) -> None:
    """Each skill that the job gives stands beside the month by which it does."""
    lines = [" ".join(line.split()) for line in told(path).splitlines()]
    assert "│ on arrival The job gives Research: awareness" in lines
    assert "│ by month 20 The job gives Roadmapping: working" in lines
    assert "│ by month 26 The job gives Communication: practitioner" in lines


def test_learning_has_its_months_pauses_cost_and_doubt(path: GrowthPath) -> None:
    """What to learn and when, the pause left out, the cost and a low confidence named."""
    text = flat(path)
    assert (
        "months 1–2 Learn Online course (course, 2 months, USD 500), "
        "which gives Roadmapping: awareness" in text
    )
    assert (
        "months 4–5 and 8–11 Learn Find a mentor (mentoring, 6 months, low confidence), "
        "which gives Research: practitioner" in text
    )


def test_learning_that_goes_on_across_a_move(path: GrowthPath) -> None:
    """Both jobs show their part of it, and only the end shows what it gives."""
    mentor = replace(path.learning[1], periods=((0, 2), (3, 7)))
    text = flat(replace(path, learning=(mentor,)))
    assert "months 1–2 Learn Find a mentor" in text
    assert "to be finished later" in text
    assert "months 4–7 Go on with Find a mentor, which gives Research: practitioner" in text


def test_learning_begun_before_is_not_paid_again(path: GrowthPath) -> None:
    """Of an activity begun earlier, the months already in it are said, and no cost."""
    course = replace(path.learning[0], periods=((0, 1),))
    text = flat(replace(path, learning=(course,), cost=0))
    assert "(course, 2 months, 1 of them already in)" in text
    assert "USD" not in text
    assert "no cost" in text


def test_each_gate_says_where_its_skills_come_from(path: GrowthPath) -> None:
    """Held at the start, learnt, given by this job or an earlier one: each skill has its origin."""
    lines = [" ".join(line.split()) for line in told(path).splitlines()]
    assert "├─▶ entry to Associate Product Manager, after month 2, low confidence" in lines
    assert "│ asks 6 months in the job, long served, and" in lines
    assert "│ held at the start Communication: working" in lines
    assert "│ from learning Roadmapping: awareness (Online course)" in lines
    assert "│ asks 24 months in the job, and" in lines
    assert "│ held at the start Analysis: working" in lines
    assert any(line.startswith("│ from this job Research: awareness · Roadm") for line in lines)


def test_a_skill_from_an_earlier_job_names_it(path: GrowthPath) -> None:
    """What a job two moves ago has given is put down to that job."""
    given = replace(path, skills=FrozenDict(communication=2), months_in_role=10)
    stays = (replace(path.stays[0], end=8, develops={"analysis": 3}), *path.stays[1:])
    text = flat(replace(given, stays=stays))
    assert "from Business Analyst" in text
    assert "You hold, 10 months into the job, Communication: working" in text
    assert "asks 6 months in the job, and" in text


def test_months_are_called_estimates(path: GrowthPath) -> None:
    """At the end stands that months are estimates, and which of them are weak."""
    end = " ".join(told(path).splitlines()[-4:])
    assert "Proven" in end
    assert "All months are estimates" in end
    assert "the 6 months before the entry to Associate Product Manager and Find a mentor" in end


def test_an_unproven_path_says_so(path: GrowthPath) -> None:
    """When the limit ended the search, the bound stands in place of the proof."""
    text = flat(replace(path, optimal=False, bound=20))
    assert "Proven:" not in text
    assert "The time limit ended the search" in text
    assert "none takes less than 20 months (1 year 8 months)" in text


def test_being_there_already(product: Ladder) -> None:
    """From a role to itself is one line."""
    there = GrowthPath(
        product,
        *("pm", "pm"),
        *(0, 0, 0),
        months_in_role=None,
        skills={},
        stays=(Stay("pm", 0, 0, {}, None),),
        learning=(),
        optimal=True,
        bound=0,
    )
    assert told(there) == "You are there already: Product Manager."


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_nothing_is_wider_than_the_screen(path: GrowthPath, width: int) -> None:
    """Every line fits, also with names as long as a sentence and in wide characters."""
    long = Role("apm", "产品经理助理 " * 8 + "x" * 70, develops=path.ladder.roles["apm"].develops)
    ladder = replace(path.ladder, roles=FrozenDict({**path.ladder.roles, "apm": long}))
    for one in (path, replace(path, ladder=ladder)):
        assert max(map(cells, told(one, width).splitlines())) <= width


@pytest.mark.parametrize("width", [60, 80])
def test_the_rail_is_not_broken(path: GrowthPath, width: int) -> None:
    """From the first role to the last, each line begins with a sign of the way."""
    lines = told(path, width).split("\n\n")[1].splitlines()
    assert {line[0] for line in lines[:-1]} == {"●", "│", "├"}
    assert lines[-1][0] == "◉"


def test_plain_signs(path: GrowthPath) -> None:
    """Where the output carries ASCII only, the whole layout does with it."""
    text = click.unstyle(describe_path(path, Look(80, PLAIN)))
    assert text.isascii()
    assert "Business Analyst -> Associate Product Manager" in text
