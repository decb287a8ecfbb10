"""A path laid out for a person."""

from __future__ import annotations

from dataclasses import replace

import click
import pytest

from cli.output import PLAIN, Look
from cli.text.layout import cells
from cli.text.path import describe_path
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


def test_a_role_that_is_passed_through(path: GrowthPath) -> None:
    """A stay of no months is said to be left at once."""
    stays = (replace(path.stays[0], end=0), replace(path.stays[1], start=0), path.stays[2])
    text = flat(replace(path, stays=stays, learning=()))
    assert "● Business Analyst, left at once" in text
    assert "entry to Associate Product Manager ~, now" in text


def test_months_are_called_estimates(path: GrowthPath) -> None:
    """At the end stands that months are estimates, and what the mark of the weak ones means."""
    *_, proof, basis = told(path, 100).splitlines()
    assert proof.startswith("Proven")
    assert basis == (
        "All months are estimates. What is marked ~ rests on low confidence. --details tells more."
    )
    sure = replace(path.ladder.transitions[0], confidence="good")
    ladder = replace(path.ladder, transitions=(sure, path.ladder.transitions[1]))
    text = told(replace(path, ladder=ladder, learning=()))
    assert text.splitlines()[-1] == "All months are estimates. --details tells more."
    assert "~" not in text


def test_an_unproven_path_says_so(path: GrowthPath) -> None:
    """When the limit ended the search, the bound stands in place of the proof."""
    text = flat(replace(path, optimal=False, bound=20))
    assert "Proven:" not in text
    assert "The time limit ended the search" in text
    assert "none takes less than 20 months (1 year 8 months)" in text


@pytest.mark.parametrize(
    ("by", "least"),
    [("months", "is shorter"), ("moves", "has fewer moves"), ("cost", "costs less")],
)
def test_what_was_least_is_what_is_proven(path: GrowthPath, by: str, least: str) -> None:
    """The closing line speaks of the order that was asked for, and of no bound that is none."""
    text = " ".join(click.unstyle(describe_path(path, Look(80), by=by)).split())
    assert f"Proven: under the rules of growth, no way there {least}." in text
    unproven = replace(path, optimal=False, bound=0)
    text = " ".join(click.unstyle(describe_path(unproven, Look(80), by=by)).split())
    assert f"best path found so far; that none {least} is not proven." in text
    assert "0 months" not in text


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
