"""Where skills come from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphs import GrowthPath, Stay
from graphs.plans.origins import Origin, origin_of, origins
from ladder import FrozenDict, Person


def test_every_new_level_has_its_month(path: GrowthPath) -> None:
    """Start, learning, arrival and service each give what they give when they give it."""
    assert set(origins(path)) == {
        Origin(0, "analysis", 3),
        Origin(0, "communication", 2),
        Origin(2, "roadmapping", 1, activity="course"),
        Origin(2, "research", 1, stay=1),
        Origin(11, "research", 3, activity="mentor"),
        Origin(20, "roadmapping", 2, stay=1),
        Origin(26, "communication", 3, stay=1),
    }


def test_origins_come_in_order(path: GrowthPath) -> None:
    """What comes first stands first, and what is learnt before what the next job gives at once."""
    months = [one.month for one in origins(path)]
    assert months == sorted(months)
    second_month = [one.activity for one in origins(path) if one.month == 2]
    assert second_month == ["course", None]


def test_the_first_that_suffices_is_the_origin(path: GrowthPath) -> None:
    """A gate is opened by the earliest level that is high enough."""
    known = origins(path)
    assert origin_of(known, "roadmapping", 1) == Origin(2, "roadmapping", 1, activity="course")
    assert origin_of(known, "roadmapping", 2) == Origin(20, "roadmapping", 2, stay=1)
    assert origin_of(known, "roadmapping", 3) is None


@pytest.mark.parametrize(
    ("held", "month"),
    [
        pytest.param({}, 8, id="months already served count"),
        pytest.param({"analysis": 1}, 8, id="a level above what the role gave changes nothing"),
    ],
)
def test_months_already_served(path: GrowthPath, held: dict[str, int], month: int) -> None:
    """Ten months into a job that teaches after eighteen, eight are left."""
    begun = replace(
        path,
        months_in_role=10,
        skills=FrozenDict(held),
        person=Person(months_in_role=10, skills=held),
        stays=(replace(path.stays[0], end=20, develops={"analysis": 3}), *path.stays[1:]),
    )
    assert Origin(month, "analysis", 3, stay=0) in origins(begun)


def test_what_was_unlearnt_begins_anew(path: GrowthPath) -> None:
    """Who holds less than the job had given by now counts from today."""
    anew = replace(
        path,
        months_in_role=24,
        skills=FrozenDict(analysis=1),
        person=Person(months_in_role=24, skills={"analysis": 1}),
        stays=(Stay("analyst", 0, 20, {"analysis": 3}, path.stays[0].move), *path.stays[1:]),
    )
    assert Origin(18, "analysis", 3, stay=0) in origins(anew)
