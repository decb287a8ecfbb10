"""Matrices as people keep them, whichever way they are laid out."""

from __future__ import annotations

import contextlib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ladder import FileProblems, Ladder, LadderError, dumps, load
from ladder.importers.assumptions import Imported
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.mapping import load_mapping
from ladder.spreadsheet.matrix import lost, matrix_of

DOWN = """Role,Track,Rank,Communication,SQL
Analyst,Data,1,working,awareness
Senior Analyst,Data,2,practitioner,working
Manager,Leading,1,expert,
"""
ACROSS = """Skill;Analyst;Senior Analyst;Manager
Track;Data;Data;Leading
Rank;1;2;1
Communication;2;3;4
SQL;1;2;-
"""
TITLED = "\ufeffSkills of 2027,,,,,\n,,People,Technology,,\n" + "\n".join(
    f"{line}," for line in DOWN.replace("Role,", "Job title,").splitlines()
)
CATEGORISED = """Category\tSkill\tDescription\tAnalyst\tSenior Analyst\tManager
\tDepartment\t\tData\tData\tLeading
\tGrade\t\tL1\tL2\tL1
People\tCommunication\t"Talks,
writes"\t2 - Working\t3 - Practitioner\t4 - Expert
Technology\tSQL\t\t1 - Awareness\t2 - working\tn/a
"""
ROLE_CORNER = """Role,Analyst,Senior Analyst,Manager
Track,Data,Data,Leading
Rank,1,2,1
Communication,L2,L3,L4
SQL,L1,L2,0
"""


def read(folder: Path, text: str, mapping: str = "", **options: int) -> Imported:
    (folder / "m.csv").write_text(text, encoding="utf-8", newline="")
    (folder / "map.yaml").write_text(mapping, encoding="utf-8")
    return import_matrix(
        folder / "m.csv", load_mapping(folder / "map.yaml") if mapping else None, **options
    )


def problems(folder: Path, text: str, mapping: str = "") -> list[str]:
    with pytest.raises(FileProblems) as refused:
        read(folder, text, mapping)
    return [str(problem).replace(f"{folder}/", "") for problem in refused.value.problems]


def profiles(ladder: Ladder) -> dict[str, dict[str, int]]:
    return {role.id: dict(role.profile) for role in matrix_of(ladder).roles}


EXPECTED = {
    "analyst": {"communication": 2, "sql": 1},
    "senior-analyst": {"communication": 3, "sql": 2},
    "manager": {"communication": 4},
}


@pytest.mark.parametrize("text", [DOWN, ACROSS, TITLED, CATEGORISED, ROLE_CORNER])
def test_the_same_matrix_however_it_is_laid_out(text: str, tmp_path: Path) -> None:
    """Roles down or across, with titles, groups, categories; any delimiter; names or numbers."""
    ladder = read(tmp_path, text).ladder
    assert profiles(ladder) == EXPECTED
    assert {role.id: (role.track, role.rank) for role in ladder.roles.values()} == {
        "analyst": ("data", 1),
        "senior-analyst": ("data", 2),
        "manager": ("leading", 1),
    }
    assert len(ladder.levels) == 4
    promoted = [(m.from_role, m.to_role) for m in ladder.transitions if m.kind == "promotion"]
    assert promoted == [("analyst", "senior-analyst")]


def test_what_is_assumed_is_told_and_can_be_said_otherwise(tmp_path: Path) -> None:
    """Gates ask for all that is expected, learning is practice, confidence is low."""
    usual = read(tmp_path, DOWN).ladder
    promotion = next(move for move in usual.transitions if move.kind == "promotion")
    assert (promotion.months, dict(promotion.requires)) == (24, {"communication": 3, "sql": 2})
    assert not any(role.develops for role in usual.roles.values())
    assert [(item.kind, item.months) for item in usual.activities.values()] == [
        ("practice", 24),
        ("practice", 12),
        ("practice", 12),
        ("practice", 12),
        ("practice", 12),
    ]
    assert "12 months of practice" in (usual.source or "")
    assert "m.csv" in (usual.source or "")
    given = [*usual.transitions, *usual.activities.values()]
    assert {item.confidence for item in given} == {"low"}
    ladder, remarks = read(tmp_path, DOWN, months=9, tenure=30, gate_below=1)
    promotion = next(move for move in ladder.transitions if move.kind == "promotion")
    assert (promotion.months, dict(promotion.requires)) == (30, {"communication": 2, "sql": 1})
    assert ladder.roles["analyst"].develops["sql"] == {1: 9}
    assert "Of 1 promotion, 1 is open at once to somebody" in remarks[-1]


