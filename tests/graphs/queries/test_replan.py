"""A plan's question asked again: the same in its first month, and later with what is left of it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, ranged, tangled
from support.replay import follow

from graphs import (
    GrowthPath,
    NoGrowthPath,
    Wishes,
    at_pace,
    frontier,
    growth_path,
    load_plan,
    progress,
    replan,
    wishes_left,
)
from graphs.queries.progress import place_of
from ladder import InvalidPerson, Ladder, Pace, Person, Role, Skill, Transition, bundled

kept = settings(
    max_examples=150,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
SEEDS = st.integers(0, 2**63 - 1)


def wished(ladder: Ladder, seed: int) -> dict[str, Any]:
    """Draw wishes of every kind, alone and together."""
    rng = Random(seed)
    others = sorted(set(ladder.roles) - {START, GOAL})
    some = {
        "by": rng.choice(["moves", "cost"]),
        "via": [rng.choice([*others, START])] if others else [],
        "avoid": others[:1],
        "without": sorted(ladder.activities)[:1],
        "max_cost": rng.choice([0, 1, 2.5, 4]),
        "within": rng.randint(0, 20),
    }
    return dict(rng.sample(sorted(some.items()), rng.choice([0, 1, 1, 1, 2, 3])))


def planned(ladder: Ladder, person: Person, seed: int) -> GrowthPath | None:
    try:
        return growth_path(ladder, START, GOAL, person=person, **wished(ladder, seed))
    except NoGrowthPath:
        return None


def check_first_month(file: Path, ladder: Ladder, person: Person, plan: GrowthPath) -> None:
    """Kept and read back, asked again by whom it was made for, a plan is itself, and in time."""
    file.write_text(json.dumps(plan.to_dict()), encoding="utf-8")
    read = load_plan(file, ladder).path
    assert read == plan
    now = replace(person, role=START)
    assert replace(replan(read, now, month=0), person=person) == plan
    assert progress(read, now, month=0).delay == 0


@kept
@given(question=questions() | SEEDS.map(tangled), seed=SEEDS)
def test_in_its_first_month_a_plan_is_as_planned(
    tmp_path: Path, question: tuple[Ladder, Person], seed: int
) -> None:
    """Whatever the ladder, the person and the wishes."""
    ladder, person = question
    if plan := planned(ladder, person, seed):
        check_first_month(tmp_path / "plan.json", ladder, person, plan)


@kept
@given(seed=SEEDS, pace=st.sampled_from(["fast", "slow"]))
def test_at_a_pace_it_is_too(tmp_path: Path, seed: int, pace: Pace) -> None:
    """The plan says at which it was made."""
    ladder, person = ranged(seed)
    if plan := planned(at_pace(ladder, pace), person, seed):
        check_first_month(tmp_path / "plan.json", ladder, person, plan)


def lowered(ladder: Ladder, person: Person) -> bool:
    """Whether something is developed anew, which a file in the middle of that cannot say."""
    develops = ladder.roles[START].develops
    return any(level < max(develops.get(skill, {0: 0})) for skill, level in person.skills.items())


@settings(max_examples=100)
@given(seed=SEEDS)
def test_who_follows_a_plan_keeps_within_its_wishes(seed: int) -> None:
    """Money and months that are gone are off the budget, roles that are behind need no detour."""
    ladder, person = tangled(seed)
    plan = planned(ladder, person, seed)
    if plan is None or lowered(ladder, person) or len(set(plan.roles)) < len(plan.roles):
        return
    for month, now in follow(ladder, person, plan):
        left = replan(plan, now, month=month)
        assert left.months <= plan.months - month or plan.wishes.by != "months"
        before = plan.person.done | plan.person.learning.keys()
        begun = (now.done | now.learning.keys()) - before
        spent = sum(ladder.activities[name].cost for name in begun)
        if plan.wishes.max_cost is not None:
            assert left.cost + spent <= plan.wishes.max_cost
        if plan.wishes.within is not None:
            assert left.months + month <= plan.wishes.within
        if plan.wishes.by == "cost":
            assert left.cost + spent == plan.cost


@settings(max_examples=40)
@given(seed=SEEDS)
def test_each_way_of_the_frontier_is_the_answer_to_its_wishes(seed: int) -> None:
    """Which are what it costs, so that it can be kept as a plan like any other."""
    ladder, person = tangled(seed)
    try:
        found = frontier(ladder, START, GOAL, person=person).found
    except NoGrowthPath:
        return
    now = replace(person, role=START)
    for path in found:
        again = replan(path, now, month=0)
        assert (again.months, again.cost) == (path.months, path.cost)


@pytest.fixture
def plan() -> GrowthPath:
    wishes = Wishes(via=["apm", "ux product manager"], max_cost=4000.1, within=200)
    taken = wishes.taken_by(growth_path)
    return growth_path(bundled("product-management"), "analyst", "spm", **taken)


def test_what_is_left_of_wishes(plan: GrowthPath) -> None:
    """To the cent, never less than nothing, and in the roles' order."""
    first, second = "associate-product-manager", "ux-product-manager"
    start = Person(role="business-analyst")
    assert wishes_left(plan, start, month=0) == plan.wishes
    paid = replace(
        start, role=first, done={"product-course"}, learning={"user-experience-course": 1}
    )
    left = wishes_left(plan, paid, month=190)
    assert (left.via, left.max_cost, left.within) == ((second,), 3100.1, 10)
    more = replace(paid, done=paid.done | {"leadership-programme", "pmp"})
    left = wishes_left(plan, more, month=300)
    assert (left.max_cost, left.within) == (0, 0)
    assert wishes_left(plan, Person(role=second), month=1).via == ()
    elsewhere = Person(role="software-engineer")
    assert wishes_left(plan, elsewhere, month=1).via == (first, second)


def test_what_was_paid_before_the_plan_is_not_off_its_budget(plan: GrowthPath) -> None:
    """Neither what was done, nor what was begun."""
    before = replace(plan, person=Person(done={"mba"}, learning={"leadership-programme": 1}))
    now = Person(role="business-analyst", done={"mba", "leadership-programme"})
    assert wishes_left(before, now, month=0).max_cost == 4000.1


def test_who_is_nowhere_cannot_go_on(plan: GrowthPath) -> None:
    """The role is needed."""
    with pytest.raises(InvalidPerson, match="without the person's role"):
        replan(plan, Person(), month=0)


def test_a_plan_that_comes_back_has_not_done_so_on_its_first_day() -> None:
    """The skills for the second stay in a role may be held from the start."""
    develops = {"s": {1: 3}}
    roles = {name: Role(name, name) for name in ("a", "b", "c")}
    roles["b"] = replace(roles["b"], develops=develops)
    moves = (
        Transition("a", "b", 0),
        Transition("b", "a", 0),
        Transition("a", "c", 2, requires={"s": 1}),
    )
    ladder = Ladder("Back", ("one",), {"s": Skill("s", "S")}, roles=roles, transitions=moves)
    for served in (None, 0, 7):
        person = Person(months_in_role=served)
        plan = growth_path(ladder, "a", "c", person=person, via=["b"])
        assert plan.roles == ("a", "b", "a", "c")
        now = replace(person, role="a")
        assert place_of(plan, now, month=0) == 0
        assert replan(plan, now, month=0).months == plan.months
        back = Person(role="a", months_in_role=1, skills={"s": 1})
        assert place_of(plan, back, month=4) == 2
        assert wishes_left(plan, back, month=4).via == ()
        assert replan(plan, back, month=4).months == plan.months - 4
