"""What changes do to routes, against the reference: every route asked in both versions."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.growth_cases import course, move, tiny
from support.reference import Simulator
from support.version_strategies import versions

from graphs import changed_routes, diff, reach
from graphs.comparison.untouched import Untouched
from ladder import FrozenDict, Ladder, LadderError, Role, UnknownName, bundled

SEEDS = st.integers(0, 2**63 - 1)
START, GOAL = "r0", "r1"


def months(ladder: Ladder, source: str, target: str) -> int | None:
    best = Simulator(ladder, source).best(target)
    return best[0] if best else None


def judge(seed: int) -> None:
    """Ask for every route in both versions, and for what is said to have changed it."""
    old, new = versions(seed)
    found = diff(old, new)
    routes = changed_routes(found, sources=found.roles, time_limit=inf)
    assert not routes.undecided
    before = {one.after: one.before for one in found.renamed if one.what == "role"}
    told = {(one.source, one.target): one for one in routes.changed}
    untouched = Untouched(found)
    pairs = list(permutations(found.roles, 2))
    assert len(told) + routes.unchanged == len(pairs)
    for source, target in pairs:
        was = months(old, before.get(source, source), before.get(target, target))
        now = months(new, source, target)
        assert ((source, target) in told) == (was != now)
        if was == now:
            continue
        assert not untouched(source, target)
        route = told[source, target]
        assert (route.before.months if route.before else None) == was
        assert (route.after.months if route.after else None) == now
        assert route.turn == turn(was, now)
        assert route.through
        assert all(change in found.changes for change in route.through)
        sets = [[one] for one in route.through] if route.alone else [list(route.through)]
        for some in sets:
            assert months(found.applied(some), source, target) == now
        if not route.alone:
            assert len(route.through) > 1
            for left_out in route.through:
                rest = [one for one in route.through if one != left_out]
                assert months(found.applied(rest), source, target) != now


def turn(was: int | None, now: int | None) -> str:
    if was is None or now is None:
        return "opened" if was is None else "closed"
    return "longer" if now > was else "shorter"


@settings(max_examples=60)
@given(seed=SEEDS)
def test_routes_are_those_that_the_reference_finds_changed(seed):
    """With the months of both versions, and by changes which, made alone, do just that."""
    judge(seed)


def test_a_change_that_is_needed_only_beside_another_is_left_out_with_it():
    """Found by the search above: what one pass over the changes left was not the least."""
    judge(108899)


@pytest.mark.slow
@settings(max_examples=10_000)
@given(seed=SEEDS)
def test_routes_in_a_long_search(seed):
    judge(seed)


def changed(old: Ladder, new: Ladder, **asked: object) -> dict[tuple[str, str], tuple[object, ...]]:
    found = changed_routes(diff(old, new), **asked)
    assert not found.undecided
    return {
        (one.source, one.target): (
            one.turn,
            [(by.key, by.part and by.part[0]) for by in one.through],
            one.alone,
        )
        for one in found.changed
    }


def test_two_changes_that_open_a_way_do_so_together():
    """Neither alone does; a third one has nothing to do with it."""
    shut = tiny(move(START, "r2", x=1), move("r2", GOAL, y=1), move("r3", GOAL))
    opened = tiny(move(START, "r2"), move("r2", GOAL), move("r3", GOAL, 7))
    assert changed(shut, opened)[START, GOAL] == (
        "opened",
        [(((START,), "r2", 0), "requires"), ((("r2",), GOAL, 0), "requires")],
        False,
    )


def test_each_of_two_changes_may_close_a_way_alone():
    opened = tiny(move(START, "r2"), move("r2", GOAL))
    shut = tiny(move(START, "r2", x=1), move("r2", GOAL, y=1))
    turned, through, alone = changed(opened, shut)[START, GOAL]
    assert (turned, alone, len(through)) == ("closed", True, 2)


def test_a_way_round_that_is_longer_as_well_counts():
    """The first way gets longer, and so does the next best: the change to both is named."""
    old = tiny(move(START, GOAL, 2), move(START, "r2", 4), move("r2", GOAL))
    new = tiny(move(START, GOAL, 9), move(START, "r2", 6), move("r2", GOAL))
    assert changed(old, new, sources=["r2"]) == {}
    old = replace(old, roles=FrozenDict({**old.roles, "r9": Role("r9", "r9")}))
    new = replace(new, roles=FrozenDict({**new.roles, "r9": Role("r9", "r9")}))
    into = (move("r9", START),)
    old = replace(old, transitions=old.transitions + into)
    new = replace(new, transitions=new.transitions + into)
    turned, through, alone = changed(old, new)["r9", GOAL]
    assert (turned, alone) == ("longer", False)
    assert {key[:2] for key, _ in through} == {((START,), GOAL), ((START,), "r2")}


def test_a_dearer_course_makes_no_route_longer():
    old = tiny(move(START, GOAL, x=1), activities=(course("a", 2, {}, {"x": 1}, 10),))
    dearer = replace(old, activities=FrozenDict(a=replace(old.activities["a"], cost=90)))
    longer = replace(old, activities=FrozenDict(a=replace(old.activities["a"], months=5)))
    assert changed(old, dearer) == {}
    assert changed(old, longer) == {(START, GOAL): ("longer", [("a", "months")], True)}


def test_usual_sources_are_ways_in_and_what_is_next_to_changes():
    """And where there are none, every role; those that are named, by any of their names."""
    old = tiny(*(move(*ends) for ends in ["ab", "bc", "cd", "de"]))
    new = tiny(*(move(*ends) for ends in ["ab", "bc", "de"]), move("c", "d", 3))
    found = changed_routes(diff(old, new))
    assert found.sources == tuple(role for role in old.roles if role in (START, GOAL, "a", "c"))
    circle = tiny(move(START, GOAL), move(GOAL, START))
    longer = replace(circle, activities=FrozenDict(a=course("a", 1)))
    assert changed_routes(diff(circle, longer)).sources == tuple(circle.roles)
    named = changed_routes(diff(old, new), sources=["B"], targets=["e", "d"])
    assert (named.sources, named.targets) == (("b",), ("e", "d"))
    assert [(one.source, one.target) for one in named.changed] == [("b", "d"), ("b", "e")]


def test_a_role_of_one_version_alone_has_no_route():
    old, new = tiny(move("a", "b")), tiny(move("a", "c"))
    with pytest.raises(LadderError, match="of the old version only"):
        changed_routes(diff(old, new), sources=["b"])
    with pytest.raises(LadderError, match="of the new version only"):
        changed_routes(diff(old, new), targets=["c"])
    with pytest.raises(UnknownName):
        changed_routes(diff(old, new), sources=["nobody"])


def test_without_time_nothing_is_called_unchanged_that_may_have_changed():
    old, new = tiny(move("a", "b"), move("c", "d")), tiny(move("a", "b", 9), move("c", "d"))
    found = changed_routes(diff(old, new), time_limit=0)
    assert found.changed == ()
    assert found.undecided == (("a", "b"),)
    assert found.unchanged == len(found.sources) * (len(found.targets) - 1) - 1


def test_progress_is_told_to_the_end():
    old, new = tiny(move("a", "b"), move("b", "c")), tiny(move("a", "b"), move("b", "c", x=1))
    told: list[tuple[int, int]] = []
    changed_routes(diff(old, new), progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


def test_routes_that_are_skipped_are_most_of_a_large_ladder():
    """A change far from a route is seen to have no influence on it without a search."""
    old = bundled("product-management")
    last = old.transitions[-1]
    moves = (*old.transitions[:-1], replace(last, months=last.months + 6))
    found = diff(old, replace(old, transitions=moves))
    untouched = Untouched(found)
    pairs = list(permutations(found.roles, 2))
    spared = [pair for pair in pairs if untouched(*pair)]
    assert len(spared) > len(pairs) / 2
    new = found.applied(found.changes)
    for source in found.roles:
        ways = [{way.role: way.months for way in reach(one, source).ways} for one in (old, new)]
        for target in (target for one, target in spared if one == source):
            assert ways[0].get(target) == ways[1].get(target)
