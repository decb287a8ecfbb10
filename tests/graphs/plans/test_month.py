"""Months of the calendar."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphs.plans.month import Month

months = st.builds(Month, st.integers(1, 9999), st.integers(1, 12))


@given(month=months, step=st.integers(-20_000, 20_000))
def test_going_and_counting_agree(month: Month, step: int) -> None:
    """So many months after a month are so many months since it, and the order is theirs."""
    other = month.after(step)
    assert 1 <= other.month <= 12
    assert other.since(month) == step
    assert (other > month) == (step > 0)
    assert month.after(step + 1) == other.after(1)


@given(month=months)
def test_a_month_reads_as_it_is_written(month: Month) -> None:
    """And its first day is a date of the calendar."""
    assert Month.read(str(month)) == month
    day = datetime.date.fromisoformat(month.first_day)
    assert (day.year, day.month, day.day) == (*month, 1)


@pytest.mark.parametrize(
    "text",
    ["", "2027", "2027-13", "2027-00", "0000-01", "2027-1", "2027-01-01", "٢٠٢٧-٠١", " 2027-01"],
)
def test_what_is_no_month_is_refused(text: str) -> None:
    """A year of four digits, a hyphen, and a month of two."""
    with pytest.raises(ValueError, match="expected a month such as 2027-01"):
        Month.read(text)
