"""Matrices on several sheets, or in several tables of one; and what a sheet hides."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from support.workbooks import page, workbook

from graphs import check
from ladder import FileProblems, Ladder
from ladder.importers.assumptions import Imported
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.lists.importer import import_list
from ladder.spreadsheet.mapping import load_mapping

Rows = list[list[object]]
ENGINEERING: Rows = [
    ["Engineering"],
    [],
    ["Cluster", "Skill", "Junior Engineer", "Engineer", "Senior Engineer"],
    ["Craft", "Coding", 1, 2, 3],
    ["", "Testing", 1, 2, 2],
    ["People", "Talking", 1, 2, 3],
]
PRODUCT: Rows = [
    ["Product"],
    [],
    ["Cluster", "Skill", "Associate PM", "PM", "Senior PM"],
    ["Craft", "Coding", "", 1, 1],
    ["", "Testing", "", "", 1],
    ["People", "Talking", 2, 3, 4],
]
EXPECTED = {
    "Junior Engineer": ("Engineering", {"Coding": 1, "Testing": 1, "Talking": 1}),
    "Engineer": ("Engineering", {"Coding": 2, "Testing": 2, "Talking": 2}),
    "Senior Engineer": ("Engineering", {"Coding": 3, "Testing": 2, "Talking": 3}),
    "Associate PM": ("Product", {"Talking": 2}),
    "PM": ("Product", {"Coding": 1, "Talking": 3}),
    "Senior PM": ("Product", {"Coding": 1, "Testing": 1, "Talking": 4}),
}


def told(ladder: Ladder) -> dict[str, tuple[str, dict[str, int]]]:
    """Each role's track and levels, by names."""
    assert len({role.name for role in ladder.roles.values()}) == len(ladder.roles)
    return {
        role.name: (
            ladder.tracks[role.track].name if role.track else "",
            {ladder.skills[skill].name: level for skill, level in role.expects.items()},
        )
        for role in ladder.roles.values()
    }


def read(folder: Path, sheets: dict[str, Rows], mapping: str = "", **options: str) -> Imported:
    content = workbook({name: page(rows) for name, rows in sheets.items()})
    (folder / "framework.xlsx").write_bytes(content)
    (folder / "map.yaml").write_text(mapping or "{}", encoding="utf-8")
    how = load_mapping(folder / "map.yaml") if mapping else None
    return import_matrix(folder / "framework.xlsx", how, **options)  # type: ignore[arg-type]


def test_a_sheet_for_each_track_makes_one_matrix(tmp_path: Path) -> None:
    """Beside a cover and a legend; and each can be read alone."""
    legend: Rows = [["Level", "Name"], [1, "Aware"], [2, "Able"], [3, "Skilled"], [4, "Master"]]
    sheets = {
        "Cover": [["Career framework 2027"]],
        "Engineering": ENGINEERING,
        "Product": PRODUCT,
        "Legend": legend,
    }
    made = read(tmp_path, sheets)
    assert told(made.ladder) == EXPECTED
    assert made.ladder.levels == ("Aware", "Able", "Skilled", "Master")
    groups = {skill.name: skill.group for skill in made.ladder.skills.values()}
    assert groups == {"Coding": "Craft", "Testing": "Craft", "Talking": "People"}
    assert made.remarks[0] == (
        'The matrix is read from "Engineering" and "Product", a track each, what its levels mean '
        'from "Legend"; left out: "Cover".'
    )
    assert len(read(tmp_path, sheets, sheet="Product").ladder.roles) == 3


def test_a_small_track_is_not_left_out(tmp_path: Path) -> None:
    """A sheet of one role is as good a track as any; an example is none."""
    data: Rows = [["Skill", "Data Scientist"], ["Coding", 2], ["Testing", 1], ["Talking", 2]]
    example: Rows = [["Skill", "Role A", "Role B"], ["Coding", 1, 2], ["Testing", 1, 2]]
    sheets = {"Example": example, "Engineering": ENGINEERING, "Product": PRODUCT, "Data": data}
    made = read(tmp_path, sheets)
    alone = {"Data Scientist": ("Data", {"Coding": 2, "Testing": 1, "Talking": 2})}
    assert told(made.ladder) == EXPECTED | alone
    assert made.remarks[0].endswith('a track each; left out: "Example".')


def test_a_fault_in_one_sheet_is_told(tmp_path: Path) -> None:
    """In its own cell; the others are not read without it."""
    product = [*PRODUCT[:4], ["", "Testing", "", "x2", 1], PRODUCT[5]]
    with pytest.raises(FileProblems) as refused:
        read(tmp_path, {"Engineering": ENGINEERING, "Product": product})
    assert 'Product!D5: no level "x2"' in str(refused.value)


