"""What holding a level means, wherever an answer names levels."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]

SMITHY = """
name: Smithy
levels: [{name: low, about: "Helps.\\nAsks."}, {name: high, about: Works alone}, top]
skills:
  fire:
    name: Fire
    levels: {low: "Can:\\n- light *one*\\n- feed it\\n\\nMay sweep.", high: Keeps one even all day}
  oil: Oil
roles:
  hand:
    about: |
      Fetches and
      carries.

      Will:
      - sweep the yard and whatever else is there to be swept by a hand
      - lift
    expects: {fire: low}
  helper: {expects: {fire: low, oil: low}}
  smith: {expects: {fire: high, oil: high}}
transitions:
  - {from: hand, to: helper, months: 1, kind: promotion}
  - {from: helper, to: smith, months: 1, kind: promotion}
activities:
  oil-low: {name: Oil to low, kind: practice, months: 3, develops: {oil: low}}
  oil-high: {kind: practice, months: 4, requires: {oil: low}, develops: {oil: high}}
  sparks: {name: Sparks, months: 1, develops: {fire: low}}
  fires: {name: Fires, months: 2, develops: {fire: high}}
"""


@pytest.fixture
def asked(run: Run, tmp_path: Path) -> Callable[..., str]:
    """What a command prints about the smithy, no line too wide and none with a loose end."""
    (tmp_path / "ladder.yaml").write_text(SMITHY, encoding="utf-8")

    def asked(*args: str) -> str:
        result = run(*args)
        assert result.exit_code == 0, result.stderr
        lines = result.stdout.splitlines()
        if "markdown" not in args:
            assert [line for line in lines if len(line) > 80 or line != line.rstrip()] == []
        return result.stdout

    return asked


def test_a_text_of_several_lines_is_laid_out(asked: Callable[..., str]) -> None:
    """Paragraphs apart, each point on a line of its own and hanging behind its mark."""
    assert (
        "Fetches and carries.\n"
        "\n"
        "Will:\n"
        "- sweep the yard and whatever else is there to be swept by a hand\n"
        "- lift\n"
    ) in asked("show", "hand")
    assert (
        "  low   Can:\n        - light *one*\n        - feed it\n        May sweep.\n"
        "  high  Keeps one even all day\n"
    ) in asked("skills", "fire")


def test_a_role_tells_the_beginning_of_a_long_text(asked: Callable[..., str]) -> None:
    """And where the rest is; of one that is short there is no rest."""
    hand = asked("show", "hand")
    assert "Fire  low: Can: light *one* …\n" in hand
    assert "What is cut short here, ladder skills NAME tells whole." in hand
    smith = asked("show", "smith")
    assert "high: Keeps one even all day\n" in smith
    assert "cut short" not in smith


def test_a_role_explains_levels_without_a_text(asked: Callable[..., str]) -> None:
    """Those that it shows, and no others."""
    assert "What the levels mean\n  high  Works alone" in asked("show", "smith")
    assert ("What the levels mean\n  low   Helps.\n        Asks.\n  high  Works alone\n") in asked(
        "show", "helper"
    )


def test_a_gap_tells_what_is_to_be_gained(asked: Callable[..., str]) -> None:
    """By the texts of skills, and in general for those that have none."""
    gap = asked("gap", "helper", "smith")
    assert gap.endswith(
        "What one can do then\n  Fire  high: Keeps one even all day\n\n"
        "What the levels mean\n  high  Works alone\n"
    )
    assert "What" not in asked("gap", "smith", "smith").partition("You are there")[2]


def test_a_path_in_detail_explains_its_levels(asked: Callable[..., str]) -> None:
    """All that it names; the short one explains none."""
    told = asked("path", "hand", "smith", "--details")
    assert "What the levels mean\n  low   Helps.\n        Asks.\n  high  Works alone\n" in told
    assert "Works alone" not in asked("path", "hand", "smith")


def test_a_plan_has_texts_in_one_line(asked: Callable[..., str]) -> None:
    """Points as in a sentence, no markup in them; and below it levels without a text."""
    plan = asked("path", "hand", "smith", "--format", "markdown")
    assert "- holding Fire at high: Keeps one even all day\n" in plan
    legend = "## What the levels mean\n\n- At low: Helps. Asks.\n- At high: Works alone\n"
    assert plan.partition("\n<!-- ladder plan")[0].endswith(legend)
    low = asked("path", "hand", "helper", "--skill", "fire=none", "--format", "markdown")
    assert r"- holding Fire at low: Can: light \*one\*; feed it; May sweep." in low


def test_only_what_can_have_been_done_would_save(asked: Callable[..., str]) -> None:
    """And a practice that saves as much as its skill is told once."""
    told = asked("next", "hand", "smith")
    assert "  3 months  Oil to low\n" in told
    assert "would save\n  2 months  Fires (course, 2 months)\n\n" in told
