"""Plans through, around, without and within, against the reference."""

from __future__ import annotations

from dataclasses import replace
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import Clock
from support.graph_strategies import GOAL, START, tangled
from support.growth_cases import course, move, tiny
from support.reference import ORDER, Simulator, Totals
from support.replay import replay
from support.routes import along, layered, routes

from graphs import (
    GrowthPath,
    NoGrowthPath,
    SearchLimit,
    alternatives,
    frontier,
    growth_path,
    into,
    reach,
)
from graphs.queries.question import Question
from ladder import FrozenDict, Ladder, Person, UnknownName

SEEDS = st.integers(0, 2**63 - 1)
BY = st.sampled_from(["months", "moves", "cost"])


def ask(ladder: Ladder, person: Person, **wishes) -> GrowthPath | None:
    """Ask the search; None where there is no way."""
    try:
        path = growth_path(ladder, START, GOAL, person=person, **wishes)
    except NoGrowthPath:
        return None
    assert path.optimal
    return path


def totals(path: GrowthPath | None) -> Totals | None:
    return path and (path.months, path.moves, path.cost)


@settings(max_examples=400)
@given(seed=SEEDS, by=BY)
def test_around_a_role(seed, by):
    """Avoiding a role is as if no transition led into it."""
    ladder, person = tangled(seed)
    path = ask(ladder, person, by=by, avoid=["r2"]) if "r2" in ladder.roles else None
    around = tuple(item for item in ladder.transitions if item.to_role != "r2")
    if "r2" in ladder.roles:
        best = Simulator(replace(ladder, transitions=around), START, person).best(GOAL, by)
        assert totals(path) == best
    if path:
        assert "r2" not in path.roles
        replay(ladder, person, path)


@settings(max_examples=400)
@given(seed=SEEDS, by=BY)
def test_without_an_activity(seed, by):
    """Doing without an activity is as if there were none such."""
    ladder, person = tangled(seed)
    rest = {name: item for name, item in ladder.activities.items() if name != "a0"}
    other = replace(
        person,
        done=person.done - {"a0"},
        learning={name: months for name, months in person.learning.items() if name != "a0"},
    )
    if "a0" in person.done:
        return
    path = ask(ladder, person, by=by, without=["a0"])
    best = Simulator(replace(ladder, activities=FrozenDict(rest)), START, other).best(GOAL, by)
    assert totals(path) == best
    if path:
        assert all(item.activity != "a0" for item in path.learning)
        replay(ladder, person, path)


@settings(max_examples=250)
@given(seed=SEEDS, by=BY, data=st.data())
def test_through_roles_in_order(seed, by, data):
    """Going through roles is as if each time one is entered a copy of the ladder began."""
    ladder, person = tangled(seed)
    others = sorted(set(ladder.roles) - {START})
    via = data.draw(st.lists(st.sampled_from(others), min_size=1, max_size=2))
    path = ask(ladder, person, by=by, via=via)
    goal = f"{GOAL}.{len(via)}"
    assert totals(path) == Simulator(layered(ladder, via), START, person).best(goal, by)
    if path:
        rest = iter(path.roles[1:])
        assert all(role in rest for role in via), "in this order"


@settings(max_examples=250)
@given(seed=SEEDS, by=BY, within=st.integers(0, 20), cost=st.sampled_from([0, 1, 2.5, 4, 100]))
def test_within_months_and_cost(seed, by, within, cost):
    """The best of the plans that keep to the limits; or what it would take to have one."""
    ladder, person = tangled(seed)
    plans = list(Simulator(ladder, START, person).plans(GOAL))
    kept = [plan for plan in plans if plan[0] <= within and plan[2] <= cost]
    best = min(kept, key=lambda plan: ORDER[by](*plan), default=None)
    try:
        path = growth_path(ladder, START, GOAL, person=person, by=by, within=within, max_cost=cost)
    except NoGrowthPath as no:
        least = {totals(item) for item in no.least}
        blocked = bool(no.blockers)
    else:
        assert totals(path) == best
        replay(ladder, person, path)
        return
    assert best is None
    assert blocked == (not plans)
    cheap = [plan for plan in plans if plan[2] <= cost]
    quick = [plan for plan in plans if plan[0] <= within]
    expected = {
        min(some, key=lambda plan: ORDER[order](*plan))
        for some, order in ((cheap, "months"), (quick, "cost"))
        if some
    }
    if not expected and plans:
        expected = {min(plans), min(plans, key=lambda plan: ORDER["cost"](*plan))}
    assert least == expected


