"""How long hypothesis searches; a small ladder, and a path in it."""

from __future__ import annotations

import math
import os
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, is_hypothesis_test, settings

from graphs import GrowthPath, Learning, Move, Stay
from ladder import Activity, FrozenDict, Ladder, Person, Role, Skill, Transition

for variable in ("LADDER_FILE", "LADDER_DOT", "NO_COLOR", "FORCE_COLOR"):
    os.environ.pop(variable, None)  # the tests are of a machine where nothing is set

INTERNAL = "_hypothesis_internal_use_settings"
TIMES = {"ci": 1, "slow": 20, "few": 0.05}
"""To each profile, how many times as many examples as a test asks for."""

for name in TIMES:
    settings.register_profile(
        name,
        deadline=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow],
        derandomize=name != "slow",  # which looks for what no run has found so far
    )
settings.load_profile("ci")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Let each property be tried on more or on fewer examples, as the profile wants it.

    What is marked as slow has its many examples already.
    """
    times = TIMES[config.getoption("hypothesis_profile", None) or "ci"]
    properties = {
        item.obj
        for item in items
        if isinstance(item, pytest.Function)
        and is_hypothesis_test(item.obj)
        and not item.get_closest_marker("slow")
    }
    for test in properties:
        # hypothesis has no public way to change the settings of a test that exists.
        given = getattr(test, INTERNAL, None) or settings.default
        setattr(test, INTERNAL, settings(given, max_examples=math.ceil(given.max_examples * times)))


@pytest.fixture
def product() -> Ladder:
    """Three roles, two gates, and two activities."""
    skills = ("analysis", "communication", "roadmapping", "research")
    roles = (
        Role("analyst", "Business Analyst", develops=_develops(analysis={3: 18})),
        Role(
            "apm",
            "Associate Product Manager",
            develops=_develops(communication={3: 24}, roadmapping={1: 6, 2: 18}, research={1: 0}),
        ),
        Role("pm", "Product Manager", develops=_develops(research={2: 0}), confidence="low"),
    )
    activities = (
        Activity("course", "Online course", 2, cost=500, develops=FrozenDict(roadmapping=1)),
        Activity(
            *("mentor", "Find a mentor", 6, "mentoring"),
            develops=FrozenDict(research=3),
            confidence="low",
        ),
    )
    entry = FrozenDict(communication=2, roadmapping=1)
    promotion = FrozenDict(communication=3, roadmapping=2, analysis=2, research=1)
    return Ladder(
        "Product",
        levels=("awareness", "working", "practitioner"),
        skills=FrozenDict({skill: Skill(skill, skill.capitalize()) for skill in skills}),
        roles=FrozenDict({role.id: role for role in roles}),
        transitions=(
            Transition("analyst", "apm", 6, "entry", entry, confidence="low"),
            Transition("apm", "pm", 24, "promotion", promotion),
        ),
        activities=FrozenDict({activity.id: activity for activity in activities}),
        currency="USD",
    )


@pytest.fixture
def path(product: Ladder) -> GrowthPath:
    """From analyst to product manager, with learning that pauses and goes on after a move."""
    entry, promotion = product.transitions
    return GrowthPath(
        product,
        *("analyst", "pm"),
        *(26, 2, 500),
        months_in_role=None,
        skills=FrozenDict(analysis=3, communication=2),
        stays=(
            Stay("analyst", 0, 2, {}, Move(0, "apm", "entry", 6, entry.requires)),
            Stay(
                *("apm", 2, 26),
                {"communication": 3, "roadmapping": 2, "research": 1},
                Move(1, "pm", "promotion", 24, promotion.requires),
            ),
            Stay("pm", 26, 26, {}, None),
        ),
        learning=(
            Learning("course", ((0, 2),), {"roadmapping": 1}),
            Learning("mentor", ((3, 5), (7, 11)), {"research": 3}),
        ),
        optimal=True,
        bound=26,
    )


@pytest.fixture
def begun(path: GrowthPath) -> GrowthPath:
    """The same, by somebody with one of the two months of the course behind them."""
    course = replace(path.learning[0], periods=((0, 1),))
    person = Person(learning={"course": 1})
    return replace(path, learning=(course,), cost=0, person=person)


def _develops(**skills: dict[int, int]) -> FrozenDict[str, FrozenDict[int, int]]:
    return FrozenDict({skill: FrozenDict(months) for skill, months in skills.items()})
