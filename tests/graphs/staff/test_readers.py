"""Files of people as they come: each is read rightly, or refused with what it is instead."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from openpyxl import Workbook

from graphs import people
from graphs.staff.files import Staff, read_people, write_people
from graphs.staff.headings.find import NoSuchTable
from graphs.staff.records import MOST_GUESSED, Cells, Records, Wrong
from ladder import Ladder, LadderError, Person, bundled

ROWS: list[list[Any]] = [["id", "role", "months"], ["1", "APM", "6"], ["2", "PM", "12"]]


@pytest.fixture(scope="module")
def product_management() -> Ladder:
    return bundled("product-management")


def read(tmp_path: Path, content: bytes, name: str = "staff.csv") -> Staff:
    file = tmp_path / name
    file.write_bytes(content)
    return read_people(file)


def cells(staff: Staff) -> list[list[Any]]:
    return [staff.rows.column_names, *map(list, zip(*staff.rows.to_pydict().values(), strict=True))]


def workbook(path: Path, *sheets: Sequence[Sequence[Any]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for place, rows in enumerate(sheets):
        sheet = book.create_sheet(f"Sheet {place}")
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@pytest.mark.parametrize(
    "content",
    [
        b"id,role,months\n1,APM,6\n2,PM,12\n",
        b"\xef\xbb\xbfid;role;months\r\n1;APM;6\r\n2;PM;12\r\n",
        "id\trole\tmonths\n1\tAPM\t6\n2\tPM\t12\n".encode("utf-16"),
        b"id,role,months\r1,APM,6\r2,PM,12",
        b"sep=;\nid;role;months\n1;APM;6\n2;PM;12\n",
        b"Staff, Europe\n;;\nid;role;months\n1;APM;6\n2;PM;12\n",
        b"id,role,months,,\n1,APM,6,,\n\n2,PM,12,,\n",
    ],
)
def test_text_is_read_however_it_is_written(content: bytes, tmp_path: Path) -> None:
    assert cells(read(tmp_path, content)) == ROWS


def test_old_encodings_are_told_by_their_letters(tmp_path: Path) -> None:
    staff = read(tmp_path, "role,Büro\nAPM,Müllerstraße\nPM,Köln\n".encode("cp1252"))
    assert staff.rows["Büro"].to_pylist() == ["Müllerstraße", "Köln"]


def test_a_column_without_a_heading_is_carried_along(tmp_path: Path) -> None:
    """As data frames write their index."""
    staff = read(tmp_path, b",role,\n0,APM,x\n1,PM,\n")
    assert cells(staff) == [["column 1", "role", "column 3"], ["0", "APM", "x"], ["1", "PM", None]]


@pytest.mark.parametrize("above", [[], [["Staff list"], []]])
@pytest.mark.parametrize("others", [[], [["About"], ["this file"]], [["Skill", "Level"], ["x", 1]]])
def test_the_sheet_with_the_roles_is_read(
    above: list[list[str]], others: list[list[Any]], tmp_path: Path
) -> None:
    path = workbook(tmp_path / "staff.xlsx", others, [], [*above, *ROWS])
    staff = read_people(path)
    assert cells(staff) == ROWS
    assert staff.where(0) == f"line {len(above) + 2}"


def test_a_formula_without_a_value_is_not_taken_for_nothing(
    product_management: Ladder, tmp_path: Path
) -> None:
    """Nobody is an established holder because a workbook was never opened."""
    path = workbook(tmp_path / "staff.xlsx", [["role", "months"], ["APM", "=3*4"], ["APM", 12]])
    rows = people(product_management, path, to="spm").to_pylist()
    assert "a formula without a value" in rows[0]["problem"]
    assert rows[1]["problem"] is None


def test_numbers_stay_numbers_in_a_workbook_and_ids_with_zeros_text(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    table = pa.table({"id": ["10", "11"], "code": ["007", "010"], "note": ["=1+1", "x\x0by"]})
    write_people(table, tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)] == [
        [10, "007", "'=1+1"],
        [11, "010", "x y"],
    ]


def test_a_workbook_is_fit_to_be_read(tmp_path: Path) -> None:
    """Dates and numbers are such, columns as wide as what is in them, and the head stays."""
    from openpyxl import load_workbook

    table = pa.table(
        {
            "id": ["a", "b"],
            "since": ["2024-03-15", None],
            "day": [datetime.date(2024, 3, 15), None],
            "share": ["0.5", "12"],
            "version": ["1.10", "1.2"],
            "note": ['=HYPERLINK("http://x")', "x" * 200],
        }
    )
    write_people(table, tmp_path / "out.xlsx")
    sheet = load_workbook(tmp_path / "out.xlsx").active
    first, second = list(sheet.iter_rows(min_row=2))
    day = datetime.datetime(2024, 3, 15)
    assert [cell.value for cell in first][1:5] == [day, day, 0.5, "1.10"]
    assert [cell.value for cell in second][1:5] == [None, None, 12, "1.2"]
    assert first[5].data_type == "s"
    widths = {name: sheet.column_dimensions[name].width for name in "AF"}
    assert widths == {"A": 10, "F": 52}
    assert sheet.freeze_panes == "B2"
    assert sheet["A1"].font.bold


def test_a_file_is_what_its_content_says(tmp_path: Path) -> None:
    written = workbook(tmp_path / "staff.xlsx", ROWS).read_bytes()
    assert cells(read(tmp_path, written, "renamed.csv")) == ROWS
    assert cells(read(tmp_path, b"id,role,months\n1,APM,6\n2,PM,12\n", "renamed.xlsx")) == ROWS


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("staff.csv", b"", "is empty"),
        ("staff.xlsx", b"\x89PNG\r\n\x1a\n", "is a picture"),
        ("staff.csv", b"%PDF-1.7", "is a PDF"),
        ("staff.csv", b"<html><table>", "save its table as"),
        ("staff.csv", b"\xd0\xcf\x11\xe0" + bytes(600), "is an Excel file that is old"),
        ("staff.csv", b'id,role,note\n1,APM,"x\n2,PM,y\n', "line 2 is never closed"),
        ("staff.parquet", b"id,role\n1,APM\n", "is no Parquet file"),
        ("staff.jsonl", b'[{"role": "APM"}]', "has no JSON lines"),
        ("ladder.yaml", b"name: x", "the suffix should say the format"),
    ],
)
def test_a_file_of_another_kind_is_refused(
    name: str, content: bytes, message: str, tmp_path: Path
) -> None:
    with pytest.raises(LadderError, match=message):
        read(tmp_path, content, name)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"1,APM,6\n2,PM,12\n", "seems to be a person already"),
        (b"Skill,APM,PM\nRoadmapping,1,2\n", "seems to be a matrix"),
    ],
)
def test_a_table_of_another_kind_is_refused(
    product_management: Ladder, content: bytes, message: str, tmp_path: Path
) -> None:
    with pytest.raises(NoSuchTable, match=message):
        people(product_management, read(tmp_path, content), to="spm")


def test_json_lines_of_several_kinds_are_read(product_management: Ladder, tmp_path: Path) -> None:
    staff = read(
        tmp_path,
        b'{"id": "007", "role": "PM", "months": 6, "since": "2020-01-01"}\n'
        b'{"id": 8, "role": "PM", "months": "6", "skills": {"roadmapping": 3}}\n\n'
        b"[1]\n"
        b'{"id": 9, "role": "PM", "months": 6, "skills": "roadmapping=3"}\n',
        "staff.jsonl",
    )
    rows = people(product_management, staff, to="spm").to_pylist()
    assert [row["id"] for row in rows] == ["007", "8", None, "9"]
    assert rows[0]["since"] == "2020-01-01"
    assert [row["problem"] for row in rows] == [None, None, "expected a JSON object", None]
    assert rows[1]["months"] == rows[3]["months"]
    assert staff.where(2) == "line 4"


@pytest.mark.parametrize(
    "cell", ["6", "6.0", "6,00", " 6 ", 6.0, Decimal("6.00"), pytest.param("٦", id="arabic")]
)
def test_months_are_read_however_they_are_written(product_management: Ladder, cell: Any) -> None:
    read = Records(product_management).person(Cells("APM", cell))
    assert isinstance(read, Person)
    assert read.months_in_role == 6


@pytest.mark.parametrize(
    ("cell", "message"),
    [
        ("2 years", "write 24"),
        ("18 Monate", "write 18"),
        ("1,200", "write figures alone"),
        ("2021-03-01", "a date; such a column is to be told as in_role_since"),
        (datetime.date(2021, 3, 1), "a date; such a column is to be told as in_role_since"),
        ("unknown", "leave it empty where they are not known"),
        (6.5, 'found "6.5"'),
        (float("inf"), 'found "inf"'),
        (True, 'found "True"'),
        ("999999", "expected at most"),
    ],
)
def test_what_is_no_months_is_told_with_what_is_expected(
    product_management: Ladder, cell: Any, message: str
) -> None:
    read = Records(product_management).person(Cells("APM", cell))
    assert isinstance(read, Wrong)
    assert message in read.problem


def test_what_was_meant_is_guessed_for_so_many_names_only(product_management: Ladder) -> None:
    """Each guess takes a millisecond; names that are right are found all the same."""
    records = Records(product_management)
    for number in range(MOST_GUESSED + 1):
        last = records.person(Cells(f"Prodct Manager {number}"))
    assert isinstance(last, Wrong)
    assert last.problem == f'no role "Prodct Manager {MOST_GUESSED}"'
    for name in ("SPM", "Senior Product Managers", "Senior-Product Manager"):
        read = records.person(Cells(name))
        assert isinstance(read, Person)
        assert read.role == "senior-product-manager"


def test_the_interface_of_arrow_is_all_that_is_needed(product_management: Ladder) -> None:
    """As data frames of pandas, polars and duckdb have it; with categories and lists, too."""

    class Frame:
        def __init__(self, table: pa.Table) -> None:
            self._table = table

        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return self._table.__arrow_c_stream__(requested_schema)

    table = pa.table(
        {
            "id": pa.array(["a", "b"], pa.string_view()),
            "role": pa.DictionaryArray.from_arrays(
                pa.array([0, 1], pa.uint32()), pa.array(["APM", "PM"], pa.string_view())
            ),
            "months": pa.array([6.0, None]),
            "done": pa.array([[], ["mba"]]),
        }
    )
    rows = people(product_management, Frame(table), to="spm").to_pylist()
    assert [row["problem"] for row in rows] == [None, None]
