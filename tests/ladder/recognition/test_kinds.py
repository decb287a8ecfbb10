"""Files are taken for what they are."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import Workbook
from support.origins import REFUSED, SHAPES

from graphs import node_link
from ladder import FileProblems, LadderError, UnreadableFile, bundled
from ladder.recognition.kinds import (
    DDAT,
    DRAWING,
    LIST,
    MATRIX,
    NODE_LINK,
    ONET,
    WORKBOOK,
    recognise,
)
from ladder.recognition.no_framework import NoFramework
from ladder.spreadsheet.mapping import load_mapping
from ladder.spreadsheet.xlsx_writer import matrix_xlsx

DATA = Path(__file__).parents[2] / "data"

KINDS = {
    "across.csv": MATRIX,
    "reports-and-levels.csv": MATRIX,
    "status-and-levels.csv": MATRIX,
    "ticks.csv": MATRIX,
    "contact.csv": MATRIX,
    "ranked.csv": MATRIX,
    "list.csv": LIST,
    "graph.json": NODE_LINK,
    "flow.json": DRAWING,
    "diagram.mmd": DRAWING,
    "graph.graphml": DRAWING,
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_what_a_file_is_taken_for(name: str, kind: str) -> None:
    """A column of superiors or states beside levels makes no other thing of a matrix."""
    found = recognise([SHAPES / name])
    assert (found.kind, found.files) == (kind, (str(SHAPES / name),))


def test_each_kind_has_a_file() -> None:
    """No file is there that nothing is said of."""
    assert {file.name for file in SHAPES.iterdir()} == set(KINDS)
    assert {file.name for file in REFUSED.iterdir()} == set(REFUSALS)


PEOPLE, LINES = "this looks like a table of people", "this looks like reporting lines"
CHECKLIST, RECORDS = "this looks like a checklist", "this is a list of records"
REFUSALS = {
    "onboarding.csv": f"1:16: {CHECKLIST}",
    "first-weeks.md": f"1:1: {CHECKLIST}",
    "ticked.csv": f"1:1: {CHECKLIST}",
    "duties.csv": "1:1: this looks like a RACI matrix",
    "names.txt": "1:1: there is a single column",
    "rungs.csv": " a table of roles, skills, moves or courses stands beside a list",
    "organigram.csv": f'1:10: {LINES}, as "parent" says who stands above whom',
    "reports-to.csv": f'1:27: {LINES}, as "Reports to" says',
    "managers.csv": f'1:12: {LINES}, as "Manager" says',
    "staff.csv": f'1:6: {PEOPLE}, with "E-mail", "Hire date"',
    "team-skills.csv": f'1:6: {PEOPLE}, with "Contact"',
    "pay.csv": '1:17: this looks like a table of pay, with "Min", "Mid", "Max"',
    "pay-by-grade.csv": '2:9: this looks like a table of pay or of other amounts, such as "38000"',
    "weeks.csv": '1:6: this looks like a timetable or a budget, with a column each for "Week 1"',
    "survey.csv": '1:10: this looks like the answers to a survey, with "Strongly disagree"',
    "named-people.csv": f'1:1: {PEOPLE}, with "Name"',
    "nine-boxes.csv": f'1:1: {PEOPLE}, with "Employee"',
    "training.csv": "1:1: this looks like a catalogue of courses",
    "shifts.csv": '1:7: this looks like a timetable or a budget, with a column each for "Mon"',
    "budget.csv": '1:12: this looks like a timetable or a budget, with a column each for "Q1"',
    "invoices.csv": "1:1: this looks like accounts or invoices",
    "catalogue.csv": "1:1: this looks like a catalogue of courses",
    "owners.csv": f"1:12: {CHECKLIST}",
    "package.json": "1:1: this describes a package of programs",
    "openapi.yaml": "1:1: this describes an interface (OpenAPI)",
    "records.json": f'1:1: {RECORDS} with "role", "skill", "level"; write it as CSV',
    "records.yaml": f'1:1: {RECORDS} with "role", "skill", "level"; write it as CSV',
    "settings.yaml": '1:1: this has the keys "theme", "lines", which no framework has',
    "ladder.yaml": "1:1: this is a ladder file already",
    "flow.drawio": "1:1: this is a drawing of draw.io",
    "sequence.mmd": "1:1: this is a sequence diagram in Mermaid",
    "occupations_en.csv": " is a table of ESCO; give the folder",
}


@pytest.mark.parametrize(("name", "told"), REFUSALS.items(), ids=REFUSALS)
def test_what_is_no_framework_is_refused(name: str, told: str) -> None:
    """With what it looks like, where that shows, and what was expected."""
    with pytest.raises(LadderError) as refused:
        recognise([REFUSED / name])
    message = str(refused.value).removeprefix(str(REFUSED / name)).removeprefix(":")
    assert message.startswith(told)
    assert any(word in message for word in ("expected", "import", "needs", "give", "beside"))


@pytest.mark.parametrize(
    "rows",
    [
        "Name,Department,SQL\nSenior Analyst,IT,3\nData Steward,IT,2\nHead Cook,Food,1\n",
        "Skill,Employee,Team lead\nSQL,1,2\nWriting,2,3\n",
        "Skill,Day shift,Night shift,Weekly report\nSQL,1,2,3\n",
        "Role,Selling,Writing\nAdvisor,1000,2000\nManager,60,90\nClerk,30,10\n",
        "Competency,Often,Alone\nSQL,1,2\n",
    ],
    ids=["jobs-below-name", "a-role-employee", "shifts", "points", "two-answers"],
)
def test_a_matrix_that_has_something_of_another_table_is_read(rows: str, tmp_path: Path) -> None:
    """One word of a list of people, a timetable, a survey or pay makes none of it."""
    (tmp_path / "m.csv").write_text(rows, encoding="utf-8")
    assert recognise([tmp_path / "m.csv"]).kind == MATRIX


def saved(folder: Path, **sheets: list[list[object]]) -> Path:
    """A workbook as a person makes one."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    (folder / "book.xlsx").write_bytes(content.getvalue())
    return folder / "book.xlsx"


