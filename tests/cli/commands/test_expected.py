"""What roles expect, what levels mean, and moves from several roles or from any, where shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import Result

from cli.output import Look
from cli.text.layout import cells
from cli.text.refusal import describe_no
from graphs import NoGrowthPath, growth_path
from ladder import load

Run = Callable[..., Result]

SMITHY = """\
name: Smithy
levels: [{name: low, about: Has seen it done}, high]
skills:
  fire: {name: Fire, group: Craft, levels: {low: Lights one, high: Keeps one even all day}}
  trade: {name: Trade, group: Shop}
  oil: Oil
tracks: {forge: Forge, shop: Shop}
roles:
  apprentice: {track: forge, rank: 1, expects: {fire: low}}
  smith:
    track: forge
    rank: 2
    expects: {fire: high, trade: low}
    develops: {trade: {high: 12}, oil: {low: 1}}
    url: "https://example.org/smith"
  clerk: {track: shop, rank: 1, expects: {trade: low}}
  hand: {}
transitions:
- {from: apprentice, to: smith, kind: promotion, months: 24}
- {from: any, to: clerk, kind: entry, months: 12}
- {from: [smith, clerk], to: hand, months: 3}
- {from: [clerk, hand], to: apprentice, months: 1, requires: {oil: high}}
activities:
  fire:
    {name: Work at the fire, kind: practice, months: 4, url: "https://example.org/fire(1)",
     develops: {fire: high}}
