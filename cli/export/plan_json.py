"""Dates put into an answer for programs, beside its months."""

from __future__ import annotations

from typing import Any

from graphs.plans.costs import by_year
from graphs.plans.month import Month


def dated(answer: dict[str, Any], begins: Month | None) -> dict[str, Any]:
    """Add to an answer when it begins, and to each of its months the day that they come to.

    And what it costs by the years of the calendar.

    After 12 months from 2027-01 it is 2028-01-01, on which day a move after month 12 is made.

    >>> dated({"months": 12, "stays": [], "learning": []}, Month(2027, 1))
    {'months': 12, 'stays': [], 'learning': [], 'begins': '2027-01', 'end_date': '2028-01-01'}
    """
    if begins is None:
        return answer
    dates = dict(answer)
    for key in ("paths", "least"):
        if key in answer:
            dates[key] = [dated(path, begins) for path in answer[key]]
    if "path" in answer:  # what to do next on it
        dates["path"] = dated(answer["path"], begins)
        dates["begins"] = str(begins)
        dates["slack"] = [_wait(item, begins) for item in answer["slack"]]
    if "stays" in answer:
        dates["stays"] = [_stay(stay, begins) for stay in answer["stays"]]
        dates["learning"] = [_learning(item, begins) for item in answer["learning"]]
        dates["begins"] = str(begins)
        dates["end_date"] = begins.after(answer["months"]).first_day
        dates |= _range(answer, begins)
    if "cost_by_year" in answer:
        costs = ((item["periods"][0][0], item["cost"]) for item in answer["learning"])
        dates["cost_by_calendar_year"] = [list(year) for year in by_year(costs, begins)]
    return dates


def _stay(stay: dict[str, Any], begins: Month) -> dict[str, Any]:
    start, end = (begins.after(stay[key]).first_day for key in ("start", "end"))
    return stay | {"start_date": start, "end_date": end} | _range(stay, begins)


def _wait(item: dict[str, Any], begins: Month) -> dict[str, Any]:
    first, last = item["begins"], item["begins"] + item["months"]
    return item | {"dates": [begins.after(month).first_day for month in (first, last)]}


def _range(answer: dict[str, Any], begins: Month) -> dict[str, Any]:
    if "range" not in answer:
        return {}
    return {"range_dates": [begins.after(months).first_day for months in answer["range"]]}


def _learning(item: dict[str, Any], begins: Month) -> dict[str, Any]:
    dates = [[begins.after(month).first_day for month in period] for period in item["periods"]]
    return item | {"dates": dates}
