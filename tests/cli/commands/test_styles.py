"""A framework each from the styles in which companies publish theirs, rebuilt by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from ladder import load

STYLES = Path(__file__).parents[2] / "data" / "frameworks" / "styles"
STEPS = [("Garden hand", "Gardener"), ("Gardener", "Head gardener")]

READ = {
    "axes.md": (
        "a skill matrix", ("Helps", "Tends", "Shapes"),
        {"Planting": ("Tends", "Shapes"), "Guiding visitors": ("Helps", "Tends")},
    ),
    "points.csv": (
        "a skill matrix", ("1 points", "3 points", "6 points", "12 points"),
        {"Planting": ("6 points", "12 points"), "Guiding visitors": ("3 points", "6 points"),
         "Tools": ("6 points", "6 points")},
    ),
    "prose.csv": (
        "a skill matrix", ("Garden hand", "Gardener", "Head gardener"),
        {"Planting": ("Gardener", "Head gardener"),
         "Guiding visitors": ("Gardener", "Head gardener")},
    ),
    "categories.csv": (
        "a list of roles and skills", ("level 1", "level 2"),
        {"Planting": ("level 2",), "Guiding visitors": ("level 2",), "Compost": ("level 1",)},
    ),
    "drawn.mmd": (
        "a drawn ladder", ("awareness", "working", "practitioner", "expert"),
        {"Planting": ("working", "expert"), "Guiding": (None, "working")},
    ),
}  # fmt: skip
MONTHS = {"axes.md": 32, "points.csv": 64, "prose.csv": 48, "categories.csv": 40, "drawn.mmd": 24}


@pytest.mark.parametrize("name", READ)
def test_a_published_style_is_read(run: Callable[..., Result], tmp_path: Path, name: str) -> None:
    """Recognised for what it is; with its levels, gates and promotions; sound, and with a way."""
    kind, levels, gates = READ[name]
    file = tmp_path / "ours.yaml"
    imported = run("import", str(STYLES / name), "-o", str(file))
    assert imported.exit_code == 0
    assert f"Taken for {kind}" in imported.stderr
    ladder = load(file)
    assert ladder.levels == levels
    steps = [
        move
        for move in ladder.transitions
        if move.kind == "promotion" and ladder.roles[move.to_role].name != "Guide"
    ]
    assert [
        (ladder.roles[move.from_role or ""].name, ladder.roles[move.to_role].name) for move in steps
    ] == STEPS[: len(steps)]
    for skill in ladder.skills.values():
        asked = tuple(
            ladder.level_name(move.requires[skill.id]) if skill.id in move.requires else None
            for move in steps
        )
        assert asked == gates[skill.name]
    assert run("check", "--ladder", str(file)).exit_code == 0
    way = run("path", "garden hand", "gardener", "--months-in-role", "0", "--ladder", str(file))
    assert way.exit_code == 0
    assert f"{MONTHS[name]} months" in way.stdout.splitlines()[0]


def test_the_meaning_of_levels_is_kept(run: Callable[..., Result], tmp_path: Path) -> None:
    """Of a grid of prose, its sentences; of named levels, what a legend says; and categories."""
    for name in ("axes.md", "prose.csv", "categories.csv"):
        assert (
            run("import", str(STYLES / name), "-o", str(tmp_path / f"{name}.yaml")).exit_code == 0
        )
    assert load(tmp_path / "axes.md.yaml").levels_about[2] == "Looks after a bed alone."
    prose = load(tmp_path / "prose.csv.yaml").skills["planting"]
    assert prose.levels[1] == "Sets out seedlings along a string."
    assert load(tmp_path / "categories.csv.yaml").skills["compost"].group == "Soil"
