"""What the columns of staff lists are taken for, as they come out of programs for personnel."""

from __future__ import annotations

import warnings
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from graphs import people
from graphs.staff.asking import read_table
from graphs.staff.headings.find import NoSuchTable, columns_of
from graphs.staff.headings.leavers import leavers
from graphs.staff.headings.tenure import Unclear, months_of_years, months_since
from ladder import Ladder, bundled

TODAY = date(2026, 11, 29)


@pytest.fixture(scope="module")
def product_management() -> Ladder:
    return bundled("product-management")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Role since", "in_role_since"),
        ("In Position seit", "in_role_since"),
        ("POSITION_ENTRY_DATE", "in_role_since"),
        ("Job Profile Start Date", "in_role_since"),
        ("Dans le poste depuis", "in_role_since"),
        ("Years in role", "years_in_role"),
        ("Jahre in der Stelle", "years_in_role"),
        ("Mitarbeiter-ID", "id"),
        ("Emp. No.", "id"),
        ("Manager e-mail", None),
        ("E-mail", "id"),
        ("Role end date", None),
        ("Start date", None),
        ("Position since acquisition", None),
    ],
)
def test_a_heading_is_taken_for_what_it_says(
    product_management: Ladder, heading: str, field: str | None
) -> None:
    known = columns_of(product_management, ["Job title", heading])
    assert known.fields == {"role": "Job title"} | ({field: heading} if field else {})


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        ("Start date", "in_role_since"),
        ("Time in role", "years_in_role"),
        ("Tenure", "years_in_role"),
        ("Months here", "months_in_role"),
        ("Completed courses", "done"),
        ("Roadmapping (target)", "Roadmapping"),
        ("Skill: Roadmaping", "Roadmapping"),
        ("Finance department", "Finance"),
        ("Team", None),
        ("Hire date", None),
    ],
)
def test_what_may_change_the_answers_is_told(
    product_management: Ladder, heading: str, meant: str | None
) -> None:
    assert columns_of(product_management, ["role", heading]).doubtful.get(heading) == meant


def test_the_plainest_heading_is_taken_of_several(product_management: Ladder) -> None:
    headings = ["Employee", "E-mail", "Employee ID", "Business title", "Role", "Role since"]
    known = columns_of(product_management, [*headings, "Months in role"])
    assert known.fields == {
        "id": "Employee ID",
        "role": "Role",
        "months_in_role": "Months in role",
    }
    assert not known.doubtful


def test_columns_of_skills_may_say_that_they_are(product_management: Ladder) -> None:
    """The level that is held, not one that is wished for."""
    headings = ["role", "Skill: Roadmapping", "Kompetenz Empathy", "Finance (level)"]
    known = columns_of(product_management, [*headings, "Roadmapping (target)"])
    assert known.rated == dict(
        zip(("roadmapping", "empathy", "finance"), headings[1:], strict=True)
    )
    assert known.carried == ("Roadmapping (target)",)


def test_a_column_is_told_whatever_its_case(product_management: Ladder) -> None:
    known = columns_of(product_management, ["Grade Name"], {"role": "grade-name"})
    assert known.fields == {"role": "Grade Name"}
    with pytest.raises(NoSuchTable, match='no column "GRADE"; did you mean Grade or grade'):
        columns_of(product_management, ["Grade", "grade"], {"role": "GRADE"})


SPELLINGS = [
    "2024-03-15",
    "2024-03-15 00:00:00",
    "2024-03-15T09:30:00Z",
    "2024/3/15",
    "15.03.2024",
    "15.3.24",
    "03/15/2024",
    "15 March 2024",
    "15-Mar-2024",
    "15. März 2024",
    "March 15, 2024",
    "15 mars 2024",
    date(2024, 3, 15),
    datetime(2024, 3, 15, 9, 30),
]


@pytest.mark.parametrize("cell", SPELLINGS)
@pytest.mark.parametrize(("until", "months"), [((2026, 11, 29), 32), ((2026, 11, 14), 31)])
def test_a_date_is_read_however_it_is_written(
    cell: Any, until: tuple[int, int, int], months: int
) -> None:
    """A month counts once it is whole."""
    assert months_since([cell], "Since", date(*until)).months == [months]


@pytest.mark.parametrize("cell", ["2024-03", "03/2024", "March 2024", "Mär 2024", "2024-03-01"])
def test_a_month_without_a_day_is_its_first(cell: str) -> None:
    assert months_since([cell], "Since", TODAY).months == [32]


def test_day_and_month_are_told_apart_by_the_whole_column() -> None:
    assert months_since(["03/04/2024", "13/04/2024"], "Since", TODAY).months == [31, 31]
    assert months_since(["03/04/2024", "04/13/2024"], "Since", TODAY).months == [32, 31]
    assert months_since(["03.04.2024", "04.04.2024"], "Since", TODAY).months == [31, 31]
    assert months_since(["03/03/2024"], "Since", TODAY).months == [32]
    for cells in (["03/04/2024"], ["03/04/2024", "13/04/2024", "04/13/2024"]):
        with pytest.raises(Unclear):
            months_since(cells, "Since", TODAY)