COVER = [["Our skills"], ["Version 3"]]
TASKS = [["Task", "Done"], ["Get a laptop", "yes"], ["Meet the team", "no"]]
STAFF = [["Name", "E-mail"], ["Ines", "ines@example.org"], ["Wei", "wei@example.org"]]
LEVELS = [["Role", "SQL"], ["Analyst", 1], ["Senior analyst", 2]]
ROWS = [["Role", "Skill", "Level"], ["Analyst", "SQL", 1]]


def test_the_sheets_that_hold_no_framework_do_not_matter(tmp_path: Path) -> None:
    """Where another one does."""
    assert recognise([saved(tmp_path, Cover=COVER, Tasks=TASKS, Levels=LEVELS)]).kind == MATRIX
    assert recognise([saved(tmp_path, Cover=COVER, Staff=STAFF, Rows=ROWS)]).kind == LIST


def test_a_workbook_without_a_framework_is_refused(tmp_path: Path) -> None:
    """For the first sheet that says what it is."""
    with pytest.raises(
        NoFramework, match=r"book\.xlsx: Staff!B1: this looks like a table of people"
    ):
        recognise([saved(tmp_path, Staff=STAFF, Tasks=TASKS)])


def test_what_was_exported_is_known(tmp_path: Path) -> None:
    """As a workbook or as a graph."""
    ladder = bundled("product-management")
    (tmp_path / "all.xlsx").write_bytes(matrix_xlsx(ladder))
    (tmp_path / "graph.txt").write_text(node_link(ladder), encoding="utf-8")
    assert recognise([tmp_path / "all.xlsx"]).kind == WORKBOOK
    assert recognise([tmp_path / "graph.txt"]).kind == NODE_LINK


def test_published_tables() -> None:
    """Those of the British government in either order; those of O*NET by their folder."""
    roles, order = str(DATA / "ddat" / "roles.csv"), str(DATA / "ddat" / "order.csv")
    assert recognise([order, roles]) == recognise([roles, order])
    assert recognise([roles, order]).files == (roles, order)
    assert recognise([roles, order]).kind == DDAT
    assert recognise([DATA / "onet"]).kind == ONET


def test_a_part_of_published_tables_is_refused() -> None:
    """With what is lacking."""
    with pytest.raises(UnreadableFile, match="two tables are needed"):
        recognise([DATA / "ddat" / "roles.csv"])
    with pytest.raises(UnreadableFile, match="give the folder with all of its tables"):
        recognise([DATA / "onet" / "Skills.tsv"])
    with pytest.raises(UnreadableFile, match="without the tables of O"):
        recognise([DATA])


def test_a_list_comes_before_what_belongs_to_it(tmp_path: Path) -> None:
    """Tables of moves are no frameworks by themselves."""
    moves = tmp_path / "moves.csv"
    moves.write_text("From,To,Months\nAnalyst,Senior analyst,24\n", encoding="utf-8")
    listed = SHAPES / "list.csv"
    assert recognise([moves, listed]).files == (str(listed), str(moves))
    with pytest.raises(UnreadableFile, match=r"moves\.csv: a table of .* stands beside a list"):
        recognise([moves])


def test_several_matrices_are_refused() -> None:
    """As one ladder is made."""
    with pytest.raises(UnreadableFile, match="one file makes a ladder"):
        recognise([SHAPES / "across.csv", SHAPES / "graph.json"])


def test_broken_json_is_told_where(tmp_path: Path) -> None:
    """Like in any file."""
    (tmp_path / "a.json").write_text('{"nodes": [}', encoding="utf-8")
    with pytest.raises(FileProblems, match=r"a\.json:1:12: not JSON"):
        recognise([tmp_path / "a.json"])


OWN_HEADINGS = "Planstelle,Merkmal,Wert\nIngrid,Teig,1\nJonas,Ofen,2\n"
EMPLOYEES = "Role,Skill,Level,Employee\nBaker,Dough,1,Ann\nHead,Oven,3,Bob\n"


@pytest.mark.parametrize(
    ("text", "mapping", "kind"),
    [
        (OWN_HEADINGS, "role: Planstelle\nskill: Merkmal\nlevel: Wert\n", LIST),
        (OWN_HEADINGS, "role: Planstelle\nroles: down\n", MATRIX),
        (EMPLOYEES, "ignore: [Employee]\n", LIST),
        ("Role,Min,Mid,Max\nCook,1,2,3\nChef,2,3,3\n", "role: Role\n", MATRIX),
    ],
)
def test_a_mapping_file_says_what_the_headings_are(
    text: str, mapping: str, kind: str, tmp_path: Path
) -> None:
    """It had been looked at only once the kind was decided without it."""
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    (tmp_path / "map.yaml").write_text(mapping, encoding="utf-8")
    assert recognise([tmp_path / "a.csv"], load_mapping(tmp_path / "map.yaml")).kind == kind
