"""A "no", laid out for a person."""

from __future__ import annotations

from dataclasses import replace

import click
import pytest

from cli.output import Look
from cli.text.layout import cells
from cli.text.refusal import describe_limit, describe_no
from graphs import Blocker, NoGrowthPath, SearchLimit, growth_path
from ladder import Ladder, bundled


@pytest.mark.parametrize("width", [40, 80])
def test_each_blocker_is_a_sentence(product: Ladder, width: int) -> None:
    """Which move, which skill, the level asked, the best there is, and why."""
    why = "no role and no activity develops it further"
    blockers = [
        Blocker(1, "research", 3, 1, why),
        Blocker(1, "roadmapping", 3, 0, why),
        Blocker(None, None, 0, 0, "no transition leads into Product Manager"),
    ]
    no = NoGrowthPath(product, "analyst", "pm", blockers)
    text = click.unstyle(describe_no(no, Look(width)))
    assert max(map(cells, text.splitlines())) <= width
    words = " ".join(text.split())
    assert words.startswith("No way leads from Business Analyst to Product Manager")
    assert (
        "✗ Associate Product Manager → Product Manager asks Research at practitioner, and the "
        f"most to be had is awareness: {why}. asks Roadmapping at practitioner, and the most to "
        f"be had is none: {why}." in words
    )
    assert "✗ No transition leads into Product Manager." in words


def test_a_limit_is_not_a_no(product: Ladder) -> None:
    """Not having found a way is told apart from there being none, with what is proven."""
    limit = SearchLimit(product, "analyst", "pm", bound=30)
    words = " ".join(describe_limit(limit, Look(80)).split())
    assert "does not mean that there is none" in words
    assert "none takes less than 30 months (2 years 6 months)" in words
    assert "--time-limit" in words


@pytest.mark.parametrize("proven", [True, False])
def test_the_least_is_told_as_what_it_is(proven: bool) -> None:
    """Where the time limit came first, what was found is not said to be the least there is."""
    ladder = bundled("product-management")
    path = replace(growth_path(ladder, "analyst", "spm"), optimal=proven)
    no = NoGrowthPath(ladder, path.source, path.target, (), [path])
    text = click.unstyle(describe_no(no, Look(60)))
    assert max(map(cells, text.splitlines())) <= 60
    words = " ".join(text.split())
    assert "keeps within what you allow" in words
    assert (f"The least that it would take: {path.months} months" in words) == proven
    assert ("it may take less" in words) == (not proven)


def test_what_is_missing_of_the_least_is_told() -> None:
    """One of two was found and proven, and the time limit came before the other."""
    path = growth_path(bundled("product-management"), "analyst", "spm")
    no = NoGrowthPath(path.ladder, path.source, path.target, (), [path], complete=False)
    assert "it may take less" in " ".join(click.unstyle(describe_no(no, Look(80))).split())
    assert no.to_dict()["complete"] is False


def test_a_no_stands_where_the_least_is_not_known(product: Ladder) -> None:
    """What it would take is not made up, and no gate is blamed."""
    no = NoGrowthPath(product, "analyst", "pm", ())
    words = " ".join(click.unstyle(describe_no(no, Look(80))).split())
    assert "keeps within what you allow" in words
    assert "was not found in time" in words
    assert "however long" not in words
