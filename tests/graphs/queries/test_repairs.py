"""What would open a way, against the reference: every change tried, and every path judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, tangled
from support.growth_cases import course, move, tiny
from support.reference import Simulator
from support.replay import replay

from graphs import GateLowered, Repair, SkillTaught, repairs
from ladder import FrozenDict, Ladder, Person

SEEDS = st.integers(0, 2**63 - 1)


def best(ladder: Ladder, person: Person) -> tuple[int, int, float] | None:
    return Simulator(ladder, START, person).best(GOAL)


def least_lowerings(ladder: Ladder, person: Person, place: int) -> list[dict[str, int]]:
    """The lowerings of a gate that open a way and of which none is less, by trying each gate."""
    asked = ladder.transitions[place].requires
    enough = []
    for levels in product(*(range(level + 1) for level in asked.values())):
        gate = dict(zip(asked, levels, strict=True))
        transitions = list(ladder.transitions)
        transitions[place] = replace(transitions[place], requires=gate)
        if best(replace(ladder, transitions=tuple(transitions)), person):
            enough.append(gate)
    least = [
        gate
        for gate in enough
        if not any(gate != more and all(gate[one] <= more[one] for one in gate) for more in enough)
    ]
    lowered = [{one: gate[one] for one in gate if gate[one] < asked[one]} for gate in least]
    return [one for one in lowered if len(one) == 1] or lowered


def teachings(ladder: Ladder, person: Person) -> Iterator[SkillTaught]:
    """The least level of each skill in each role that opens a way, by trying each."""
    for role, skill in product(ladder.roles, ladder.skills):
        develops = ladder.roles[role].develops
        given = [after for levels in develops.values() for after in levels.values()]
        served = [item.months for item in ladder.transitions if role in ladder.sources(item)]
        for level in range(max(develops.get(skill, {0: 0})) + 1, len(ladder.levels) + 1):
            change = SkillTaught(role, skill, level, max(given or served, default=0))
            if best(change.apply(ladder), person):
                yield change
                break


def expected(ladder: Ladder, person: Person) -> list[GateLowered | SkillTaught]:
    lowered = [
        GateLowered(place, FrozenDict(levels))
        for place in range(len(ladder.transitions))
        for levels in least_lowerings(ladder, person, place)
    ]
    return [*lowered, *teachings(ladder, person)]


@settings(
    max_examples=40, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)
@given(seed=SEEDS)
def test_repairs_are_all_that_open_a_way(seed):
    """Each change opens a way of just those months, and no change that opens one is left out."""
    ladder, person = tangled(seed)
    assume(best(ladder, person) is None)
    found = repairs(ladder, START, GOAL, person=person, most=1000)
    assert found.complete
    for repair in found.found:
        changed = repair.change.apply(ladder)
        path = repair.path
        assert path.ladder == changed
        assert (path.months, path.moves, path.cost) == best(changed, person)
        replay(changed, person, path)
    changes = [repair.change for repair in found.found]
    assert len(changes) == len(set(changes))
    assert set(changes) == set(expected(ladder, person))
    weights = list(map(weight, found.found))
    assert weights == sorted(weights)
    few = repairs(ladder, START, GOAL, person=person, most=2)
    assert [weight(one) for one in few.found] == weights[:2]
    assert few.found == found.found[:2]


def weight(repair: Repair) -> tuple[int, int, int, float]:
    size = len(repair.change.requires) if isinstance(repair.change, GateLowered) else 1
    return size, repair.path.months, repair.path.moves, repair.path.cost


@settings(max_examples=100)
@given(seed=SEEDS)
def test_where_there_is_a_way_nothing_is_repaired(seed):
    """A change that only shortens a way is no repair."""
    ladder, person = tangled(seed)
    assume(best(ladder, person) is not None)
    assert repairs(ladder, START, GOAL, person=person).found == ()


def test_a_gate_is_lowered_no_more_than_need_be():
    """To the level that can be had, and not to none."""
    ladder = tiny(move(START, GOAL, x=3), activities=(course("a", 2, {}, {"x": 2}),))
    lowered, taught = repairs(ladder, START, GOAL).found[::-1]
    assert lowered.change == GateLowered(0, FrozenDict(x=2))
    assert lowered.path.months == 2
    assert taught.change == SkillTaught(START, "x", 3, 0)
    assert taught.path.months == 0


def test_skills_that_are_short_together_are_lowered_together():
    """Where no one skill is enough, and no role teaching one."""
    ladder = tiny(move(START, GOAL, x=2, y=1))
    (repair,) = repairs(ladder, START, GOAL).found
    assert repair.change == GateLowered(0, FrozenDict(x=0, y=0))


def test_two_closed_gates_are_not_mended_by_one_change():
    """Neither is a role that nothing leads to."""
    ladder = tiny(move(START, "r2", x=1), move("r2", GOAL, y=1))
    assert repairs(ladder, START, GOAL).found == ()
    assert repairs(ladder, GOAL, START).found == ()


def test_a_skill_that_opens_an_activity_opens_a_gate():
    """What a role teaches may be what the activity asks for that gives what the gate asks for."""
    ladder = tiny(
        move(START, GOAL, 4, x=1),
        roles={START: {"z": {1: 2}}},
        activities=(course("a", 2, {"y": 1}, {"x": 1}),),
    )
    changes = [one.change for one in repairs(ladder, START, GOAL).found]
    assert SkillTaught(START, "y", 1, 2) in changes


def test_repairs_mind_what_is_wished():
    """Roles to go through and around, and activities out of the question."""
    ladder = tiny(
        move(START, GOAL),
        move(START, "r2", x=1),
        move("r2", GOAL),
        activities=(course("a", 1, {}, {"x": 1}),),
    )
    found = repairs(ladder, START, GOAL, via=["r2"], without=["a"]).found
    assert {one.path.roles for one in found} == {(START, "r2", GOAL)}
    assert {type(one.change) for one in found} == {GateLowered, SkillTaught}
    assert repairs(ladder, START, GOAL, via=["r2"]).found == ()
    assert repairs(ladder, START, GOAL, via=["r2"], avoid=["r2"]).found == ()


def test_without_time_repairs_are_not_called_complete():
    """What the limit left open is said."""
    ladder = tiny(move(START, GOAL, x=1))
    assert not repairs(ladder, START, GOAL, time_limit=0).complete


def test_a_repair_as_data():
    """The change, and the path it opens, in a few words."""
    ladder = tiny(move(START, GOAL, x=1))
    taught, lowered = (one.to_dict() for one in repairs(ladder, START, GOAL).found[::-1])
    path = {"months": 0, "moves": 1, "cost": 0, "roles": [START, GOAL], "optimal": True}
    assert lowered == {"lower": {"transition": 0, "requires": {"x": 0}}, **path}
    assert taught == {"teach": {"role": START, "skill": "x", "level": 1, "months": 0}, **path}
