"""Whatever a file holds, what is done with it ends in a ladder or in a message, and soon."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from fuzz.mutations import damaged, restructured
from fuzz.targets import SEEDS, TARGETS, good_ladder, seeds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.effort import within

from ladder import to_plain

ALL = [(name, file) for name in TARGETS for file in seeds(name)]
STRUCTURES = {
    "ladder_yaml": lambda: to_plain(good_ladder()),
    "ladder_json": lambda: to_plain(good_ladder()),
    "extends": lambda: {"extends": "product-management", **to_plain(good_ladder())},
    "person": lambda: {"role": "cook", "months_in_role": 7, "skills": {"baking": 2}, "done": []},
    "plan": lambda: json.loads((SEEDS / "plan" / "good.json").read_text()),
    "mapping": lambda: {"roles": "down", "names": {"L": 1}, "levels": ["a"], "ignore": ["Rank"]},
    "node_link": lambda: json.loads((SEEDS / "node_link" / "good.json").read_text()),
}

MOST_SECONDS = 5


def test_every_target_has_its_files() -> None:
    """And there is no folder of files that nothing is tried on."""
    assert {folder.name for folder in SEEDS.iterdir()} == set(TARGETS)


@pytest.mark.parametrize(("name", "file"), ALL, ids=[f"{name}-{file.stem}" for name, file in ALL])
def test_corpus(name: str, file: Path) -> None:
    """Good files, bad ones, and each that once ended in a traceback."""
    TARGETS[name](file.read_bytes())


def fuzz(examples: int) -> Callable[..., Callable[..., None]]:
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck))


def _damaged(data: st.DataObject, name: str) -> None:
    good = data.draw(st.sampled_from(seeds(name))).read_bytes()
    file = data.draw(damaged(good))
    with within(MOST_SECONDS):
        TARGETS[name](file)


def _restructured(data: st.DataObject, name: str) -> None:
    file = data.draw(restructured(STRUCTURES[name]()))
    with within(MOST_SECONDS):
        TARGETS[name](file)


@pytest.mark.parametrize("name", TARGETS)
@fuzz(25)
@given(data=st.data())
def test_damaged(name: str, data: st.DataObject) -> None:
    """A file with pieces cut out, doubled, moved or replaced."""
    _damaged(data, name)


@pytest.mark.parametrize("name", STRUCTURES)
@fuzz(25)
@given(data=st.data())
def test_restructured(name: str, data: st.DataObject) -> None:
    """A file with entries gone, given elsewhere, misspelt or of another type."""
    _restructured(data, name)


@pytest.mark.slow
@pytest.mark.parametrize("name", TARGETS)
@fuzz(5_000)
@given(data=st.data())
def test_damaged_at_length(name: str, data: st.DataObject) -> None:
    """The same, beside CI."""
    _damaged(data, name)


@pytest.mark.slow
@pytest.mark.parametrize("name", STRUCTURES)
@fuzz(5_000)
@given(data=st.data())
def test_restructured_at_length(name: str, data: st.DataObject) -> None:
    """The same, beside CI."""
    _restructured(data, name)
