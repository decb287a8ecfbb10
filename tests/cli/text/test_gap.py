"""The gap between two roles, laid out for a person."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from cli.output import Look
from cli.text.gap import describe_gap
from cli.text.layout import cells
from graphs import gap
from ladder import Ladder

Run = Callable[..., Result]


@pytest.mark.parametrize("width", [40, 50, 80])
def test_every_part_is_said(product: Ladder, width: int) -> None:
    """Each skill once, with its levels, and what the moves ask."""
    text = click.unstyle(describe_gap(gap(product, "apm", "pm"), Look(width)))
    assert max(map(cells, text.splitlines())) <= width
    words = " ".join(text.split())
    assert words.startswith("Associate Product Manager → Product Manager gained")
    assert "gained at working: Analysis" in words
    assert "raised from awareness to working: Research" in words
    assert "kept at practitioner: Communication; at working: Roadmapping" in words
    assert "No way leads from" in words, "nobody teaches an associate analysis"


def test_what_the_moves_ask(product: Ladder) -> None:
    """Only what is not held at the start, move by move."""
    text = click.unstyle(describe_gap(gap(product, "analyst", "apm"), Look(80)))
    assert "not used there  at practitioner: Analysis" in text
    assert "No way leads from Business Analyst" in text
    there = click.unstyle(describe_gap(gap(product, "apm", "apm"), Look(80)))
    assert there.endswith("You are there already.")


def test_gap_from_the_command_line(run: Run, tmp_path: Path) -> None:
    """Text and data; a person's file; and a role without any way to it is answered all the same."""
    text = " ".join(run("gap", "pm", "spm").stdout.split())
    assert "Senior Product Manager, after month" in text
    assert "at awareness: Mentoring" in text
    (tmp_path / "me.yaml").write_text("role: pm\nskills: {mentoring: expert}\n", "utf-8")
    plain = json.loads(run("gap", "--person", "me.yaml", "spm", "--format", "json").stdout)
    assert plain["kept"]["mentoring"] == 4
    assert "mentoring" not in plain["moves"][0]["asks"]
    no = run("gap", "spm", "analyst")
    assert no.exit_code == 0
    assert "not used there" in no.stdout
    assert "✗ No transition leads into Business Analyst." in no.stdout
    nothing = run("gap", "graduate", "graduate").stdout
    assert "You are there already." in nothing
    assert run("gap", "spm").exit_code == 2
