"""Skills without a title: which gates they open, judged by the rules."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.graph_strategies import tangled
from support.growth_cases import course, move, tiny
from support.reference import Simulator

from graphs import Reach, Undecided, Way, openings
from ladder import FrozenDict, InvalidPerson, Ladder, Person, Role, Transition, bundled

SEEDS = st.integers(0, 2**63 - 1)
PRODUCT = bundled("product-management")


def learning(ladder: Ladder, person: Person, requires) -> tuple[int, float] | None:
    """Least months, and their least cost, in which a gate is opened by learning alone."""
    roles = FrozenDict({name: Role(name, name) for name in ("idle", "in")})
    alone = replace(ladder, roles=roles, transitions=(Transition("idle", "in", 0, "", requires),))
    best = Simulator(alone, "idle", person).best("in")
    return best and (best[0], best[2])


@settings(max_examples=300)
@given(SEEDS)
def test_every_gate_is_judged_by_the_rules(seed):
    """Open, near and closed are what the simulator finds of each gate."""
    ladder, person = tangled(seed)
    person = replace(person, months_in_role=None)
    found = openings(ladder, person)
    assert found.undecided == ()
    seen = [one.role for part in (found.open, found.near, found.closed) for one in part]
    assert sorted(seen) == sorted(ladder.roles)
    takes = [learning(ladder, person, item.requires) for item in ladder.transitions]
    into = {
        role: [place for place, item in enumerate(ladder.transitions) if item.to_role == role]
        for role in ladder.roles
    }
    for one in found.open:
        held = tuple(place for place in into[one.role] if takes[place] == (0, 0))
        assert one.transitions == held
        assert held or not into[one.role]
    for one in found.near:
        best = min(takes[place] for place in into[one.role] if takes[place])
        assert (one.months, one.cost) == takes[one.transition] == best
        assert one.months > 0
        assert one.transition in into[one.role]
    for one in found.closed:
        assert into[one.role]
        assert all(takes[place] is None for place in into[one.role])
        assert one.beyond
        for skill, level in one.lacks.items():
            assert (learning(ladder, person, {skill: level}) is None) == (skill in one.beyond)
    for one in (*found.near, *found.closed):
        gate = ladder.transitions[one.transition].requires
        assert one.lacks == {
            skill: level for skill, level in gate.items() if level > found.skills.get(skill, 0)
        }
    order = [(one.months, one.cost, one.role) for one in found.near]
    assert order == sorted(order)


def test_what_is_held_is_what_is_said_and_done():
    """Skills stated and activities done count; no role gives anything."""
    ladder = tiny(
        move("r0", "r1", x=1),
        roles={"r0": {"x": {3: 0}}},
        activities=(course("a", 2, {}, {"y": 2}),),
    )
    found = openings(ladder, Person(done={"a"}))
    assert found.skills == {"y": 2}
    assert [one.role for one in found.open] == ["r0"]
    (closed,) = found.closed
    assert closed.lacks == {"x": 1}
    assert closed.beyond == {"x": ("r0",)}


def test_of_several_gates_the_nearest_is_told():
    """The one that learning opens first; failing that, the one that lacks least."""
    ladder = tiny(
        move("r0", "r1", x=3),
        move("r0", "r1", x=2),
        move("r0", "r1", y=1, z=1),
        move("r0", "r2", x=3, z=2),
        move("r0", "r2", z=1),
        activities=(course("a", 2, {}, {"x": 2}, cost=7), course("b", 1, {}, {"y": 1})),
    )
    found = openings(ladder, Person())
    (near,) = found.near
    assert (near.role, near.transition, near.months, near.cost) == ("r1", 1, 2, 7)
    (closed,) = found.closed
    assert (closed.role, closed.transition, closed.beyond) == ("r2", 4, {"z": ()})


def test_a_gate_that_asks_nothing_is_open():
    """Whatever is held, be it nothing."""
    found = openings(tiny(move("r0", "r1", 36)), Person())
    assert {one.role: one.transitions for one in found.open} == {"r0": (), "r1": (0,)}


def test_learning_begun_counts():
    """Months that are in need not be put in again, and are paid for."""
    ladder = tiny(move("r0", "r1", x=1), activities=(course("a", 5, {}, {"x": 1}, cost=9),))
    (near,) = openings(ladder, Person(learning={"a": 3})).near
    assert (near.months, near.cost) == (2, 0)


def test_without_an_activity():
    """What is out of the question opens nothing."""
    ladder = tiny(
        move("r0", "r1", x=1),
        activities=(course("a", 1, {}, {"x": 1}), course("b", 4, {}, {"x": 1})),
    )
    (near,) = openings(ladder, Person(), without=["a"]).near
    assert near.months == 4
    (closed,) = openings(ladder, Person(), without=["a", "b"]).closed
    assert closed.beyond == {"x": ()}


@pytest.mark.parametrize("person", [Person(role="graduate"), Person(months_in_role=3)])
def test_who_has_a_title_is_refused(person):
    """The question is another one."""
    with pytest.raises(InvalidPerson, match="reach"):
        openings(PRODUCT, person)


def test_what_the_time_does_not_suffice_for_is_undecided(monkeypatch):
    """A gate that is not decided leaves its role undecided, unless another gate is as near."""
    ladder = tiny(
        move("r0", "r1", x=1),
        move("r0", "r1", x=2),
        move("r0", "r2", x=2),
        move("r0", "r3", x=1),
        move("r0", "r3", x=3),
        move("r0", "r4", x=3),
    )
    unfinished = Reach(
        ladder=ladder,
        source="",
        ways=(Way("", 0, 0, 0), Way("0", 5, 1, 0)),
        unreached=(),
        undecided=(Undecided("1", 4), Undecided("4", 5)),
    )
    monkeypatch.setattr("graphs.queries.openings.reach", lambda *_, **__: unfinished)
    found = openings(ladder, Person())
    assert found.undecided == (Undecided("r1", 4), Undecided("r2", 4), Undecided("r4", 5))
    assert [(one.role, one.months) for one in found.near] == [("r3", 5)]
    assert found.to_dict()["status"] == "limit"


def test_the_answer_as_plain_data():
    """Every key of the format."""
    ladder = tiny(
        move("r0", "r1", x=2),
        move("r0", "r2", y=1),
        roles={"r2": {"y": {1: 4}}},
        activities=(course("a", 3, {}, {"x": 2}, cost=1.5),),
    )
    assert openings(ladder, Person(skills={"x": 1})).to_dict() == {
        "format": 1,
        "ladder": "Tiny",
        "status": "found",
        "optimal": True,
        "skills": {"x": 1},
        "open": [{"role": "r0", "transitions": []}],
        "near": [{"role": "r1", "transition": 0, "lacks": {"x": 2}, "months": 3, "cost": 1.5}],
        "closed": [{"role": "r2", "transition": 1, "lacks": {"y": 1}, "beyond": {"y": ["r2"]}}],
        "undecided": [],
    }