def test_roles_without_ranks_stand_in_order(tmp_path: Path) -> None:
    """The senior first or last, as their levels say, or as the mapping file does."""
    rising = "Role,SQL\nJunior,1\nMid,2\nSenior,3\n"
    falling = "Role,SQL\nSenior,3\nMid,2\nJunior,1\n"
    for text in (rising, falling):
        moves = read(tmp_path, text).ladder.transitions
        ends = {(m.from_role, m.to_role) for m in moves if m.kind == "promotion"}
        assert ends == {("junior", "mid"), ("mid", "senior")}
    moves = read(tmp_path, rising, "order: none").ladder.transitions
    assert "promotion" not in {move.kind for move in moves}
    moves = read(tmp_path, rising, "order: falling").ladder.transitions
    assert ("senior", "mid") in {(m.from_role, m.to_role) for m in moves}


def test_roles_in_no_order_are_not_promoted(tmp_path: Path) -> None:
    """A baker is not promoted to cook because the cook stands below; how to say it is told."""
    text = "Role,Dough,Soup,Ovens\nBaker,3,,2\nCook,,3,3\nWaiter,,1,\n"
    made = read(tmp_path, text)
    assert "promotion" not in {move.kind for move in made.ladder.transitions}
    assert any("give each a rank in a column Rank" in remark for remark in made.remarks)
    ends = read(tmp_path, text, "order: rising").ladder.transitions
    assert [move.to_role for move in ends if move.kind == "promotion"] == ["cook", "waiter"]


def test_marks_are_one_level(tmp_path: Path) -> None:
    """A cross or a tick says that a skill is asked for, and its gate does ask for it."""
    ladder = read(tmp_path, "Role,SQL,Coaching\nJunior,x,\nSenior,✓,X\n").ladder
    assert ladder.levels == ("held",)
    assert profiles(ladder) == {"junior": {"sql": 1}, "senior": {"sql": 1, "coaching": 1}}
    assert dict(ladder.transitions[0].requires) == {"sql": 1, "coaching": 1}


def test_a_mapping_file_says_how(tmp_path: Path) -> None:
    """Headings, words for levels, what is empty, and fractions."""
    text = "Wer,Bereich,Reden,SQL,Notiz\nAnna,Daten,gut,2.5,x\nBert,Daten,SG,tbd,y\n"
    mapping = (
        "roles: down\nrole: Wer\ntrack: Bereich\nignore: [Notiz]\nlevels: [ok, gut, sehr gut]\n"
        "names: {SG: sehr gut}\nempty: [tbd]\nfractions: down\n"
    )
    ladder = read(tmp_path, text, mapping).ladder
    assert profiles(ladder) == {"anna": {"reden": 2, "sql": 2}, "bert": {"reden": 3}}
    assert ladder.roles["anna"].track == "daten"


def test_every_fault_has_its_place(tmp_path: Path) -> None:
    """All at once, each with line and column, and the nearest level."""
    text = (
        'Role,Rank,SQL,"Talk\nloud",SQL\nA,one1,workin,expert,\nB,2,2.5,9,\n,3,expert,,\n'
        "A,4,practitioner,awareness,\n"
    )
    assert problems(tmp_path, text) == [
        'm.csv:2:7: a second skill "SQL"; each may be there once',
        'm.csv:3:8: no level "workin"; levels are 1 awareness, 2 working, 3 practitioner, '
        "4 expert (empty or 0 is none); did you mean working?",
        'm.csv:4:5: "2.5" lies between two levels; expected a whole one of 1 awareness, '
        '2 working, 3 practitioner, 4 expert, or "fractions: down" or "fractions: up" in a '
        "mapping file",
        'm.csv:4:9: no level "9"; levels are 1 awareness, 2 working, 3 practitioner, 4 expert '
        "(empty or 0 is none); where that is not so, list the levels in a mapping file",
        "m.csv:5:1: a role's name is missing here, beside levels",
        'm.csv:6:1: a second role "A"; each may be there once',
    ]


