"""Hard questions are answered in steps: each random question is treated as a hard one here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import inf
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, expecting, tangled
from support.growth_cases import course, move, tiny
from support.organisations import organisation
from support.reference import Simulator
from support.replay import replay

from graphs import Deadline, GrowthPath, NoGrowthPath, growth_path
from graphs.search import solver
from graphs.search.dominance import Dominance, Doomed
from graphs.search.labels import Label
from graphs.search.learning import activities
from graphs.search.learning.activities import LeastTaken
from graphs.search.lookahead import Along, Corridor
from graphs.search.planner import planner_of
from graphs.search.problem import Itinerary
from graphs.search.routes import by_routes
from graphs.search.routes.by_routes import ByRoutes, TooManyRoutes
from graphs.search.routes.outlines import Least, Outlines
from ladder import FrozenDict, Ladder, Person, Role, Skill, Transition

SEEDS = st.integers(0, 2**63 - 1)


class NoRoutes(ByRoutes):
    """The search by routes where there are too many of them."""

    def best(self, months: int, patience: int, deadline: Deadline) -> Label | None:
        raise TooManyRoutes


PLAIN, ROUTES, LABELS, EITHER = "plain", "routes", "labels", "either"
HARD = {(solver, "_EASY"): 0, (solver, "_LEARNING"): 0}
HOW = {
    "as it comes": {},
    PLAIN: {(solver, "_EASY"): 10**9},
    ROUTES: HARD,
    LABELS: {**HARD, (by_routes, "ByRoutes"): NoRoutes},
    EITHER: {**HARD, (solver, "_PATIENCE"): 1},
}
"""By one plain search; or as hard questions: route by route, label by label, or by either."""

WAYS = st.sampled_from([ROUTES, LABELS, EITHER])


@contextmanager
def searching(how: str) -> Iterator[None]:
    """Let questions be answered in one of the ways that there are."""
    before = {place: getattr(*place) for place in HOW[how]}
    try:
        for place, value in HOW[how].items():
            setattr(*place, value)
        yield
    finally:
        for place, value in before.items():
            setattr(*place, value)


def ask(
    ladder: Ladder, person: Person, how: str, pair: tuple[str, str] = (START, GOAL), **wishes: Any
) -> GrowthPath | None:
    """Ask the search; None where there is no way."""
    with searching(how):
        try:
            path = growth_path(ladder, *pair, person=person, **wishes)
        except NoGrowthPath:
            return None
    assert path.optimal
    return path


@settings(max_examples=800, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, by=st.sampled_from(["months", "months", "moves", "cost"]), how=WAYS)
def test_the_steps_come_to_what_the_reference_says(seed, by, how):
    """Months, moves and cost are the best of all plans there are, and the plan is legal."""
    ladder, person = tangled(seed)
    path = ask(ladder, person, how, by=by)
    best = Simulator(ladder, START, person).best(GOAL, by)
    assert (path and (path.months, path.moves, path.cost)) == best
    if path:
        replay(ladder, person, path)


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(
    seed=SEEDS,
    by=st.sampled_from(["months", "months", "moves", "cost"]),
    how=WAYS | st.sampled_from([PLAIN, "as it comes"]),
)
def test_where_learning_decides_the_answer_is_that_of_the_reference(seed, by, how):
    """What must be learnt for the last gate is counted from the first month on, and no more."""
    assert expecting_holds(seed, by, how)


def expecting_holds(seed: int, by: str, how: str) -> bool:
    ladder, person = expecting(seed)
    path = ask(ladder, person, how, by=by)
    if path:
        replay(ladder, person, path)
    best = Simulator(ladder, START, person).best(GOAL, by)
    return (path and (path.months, path.moves, path.cost)) == best


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, how=WAYS)
def test_where_learning_decides_the_steps_give_the_same_plan(seed, how):
    """To the last word, whatever is wished."""
    ladder, person = expecting(seed)
    wishes = wishes_for(ladder, seed)
    plain, steps = (ask(ladder, person, one, **wishes) for one in (PLAIN, how))
    assert (plain and plain.to_dict()) == (steps and steps.to_dict())


def wishes_for(ladder: Ladder, seed: int) -> dict[str, Any]:
    """Draw what somebody might wish of a way."""
    rng = Random(seed)
    wishes: dict[str, Any] = {"by": rng.choice(["months", "months", "moves", "cost"])}
    if rng.random() < 0.3:
        wishes["within"] = rng.randint(0, 20)
    if rng.random() < 0.3:
        wishes["max_cost"] = rng.choice([0, 1, 2.5, 4])
    if rng.random() < 0.3:
        wishes["via"] = [rng.choice(sorted(set(ladder.roles) - {START}))]
    return wishes


def same(seed: int, how: str) -> bool:
    """Tell whether the steps and the plain search give the same answer, to the last word."""
    ladder, person = tangled(seed)
    wishes = wishes_for(ladder, seed)
    plain = ask(ladder, person, PLAIN, **wishes)
    steps = ask(ladder, person, how, **wishes)
    return (plain and plain.to_dict()) == (steps and steps.to_dict())


@settings(max_examples=800, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, how=WAYS)
def test_the_steps_give_the_same_plan_as_one_search(seed, how):
    """What is still equal is decided alike, whatever is wished."""
    assert same(seed, how)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, how=WAYS)
def test_the_steps_give_the_same_plan_in_an_organisation(seed, how):
    """Where activities that teach two skills save time for money, and many plans take as long."""
    assert same_in_an_organisation(seed, how)


def same_in_an_organisation(seed: int, how: str) -> bool:
    rng = Random(seed)
    ladder = organisation(rng.choice([10, 20, 30]), seed, gate_below=rng.choice([0, 1]))
    source, target = rng.sample(sorted(ladder.roles), 2)
    plain, steps = (ask(ladder, Person(), one, (source, target)) for one in (PLAIN, how))
    return (plain and plain.to_dict()) == (steps and steps.to_dict())


@pytest.mark.slow
@settings(max_examples=20_000, suppress_health_check=list(HealthCheck))
@given(seed=SEEDS, how=WAYS)
def test_the_steps_give_the_same_plan_at_length(seed, how):
    """The same over 20,000 random ladders."""
    assert same(seed, how)


def forget_what_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare plans as if no skill mattered any more."""
    monkeypatch.setattr(Corridor, "wanted", lambda *_: 0)


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give plans up that have three months to spare."""
    admits = Corridor.admits

    def strict(corridor, role, now, *others):
        return role in corridor._early or admits(corridor, role, now + 3, *others)

    monkeypatch.setattr(Corridor, "admits", strict)


def despair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every plan for one that leads nowhere."""
    monkeypatch.setattr(Doomed, "covers", lambda *_: True)


