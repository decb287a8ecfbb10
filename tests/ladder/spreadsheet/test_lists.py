"""Lists as personnel systems and people make them, in tests/data/frameworks/lists."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from graphs import check
from ladder import Ladder, LadderError, Transition, dumps, load
from ladder.importers.assumptions import Imported
from ladder.spreadsheet.lists.columns import looks_like_list
from ladder.spreadsheet.lists.importer import import_list
from ladder.spreadsheet.mapping import load_mapping
from ladder.spreadsheet.readers.csv_text import read_csv

FILES = Path(__file__).parents[2] / "data" / "frameworks" / "lists"
Profiles = Mapping[str, Mapping[str, int]]


def imported(
    *names: str, mapping: str = "", folder: Path | None = None, **options: Any
) -> Imported:
    reading = None
    if mapping and folder:
        (folder / "map.yaml").write_text(mapping, encoding="utf-8")
        reading = load_mapping(folder / "map.yaml")
    return import_list([FILES / name for name in names], reading, **options)


def refused(*names: str, **options: Any) -> list[str]:
    """The messages by which files are refused, without the folder."""
    with pytest.raises(LadderError) as error:
        imported(*names, **options)
    return str(error.value).replace(f"{FILES}/", "").splitlines()


def profiles(ladder: Ladder) -> Profiles:
    return {key: dict(role.expects) for key, role in ladder.roles.items()}


def places(ladder: Ladder) -> Mapping[str, tuple[str | None, int | None]]:
    return {key: (role.track, role.rank) for key, role in ladder.roles.items()}


def promoted(ladder: Ladder) -> list[tuple[str, str]]:
    return [(m.from_role, m.to_role) for m in ladder.transitions if m.kind == "promotion"]


def is_sound(ladder: Ladder, folder: Path) -> bool:
    """Whether the loader reads it as it was made, and the check finds but jumps of the list's."""
    (folder / "made.yaml").write_text(dumps(ladder), encoding="utf-8")
    found = {finding.rule.code for finding in check(ladder)}
    return load(folder / "made.yaml") == ladder and found <= {"L506"}


CONTENTS: Mapping[str, tuple[Profiles, Mapping[str, tuple[str | None, int | None]]]] = {
    "seniority.csv": (
        {
            "junior-engineer": {"go": 1, "talk": 1},
            "senior-engineer": {"go": 3, "talk": 2},
            "junior-writer": {"style": 2},
            "head-writer": {"style": 3},
        },
        {
            "junior-engineer": ("engineer", None),
            "senior-engineer": ("engineer", None),
            "junior-writer": ("writer", None),
            "head-writer": ("writer", None),
        },
    ),
    "hr-export.csv": (
        {
            "data-analyst": {"sql": 2, "charts": 1},
            "senior-data-analyst": {"sql": 3, "charts": 2, "presenting": 2},
            "support-agent": {"listening": 2},
            "support-lead": {"listening": 3, "presenting": 2},
        },
        {
            "data-analyst": ("data", 4),
            "senior-data-analyst": ("data", 5),
            "support-agent": ("service", 3),
            "support-lead": ("service", 5),
        },
    ),
    "deutsch.csv": (
        {
            "vertriebsleitung": {"verhandeln": 3, "produktkenntnis": 3, "führung": 2},
            "vertrieb-innendienst": {"verhandeln": 1, "produktkenntnis": 2},
            "vertrieb-außendienst": {"verhandeln": 2, "produktkenntnis": 3},
        },
        {
            "vertriebsleitung": ("vertrieb", 3),
            "vertrieb-innendienst": ("vertrieb", 1),
            "vertrieb-außendienst": ("vertrieb", 2),
        },
    ),
    "francais.csv": (
        {
            "comptable": {"clôture": 2, "fiscalité": 1, "écoute": 1},
            "chef-comptable": {"clôture": 3, "fiscalité": 2, "écoute": 2},
        },
        {"comptable": (None, 1), "chef-comptable": (None, 2)},
    ),
    "espanol.csv": (
        {
            "enfermera": {"curas": 3, "registro": 2},
            "supervisora": {"curas": 3, "registro": 3, "turnos": 2},
        },
        {"enfermera": (None, None), "supervisora": (None, None)},
    ),
    "essential.csv": (
        {
            "baker": {"knead-dough": 1, "run-an-oven": 1},
            "pastry-cook": {"run-an-oven": 1, "temper-chocolate": 1},
        },
        {"baker": (None, None), "pastry-cook": (None, None)},
    ),
    "two-tracks.csv": (
        {
            "clerk": {"telephone": 1},
            "sales-manager": {"telephone": 2, "planning": 2},
            "packer": {"forklift": 1},
            "stores-manager": {"planning": 3, "forklift": 2},
        },
        {
            "clerk": ("sales", 1),
            "sales-manager": ("sales", 2),
            "packer": ("stores", 1),
            "stores-manager": ("stores", 2),
        },
    ),
    "rated.csv": (
        {"accountant": {"ledger": 3}, "senior-accountant": {"ledger": 4, "tax": 3}},
        {"accountant": ("finance", 3), "senior-accountant": ("finance", 4)},
    ),
    "export.tsv": (
        {"analyst": {"sql": 2}, "senior-analyst": {"sql": 3}},
        {"analyst": ("data", 2), "senior-analyst": ("data", 3)},
    ),
    "level-columns.csv": (
        {"commis": {"soupe": 1}, "cheffe": {"soupe": 3, "pain": 2}},
        {"commis": (None, None), "cheffe": (None, None)},
    ),
    "grades.csv": (
        {
            "tester-l1": {"test-design": 1, "scripting": 1},
            "tester-l2": {"test-design": 2, "scripting": 1},
            "tester-l3": {"test-design": 3, "scripting": 3},
            "writer-l1": {"style": 2},
            "writer-l2": {"style": 3},
        },
        {
            "tester-l1": ("tester", 1),
            "tester-l2": ("tester", 2),
            "tester-l3": ("tester", 3),
            "writer-l1": ("writer", 1),
            "writer-l2": ("writer", 2),
        },
    ),
}


