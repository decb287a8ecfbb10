"""Reach and into: for every role the answer that the single question gives."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clocks import Clock, looks
from support.graph_strategies import GOAL, START, questions, tangled
from support.growth_cases import course, move, tiny
from support.reference import Simulator
from support.single_question import single

import graphs
from graphs import Into, Reach, Undecided, Way, growth_path, into, reach
from graphs.pace import at_pace
from graphs.queries.question import Question
from graphs.queries.survey import ask_all
from graphs.search.astar import Found
from graphs.search.bounds import least_arrivals
from graphs.search.encoding import Encoded
from graphs.search.planner import planner_of
from graphs.search.problem import Start
from ladder import FrozenDict, InvalidPerson, Ladder, Person, UnknownName, bundled

SEEDS = st.integers(0, 2**63 - 1)
PRODUCT = bundled("product-management")


def totals(survey: Reach | Into) -> dict[str, tuple[int, int, float] | None]:
    """What a survey says of every role, all of them decided."""
    assert survey.undecided == ()
    found = {way.role: (way.months, way.moves, way.cost) for way in survey.ways}
    assert len(found) == len(survey.ways)
    assert not found.keys() & set(survey.unreached)
    assert found.keys() | set(survey.unreached) == set(survey.ladder.roles)
    return dict.fromkeys(survey.unreached) | found


@settings(max_examples=300)
@given(questions())
def test_reach_is_what_the_rules_say(question):
    """For every role of a random ladder, the simulator's months, moves and cost."""
    ladder, person = question
    simulator = Simulator(ladder, START, person)
    expected = {role: simulator.best(role) for role in ladder.roles}
    assert totals(reach(ladder, START, person=person)) == expected


@settings(max_examples=300)
@given(SEEDS)
def test_reach_equals_the_single_questions(seed):
    """One by one, in ladders in which an answer has to be looked for."""
    ladder, person = tangled(seed)
    found = reach(ladder, START, person=person)
    assert totals(found) == {
        role: single(ladder, START, role, person=person) for role in ladder.roles
    }
    keys = [way.key for way in found.ways]
    assert keys == sorted(keys)
    if person.months_in_role is None:
        path = growth_path(ladder, START, START, person=person)
        assert found.skills == path.skills


@settings(max_examples=300)
@given(
    seed=SEEDS,
    within=st.none() | st.integers(0, 20),
    max_cost=st.none() | st.sampled_from([0, 1, 2.5, 4]),
    avoid=st.booleans(),
    without=st.booleans(),
)
def test_reach_keeps_to_what_is_wished(seed, within, max_cost, avoid, without):
    """Limits, roles to avoid and activities to do without mean what they mean for one question."""
    ladder, person = tangled(seed)
    wishes = {
        "within": within,
        "max_cost": max_cost,
        "avoid": ["r2"] if avoid and "r2" in ladder.roles else [],
        "without": ["a0"] if without else [],
    }
    assert totals(reach(ladder, START, person=person, **wishes)) == {
        role: single(ladder, START, role, person=person, **wishes) for role in ladder.roles
    }


@settings(max_examples=300)
@given(
    seed=SEEDS,
    within=st.none() | st.integers(0, 20),
    max_cost=st.none() | st.sampled_from([0, 2.5]),
    avoid=st.booleans(),
    without=st.booleans(),
)
def test_into_equals_the_single_questions(seed, within, max_cost, avoid, without):
    """From every role, an established holder; one by one, and by the rules."""
    ladder, _ = tangled(seed)
    wishes = {
        "within": within,
        "max_cost": max_cost,
        "avoid": ["r2"] if avoid and "r2" in ladder.roles else [],
        "without": ["a0"] if without else [],
    }
    found = totals(into(ladder, GOAL, **wishes))
    assert found == {role: single(ladder, role, GOAL, **wishes) for role in ladder.roles}
    if not any([within is not None, max_cost is not None, avoid, without]):
        assert found == {role: Simulator(ladder, role).best(GOAL) for role in ladder.roles}


@pytest.mark.parametrize("asked", ["business-analyst", "product-manager", "product-founder"])
def test_the_bundled_ladder_one_by_one(asked):
    """All of it, from a role and into it."""
    roles = PRODUCT.roles
    assert totals(reach(PRODUCT, asked)) == {role: single(PRODUCT, asked, role) for role in roles}
    assert totals(into(PRODUCT, asked)) == {role: single(PRODUCT, role, asked) for role in roles}


