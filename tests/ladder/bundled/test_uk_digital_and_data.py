"""The bundled ladder made from the UK Government Digital and Data framework."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest

import ladder as ladder_package
from ladder import Ladder, bundled, dumps

FILE = Path(ladder_package.__file__).with_name("data") / "uk-digital-and-data.json"


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return bundled("uk-digital-and-data")


def profile(ladder: Ladder, role: str) -> dict[str, int]:
    return {skill: max(levels) for skill, levels in ladder.roles[role].develops.items()}


def test_it_holds_the_whole_framework(ladder):
    """48 roles in 201 role levels, 166 skills in use, 1,781 requirements on four levels."""
    assert (len(ladder.tracks), len(ladder.roles), len(ladder.skills)) == (48, 201, 166)
    assert sum(len(profile(ladder, role)) for role in ladder.roles) == 1781
    assert ladder.levels == ("awareness", "working", "practitioner", "expert")
    assert len(ladder.activities) == 4 * 166


def test_its_tracks_belong_to_seven_families(ladder):
    """The families of the framework, none of them empty, in alphabetical order."""
    families = list(dict.fromkeys(track.family for track in ladder.tracks.values()))
    assert families == [
        "Architecture",
        "Data",
        "IT operations",
        "Product and delivery",
        "Quality assurance testing (QAT)",
        "Software development",
        "User-centred design",
    ]


def test_a_product_manager_grows_as_the_framework_says(ladder):
    """Level points gained from step to step are 9, 6, 5 and 3, over nine skills."""
    steps = [
        "associate-product-manager",
        "product-manager",
        "senior-product-manager",
        "lead-product-manager",
        "head-of-product",
    ]
    points = [sum(profile(ladder, role).values()) for role in steps]
    gained = [after - before for before, after in pairwise(points)]
    assert gained == [9, 6, 5, 3]
    assert profile(ladder, "senior-product-manager") == {
        "agile-and-lean-practices": 3,
        "applying-user-centred-insights": 3,
        "creating-value-for-money": 3,
        "life-cycle-management": 3,
        "managing-product-outcomes": 3,
        "product-leadership": 3,
        "product-management": 4,
        "stakeholder-relationship-management": 3,
        "strategic-ownership": 3,
    }


def test_promotions_are_the_rungs_and_the_forks(ladder):
    """147 steps between rungs, and ten into or between the six management forks."""
    kinds = Counter(move.kind for move in ladder.transitions)
    forks = {role for role in ladder.roles if role.endswith("developer-management")} | {
        role for role in ladder.roles if role.endswith("engineer-management")
    }
    into_forks = [
        move
        for move in ladder.transitions
        if move.kind == "promotion" and forks & {move.from_role, move.to_role}
    ]
    assert (len(forks), len(into_forks), kinds["promotion"]) == (6, 10, 157)


def test_a_dozen_steps_up_lower_a_requirement(ladder):
    """The framework does so itself, so it is no mistake of the import."""
    lowered = [
        move
        for move in ladder.transitions
        if move.kind == "promotion"
        and any(
            level < profile(ladder, move.from_role).get(skill, 0)
            for skill, level in profile(ladder, move.to_role).items()
        )
    ]
    assert len(lowered) == 12


def test_side_moves_are_few_and_go_both_ways(ladder):
    """Every role level has one, four to five on average, and each can be taken back."""
    sideways = {
        (move.from_role, move.to_role) for move in ladder.transitions if move.kind == "lateral"
    }
    assert 4 <= len(sideways) / len(ladder.roles) < 5
    assert {leaves for leaves, _ in sideways} == set(ladder.roles)
    assert sideways == {(leads, leaves) for leaves, leads in sideways}


def test_a_gate_is_one_level_below_the_profile(ladder):
    """So it is for every transition, side moves included."""
    for move in ladder.transitions:
        wanted = profile(ladder, move.to_role)
        assert move.requires == {skill: level - 1 for skill, level in wanted.items() if level > 1}


def test_its_file_is_as_the_import_writes_it(ladder):
    """Nothing was changed by hand, so importing the next edition shows only what is new in it."""
    assert FILE.read_text(encoding="utf-8") == dumps(ladder, format="json")


def test_it_says_where_it_comes_from(ladder):
    """The licence asks for its attribution wherever the framework is published again."""
    assert ladder.source is not None
    assert (
        "Contains public sector information licensed under the Open Government Licence v3.0"
        in ladder.source
    )


def test_it_says_how_side_moves_came_about(ladder):
    """They are no part of the framework, so whoever reads the file is told the rule."""
    assert ladder.source is not None
    assert "Side moves join, both ways, each role level with those that have" in ladder.source
    assert "at least 4 a role level on average" in ladder.source
