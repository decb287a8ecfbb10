"""A path taken apart into steps."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, tangled
from support.growth_cases import CASES

from graphs import GrowthPath, NoGrowthPath, growth_path
from graphs.plans.steps import Step, steps_of
from ladder import Ladder, Person


def check(path: GrowthPath) -> None:
    """Nothing is left out, nothing comes twice, and what each step is needed for is true."""
    steps = steps_of(path)
    assert [step.end for step in steps] == sorted(step.end for step in steps)
    assert [step.move for step in steps if step.move] == [stay.move for stay in path.stays[:-1]]
    learnt = [step.learning for step in steps if step.learning]
    assert sorted(learnt, key=path.learning.index) == list(path.learning)
    held = dict(path.skills)
    for place, step in enumerate(steps):
        stay = path.stays[step.place]
        assert stay.start <= step.start <= step.end
        assert all(level > held.get(skill, 0) for skill, level in step.levels.items())
        held |= step.levels
        if step.move:
            check_uses(path, steps[:place], step.move.requires, place=step.place)
    for learning in path.learning:
        activity = path.ladder.activities[learning.activity]
        if activity.id not in path.person.learning:
            check_uses(path, steps, activity.requires, activity=activity.id)
    for stay in path.stays:
        assert all(held[skill] >= level for skill, level in stay.develops.items())


def check_uses(
    path: GrowthPath,
    before: tuple[Step, ...],
    requires: Mapping[str, int],
    place: int | None = None,
    activity: str | None = None,
) -> None:
    """Each skill asked for was held at the start, or is put down to the first step that gave it."""
    for skill, level in requires.items():
        using = [
            step
            for step in before
            for use in step.uses
            if (use.place, use.activity) == (place, activity) and skill in use.skills
        ]
        giving = [step for step in before if step.levels.get(skill, 0) >= level]
        assert using == ([] if path.skills.get(skill, 0) >= level else giving[:1])


@given(question=questions() | st.integers(0, 10_000).map(tangled))
def test_steps_of_random_paths(question: tuple[Ladder, Person]) -> None:
    """Whatever the ladder."""
    ladder, person = question
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        return
    check(path)


@pytest.mark.parametrize("case", CASES)
def test_steps_of_awkward_paths(case: str) -> None:
    """Where searches have gone wrong."""
    ladder, person, _ = CASES[case]
    check(growth_path(ladder, START, GOAL, person=person))


def test_order_within_a_month(path: GrowthPath) -> None:
    """What a job gives on arrival comes after the move into it, which learning has opened."""
    steps = [step.kind for step in steps_of(path) if step.end == 2]
    assert steps == ["learning", "move", "growth"]
