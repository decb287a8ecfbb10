"""A path told in dates."""

from __future__ import annotations

import click
import pytest

from cli.output import PLAIN, Look
from cli.text.layout import cells
from cli.text.path import describe_path
from cli.text.words import When
from graphs import GrowthPath
from graphs.plans.month import Month

BEGINS = Month(2027, 1)


def told(path: GrowthPath, width: int = 80, begins: Month | None = BEGINS) -> str:
    return click.unstyle(describe_path(path, Look(width), begins=begins, detailed=True))


def test_months_read_as_dates(path: GrowthPath) -> None:
    """The total, each stay, each move and everything in between says when in the calendar."""
    lines = [" ".join(line.split()) for line in told(path).splitlines()]
    assert "26 months (2 years 2 months), January 2027 to February 2029, 2 moves, USD 500" in lines
    assert "● Business Analyst, January to February 2027" in lines
    assert "├─▶ entry to Associate Product Manager ~, in March 2027" in lines
    assert "● Associate Product Manager, March 2027 to February 2029" in lines
    assert "│ by Aug 2028 The job gives at working: Roadmapping" in lines
    assert "│ Apr–May and Aug–Nov 2027" in lines
    assert "◉ Product Manager, reached in March 2029" in lines


def test_no_month_is_left_uncalled(path: GrowthPath) -> None:
    """Where there are dates, no month goes by its number."""
    text = told(path)
    assert "after month" not in text
    assert "by month" not in text
    assert "● Business Analyst, months 1–2" in told(path, begins=None)


@pytest.mark.parametrize("width", [50, 80])
def test_dates_keep_within_the_window(path: GrowthPath, width: int) -> None:
    """Longer words for months are wrapped as everything else is."""
    assert max(map(cells, told(path, width).splitlines())) <= width


def test_labels_and_texts_stay_apart(path: GrowthPath) -> None:
    """The longest span of dates leaves room before what happens in it."""
    text = told(path, begins=Month(2026, 9))
    assert "│   Dec 2026–Jan 2027" in told(path, begins=Month(2026, 9))
    assert "   by Apr 2028        The job gives" in text


@pytest.mark.parametrize(
    ("periods", "label", "spoken"),
    [
        ([(0, 1)], "Jan 2027", "January 2027"),
        ([(0, 12)], "Jan–Dec 2027", "January to December 2027"),
        ([(11, 13)], "Dec 2027–Jan 2028", "December 2027 to January 2028"),
        ([(0, 1), (12, 13)], "Jan 2027 and Jan 2028", "January 2027 and January 2028"),
        ([(0, 1), (2, 3), (10, 14)], None, "January, March and November 2027 to February 2028"),
    ],
)
def test_spans(periods: list[tuple[int, int]], label: str | None, spoken: str) -> None:
    """A year is said once where it is the same, and never left out where it is not."""
    when = When(begins=BEGINS)
    assert label in (None, when.label(periods))
    assert when.spoken(periods).startswith(spoken)


def test_dates_without_more_than_ascii() -> None:
    """The dash is the output's."""
    assert When(PLAIN, BEGINS).label([(0, 2)]) == "Jan-Feb 2027"
