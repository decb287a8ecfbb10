"""A person written into a file is read as the same person."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from support.graph_strategies import START, questions, tangled

from cli.export.person_file import person_text
from ladder import Ladder, Person, load_person

LEVELS = [("a", "b", "c"), ("2", "1", "none"), ("No", "~", "1.0"), ("true", "#x", "null")]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    question=questions() | st.integers(0, 10_000).map(tangled),
    levels=st.sampled_from(LEVELS),
    name=st.sampled_from(["me.yaml", "me.json", "me"]),
)
@example(question=(tangled(1)[0], Person(skills={"s0": 0, "s1": 1})), levels=LEVELS[1], name="me")
def test_a_person_comes_back(
    tmp_path: Path, question: tuple[Ladder, Person], levels: tuple[str, ...], name: str
) -> None:
    """Whatever the levels are called, 2 being the first one or not."""
    ladder, person = question
    ladder = replace(ladder, levels=levels[: len(ladder.levels)])
    person = replace(person, role=START)
    file = tmp_path / name
    file.write_text(person_text(person, ladder, name), encoding="utf-8")
    assert load_person(file, ladder) == person


@pytest.mark.parametrize("name", ["me.yaml", "me.json"])
def test_nobody_in_particular_is_a_file_too(tmp_path: Path, product: Ladder, name: str) -> None:
    """With nothing in it but the role."""
    file = tmp_path / name
    file.write_text(person_text(Person("apm"), product, name), encoding="utf-8")
    assert load_person(file, product) == Person("apm")