@pytest.mark.parametrize("name", CONTENTS)
def test_every_cell_of_a_list_comes_out(name: str, tmp_path: Path) -> None:
    """Whatever the order and the language of its columns, and what the loader reads again."""
    ladder = imported(name).ladder
    expected, stand = CONTENTS[name]
    assert profiles(ladder) == expected
    assert places(ladder) == stand
    assert is_sound(ladder, tmp_path)


def test_texts_may_stand_beside_the_levels(tmp_path: Path) -> None:
    """In one cell; they mean the level of the skill."""
    rows = "A,Talk,1 – speaks to peers\nB,Talk,2 – speaks to all\nB,Sums,1 – adds up\n"
    (tmp_path / "a.csv").write_text(f"Role,Skill,Level\n{rows}", encoding="utf-8")
    ladder = import_list([tmp_path / "a.csv"]).ladder
    assert profiles(ladder) == {"a": {"talk": 1}, "b": {"talk": 2, "sums": 1}}
    assert {key: dict(skill.levels) for key, skill in ladder.skills.items()} == {
        "talk": {1: "speaks to peers", 2: "speaks to all"},
        "sums": {1: "adds up"},
    }


def test_levels_of_several_tables_are_one_scale(tmp_path: Path) -> None:
    """And what none of them is is told where it stands."""
    (tmp_path / "a.csv").write_text("Role,Skill,Level\nA,Talk,basic\nA,Sums,expert\n")
    (tmp_path / "b.csv").write_text("Role,Skill,Level\nB,Talk,advanced\nB,Sums,advanced\n")
    files = [tmp_path / "a.csv", tmp_path / "b.csv"]
    assert profiles(import_list(files).ladder)["b"] == {"talk": 3, "sums": 3}
    (tmp_path / "b.csv").write_text("Role,Skill,Level\nB,Talk,advancd\nB,Sums,advanced\n")
    with pytest.raises(LadderError, match=r"b\.csv:2:8: no level .*did you mean advanced"):
        import_list(files)


