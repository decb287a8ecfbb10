"""Crowds: random people of a ladder, many of whom are alike, and the answer to each by itself."""

from __future__ import annotations

from random import Random
from typing import Any

import pyarrow as pa

from graphs import NoGrowthPath, growth_path
from graphs.staff.standing import Standing, no_way, standing_on
from ladder import Ladder, Person


def crowd(ladder: Ladder, number: int, rng: Random, *, longest: int = 12) -> list[Person]:
    """People in any role, for some months or for long, with skills and learning of all kinds."""
    return [_anybody(ladder, rng, longest) for _ in range(number)]


def _anybody(ladder: Ladder, rng: Random, longest: int) -> Person:
    rated = rng.sample(sorted(ladder.skills), rng.randint(0, min(3, len(ladder.skills))))
    activities = sorted(ladder.activities)
    done = set(rng.sample(activities, rng.choice([0, 0, 0, min(1, len(activities))])))
    begun = set(rng.sample(activities, rng.choice([0, 0, 0, min(1, len(activities))]))) - done
    return Person(
        role=rng.choice(sorted(ladder.roles)),
        months_in_role=rng.choice([None, *range(longest)]),
        skills={skill: rng.randint(0, len(ladder.levels)) for skill in rated},
        done=frozenset(done),
        learning={name: rng.randrange(ladder.activities[name].months) for name in begun},
    )


def in_table(ladder: Ladder, staff: list[Person]) -> pa.Table:
    """People as a table, with names as people write them."""
    return pa.table(
        {
            "Employee ID": [f"e{place}" for place in range(len(staff))],
            "Job title": [ladder.roles[one.role or ""].name for one in staff],
            "Months in role": pa.array([one.months_in_role for one in staff], pa.int64()),
            "Skills": ["; ".join(f"{k}={v}" for k, v in one.skills.items()) for one in staff],
            "Done": ["; ".join(sorted(one.done)) for one in staff],
            "Learning": ["; ".join(f"{k}={v}" for k, v in one.learning.items()) for one in staff],
            "Team": [f"t{place % 3}" for place in range(len(staff))],
        }
    )


def alone(ladder: Ladder, target: str, person: Person, **wishes: Any) -> Standing:
    """Ask about somebody alone."""
    try:
        path = growth_path(ladder, person.role or "", target, person=person, **wishes)
    except NoGrowthPath as none:
        return no_way(none.blockers)
    return standing_on(path)
