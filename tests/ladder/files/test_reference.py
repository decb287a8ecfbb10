"""The page on the ladder's file keeps its word."""

import re
from pathlib import Path

from ladder import bundled, load

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "ladder-file.md"


def example(beginning: str) -> str:
    """The first that begins so."""
    text = PAGE.read_text(encoding="utf-8")
    found, *_ = re.findall(rf"```yaml\n({beginning}.*?)```", text, re.DOTALL)
    return found


def test_its_ladder_can_be_loaded(tmp_path):
    """A reader who copies the example has a ladder that works."""
    file = tmp_path / "kitchen.yaml"
    file.write_text(example("name: Kitchen"), encoding="utf-8")
    kitchen = load(file)
    assert list(kitchen.roles) == ["cook", "sous-chef", "head-chef"]
    assert kitchen.roles["cook"].develops == {"cooking": {2: 6, 3: 24}}
    assert kitchen.roles["sous-chef"].develops["leading"] == {2: 18}
    assert kitchen.transitions[0].requires == {"cooking": 3, "menu-planning": 1}
    assert kitchen.transitions[1].confidence == "low"
    assert kitchen.activities["costing-course"].cost == 400


def test_its_extension_can_be_loaded(tmp_path):
    """The example of extending says what it says it does."""
    file = tmp_path / "acorn.yaml"
    file.write_text(example("extends: product-management"), encoding="utf-8")
    acorn, base = load(file), bundled("product-management")
    assert set(acorn.roles) ^ set(base.roles) == {"growth-lead", "product-founder"}
    manager, was = acorn.roles["product-manager"], base.roles["product-manager"]
    assert manager.develops == {**was.develops, "data-analysis": {2: 6}} != was.develops
    changed = set(acorn.transitions) - set(base.transitions)
    assert {(move.to_role, move.months) for move in changed} == {
        ("product-manager", 12),
        ("growth-lead", 24),
    }
    (entry,) = (move for move in changed if move.to_role == "product-manager")
    assert entry.requires
