"""The gap between two roles, against the ladder and against who walks the path."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, tangled
from support.growth_cases import course, move, tiny
from support.reference import Simulator

from graphs import NoGrowthPath, SearchLimit, gap
from ladder import Person, bundled

SEEDS = st.integers(0, 2**63 - 1)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS)
def test_the_gap_is_what_the_rules_say(seed):
    """Every skill is in one part; the path is the best; whoever stays on holds the profile."""
    ladder, person = tangled(seed)
    between = gap(ladder, START, GOAL, person=person)
    held: dict[str, int] = {}
    for skill, level in Simulator(ladder, START, person)._start().skills:
        held[skill] = max(level, held.get(skill, 0))
    assert between.held == held
    parts = [between.gained, between.raised, between.kept, between.lost]
    assert sum(map(len, parts)) == len(held.keys() | between.profile.keys())
    for skill in held.keys() | between.profile.keys():
        before, after = held.get(skill, 0), between.profile.get(skill, 0)
        if not after:
            assert between.lost[skill] == before
        elif not before:
            assert between.gained[skill] == after
        elif before < after:
            assert between.raised[skill] == (before, after)
        else:
            assert between.kept[skill] == before
    best = Simulator(ladder, START, person).best(GOAL)
    if best is None:
        assert isinstance(between.refusal, NoGrowthPath)
        assert between.path is None
        return
    path = between.path
    assert path is not None
    assert between.refusal is None
    assert (path.months, path.moves, path.cost) == best
    in_the_end = dict(held)
    goal = ladder.roles[GOAL]
    assert between.expected == {skill: level for skill, level in goal.expects.items() if level}
    given = [goal.develops, goal.expects, *(stay.develops for stay in path.stays)]
    given += [item.develops for item in path.learning]
    for develops in given:
        for skill, level in develops.items():
            top = max(level) if isinstance(level, dict) else level
            in_the_end[skill] = max(top, in_the_end.get(skill, 0))
    assert all(in_the_end[skill] >= level for skill, level in between.profile.items())
    for place, stay in enumerate(path.stays):
        gate = stay.move.requires if stay.move else {}
        short = {skill: level for skill, level in gate.items() if level > held.get(skill, 0)}
        assert between.asked(place) == short


def test_what_only_one_of_the_gates_asks_is_not_the_profile():
    """Who came through the other gate does not hold it."""
    ladder = tiny(
        move(START, GOAL, x=2, y=1),
        move("r2", GOAL, x=1),
        roles={GOAL: {"z": {1: 3, 2: 9}}, START: {"w": {1: 0}, "z": {1: 0}}},
        activities=(course("a", 1, {}, {"x": 2, "y": 1}),),
    )
    between = gap(ladder, START, GOAL)
    assert between.profile == {"x": 1, "z": 2}
    assert between.gained == {"x": 1}
    assert between.raised == {"z": (1, 2)}
    assert between.lost == {"w": 1}
    assert between.asked(0) == {"x": 2, "y": 1}


def test_without_a_way_the_skills_are_still_compared():
    """A no, or no time, is kept beside the answer."""
    product = bundled("product-management")
    no = gap(product, "spm", "analyst")
    assert no.kept["stakeholder-management"] == 4
    assert isinstance(no.refusal, NoGrowthPath)
    assert no.to_dict()["path"]["status"] == "unreachable"
    assert "moves" not in no.to_dict()
    without = gap(replace(product), "analyst", "cpo", time_limit=0)
    assert without.path or isinstance(without.refusal, SearchLimit)
    assert without.gained == gap(product, "analyst", "cpo").gained


def test_the_gap_as_data():
    """Plain data, the path included, ready for JSON."""
    between = gap(bundled("product-management"), "pm", "spm", person=Person(months_in_role=3))
    plain = json.loads(json.dumps(between.to_dict()))
    assert plain["start"]["months_in_role"] == 3
    assert plain["gained"]["go-to-market"] == 3
    assert plain["path"]["status"] == "found"
    assert plain["moves"][0]["to"] == "senior-product-manager"
    assert plain["moves"][0]["month"] == between.path.months
    assert plain["moves"][0]["asks"] == between.asked(0)
