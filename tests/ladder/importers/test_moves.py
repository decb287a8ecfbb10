"""Which role levels are joined: promotions, forks and side moves."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ladder.importers.moves import Moves, RoleLevel, Rungs, nearness, points_of
from ladder.importers.moves import side_moves as find_side_moves

SKILLS = "abcdef"


def level(
    id: str, track: str | None, rank: int | None = 1, fork: bool = False, **profile: int
) -> RoleLevel:
    return RoleLevel(id, id.title(), track, rank, fork, profile)


def promotions(levels: list[RoleLevel]) -> Moves:
    return Rungs(levels).promoted


def side_moves(
    levels: list[RoleLevel], per_level: int, near: float = 0, rise: float = 0.25
) -> Moves:
    return find_side_moves(levels, Rungs(levels), per_level, near, rise)


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


def test_all_of_a_rank_lead_to_all_of_the_next():
    """Where several stand at one height, and no order between them is known."""
    ladder = [level("a", "dev", 1), level("b", "dev", 1), level("c", "dev", 5), level("d", "dev")]
    assert promotions(ladder) == {"a": {"c"}, "b": {"c"}, "d": {"c"}}


def test_nothing_leads_up_where_no_order_is_known():
    assert promotions([level("a", "dev", None, x=1), level("b", "dev", None, x=2)]) == {}


def test_a_track_that_begins_higher_continues_what_is_nearest_below():
    """Managers come from the developers, not from the testers or those two rungs below."""
    ladder = [
        level("developer", "dev", 1, a=1, b=2),
        level("senior-developer", "dev", 2, a=2, b=3),
        level("senior-tester", "test", 2, c=3, b=1),
        level("lead-tester", "test", 3, a=3, b=3),
        level("manager", "lead", 3, a=3, b=3),
        level("director", "lead", 4, a=4, b=4),
    ]
    rungs = Rungs(ladder)
    assert rungs.promoted["senior-developer"] == {"manager"}
    assert rungs.entered() == ["developer"]
    # testers begin at rank 2, after the developers
    assert rungs.promoted["developer"] == {"senior-developer", "senior-tester"}
    assert rungs.ends() == {"director", "lead-tester"}


def test_a_track_that_has_nothing_in_common_with_those_below_is_open_to_all():
    ladder = [level("cook", "a", 1, x=1), level("b2", "b", 2, y=1), level("b3", "b", 3, y=2)]
    rungs = Rungs(ladder)
    assert rungs.promoted == {"b2": {"b3"}}
    assert rungs.entered() == ["b2"]
    assert rungs.ends() == {"cook", "b3"}


def test_what_nothing_leads_into_is_open_to_all():
    """A role alone in its track that is near to none; not the first rung of the only track."""
    ladder = [level("a", "dev", 1, x=1), level("b", "dev", 2, x=2), level("c", "law", 1, y=4)]
    rungs = Rungs(ladder)
    assert rungs.stranded(side_moves(ladder, 9)) == {"c"}
    assert Rungs(ladder[:2]).stranded({}) == set()


def test_nobody_else_could_enter_the_only_track():
    assert Rungs([level("a", "dev", 1), level("b", "dev", 2)]).entered() == []
    assert Rungs([level("a", None, 1), level("b", None, 2), level("c", "t", 1)]).entered() == []


def test_only_the_nearest_level_of_another_track_is_reached():
    """A tester moves to a developer at the same height, though leads share their skills as well."""
    ladder = [
        level("junior-tester", "test", 1, c=1),
        level("tester", "test", 2, a=2, b=2),
        level("lead-tester", "test", 3, a=4, b=4),
        level("junior-developer", "dev", 1, d=1),
        level("developer", "dev", 2, a=2, b=2),
        level("lead-developer", "dev", 3, a=4, b=4),
    ]
    assert {leaves: leads for leaves, leads in side_moves(ladder, 9).items() if leads} == {
        "tester": {"developer"},
        "lead-tester": {"lead-developer"},
        "developer": {"tester"},
        "lead-developer": {"lead-tester"},
    }


def test_a_side_move_is_no_promotion_in_disguise():
    """Not much higher, not to the top of a track from below one, nor where all may enter."""
    ladder = [
        level("cook", "kitchen", 1, a=1, b=1),
        level("chef", "kitchen", 2, a=2, b=2),
        level("baker", "bakery", 1, a=1, b=1),
        level("confectioner", "bakery", 2, a=2, b=3),
        level("critic", "press", 1, a=2, b=2),
    ]
    moves = side_moves(ladder, 9)
    assert moves["cook"] == set()
    assert moves["chef"] == {"critic"}
    assert moves["critic"] == {"chef"}
    assert moves["confectioner"] == {"chef", "critic"}
    assert "confectioner" in side_moves(ladder, 9, rise=0.5)["chef"]


def test_one_can_step_sideways_between_a_rung_and_its_fork():
    """They stand at the same height, so neither move is a promotion."""
    ladder = [
        level("junior", "dev", 1, a=1),
        level("senior", "dev", 2, a=3),
        level("manager", "dev", 2, fork=True, a=3, b=3),
    ]
    moves = side_moves(ladder, per_level=1)
    assert moves == {"junior": set(), "senior": {"manager"}, "manager": {"senior"}}


def test_no_side_moves_are_made_where_none_are_wanted():
    """An average of 0 is reached before the first round."""
    ladder = [level("tester", "test", a=2), level("developer", "dev", a=2)]
    assert side_moves(ladder, per_level=0) == {"tester": set(), "developer": set()}


@given(ladder=frameworks, per_level=st.integers(0, 4), random=st.randoms(use_true_random=False))
def test_side_moves_join_levels_that_share_skills(ladder, per_level, random):
    """Nobody moves sideways within a track or without a skill in common, in any order of levels."""
    moves = side_moves(ladder, per_level)
    by_id = {each.id: each for each in ladder}
    for leaves, reached in moves.items():
        for leads in reached:
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


@given(ladder=frameworks)
def test_every_rung_is_come_to_and_left(ladder):
    """Of a track of several rungs the lowest is open, the others follow, the last is an end."""
    rungs = Rungs(ladder)
    led_to = set().union(*rungs.promoted.values()) | set(rungs.entered())
    for each in ladder:
        alone = sum(1 for other in ladder if other.track == each.track) == 1
        assert alone or len(rungs.lanes) == 1 or each.id in led_to
        assert (each.id in rungs.ends()) == (each.id not in rungs.promoted)


def test_what_has_little_in_common_is_not_joined():
    """A share of 2 in 6 level points is enough for a third, and not for half."""
    ladder = [level("cook", "kitchen", 1, a=2, b=2), level("host", "hall", 1, a=2, c=2)]
    assert side_moves(ladder, 9, near=0.3) == {"cook": {"host"}, "host": {"cook"}}
    assert side_moves(ladder, 9, near=0.5) == {"cook": set(), "host": set()}


def test_a_group_that_nothing_leads_into_is_opened_where_it_expects_least() -> None:
    profiles = {"a": {"a": 1, "b": 3}, "b": {"a": 2}, "c": {"c": 2}, "d": {"c": 1, "d": 1}}
    levels = [level(name, name, None, **profile) for name, profile in profiles.items()]
    sideways: Moves = {"a": {"b"}, "b": {"a"}, "c": set(), "d": {"c"}}
    assert Rungs(levels).stranded(sideways) == {"b", "d"}
