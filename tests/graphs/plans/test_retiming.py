"""A plan at another pace: legal there, the plan itself at its own, never faster when slower."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, tangled, with_ranges
from support.growth_cases import course, move, tiny
from support.reference import Simulator
from support.replay import replay

from graphs import GrowthPath, NoGrowthPath, Stay, at_pace, growth_path
from graphs.pace import has_ranges
from graphs.plans import retiming
from ladder import FrozenDict, Ladder, Pace, Person, Range

SEEDS = st.integers(0, 2**63 - 1)
BY = st.sampled_from(["months", "moves", "cost"])
FREE = settings(suppress_health_check=[HealthCheck.too_slow])


def answer(ladder: Ladder, person: Person, by: str = "months") -> GrowthPath | None:
    """Ask the search; None where there is no way."""
    try:
        return growth_path(ladder, START, GOAL, person=person, by=by)
    except NoGrowthPath:
        return None


def retimed(path: GrowthPath, pace: Pace) -> GrowthPath:
    """The same moves as a path in the ladder at a pace; what is left out is not paid for."""
    ladder, stays, learning = retiming.retimed(path, pace)
    left_out = {item.activity for item in path.learning} - {item.activity for item in learning}
    spared = sum(path.ladder.activities[name].cost for name in left_out - {*path.person.learning})
    months, cost = stays[-1].end, path.cost - spared
    totals = {"months": months, "cost": cost, "optimal": False, "bound": 0}
    return replace(path, ladder=ladder, stays=stays, learning=learning, **totals)


def today(path: GrowthPath, pace: Pace) -> tuple[Ladder, Person]:
    """Put a person's present into a ladder at a pace, as a role in which nothing is served yet.

    What is held today is a fact, whatever the pace ahead; so the role to begin in gives what is
    still to come, after the months that are left for it.
    """
    ladder, person = at_pace(path.ladder, pace), path.person
    role, served = path.ladder.roles[path.source], person.months_in_role
    ahead: dict[str, dict[int, int]] = {}
    for skill, levels in role.develops.items():
        given = [level for level, after in levels.items() if served is None or after <= served]
        implied = max(given, default=0)
        if role.expects.get(skill, 0) > max(levels):
            implied = role.expects[skill]
        anew = person.skills.get(skill, 99) < implied
        for level, after in levels.items():
            months = ladder.roles[role.id].develops[skill][level]
            if anew:
                ahead.setdefault(skill, {})[level] = max(months, 1)
            elif served is not None and after > served:
                ahead.setdefault(skill, {})[level] = max(months - served, 1)
    leaving = tuple(
        replace(
            item,
            from_roles="today",
            months=0 if served is None else max(item.months - served, 0),
        )
        for item in ladder.transitions
    )
    first = replace(role, id="today", develops=FrozenDict(ahead), expects=FrozenDict())
    world = replace(
        ladder,
        roles=FrozenDict({**ladder.roles, "today": first}),
        transitions=(*ladder.transitions, *leaving),
    )
    return world, Person(months_in_role=0, skills=path.skills, learning=person.learning)


def from_today(path: GrowthPath, world: Ladder) -> GrowthPath:
    """Put a path into the ladder that begins today."""
    first: Stay = replace(path.stays[0], role="today")
    if first.move:
        place = first.move.transition + len(path.ladder.transitions)
        months = world.transitions[place].months
        first = replace(first, move=replace(first.move, transition=place, months=months))
    return replace(path, source="today", stays=(first, *path.stays[1:]), months_in_role=0)


def check(ladder: Ladder, person: Person, by: str) -> None:
    """Fail unless a path, at each pace, is what it should be."""
    path = answer(ladder, person, by)
    if path is None:
        return
    ends = []
    for pace in ("fast", "typical", "slow"):
        other = retimed(path, pace)
        assert other.roles == path.roles
        assert {one.activity for one in other.learning} <= {one.activity for one in path.learning}
        world, asker = today(path, pace)
        replay(world, asker, from_today(other, world))
        ends.append([stay.end for stay in other.stays])
    assert ends[1][-1] == path.months
    assert all(one <= stay.end for one, stay in zip(ends[1], path.stays, strict=True))
    for fast, typical, slow in zip(*ends, strict=True):
        assert fast <= typical <= slow
    if has_ranges(ladder):
        assert path.range == (ends[0][-1], ends[2][-1])


@settings(FREE, max_examples=1500)
@given(seed=SEEDS, by=BY)
def test_a_plan_at_each_pace(seed, by):
    """Legal, the plan's own months at the typical pace, and in order: fast, typical, slow."""
    ladder, person = tangled(seed)
    check(with_ranges(ladder, Random(seed)), person, by)


@settings(FREE, max_examples=400)
@given(question=questions(), by=BY, seed=SEEDS)
def test_a_plan_at_each_pace_at_the_edges(question, by, seed):
    """The same where hypothesis looks for the simplest and the oddest."""
    ladder, person = question
    check(with_ranges(ladder, Random(seed)), person, by)


