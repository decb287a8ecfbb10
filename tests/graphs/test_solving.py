"""Hard questions are answered in steps: each random question is treated as a hard one here."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from random import Random
from typing import Any

import pytest
from graph_strategies import GOAL, START, tangled
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reference import Simulator
from replay import replay

from graphs import GrowthPath, NoGrowthPath, growth_path, solving
from graphs.corridor import Corridor
from graphs.dominance import Dominance, Doomed
from ladder import Ladder, Person

SEEDS = st.integers(0, 2**63 - 1)
PLAIN = 10**9


@contextmanager
def easy_up_to(steps: int) -> Iterator[None]:
    """Let questions count as hard after so many steps."""
    before, solving._EASY = solving._EASY, steps
    try:
        yield
    finally:
        solving._EASY = before


def ask(ladder: Ladder, person: Person, steps: int, **wishes: Any) -> GrowthPath | None:
    """Ask the search; None where there is no way."""
    with easy_up_to(steps):
        try:
            path = growth_path(ladder, START, GOAL, person=person, **wishes)
        except NoGrowthPath:
            return None
    assert path.optimal
    return path


@settings(max_examples=800, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS, by=st.sampled_from(["months", "months", "moves", "cost"]))
def test_the_steps_come_to_what_the_reference_says(seed, by):
    """Months, moves and cost are the best of all plans there are, and the plan is legal."""
    ladder, person = tangled(seed)
    path = ask(ladder, person, 0, by=by)
    best = Simulator(ladder, START, person).best(GOAL, by)
    assert (path and (path.months, path.moves, path.cost)) == best
    if path:
        replay(ladder, person, path)


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


def same(seed: int) -> bool:
    """Tell whether the steps and the plain search give the same answer, to the last word."""
    ladder, person = tangled(seed)
    wishes = wishes_for(ladder, seed)
    plain = ask(ladder, person, PLAIN, **wishes)
    steps = ask(ladder, person, 0, **wishes)
    return (plain and plain.to_dict()) == (steps and steps.to_dict())


@settings(max_examples=800, suppress_health_check=[HealthCheck.too_slow])
@given(seed=SEEDS)
def test_the_steps_give_the_same_plan_as_one_search(seed):
    """What is still equal is decided alike, whatever is wished."""
    assert same(seed)


@pytest.mark.slow
@settings(max_examples=20_000, suppress_health_check=list(HealthCheck))
@given(seed=SEEDS)
def test_the_steps_give_the_same_plan_at_length(seed):
    """The same over 20,000 random ladders."""
    assert same(seed)


def forget_what_matters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compare plans as if no skill mattered any more."""
    monkeypatch.setattr(Corridor, "wanted", lambda *_: 0)


def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give plans up that have three months to spare."""
    admits = Corridor.admits

    def strict(corridor, role, now, *others):
        return role == corridor._target or admits(corridor, role, now + 3, *others)

    monkeypatch.setattr(Corridor, "admits", strict)


def despair(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take every plan for one that leads nowhere."""
    monkeypatch.setattr(Doomed, "covers", lambda *_: True)


def learn_in_no_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe that whatever is lacking can be caught up with."""
    monkeypatch.setattr(Dominance, "_catches_up", lambda *_: True)


@pytest.mark.parametrize("broken", [forget_what_matters, hurry, despair, learn_in_no_time])
def test_a_broken_step_is_noticed(monkeypatch, broken):
    """Each fault that a step could have shows within some hundreds of random ladders."""
    broken(monkeypatch)
    assert not all(survives(seed) for seed in range(600))


def survives(seed: int) -> bool:
    """Tell whether the steps answer as the rules do."""
    ladder, person = tangled(seed)
    best = Simulator(ladder, START, person).best(GOAL)
    try:
        path = ask(ladder, person, 0)
    except Exception:
        return False
    return (path and (path.months, path.moves, path.cost)) == best
