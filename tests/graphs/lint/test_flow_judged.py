"""What the rules on the flow find in random ladders, judged by the reference and by brute force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from random import Random

import networkx as nx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.graph_strategies import START, questions, ranged, tangled
from support.reference import Simulator

from graphs import NoGrowthPath, growth_path
from graphs.lint import activities, gates, reach, transitions
from graphs.lint.activities import MOST_TOLD
from graphs.lint.circles import circular, components, shortest_circle
from graphs.lint.flow import flow_of
from graphs.pace import at_pace
from ladder import Activity, FrozenDict, Ladder, Role, Track, Transition

SEEDS = st.integers(0, 2**63 - 1)
MANY = settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
FEW = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
PROBE = "probe"
FIND = {
    rule.code: rule.find
    for module in (reach, gates, activities, transitions)
    for rule in module.RULES
}


def found(code: str, ladder: Ladder) -> list[tuple[str | int, ...]]:
    return [fault.steps for fault in FIND[code](ladder)]


def rewired(seed: int) -> Ladder:
    """A tangled ladder in which circles, islands, ranks and entries are common."""
    ladder, _ = tangled(seed)
    rng = Random(seed)
    kept = [item for item in ladder.transitions if rng.random() < 0.6]
    kept += [
        Transition(*rng.sample(sorted(ladder.roles), 2), rng.choice([0, 0, 3]))
        for _ in range(rng.randint(0, 2))
    ]
    kinds = ["lateral", "promotion", "promotion", rng.choice(["lateral", "entry"])]
    moves = tuple(replace(item, kind=rng.choice(kinds)) for item in kept)
    roles = {
        key: replace(role, track=rng.choice([None, "t", "u"]), rank=rng.choice([None, 1, 2]))
        for key, role in ladder.roles.items()
    }
    if rng.random() < 0.4:
        island = [rng.choice(["r2", "island"]), "isle", rng.choice(sorted(roles))]
        roles |= {
            key: Role(key, key, develops=FrozenDict({"s0": FrozenDict({1: 1})}))
            for key in island[:2]
        }
        pairs = [*pairwise(island), (island[1], island[0])]
        moves += tuple(Transition(*pair, 1) for pair in pairs if pair[0] != pair[1])
    tracks = {key: Track(key, key) for key in ("t", "u")}
    return replace(ladder, roles=FrozenDict(roles), tracks=FrozenDict(tracks), transitions=moves)


def probed(ladder: Ladder, sources: Iterable[str], gate: dict[str, int]) -> Ladder:
    """The ladder with one more role, behind a gate."""
    moves = [Transition(source, PROBE, 0, requires=FrozenDict(gate)) for source in sources]
    roles = FrozenDict({**ladder.roles, PROBE: Role(PROBE, PROBE)})
    return replace(ladder, roles=roles, transitions=(*ladder.transitions, *moves))


def comes_to(ladder: Ladder, starts: Iterable[str], target: str) -> bool:
    """Whether the reference finds a way from any of some roles."""
    return any(Simulator(ladder, start).best(target) is not None for start in sorted(starts))


def beginnings(ladder: Ladder, role: str) -> frozenset[str]:
    """Where people come from who stand before what a role leads to."""
    flow = flow_of(ladder)
    return flow.unreached if role in flow.unreached else flow.entries


def passes(ladder: Ladder, role: str, gate: dict[str, int]) -> bool:
    return comes_to(probed(ladder, [role], gate), beginnings(ladder, role), PROBE)


@MANY
@given(seed=SEEDS)
def test_careers_begin_where_nothing_else_leads(seed):
    """By another way of saying it: with the condensation of the graph."""
    ladder = rewired(seed)
    graph = nx.DiGraph()
    graph.add_nodes_from(ladder.roles)
    lines = [(role, item) for item in ladder.transitions for role in item.from_roles]
    graph.add_edges_from((role, item.to_role) for role, item in lines)
    condensed = nx.condensation(graph)
    sources = [condensed.nodes[node]["members"] for node in condensed if not condensed.pred[node]]
    alone = {role for role in ladder.roles if not graph.pred[role]}

    def begins(role: Role) -> bool:
        ranks = [
            each.rank
            for each in ladder.roles.values()
            if each.rank is not None and each.track == role.track and each.track
        ]
        lowest = role.track is not None and role.rank is not None and role.rank == min(ranks)
        return lowest or any(one == role.id and item.kind == "entry" for one, item in lines)

    inside = {role for members in sources for role in members}
    expected = alone | {role for role in inside if begins(ladder.roles[role])}
    if not any(graph.succ[role] for role in expected):
        expected = inside
    assert flow_of(ladder).entries == expected


@MANY
@given(seed=SEEDS)
def test_roles_are_reached_where_the_reference_reaches_them(seed):
    """From where careers begin, with unlimited time."""
    ladder = rewired(seed)
    flow = flow_of(ladder)
    for role in ladder.roles:
        assert (role not in flow.unreached) == comes_to(ladder, flow.entries, role)


@MANY
@given(seed=SEEDS)
def test_every_unreached_role_is_explained_once(seed):
    """By an island that it belongs to or lies behind, or by a closed gate before it."""
    ladder = rewired(seed)
    flow = flow_of(ladder)
    islands = [steps[1] for steps in found("L101", ladder)]
    closed = {steps[1] for steps in found("L201", ladder)}
    explained: set[str] = set()
    for island in islands:
        assert island in flow.unreached
        explained |= {island, *flow.behind(island)}
    for place in closed:
        item = ladder.transitions[place]
        if item.to_role in flow.unreached and set(ladder.sources(item)) - flow.unreached:
            explained |= {item.to_role, *flow.behind(item.to_role)}
    assert explained == flow.unreached
    for island in islands:
        others = {role for role in flow.behind(island) if island in flow.behind(role)}
        into = {role for _, role, item in ladder.moves() if item.to_role in {island, *others}}
        assert into <= {island, *others}


@MANY
@given(seed=SEEDS)
def test_gates_stay_closed_where_the_reference_never_opens_them(seed):
    """And at the skills that it never brings, or at the whole gate if it brings each."""
    ladder = rewired(seed)
    expected = []
    for place, item in enumerate(ladder.transitions):
        for sources in shut_off(ladder, item):
            skills = [
                skill
                for skill, level in item.requires.items()
                if not any(passes(ladder, role, {skill: level}) for role in sources)
            ]
            steps = ("transitions", place, "requires")
            expected += [(*steps, skill) for skill in skills] or [steps]
    assert sorted(found("L201", ladder)) == sorted(expected)


def shut_off(ladder: Ladder, item: Transition) -> list[list[str]]:
    """From where a gate stays closed: from all of its roles, or one by one of a list."""
    sources = list(ladder.sources(item))
    if item.from_any:
        reached = [role for role in sources if role not in flow_of(ladder).unreached]
        sources = reached or sources
    shut = [role for role in sources if not passes(ladder, role, dict(item.requires))]
    if len(shut) == len(sources):
        return [shut] if shut else []
    return [] if item.from_any else [[role] for role in shut]


@FEW
@given(question=questions())
def test_gates_at_the_edges(question):
    """The same for what hypothesis draws."""
    ladder = question[0]
    closed = {steps[1] for steps in found("L201", ladder)}
    for place, item in enumerate(ladder.transitions):
        assert (place in closed) == bool(shut_off(ladder, item))


@MANY
@given(seed=SEEDS)
def test_activities_are_closed_where_the_reference_never_begins_them(seed):
    """In whatever role one is, those that nobody reaches included."""
    ladder = rewired(seed)

    def held_somewhere(gate: dict[str, int]) -> bool:
        return any(passes(ladder, role, gate) for role in ladder.roles)

    expected = []
    for name, activity in ladder.activities.items():
        if not activity.requires or held_somewhere(dict(activity.requires)):
            continue
        steps = ("activities", name, "requires")
        skills = [
            skill
            for skill, level in activity.requires.items()
            if not held_somewhere({skill: level})
        ]
        expected += [(*steps, skill) for skill in skills] or [steps]
    assert sorted(found("L301", ladder)) == sorted(expected)


def without_gift(ladder: Ladder, name: str, skill: str) -> Ladder:
    """The ladder in which a role or an activity, by its name, develops a skill no more."""

    def less(item):
        if item.name != name:
            return item
        kept = {key: value for key, value in item.develops.items() if key != skill}
        if not isinstance(item, Role):
            return replace(item, develops=FrozenDict(kept))
        expected = {key: level for key, level in item.expects.items() if key != skill}
        return replace(item, develops=FrozenDict(kept), expects=FrozenDict(expected))

    roles = FrozenDict({key: less(item) for key, item in ladder.roles.items()})
    activities = FrozenDict({key: less(item) for key, item in ladder.activities.items()})
    return replace(ladder, roles=roles, activities=activities)


@MANY
@given(seed=SEEDS)
def test_without_the_only_source_a_gate_stays_shut(seed):
    """As the reference judges, at the gate that is named first."""
    ladder = rewired(seed)
    for fault in FIND["L202"](ladder):
        _, place, _, skill = fault.steps
        item = ladder.transitions[place]
        entries, unreached = flow_of(ladder).entries, flow_of(ladder).unreached
        reached = [role for role in ladder.sources(item) if role not in unreached]
        assert comes_to(probed(ladder, reached, dict(item.requires)), entries, PROBE)
        name = fault.message.split(" gives ")[0].removeprefix("only ")
        lacking = without_gift(ladder, name, skill)
        assert not comes_to(probed(lacking, reached, dict(item.requires)), entries, PROBE)


def crowded(seed: int) -> Ladder:
    """A ladder with ranges in which much is there twice, a little better or worse."""
    ladder, _ = ranged(seed)
    rng = Random(seed)

    def changed(item: Transition | Activity) -> Transition | Activity:
        def shift(months: int) -> int:
            return max(isinstance(item, Activity), months + rng.choice([0, 0, 1, 2]))

        ends = item.months_range and tuple(map(shift, item.months_range))
        typical = shift(item.months)
        ends = ends and (min(*ends, typical), max(*ends, typical))
        levels = {key: level for key, level in item.requires.items() if rng.random() < 0.8}
        return replace(item, months=typical, months_range=ends, requires=FrozenDict(levels))

    moves = [*ladder.transitions, *(changed(item) for item in ladder.transitions)]
    activities = dict(ladder.activities)
    for key, item in ladder.activities.items():
        name = f"{key}-again"
        cost = item.cost + rng.choice([0, 0, 1])
        activities[name] = replace(changed(item), id=name, name=name, cost=cost)
    rng.shuffle(moves)
    shuffled = rng.sample(sorted(activities), len(activities))
    return replace(
        ladder,
        transitions=tuple(moves),
        activities=FrozenDict({key: activities[key] for key in shuffled}),
    )


def answers(ladder: Ladder, targets: Iterable[str]) -> Iterator[tuple[float, ...] | None]:
    """The totals of all best paths from the start, at every pace and in every order."""
    for pace in ("fast", "typical", "slow"):
        for target in targets:
            for by in ("months", "moves", "cost"):
                try:
                    path = growth_path(at_pace(ladder, pace), START, target, by=by)
                except NoGrowthPath:
                    yield None
                else:
                    assert path.optimal
                    yield path.months, path.moves, path.cost


def less_by(code: str, ladder: Ladder) -> Ladder:
    """The ladder without all that a rule calls superfluous."""
    gone = {steps[1] for steps in found(code, ladder)}
    moves = tuple(item for place, item in enumerate(ladder.transitions) if place not in gone)
    activities = {key: item for key, item in ladder.activities.items() if key not in gone}
    return replace(ladder, transitions=moves, activities=FrozenDict(activities))


@pytest.mark.parametrize("code", ["L302", "L303", "L401"])
@FEW
@given(seed=SEEDS)
def test_what_is_superfluous_changes_no_answer(code, seed):
    """All of it taken out at once, every shortest path takes as long, as many moves, as much."""
    ladder = crowded(seed)
    targets = sorted(set(ladder.roles) - {START})
    assert [*answers(less_by(code, ladder), targets)] == [*answers(ladder, targets)]


@MANY
@given(seed=SEEDS)
def test_what_is_superfluous_by_the_definition(seed):
    """All of it is found: compared pair by pair, and gate by gate, in levels instead of bits."""
    ladder = crowded(seed)
    activities = list(ladder.activities.values())

    def ends(item: Transition | Activity) -> tuple[int, ...]:
        return item.months, *(item.months_range or (item.months, item.months))

    def no_worse(one: Transition | Activity, other: Transition | Activity) -> bool:
        asks = all(level <= other.requires.get(key, 0) for key, level in one.requires.items())
        return asks and all(less <= more for less, more in zip(ends(one), ends(other), strict=True))

    def new(item: Activity) -> dict[str, int]:
        levels = item.develops.items()
        return {key: level for key, level in levels if level > item.requires.get(key, 0)}

    def serves(one: Activity, other: Activity) -> bool:
        gives = all(level <= one.develops.get(key, 0) for key, level in new(other).items())
        return no_worse(one, other) and one.cost <= other.cost and gives

    def told(items, better):
        return {
            place
            for place, item in enumerate(items)
            if any(
                better(other, item) and (number < place or not better(item, other))
                for number, other in enumerate(items)
                if number != place
            )
        }

    def alike(one: Transition, other: Transition) -> bool:
        same = one.to_role == other.to_role and one.from_any == other.from_any
        return same and set(one.from_roles) >= set(other.from_roles) and no_worse(one, other)

    assert {steps[1] for steps in found("L401", ladder)} == told(ladder.transitions, alike)
    beaten = {activities[place].id for place in told(activities, serves)}
    nothing_new = {item.id for item in activities if not new(item)}
    assert {steps[1] for steps in found("L303", ladder)} == beaten - nothing_new

    asked = {(key, level) for item in ladder.transitions for key, level in item.requires.items()}
    needed: set[str] = set()
    for _ in activities:
        for item in activities:
            if any(
                item.requires.get(key, 0) < level <= item.develops.get(key, 0)
                or item.requires.get(key, 0) < item.develops.get(key, 0) < level
                for key, level in asked
            ):
                needed.add(item.id)
                asked |= set(item.requires.items())
    unneeded = set(ladder.activities) - needed
    steps = {steps[1] for steps in found("L302", ladder)}
    assert steps == (unneeded if len(unneeded) <= MOST_TOLD else steps & unneeded)


def test_crowded_ladders_have_what_is_looked_for():
    """The judgements above are about something: each rule finds plenty in what they draw."""
    for code, draw in (
        ("L101", rewired),
        ("L201", rewired),
        ("L202", rewired),
        ("L301", rewired),
        ("L302", crowded),
        ("L303", crowded),
        ("L401", crowded),
    ):
        assert sum(bool(found(code, draw(seed))) for seed in range(100)) >= 5, code


def test_a_gate_that_nobody_comes_to_has_no_only_source():
    """Found in a long run: who is taken to be beyond a closed gate may have come another way."""
    assert found("L202", rewired(3704742981962906924)) == []


@cache
def circle_lengths(edges: frozenset[tuple[str, str]]) -> dict[frozenset[str], int]:
    """By component, the length of its shortest circle, of all that there are."""
    graph = nx.DiGraph(edges)
    lengths: dict[frozenset[str], int] = {}
    members = [frozenset(each) for each in nx.strongly_connected_components(graph)]
    for circle in nx.simple_cycles(graph):
        component = next(each for each in members if circle[0] in each)
        lengths[component] = min(len(circle), lengths.get(component, len(circle)))
    return lengths


@MANY
@given(
    edges=st.frozensets(
        st.tuples(st.sampled_from("abcdefg"), st.sampled_from("abcdefg")).filter(
            lambda ends: ends[0] != ends[1]
        ),
        max_size=14,
    )
)
def test_circles_are_those_that_there_are(edges):
    """One for each component, a shortest of all simple ones."""
    successors = {node: sorted(to for by, to in edges if by == node) for node in "abcdefg"}
    lengths = circle_lengths(edges)
    assert {frozenset(component) for component in circular(successors)} == set(lengths)
    for component in circular(successors):
        circle = shortest_circle(successors, component)
        assert len(set(circle)) == len(circle) == lengths[frozenset(component)]
        assert all(ends in edges for ends in pairwise([*circle, circle[0]]))
    place = {node: number for number, each in enumerate(components(successors)) for node in each}
    assert all(place[by] <= place[to] for by, to in edges)


@MANY
@given(seed=SEEDS)
def test_moves_go_around_where_simple_circles_do(seed):
    """Timeless ones and promotions, each told at its last transition in the file."""
    ladder = rewired(seed)
    for code, key, counts in (
        ("L402", "months", lambda item: item.months == 0),
        ("L403", "kind", lambda item: item.kind == "promotion"),
    ):
        moves = [item for item in ladder.transitions if counts(item)]
        lines = frozenset((role, item.to_role) for item in moves for role in item.from_roles)
        lengths = circle_lengths(lines)
        faults = found(code, ladder)
        assert len(faults) == len(lengths)
        for _, place, last in faults:
            item = ladder.transitions[place]
            assert last == key
            assert counts(item)
            ends = [{role, item.to_role} for role in item.from_roles]
            assert any(one <= each for one in ends for each in lengths)


def test_a_long_circle_and_a_long_chain_take_no_time():
    """Neither recursion nor the square of the length."""
    many = [f"r{place}" for place in range(20_000)]
    around = {role: [other] for role, other in pairwise([*many, many[0]])}
    assert len(components(around)) == 1
    assert len(shortest_circle(around, many)) == len(many)
    assert len(components({**around, many[-1]: []})) == len(many)


def test_more_stays_than_are_told_apart(monkeypatch):
    """What is told then is true still."""
    monkeypatch.setattr("graphs.lint.flow.MOST_STAYS", -1_000)
    for seed in range(60):
        ladder = rewired(seed)
        flow = flow_of(ladder)
        for place in {steps[1] for steps in found("L201", ladder)}:
            item = ladder.transitions[place]
            reached = [role for role in ladder.sources(item) if role not in flow.unreached]
            shut = [
                role
                for role in ladder.sources(item)
                if not comes_to(
                    probed(ladder, [role], dict(item.requires)),
                    flow.entries if role in reached else ladder.roles,
                    PROBE,
                )
            ]
            assert set(reached) <= set(shut) if item.from_any else shut
