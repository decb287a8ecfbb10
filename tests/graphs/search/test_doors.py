"""A move that is open to all is one edge in a search, and means one from each role."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, tangled
from support.growth_cases import move, tiny

from graphs import GateLowered, NoGrowthPath, growth_path, repairs
from graphs.search.bounds import least_ahead, least_arrivals, least_to_any
from graphs.search.encoding import encode
from graphs.search.planner import Planner
from graphs.search.problem import BY_MONTHS, BY_MOVES, Itinerary
from ladder import FrozenDict, Ladder
from ladder.model import ANY

SEEDS = st.integers(0, 2**63 - 1)


def written_out(ladder: Ladder) -> Ladder:
    """Let each move name the roles that it leads from; without those that lead from none."""
    moves = (replace(move, from_roles=ladder.sources(move)) for move in ladder.transitions)
    return replace(ladder, transitions=tuple(move for move in moves if not move.from_any))


@settings(max_examples=300)
@given(seed=SEEDS, data=st.data())
def test_the_least_between_roles_is_that_of_the_edges_written_out(seed, data):
    """Dijkstra goes through a door once: from the first role, or to all that are left."""
    ladder, person = tangled(seed)
    assume(any(move.from_any for move in ladder.transitions))
    doors, edges = encode(ladder), encode(written_out(ladder))
    roles = st.integers(0, len(ladder.roles) - 1)
    target, via = data.draw(roles), data.draw(st.lists(roles, max_size=2, unique=True))
    route = Itinerary(target, via, data.draw(st.sets(roles, max_size=1)))
    for order in (BY_MONTHS, BY_MOVES):
        assert least_ahead(doors, route, order) == least_ahead(edges, route, order)
    start = Planner(ladder).start(START, person)
    assert least_arrivals(doors, start, route.avoid) == least_arrivals(edges, start, route.avoid)
    allowed = data.draw(st.dictionaries(roles, st.integers(0, 9), min_size=1))
    assert least_to_any(doors, allowed) == least_to_any(edges, allowed)


@settings(max_examples=300)
@given(seed=SEEDS)
def test_a_door_leads_where_its_moves_would(seed):
    """The answers are the same, but for the places of the moves."""
    ladder, person = tangled(seed)
    assume(any(move.from_any for move in ladder.transitions))
    answers = []
    for one in (ladder, written_out(ladder)):
        try:
            path = growth_path(one, START, GOAL, person=person)
            answers.append((path.months, path.moves, path.cost, path.roles))
        except NoGrowthPath:
            answers.append(None)
    assert answers[0] == answers[1]


def test_a_closed_door_is_told_once():
    """However many roles there are from which it would open."""
    others = [f"r{place}" for place in range(2, 9)]
    ladder = tiny(*(move(START, role) for role in others), move(ANY, GOAL, x=1, y=1))
    with pytest.raises(NoGrowthPath) as error:
        growth_path(ladder, START, GOAL)
    assert [(one.transition, one.skill) for one in error.value.blockers] == [(7, "x"), (7, "y")]


def test_a_door_is_lowered_for_all():
    """One change, and the way that it opens leads through it from another role than the first."""
    ladder = tiny(
        move(START, "r2"),
        move(ANY, GOAL, x=2, y=1),
        roles={"r2": {"x": {1: 3}, "y": {1: 0}}},
    )
    lowered = [
        one for one in repairs(ladder, START, GOAL).found if isinstance(one.change, GateLowered)
    ]
    assert [one.change for one in lowered] == [GateLowered(1, FrozenDict(x=1))]
    assert lowered[0].path.roles == (START, "r2", GOAL)
    assert lowered[0].change.in_words(ladder) == f"any role → {GOAL} asks for x at low"


def test_a_gate_of_several_roles_is_lowered_for_each():
    """And named after all of them."""
    ladder = tiny(move((START, "r2"), GOAL, x=1), move(START, "r2"))
    (repair,) = (
        one for one in repairs(ladder, START, GOAL).found if isinstance(one.change, GateLowered)
    )
    assert repair.path.roles == (START, GOAL)
    assert repair.change.in_words(ladder) == f"{START} or r2 → {GOAL} asks for x at none"