def test_groups_and_texts_go_to_the_skills_and_the_rest_is_named() -> None:
    """A text at a level comes from a row that is not required, too."""
    ladder, (reading, assumed) = imported("hr-export.csv")
    assert {key: skill.group for key, skill in ladder.skills.items()} == {
        "sql": "Technology",
        "charts": "Technology",
        "presenting": "People",
        "listening": "People",
    }
    assert ladder.skills["presenting"].levels == {
        1: "Speaks to the own team",
        2: "Speaks to other departments",
    }
    assert reading == (
        "Read as a list with 10 rows: track (Job family), role (Job title), rank (Grade), group "
        "(Competency group), skill (Competency), required, level (Proficiency level) and text "
        "(Level description). Levels, by the numbers before them: 1 Aware, 2 Working, 3 Skilled. "
        'Left out: the columns "Weight", "Last changed"; 1 row with a skill that is not required.'
    )
    assert assumed.startswith("Each role is promoted to the next rank of its track. A list says")
    assert promoted(ladder) == [
        ("data-analyst", "senior-data-analyst"),
        ("support-agent", "support-lead"),
    ]


def test_a_title_in_two_tracks_is_two_roles() -> None:
    """By other names, as nobody could ask for one of them else."""
    ladder, (reading, _) = imported("two-tracks.csv")
    assert ladder.roles["sales-manager"].name == "Manager (Sales)"
    assert (
        "A title in several tracks is a role in each of them: Manager (Sales), Manager (Stores)."
        in reading
    )
    assert promoted(ladder) == [("clerk", "sales-manager"), ("packer", "stores-manager")]


def test_what_is_the_same_at_all_levels_is_of_the_skill(tmp_path: Path) -> None:
    """A definition in each row says what the skill is, not what a level means."""
    for heading in ("Definition", "Description"):
        text = (FILES / "grades.csv").read_text(encoding="utf-8").replace("Definition", heading)
        (tmp_path / "grades.csv").write_text(text, encoding="utf-8")
        ladder = import_list([tmp_path / "grades.csv"]).ladder
        assert ladder.skills["style"].about == "Saying it plainly"
        assert not any(skill.levels for skill in ladder.skills.values())


def test_a_table_of_skills_says_more_of_them() -> None:
    """Groups, what a skill is, and texts for its levels; the skill once for all of them."""
    ladder, (reading, _) = imported("two-tracks.csv", "library.csv")
    assert {
        key: (skill.group, skill.about, dict(skill.levels)) for key, skill in ladder.skills.items()
    } == {
        "telephone": ("Talk", None, {1: "Puts a call through", 2: "Calms a caller"}),
        "planning": ("Thought", None, {2: "Plans a week", 3: "Plans a season"}),
        "forklift": (None, None, {}),
    }
    assert "Left out: skills that no role expects: Invoicing." in reading


def test_a_legend_beside_a_list_names_its_levels() -> None:
    """And says what they mean."""
    made = imported("legend.md")
    assert made.ladder.levels == ("Helps", "Works alone", "Teaches")
    assert made.ladder.levels_about[2] == "Does it without help."
    assert "Levels, as the legend says: 1 Helps" in made.remarks[0]
    assert profiles(made.ladder) == {"baker": {"dough": 1}, "head-baker": {"dough": 3}}


def test_titles_and_footers_are_no_roles() -> None:
    """They are named, as all that is left out."""
    reading = imported("deutsch.csv").remarks[0]
    assert reading.endswith(
        'what stands around the table, "Kompetenzmodell Vertrieb", "Stand: Entwurf 3", '
        '"Vertraulich, nur für den internen Gebrauch".'
    )


def test_without_ranks_nobody_is_promoted_and_the_way_out_is_told() -> None:
    """Unless a table of roles gives ranks, or the mapping file says how roles stand."""
    ladder, (_, order) = imported("essential.csv")
    assert promoted(ladder) == []
    assert order.startswith(
        "The roles have no ranks, so that none is promoted; give each its place in a column Rank, "
        "here or in a table of roles, 1 being the lowest, or add a table of moves: from, to, "
        "months, kind; or say in a mapping file that they stand in order: order: rising."
    )
    assert places(imported("essential.csv", "ranks.csv").ladder) == {
        "baker": ("bread", 1),
        "pastry-cook": ("bread", 2),
    }
    assert promoted(imported("essential.csv", "ranks.csv").ladder) == [("baker", "pastry-cook")]


