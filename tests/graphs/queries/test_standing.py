"""Where somebody stands by what is ticked, against whoever follows the plan month by month."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, tangled
from support.replay import follow

from graphs import GrowthPath, NoGrowthPath, growth_path, progress, replan, standing
from graphs.plans.plan_file import Boxes, Plan
from graphs.plans.steps import Step, steps_of
from graphs.queries.progress import held_by
from ladder import Ladder, Person, bundled, validate_person

SEEDS = st.integers(0, 2**63 - 1)


def ticked_by(path: GrowthPath, month: int, place: int) -> tuple[Step, ...]:
    """What somebody has ticked who is in a stay and follows the plan."""
    steps = steps_of(path)
    moved = (step for step in steps if step.move and step.place < place)
    done = (step for step in steps if not step.move and step.end <= month and step.place <= place)
    return (*moved, *done)


@settings(max_examples=150)
@given(question=questions() | SEEDS.map(tangled))
def test_who_ticks_what_is_done_stands_where_they_are(question: tuple[Ladder, Person]) -> None:
    """They hold what they hold, in their role for as long as they are, with all done that is."""
    ladder, person = question
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        return
    places = [
        place for place, stay in enumerate(path.stays) for _ in range(stay.start, stay.end + 1)
    ]
    for place, (month, now) in zip(places, follow(ladder, person, path), strict=True):
        kept = Plan(path, None, Boxes(ticked_by(path, month, place)))
        stands = standing(kept, month=month)
        validate_person(ladder, stands)
        assert (stands.role, stands.months_in_role) == (now.role, now.months_in_role)
        assert (stands.done, stands.learning) == (now.done, now.learning)
        assert held_by(path, stands) == held_by(path, now)


@given(question=questions() | SEEDS.map(tangled))
def test_on_the_first_day_a_plan_knows_for_whom_it_is(question: tuple[Ladder, Person]) -> None:
    """Nothing being ticked, or there being no boxes."""
    ladder, person = question
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        return
    for kept in (Plan(path, None), Plan(path, None, Boxes(()))):
        stands = standing(kept, month=0)
        again = replan(path, stands, month=0)
        assert (again.stays, again.learning, again.cost) == (path.stays, path.learning, path.cost)
        assert progress(path, stands, month=0).delay == 0


@pytest.fixture
def plan() -> GrowthPath:
    return growth_path(bundled("product-management"), "analyst", "spm")


def ticked(plan: GrowthPath, *names: str) -> Plan:
    """A plan with the boxes of some activities and moves ticked."""
    steps = (
        step
        for step in steps_of(plan)
        if (step.learning and step.learning.activity in names)
        or (step.move and step.move.to in names)
    )
    return Plan(plan, None, Boxes(tuple(steps)))


def test_a_move_tells_since_when(plan: GrowthPath) -> None:
    """By the plan, or as it is said; and that its gate was open."""
    kept = ticked(plan, "product-manager")
    stands = standing(kept, month=20)
    assert (stands.role, stands.months_in_role) == ("product-manager", 8)
    assert stands.skills["empathy"] == 2
    assert standing(kept, month=9).months_in_role == 0
    assert standing(kept, month=20, months_in_role=3).months_in_role == 3


def test_what_is_under_way_is_as_far_as_planned(plan: GrowthPath) -> None:
    """Where there are boxes; what is overdue and not ticked is not done."""
    kept = ticked(plan, "emotional-intelligence")
    assert standing(kept, month=2).learning == {"product-course": 1}
    assert standing(kept, month=2, under_way=False).learning == {}
    assert standing(kept, month=3).learning == {}
    assert progress(plan, standing(kept, month=2), month=2).delay == 0
    assert progress(plan, standing(kept, month=3), month=3).delay == 2
    assert standing(Plan(plan, None), month=2).learning == {}


def test_of_a_role_that_expects_more_only_what_is_known_is_held(
    product: Ladder, path: GrowthPath
) -> None:
    """Only what it develops, what its gate asked, and what was held before."""
    roles = dict(product.roles)
    roles["apm"] = replace(roles["apm"], expects={"analysis": 3, "research": 3})
    plan = replace(path, ladder=replace(product, roles=roles))
    stands = standing(ticked(plan, "apm"), month=2)
    assert held_by(plan, stands) == {
        "analysis": 3,
        "communication": 2,
        "roadmapping": 1,
        "research": 1,
    }
