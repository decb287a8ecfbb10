"""Which role levels are joined: promotions, forks and side moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ladder.importers.growth import RoleLevel, nearness, points_of, promotions, side_moves

SKILLS = "abcdef"


def level(id: str, track: str, rank: int = 1, fork: bool = False, **profile: int) -> RoleLevel:
    return RoleLevel(id, id.title(), track, rank, fork, profile)


profiles = st.dictionaries(st.sampled_from(SKILLS), st.integers(1, 4), min_size=1)
frameworks = st.lists(profiles, min_size=1, max_size=12).map(
    lambda drawn: [
        level(f"r{number}", f"t{number // 3}", number % 3 + 1, **profile)
        for number, profile in enumerate(drawn)
    ]
)


def test_a_fork_leaves_the_rung_below_and_leads_to_the_next_fork():
    """Two forks beside the second and third of three rungs."""
    ladder = [
        level("junior", "dev", 1),
        level("senior", "dev", 2),
        level("senior-management", "dev", 2, fork=True),
        level("lead", "dev", 3),
        level("lead-management", "dev", 3, fork=True),
    ]
    assert promotions(ladder) == {
        "junior": {"senior", "senior-management"},
        "senior": {"lead", "lead-management"},
        "senior-management": {"lead-management"},
    }


def test_a_fork_beside_the_lowest_rung_has_no_way_up_into_it():
    """There is no rung below from which to come."""
    ladder = [level("junior", "dev"), level("junior-management", "dev", 1, fork=True)]
    assert promotions(ladder) == {}


def test_nearest_is_what_shares_most_of_both_profiles():
    """A profile that asks for much more is further away than one that asks for a little less."""
    profiles = {"a": 3, "b": 3}, {"a": 3, "b": 2}, {"a": 3, "b": 3, "c": 4}, {"c": 4}
    same, less, more, other = points_of(profiles)
    assert nearness(same, same) == 1
    assert nearness(same, less) > nearness(same, more) > nearness(same, other) == 0


def test_only_the_nearest_level_of_another_track_is_reached():
    """A tester moves to a developer at the same height, though leads share their skills as well."""
    ladder = [
        level("tester", "test", 1, a=2, b=2),
        level("lead-tester", "test", 2, a=4, b=4),
        level("developer", "dev", 1, a=2, b=2),
        level("lead-developer", "dev", 2, a=4, b=4),
    ]
    assert side_moves(ladder, per_level=9) == {
        "tester": {"developer"},
        "lead-tester": {"lead-developer"},
        "developer": {"tester"},
        "lead-developer": {"lead-tester"},
    }


def test_one_can_step_sideways_between_a_rung_and_its_fork():
    """They stand at the same height, so neither move is a promotion."""
    ladder = [level("senior", "dev", 2, a=3), level("manager", "dev", 2, fork=True, a=3, b=3)]
    assert side_moves(ladder, per_level=1) == {"senior": {"manager"}, "manager": {"senior"}}


def test_no_side_moves_are_made_where_none_are_wanted():
    """An average of 0 is reached before the first round."""
    ladder = [level("tester", "test", a=2), level("developer", "dev", a=2)]
    assert side_moves(ladder, per_level=0) == {"tester": set(), "developer": set()}


@given(ladder=frameworks, per_level=st.integers(0, 4), random=st.randoms(use_true_random=False))
def test_side_moves_go_both_ways_between_levels_that_share_skills(ladder, per_level, random):
    """Nobody moves sideways within a track or without a skill in common, in any order of levels."""
    moves = side_moves(ladder, per_level)
    by_id = {each.id: each for each in ladder}
    for leaves, reached in moves.items():
        for leads in reached:
            assert leaves in moves[leads]
            assert by_id[leaves].track != by_id[leads].track
            assert by_id[leaves].profile.keys() & by_id[leads].profile.keys()
    random.shuffle(ladder)
    assert side_moves(ladder, per_level) == moves


@given(ladder=frameworks, per_level=st.integers(1, 4))
def test_side_moves_reach_the_average_where_there_are_enough(ladder, per_level):
    """Fewer than wanted are made only where everybody is joined with all they can be."""
    made = sum(map(len, side_moves(ladder, per_level).values()))
    all_there_are = side_moves(ladder, per_level=1000)
    assert made >= min(per_level * len(ladder), sum(map(len, all_there_are.values())))
