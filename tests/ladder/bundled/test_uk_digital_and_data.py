"""The bundled ladder made from the UK Government Digital and Data framework."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest

import ladder as ladder_package
from ladder import Ladder, bundled, dumps
from ladder.importers.moves import nearness, points_of

FILE = Path(ladder_package.__file__).with_name("data") / "uk-digital-and-data.json"


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return bundled("uk-digital-and-data")


def profile(ladder: Ladder, role: str) -> dict[str, int]:
    return dict(ladder.roles[role].expects)


def of_kind(ladder: Ladder, kind: str) -> set[tuple[str, str]]:
    return {(source, move.to_role) for _, source, move in ladder.moves() if move.kind == kind}


def test_it_holds_the_whole_framework(ladder):
    """48 roles in 201 role levels, 166 skills in use, 1,781 requirements on four levels."""
    assert (len(ladder.tracks), len(ladder.roles), len(ladder.skills)) == (48, 201, 166)
    assert sum(len(profile(ladder, role)) for role in ladder.roles) == 1781
    assert ladder.levels == ("awareness", "working", "practitioner", "expert")
    assert len(ladder.activities) == 574


def test_it_carries_facts_only(ladder):
    """No sentence of the framework's authors, and a text of our own for each of the four levels."""
    assert set(ladder.levels_about) == {1, 2, 3, 4}
    for part in (ladder.roles, ladder.skills, ladder.tracks, ladder.activities):
        assert not any(each.about for each in part.values())
    assert not any(skill.levels for skill in ladder.skills.values())


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
    promotions = of_kind(ladder, "promotion")
    forks = {role for role in ladder.roles if role.endswith("developer-management")} | {
        role for role in ladder.roles if role.endswith("engineer-management")
    }
    into_forks = [pair for pair in promotions if forks & set(pair)]
    assert (len(forks), len(into_forks), len(promotions)) == (6, 10, 157)


def test_a_dozen_steps_up_lower_a_requirement(ladder):
    """The framework does so itself, so it is no mistake of the import."""
    lowered = [
        pair
        for pair in of_kind(ladder, "promotion")
        if any(
            level < profile(ladder, pair[0]).get(skill, 0)
            for skill, level in profile(ladder, pair[1]).items()
        )
    ]
    assert len(lowered) == 12


def test_a_gate_is_the_profile(ladder):
    """So it is for every transition; nothing comes by being in a role, and learning is practice."""
    for move in ladder.transitions:
        assert move.requires == profile(ladder, move.to_role)
    assert not any(role.develops for role in ladder.roles.values())
    assert {(each.kind, each.cost) for each in ladder.activities.values()} == {("practice", 0)}


def test_the_lowest_rungs_of_tracks_are_open_to_all(ladder):
    """Of 45 tracks that have several; the highest rungs and the tracks of one are ends."""
    opened = {move.to_role for move in ladder.transitions if move.from_any}
    several = {role.track for role in ladder.roles.values() if role.rank and role.rank > 1}
    assert len(opened) == len(several) == 45
    assert {ladder.roles[role].track for role in opened} == several
    ends = [role for role in ladder.roles.values() if role.final]
    tops = dict.fromkeys(ladder.tracks, 0)
    for role in ladder.roles.values():
        tops[role.track] = max(tops[role.track], role.rank)
    assert {role.track for role in ends} == set(ladder.tracks)
    assert all(role.rank == tops[role.track] for role in ends)


def test_side_moves_are_no_promotions(ladder):
    """None with little in common, to much more, to a top rung from below one, or to a first."""
    sideways = of_kind(ladder, "lateral")
    assert 3 <= len(sideways) / len(ladder.roles) <= 4
    ranks: dict[str, set[int]] = {}
    for role in ladder.roles.values():
        ranks.setdefault(role.track, set()).add(role.rank)
    opened = {move.to_role for move in ladder.transitions if move.from_any}
    for leaves, leads in sideways:
        before, after = ladder.roles[leaves], ladder.roles[leads]
        assert mean(after.expects.values()) <= mean(before.expects.values()) + 0.25
        assert leads not in opened
        assert nearness(*points_of([before.expects, after.expects])) >= 0.1
        into_top = len(ranks[after.track]) > 1 and after.rank == max(ranks[after.track])
        from_below = before.rank < max(ranks[before.track])
        assert not (into_top and from_below)


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
    assert "Side moves join roles with 10% or more of their level points" in ladder.source
    assert "4 a role level on average" in ladder.source
    assert "descriptions are left out" in ladder.source
