"""What would open a way, laid out for a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import click
import pytest
from click.testing import Result

from cli.output import Look
from cli.text.layout import cells
from cli.text.refusal import describe_repairs
from graphs import Blocker, GateLowered, GrowthPath, NoGrowthPath, Repair, Repairs, SkillTaught
from ladder import FrozenDict, Ladder, bundled, dumps

Run = Callable[..., Result]


def words(ladder: Ladder, repairs: Repairs, width: int = 80, transition: int | None = 1) -> str:
    no = NoGrowthPath(ladder, "analyst", "pm", [Blocker(transition, None, 0, 0, "why")])
    text = click.unstyle(describe_repairs(no, repairs, Look(width)))
    assert max(map(cells, text.splitlines()), default=0) <= width
    return " ".join(text.split())


@pytest.mark.parametrize("width", [40, 50, 80])
def test_each_change_is_a_sentence(product: Ladder, path: GrowthPath, width: int) -> None:
    """What would be changed, and the way that opens."""
    way = "26 months (2 years 2 months), 2 moves, USD 500: Business Analyst → Associate Product"
    lowered = GateLowered(1, FrozenDict(roadmapping=1, analysis=0))
    taught = [
        SkillTaught(role, "research", 2, 24 * place)
        for place, role in enumerate(("pm", "apm", "analyst"))
    ]
    found = tuple(Repair(change, path) for change in (lowered, *taught))
    text = words(product, Repairs(found, True), width)
    assert (
        "+ if Associate Product Manager → Product Manager did not ask for Analysis and asked no "
        f"more than at awareness: Roadmapping {way}" in text
    )
    assert (
        "+ if Product Manager developed Research to working, on arrival (so would Associate "
        f"Product Manager, Business Analyst, as soon or later) {way}" in text
    )
    alone = words(product, Repairs(found[-1:], True), width)
    assert "if Business Analyst developed Research to working, after 48 months there" in alone


def test_many_changes_are_cut_short(product: Ladder, path: GrowthPath) -> None:
    """A handful in text, and how many more there are."""
    found = [
        Repair(GateLowered(1, FrozenDict({skill: level})), path)
        for skill in product.skills
        for level in (0, 1)
    ]
    assert "3 more changes would, too; --format json" in words(product, Repairs(tuple(found), True))


def test_nothing_to_change_is_said(product: Ladder, path: GrowthPath) -> None:
    """Unless no transition leads there, which has been said."""
    assert words(product, Repairs((), True)).startswith("No single change to a gate")
    assert words(product, Repairs((), True), transition=None) == ""
    assert "a longer --time-limit may find more" in words(product, Repairs((), False))
    unproven = Repair(GateLowered(1, FrozenDict(analysis=0)), replace(path, optimal=False))
    assert "at most 26 months" in words(product, Repairs((unproven,), False))


@pytest.fixture
def alone(tmp_path: Path) -> None:
    """The product ladder, with nothing to learn outside the job."""
    ladder = replace(bundled("product-management"), activities=FrozenDict())
    (tmp_path / "ladder.yaml").write_text(dumps(ladder), encoding="utf-8")


@pytest.mark.usefixtures("alone")
def test_repairs_from_the_command_line(run: Run) -> None:
    """A no comes with what would open a way, in text and as data, from whoever asks for a path."""
    result = run("path", "spm", "director")
    assert result.exit_code == 1
    text = " ".join(result.stdout.split())
    assert (
        "What would open a way + if Senior Product Manager → Director of Product asked no more"
        in text
    )
    for command in (["path"], ["next"], ["path", "--alternatives", "2"]):
        plain = json.loads(run(*command, "spm", "director", "--format", "json").stdout)
        assert plain["status"] == "unreachable"
        assert plain["repairs"][0]["lower"]["requires"] == {"finance": 1}
        assert plain["repairs"][1]["teach"]["role"] == "senior-product-manager"
        assert plain["repairs_complete"]


def test_too_little_time_or_money_is_no_gate(run: Run) -> None:
    """Where only the months or the cost allowed stand in the way, no gate is to be changed."""
    plain = json.loads(run("path", "analyst", "pm", "--within", "1", "--format", "json").stdout)
    assert plain["least"]
    assert "repairs" not in plain
    assert json.loads(run("path", "spm", "analyst", "--format", "json").stdout)["repairs"] == []
