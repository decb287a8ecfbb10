"""A "no", laid out for a person."""

from __future__ import annotations

import click
import pytest

from cli.layout import cells
from cli.look import Look
from cli.refusal_text import describe_limit, describe_no
from graphs import Blocker, NoGrowthPath, SearchLimit
from ladder import Ladder


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