@pytest.mark.slow
@settings(max_examples=50_000, suppress_health_check=list(HealthCheck))
@given(seed=SEEDS, by=BY)
def test_a_plan_at_each_pace_at_length(seed, by):
    """The same over 50,000 random ladders."""
    ladder, person = tangled(seed)
    check(with_ranges(ladder, Random(seed)), person, by)


@settings(FREE, max_examples=600)
@given(seed=SEEDS, pace=st.sampled_from(["fast", "slow"]))
def test_no_month_is_lost_where_there_is_no_choice(seed, pace):
    """The reference, told to make the same moves with the same activities, is no quicker.

    Where roles teach nothing and no two of the activities teach the same, so that there is nothing
    that another pace could make worth taking from elsewhere.
    """
    ladder, person = tangled(seed)
    untaught = {key: replace(role, develops={}) for key, role in ladder.roles.items()}
    ladder = with_ranges(replace(ladder, roles=FrozenDict(untaught)), Random(seed))
    path = answer(ladder, person)
    if path is None:
        return
    learnt = {item.activity: ladder.activities[item.activity] for item in path.learning}
    taught = [skill for item in learnt.values() for skill in item.develops]
    if len(taught) > len(set(taught)):
        return
    world, asker = today(path, pace)
    stays = from_today(path, world).stays
    chain = replace(
        world,
        roles=FrozenDict(
            (f"{place}", replace(world.roles[stay.role], id=f"{place}"))
            for place, stay in enumerate(stays)
        ),
        transitions=tuple(
            replace(
                world.transitions[stay.move.transition],
                from_roles=f"{place}",
                to_role=f"{place + 1}",
            )
            for place, stay in enumerate(stays)
            if stay.move
        ),
        activities=FrozenDict((name, world.activities[name]) for name in learnt),
    )
    begun = {name: months for name, months in asker.learning.items() if name in learnt}
    asker = replace(asker, learning=begun)
    best = Simulator(chain, "0", asker).best(f"{len(stays) - 1}")
    assert best is not None
    assert retimed(path, pace).months == best[0]


def at(between: Range, item):
    """Give an activity or a move a range."""
    return replace(item, months_range=between)


NEW = Person(months_in_role=0)
CASES = {
    "months to be served": (tiny(at((18, 30), move(START, GOAL, 24))), NEW, (18, 30)),
    "months that are served already": (
        tiny(at((18, 30), move(START, GOAL, 24))),
        Person(months_in_role=20),
        (0, 10),
    ),
    "an established holder has served whatever is asked": (
        tiny(at((18, 30), move(START, GOAL, 24)), move(START, "r2", 99)),
        Person(),
        (0, 0),
    ),
    "learning": (
        tiny(
            move(START, GOAL, x=1),
            activities=(at((2, 9), course("a", 3, {}, {"x": 1})),),
        ),
        NEW,
        (2, 9),
    ),
    "learning begun already": (
        tiny(
            move(START, GOAL, x=1),
            activities=(at((4, 9), course("a", 6, {}, {"x": 1})),),
        ),
        Person(learning={"a": 3}),
        (1, 6),
    ),
    "learning of which more is in than the fast take": (
        tiny(
            move(START, GOAL, x=1),
            activities=(at((2, 9), course("a", 6, {}, {"x": 1})),),
        ),
        Person(learning={"a": 5}),
        (1, 4),
    ),
    "learning of which more is in than is typical": (
        tiny(
            move(START, GOAL, x=1),
            activities=(at((2, 9), course("a", 6, {}, {"x": 1})),),
        ),
        Person(learning={"a": 7}),
        (1, 2),
    ),
    "what another month of the learning hides": (
        tiny(
            at((1, 12), move(START, GOAL, 6, x=1)),
            activities=(at((2, 9), course("a", 4, {}, {"x": 1})),),
        ),
        NEW,
        (2, 12),
    ),
    "learning for the earlier gate goes first, though the plan began the other": (
        tiny(
            move(START, "r2", x=1),
            move("r2", GOAL, 6, y=1),
            roles={START: {"w": {1: 2}}},
            activities=(
                course("a", 2, {"w": 1}, {"x": 1}),
                at((2, 8), course("b", 2, {}, {"y": 1})),
            ),
        ),
        NEW,
        (10, 10),
    ),
    "so does what opens it": (
        tiny(
            move(START, "r2", x=1),
            move("r2", GOAL, 6, y=1),
            activities=(
                course("a", 2, {"w": 1}, {"x": 1}),
                at((1, 4), course("b", 2, {}, {"w": 1})),
                course("c", 3, {}, {"y": 1}),
            ),
        ),
        NEW,
        (9, 12),
    ),
    "a course that the job was quicker than is left": (
        tiny(
            move(START, GOAL, x=1),
            roles={START: {"x": {1: 5}}},
            activities=(at((1, 9), course("a", 3, {}, {"x": 1})),),
        ),
        NEW,
        (1, 5),
    ),
    "and makes room for the next one": (
        tiny(
            move(START, "r2", x=1),
            move("r2", GOAL, 4, y=1),
            roles={START: {"x": {1: 5}}},
            activities=(
                at((1, 9), course("a", 3, {}, {"x": 1})),
                course("b", 4, {}, {"y": 1}),
            ),
        ),
        NEW,
        (5, 9),
    ),
    "staying on for what a later gate asks": (
        tiny(
            move(START, "r2", 1),
            move("r2", GOAL, x=1),
            roles={START: {"x": {1: 4}}},
        ),
        NEW,
        (2, 7),
    ),
    "what is begun asks for nothing": (
        tiny(
            move(START, "r2"),
            move("r2", GOAL, x=1, z=1),
            roles={START: {"y": {1: 2}, "z": {1: 3}}},
            activities=(course("a", 5, {"y": 1}, {"x": 1}),),
        ),
        Person(months_in_role=0, learning={"a": 1}),
        (4, 9),
    ),
    "stated lower at a pace at which the role would not have given it": (
        tiny(
            move(START, GOAL, x=2),
            roles={START: {"x": {1: 0, 2: 6}}},
        ),
        Person(months_in_role=7, skills={"x": 1}),
        (4, 9),
    ),
    "held today, though the slow would not hold it yet": (
        tiny(
            move(START, GOAL, 8, x=1),
            roles={START: {"x": {1: 6}}},
        ),
        Person(months_in_role=7),
        (1, 1),
    ),
    "not held today, though the fast would hold it": (
        tiny(
            move(START, GOAL, x=1),
            roles={START: {"x": {1: 6}}},
        ),
        Person(months_in_role=5),
        (1, 4),
    ),
}
"""Ladder, person, and the range worked out by hand; ``DEVELOPS`` has the ranges of roles."""

