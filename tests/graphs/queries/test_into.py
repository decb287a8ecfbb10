"""Plans by way of neighbours, and the question into a role where each of its parts is hard."""

from __future__ import annotations

from math import inf
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.clocks import Clock, looks
from support.graph_strategies import GOAL, START, tangled, wishes_for
from support.growth_cases import move, tiny
from support.organisations import organisation
from support.reference import Simulator
from support.replay import replay
from support.single_question import single

from graphs import Deadline, growth_path, into
from graphs.queries.into import shortened
from graphs.queries.question import Question
from graphs.search import solver
from graphs.search.astar import Found
from graphs.search.labels import Label
from graphs.search.solver import NOTHING as NOTHING_KNOWN
from graphs.wishes import Wishes
from ladder import Ladder, Person

SEEDS = st.integers(0, 2**63 - 1)


@pytest.fixture
def all_are_hard(monkeypatch: pytest.MonkeyPatch) -> None:
    """No question is answered at once."""
    monkeypatch.setattr(solver, "_EASY", 0)
    monkeypatch.setattr(solver, "_LEARNING", 0)


def most_of(wishes: dict[str, Any]) -> dict[str, float]:
    return {name: inf if wishes[name] is None else wishes[name] for name in ("within", "max_cost")}


UNHURRIED = settings(
    max_examples=200,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@UNHURRIED
@given(SEEDS)
def test_into_is_what_the_rules_say_where_all_are_hard(all_are_hard, seed):
    """From each role the simulator's months, moves and cost."""
    ladder, _ = tangled(seed)
    found = into(ladder, GOAL)
    assert not found.undecided
    ways = {way.role: (way.months, way.moves, way.cost) for way in found.ways}
    assert dict.fromkeys(found.unreached) | ways == {
        role: Simulator(ladder, role).best(GOAL) for role in ladder.roles
    }


@UNHURRIED
@given(SEEDS, st.integers(0, 200))
def test_into_claims_no_more_than_it_knows_when_the_time_is_up(seed, number):
    """After so many looks at the clock, wherever it is, what is told is true and within limits."""
    ladder, _ = tangled(seed)
    wishes = wishes_for(ladder, seed)
    most = most_of(wishes)
    truth = {role: single(ladder, role, GOAL, **wishes) for role in ladder.roles}
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(solver, "_EASY", 0)
        patched.setattr(solver, "_LEARNING", 0)
        found = into(ladder, GOAL, time_limit=looks(number), **wishes)
    for way in found.ways:
        assert (way.months, way.moves, way.cost) == truth[way.role]
    assert all(truth[role] is None for role in found.unreached)
    for one in found.undecided:
        known = truth[one.role]
        assert known is None or one.bound <= known[0]
        if one.best:
            assert known is not None
            assert one.best.key[:3] >= known
            assert one.best.months <= most["within"]
            assert one.best.cost <= most["max_cost"]


def poor(ladder: Ladder, wishes: dict[str, Any]) -> tuple[dict[int, Question], dict[int, Label]]:
    """Questions into the goal, and the end of a plan that was found in haste, for each role."""
    questions = {}
    ends = {}
    for role in ladder.roles:
        question = Question.prepare(ladder, role, GOAL, None, Wishes(**wishes))
        questions[question.start.role] = question
        found = question.search(effort="some")
        if found.label:
            ends[question.start.role] = found.label
    return questions, ends


def shorten(questions: dict[int, Question], ends: dict[int, Label]) -> dict[int, Label]:
    return shortened(questions, ends, next(iter(questions.values())).limits, Deadline(inf))


@UNHURRIED
@given(SEEDS)
def test_every_plan_by_way_of_a_neighbour_is_legal(all_are_hard, seed):
    """Replayed month by month; within the limits; and no longer than what there was."""
    ladder, _ = tangled(seed)
    wishes = wishes_for(ladder, seed)
    most = most_of(wishes)
    questions, before = poor(ladder, wishes)
    after = shorten(questions, before)
    assert after.keys() >= before.keys()
    for role, end in after.items():
        path = questions[role].plan(end, proven=False, bound=0)
        replay(ladder, Person(), path)
        assert path.months <= most["within"]
        assert path.cost <= most["max_cost"]
        assert not {stay.role for stay in path.stays[1:]} & set(wishes["avoid"])
        assert not {item.activity for item in path.learning} & set(wishes["without"])
        assert role not in before or end.now <= before[role].now


NOTHING = {"within": None, "max_cost": None, "avoid": [], "without": []}


def test_plans_found_in_haste_get_shorter(all_are_hard):
    """In organisations: most of what haste has cost is won back."""
    lost = left = 0
    for seed in range(3):
        ladder = organisation(60, seed)
        goal = sorted(ladder.roles)[seed]
        questions = {}
        ends = {}
        for role in ladder.roles:
            question = Question.prepare(ladder, role, goal)
            end = question.search(effort="some").label
            best = question.search().label
            if end and best:
                questions[question.start.role], ends[question.start.role] = question, end
                lost += end.now - best.now
                left -= best.now
        left += sum(end.now for end in shorten(questions, ends).values())
    assert 0 <= left < lost / 2


def test_what_leads_nowhere_by_itself_is_reached_by_way_of_a_neighbour():
    """A role without a plan gets one as soon as a neighbour has one, which helps the next."""
    ladder = tiny(move("r3", START, 2), move(START, "r2", 3), move("r2", GOAL, 4))
    questions, ends = poor(ladder, NOTHING)
    number = questions[0].planner.encoded.number
    only = {number[role]: ends[number[role]] for role in (GOAL, "r2")}
    assert {role: end.now for role, end in shorten(questions, only).items()} == {
        number[role]: growth_path(ladder, role, GOAL).months for role in ladder.roles
    }


def test_all_have_a_plan_where_there_is_no_time_for_proofs(monkeypatch, all_are_hard):
    """What was found in haste, and shorter by way of neighbours, is told of every role."""
    search = Question.search
    in_haste = {}
    clock = Clock()

    def without_proof(question, *, known=NOTHING_KNOWN, effort="all", **how):
        if effort == "all" and question.source != question.target:
            clock.now += 1
            return Found(known.good, False, known.bound)
        found = search(question, effort=effort, known=known, **how)
        in_haste[question.source] = found.label
        return found

    monkeypatch.setattr(Question, "search", without_proof)
    ladder = organisation(60, 0)
    goal = min(ladder.roles)
    found = into(ladder, goal, time_limit=clock.limit(100))
    monkeypatch.undo()
    truth = {way.role: way for way in into(ladder, goal, time_limit=inf).ways}
    assert len(found.undecided) > 40
    shorter = 0
    for one in found.undecided:
        assert (one.best is None) == (one.role not in truth)
        if one.best:
            assert one.best.months >= truth[one.role].months >= one.bound
            shorter += in_haste[one.role].now - one.best.months
    assert shorter > 40