def test_a_table_of_roles_may_use_their_full_names(tmp_path: Path) -> None:
    """Of roles that are told apart by grade or track; two of one name are refused."""
    ranks = tmp_path / "ranks.csv"
    ranks.write_text("Role,Rank\nJunior Engineer,1\nSenior engineer,2\n", encoding="utf-8")
    ladder = import_list([FILES / "seniority.csv", ranks]).ladder
    assert promoted(ladder) == [("junior-engineer", "senior-engineer")]
    assert [role.name for role in ladder.roles.values()][:2] == [
        "Junior Engineer",
        "Senior Engineer",
    ]
    assert len(ladder.roles) == 4
    same = tmp_path / "same.csv"
    same.write_text("Role ID,Role,Skill,Level\na,Cook,Dough,1\nb,Cook,Dough,2\n")
    with pytest.raises(LadderError, match=r"same.csv:3:3: .*another role, in line 2, has it"):
        import_list([same])


def test_the_mapping_file_may_say_how_roles_stand(tmp_path: Path) -> None:
    """A list in no order has none; in this one the owner knows it."""
    ladder = imported("essential.csv", mapping="order: falling", folder=tmp_path).ladder
    assert promoted(ladder) == [("pastry-cook", "baker")]
    assert places(ladder)["baker"] == (None, None)


def test_moves_that_are_given_are_all_there_are() -> None:
    """With their months and kinds; what one of them leaves out is assumed, and told."""
    ladder, (reading, order) = imported("hr-export.csv", "moves.csv")
    expects = {key: role.expects for key, role in ladder.roles.items()}
    assert ladder.transitions == (
        Transition(
            "data-analyst",
            "senior-data-analyst",
            18,
            "promotion",
            expects["senior-data-analyst"],
        ),
        Transition(
            ("support-agent", "support-lead"),
            "data-analyst",
            12,
            "Career change",
            expects["data-analyst"],
        ),
        Transition("any", "support-agent", 0, "entry", expects["support-agent"]),
        Transition(
            "senior-data-analyst",
            "support-lead",
            12,
            "lateral",
            expects["support-lead"],
            confidence="low",
        ),
    )
    assert (
        "4 moves given, and no others made. 1 move without months got what is usual. "
        "1 move without a kind got what is usual." in reading
    )
    assert order.startswith("Moves are those of the table, and no others. A list says nothing of")
    assert "side move" not in order
    assert [key for key, role in ladder.roles.items() if role.final] == []
    assert ladder.activities["charts-aware"].months == 5  # 18 for the 4 of a promotion


def test_courses_that_are_given_stand_beside_practice(tmp_path: Path) -> None:
    """One of several skills has several rows; what nobody expects is left out with a word."""
    ladder, (reading, _) = imported("hr-export.csv", "moves.csv", "courses.csv")
    given = [each for each in ladder.activities.values() if each.kind != "practice"]
    assert [(a.name, a.months, a.cost, dict(a.develops), a.url) for a in given] == [
        ("SQL in the evenings", 3, 1200, {"sql": 2}, "https://example.org/sql"),
        ("Speaking up", 1, 90.5, {"presenting": 1, "listening": 2}, None),
    ]
    assert ladder.currency == "EUR"
    assert 'Left out, as no role expects it: "Juggling" by "Juggling".' in reading
    assert is_sound(ladder, tmp_path)