DEVELOPS = {
    "staying on for what a later gate asks": {"x": {1: (2, 7)}},
    "what is begun asks for nothing": {"y": {1: (1, 99)}, "z": {1: (1, 9)}},
    "stated lower at a pace at which the role would not have given it": {"x": {2: (4, 9)}},
    "held today, though the slow would not hold it yet": {"x": {1: (6, 9)}},
    "not held today, though the fast would hold it": {"x": {1: (2, 9)}},
}


@pytest.mark.parametrize("name", CASES)
def test_ranges_worked_out_by_hand(name):
    """Each end is what one comes to with pen and paper."""
    ladder, person, expected = CASES[name]
    role = replace(ladder.roles[START], develops_ranges=DEVELOPS.get(name, {}))
    ladder = replace(ladder, roles=FrozenDict({**ladder.roles, START: role}))
    assert growth_path(ladder, START, GOAL, person=person).range == expected


def test_what_turns_out_not_to_be_needed_costs_nothing():
    """A course that is left out is not paid for."""
    ladder = tiny(
        move(START, GOAL, x=1),
        roles={START: {"x": {1: 5}}},
        activities=(at((1, 9), course("a", 3, {}, {"x": 1}, cost=7)),),
    )
    path = growth_path(ladder, START, GOAL, person=NEW)
    slow = retimed(path, "slow")
    assert (path.cost, slow.cost, slow.learning) == (7, 0, ())


def test_a_ladder_without_ranges_gives_none():
    """Its answers say nothing of paces."""
    path = growth_path(tiny(move(START, GOAL, 5)), START, GOAL, person=NEW)
    assert (path.range, path.ranges) == (None, ())
    assert "range" not in path.to_dict()
    assert "pace" not in path.to_dict()


def test_the_answer_has_its_range_beside_its_months():
    """As plain data, the range comes next to the months."""
    path = growth_path(tiny(at((18, 30), move(START, GOAL, 24))), START, GOAL, person=NEW)
    answer = path.to_dict()
    assert answer["range"] == [18, 30]
    assert [*answer][[*answer].index("months") + 1] == "range"


def test_a_plan_that_waits_for_nothing_is_not_slower_than_the_slow():
    """A path that is not proven to be the best may be longer than it has to be at any pace."""
    path = growth_path(tiny(at((18, 30), move(START, GOAL, 24))), START, GOAL, person=NEW)
    stays = (replace(path.stays[0], end=40), replace(path.stays[1], start=40, end=40))
    idle = replace(path, months=40, stays=stays, optimal=False, bound=24)
    assert idle.range == (18, 40)


def test_a_path_that_breaks_the_rules_is_refused():
    """It cannot be followed; that is said rather than tried forever."""
    ladder = tiny(at((18, 30), move(START, GOAL, 24, x=1)), roles={"r2": {"x": {1: 1}}})
    open_gate = tiny(at((18, 30), move(START, GOAL, 24)))
    path = replace(growth_path(open_gate, START, GOAL, person=NEW), ladder=ladder)
    with pytest.raises(ValueError, match="rules of growth"):
        retimed(path, "slow")
