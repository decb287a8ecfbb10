"""What functions behind the answers give for the simplest of cases."""

from __future__ import annotations

from graphs import growth_path
from graphs.plans.schedule import periods
from graphs.plans.steps import steps_of
from ladder import bundled


def test_periods() -> None:
    assert periods([0, 1, 4]) == ((0, 2), (4, 5))


def test_steps_of() -> None:
    path = growth_path(bundled("product-management"), "analyst", "pm")
    assert [step.kind for step in steps_of(path)][-2:] == ["learning", "move"]
