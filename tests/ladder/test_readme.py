"""The README keeps its word."""

import re
from pathlib import Path

from ladder import bundled, load

README = Path(__file__).parents[2] / "README.md"
EXAMPLES = re.findall(r"```yaml\n(.*?)```", README.read_text(encoding="utf-8"), re.DOTALL)


def test_its_ladder_can_be_loaded(tmp_path):
    """A reader who copies the example has a ladder that works."""
    _, example, _ = EXAMPLES
    file = tmp_path / "kitchen.yaml"
    file.write_text(example, encoding="utf-8")
    kitchen = load(file)
    assert list(kitchen.roles) == ["cook", "sous-chef", "head-chef"]
    assert kitchen.roles["cook"].develops == {"cooking": {2: 6, 3: 24}}
    assert kitchen.roles["sous-chef"].develops["leading"] == {2: 18}
    assert kitchen.transitions[0].requires == {"cooking": 3, "menu-planning": 1}
    assert kitchen.transitions[1].confidence == "low"
    assert kitchen.activities["costing-course"].cost == 400


def test_its_extension_can_be_loaded(tmp_path):
    """The example of extending says what it says it does."""
    _, _, example = EXAMPLES
    file = tmp_path / "acorn.yaml"
    file.write_text(example, encoding="utf-8")
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
