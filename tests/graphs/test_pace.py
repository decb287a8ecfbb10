"""A ladder at one end of its ranges."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, ranged
from support.reference import Simulator
from support.replay import replay

from graphs import NoGrowthPath, SearchLimit, at_pace, growth_path
from graphs.search.planner import planner_of
from ladder import Activity, FrozenDict, Ladder, Person, Role, Skill, Transition

SEEDS = st.integers(0, 2**63 - 1)
LADDER = Ladder(
    "Craft",
    ("low", "high"),
    FrozenDict(forging=Skill("forging", "Forging")),
    roles=FrozenDict(
        smith=Role(
            "smith",
            "Smith",
            develops=FrozenDict(forging=FrozenDict({1: 6, 2: 20})),
            develops_ranges=FrozenDict(forging=FrozenDict({2: (15, 26)})),
        ),
        master=Role("master", "Master"),
    ),
    transitions=(
        Transition("smith", "master", 24, months_range=(18, 30), requires=FrozenDict(forging=2)),
        Transition("smith", "master", 40),
    ),
    activities=FrozenDict(course=Activity("course", "Course", 3, months_range=(2, 6))),
)


@pytest.mark.parametrize(
    ("pace", "moves", "levels", "learning"),
    [
        ("fast", [18, 40], {1: 6, 2: 15}, 2),
        ("typical", [24, 40], {1: 6, 2: 20}, 3),
        ("slow", [30, 40], {1: 6, 2: 26}, 6),
    ],
)
def test_each_end(pace, moves, levels, learning):
    """What has a range is put at its end, and what has none stays."""
    ladder = at_pace(LADDER, pace)
    assert ladder.pace == pace
    assert [move.months for move in ladder.transitions] == moves
    assert ladder.roles["smith"].develops == {"forging": levels}
    assert ladder.activities["course"].months == learning
    assert (
        growth_path(ladder, "smith", "master", person=Person(months_in_role=0)).months == moves[0]
    )


def test_a_ladder_is_put_and_encoded_once():
    """Asked twice at one pace, it is the same ladder, of which the planner knows already."""
    slow = at_pace(LADDER, "slow")
    assert at_pace(LADDER, "slow") is slow
    assert at_pace(slow, "slow") is slow
    assert at_pace(LADDER, "typical") is LADDER
    assert planner_of(at_pace(LADDER, "slow")) is planner_of(slow)


def test_what_cannot_be_put_is_refused():
    """An unknown pace; and a ladder whose typical months are gone."""
    with pytest.raises(ValueError, match="one of fast, typical, slow; not 'quick'"):
        at_pace(LADDER, "quick")
    with pytest.raises(ValueError, match="at the fast pace"):
        at_pace(at_pace(LADDER, "fast"), "slow")


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, pace=st.sampled_from(["fast", "typical", "slow"]))
def test_plans_at_a_pace_equal_the_reference(seed, pace):
    """A ladder at a pace plans like any other, with more months of learning in than it asks."""
    ladder, person = ranged(seed)
    ladder = at_pace(ladder, pace)
    best = Simulator(ladder, START, person).best(GOAL)
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        assert best is None
        return
    assert (path.months, path.moves, path.cost) == best
    replay(ladder, person, path)


def test_every_answer_at_another_pace_says_so():
    """Found, not found, and not found in time; none of them has a range."""
    slow = at_pace(LADDER, "slow")
    found = growth_path(slow, "smith", "master", person=Person(months_in_role=0))
    assert found.to_dict()["pace"] == "slow"
    assert found.range is None
    with pytest.raises(NoGrowthPath) as no:
        growth_path(slow, "master", "smith")
    assert no.value.to_dict()["pace"] == "slow"
    assert SearchLimit(slow, "smith", "master", 3).to_dict()["pace"] == "slow"
