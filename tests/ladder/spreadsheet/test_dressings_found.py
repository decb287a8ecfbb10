"""What random dressings were once read wrongly, each in its smallest form."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.dressings import Dressed, Span
from support.workbooks import Rows, text, workbook

from ladder import Ladder
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.lists.importer import import_list


def imported(content: bytes, folder: Path) -> Ladder:
    file = folder / "m.txt"
    file.write_bytes(content)
    return import_matrix(file).ladder


def test_a_track_that_is_called_like_a_skill_is_no_level(tmp_path: Path) -> None:
    """It stands in two rows and in two columns, as levels do; roles were called by their ranks."""
    rows = [
        ["Job title", "Grade", "C++", "Level design"],
        ["R&D"],
        ["Engineer I", 1, 1, 1],
        ["Engineer II", 2, 1, 2],
        ["Level design"],
        ["IC1", 1, 3, ""],
        ["IC2", 2, 4, ""],
    ]
    content = workbook({"Matrix": Dressed(rows, [Span(1, 0, 1, 4), Span(4, 0, 1, 4)])})
    roles = imported(content, tmp_path).roles.values()
    assert [role.name for role in roles] == ["Engineer I", "Engineer II", "IC1", "IC2"]
    assert [role.track for role in roles] == ["r-d", "r-d", "level-design", "level-design"]


def test_skills_are_not_called_by_groups_of_one(tmp_path: Path) -> None:
    """The heading of the ranks above the groups had counted as one more name."""
    rows = [
        ["For comments"],
        ["Department", "", "Development", "", "Sales", ""],
        ["Grade", "", "L1", "L2", "L1", "L2"],
        ["Group", "Skill", "Developer", "Senior developer", "Seller", "Senior seller"],
        ["Craft", "Selling", "awareness", "working", "expert", "expert"],
        ["People", "Quality", "working", "working", "awareness", "practitioner"],
    ]
    skills = imported(text(rows), tmp_path).skills.values()
    assert [(skill.name, skill.group) for skill in skills] == [
        ("Selling", "Craft"),
        ("Quality", "People"),
    ]


@pytest.mark.parametrize(
    "codes",
    [
        ("25%", "50%", "75%", "100%"),
        ("1/4", "2/4", "3/4", "4/4"),
        ("I", "II", "III", "IV"),
        ("L1", "L2", "L3", "L4"),
        ("●○○○", "●●○○", "●●●○", "●●●●"),
    ],
    ids=["shares", "of four", "Roman", "letters", "dots"],
)
@pytest.mark.parametrize("legend", ["below", "line", "table"])
def test_a_legend_names_whatever_stands_for_levels(
    codes: tuple[str, ...], legend: str, tmp_path: Path
) -> None:
    """Only numbers and letters had been taken; its lines were read as skills without levels."""
    names = ("seen", "done", "mastered", "taught")
    entries = [f"{code} = {name}" for code, name in zip(codes, names, strict=True)]
    lines: Rows = {
        "below": [[entry] for entry in entries],
        "line": [[", ".join(entries)]],
        "table": [[code, name] for code, name in zip(codes, names, strict=True)],
    }[legend]
    rows = [["Skill", "Cook", "Chef"], ["Baking", *codes[:2]], ["Sauces", *codes[2:]]]
    ladder = imported(text([*rows, [], ["Legend"], *lines]), tmp_path)
    assert ladder.levels == names
    assert ladder.roles["chef"].expects == {"baking": 2, "sauces": 4}


def test_what_stands_below_a_list_is_no_skill(tmp_path: Path) -> None:
    """Nor does it decide what the columns hold; the last role had it for one more skill."""
    rows = [["Skill", "Role"], ["Dough", "Baker"], ["Oven", "Head"], [], ["For the people team"]]
    (tmp_path / "list.csv").write_bytes(text(rows))
    assert {*import_list([tmp_path / "list.csv"]).ladder.skills} == {"dough", "oven"}
    rows = [["Role", "Skill"], ["Baker", "Dough"], ["", "Salt"], ["Head", "Oven"], ["", "Total"]]
    (tmp_path / "list.csv").write_bytes(text(rows))
    assert {*import_list([tmp_path / "list.csv"]).ladder.skills} == {"dough", "oven", "salt"}


def test_a_footer_below_the_marks_of_a_list_is_no_mark(tmp_path: Path) -> None:
    """An empty cell was asked about, as if not all cells were marks."""
    rows = [
        ["Required", "Role", "Skill", "Level"],
        ["x", "Baker", "Dough", 1],
        ["", "Baker", "Oven", 1],
        ["x", "Head", "Oven", 2],
        [],
        ["For the people team"],
    ]
    (tmp_path / "list.csv").write_bytes(text(rows))
    roles = import_list([tmp_path / "list.csv"]).ladder.roles
    assert {key: dict(role.expects) for key, role in roles.items()} == {
        "baker": {"dough": 1},
        "head": {"oven": 2},
    }


@pytest.mark.parametrize("section", ["Équipe", "Team"])
def test_a_section_merged_over_all_that_is_called_like_a_heading_is_a_section(
    section: str, tmp_path: Path
) -> None:
    """It had been taken for the line of tracks, which were lost."""
    rows = [
        ["", "", "Cuisine", "", "Salle", ""],
        ["Compétence", "Description", "Commis", "Chef de partie", "Serveuse", "Cheffe de rang"],
        ["Métier, technique"],
        ["Pâtisserie", "What pâtisserie is all about, in a sentence.", 1, 2, 3, 4],
        ["Savoir-être"],
        ["Coûts", "What coûts is all about, in a sentence.", 1, "", "", ""],
        [section],
        ["Accueil", "What accueil is all about, in a sentence.", 1, "", "", ""],
    ]
    bands = [Span(0, 2, 1, 2), Span(0, 4, 1, 2), *(Span(at, 0, 1, 6) for at in (2, 4, 6))]
    ladder = imported(workbook({"Matrix": Dressed(rows, bands)}), tmp_path)
    assert [track.name for track in ladder.tracks.values()] == ["Cuisine", "Salle"]
    assert [skill.group for skill in ladder.skills.values()] == [
        "Métier, technique",
        "Savoir-être",
        section,
    ]
