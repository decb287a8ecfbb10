"""Which people are told of together: nothing that is told tells of fewer than five."""

from __future__ import annotations

from collections import Counter

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphs.staff.summary.groups import SMALLEST, column, everybody, pools
from ladder import LadderError

TEAMS = st.lists(st.sampled_from([*"abcdefgh", None]), max_size=40)


def atoms(sets: list[frozenset[int]]) -> list[int]:
    """Sizes of the smallest sets that adding up and taking away can single out.

    Whatever follows from figures about some sets is about sets of people who are in the same ones.
    """
    rows = frozenset().union(*sets)
    return list(Counter(tuple(row in one for one in sets) for row in rows).values())


@given(TEAMS)
def test_nothing_can_be_told_of_fewer_than_five_by_subtraction(teams: list[str | None]) -> None:
    rows = range(len(teams))
    whole, apart = everybody(rows), pools(rows, teams)
    told = [frozenset(pool.rows) for pool in (*apart, *([whole] if whole else []))]
    assert min(atoms(told), default=SMALLEST) >= SMALLEST
    assert bool(told) == (len(teams) >= SMALLEST)


@given(TEAMS)
def test_everybody_is_in_one_group_and_large_groups_keep_their_names(
    teams: list[str | None],
) -> None:
    rows = range(len(teams))
    apart = pools(rows, teams)
    if len(teams) >= SMALLEST:
        assert sorted(row for pool in apart for row in pool.rows) == list(rows)
        assert sum(pool.groups for pool in apart) == len(set(teams))
    for pool in apart:
        if pool.name is not None:
            assert {teams[row] or "" for row in pool.rows} == {pool.name}
            assert len(pool.rows) == Counter(team or "" for team in teams)[pool.name]
    # No more groups lose their names than must.
    together = [pool for pool in apart if pool.name is None]
    if together:
        sizes = sorted(Counter(teams[row] for row in together[0].rows).values())
        small = [size for size in sizes if size < SMALLEST]
        assert len(together) == 1
        assert len(sizes) <= len(small) + 1
        assert len(sizes) == len(small) or sum(small) < SMALLEST


@given(TEAMS)
def test_small_groups_are_told_apart_where_that_is_asked(teams: list[str | None]) -> None:
    apart = pools(range(len(teams)), teams, small_groups=True)
    assert {pool.name: len(pool.rows) for pool in apart} == Counter(team or "" for team in teams)
    assert everybody(range(len(teams)), small_groups=True) is not None


def test_a_column_that_is_not_there_is_refused_with_the_nearest() -> None:
    with pytest.raises(LadderError, match=r'no column "tem".*did you mean team'):
        column(pa.table({"team": ["a"]}), "tem")