def test_the_ranges_are_those_of_the_single_questions():
    """In a ladder that has some; in one that has none, and at their ends, nothing is looked for."""
    for found in (reach(PRODUCT, "analyst"), into(PRODUCT, "cpo")):
        for way in found.ways:
            ends = (found.about, way.role) if isinstance(found, Reach) else (way.role, found.about)
            path = growth_path(PRODUCT, *ends)
            assert way.range == path.range is not None
            assert found.to_dict()["ways"][found.ways.index(way)]["range"] == list(way.range)
    assert any(way.range[0] < way.months < way.range[1] for way in found.ways)
    ladder = tiny(move(START, GOAL, 3))
    for found in (reach(ladder, START), reach(at_pace(PRODUCT, "slow"), "analyst")):
        assert {way.range for way in found.ways} == {None}
        assert "range" not in str(found.to_dict())


def test_roles_go_by_any_of_their_names():
    """As for a path, and unknown ones are refused."""
    assert reach(PRODUCT, "analyst").source == "business-analyst"
    assert into(PRODUCT, "CPO").target == "chief-product-officer"
    for ask in (reach, into):
        with pytest.raises(UnknownName, match="nobody"):
            ask(PRODUCT, "nobody")
        with pytest.raises(UnknownName, match="nobody"):
            ask(PRODUCT, "analyst", avoid=["nobody"])
        with pytest.raises(UnknownName, match="nothing"):
            ask(PRODUCT, "analyst", without=["nothing"])


def test_who_stands_elsewhere_is_refused():
    """A person whose role is another one than the source."""
    with pytest.raises(InvalidPerson):
        reach(PRODUCT, "analyst", person=Person(role="graduate"))


def test_the_answer_as_plain_data():
    """Every key of the format, in its order."""
    ladder = tiny(
        move(START, GOAL, 3, x=1), move(GOAL, "r2", 40), activities=(course("a", 5, {}, {"x": 1}),)
    )
    person = Person(months_in_role=2, skills={"x": 0})
    way = {"role": GOAL, "months": 5, "moves": 1, "cost": 0}
    here = {"role": START, "months": 0, "moves": 0, "cost": 0}
    rest = {"within": 9, "max_cost": 4.5, "ways": [here, way], "unreached": ["r2"], "undecided": []}
    head = {"format": 1, "ladder": "Tiny", "status": "found", "optimal": True}
    found = reach(ladder, START, person=person, within=9, max_cost=4.5)
    start = {"months_in_role": 2, "skills": {}}
    assert found.to_dict() == head | {"from": START, "start": start} | rest
    assert list(found.to_dict()) == [*head, "from", "start", *rest]
    found = into(ladder, START)
    assert found.to_dict() == head | {"status": "unreachable", "to": START} | {
        "within": None,
        "max_cost": None,
        "ways": [here],
        "unreached": [GOAL, "r2"],
        "undecided": [],
    }


def at_the_start(ladder: Ladder, role: str) -> tuple[Encoded, Start]:
    planner = planner_of(ladder)
    return planner.encoded, planner.start(role, Person())


def test_what_the_time_does_not_suffice_for_is_undecided():
    """Never a wrong answer: what is proven lies below the truth, and what was found above it."""
    ladder = bundled("uk-digital-and-data")
    found = reach(ladder, "business-analyst", time_limit=0)
    assert {way.role for way in found.ways} | set(found.unreached) | {
        one.role for one in found.undecided
    } == set(ladder.roles)
    assert found.undecided
    assert found.to_dict()["status"] == "limit"
    assert not found.to_dict()["optimal"]
    assert found.ways[0] == Way("business-analyst", 0, 0, 0)
    least = least_arrivals(*at_the_start(ladder, "business-analyst"))
    number = planner_of(ladder).encoded.number
    for one in found.undecided:
        assert one.best is None or one.bound <= one.best.months
        assert one.bound >= least.get(number[one.role], 0)
    truth = list(ladder.roles)[:40:4]
    alone = {role: single(ladder, "business-analyst", role) for role in truth}
    known = {way.role: (way.months, way.moves, way.cost) for way in found.ways}
    for role, expected in alone.items():
        for one in found.undecided:
            if one.role == role and expected:
                assert one.bound <= expected[0]
                assert one.best is None or one.best.key[:3] >= expected
        assert known.get(role, expected) == expected
        assert role not in found.unreached or expected is None


