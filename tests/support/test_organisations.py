"""The synthetic organisations are what their module says."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import mean

import pytest
from support.organisations import COMMON, LEVELS, OWN, RANKS, organisation

from ladder import Ladder, dumps, load

SIZES = {35: 13, 160: 60, 400: 150, 1000: 300}


@pytest.fixture(scope="module", params=SIZES)
def sized(request) -> tuple[int, Ladder]:
    return request.param, organisation(request.param, 1)


def profile(ladder: Ladder, role: str) -> dict[str, int]:
    return {skill: max(levels) for skill, levels in ladder.roles[role].develops.items()}


def test_an_organisation_has_the_size_asked_for(sized):
    """Roles in tracks of five ranks, a course for each level of each skill, as many workshops."""
    roles, ladder = sized
    skills = SIZES[roles]
    assert (len(ladder.roles), len(ladder.skills)) == (roles, skills)
    assert set(Counter(role.track for role in ladder.roles.values()).values()) == {RANKS}
    kinds = Counter(activity.kind for activity in ladder.activities.values())
    assert kinds == {"course": len(LEVELS) * skills, "workshop": skills}


def test_a_profile_is_like_a_real_one(sized):
    """About nine skills, hardly any unused, with levels that only grow from rank to rank."""
    _, ladder = sized
    profiles = {role: profile(ladder, role) for role in ladder.roles}
    assert 8 <= mean(map(len, profiles.values())) <= COMMON + OWN
    for lower, upper in pairwise(ladder.roles.values()):
        if lower.track == upper.track:
            above = profiles[upper.id]
            assert all(above[skill] >= level for skill, level in profiles[lower.id].items())
    for track in ladder.tracks:
        first, last = (profiles[f"{track}-rank-{rank}"] for rank in (1, RANKS))
        assert sum(last.values()) >= 2 * sum(first.values())
    tracks = Counter(
        skill for role in profiles if role.endswith("-rank-5") for skill in profiles[role]
    )
    assert len(tracks) >= len(ladder.skills) * 0.9
    assert sum(count > 1 for count in tracks.values()) >= COMMON


def test_moves_are_like_real_ones(sized):
    """Up within a track; sideways both ways, to the same rank or the next; four or so a role."""
    _, ladder = sized
    assert 3 <= len(ladder.transitions) / len(ladder.roles) <= 5
    pairs = {(move.from_role, move.to_role) for move in ladder.transitions}
    assert len(pairs) == len(ladder.transitions)
    for move in ladder.transitions:
        leaves, leads = ladder.roles[move.from_role], ladder.roles[move.to_role]
        if move.kind == "promotion":
            assert (leads.track, leads.rank) == (leaves.track, leaves.rank + 1)
        else:
            assert leads.track != leaves.track
            assert abs(leads.rank - leaves.rank) <= 1
            assert (move.to_role, move.from_role) in pairs


@pytest.mark.parametrize("below", [0, 1, 2])
def test_gates_stand_so_many_levels_below_the_profile(below):
    """A level of 0 drops out; nothing else of the organisation changes."""
    ladder = organisation(35, 1, gate_below=below)
    for move in ladder.transitions:
        wanted = profile(ladder, move.to_role)
        assert move.requires == {
            skill: level - below for skill, level in wanted.items() if level > below
        }
    assert ladder.roles == organisation(35, 1).roles


def test_courses_are_ladders_and_workshops_teach_two_skills(sized):
    """Each asks for the level below what it teaches, and higher levels take longer."""
    _, ladder = sized
    for activity in ladder.activities.values():
        assert activity.requires == {
            skill: level - 1 for skill, level in activity.develops.items() if level > 1
        }
        assert len(activity.develops) == (2 if activity.kind == "workshop" else 1)
    for skill in ladder.skills:
        months = [ladder.activities[f"{skill}-to-{level}"].months for level in LEVELS]
        assert months == sorted(months)
        assert months[0] < months[-1]


def test_an_organisation_is_a_valid_ladder(sized, tmp_path):
    """Written to a file, it passes the loader's checks and is the same ladder."""
    _, ladder = sized
    file = tmp_path / "ladder.json"
    file.write_text(dumps(ladder, format="json"), encoding="utf-8", newline="\n")
    assert load(file) == ladder


def test_a_seed_decides_all_of_it():
    """The same seed gives the same file, another seed another one."""
    first, again, other = (dumps(organisation(50, seed), format="json") for seed in (7, 7, 8))
    assert first == again
    assert first != other


@pytest.mark.parametrize("roles", [1, 2, 6, 23])
def test_any_number_of_roles_can_be_had(roles):
    """The last track is shorter where the roles do not fill it."""
    assert len(organisation(roles, 1).roles) == roles