def learn_in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe that whatever is lacking can be caught up with."""
    monkeypatch.setattr(Dominance, "_catches_up", lambda *_: True)


def take_outlines_for_plans(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe of a route that it takes a month more than its outline tells."""
    routes = Outlines.routes

    def longer(outlines):
        return {
            roles: Least(least.months + 1, least.cost) for roles, least in routes(outlines).items()
        }

    monkeypatch.setattr(Outlines, "routes", longer)


def overlook_a_month(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give plans along a route up that have no month to spare."""
    admits = Along.admits

    def strict(along, role, now, *others):
        return admits(along, role, now + (role + 1 < len(along._ahead)), *others)

    monkeypatch.setattr(Along, "admits", strict)


def forget_the_route(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare plans along a route as if no skill mattered any more."""
    monkeypatch.setattr(Along, "wanted", lambda *_: 0)


def replace_rashly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take whatever is quicker for as good, whatever it asks for."""
    monkeypatch.setattr(activities, "_replaces", lambda one, other, *_: one.months < other.months)


def overprice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Think everything one dearer, or longer, than it is."""
    of = LeastTaken.of
    monkeypatch.setattr(LeastTaken, "of", lambda least, bits: of(least, bits) + bool(bits))


@pytest.mark.parametrize(
    ("broken", "how"),
    [
        (forget_what_matters, LABELS),
        (hurry, LABELS),
        (despair, LABELS),
        (learn_in_no_time, ROUTES),
        (take_outlines_for_plans, ROUTES),
        (overlook_a_month, ROUTES),
        (forget_the_route, ROUTES),
        (replace_rashly, ROUTES),
        (overprice, ROUTES),
    ],
)
def test_a_broken_step_is_noticed(monkeypatch, broken, how):
    """Each fault that a step could have shows within some hundreds of random ladders."""
    broken(monkeypatch)
    assert not all(survives(seed, how) for seed in range(1000))


def test_a_route_comes_back_to_a_role_only_where_that_helps():
    """Out and back again for a skill that is taught abroad, and no second time for nothing."""
    ladder = Ladder(
        "There and back",
        ("able",),
        FrozenDict({"sql": Skill("sql", "SQL")}),
        roles=FrozenDict(
            {
                START: Role(START, START),
                GOAL: Role(GOAL, GOAL),
                "abroad": Role("abroad", "abroad", develops=FrozenDict({"sql": {1: 3}})),
            }
        ),
        transitions=(
            Transition(START, "abroad", 2),
            Transition("abroad", START, 1),
            Transition(START, GOAL, 2, requires=FrozenDict({"sql": 1})),
        ),
    )
    path = growth_path(ladder, START, GOAL)
    assert (path.months, path.moves) == (5, 3)
    planner = planner_of(ladder)
    start = planner.start(START, Person())
    route = Itinerary(planner.encoded.number[GOAL])
    problem = planner.problem(start, route, limits=planner.limits(route, 50, None))
    outlines = Outlines(problem, planner.corridor(problem))
    roles = [[planner.encoded.roles[role] for role in found] for found in outlines.routes()]
    assert roles == [[START, "abroad", START, GOAL]]


@pytest.mark.parametrize(("most", "months"), [(4, 5), (9, 2), (3, None)])
def test_a_quicker_activity_does_not_replace_one_that_can_be_paid(most, months):
    """Along a route, too, where any plan of the fewest months is looked for."""
    ladder = tiny(
        move(START, GOAL, x=1),
        activities=(course("a", 2, {}, {"x": 1}, cost=9), course("b", 5, {}, {"x": 1}, cost=4)),
    )
    planner = planner_of(ladder)
    start = planner.start(START, Person())
    route = Itinerary(planner.encoded.number[GOAL])
    problem = planner.problem(start, route, limits=planner.limits(route, None, most))
    routes = ByRoutes(planner, problem, 0)
    label = routes.best(9, 100, Deadline(inf))
    assert (label and label.now) == months


def survives(seed: int, how: str) -> bool:
    """Tell whether the steps answer as the rules do."""
    ladder, person = tangled(seed)
    best = Simulator(ladder, START, person).best(GOAL)
    try:
        path = ask(ladder, person, how)
    except Exception:
        return False
    return (path and (path.months, path.moves, path.cost)) == best
