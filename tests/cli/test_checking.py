"""Findings in a file, each at its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import questions, tangled

from cli.checking import check_file
from ladder import Ladder, dumps

KITCHEN = """\
name: Kitchen
levels: [basic, solid]
skills: {sauces: Sauces}
roles:
  cook: {}
  chef: {expects: {sauces: solid}, final: true}
transitions:
  - {from: cook, to: chef, months: 24%s}
activities:
  course: {months: 2, develops: {sauces: %s}}
"""


@pytest.mark.parametrize("gate", ["", ", requires: expected", ", requires: {sauces: solid}"])
@pytest.mark.parametrize("level", ["basic", "solid"])
def test_a_gate_that_is_not_written_out(gate: str, level: str, tmp_path: Path) -> None:
    """What is found in it stands at the transition."""
    file = tmp_path / "kitchen.yaml"
    file.write_text(KITCHEN % (gate, level), encoding="utf-8")
    notes = check_file(str(file), (), ()).notes
    assert {note.rule.code for note in notes} >= {"L202" if level == "solid" else "L201"}
    assert all(note.problem.line == 8 for note in notes if note.rule.code in ("L201", "L202"))


@settings(deadline=None, max_examples=200, suppress_health_check=list(HealthCheck))
@given(question=st.one_of(questions(), st.integers(0, 2**32).map(tangled)))
def test_every_finding_has_a_place(question: tuple[Ladder, object], tmp_path: Path) -> None:
    ladder, _ = question
    file = tmp_path / "ladder.yaml"
    text = dumps(ladder)
    file.write_text(text, encoding="utf-8")
    for note in check_file(str(file), (), ()).notes:
        assert 0 < note.problem.line <= len(text.splitlines())
