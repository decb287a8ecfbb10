"""Whether there is any way at all, against the reference."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, tangled
from support.growth_cases import CASES, course, move, tiny
from support.reference import Simulator
from support.routes import layered

from graphs.search.encoding import encode
from graphs.search.problem import Itinerary, start_of
from graphs.search.reachability import reachable, stays_to_be_had
from ladder import Ladder, Person

SEEDS = st.integers(0, 2**63 - 1)


def there_is_a_way(
    ladder: Ladder, person: Person, via: list[str] = (), avoid: list[str] = ()
) -> bool:
    encoded = encode(ladder)
    number = encoded.number
    route = Itinerary(number[GOAL], [number[one] for one in via], [number[one] for one in avoid])
    return reachable(encoded, start_of(ladder, encoded, START, person), route)


@settings(max_examples=600, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS)
def test_there_is_a_way_where_the_reference_finds_one(seed):
    """A yes where there is any plan, however long, and a no where there is none."""
    ladder, person = tangled(seed)
    best = Simulator(ladder, START, person).best(GOAL)
    assert there_is_a_way(ladder, person) == (best is not None)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(question=questions())
def test_there_is_a_way_at_the_edges(question):
    """The same for what hypothesis draws."""
    best = Simulator(question[0], START, question[1]).best(GOAL)
    assert there_is_a_way(*question) == (best is not None)


@settings(max_examples=400, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, data=st.data())
def test_there_is_a_way_through_and_around(seed, data):
    """Roles to be gone through and roles to be avoided are minded."""
    ladder, person = tangled(seed)
    others = sorted(set(ladder.roles) - {START})
    via = data.draw(st.lists(st.sampled_from(others), max_size=2))
    avoid = data.draw(st.lists(st.sampled_from(others), max_size=1))
    around = tuple(item for item in ladder.transitions if item.to_role not in avoid)
    judged = layered(replace(ladder, transitions=around), via)
    goal = f"{GOAL}.{len(via)}" if via else GOAL
    best = Simulator(judged, START, person).best(goal)
    assert there_is_a_way(ladder, person, via, avoid) == (best is not None)


@pytest.mark.parametrize("name", CASES)
def test_there_is_a_way_in_every_case(name):
    """Each of the cases that mislead a search has an answer."""
    ladder, person, _ = CASES[name]
    assert there_is_a_way(ladder, person)


def test_roles_that_shut_each_other_out():
    """Two skills that no one way brings together open nothing, though each can be had."""
    roles = {"r2": {"x": {1: 0}}, "r3": {"y": {1: 0}}}
    forks = (move(START, "r2"), move(START, "r3"), move("r2", "r4"), move("r3", "r4"))
    assert not there_is_a_way(tiny(*forks, move("r4", GOAL, x=1, y=1), roles=roles), Person())
    assert there_is_a_way(
        tiny(*forks, move("r4", GOAL, x=1, y=1), move("r4", START), roles=roles), Person()
    )


def test_who_is_there_needs_no_way():
    """From a role to itself, whatever leads out of it or into it."""
    ladder = tiny(move(START, GOAL, x=1))
    encoded = encode(ladder)
    start = start_of(ladder, encoded, START, Person())
    assert reachable(encoded, start, Itinerary(start.role))


def test_an_excluded_route_is_no_way():
    """What is left is looked for along other roles."""
    ladder = tiny(move(START, GOAL), move(START, "r2"), move("r2", GOAL, x=1))
    encoded = encode(ladder)
    start = start_of(ladder, encoded, START, Person())
    routes = [[encoded.number[START], encoded.number[GOAL]]]
    assert not reachable(encoded, start, Itinerary(encoded.number[GOAL], excluded=routes))


def test_a_stay_has_all_that_can_be_held_in_it():
    """What the role develops, what can be learnt by then, and no more."""
    ladder = tiny(
        move(START, "r2"),
        move("r2", GOAL, z=2),
        roles={"r2": {"x": {1: 9}}},
        activities=(course("a", 1, {"x": 1}, {"z": 1}), course("b", 1, {"z": 2}, {"x": 2})),
    )
    encoded = encode(ladder)
    start = start_of(ladder, encoded, START, Person())
    stays = list(stays_to_be_had(encoded, start, Itinerary(encoded.number[GOAL])))
    held = {encoded.roles[role]: encoded.levels(bits) for role, _, bits in stays}
    assert held == {START: {}, "r2": {"x": 1, "z": 1}}


def test_a_tick_may_end_it():
    """Whoever has no more time raises from the tick."""

    class _TimeUp(Exception):
        pass

    def tick() -> None:
        raise _TimeUp

    ladder = tiny(move(START, GOAL))
    encoded = encode(ladder)
    start = start_of(ladder, encoded, START, Person())
    with pytest.raises(_TimeUp):
        reachable(encoded, start, Itinerary(encoded.number[GOAL]), tick)
