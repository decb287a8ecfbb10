"""Who could follow on into a role: counts are those of the rows."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from random import Random

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.crowds import crowd
from support.staff import rows_of

from graphs import people, succession
from graphs.staff.summary.succession import HORIZONS, Group
from ladder import Ladder, bundled

ANSWERS = st.lists(
    st.tuples(
        st.sampled_from([None, 0, 1, 12, 13, 24, 25, 36, 37, 400]),
        st.booleans(),  # proven
        st.sampled_from([None, None, None, "no role"]),
        st.sampled_from("abcd"),
    ),
    max_size=30,
)


@pytest.fixture(scope="module")
def product_management() -> Ladder:
    return bundled("product-management")


def answers_of(rows: list[tuple[int | None, bool, str | None, str]]) -> pa.Table:
    """Answers as ``people`` gives them, as far as they are counted."""
    return pa.table(
        {
            "months": pa.array([row[0] if row[2] is None else None for row in rows], pa.int32()),
            "moves": pa.array([None if row[0] is None else 1 for row in rows], pa.int32()),
            "proven": pa.array([row[1] if row[2] is None else None for row in rows], pa.bool_()),
            "problem": pa.array([row[2] for row in rows], pa.string()),
            "team": pa.array([row[3] for row in rows], pa.string()),
        }
    )


def figures(group: Group) -> tuple[int, ...]:
    """All figures of a group."""
    return (group.incumbents, *group.within, group.later, group.no_way, group.undecided)


@given(ANSWERS)
def test_each_row_that_is_read_is_counted_once(
    rows: list[tuple[int | None, bool, str | None, str]],
) -> None:
    found = succession(answers_of(rows), by="team", small_groups=True)
    read = [row for row in rows if row[2] is None]
    assert (found.people, found.unread) == (len(read), len(rows) - len(read))
    assert found.everybody is not None
    assert found.everybody.people == len(read)
    assert {group.name: group.people for group in found.groups} == Counter(row[3] for row in read)
    for group in (found.everybody, *found.groups):
        months = [row[0] for row in read if group is found.everybody or row[3] == group.name]
        for most, number in zip(HORIZONS, group.within, strict=True):
            least = HORIZONS[HORIZONS.index(most) - 1] if most else -1
            assert number == sum(one is not None and least < one <= most for one in months)
        assert group.later == sum(one is not None and one > 36 for one in months)
        assert group.no_way + group.undecided == months.count(None)


@given(ANSWERS)
def test_groups_add_up_to_everybody_and_none_is_small(
    rows: list[tuple[int | None, bool, str | None, str]],
) -> None:
    found = succession(answers_of(rows), by="team")
    if found.everybody is None:
        assert found.people < 5
        assert found.groups == ()
        return
    assert all(group.people >= 5 for group in found.groups)
    sums = [sum(column) for column in zip(*map(figures, found.groups), strict=True)]
    assert tuple(sums) == figures(found.everybody)


def test_rows_that_cannot_be_read_do_not_make_a_group_large_enough() -> None:
    alone = (7, True, None, "small")
    broken = (None, True, "no role", "small")
    large = (7, True, None, "large")
    found = succession(answers_of([alone, *[broken] * 6, *[large] * 9]), by="team")
    assert [(group.name, group.people) for group in found.groups] == [(None, 10)]
    assert found.unread == 6


def test_who_is_in_the_role_is_nobody_who_could_follow(product_management: Ladder) -> None:
    staff = pa.table({"role": ["SPM", "SPM", "PM", "PM", "APM"]})
    found = succession(people(product_management, staff, to="SPM")).everybody
    assert found is not None
    assert (found.incumbents, found.people) == (2, 5)


def test_counts_are_those_of_the_answers(product_management: Ladder) -> None:
    staff = rows_of(product_management, crowd(product_management, 60, Random(11), longest=60))
    answers = people(product_management, staff, to="SPM")
    found = succession(answers, by="Team")
    assert found.everybody is not None
    months = answers["months"].to_pylist()
    moves = answers["moves"].to_pylist()
    assert found.everybody.within[0] == sum(
        one == 0 and move > 0 for one, move in zip(months, moves, strict=True)
    )
    assert found.everybody.no_way == months.count(None)
    assert [group.people for group in found.groups] == [20, 20, 20]


def test_nobody_and_no_small_group_is_named(product_management: Ladder) -> None:
    teams = [*["large"] * 8, *["tiny"] * 2, *["small"] * 4]
    ids = [f"person-{place}" for place in range(len(teams))]
    staff = pa.table({"id": ids, "role": ["PM"] * len(teams), "team": teams})
    told = str(succession(people(product_management, staff, to="SPM"), by="team").to_dict())
    assert not any(name in told for name in chain(ids, ["tiny", "small"]))
    assert "large" in told
