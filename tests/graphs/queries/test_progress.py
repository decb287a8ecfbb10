"""Where somebody stands against a plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, ranged, tangled
from support.growth_cases import CASES
from support.replay import follow

from graphs import GrowthPath, NoGrowthPath, Progress, at_pace, growth_path, month_reached, progress
from ladder import FrozenDict, InvalidPerson, Ladder, Pace, Person, bundled

tangles = st.integers(0, 10_000).map(tangled)


def check_followed(ladder: Ladder, person: Person) -> None:
    """Who follows a plan is on time at any moment of it, with all done that was due."""
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        return
    if len(set(path.roles)) < len(path.roles):
        return  # which of two stays in one role it is, skills cannot always tell
    for month, now in follow(ladder, person, path):
        compared = progress(path, now, month=month)
        states = {each.state for each in compared.steps}
        assert compared.delay == 0
        assert states <= {"done", "due", "ahead"}
        assert not compared.missing
        for each in compared.steps:
            assert each.done if each.step.end < month else not each.done or each.step.end == month
        due = [each.step for each in compared.steps if each.state == "due"]
        assert all(
            step.end == month == path.stays[step.place].end or step.move is None for step in due
        )
        if now.months_in_role is not None and person.months_in_role is not None:
            assert month_reached(path, now) == month
        if path.optimal and not lowered(ladder, person):
            assert growth_path(ladder, now.role, GOAL, person=now).months == path.months - month


def lowered(ladder: Ladder, person: Person) -> bool:
    """Whether something is developed anew, which a file in the middle of that cannot say."""
    develops = ladder.roles[START].develops
    return any(level < max(develops.get(skill, {0: 0})) for skill, level in person.skills.items())


@given(question=questions() | tangles)
def test_who_follows_a_plan_is_on_time(question: tuple[Ladder, Person]) -> None:
    """At every month, before and after each move, whatever the ladder."""
    check_followed(*question)


@given(seed=st.integers(0, 10_000), pace=st.sampled_from(["fast", "slow"]))
def test_who_follows_a_plan_at_a_pace_is_on_time(seed: int, pace: Pace) -> None:
    """Also with more months of an activity in than it takes at that pace."""
    ladder, person = ranged(seed)
    check_followed(at_pace(ladder, pace), person)


@pytest.mark.parametrize("case", CASES)
def test_who_follows_an_awkward_plan_is_on_time(case: str) -> None:
    """Where searches have gone wrong."""
    check_followed(*CASES[case][:2])


@given(question=questions() | tangles, wait=st.integers(1, 9))
def test_who_does_nothing_falls_behind(question: tuple[Ladder, Person], wait: int) -> None:
    """By the months that have passed, as soon as something was due that is still needed."""
    ladder, person = question
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        return
    now = replace(person, role=START)
    before = progress(path, now, month=0)
    for month in range(wait):
        compared = progress(path, now, month=month)
        moves = [each for each in compared.steps if each.step.move]
        assert all((each.state == "late") == (each.step.end < month) for each in moves)
        assert all(each.behind == month - each.step.end for each in moves if each.behind)
        assert 0 <= compared.delay <= month or before.delay
        assert compared.delay >= max((each.behind for each in moves), default=0)


@pytest.fixture
def plan() -> GrowthPath:
    return growth_path(bundled("product-management"), "analyst", "spm")


def states(compared: Progress) -> dict[str, str]:
    """State of each activity and move."""
    named = {}
    for each in compared.steps:
        if each.step.learning:
            named[each.step.learning.activity] = each.state
        elif each.step.move:
            named[each.step.move.to] = each.state
    return named


def test_learning_falls_behind_before_it_is_due(plan: GrowthPath) -> None:
    """Two of three months in by the plan, and one in truth, is a month behind."""
    course, end = "user-experience-course", 6
    done = frozenset({"emotional-intelligence", "product-course"})
    for months_in, behind in ((2, 0), (1, 1), (0, 2)):
        person = Person("business-analyst", done=done, learning={course: months_in})
        compared = progress(plan, person, month=end - 1)
        assert compared.delay == behind
        assert states(compared)[course] == ("late" if behind else "ahead")


def test_an_overdue_activity_is_late_by_what_is_left_of_it(plan: GrowthPath) -> None:
    """Done at once, it would end so many months after it was due."""
    person = Person("business-analyst", done=frozenset({"emotional-intelligence"}))
    late = {each.step.end: each.behind for each in progress(plan, person, month=5).steps}
    assert late[3] == 2 + 2
    begun = replace(person, learning={"product-course": 1})
    late = {each.step.end: each.behind for each in progress(plan, begun, month=5).steps}
    assert late[3] == 2 + 1


def test_what_nothing_ahead_needs_is_not_late(plan: GrowthPath) -> None:
    """Who has got through the gate without a course is not behind for that."""
    person = Person("product-manager", months_in_role=0, done=frozenset({"stretch-work"}))
    compared = progress(plan, person, month=12)
    assert compared.delay == 0
    assert states(compared)["product-manager"] == "done"
    assert states(compared)["user-experience-course"] == "dropped"
    assert states(compared)["leadership-programme"] == "ahead"
    assert "user-centred-design" in compared.missing


def test_what_is_done_early(plan: GrowthPath) -> None:
    """As far as all that comes before it is done."""
    everything = frozenset(item.activity for item in plan.learning if item.periods[0][0] < 12)
    person = Person("product-manager", months_in_role=0, done=everything)
    compared = progress(plan, person, month=9)
    assert compared.delay == -3
    assert states(compared)["product-manager"] == states(compared)["stretch-work"] == "early"
    ahead = Person("business-analyst", done=everything - {"emotional-intelligence"})
    assert progress(plan, ahead, month=0).delay == 0
    assert progress(plan, ahead, month=9).delay == 9


def test_being_there(plan: GrowthPath) -> None:
    """Nothing is late any more, and months that are left are months early."""
    person = Person("senior-product-manager")
    assert progress(plan, person, month=40).delay == -8
    assert progress(plan, person, month=60).delay == 0


def test_off_the_way(plan: GrowthPath) -> None:
    """No move of the plan lies behind, and no month can be told."""
    person = Person("ux-product-manager", months_in_role=3)
    compared = progress(plan, person, month=12)
    assert compared.place is None
    assert states(compared)["product-manager"] == "due"
    assert month_reached(plan, person) is None


def test_two_stays_in_one_role(product: Ladder, path: GrowthPath) -> None:
    """The later one, as soon as the gate into it is held."""
    first, second, last = path.stays
    again = replace(last, role="analyst", move=replace(second.move, to="pm"))
    stays = (first, replace(second, move=replace(second.move, to="analyst")), again, last)
    plan = replace(path, stays=stays, moves=3)
    person = Person("analyst", months_in_role=0)
    assert progress(plan, person, month=0).place == 0
    grown = replace(person, skills=FrozenDict(path.skills | second.move.requires))
    assert progress(plan, grown, month=26).place == 2
    assert month_reached(plan, grown) == 26


def test_months_that_tell(plan: GrowthPath) -> None:
    """In the first role only as far as it is known when the plan began."""
    assert month_reached(plan, Person("product-manager", months_in_role=14)) == 26
    assert month_reached(plan, Person("product-manager")) is None
    assert month_reached(plan, Person(months_in_role=3)) is None
    assert month_reached(plan, Person("business-analyst", months_in_role=9)) is None
    served = replace(plan, months_in_role=4)
    assert month_reached(served, Person("business-analyst", months_in_role=9)) == 5


def test_who_cannot_be_compared(plan: GrowthPath) -> None:
    """Without a role, or with one that the ladder has not."""
    for person in (Person(), Person("nobody")):
        with pytest.raises(InvalidPerson):
            progress(plan, person, month=0)


def test_as_plain_data(plan: GrowthPath) -> None:
    """Each step with its state, and what is missing with both levels."""
    person = Person("business-analyst", learning={"product-course": 1})
    answer = progress(plan, person, month=3).to_dict()
    assert (answer["format"], answer["month"], answer["delay"]) == (1, 3, 3)
    assert answer["missing"]["empathy"] == {"planned": 2, "held": 0}
    course = next(step for step in answer["steps"] if step.get("activity") == "product-course")
    assert (course["state"], course["behind"], course["months_in"]) == ("late", 1, 1)
