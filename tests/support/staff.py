"""Tables of people, with names as people write them."""

from __future__ import annotations

from collections.abc import Sequence

import pyarrow as pa

from ladder import Ladder, Person


def rows_of(ladder: Ladder, staff: Sequence[Person], teams: Sequence[str] = ()) -> pa.Table:
    """A row for each person; they are in three teams in turn, unless it is said in which."""
    return pa.table(
        {
            "Employee ID": [f"e{place}" for place in range(len(staff))],
            "Job title": [ladder.roles[one.role or ""].name for one in staff],
            "Months in role": pa.array([one.months_in_role for one in staff], pa.int64()),
            "Skills": ["; ".join(f"{k}={v}" for k, v in one.skills.items()) for one in staff],
            "Done": ["; ".join(sorted(one.done)) for one in staff],
            "Learning": ["; ".join(f"{k}={v}" for k, v in one.learning.items()) for one in staff],
            "Team": list(teams) or [f"t{place % 3}" for place in range(len(staff))],
        }
    )
