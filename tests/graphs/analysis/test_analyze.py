"""Every figure of an analysis, worked out again by its definition, one question at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import product as product_of
from random import Random
from typing import Any

import pytest
from support.clocks import looks
from support.crowds import crowd
from support.graph_strategies import expecting, tangled
from support.replay import follow

from graphs import Analysis, GrowthPath, NoGrowthPath, analyze, growth_path
from graphs.analysis.changes import Change, TakenAway, TaughtHigher, TaughtSooner, changes_to
from graphs.analysis.ways import gathered
from ladder import (
    FrozenDict,
    Ladder,
    LadderError,
    Person,
    Role,
    Skill,
    Track,
    Transition,
    bundled,
)
from ladder.model import ANY


def tracked(seed: int) -> tuple[Ladder, Person]:
    """The same in tracks, whose roles are closed to what is open to all and leads into them."""
    ladder, person = expecting(seed)
    rng = Random(seed)
    tracks = FrozenDict({key: Track(key, key.upper()) for key in ("x", "y")})
    roles = {
        role.id: replace(role, track=rng.choice(["x", "y", None])) for role in ladder.roles.values()
    }
    moves = tuple(
        replace(move, from_roles=ANY) if rng.random() < 1 / 2 else move
        for move in ladder.transitions
    )
    return replace(ladder, tracks=tracks, roles=FrozenDict(roles), transitions=moves), person


MAKERS = {"tangled": tangled, "expecting": expecting, "tracked": tracked}


def answer(ladder: Ladder, person: Person, target: str, **wishes: Any) -> GrowthPath | None:
    try:
        return growth_path(ladder, person.role or "", target, person=person, **wishes)
    except NoGrowthPath:
        return None


def changed(ladder: Ladder, change: Change) -> tuple[Ladder, dict[str, Any]]:
    """The ladder with a change made, and what is wished of ways in it."""
    if isinstance(change, TakenAway):
        return ladder, {"without": [change.activity]}
    return change.apply(ladder), {}


def effects(ladder: Ladder, asked: list[tuple[Person, str]]) -> dict[str, tuple[int, ...]]:
    """What each change does, by asking everybody about it: months, people, opened, closed."""
    found: dict[str, tuple[int, ...]] = {}
    for change in changes_to(ladder):
        other, wishes = changed(ladder, change)
        counts: Counter[str] = Counter()
        for person, target in asked:
            before = answer(ladder, person, target)
            after = answer(other, person, target, **wishes)
            if before and after:
                counts["months"] += before.months - after.months
                counts["people"] += before.months != after.months
            counts["opened"] += before is None and after is not None
            counts["closed"] += before is not None and after is None
        told = tuple(counts[name] for name in ("months", "people", "opened", "closed"))
        if any(told):
            found[repr(change)] = told
    return found


def helping(found: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """Those that help, and losses: a role that gives more may cost who states less than that."""
    return {
        name: told
        for name, told in found.items()
        if name.startswith("TakenAway") or told[0] > 0 or told[2]
    }


def told_effects(found: Analysis) -> dict[str, tuple[int, ...]]:
    return {
        repr(one.change): (one.months, one.people, one.opened, one.closed)
        for one in (*found.levers, *found.losses)
    }


def pairs(
    ladder: Ladder, people: list[Person], targets: tuple[str, ...]
) -> list[tuple[Person, str]]:
    return [(one, target) for one in people for target in targets if target != one.role]


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("maker", MAKERS)
def test_levers_and_losses_are_what_asking_everybody_again_gives(maker: str, seed: int) -> None:
    ladder, _ = MAKERS[maker](seed)
    rng = Random(seed)
    if seed % 2:
        people, targets = crowd(ladder, 6, rng, longest=9), (rng.choice(sorted(ladder.roles)),)
        found = analyze(ladder, to=targets, people=people, small_groups=True, time_limit=1000)
    else:
        people, targets = [Person(role=role) for role in ladder.roles], tuple(ladder.roles)
        found = analyze(ladder, time_limit=1000)
    assert found.undecided == 0
    assert told_effects(found) == helping(effects(ladder, pairs(ladder, people, targets)))


@pytest.mark.parametrize("seed", range(20))
def test_walls_add_up_the_months_beyond_those_to_be_served(seed: int) -> None:
    ladder, _ = tangled(seed)
    people = crowd(ladder, 8, Random(seed), longest=9)
    months: Counter[int] = Counter()
    waiting: Counter[int] = Counter()
    passing: Counter[int] = Counter()
    for person, target in pairs(
        ladder, people, ("goal",) if "goal" in ladder.roles else tuple(ladder.roles)
    ):
        path = answer(ladder, person, target)
        for number, stay in enumerate(path.stays if path else ()):
            if stay.move is None:
                continue
            served = 0 if number else person.months_in_role
            least = 0 if served is None else max(0, stay.move.months - served)
            waited = stay.end - stay.start - least
            assert waited >= 0
            months[stay.move.transition] += waited
            waiting[stay.move.transition] += waited > 0
            passing[stay.move.transition] += 1
    found = analyze(ladder, people=people, small_groups=True, time_limit=1000)
    walls = found.walls
    assert {one.transition: one.months for one in walls} == +months
    assert {one.transition: one.people for one in walls} == +waiting
    assert all(one.passing == passing[one.transition] for one in walls)
    assert found.passing == passing
    assert [one.months for one in walls] == sorted((one.months for one in walls), reverse=True)


def waiting(
    ladder: Ladder, person: Person, path: GrowthPath
) -> Iterator[tuple[int, int, set[str]]]:
    """Each move of a plan that is waited for: its place, how long, and what is not held before."""
    for number, stay in enumerate(path.stays[:-1]):
        served = 0 if number else person.months_in_role
        least = 0 if served is None else max(0, stay.move.months - served)
        could = stay.start + least
        if stay.end > could:
            there = [one for month, one in follow(ladder, person, path) if month == could]
            held = next(one.skills for one in there if one.role == stay.role)
            gate = stay.move.requires.items()
            lacking = {skill for skill, level in gate if level > held.get(skill, 0)}
            yield stay.move.transition, stay.end - could, lacking


@pytest.mark.parametrize("seed", range(20))
def test_what_is_waited_for_is_what_is_not_held_when_one_could_move(seed: int) -> None:
    """For walls of everybody, and for the longest wait of each way in."""
    ladder, _ = tangled(seed)
    people = crowd(ladder, 8, Random(seed), longest=9)
    found = analyze(ladder, people=people, small_groups=True, time_limit=1000)
    lacking: dict[int, Counter[str]] = {}
    for person, target in pairs(ladder, people, tuple(ladder.roles)):
        if path := answer(ladder, person, target):
            for place, _, skills in waiting(ladder, person, path):
                lacking.setdefault(place, Counter()).update(skills)
    assert {one.transition: dict(one.skills) for one in found.walls} == lacking
    for entry in found.entry:
        person = Person(role=entry.source)
        path = answer(ladder, person, entry.target)
        waits = list(waiting(ladder, person, path)) if path else []
        assert entry.waited == max((months for _, months, _ in waits), default=0)
        if waits:
            assert (entry.gate, entry.waited, set(entry.lacking)) in waits


@pytest.mark.parametrize("seed", range(15))
def test_single_points_are_what_ways_are_closed_without(seed: int) -> None:
    ladder, _ = tangled(seed)
    people = [Person(role=role) for role in ladder.roles]
    found = analyze(ladder, time_limit=1000)
    told = {(one.kind, one.key): one.closes for one in found.single_points}
    asked = [pair for pair in pairs(ladder, people, tuple(ladder.roles)) if answer(ladder, *pair)]
    expected: dict[tuple[str, Any], int] = {}
    for kind, key, other, wishes in _without(ladder):
        concerned = [pair for pair in asked if kind != "role" or key not in (pair[0].role, pair[1])]
        closes = sum(answer(other, *pair, **wishes) is None for pair in concerned)
        if closes:
            expected[kind, key] = closes
    assert told == expected
    assert all(one.of == len(asked) for one in found.single_points)


def _without(ladder: Ladder) -> Any:
    for role in ladder.roles:
        moves = tuple(move for move in ladder.transitions if move.to_role != role)
        yield "role", role, replace(ladder, transitions=moves), {}
    for place in range(len(ladder.transitions)):
        moves = tuple(move for at, move in enumerate(ladder.transitions) if at != place)
        yield "transition", place, replace(ladder, transitions=moves), {}
    for name in ladder.activities:
        yield "activity", name, ladder, {"without": [name]}


@pytest.mark.parametrize("seed", range(6))
def test_who_has_no_way_is_told(seed: int) -> None:
    ladder, _ = tangled(seed)
    for target in ladder.roles:
        found = analyze(ladder, to=target, time_limit=1000)
        others = (Person(role=role) for role in ladder.roles if role != target)
        assert found.no_way == tuple(
            sorted(one.role or "" for one in others if answer(ladder, one, target) is None)
        )


def test_the_ways_in_stand_beside_each_other() -> None:
    product = bundled("product-management")
    found = analyze(product, to="SPM").entry
    begins = {"graduate", "software-engineer", "business-analyst", "marketing-specialist"}
    assert {one.source for one in found} == begins
    paths = {one: answer(product, Person(role=one), "senior-product-manager") for one in begins}
    quickest = min(path.months for path in paths.values() if path)
    for entry in found:
        path = paths[entry.source]
        assert path is not None
        assert (entry.months, entry.moves, entry.cost) == (path.months, path.moves, path.cost)
        assert entry.behind == path.months - quickest
    assert [one.months for one in found] == sorted(one.months or 0 for one in found)


@pytest.mark.parametrize("maker", MAKERS)
def test_dead_ends_and_circles(maker: str) -> None:
    """By moves that lead on from somewhere; what is open to all is no way on."""
    seen: set[str] = set()
    for seed in range(20):
        ladder, _ = MAKERS[maker](seed)
        found = analyze(ladder, time_limit=0)
        steps = {
            (source, move.to_role)
            for _, source, move in ladder.moves()
            if source in move.from_roles
        }
        on = {role: _onwards(role, steps) for role in ladder.roles}
        assert set(found.dead_ends) == {
            role for role in on if not on[role] and not ladder.roles[role].final
        }
        there_and_back = {frozenset(b for b in on[a] if a in on[b]) for a in on if a in on[a]}
        assert set(map(frozenset, found.circles)) == there_and_back
        seen |= {"ends"} if found.dead_ends else set()
        seen |= {"circles"} if found.circles else set()
    assert seen == {"ends", "circles"}


def _onwards(role: str, steps: set[tuple[str, str]]) -> set[str]:
    """Roles that steps lead to from one, step after step."""
    reached: set[str] = set()
    waiting = [role]
    while waiting:
        left = waiting.pop()
        new = {target for source, target in steps if source == left} - reached
        reached |= new
        waiting += new
    return reached


def test_people_in_one_place_count_each() -> None:
    product = bundled("product-management")
    one, many = ([Person(role="business-analyst")] * number for number in (1, 7))
    alone, together = (
        analyze(product, to="SPM", people=some, small_groups=True) for some in (one, many)
    )
    assert together.people == 7 * alone.people
    assert [7 * wall.months for wall in alone.walls] == [wall.months for wall in together.walls]
    assert [7 * one.months for one in alone.levers] == [one.months for one in together.levers]


def test_a_role_that_gives_more_may_cost_months() -> None:
    """What is expected is held from the first day; once the role gives it, it takes its months."""
    levels = FrozenDict({1: 12})
    roles = FrozenDict(
        a=Role("a", "A", develops=FrozenDict(s=levels), expects=FrozenDict(s=2)), b=Role("b", "B")
    )
    move = Transition("a", "b", 0, "lateral", FrozenDict(s=2))
    skills = FrozenDict(s=Skill("s", "S"))
    ladder = Ladder("L", ("low", "high"), skills, roles=roles, transitions=(move,))
    person = Person(role="a", months_in_role=3)
    higher = TaughtHigher("a", None, "s", 2)
    months = [answer(one, person, "b").months for one in (ladder, higher.apply(ladder))]
    assert months == [0, 9]
    found = analyze(ladder, to="b", people=[person] * 5, time_limit=1000)
    assert found.levers == found.losses == ()


def test_what_comes_sooner_may_cost_whoever_states_less() -> None:
    """What they hold less of than the role has given by then comes anew, from today on."""
    roles = FrozenDict(
        a=Role("a", "A", develops=FrozenDict(s=FrozenDict({1: 12, 2: 15}))), b=Role("b", "B")
    )
    move = Transition("a", "b", 0, "lateral", FrozenDict(s=2))
    skills = FrozenDict(s=Skill("s", "S"))
    ladder = Ladder("L", ("low", "high"), skills, roles=roles, transitions=(move,))
    new = Person(role="a", months_in_role=0)
    stating = Person(role="a", months_in_role=12, skills=FrozenDict(s=1))
    sooner = TaughtSooner("a", "s", 2, 12)
    months = [
        [answer(one, person, "b").months for one in (ladder, sooner.apply(ladder))]
        for person in (new, stating)
    ]
    assert months == [[15, 12], [3, 12]]
    found = analyze(ladder, to="b", people=[new] * 5 + [stating], small_groups=True)
    (effect,) = [one for one in found.levers if one.change == sooner]
    assert (effect.months, effect.people) == (5 * 3 - 9, 6)


def test_more_months_in_a_role_than_count_are_no_more() -> None:
    """Who has been there for longer than anything takes stands where everybody does who has."""
    product = bundled("product-management")
    crowd = [Person(role="product-manager", months_in_role=months) for months in (90, 91, 200)]
    crowd += [Person(role="product-manager")] * 2
    assert [one.people for one in gathered(product, crowd)] == [5]
    found, usual = (analyze(product, to="VP", people=some) for some in (crowd, [crowd[-1]] * 5))
    assert found.to_dict() == usual.to_dict()


@pytest.mark.parametrize("number", [4, 5])
def test_nothing_is_told_of_fewer_than_five(number: int) -> None:
    """Neither of so few in all, nor of so few among others."""
    product = bundled("product-management")
    few = [Person(role="graduate")] * number
    if number < 5:
        with pytest.raises(LadderError, match="fewer than 5"):
            analyze(product, to="SPM", people=few)
    found = analyze(product, to="SPM", people=few + [Person(role="software-engineer")] * 6)
    moves = [product.transitions[wall.transition] for wall in found.walls]
    sources = {role for move in moves for role in move.from_roles}
    assert ("graduate" in sources) == (number == 5)
    assert "software-engineer" in sources
    assert bool(found.hidden) == (number < 5)
    assert min(found.passing.values()) >= 5
    for one in (*found.levers, *found.losses):
        assert one.people >= 5 or (one.months == 0 and one.opened + one.closed >= 5)


def test_no_months_are_told_of_fewer_than_five_where_a_way_closes_for_more() -> None:
    """Without the product course two have a longer way round, and seven none."""
    product = bundled("product-management")
    crowd = [Person(role="graduate")] * 7 + [Person(role="business-analyst")] * 2
    crowd = [replace(one, done=frozenset(["leadership-programme"])) for one in crowd]
    whole, kept = (
        analyze(product, to=["SPM"], people=crowd, small_groups=small, time_limit=1000)
        for small in (True, False)
    )
    both = {one.change for one in whole.losses if 0 < one.people < 5 <= one.closed}
    told = {one.change: one for one in kept.losses}
    assert both
    assert all(told[change].months == told[change].people == 0 for change in both)


@pytest.mark.parametrize("number", [0, 30, 300, 3000])
def test_what_the_limit_leaves_is_counted_and_the_rest_is_true(number: int) -> None:
    """Nobody is counted twice or not at all, however soon the time is up."""
    product = bundled("product-management")
    whole = analyze(product, to="SPM", time_limit=1000)
    found = analyze(product, to="SPM", time_limit=looks(number))
    assert found.people + found.undecided == whole.people == 13
    assert 0 <= found.untried <= found.people
    assert found.proven == (found.undecided == found.untried == 0)
    assert {one.transition: one.months for one in found.walls}.items() <= {
        (at, months)
        for wall in whole.walls
        for at in [wall.transition]
        for months in range(1, wall.months + 1)
    }
    most = {one.change: one for one in (*whole.levers, *whole.losses)}
    for one in (*found.levers, *found.losses):
        assert abs(one.months) <= abs(most[one.change].months)
        assert one.opened <= most[one.change].opened
        assert one.closed <= most[one.change].closed


def test_the_time_is_kept_and_progress_goes_on_to_the_end() -> None:
    """Nothing goes back, and all that there was is done in the end."""
    told: list[tuple[int, int]] = []
    analyze(
        bundled("product-management"),
        to="SPM",
        time_limit=1000,
        progress=lambda done, total: told.append((done, total)),
    )
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1]
    assert len({done for done, _ in told}) > 20


def test_ways_in_are_set_beside_each_other_only_where_all_are_known() -> None:
    """Nobody can tell the quickest of some of them."""
    product = bundled("product-management")
    whole = analyze(product, time_limit=1000).entry
    roles = {entry.target for entry in whole}
    seen = set()
    crowd = [Person(role="business-analyst")] * 5
    for number, people in product_of((200, 400, 800, 1600), (None, crowd)):
        found = analyze(product, people=people, time_limit=looks(number))
        by_target: dict[str, list[str]] = {}
        for entry in found.entry:
            by_target.setdefault(entry.target, []).append(entry.source)
        begins = {"graduate", "software-engineer", "business-analyst", "marketing-specialist"}
        assert all(set(sources) == begins - {to} for to, sources in by_target.items())
        assert found.entry == tuple(one for to in by_target for one in whole if one.target == to)
        seen.add((people is None, 0 < len(by_target) < len(roles)))
    assert {(True, True), (False, True)} <= seen


def test_what_the_time_limit_leaves_is_told() -> None:
    found = analyze(bundled("product-management"), to="SPM", time_limit=0)
    assert (found.people, found.undecided) == (0, 13)
    assert found.to_dict()["status"] == "limit"


def test_somebody_without_a_role_is_refused() -> None:
    with pytest.raises(LadderError, match="has no role"):
        analyze(bundled("product-management"), people=[Person()] * 5)