REFUSED = {
    ("two-levels.csv",): [
        'two-levels.csv:5:7: two levels of one skill of a role: "dough" of "baker" is 2 in line 2 '
        'and 3 in line 5, "Oven" of "Pastry Cook" is 2 in line 6 and 1 in line 8; keep one row of '
        "each"
    ],
    ("gaps.csv",): [
        "gaps.csv:3:20: the level is missing; write it, or 0 where the skill is not expected; or "
        'say in a mapping file that an empty cell means so: empty: [""]',
        'gaps.csv:4:13: the rank of "Baker" is "2" here, but "1" in line 2; it can have one only',
        'gaps.csv:4:25: under "Required", "maybe" does not say whether the skill is required; '
        "write yes or no, or leave the column out by a line in a mapping file: ignore: [Required]",
        "gaps.csv:5:1: the role is missing in this row",
        "gaps.csv:6:20: the skill is missing in this row",
        'gaps.csv:7:29: under "Required", an empty cell does not say whether the skill is '
        "required; write yes or no, or leave the column out by a line in a mapping file: "
        "ignore: [Required]",
        'gaps.csv:8:25: no level "four"; levels are 1 level 1, 2 level 2, 3 level 3 (empty or 0 is '
        "none); where that is not so, list the levels in a mapping file",
    ],
    ("people.csv",): [
        'people.csv:1:1: this is a table of people, by the heading "Employee": it says what they '
        "can do, not what their roles expect; expected a row for each skill of each role; where it "
        "is one, leave that column out by a line in a mapping file: ignore: [Employee]"
    ],
    ("whose-level.csv",): [
        'whose-level.csv:1:6: cannot tell whether "Level" is of the role or of the skill, as it is '
        "the same in all rows of a role; say in a mapping file which it is, by rank: Level or "
        "level: Level"
    ],
    ("joined.csv",): [
        "joined.csv:2:7: several skills in a cell; give each skill of a role a row of its own; "
        "also in line 3"
    ],
    ("commas.csv",): [
        "commas.csv:2:7: several skills in a cell; give each skill of a role a row of its own; "
        "also in line 3"
    ],
    ("two-marks.csv",): [
        "two-marks.csv:2:16: several levels are marked in this row; mark the one that is expected"
    ],
    ("own-heading.csv",): [
        'own-heading.csv:1:12: the list has no column of levels, unless it is "Wanted points"; say '
        "in a mapping file that it is, by level: Wanted points, or that it is to be left out, by "
        "ignore: [Wanted points]"
    ],
    ("moves.csv",): [
        "moves.csv has no list in it; expected a row of headings such as Role, Skill and Level, "
        "and a row below for each skill of each role; other headings are said in a mapping file, "
        "such as role: Stelle; roles one way and skills the other are a matrix, for ladder import "
        "matrix"
    ],
    ("hr-export.csv", "moves-wrong.csv", "courses-wrong.csv"): [
        "courses-wrong.csv:2:14: expected whole months from 1 to 1200, such as 2, found an empty "
        "cell",
        'courses-wrong.csv:2:15: "ask HR" should be a number, such as 500',
        'courses-wrong.csv:3:18: no role of the list expects "Presentin"; did you mean Presenting?',
        "courses-wrong.csv:4:13: a cost in USD, others being in EUR; give all in one currency",
        "courses-wrong.csv:4:29: the level that is reached is missing",
        'moves-wrong.csv:2:1: no role "Data Analist" in the list; did you mean Data Analyst or '
        "Senior Data Analyst?",
        'moves-wrong.csv:3:28: "2 years" should be whole months from 0 to 1200, such as 24',
        "moves-wrong.csv:4:14: a move leads into one role, not into any",
        "moves-wrong.csv:6:1: this move is lateral after 12 months in line 5, and lateral after 6 "
        "here; keep one of the two",
    ],
}


@pytest.mark.parametrize("names", REFUSED, ids=lambda names: names[-1])
def test_what_is_doubtful_is_refused_with_a_way_out(names: tuple[str, ...]) -> None:
    """All of it at once, where it stands, and what to write."""
    assert refused(*names) == REFUSED[names]


def test_what_the_mapping_file_says_is_done(tmp_path: Path) -> None:
    """The line that a message gives is the one that helps."""
    by_rank = imported("whose-level.csv", mapping="rank: Level", folder=tmp_path).ladder
    assert places(by_rank) == {"baker": (None, 2), "head-baker": (None, 3)}
    assert profiles(by_rank)["baker"] == {"dough": 1, "oven": 1}
    by_level = imported("whose-level.csv", mapping="level: Level", folder=tmp_path).ladder
    assert profiles(by_level)["baker"] == {"dough": 2, "oven": 2}
    (absent,) = refused("whose-level.csv", mapping="skill: Skil", folder=tmp_path)
    assert absent.endswith(
        'no heading "Skil"; there are "Role", "Level", "Skill"; did you mean Skill?'
    )


