"""The search against the rules: proven by a slow reference, replayed by an independent checker."""

from __future__ import annotations

import itertools
import json
import random
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.clocks import looks
from support.graph_strategies import GOAL, START, questions, tangled
from support.growth_cases import CASES, course, move, tiny
from support.organisations import organisation
from support.reference import Simulator
from support.replay import replay
from support.routes import along, routes

from graphs import Blocker, GrowthPath, NoGrowthPath, SearchLimit, growth_path
from ladder import FrozenDict, InvalidPerson, Ladder, Person, UnknownName, bundled

SEEDS = st.integers(0, 2**63 - 1)


def ask(ladder: Ladder, person: Person | None = None, by: str = "months") -> GrowthPath | None:
    """Ask the search; None where there is no way."""
    try:
        return growth_path(ladder, START, GOAL, person=person, by=by)
    except NoGrowthPath:
        return None


def agree(question: tuple[Ladder, Person], by: str) -> None:
    """Fail unless search and reference agree, and the plan keeps the rules."""
    ladder, person = question
    path = ask(ladder, person, by)
    best = Simulator(ladder, START, person).best(GOAL, by)
    assert (path and (path.months, path.moves, path.cost)) == best
    if path:
        assert path.optimal
        replay(ladder, person, path)


@settings(max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS)
def test_the_search_equals_the_reference(seed):
    """Months, moves and cost are the best of all plans there are, and the plan is legal."""
    agree(tangled(seed), "months")


@pytest.mark.parametrize("by", ["moves", "cost"])
@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS)
def test_the_search_equals_the_reference_by_other_orders(by, seed):
    """The same where moves or cost come first."""
    agree(tangled(seed), by)