def test_a_hard_question_does_not_take_all_the_time():
    """Easy ones after it are answered; then it gets what is left, and the limit is kept."""
    clock = Clock()
    told = []

    def ask(role, deadline):
        needed, left = {"hard": 6, "hopeless": 99}.get(role, 0.1), deadline.left
        clock.now += min(needed, left)
        return Way(role, 1, 1, 0) if needed <= left else Undecided(role, 0)

    roles = ["hard", "hopeless", "a", "b"]
    answers = ask_all(roles, ask, clock.limit(10), lambda done, total: told.append((done, total)))
    assert isinstance(answers["a"], Way)
    assert isinstance(answers["b"], Way)
    assert isinstance(answers["hopeless"], Undecided)
    assert clock.now == pytest.approx(10)
    assert told[:4] == [(0, 4), (0, 4), (1, 4), (2, 4)]
    assert [done for done, _ in told] == sorted(done for done, _ in told)

    clock.now = 0.0
    answers = ask_all(["hard", "a", "b"], ask, clock.limit(10))
    assert all(isinstance(answer, Way) for answer in answers.values())
    assert clock.now < 10


def test_enough_for_some_rather_than_too_little_for_all():
    """Where even shares would decide nothing, the first ones are decided."""
    clock = Clock()

    def ask(role, deadline):
        left = deadline.left
        clock.now += min(1, left)
        return Way(role, 1, 1, 0) if left >= 1 else Undecided(role, 0)

    roles = [f"r{number:02}" for number in range(40)]
    answers = ask_all(roles, ask, clock.limit(10))
    assert clock.now <= 10 + 1e-6
    assert answers.keys() == set(roles)
    assert [role for role in roles if isinstance(answers[role], Way)] == roles[:6]


def test_into_asks_the_nearest_first(monkeypatch):
    """They are the easiest, and what they need they get."""
    asked = []

    def search(question, **how):
        asked.append((question.source, how.get("effort")))
        return Found(None, False, 0)

    monkeypatch.setattr(Question, "search", search)
    ladder = tiny(move(START, "r2", 9), move("r2", GOAL, 4), move("r3", GOAL, 6))
    into(ladder, GOAL, time_limit=looks(100))
    nearest = [GOAL, "r2", "r3", START]
    assert asked[0] == (GOAL, None)
    assert asked[1:5] == [(role, "some") for role in nearest]
    assert asked[5:9] == [(role, "all") for role in nearest]


def test_into_tells_without_time_what_needs_no_search():
    """From where the months to be served alone are too many, and how many these are at least."""
    ladder = bundled("uk-digital-and-data")
    open_to_all = replace(
        ladder, transitions=tuple(replace(one, requires=FrozenDict()) for one in ladder.transitions)
    )
    least = {way.role: way.months for way in into(open_to_all, "head-of-product").ways}
    found = into(ladder, "head-of-product", within=24, time_limit=0)
    assert found.ways == (Way("head-of-product", 0, 0, 0),)
    assert set(found.unreached) == {role for role in ladder.roles if least.get(role, 99) > 24}
    assert {one.role: one.bound for one in found.undecided} == {
        role: least[role] for role in ladder.roles.keys() - {"head-of-product", *found.unreached}
    }


def test_what_was_proven_once_stays_proven():
    """Asked again in vain, a role keeps the better bound and the better plan."""
    clock = Clock()
    said = iter(
        [
            Undecided("a", 7, Way("a", 9, 2, 5)),
            Undecided("a", 6, Way("a", 9, 2, 4)),
            Undecided("a", 5),
        ]
    )

    def ask(role, deadline):
        clock.now += 0.4
        return next(said)

    assert ask_all(["a"], ask, clock.limit(1)) == {"a": Undecided("a", 7, Way("a", 9, 2, 4))}


@settings(max_examples=50)
@given(SEEDS)
def test_the_order_of_keys_does_not_matter(seed):
    """Roles in another order of the file give the same answer."""
    ladder, person = tangled(seed)
    other = replace(ladder, roles=FrozenDict(reversed(list(ladder.roles.items()))))
    one, two = (reach(each, START, person=person).to_dict() for each in (ladder, other))
    assert one == two
    assert into(ladder, GOAL).to_dict() == into(other, GOAL).to_dict()


def test_the_package_offers_what_it_lists():
    """Names that wait in their modules are there when asked for, and no others are."""
    for name in graphs.__all__:
        assert getattr(graphs, name).__name__ == name
    with pytest.raises(AttributeError, match="reech"):
        _ = graphs.reech