def test_a_role_of_which_nothing_is_expected_is_told(tmp_path: Path) -> None:
    """A row that lacks its skill is one, too; a track without a name is refused."""
    rows = "Track,Role,Rank,Skill,Level\nBread,Baker,1,Dough,2\nBread,Counter,2,,\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    ladder, (reading, _) = import_list([tmp_path / "a.csv"])
    assert profiles(ladder) == {"baker": {"dough": 2}, "counter": {}}
    assert "Roles of which no skill is expected: Counter." in reading
    (tmp_path / "a.csv").write_text(rows.replace("Bread,B", ":,B"), encoding="utf-8")
    with pytest.raises(LadderError, match=r'a.csv:2:1: ":" names no track'):
        import_list([tmp_path / "a.csv"])


def test_headings_of_its_own(tmp_path: Path) -> None:
    """Of a list in any other language, all of them can be said."""
    (tmp_path / "a.csv").write_text("Taito,Tehtävä,Taso,Pakko\nSQL,Tutkija,2,x\nR,Tutkija,1,\n")
    (tmp_path / "map.yaml").write_text(
        "{role: Tehtävä, skill: Taito, level: taso, required: Pakko}"
    )
    ladder = import_list([tmp_path / "a.csv"], load_mapping(tmp_path / "map.yaml")).ladder
    assert profiles(ladder) == {"tutkija": {"sql": 2}}


def test_skills_that_are_spelt_alike_are_told(tmp_path: Path) -> None:
    """They stay two; whoever reads the remark knows better."""
    rows = (
        "Role,Skill,Level\nA,Communication,1\nB,Communication,2\nC,Comunication,2\nC,C++,1\nC,C,1\n"
    )
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    reading = import_list([tmp_path / "a.csv"]).remarks[0]
    assert (
        'Taken for different skills, though spelt alike: "C++" and "C", "Comunication" and '
        '"Communication".' in reading
    )


def test_texts_of_roles_are_no_texts_of_levels(tmp_path: Path) -> None:
    """Where two roles have another text at the same level, neither is what the level means."""
    rows = "A,Talk,1,To peers\nB,Talk,1,To staff\nB,Sums,1,Adds\nA,Sums,2,Proves\n"
    (tmp_path / "a.csv").write_text(f"Role,Skill,Level,Text\n{rows}", encoding="utf-8")
    ladder, (reading, _) = import_list([tmp_path / "a.csv"])
    assert {key: dict(skill.levels) for key, skill in ladder.skills.items()} == {
        "talk": {},
        "sums": {1: "Adds", 2: "Proves"},
    }
    assert "texts that differ from row to row at one level: Talk at level 1." in reading


def book(folder: Path) -> Path:
    """A workbook as one keeps it: a cover, a title, merged roles, and further sheets."""
    made = Workbook()
    cover = made.active
    assert cover is not None
    cover.title = "Read me"
    cover["B2"] = "Our framework"
    cover["B4"] = "Ask the people team before you change anything."
    sheet = made.create_sheet("Framework")
    sheet.merge_cells("A1:E1")
    sheet["A1"] = "What we expect, draft 4"
    sheet["A1"].font = Font(bold=True, size=16)
    rows = [
        ("Role", "Level in track", "Group", "Skill", "Required level"),
        ("Grower", 1, "Garden", "Pruning", 1),
        (None, None, "Garden", "Sowing", 2),
        ("Head grower", 2, "Garden", "Pruning", 3),
        (None, None, "Garden", "Sowing", 3),
        (None, None, "People", "Teaching", 1),
    ]
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row, start=1):
            cell = sheet.cell(number, column, value)
            cell.fill = PatternFill("solid", fgColor="DDEEDD")
    for letter in "AB":
        sheet.merge_cells(f"{letter}4:{letter}5")
        sheet.merge_cells(f"{letter}6:{letter}8")
    sheet["B3"] = "Grade"
    sheet["A10"] = "Questions: people team"
    moves = made.create_sheet("Moves")
    moves.append(["From", "To", "Months", "Kind"])
    moves.append(["Grower", "Head grower", 30, "promotion"])
    courses = made.create_sheet("Courses")
    courses.append(["Name", "Months", "Cost", "Skill", "Level"])
    courses.append(["Winter school", 2, 450.0, "Pruning", 2])
    for column in range(1, 6):
        sheet.column_dimensions[get_column_letter(column)].width = 22
    made.save(folder / "garden.xlsx")
    return folder / "garden.xlsx"