"""


@pytest.fixture
def asked(run: Run, tmp_path: Path) -> Callable[..., str]:
    """The answer in one line, over a small ladder that expects things."""
    (tmp_path / "ladder.yaml").write_text(SMITHY, encoding="utf-8")

    def asked(*args: str) -> str:
        result = run(*args)
        assert max(map(cells, result.stdout.splitlines())) <= 80 or "markdown" in args
        assert not [line for line in result.stdout.splitlines() if line != line.rstrip()]
        return " ".join(result.stdout.split())

    return asked


@pytest.fixture
def data(run: Run, asked: Callable[..., str]) -> Callable[..., Any]:
    return lambda *args: json.loads(run(*args, "--format", "json").stdout)


def test_what_a_role_expects(asked: Callable[..., str]) -> None:
    """By groups, with the text of each level, and apart from what it develops; and its page."""
    text = asked("show", "smith")
    assert "smith · Forge, rank 2 https://example.org/smith Expects" in text
    assert "Craft Fire high: Keeps one even all day Shop at low: Trade Develops" in text
    assert "after 1 month at low: Oil after 12 months at high: Trade" in text
    assert "Apprentice promotion after 24 months (2 years) asks all that Smith expects" in text


def test_open_to_all_is_one_line(run: Run, asked: Callable[..., str]) -> None:
    """At the role that is open, and at each that may leave for it."""
    assert asked("show", "clerk").endswith(
        "Reached from open to all entry after 12 months (1 year), asks all that Clerk expects "
        "What the levels mean low Has seen it done"
    )
    assert "what is open to all Clerk" in asked("show", "hand")
    assert "open to all" not in asked("show", "clerk").split("Leads to")[1].split("Reached")[0]


def test_several_sources(asked: Callable[..., str]) -> None:
    """One row for all roles that a gate asks the same of, and each of them leads there."""
    assert asked("show", "hand").endswith("Reached from Smith · Clerk lateral after 3 months")
    assert "Hand lateral after 3 months" in asked("show", "smith")
    assert "Hand lateral after 3 months" in asked("show", "clerk")


def test_what_is_expected_anyway_is_not_asked_newly(asked: Callable[..., str]) -> None:
    """A gate onward is told by what not everybody in the role has."""
    assert "asks at high: Fire; at low: Trade" in asked("show", "apprentice")
    assert "Clerk" in asked("show", "apprentice")


def test_a_role_as_data(data: Callable[..., Any]) -> None:
    """Where a move leads from is an id, a list or the word any."""
    smith = data("show", "smith")
    assert smith["expects"] == {"fire": 2, "trade": 1}
    assert smith["expects_about"] == {"fire": "Keeps one even all day"}
    assert smith["url"] == "https://example.org/smith"
    assert [move["to"] for move in smith["leads_to"]] == ["clerk", "hand"]
    assert [move["from"] for move in smith["leads_to"]] == ["any", ["smith", "clerk"]]
    assert [move["from"] for move in smith["reached_from"]] == ["apprentice"]


def test_skills_stand_in_groups(asked: Callable[..., str], data: Callable[..., Any]) -> None:
    """With how many roles expect each, and what the levels mean in general."""
    text = asked("skills")
    assert "Craft Fire fire 2 1 1 Shop Trade trade 2 1 2 Others Oil oil 1 1" in text
    assert text.endswith("Levels low Has seen it done high")
    skills = data("skills")
    assert skills["levels_about"] == {"1": "Has seen it done"}
    assert skills["skills"][0]["group"] == "Craft"
    assert skills["skills"][0]["levels"] == {"1": "Lights one", "2": "Keeps one even all day"}
    assert skills["skills"][0]["expected"] == 2


def test_one_skill(run: Run, asked: Callable[..., str], data: Callable[..., Any]) -> None:
    """What each level means, of itself or in general, and where it is expected and learnt."""
    text = asked("skills", "Fire")
    assert "What one can do low Lights one high Keeps one even all day" in text
    assert "Expected of low Apprentice high Smith Learnt by high Work at the fire" in text
    assert "What one can do low Has seen it done" in asked("skills", "trade")
    assert [skill["id"] for skill in data("skills", "fire")["skills"]] == ["fire"]
    assert run("skills", "fire", "-o", "x.svg").exit_code == 2


def test_pages_of_activities(asked: Callable[..., str], data: Callable[..., Any]) -> None:
    assert "gives at high: Fire page https://example.org/fire(1)" in asked("activities")
    assert data("activities")["activities"][0]["url"] == "https://example.org/fire(1)"


def test_a_gap_parts_what_is_expected(asked: Callable[..., str], data: Callable[..., Any]) -> None:
    """What the role expects comes first, what long holders have besides by itself."""
    text = asked("gap", "apprentice", "smith")
    assert (
        "Expected there gained Shop at low: Trade raised Craft from low to high: Fire "
        "Held besides by who has been there for long gained at low: Oil "
        "raised Shop from low to high: Trade"
    ) in text
    gap = data("gap", "apprentice", "smith")
    assert gap["expected"] == {"fire": 2, "trade": 1}
    assert gap["profile"] == {"fire": 2, "trade": 2, "oil": 1}


def test_a_closed_gate_of_several_roles(asked: Callable[..., str]) -> None:
    """It is named by all of them."""
    asked("roles")
    with pytest.raises(NoGrowthPath) as no:
        growth_path(load("ladder.yaml"), "hand", "apprentice")
    text = click.unstyle(describe_no(no.value, Look(80)))
    assert "✗ Clerk or Hand → Apprentice\n  asks Oil at high" in text


def test_a_plan_says_what_one_can_do(run: Run, asked: Callable[..., str]) -> None:
    """With links to the pages of activities and roles."""
    text = asked("path", "apprentice", "smith", "--skill", "trade=low", "--format", "markdown")
    assert "[**Work at the fire**](https://example.org/fire%281%29), months 1–4" in text
    assert "- holding Fire at high: Keeps one even all day" in text
    assert "[**Move to Smith**](https://example.org/smith) (promotion)" in text


def test_a_question_for_an_example(run: Run, asked: Callable[..., str], tmp_path: Path) -> None:
    """A move that is open to all is put as one from some role."""
    first = "transitions:\n- {from: any, to: hand, months: 1}\n"
    text = SMITHY.replace("transitions:\n", first)
    (tmp_path / "ladder.yaml").write_text(text, encoding="utf-8")
    assert 'from Apprentice to Hand"' in run("ask", "how").stderr
