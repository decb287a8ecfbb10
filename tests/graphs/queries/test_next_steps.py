"""What to do next, against the reference: what saves months, what may wait, what to begin now."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, tangled
from support.growth_cases import CASES, course, move, tiny
from support.reference import Levels, Simulator, State, Totals

from graphs import (
    Deadline,
    GrowthPath,
    NextSteps,
    NoGrowthPath,
    Slack,
    ThisMonth,
    growth_path,
    next_steps,
)
from graphs.queries.levers import levers
from graphs.queries.next_steps import this_month
from graphs.queries.question import Question
from graphs.queries.slack import slack
from ladder import FrozenDict, Ladder, Person, bundled

SEEDS = st.integers(0, 2**63 - 1)


def ask(ladder: Ladder, person: Person, **wishes) -> NextSteps | None:
    try:
        return next_steps(ladder, START, GOAL, person=person, **wishes)
    except NoGrowthPath:
        return None


def months(ladder: Ladder, person: Person, budget: float | None = None) -> int:
    """Months that the reference needs for so much money."""
    plans = Simulator(ladder, START, person).plans(GOAL)
    return next(plan[0] for plan in plans if budget is None or plan[2] <= budget)


def changes(ladder: Ladder, person: Person) -> Iterator[tuple[tuple, Person]]:
    """Every single change: each skill one level up, each activity done that is open today."""
    held = dict.fromkeys(ladder.skills, 0)
    for skill, level in Simulator(ladder, START, person)._start().skills:
        held[skill] = max(level, held[skill])
    for skill, level in held.items():
        if level < len(ladder.levels):
            raised = FrozenDict({**person.skills, skill: level + 1})
            yield (skill, level + 1, None), replace(person, skills=raised)
    for name in sorted(set(ladder.activities) - person.done):
        asked = ladder.activities[name].requires.items()
        if name not in person.learning and any(held[skill] < level for skill, level in asked):
            continue
        rest = {one: spent for one, spent in person.learning.items() if one != name}
        yield (None, None, name), replace(person, done=person.done | {name}, learning=rest)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, limit=st.sampled_from([None, None, 2, 4.5]))
def test_levers_save_what_the_reference_says(seed, limit):
    """Each single change saves the difference of two answers, and none that saves is left out."""
    ladder, person = tangled(seed)
    steps = ask(ladder, person, max_cost=limit)
    if steps is None:
        return
    before = months(ladder, person, limit)
    expected = {
        change: saved
        for change, changed in changes(ladder, person)
        if (saved := before - months(ladder, changed, limit))
    }
    assert all(saved > 0 for saved in expected.values())
    found = {(one.skill, one.level, one.activity): one.months for one in steps.levers}
    assert found == expected
    assert [one.months for one in steps.levers] == sorted(expected.values(), reverse=True)
    assert all(one.proven for one in steps.levers)
    assert steps.unsettled == 0


def moments(ladder: Ladder, person: Person) -> set[State]:
    """Where one can be this month, once moves that take no time are made or not."""
    simulator = Simulator(ladder, START, person)
    reached, waiting = set(), [simulator._start()]
    while waiting:
        state = waiting.pop()
        if state not in reached:
            reached.add(state)
            waiting += simulator._moves(state)
    return reached


class Later(Simulator):
    """The reference, from a state on."""

    def __init__(self, ladder: Ladder, person: Person, state: State) -> None:
        super().__init__(ladder, START, person)
        self.state = state

    def _start(self) -> State:
        return self.state


def within(plan: Totals, most: int, spent: float, budget: float | None) -> bool:
    return plan[0] <= most and (budget is None or plan[2] + spent <= budget)


def keeping(ladder: Ladder, person: Person, budget: float | None) -> tuple[bool, set[str], bool]:
    """Tell whether the month may be left idle, and what it may be spent on, by trying each.

    And whether it may be spent without moving first.
    """
    fewest = months(ladder, person, budget)
    idle, kept, stay = False, set(), False
    here = Simulator(ladder, START, person)._start()
    for state in moments(ladder, person):
        for name in (None, *ladder.activities):
            one = {} if name is None else {name: ladder.activities[name]}
            alone = Simulator(replace(ladder, activities=FrozenDict(one)), START, person)
            rested, *learnt = alone._work(state)
            for later, price in [rested] if name is None else learnt:
                plans = Later(ladder, person, later).plans(GOAL)
                if any(within(plan, fewest - 1, price, budget) for plan in plans):
                    idle = idle or name is None
                    kept |= {name} - {None}
                    stay = stay or state == here
    return idle, kept, stay


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, limit=st.sampled_from([None, None, 2, 4.5]))
def test_this_month_is_spent_without_loss(seed, limit):
    """What is named keeps the total, and whatever else keeps it gives nothing of use."""
    ladder, person = tangled(seed)
    steps = ask(ladder, person, max_cost=limit)
    if steps is None or not steps.path.months:
        return
    idle, kept, stay = keeping(ladder, person, limit)
    now = steps.this_month
    assert now.complete
    assert now.idle == idle
    assert now.stay == stay
    assert set(now.activities) <= kept
    if not idle:
        assert set(now.activities) == kept
    begun = {item.activity for item in steps.path.learning if item.periods[0][0] == 0}
    assert begun <= set(now.activities), "the plan itself loses nothing"


def latest(path: GrowthPath, person: Person, activity: str) -> int:
    """Latest beginning of an activity, the moves staying where they are, by trying every month."""
    items = [path.ladder.activities[one.activity] for one in path.learning]
    need = [sum(end - begin for begin, end in one.periods) for one in path.learning]
    given, gates = follow(path, person)
    place = [item.id for item in items].index(activity)

    def holds(from_roles: Levels, progress: tuple[int, ...], requires: dict[str, int]) -> bool:
        held = set(from_roles)
        for item, spent, needed in zip(items, progress, need, strict=True):
            if spent == needed:
                held |= {(one, low) for one, top in item.develops.items() for low in upto(top)}
        return all((skill, level) in held for skill, level in requires.items())

    def possible(not_before: int) -> bool:
        @cache
        def on(month: int, progress: tuple[int, ...]) -> bool:
            if not all(holds(held, progress, gate) for held, gate in gates.get(month, [])):
                return False
            if month == path.months:
                return list(progress) == need
            if on(month + 1, progress):
                return True
            for one, item in enumerate(items):
                begun = progress[one] or item.id in person.learning
                if progress[one] == need[one] or (one == place and month < not_before):
                    continue
                if begun or holds(given[month], progress, item.requires):
                    more = (*progress[:one], progress[one] + 1, *progress[one + 1 :])
                    if on(month + 1, more):
                        return True
            return False

        return on(0, (0,) * len(items))

    assert possible(0)
    return max(month for month in range(path.months) if possible(month))


def upto(level: int) -> range:
    return range(1, level + 1)


def follow(
    path: GrowthPath, person: Person
) -> tuple[list[Levels], dict[int, list[tuple[Levels, dict[str, int]]]]]:
    """Make the moves without learning anything, gates or not.

    Gives what is held in each month once its moves are made, and by month what is held at each
    gate, with what the gate asks for.
    """
    alone = replace(path.ladder, activities=FrozenDict())
    simulator = Simulator(path.ladder, START, person)
    state = replace(simulator._start(), begun=frozenset())
    idle = Simulator(alone, START, replace(person, done=frozenset(), learning={}))
    idle.lowered = simulator.lowered
    given: list[Levels] = []
    gates: dict[int, list[tuple[Levels, dict[str, int]]]] = {}
    stays = list(path.stays)
    for month in range(path.months + 1):
        while stays[0].move and stays[0].end == month:
            move = stays.pop(0).move
            gates.setdefault(month, []).append((state.skills, move.requires))
            arrival = {
                (skill, low) for skill, level in simulator._given(move.to, 0) for low in upto(level)
            }
            state = State(move.to, 0, None, state.skills | arrival, frozenset())
        given.append(state.skills)
        (state, _), *_ = idle._work(state)
    return given, gates


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS)
def test_slack_is_as_long_as_trying_every_month_says(seed):
    """The beginning can be put off so far, and not a month further, the moves staying."""
    ladder, person = tangled(seed)
    steps = ask(ladder, person)
    if steps is None or not steps.path.learning:
        return
    assert [one.activity for one in steps.slack] == [one.activity for one in steps.path.learning]
    for one, item in zip(steps.slack, steps.path.learning, strict=True):
        assert one.begins == item.periods[0][0]
        assert one.begins + one.months == latest(steps.path, person, one.activity)


def test_what_comes_by_itself_need_not_be_learnt():
    """While the job takes longer than all learning, the month is free, and nothing saves any."""
    ladder = tiny(
        move(START, GOAL, 6, x=1), activities=(course("a", 2, {}, {"x": 1}), course("b", 9))
    )
    steps = next_steps(ladder, START, GOAL, person=Person(months_in_role=0))
    assert steps.this_month == ThisMonth(True, ("a",), True)
    assert steps.slack == (Slack("a", 0, 4),)
    assert steps.levers == ()


def test_a_skill_that_another_activity_waits_for():
    """What opens the longer learning comes first; what stands by itself may wait behind both."""
    ladder = tiny(
        move(START, GOAL, x=1, z=1),
        activities=(
            course("a", 1, {}, {"y": 1}),
            course("b", 4, {"y": 1}, {"x": 1}),
            course("c", 2, {}, {"z": 1}),
        ),
    )
    steps = next_steps(ladder, START, GOAL)
    assert steps.path.months == 7
    assert steps.this_month == ThisMonth(False, ("a", "c"), True)
    assert {one.activity: one.begins + one.months for one in steps.slack} == {
        "a": 2,
        "b": 3,
        "c": 5,
    }
    assert [(one.skill or one.activity, one.months) for one in steps.levers] == [
        ("x", 5),
        ("z", 2),
        ("c", 2),
        ("y", 1),
        ("a", 1),
    ]


def test_what_a_role_gives_on_arrival_comes_after_its_gate():
    """A gate that asks for the very skill that the role behind it gives is opened by learning."""
    ladder = tiny(
        move(START, "r2", 1, x=1),
        move("r2", GOAL, 5),
        roles={"r2": {"x": {1: 0}}},
        activities=(course("a", 1, {}, {"x": 1}),),
    )
    steps = next_steps(ladder, START, GOAL, person=Person(months_in_role=0))
    assert steps.slack == (Slack("a", 0, 0),)
    assert steps.this_month == ThisMonth(False, ("a",), True)


def test_moves_that_can_be_made_at_once_count():
    """The month is spent well in a role that is entered today."""
    ladder = tiny(
        move(START, "r2"),
        move("r2", GOAL, 3, x=1),
        roles={"r2": {"y": {1: 0}}},
        activities=(course("a", 3, {"y": 1}, {"x": 1}),),
    )
    steps = next_steps(ladder, START, GOAL)
    assert steps.this_month == ThisMonth(False, ("a",), True, stay=False)


def test_learning_is_named_only_where_it_is_of_use():
    """A month off loses nothing in a role that gives the skill, whatever is open elsewhere."""
    ladder = tiny(
        move(START, "r2"),
        move("r2", GOAL, 2, x=1),
        roles={"r2": {"x": {1: 0}}},
        activities=(course("a", 5, {}, {"x": 1}),),
    )
    steps = next_steps(ladder, START, GOAL)
    assert steps.this_month == ThisMonth(True, (), True, stay=False)


def test_roles_gone_through_count_as_they_are_entered():
    """Moves made at once, through roles that were asked for, twice in one role among them."""
    ladder = tiny(
        move(START, "r2"),
        move("r2", "r3", 1, x=1),
        move("r3", "r2"),
        move("r2", GOAL),
        activities=(course("a", 1, {}, {"x": 1}),),
    )
    steps = next_steps(ladder, START, GOAL, via=["r2", "r2"])
    assert steps.path.months == 1
    assert steps.this_month == ThisMonth(False, ("a",), True, stay=False)
    assert [one.activity or one.skill for one in steps.levers] == []


def test_who_is_there_has_nothing_to_do():
    """From a role to itself, no month is left to be spent or saved."""
    steps = next_steps(bundled("product-management"), "spm", "spm")
    assert (steps.path.months, steps.slack, steps.levers) == (0, (), ())
    assert steps.this_month == ThisMonth(True, (), True)


def test_an_activity_out_of_the_question_is_none_to_begin():
    """Neither is it named as what would help."""
    ladder, person, _ = CASES["a bootcamp against a ladder of courses"]
    steps = next_steps(ladder, START, GOAL, person=person, without=["d"])
    assert "d" not in steps.this_month.activities
    assert "d" not in [one.activity for one in steps.levers]


def test_without_time_nothing_is_called_proven():
    """What the time limit left open is counted, and not passed over."""
    ladder, person, _ = CASES["a bootcamp against a ladder of courses"]
    question = Question.prepare(ladder, START, GOAL, person)
    path = question.best()
    without = replace(question, deadline=Deadline(0))
    found, unsettled = levers(without, path)
    assert (found, unsettled) == ((), 3)
    begun = {item.activity for item in path.learning if item.periods[0][0] == 0}
    now = this_month(without, path)
    assert now == ThisMonth(None, tuple(begun), False), "what the plan begins with needs no proof"


def test_slack_keeps_to_its_time():
    """What there is no time for is left out, the first of the plan being looked at first."""
    path = growth_path(bundled("product-management"), "analyst", "spm")
    whole = slack(path)
    assert slack(path, time_limit=0) == ()
    assert len(whole) == len(path.learning) > 1


def test_the_answer_as_data():
    """Plain data, the path included, ready for JSON."""
    steps = next_steps(bundled("product-management"), "analyst", "spm")
    plain = json.loads(json.dumps(steps.to_dict()))
    assert plain["path"] == steps.path.to_dict()
    assert plain["levers"][0]["months"] == steps.levers[0].months
    assert [one["activity"] for one in plain["slack"]] == [
        one["activity"] for one in plain["path"]["learning"]
    ]


def test_progress_is_told():
    """Whoever waits hears how much is done, of how much."""
    told = []
    ladder = bundled("product-management")
    next_steps(ladder, "analyst", "spm", progress=lambda *done: told.append(done))
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] > 1
    assert len({of for _, of in told}) == 1