def test_a_workbook_with_all_its_sheets(tmp_path: Path) -> None:
    """Each sheet is found by its headings, and the cover is named."""
    ladder, (reading, _) = import_list([book(tmp_path)])
    assert profiles(ladder) == {
        "grower": {"pruning": 1, "sowing": 2},
        "head-grower": {"pruning": 3, "sowing": 3, "teaching": 1},
    }
    assert places(ladder) == {"grower": (None, 1), "head-grower": (None, 2)}
    assert [(m.from_role, m.to_role, m.months) for m in ladder.transitions] == [
        ("grower", "head-grower", 30)
    ]
    assert ladder.activities["winter-school"].develops == {"pruning": 2}
    assert ladder.activities["winter-school"].cost == 450
    assert {skill.group for skill in ladder.skills.values()} == {"Garden", "People"}
    assert reading.endswith(
        'Left out: what stands around the table, "What we expect, draft 4", '
        '"Questions: people team"; the tables "Read me".'
    )


def test_a_page_with_all_its_tables() -> None:
    """In Markdown each table stands for itself, below its heading."""
    ladder = imported("page.md").ladder
    assert profiles(ladder) == {
        "grower": {"pruning": 1, "sowing": 2},
        "head-grower": {"pruning": 3, "sowing": 3},
    }
    assert dict(ladder.skills["pruning"].levels) == {1: "follows a plan", 3: "teaches it"}
    assert [(m.from_role, m.to_role, m.months, m.kind) for m in ladder.transitions] == [
        ("grower", "head-grower", 30, "promotion")
    ]
    course = ladder.activities["winter-school"]
    assert (course.months, course.cost, ladder.currency) == (2, 450, "GBP")


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "mac_roman"])
def test_a_list_in_any_encoding(encoding: str, tmp_path: Path) -> None:
    """The same ladder, and a word on what it was read as."""
    text = (FILES / "deutsch.csv").read_text(encoding="utf-8")
    (tmp_path / "deutsch.csv").write_bytes(text.encode(encoding))
    ladder, (reading, _) = import_list([tmp_path / "deutsch.csv"])
    assert profiles(ladder) == CONTENTS["deutsch.csv"][0]
    assert reading.startswith("deutsch.csv was read as ")


def test_months_and_side_moves_of_before_stay_unless_moves_are_given() -> None:
    """As for a matrix; a table of moves says all of them itself."""
    before = imported("hr-export.csv", tenure=7).ladder
    again, (_, words) = imported("hr-export.csv", before=before)
    assert {m.months for m in again.transitions if m.kind == "promotion"} == {7}
    assert "Kept of the ladder before" in words
    given, (_, words) = imported("hr-export.csv", "moves.csv", before=before)
    assert len(given.transitions) == 4
    assert "Nothing is taken of the ladder before" in words


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Skill;Stelle;Stufe\nSQL;Analystin;2", True),
        ("Our list,,\n\nRole,Level,Competency\nAnalyst,2,SQL", True),
        ("Poste,Compétence\nComptable,Clôture", True),
        ("Role,Skill,Level,From,To\nAnalyst,SQL,2,2026,2027", True),
        ("Title,Skill,Months,Level\nSQL by night,SQL,12,2", False),
        ("Title,Skill,Level\nAnalyst,SQL,2", True),
        ("Course,Role,Skill,Months,Level\nSQL by night,Analyst,SQL,2,2", False),
        ("Name,Role,Skill,Level\nA. Marsh,Analyst,SQL,2", True),
        ("Role,SQL,Python\nAnalyst,2,1", False),
        ("Skill,Analyst,Manager\nSQL,1,2", False),
        ("Id,Title,Parent\n1,Director,\n2,Analyst,1", False),
        ("Task,Done\nBuy a lock,x", False),
    ],
)
def test_lists_are_told_from_other_tables(text: str, is_one: bool) -> None:
    """By their headings, wherever those stand."""
    assert looks_like_list(read_csv(text, "a.csv")) is is_one