def test_a_no_within_limits_says_what_it_would_take():
    """The message is about the limits, not about gates."""
    ladder = tiny(move(START, GOAL, x=1), activities=(course("a", 5, {}, {"x": 1}, cost=9),))
    with pytest.raises(NoGrowthPath, match="within the months and the cost allowed") as caught:
        growth_path(ladder, START, GOAL, within=3)
    assert [path.months for path in caught.value.least] == [5]
    assert caught.value.blockers == ()
    assert caught.value.to_dict()["least"][0]["months"] == 5


def test_wishes_name_what_there_is():
    """An unknown role or activity in a wish is refused like any other."""
    ladder = tiny(move(START, GOAL))
    for wish in ({"via": ["nobody"]}, {"avoid": ["nobody"]}, {"without": ["nothing"]}):
        with pytest.raises(UnknownName):
            growth_path(ladder, START, GOAL, **wish)


@settings(max_examples=300)
@given(seed=SEEDS)
def test_the_frontier_is_what_no_plan_beats(seed):
    """Every pair of months and cost that no plan beats in both, once, and nothing else."""
    ladder, person = tangled(seed)
    pairs = {(plan[0], plan[2]) for plan in Simulator(ladder, START, person).plans(GOAL)}
    unbeaten = {
        pair
        for pair in pairs
        if not any(one != pair and one[0] <= pair[0] and one[1] <= pair[1] for one in pairs)
    }
    if not pairs:
        return
    choices = frontier(ladder, START, GOAL, person=person)
    paths = choices.found
    assert choices.complete
    assert [(path.months, path.cost) for path in paths] == sorted(unbeaten)
    for path in paths:
        replay(ladder, person, path)


@settings(max_examples=150)
@given(seed=SEEDS)
def test_alternatives_are_the_best_of_other_routes(seed):
    """Each is the best of its roles, and no route of up to four moves is better and left out."""
    ladder, person = tangled(seed)
    if ask(ladder, person) is None:
        return
    choices = alternatives(ladder, START, GOAL, 3, person=person)
    paths = choices.found
    assert choices.complete
    found = {path.roles: (*totals(path), path.roles) for path in paths}
    assert len(found) == len(paths)
    assert sorted(found.values()) == list(found.values())
    for roles in routes(ladder, 4):
        alone, source, target = along(ladder, roles)
        best = Simulator(alone, source, person).best(target)
        if roles in found:
            assert found[roles][:3] == best
        elif best is not None:
            assert len(paths) == 3
            assert (*best, roles) > list(found.values())[-1]
    for path in paths:
        replay(ladder, person, path)


@pytest.mark.parametrize("count", [0, -1])
def test_fewer_alternatives_than_one_are_refused(count):
    """Rather than one being given all the same."""
    with pytest.raises(ValueError, match="at least 1; not"):
        alternatives(tiny(move(START, GOAL)), START, GOAL, count)


def test_who_is_there_already_has_no_other_way():
    """From a role to itself there is one answer, however many are asked for."""
    ladder = tiny(move(START, GOAL), move(GOAL, START))
    assert [path.roles for path in alternatives(ladder, START, START, 3).found] == [(START,)]


def test_alternatives_end_where_there_are_no_more():
    """Fewer are given than were asked for, rather than one twice."""
    ladder = tiny(move(START, GOAL), move(START, "r2"), move("r2", GOAL))
    paths = alternatives(ladder, START, GOAL, 9).found
    assert [path.roles for path in paths] == [(START, GOAL), (START, "r2", GOAL)]


