"""The search for all roles at once: for each of them what its own question gives."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.clocks import looks
from support.graph_strategies import GOAL, START, questions, tangled, wishes_for
from support.growth_cases import course, move, tiny
from support.organisations import organisation
from support.reference import Simulator
from support.single_question import single

from graphs import Deadline, Reach, reach
from graphs.queries.question import Question
from graphs.queries.survey import Undecided, Way, ask_all
from graphs.search import one_to_all, solver
from graphs.search.bounds import UNREACHED
from graphs.search.dominance import Dominance
from graphs.search.lookahead import Corridor
from graphs.search.one_to_all import Sweep, Swept
from graphs.wishes import Wishes
from ladder import Person, bundled

SEEDS = st.integers(0, 2**63 - 1)
STEPS = st.sampled_from([1, 3, 12, 10**6])
"""So few steps for each role that little is found, or found and not proven; and enough."""


@contextmanager
def hard(steps: int) -> Iterator[None]:
    """Let each question be a hard one, so many steps being taken for each role at once."""
    before = solver._EASY, solver._LEARNING, one_to_all._STEPS_EACH, one_to_all._STAGES
    solver._EASY, solver._LEARNING, one_to_all._STEPS_EACH = 0, 0, steps
    one_to_all._STAGES = ((steps, 1 / 2), (3 * steps, 1.0))
    try:
        yield
    finally:
        solver._EASY, solver._LEARNING, one_to_all._STEPS_EACH, one_to_all._STAGES = before


def totals(found: Reach) -> dict[str, tuple[int, int, float] | None]:
    assert found.undecided == ()
    ways = {way.role: (way.months, way.moves, way.cost) for way in found.ways}
    return dict.fromkeys(found.unreached) | ways


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(questions(), STEPS)
def test_all_at_once_is_what_the_rules_say(question, steps):
    """For every role, the simulator's months, moves and cost, however far it comes at once."""
    ladder, person = question
    simulator = Simulator(ladder, START, person)
    with hard(steps):
        found = reach(ladder, START, person=person)
    assert totals(found) == {role: simulator.best(role) for role in ladder.roles}


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(SEEDS, STEPS)
def test_limits_mean_what_they_mean_for_one_question(seed, steps):
    """And so do roles to avoid, and activities to do without."""
    ladder, person = tangled(seed)
    wishes = wishes_for(ladder, seed)
    expected = {role: single(ladder, START, role, person=person, **wishes) for role in ladder.roles}
    with hard(steps):
        assert totals(reach(ladder, START, person=person, **wishes)) == expected


def swept(question: Question, deadline: Deadline | None = None) -> Swept:
    end = deadline or question.deadline
    return Sweep(question.problem, end).run(end)


def test_what_is_told_at_a_glance_is_true():
    """Totals that are as low as is proven at a glance are the best, and more are needed nowhere."""
    told = 0
    for seed in range(300):
        ladder, person = tangled(seed)
        question = Question.prepare(
            ladder, START, START, person, Wishes(**wishes_for(ladder, seed))
        )
        found = Sweep(question.problem, question.deadline).glance()
        for number, role in enumerate(question.planner.encoded.roles):
            path = question.towards(role).best()
            if number in found.best:
                end = found.best[number]
                cost = question.planner.encoded.price(end.cost)
                assert path
                assert (end.now, end.moves, cost) == (path.months, path.moves, path.cost)
                told += end.moves > 1
            elif number in found.unreached:
                assert path is None
            elif path:
                assert found.least[number] <= path.months
    assert told > 50


def wrong(question: Question, deadline: Deadline | None = None) -> list[str]:
    """Roles of which the search for all tells anything but what their own questions do."""
    found = swept(question, deadline)
    roles = []
    for number, role in enumerate(question.planner.encoded.roles):
        single = question.towards(role)
        path = single.best()
        if number in found.best:
            end = found.best[number]
            right = single.plan(end, proven=True, bound=end.now) == path
        else:
            right = number not in found.unreached or path is None
        if path is not None:
            right = right and found.least[number] <= path.months
            if number in found.found:
                right = right and found.found[number].now >= path.months
        if not right:
            roles.append(role)
    return roles


def wrong_in_a_tangle(seed: int, deadline: Deadline | None = None) -> list[str]:
    ladder, person = tangled(seed)
    wishes = Wishes(**wishes_for(ladder, seed))
    return wrong(Question.prepare(ladder, START, START, person, wishes), deadline)


def wrong_in_an_organisation(seed: int) -> list[str]:
    rng = Random(seed)
    ladder = organisation(rng.choice([10, 15, 20]), seed, gate_below=rng.choice([0, 1]))
    source = rng.choice(sorted(ladder.roles))
    return wrong(Question.prepare(ladder, source, source))


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(SEEDS, STEPS)
def test_the_plans_are_those_of_the_single_questions(seed, steps):
    """To the last activity; and nothing is said to need more months than it does."""
    with hard(steps):
        assert not wrong_in_a_tangle(seed)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(SEEDS)
