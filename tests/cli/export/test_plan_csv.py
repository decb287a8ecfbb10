"""Plans as tables: complete, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
from dataclasses import replace
from io import StringIO

from hypothesis import HealthCheck, example, given, settings
from support.odd_names import NEEDED, TRICKY, names, renamed

from cli.export.plan_csv import plan_csv, plans_csv
from graphs import GrowthPath
from graphs.plans.month import Month
from ladder.spreadsheet.grid import as_meant, harmless

fuzz = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


def rows(text: str) -> list[dict[str, str]]:
    """Read as a program does."""
    return list(csv.DictReader(StringIO(text, newline=""), strict=True))


def test_each_stay_learning_and_move_has_a_row(path: GrowthPath) -> None:
    """In their order, with the months of the answer."""
    table = rows(plan_csv(path))
    assert [(row["kind"], row["id"], row["start"], row["end"], row["months"]) for row in table] == [
        ("stay", "analyst", "0", "2", "2"),
        ("learning", "course", "0", "2", "2"),
        ("move", "apm", "2", "2", "0"),
        ("stay", "apm", "2", "26", "24"),
        ("learning", "mentor", "3", "11", "6"),
        ("move", "pm", "26", "26", "0"),
        ("stay", "pm", "26", "26", "0"),
    ]
    assert [row["step"] for row in table] == list("1234567")
    assert (
        table[3]["gains"]
        == "Communication: practitioner; Roadmapping: working; Research: awareness"
    )
    assert (
        table[2]["asks"] == "6 months in the role; Communication: working; Roadmapping: awareness"
    )
    assert (table[1]["cost"], table[1]["currency"]) == ("500", "USD")
    assert [row["confidence"] for row in table] == ["", "", "low", "", "low", "", "low"]


def test_the_totals_are_the_answers(path: GrowthPath, begun: GrowthPath) -> None:
    """Stays add up to the months, and what is learnt to the cost, what is begun before aside."""
    for answer, cost in ((path, 500), (begun, 0)):
        table = rows(plan_csv(answer))
        stays = (int(row["months"]) for row in table if row["kind"] == "stay")
        assert sum(stays) == answer.months
        assert sum(float(row["cost"] or 0) for row in table) == cost


def test_dates_in_a_table(path: GrowthPath) -> None:
    """Columns for dates are there only where the beginning is known."""
    dates = [
        (row["start_date"], row["end_date"]) for row in rows(plan_csv(path, begins=Month(2027, 1)))
    ]
    assert dates[0] == ("2027-01-01", "2027-03-01")
    assert dates[2] == ("2027-03-01", "2027-03-01")
    assert dates[-1] == ("2029-03-01", "2029-03-01")
    assert "start_date" not in plan_csv(path)
    ways = rows(plans_csv([path], begins=Month(2027, 1)))
    assert (ways[0]["start_date"], ways[0]["end_date"]) == ("2027-01-01", "2029-03-01")


def test_ways_have_a_row_each(path: GrowthPath) -> None:
    """With what each takes, and whether it is proven."""
    first, second = rows(plans_csv([path, replace(path, months=30, optimal=False)]))
    assert (first["way"], first["months"], first["moves"], first["cost"]) == ("1", "26", "2", "500")
    assert (second["way"], second["months"], second["proven"]) == ("2", "30", "no")
    assert first["roles"] == "Business Analyst; Associate Product Manager; Product Manager"
    assert first["learning"] == "Online course; Find a mentor"


def test_lines_end_as_the_standard_has_it(path: GrowthPath) -> None:
    """RFC 4180 asks for carriage return and line feed."""
    assert all(line.endswith("\r\n") for line in plan_csv(path).splitlines(keepends=True))


@fuzz
@given(given=names(NEEDED))
@example(given=(TRICKY * 2)[-NEEDED:])
@example(given=[f"{sign}{number}" for number in range(6) for sign in "=+-@"])
@example(given=[f"\t={number}" for number in range(NEEDED)])
def test_no_name_becomes_a_formula(path: GrowthPath, given: list[str]) -> None:
    """And every one comes back as it was when the apostrophe is taken away."""
    odd = renamed(path, given)
    for text, names_of in (
        (plan_csv(odd), "what"),
        (plans_csv([odd, odd], begins=Month(2027, 1)), "currency"),
    ):
        table = rows(text)
        cells = [cell for row in table for cell in row.values()]
        assert not [cell for cell in cells if cell.startswith(tuple("=+-@\t\r"))]
        known = {
            each.name
            for part in (odd.ladder.roles, odd.ladder.activities)
            for each in part.values()
        }
        known.add(odd.ladder.currency or "")
        assert {
            row[names_of].removeprefix("'") if row[names_of][:1] == "'" else row[names_of]
            for row in table
        } <= known


@given(given=names(1))
def test_harmless_is_reversible(given: list[str]) -> None:
    """One apostrophe is put before a text, or none, and which can be told from the text."""
    assert as_meant(str(harmless(given[0]))) == given[0]