@settings(max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(question=questions())
def test_the_search_equals_the_reference_at_the_edges(question):
    """The same where hypothesis looks for the simplest and the oddest."""
    agree(question, "months")


@pytest.mark.slow
@pytest.mark.parametrize("by", ["months", "moves", "cost"])
@settings(max_examples=17_000, suppress_health_check=list(HealthCheck))
@given(seed=SEEDS)
def test_the_search_equals_the_reference_at_length(by, seed):
    """The same over 51,000 random ladders."""
    agree(tangled(seed), by)


@pytest.mark.parametrize("name", CASES)
def test_where_exactness_is_easily_lost(name):
    """Each case that has misled a search has the answer that the rules give, worked out by hand."""
    ladder, person, months = CASES[name]
    assert Simulator(ladder, START, person).best(GOAL)[0] == months
    path = growth_path(ladder, START, GOAL, person=person)
    assert path.months == months
    replay(ladder, person, path)


def test_an_activity_is_paid_for_when_it_is_begun():
    """What was begun before today costs nothing more."""
    ladder, person, _ = CASES["learning that was begun goes on without its requirements"]
    assert growth_path(ladder, START, GOAL, person=person).cost == 0


def test_what_is_least_is_chosen():
    """The three orders give three different plans where months, moves and cost disagree."""
    ladder = tiny(
        move(START, GOAL, x=1, y=1),
        move(START, "r2", 4),
        move("r2", GOAL, 4),
        move(START, "r3"),
        move("r3", "r4"),
        move("r4", GOAL),
        activities=(course("a", 3, {}, {"x": 1}, cost=0.1), course("b", 3, {}, {"y": 1}, cost=0.2)),
    )
    paths = {by: growth_path(ladder, START, GOAL, by=by) for by in ("months", "moves", "cost")}
    totals = {by: (path.months, path.moves, path.cost) for by, path in paths.items()}
    assert totals == {"months": (0, 3, 0), "moves": (6, 1, 0.3), "cost": (0, 3, 0)}


def test_from_a_role_to_itself_is_no_way_at_all():
    """Who is there already needs no month and no move."""
    path = growth_path(tiny(), START, START)
    assert (path.months, path.moves, path.roles) == (0, 0, (START,))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(question=questions())
def test_equal_plans_are_decided_by_role_ids(question):
    """No sequence of roles that comes before the answer's, by ids, is as good."""
    ladder, person = question
    path = ask(ladder, person)
    if path is None or path.moves > 5:
        return
    totals = (path.months, path.moves, path.cost)
    for roles in sorted(routes(ladder, path.moves)):
        if roles >= path.roles:
            break
        alone, source, target = along(ladder, roles)
        best = Simulator(alone, source, person).best(target)
        assert best is None or best > totals


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(question=questions(), seed=st.integers(0, 10))
def test_the_order_of_keys_carries_no_meaning(question, seed):
    """Roles, skills and activities in another order give the same answer, to the byte."""
    ladder, person = question

    def shuffled(mapping):
        items = list(mapping.items())
        random.Random(seed).shuffle(items)
        return FrozenDict(items)

    other = replace(
        ladder,
        roles=shuffled(ladder.roles),
        skills=shuffled(ladder.skills),
        activities=shuffled(ladder.activities),
    )
    one, two = ask(ladder, person), ask(other, person)
    assert (one and json.dumps(one.to_dict())) == (two and json.dumps(two.to_dict()))


@pytest.mark.parametrize("seed", ["0", "1", "4294967295"])
def test_an_answer_is_the_same_bytes_under_any_hash_seed(seed):
    """Neither the order of sets nor of hashes reaches the answer."""
    script = (
        "import json; from ladder import bundled; from graphs import growth_path;"
        "ladder = bundled('uk-digital-and-data');"
        "path = growth_path(ladder, 'business-analyst', 'senior-product-manager');"
        "print(json.dumps(path.to_dict()))"
    )
    run = [sys.executable, "-c", script]
    answer = subprocess.run(
        run, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
    ).stdout
    path = growth_path(bundled("uk-digital-and-data"), "business-analyst", "senior-product-manager")
    assert json.loads(answer) == json.loads(json.dumps(path.to_dict()))
    assert answer.decode().strip() == json.dumps(path.to_dict())


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(question=questions())
def test_a_no_names_gates_that_are_closed(question):
    """Each blocker is a gate on the way, asking for more than it says can be had."""
    ladder, person = question
    blockers = refusal(ladder, person)
    assert blockers is None or blockers
    for blocker in blockers or ():
        if blocker.transition is None:
            continue
        gate = ladder.transitions[blocker.transition]
        assert gate.requires[blocker.skill] == blocker.needed > blocker.best
        named = {other.skill for other in blockers if other.transition == blocker.transition}
        rest = {skill: level for skill, level in gate.requires.items() if skill not in named}
        moves = list(ladder.transitions)
        moves[blocker.transition] = replace(gate, requires=FrozenDict(rest))
        opened = Simulator(replace(ladder, transitions=tuple(moves)), START, person)
        assert opened.best(gate.to_role) is not None, "more was missing than the blockers said"


def refusal(ladder: Ladder, person: Person) -> tuple[Blocker, ...] | None:
    """Give what stands in the way; None where nothing does."""
    try:
        growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath as no:
        return no.blockers
    return None


def test_a_no_says_what_nothing_gives():
    """The level, the best there is, and the reason."""
    ladder = tiny(move(START, GOAL, x=3), roles={START: {"x": {2: 0}}})
    with pytest.raises(NoGrowthPath) as caught:
        growth_path(ladder, START, GOAL)
    [blocker] = caught.value.blockers
    assert (blocker.transition, blocker.skill, blocker.needed, blocker.best) == (0, "x", 3, 2)
    assert blocker.why == "no role and no activity develops x to high"


@pytest.mark.parametrize(
    ("requires", "without", "why"),
    [
        ({"y": 1}, [], "A would give it, but asks for y at low first"),
        ({}, ["a"], "A would give it, but is ruled out"),
    ],
)
def test_a_no_says_why_learning_does_not_help(requires, without, why):
    """What the activity asks for is not to be had, or the activity is not wanted."""
    ladder = tiny(move(START, GOAL, x=1), activities=(course("a", 1, requires, {"x": 1}),))
    with pytest.raises(NoGrowthPath) as caught:
        growth_path(ladder, START, GOAL, without=without)
    [blocker] = caught.value.blockers
    assert blocker.why.casefold() == why.casefold()


def test_a_no_tells_one_way_choices_apart():
    """Two skills, each to be had, but in two roles of which one cannot go to the other."""
    ladder = tiny(
        move(START, "r2"),
        move(START, "r3"),
        move("r2", GOAL, x=1, y=1),
        move("r3", GOAL, x=1, y=1),
        roles={"r2": {"x": {1: 0}}, "r3": {"y": {1: 0}}},
    )
    with pytest.raises(NoGrowthPath) as caught:
        growth_path(ladder, START, GOAL)
    assert {(blocker.transition, blocker.skill) for blocker in caught.value.blockers} == {
        (2, "y"),
        (3, "x"),
    }
    assert all("not on a way that still leads" in blocker.why for blocker in caught.value.blockers)


def test_what_the_job_gives_late_is_learnt_early_step_by_step():
    """Of two activities that wait for the job, either may be opened earlier by a third."""
    ladder = tiny(
        move(START, GOAL, 6, x=3, y=1),
        roles={START: {"x": {3: 6}}},
        activities=(
            course("a", 1, {"x": 2}, {"x": 3, "y": 1}),
            course("b", 2, {"x": 1}, {"x": 2}),
            course("c", 3, {}, {"x": 1}),
            course("d", 4, {}, {"y": 1}, cost=5),
        ),
    )
    for by in ("months", "moves", "cost"):
        agree((ladder, Person(months_in_role=0)), by)


def test_no_transitions_at_all_is_said():
    """Where nothing leads on, no gate is to blame."""
    with pytest.raises(NoGrowthPath) as caught:
        growth_path(tiny(move(GOAL, START)), START, GOAL)
    [blocker] = caught.value.blockers
    assert blocker.transition is None
    assert "no transition leads into r1" in blocker.why


def maze(rungs: int = 14) -> Ladder:
    """Make a ladder whose gates can be opened in very many ways."""
    skills = [f"x{place}" for place in range(12)]
    activities = [
        course(f"{skill}-{kind}", 3 + kind, {}, {skill: 1}, cost=7 * kind * (place + 1) % 11)
        for place, skill in enumerate(skills)
        for kind in range(3)
    ]
    roles = [START, *(f"m{place}" for place in range(rungs)), GOAL]
    moves = [
        move(one, two, 4, **dict.fromkeys(skills[place % 7 : place % 7 + 5], 1))
        for place, (one, two) in enumerate(itertools.pairwise(roles))
    ]
    return tiny(*moves, activities=tuple(activities))


HARD = "track-12-rank-3", "track-4-rank-3"
"""Roles of ``hard_ladder``: the cheapest way between them is looked for long."""


def hard_ladder() -> Ladder:
    return organisation(100, 7, gate_below=0)


def test_the_time_limit_gives_the_best_so_far_and_what_is_proven():
    """A legal plan that is not called the best, and a bound that no plan beats."""
    ladder = hard_ladder()
    path = growth_path(ladder, *HARD, by="cost", time_limit=looks(1500))
    assert not path.optimal
    assert path.bound <= path.months
    assert path.to_dict()["status"] == "limit"
    assert path.to_dict()["bound"] == path.bound
    replay(ladder, Person(), path)


def test_the_bound_is_below_the_best():
    """What is said to be proven when the time is up is true."""
    ladder = hard_ladder()
    best = growth_path(ladder, *HARD, time_limit=looks(100_000))
    assert best.optimal
    for limit in (0, 1, *range(10, 120, 8), 500, 1000, 2000):
        try:
            path = growth_path(ladder, *HARD, time_limit=looks(limit))
        except SearchLimit as no:
            bound, months = no.bound, best.months
        else:
            bound, months = path.bound, path.months
        assert bound <= best.months <= months


def test_no_time_at_all_is_said():
    """Without time there is no path, no claim, and an error of its own."""
    with pytest.raises(SearchLimit) as caught:
        growth_path(maze(), START, GOAL, time_limit=0)
    assert caught.value.to_dict()["status"] == "limit"


def test_a_no_is_proven_quickly_where_nothing_could_ever_help():
    """A gate beyond everything is noticed without trying every way up to it."""
    ladder = maze()
    closed = (*ladder.transitions[:-1], replace(ladder.transitions[-1], requires={"x0": 3}))
    with pytest.raises(NoGrowthPath):
        growth_path(replace(ladder, transitions=closed), START, GOAL, time_limit=looks(1000))


def test_who_asks_must_fit_the_question():
    """A person in another role, an unknown role and an unknown order are refused."""
    ladder = bundled("product-management")
    with pytest.raises(InvalidPerson, match="Product Manager"):
        growth_path(ladder, "analyst", "spm", person=Person(role="product-manager"))
    with pytest.raises(UnknownName):
        growth_path(ladder, "analist", "spm")
    with pytest.raises(ValueError, match="months, moves, cost"):
        growth_path(ladder, "analyst", "spm", by="joy")
