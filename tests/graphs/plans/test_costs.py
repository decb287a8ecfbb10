"""What is to be paid in which year, and that nothing of it gets lost."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from support.graph_strategies import GOAL, START, questions, tangled

from cli.export.plan_json import dated
from graphs import GrowthPath, Month, NoGrowthPath, growth_path
from ladder import Ladder, Person


@settings(max_examples=50)
@given(
    question=questions() | st.integers(0, 10_000).map(tangled),
    begins=st.none() | st.builds(Month, st.integers(2000, 2100), st.integers(1, 12)),
)
def test_the_years_add_up_to_the_cost(
    question: tuple[Ladder, Person], begins: Month | None
) -> None:
    """Exactly; each year has something, in its order, and data tell the same."""
    ladder, person = question
    try:
        path = growth_path(ladder, START, GOAL, person=person)
    except NoGrowthPath:
        return
    years = path.cost_by_year(begins)
    assert sum(Fraction(str(cost)) for _, cost in years) == Fraction(str(path.cost))
    assert all(cost > 0 for _, cost in years)
    assert [year for year, _ in years] == sorted({year for year, _ in years})
    answer = dated(path.to_dict(), begins)
    told = answer["cost_by_calendar_year" if begins else "cost_by_year"]
    assert told == [list(year) for year in years]
    assert sum(item["cost"] for item in answer["learning"]) == path.cost


def test_an_activity_is_paid_for_where_it_begins(path: GrowthPath, begun: GrowthPath) -> None:
    """In the year of its first month; what was begun before is paid for."""
    assert path.cost_by_year() == [(1, 500)]
    assert path.cost_by_year(Month(2026, 12)) == [(2026, 500)]
    assert begun.cost_by_year() == []