def test_a_word_that_stands_there_often_may_be_a_level(tmp_path: Path) -> None:
    """The line to write lists it beside the others; once in its place, the matrix is read."""
    text = (
        "Role,SQL,Talk,Go\nA,Anwender,Grundkenntnisse,Fortgeschritten\nB,Experte,Anwender,x2\n"
        "C,Experte,Experte,Experte\n"
    )
    found = problems(tmp_path, text)
    assert found == [
        'm.csv:2:3: no level "Anwender"; levels are 1 Grundkenntnisse, 2 Fortgeschritten, '
        "3 Experte (empty or 0 is none); if it is a level, say so in a mapping file, each in its "
        "place: levels: [Grundkenntnisse, Fortgeschritten, Experte, Anwender]; the same in 3:11",
        'm.csv:3:20: no level "x2"; levels are 1 Grundkenntnisse, 2 Fortgeschritten, 3 Experte '
        "(empty or 0 is none); where that is not so, list the levels in a mapping file",
    ]
    (tmp_path / "map.yaml").write_text(
        "levels: [Grundkenntnisse, Anwender, Fortgeschritten, Experte]\n", encoding="utf-8"
    )
    (tmp_path / "m.csv").write_text(text.replace("x2", "Anwender"), encoding="utf-8")
    ladder = import_matrix(tmp_path / "m.csv", load_mapping(tmp_path / "map.yaml")).ladder
    assert dict(ladder.roles["a"].expects) == {"sql": 2, "talk": 1, "go": 3}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "no cells with anything in them"),
        ("Role,Skill,Level\nA,SQL,2\nA,Talk,1\n", "looks like a list"),
        ("Thing,SQL\nA,2\nB,1\n", "cannot tell whether the roles go across or down"),
        ("Role,SQL\nA,splendid\nB,so so\n", "cannot tell the order of the levels"),
        ("Role,SQL\nA,500\n", "a level 500 is too high"),
        ("Role,SQL\n", "no roles below the headings"),
        ("Role,SQL\nA,1E+00\nB,2\n", "cannot tell the order of the levels 1E+00"),
        ("Role,SQL,\nA,2,3\n", "no heading"),
        ('Role,SQL\n"A,2\n', "never closed"),
        ('Role,SQL\n"A"b,2\n', "text follows the closing quotation mark"),
        ("Role,!!\nA,2\n", "no letter or digit"),
    ],
)
def test_what_is_no_matrix_is_refused(text: str, told: str, tmp_path: Path) -> None:
    """With what is wrong, and what would help."""
    assert told in "\n".join(problems(tmp_path, text))


def test_faults_of_the_mapping_file_have_their_places(tmp_path: Path) -> None:
    """Its keys, its levels, and headings that the matrix lacks."""
    assert problems(tmp_path, DOWN, "role: Rolle\n")[0].startswith("map.yaml:1:7: no heading ")
    assert "did you mean fractions?" in problems(tmp_path, DOWN, "fraction: up\n")[0]
    assert "no level" in problems(tmp_path, DOWN, "levels: [a, b]\nnames: {x: c}\n")[0]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        ("{B: -1}", "map.yaml:1:12: no level -1; levels are"),
        ("{B: basci}", 'map.yaml:1:12: no level "basci"; levels are'),
        ("{B: 1, b: 2}", 'map.yaml:1:15: the same word as "B", at another level'),
    ],
)
def test_words_for_levels_are_checked_where_they_stand(
    names: str, told: str, tmp_path: Path
) -> None:
    """Also where the levels are found in the matrix; words that no cell uses may mean more."""
    text = "Role,SQL,Talk\nCook,B,2\nBaker,3,1\n"
    assert problems(tmp_path, text, f"names: {names}\n")[0].startswith(told)
    assert read(tmp_path, text, "names: {B: 1, b: 1, Z: 9}\n").ladder.levels


def test_faults_are_capped(tmp_path: Path) -> None:
    """Nine hundred bad cells are not nine hundred lines."""
    text = "Role,SQL\nA,working\n" + "B,working\n" * 900
    assert len(problems(tmp_path, text)) == 200
    assert "faults more" in problems(tmp_path, text)[-1]


def test_it_answers(tmp_path: Path) -> None:
    """What was imported can be asked for a path."""
    (tmp_path / "l.yaml").write_text(dumps(read(tmp_path, DOWN).ladder), encoding="utf-8")
    assert load(tmp_path / "l.yaml").roles["analyst"].name == "Analyst"


def test_what_a_matrix_cannot_hold_is_named(tmp_path: Path) -> None:
    """Of a ladder that has nothing else, only what every matrix lacks."""
    words = lost(read(tmp_path, DOWN).ladder)
    assert words[0].endswith("with their gates")
    assert "aliases" not in words
    assert lost(Ladder("x")) == ("the ladder's name and what it says of itself",)


PIECES = st.sampled_from(
    ["Role", "Skill", "Track", "Rank", "Id", "Level", "Skill / Role", "Category", "Senior", "SQL",
     "x", "✓", "1", "2.5", "L3", "500", "2 - Working", "working", "expert", "-", "n/a", "", "", '"',
     '""', "'=1", "\t", ";", "a [b]", "[b]", "!", "sep=;\n", "\n", " ", "9" * 30, "٣"]
)  # fmt: skip


ROWS = st.lists(st.lists(PIECES | st.text(max_size=5), max_size=6), max_size=6)


@given(rows=ROWS, mark=st.sampled_from(",;\t"))
def test_any_text_gives_a_ladder_or_a_message(rows: list[list[str]], mark: str) -> None:
    """However the table is made up."""
    text = "\n".join(mark.join(row) for row in rows)
    with TemporaryDirectory() as folder, contextlib.suppress(LadderError):
        ladder = read(Path(folder), text.encode(errors="ignore").decode()).ladder
        (Path(folder) / "ladder.yaml").write_text(dumps(ladder), encoding="utf-8")
        assert load(Path(folder) / "ladder.yaml") == ladder