def test_the_plans_are_those_of_the_single_questions_in_an_organisation(seed):
    """Where what leads to one role leads to many."""
    assert not wrong_in_an_organisation(seed)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(SEEDS, st.integers(0, 400))
def test_nothing_is_taken_for_proven_when_the_time_is_up(seed, number):
    """After so many looks at the clock, in whatever the search is at."""
    assert not wrong_in_a_tangle(seed, looks(number))


@pytest.mark.slow
@settings(max_examples=20_000, deadline=None, suppress_health_check=list(HealthCheck))
@given(SEEDS, STEPS)
def test_the_plans_are_those_of_the_single_questions_at_length(seed, steps):
    """The same over 20,000 random ladders."""
    with hard(steps):
        assert not wrong_in_a_tangle(seed)


def test_the_ranges_are_those_of_the_single_questions():
    """Of the same plans, at the fast and at the slow pace."""
    ladder = bundled("product-management")
    easily = reach(ladder, "analyst")
    with hard(10**6):
        assert reach(ladder, "analyst") == easily


def test_months_served_before_today_count():
    """The first move takes none here, so that the way through the other role is the quicker one."""
    ladder = tiny(
        move(START, GOAL, 6),
        move(START, "other", 2),
        move("other", GOAL, 3, x=1),
        activities=(course("a", 2, {}, {"x": 1}),),
    )
    question = Question.prepare(ladder, START, START, Person(months_in_role=2))
    goal = question.planner.encoded.number[GOAL]
    found = swept(question)
    assert found.best[goal].now == found.least[goal] == 3


def forget_what_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare plans as if no skill mattered any more."""
    monkeypatch.setattr(Corridor, "wanted", lambda *_: 0)


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give roles up that are entered in the last month in which they are of use."""
    least_to_any = one_to_all.least_to_any

    def one_more(encoded, allowed):
        most = max(allowed.values())
        ahead = least_to_any(encoded, allowed)
        return [months + (UNREACHED < months < most) for months in ahead]

    monkeypatch.setattr(one_to_all, "least_to_any", one_more)


def learn_in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe that whatever is lacking can be caught up with."""
    monkeypatch.setattr(Dominance, "_catches_up", lambda *_: True)


def dawdle(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe of a role that it cannot be reached as soon as it can."""
    least_learning_from = one_to_all.least_learning_from

    def one_more(*given):
        least, along = least_learning_from(*given)
        return {role: (months + 1, moves) for role, (months, moves) in least.items()}, along

    monkeypatch.setattr(one_to_all, "least_learning_from", one_more)


@pytest.mark.parametrize("broken", [forget_what_matters, hurry, learn_in_no_time, dawdle])
def test_a_broken_search_would_be_noticed(broken, monkeypatch):
    """The singles are asked by a plain search, which none of this breaks alike.

    Little is looked for before the best plans are, as what is broken does not spoil what is known.
    """
    monkeypatch.setattr(solver, "_EASY", 10**9)
    monkeypatch.setattr(one_to_all, "_STEPS_EACH", 2)
    monkeypatch.setattr(one_to_all, "_BETTER_PLANS", ())
    seeds = range(600)
    assert not any(wrong_in_a_tangle(seed) for seed in seeds)
    broken(monkeypatch)
    assert any(wrong_in_a_tangle(seed) for seed in seeds)


@pytest.mark.parametrize("steps", [3, 40, 10**6])
def test_it_is_told_how_far_it_is(steps, monkeypatch):
    """Ever more roles are decided, in the end all."""
    monkeypatch.setattr(one_to_all, "_SLICE", 4)
    told = []
    with hard(steps):
        reach(bundled("product-management"), "analyst", progress=lambda *now: told.append(now))
    assert told == sorted(told)
    assert told[-1] == (14, 14)
    if steps > 40:
        assert len({done for done, _ in told}) > 5


def test_what_is_known_is_not_asked_again():
    """But for what is undecided, of which the best of before and now is kept."""
    asked = []

    def ask(role, deadline):
        asked.append(role)
        return Way(role, 5, 1, 0) if role == "b" else None

    known = {"a": Way("a", 3, 1, 0), "b": Undecided("b", 4, Way("b", 6, 1, 0)), "c": None}
    answers = ask_all(["a", "b", "c", "d"], ask, Deadline(inf), known=known)
    assert answers == known | {"b": Way("b", 5, 1, 0), "d": None}
    assert asked == ["b", "d"]


def test_a_plan_that_is_known_is_told_when_the_time_is_up():
    """Whatever was found at once is there, with what is proven of it."""
    asked = []
    known = {"a": Undecided("a", 4, Way("a", 6, 1, 0))}
    answers = ask_all(["a"], lambda role, _: asked.append(role), Deadline(0), known=known)
    assert answers == known
    assert not asked