def test_what_is_no_date_is_told_in_its_row(product_management: Ladder) -> None:
    cells = ["soon", "2026-11-30", "45366", "31.02.2024", "", None, "2026-11-29"]
    staff = pa.table({"role": ["PM"] * 7, "Role since": cells})
    rows = people(product_management, staff, to="spm", as_of=TODAY).to_pylist()
    assert [row["months_in_role"] for row in rows] == [None] * 6 + [0]
    assert [bool(row["problem"]) for row in rows] == [True] * 4 + [False] * 3
    assert rows[0]["problem"] == 'Role since: expected a date, found "soon"'
    assert "is after 2026-11-29" in rows[1]["problem"]
    established = people(product_management, pa.table({"role": ["PM"]}), to="spm")
    assert rows[5]["months"] == established["months"][0].as_py()


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("In role since", ["2026-05-29", "2024-11-01", None]),
        ("Years in role", ["0.5", "2", None]),
        ("Years in role", ["6 months", "2 years", ""]),
    ],
)
def test_months_that_are_counted_give_the_answers_of_months(
    product_management: Ladder, column: str, cells: list[Any]
) -> None:
    roles = ["APM", "PM", "PM"]
    counted = pa.table({"role": roles, column: cells})
    plain = pa.table({"role": roles, "months_in_role": [6, 24, None]})
    found, expected = (
        people(product_management, one, to="spm", as_of=TODAY) for one in (counted, plain)
    )
    names = expected.column_names[: expected.column_names.index("problem") + 1]
    assert found.select(names).equals(expected.select(names))
    assert found[column].to_pylist() == counted[column].to_pylist()


def test_years_are_whole_months() -> None:
    counted = months_of_years([1.5, "1,5", "2 y 3 m", "2 Jahre und 3 Monate", "0.34", "x"], "Years")
    assert counted.months == [18, 18, 27, 27, 4, None]
    assert counted.faults == {
        5: 'Years: expected years, or a time such as 2 years 3 months, found "x"'
    }


def test_a_table_that_is_read_is_not_counted_again(product_management: Ladder) -> None:
    """The same table, asked about twice, and with what its columns hold told anew."""
    staff = pa.table({"role": ["PM"], "Start": ["2024-03-15"], "months_in_role": ["-"]})
    told = {"in_role_since": "Start"}
    table, known = read_table(product_management, staff, told, TODAY)
    assert known.fields["months_in_role"] == "months_in_role_in_table"
    again, known_again = read_table(product_management, table, told, TODAY)
    assert again is table
    assert known_again == known
    assert people(product_management, table, to="spm", columns=told)["problem"].null_count == 1


def test_in_python_dates_are_not_passed_over_silently(product_management: Ladder) -> None:
    staff = pa.table({"role": ["PM"], "Role since": ["2024-03-15"], "Status": ["Terminated"]})
    with pytest.warns(UserWarning, match="as_of=|have left") as told:
        people(product_management, staff, to="spm")
    assert ["as_of=" in str(one.message) for one in told] == [True, False]
    assert 'have left, by "Status"' in str(told[1].message)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        people(product_management, staff.drop(["Status"]), to="spm", as_of=TODAY)


@pytest.mark.parametrize(
    ("heading", "cells", "places"),
    [
        ("Termination Date", ["", None, "2026-05-31"], [2]),
        ("Austrittsdatum", [None, date(2026, 1, 1), None], [1]),
        ("Status", ["Active", "Inaktiv", "On leave"], [1]),
        ("Left", ["no", "yes", ""], [1]),
        ("Reason for leaving", ["x1", "x2", ""], None),
        ("Status", ["Active", "Active", ""], None),
        ("Left on", ["", None, ""], None),
        ("Team", ["Former", "Left", "Exited"], None),
    ],
)
def test_who_seems_to_have_left_is_found(
    heading: str, cells: list[Any], places: list[int] | None
) -> None:
    found = leavers(pa.table({heading: cells}), [heading])
    assert (found and (found.heading, found.places)) == (places and (heading, places))


def test_headings_below_a_report_are_found(tmp_path: Path, product_management: Ladder) -> None:
    file = tmp_path / "staff.csv"
    file.write_text("Worker report\nRun by: HR, 2026-11-01\n\nWorker;Business Title\nA;PM\n")
    table, known = read_table(product_management, file, {}, TODAY)
    assert known.fields == {"id": "Worker", "role": "Business Title"}
    assert table.where(0) == "line 5"


def test_levels_may_have_their_number_before_them(product_management: Ladder) -> None:
    """Of the same level; what is none is told, and the levels once."""
    cells = {"Roadmapping": ["2 - Working", "3 - Working"], "Empathy": ["3: practitioner", "x"]}
    staff = pa.table({"role": ["PM", "PM"], **cells})
    plain = pa.table({"role": ["PM"], "Roadmapping": [2], "Empathy": ["practitioner"]})
    found = people(product_management, staff, to="spm").to_pylist()
    expected = people(product_management, plain, to="spm").to_pylist()
    assert found[0]["months"] == expected[0]["months"]
    assert found[0]["problem"] is None
    told = found[1]["problem"]
    assert 'no level "3 - Working"' in told
    assert 'no level "x"' in told
    assert told.count("levels are 1 awareness") == 1