TITLES: dict[str, Rows] = {
    "Sales": [["Skill", "Advisor", "Manager"], ["Selling", 1, 3], ["Reporting", 1, 2]],
    "Marketing": [["Skill", "Advisor", "Manager"], ["Selling", "-", 1], ["Reporting", 2, 3]],
}


def test_sheets_with_the_same_titles_are_asked_about(tmp_path: Path) -> None:
    """They may be tracks or versions; the line of the message says that they are tracks."""
    with pytest.raises(FileProblems) as refused:
        read(tmp_path, TITLES)
    assert "sheets: [Sales, Marketing]" in str(refused.value)
    made = read(tmp_path, TITLES, "sheets: [Sales, Marketing]")
    assert told(made.ladder) == {
        "Advisor (Sales)": ("Sales", {"Selling": 1, "Reporting": 1}),
        "Manager (Sales)": ("Sales", {"Selling": 3, "Reporting": 2}),
        "Advisor (Marketing)": ("Marketing", {"Reporting": 2}),
        "Manager (Marketing)": ("Marketing", {"Selling": 1, "Reporting": 3}),
    }
    assert "L601" not in {finding.rule.code for finding in check(made.ladder)}
    with pytest.raises(FileProblems, match=r'map\.yaml:1:17: no sheet "Marketin"'):
        read(tmp_path, TITLES, "sheets: [Sales, Marketin]")


WORDS: Rows = [
    *PRODUCT[:3],
    ["", "Coding", "", "Basic", "Basic"],
    ["", "Talking", "Basic", "Expert"],
]
OTHERS: Rows = [["Skill", "Seller", "Senior Seller"], ["Selling", 1, 2], ["Pricing", 1, 2]]
PEOPLE: Rows = [["Skill", "Anna", "Ben", "Carla"], ["Coding", 1, 3, 2], ["Talking", 2, 2, 1]]


@pytest.mark.parametrize(
    "sheets",
    [
        {"2026": ENGINEERING, "2027": ENGINEERING},
        {"Engineering": ENGINEERING, "Engineering old": PRODUCT},
        {"Engineering": ENGINEERING, "Product": WORDS},
        {"Sheet1": ENGINEERING, "Sheet2": PRODUCT},
        {"Product": PRODUCT, "Sales": OTHERS},
        {"Engineering": ENGINEERING, "Data group": PEOPLE},
    ],
)
def test_what_may_be_no_tracks_is_asked(sheets: dict[str, Rows], tmp_path: Path) -> None:
    """Years and versions, names that are the program's, other levels or skills, and people."""
    with pytest.raises(FileProblems, match="hold a matrix each; name the one to read by --sheet"):
        read(tmp_path, sheets)


def test_tables_of_a_sheet_are_named_by_their_cells(tmp_path: Path) -> None:
    """Where they are read as one, and where they cannot be."""
    rows = [*ENGINEERING, [], *PRODUCT]
    made = read(tmp_path, {"Matrix": rows})
    assert told(made.ladder) == EXPECTED
    assert "The tables in A1:E6 and A8:E13 are read as one, as their roles go on." in made.remarks
    with pytest.raises(FileProblems) as refused:
        read(tmp_path, {"Matrix": [*ENGINEERING, [], ["", *OTHERS[0]], ["", *OTHERS[1]]]})
    assert "Matrix!B8: another table begins here: A1:E6 and B8:D9 are not" in str(refused.value)
    assert "name the one to read by --sheet" in str(refused.value)


def test_what_a_sheet_hides_is_said(tmp_path: Path) -> None:
    """Hidden rows and columns are read, and named; a hidden sheet is left out."""
    content = workbook({"Old": page(PRODUCT), "Matrix": page(ENGINEERING)})
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["Old"].sheet_state = "hidden"
    book["Matrix"].column_dimensions["D"].hidden = True
    book["Matrix"].row_dimensions[5].hidden = True
    book.save(tmp_path / "hidden.xlsx")
    made = import_matrix(tmp_path / "hidden.xlsx")
    shown = [*EXPECTED.items()][:3]
    assert told(made.ladder) == {name: ("", levels) for name, (_, levels) in shown}
    assert made.remarks[0] == 'The matrix is read from "Matrix"; left out: "Old".'
    assert "Hidden in the sheet, but read: column D, row 5." in made.remarks


def test_sheets_of_a_list_are_not_named(tmp_path: Path) -> None:
    """All of them are read, so the line would say nothing."""
    (tmp_path / "list.csv").write_text("Role,Skill,Level\nAnalyst,SQL,1\n", encoding="utf-8")
    (tmp_path / "map.yaml").write_text("sheets: [A, B]\n", encoding="utf-8")
    with pytest.raises(FileProblems, match="sheets are for a matrix; of a list, all are read"):
        import_list([tmp_path / "list.csv"], load_mapping(tmp_path / "map.yaml"))
