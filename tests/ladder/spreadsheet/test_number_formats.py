"""Numbers of a workbook that its cells show as something else."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from ladder import FileProblems
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.matrix import matrix_of
from ladder.spreadsheet.xlsx_reader import read_workbook


def saved(folder: Path, rows: list[list[Any]], formats: dict[str, str]) -> Path:
    """A workbook as somebody keeps it, with formats for some of its cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Skills"
    for row in rows:
        sheet.append(row)
    for place, code in formats.items():
        sheet[place].number_format = code
    book.save(folder / "skills.xlsx")
    return folder / "skills.xlsx"


def texts(file: Path) -> list[list[str]]:
    sheets = read_workbook(file.read_bytes(), "skills.xlsx").sheets
    return [[cell.text for cell in row] for row in sheets["Skills"].rows]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (0.6, "0%", "60%"),
        (0.575, "0.0 %", "57.5%"),
        (0.57, "0%", "57%"),
        (date(2024, 1, 2), "d-mmm", "2024-01-02"),
        (datetime(2024, 2, 1), "dd/mm/yyyy", "2024-02-01"),
        (date(2024, 1, 2), '[$-409]d" of "mmmm;@', "2024-01-02"),
        (3, '0 "days"', "3"),
        (2.5, "0.00", "2.5"),
        (3, "General", "3"),
        (4, '"level "0', "4"),
    ],
)
def test_a_cell_is_what_it_shows(value: Any, code: str, text: str, tmp_path: Path) -> None:
    """Percentages and dates; units in quotation marks are none."""
    assert texts(saved(tmp_path, [[value]], {"A1": code})) == [[text]]


def test_days_are_counted_from_1904_where_the_workbook_does(tmp_path: Path) -> None:
    """As workbooks from old Macs do."""
    book = openpyxl.Workbook()
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    assert book.active is not None
    book.active["A1"] = date(2024, 1, 2)
    book.active.title = "Skills"
    book.save(tmp_path / "skills.xlsx")
    assert texts(tmp_path / "skills.xlsx") == [["2024-01-02"]]


def test_percentages_are_levels(tmp_path: Path) -> None:
    """As many as there are different ones."""
    rows = [
        ["Role", "Rank", "Databases", "Presenting"],
        ["Junior Analyst", 1, 0.3, 0.1],
        ["Senior Analyst", 2, 0.6, 0],
    ]
    places = dict.fromkeys(("C2", "D2", "C3", "D3"), "0%")
    ladder = import_matrix(saved(tmp_path, rows, places)).ladder
    assert ladder.levels == ("10 %", "30 %", "60 %")
    profiles = [dict(role.profile) for role in matrix_of(ladder).roles]
    assert profiles == [{"databases": 2, "presenting": 1}, {"databases": 3}]


def test_what_has_become_a_date_is_the_range_it_was(tmp_path: Path) -> None:
    """Typed as 1-2; which of the two Excel took for the month does not matter."""
    rows = [
        ["Role", "Rank", "Databases", "Presenting"],
        ["Junior Analyst", 1, date(2024, 1, 2), 1],
        ["Analyst", 2, 2, date(2024, 3, 2)],
        ["Senior Analyst", 3, 3, 4],
    ]
    made = import_matrix(saved(tmp_path, rows, {"C2": "d-mmm", "D3": "d-mmm"}))
    profiles = [dict(role.profile) for role in matrix_of(made.ladder).roles]
    assert [profile["databases"] for profile in profiles] == [1, 2, 3]
    assert [profile["presenting"] for profile in profiles] == [1, 2, 4]
    assert any("a spreadsheet program took them for dates" in remark for remark in made.remarks)


def test_a_date_is_no_level(tmp_path: Path) -> None:
    """It is refused at its cell, with the line to write."""
    rows = [
        ["Role", "Rank", "Databases", "Presenting"],
        ["Junior Analyst", 1, 1, 2],
        ["Senior Analyst", 2, date(2024, 5, 30), 3],
    ]
    with pytest.raises(FileProblems, match=r'Skills!C3: "2024-05-30" is a date; write the level'):
        import_matrix(saved(tmp_path, rows, {"C3": "yyyy-mm-dd"}))
