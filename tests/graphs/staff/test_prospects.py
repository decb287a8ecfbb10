"""Where many people could go: each row is what ``reach`` tells of that person."""

from __future__ import annotations

from random import Random
from typing import Any

import pyarrow as pa
import pytest
from support.crowds import crowd, in_table
from support.graph_strategies import expecting, tangled, wishes_for

from graphs import prospects, reach
from graphs.staff.prospects import NEAREST_PEOPLE
from ladder import Ladder, Person, bundled


def expected(ladder: Ladder, person: Person, **wishes: Any) -> list[tuple[int, int, float, str]]:
    """Ask ``reach`` about somebody alone; keys of all roles but their own, the nearest first."""
    found = reach(ladder, person.role or "", person=person, **wishes)
    assert not found.undecided
    return [way.key for way in found.ways if way.role != person.role]


def check_like_reach(ladder: Ladder, staff: list[Person], **wishes: Any) -> None:
    """Compare both tables with ``reach``."""
    found = prospects(ladder, in_table(ladder, staff), **wishes)
    keys = [expected(ladder, person, **wishes) for person in staff]
    for row, theirs in zip(found.people.to_pylist(), keys, strict=True):
        assert row["proven"] is True
        told = [(row[f"role_{place}"], row[f"months_{place}"]) for place in (1, 2, 3)]
        three = [(key[-1], key[0]) for key in theirs[:3]]
        assert told == [*three, *[(None, None)] * (3 - len(three))]
    for row in found.roles.to_pylist():
        arrivals = sorted(
            (*key[:3], place)
            for place, theirs in enumerate(keys)
            for key in theirs
            if key[-1] == row["role"]
        )
        numbers = range(1, NEAREST_PEOPLE + 1)
        who = [row[f"id_{number}"] for number in numbers]
        months = [row[f"months_{number}"] for number in numbers]
        first = arrivals[:NEAREST_PEOPLE]
        rest = [None] * (NEAREST_PEOPLE - len(first))
        assert who == [*(f"e{arrival[-1]}" for arrival in first), *rest]
        assert months == [*(arrival[0] for arrival in first), *rest]


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("product-management", 60),
        ("product-management-start-up", 30),
        ("product-management-large-company", 30),
    ],
)
def test_each_row_is_what_reach_tells(name: str, number: int) -> None:
    ladder = bundled(name)
    check_like_reach(ladder, crowd(ladder, number, Random(6), longest=60))


@pytest.mark.parametrize("maker", [tangled, expecting])
def test_on_random_ladders_each_row_is_what_reach_tells(maker: Any) -> None:
    for seed in range(12):
        ladder, _ = maker(seed)
        wishes = wishes_for(ladder, seed) if seed % 2 else {}
        kept = {name: wishes[name] for name in ("avoid", "without") if name in wishes}
        check_like_reach(ladder, crowd(ladder, 12, Random(seed), longest=9), **kept)


def test_rows_alike_are_each_of_them_nearest_and_bad_ones_nobody() -> None:
    staff = pa.table({"id": list("abcdefgh"), "role": ["APM", "x", *["APM"] * 6]})
    found = prospects(bundled("product-management"), staff)
    near = next(row for row in found.roles.to_pylist() if row["role"] == "product-manager")
    assert [near[f"id_{number}"] for number in range(1, 6)] == list("acdef")
    bad = found.people.to_pylist()[1]
    assert (bad["role_1"], bad["proven"]) == (None, None)
    assert 'no role "x"' in bad["problem"]


def test_nobody_is_nobody() -> None:
    found = prospects(bundled("product-management"), pa.table({"role": pa.array([], pa.string())}))
    assert found.people.num_rows == 0
    assert found.roles["id_1"].null_count == found.roles.num_rows