class Asked(Clock):
    """Questions to a search that needs so many seconds for each, of a clock of its own."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
        super().__init__()
        best = Question.best

        def slow(question: Question, **how) -> GrowthPath | None:
            left = question.deadline.left
            self.now += min(seconds, left)
            if left < seconds:
                raise SearchLimit(question.planner.ladder, START, GOAL, 0)
            return best(question, **how)

        monkeypatch.setattr(Question, "best", slow)


PRICED = tiny(
    move(START, GOAL, x=1),
    move(START, "r2", 9),
    move("r2", GOAL, 9),
    activities=(course("a", 2, {}, {"x": 1}, cost=9), course("b", 5, {}, {"x": 1}, cost=4)),
)


def test_the_frontier_does_not_count_moves():
    """A plan of as many months that is cheaper beats another, though it takes more moves."""
    ladder = tiny(
        move(START, GOAL, x=1),
        move(START, "r2"),
        move("r2", GOAL, 2),
        activities=(course("a", 2, {}, {"x": 1}, cost=9),),
    )
    assert totals(ask(ladder, Person())) == (2, 1, 9)
    found = frontier(ladder, START, GOAL).found
    assert [totals(path) for path in found] == [(2, 2, 0)]


@pytest.mark.parametrize(("seconds", "count"), [(1, 3), (2, 3), (3, 2), (6, 1)])
def test_the_frontier_has_one_time_limit(monkeypatch, seconds, count):
    """However many plans there are; what is not proven within it is said to be so."""
    clock = Asked(monkeypatch, seconds)
    choices = frontier(PRICED, START, GOAL, time_limit=clock.limit(10))
    assert [path.months for path in choices.found] == [2, 5, 9][:count]
    assert clock.now <= 10
    assert choices.complete == (count == 3)
    assert choices.to_dict()["complete"] == choices.complete


@pytest.mark.parametrize(("seconds", "count"), [(3, 2), (4, 2), (6, 1)])
def test_alternatives_have_one_time_limit(monkeypatch, seconds, count):
    """That there are no more counts as proven only where it is."""
    clock = Asked(monkeypatch, seconds)
    choices = alternatives(PRICED, START, GOAL, 3, time_limit=clock.limit(10))
    assert [path.roles for path in choices.found] == [(START, GOAL), (START, "r2", GOAL)][:count]
    assert clock.now <= 10
    assert choices.complete == (seconds == 3)


def test_no_plan_within_the_limit_is_none_at_all(monkeypatch):
    """As for a single one."""
    clock = Asked(monkeypatch, 11)
    for ask in (frontier, lambda *ends, **wishes: alternatives(*ends, 2, **wishes)):
        with pytest.raises(SearchLimit):
            ask(PRICED, START, GOAL, time_limit=clock.limit(10))


@pytest.mark.parametrize("ask", [growth_path, reach, into])
@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"within": -1}, "within is a whole number of months from 0, not -1"),
        ({"within": 1.5}, "within is a whole number of months from 0, not 1.5"),
        ({"within": "soon"}, "within is a whole number of months from 0, not 'soon'"),
        ({"max_cost": "500"}, "max_cost is an amount from 0, not '500'"),
        ({"max_cost": -1}, "max_cost is an amount from 0, not -1"),
        ({"max_cost": nan}, "max_cost is an amount from 0, not nan"),
        ({"max_cost": inf}, "max_cost is an amount from 0, not inf"),
        ({"time_limit": nan}, "time_limit is a number of seconds from 0, not nan"),
        ({"time_limit": -1}, "time_limit is a number of seconds from 0, not -1"),
        ({"avoid": GOAL}, rf"avoid takes several names, as in avoid=\['{GOAL}'\]"),
        ({"without": "a"}, r"without takes several names, as in without=\['a'\]"),
    ],
)
def test_wishes_that_mean_nothing_are_refused(ask, wish, told):
    """Less than nothing, no amount at all, and one text that would be taken letter by letter."""
    ladder = tiny(move(START, GOAL))
    ends = [START, GOAL] if ask is growth_path else [START]
    with pytest.raises((ValueError, TypeError), match=told):
        ask(ladder, *ends, **wish)
    with pytest.raises(TypeError, match="via takes several names"):
        growth_path(ladder, START, GOAL, via=GOAL)
    with pytest.raises(TypeError, match="a role goes by its id, name or alias, and not by 3"):
        growth_path(ladder, START, 3)


def test_a_least_that_the_time_limit_cut_short_is_not_complete(monkeypatch):
    """Also where something is found once both limits are dropped."""
    ladder = tiny(move(START, GOAL, x=1), activities=(course("a", 5, {}, {"x": 1}, cost=9),))
    best = Question.best

    def late_within_limits(question, **how):
        limits = question.wishes.within, question.wishes.max_cost
        if limits.count(None) == 1:
            raise SearchLimit(ladder, START, GOAL, 0)
        return best(question, **how)

    monkeypatch.setattr(Question, "best", late_within_limits)
    with pytest.raises(NoGrowthPath) as caught:
        growth_path(ladder, START, GOAL, within=3, max_cost=4)
    assert [path.months for path in caught.value.least] == [5, 5]
    assert not caught.value.complete
    assert caught.value.to_dict()["complete"] is False


def test_a_no_within_limits_keeps_to_the_time_limit(monkeypatch):
    """What it would take is told as far as it is proven, or not told; the no stands."""
    ladder = tiny(move(START, GOAL, x=1), activities=(course("a", 5, {}, {"x": 1}, cost=9),))
    clock = Asked(monkeypatch, 4)
    with pytest.raises(NoGrowthPath) as caught:
        growth_path(ladder, START, GOAL, within=3, max_cost=4, time_limit=clock.limit(10))
    assert clock.now <= 14
    assert caught.value.least == caught.value.blockers == ()
    assert caught.value.to_dict()["least"] == []
    assert "within the months and the cost allowed" in str(caught.value)
