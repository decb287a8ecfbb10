"""ESCO's files with mistakes in them: each is pointed at, all at once, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ladder import FileProblems, UnreadableFile
from ladder.importers.esco.importer import import_esco

GOOD = {
    "occupations_en": """\
conceptUri,iscoGroup,preferredLabel,altLabels
e/o1,7112,wall builder,"wall maker
layer of walls"
e/o2,3123,site supervisor,
""",
    "skills_en": """\
conceptUri,preferredLabel
e/s1,lay bricks
e/s2,hand out work
""",
    "occupationSkillRelations": """\
occupationUri,relationType,skillUri
e/o1,essential,e/s1
e/o2,essential,e/s2
""",
    "ISCOGroups_en": """\
code,preferredLabel
7112,Layers of bricks
3123,Supervisors
""",
}


@pytest.fixture
def told(tmp_path, monkeypatch):
    """Import four texts, some of them changed, and give what is said of them."""
    monkeypatch.chdir(tmp_path)

    def found(**changed: str | None) -> list[str]:
        Path("e").mkdir(exist_ok=True)
        for name, text in (GOOD | changed).items():
            if text is not None:
                Path(f"e/{name}.csv").write_text(text, encoding="utf-8", newline="")
        try:
            import_esco("e")
        except FileProblems as error:
            return [str(problem) for problem in error.problems]
        except UnreadableFile as error:
            return str(error).splitlines()
        return []

    return found


def test_good(told):
    assert told() == []


def test_line_ends_and_a_mark_do_not_matter(told):
    """As Windows writes them."""
    assert (
        told(**{name: "\ufeff" + text.replace("\n", "\r\n") for name, text in GOOD.items()}) == []
    )


def test_all_at_once(told):
    """In every file, by line and column, with what was expected."""
    found = told(
        occupations_en=GOOD["occupations_en"].replace("7112", "711")
        + "e/o3,2512,baker,\n,7112,cook,\ne/o2,3123,wall mason,\ne/o4,7112,-,\n",
        skills_en=GOOD["skills_en"] + "e/s3,?\n,sew\n",
        occupationSkillRelations=GOOD["occupationSkillRelations"]
        + "e/o2,esential,e/s1\ne/o2,optional,e/s2\ne/o2,essential,e/s9\ne/o9,essential,e/s1\n",
        ISCOGroups_en=GOOD["ISCOGroups_en"] + "C5,Sellers\n7112,Masons\n",
    )
    assert found == [
        'e/ISCOGroups_en.csv:4:1: "C5" should be a code of ISCO, of one digit to 4',
        'e/ISCOGroups_en.csv:5:6: "Masons" here, but "Layers of bricks" for the same in line 2; '
        "expected one of them",
        'e/occupationSkillRelations.csv:4:6: no relation "esential"; did you mean essential?',
        'e/occupationSkillRelations.csv:5:6: "optional" here, but "essential" for the same in '
        "line 3; expected one of them",
        'e/occupationSkillRelations.csv:6:16: no skill "s9" in the table of skills; expected the '
        "table of skills to be whole, and of the same version",
        'e/occupations_en.csv:2:6: "711" should be the code of a unit group of ISCO, four digits '
        "such as 2512; where a spreadsheet took it for a number, zeros in front are lost",
        'e/occupations_en.csv:5:6: no ISCO group "2512"; expected 7112 or 3123',
        'e/occupations_en.csv:6:1: nothing in "conceptUri"; expected the address of the occupation',
        'e/occupations_en.csv:7:11: "wall mason" here, but "site supervisor" for the same in line '
        "4; expected one of them",
        'e/occupations_en.csv:8:11: nothing in "preferredLabel"; expected a letter or digit at '
        "least",
        'e/skills_en.csv:4:6: nothing in "preferredLabel"; expected a letter or digit at least',
        'e/skills_en.csv:5:1: nothing in "conceptUri"; expected the address of the skill',
    ]


def test_a_column_is_missing(told):
    """The nearest one is named, and other files are not blamed for it."""
    found = told(skills_en=GOOD["skills_en"].replace("preferredLabel", "preferedLabel"))
    assert found == [
        'e/skills_en.csv:1:1: no column "preferredLabel"; the columns are "conceptUri", '
        '"preferedLabel"; did you mean preferedLabel?'
    ]


def test_cut_off(told):
    """Where a download ended: in a quoted cell, or within a row."""
    whole = GOOD["occupations_en"]
    (found,) = told(occupations_en=whole[: whole.index("layer")])
    assert found.startswith("e/occupations_en.csv:2:1: not readable as CSV: a quoted cell")
    (found,) = told(occupations_en=whole + "e/o3,71")
    assert found.startswith("e/occupations_en.csv:5:1: this row has 2 cells, expected 4")


def test_skills_of_another_version(told):
    """Each that is missing is told once."""
    found = told(skills_en=GOOD["skills_en"].replace("e/s", "x/s"))
    assert [line.partition(" in the table")[0] for line in found] == [
        'e/occupationSkillRelations.csv:2:16: no skill "s1"',
        'e/occupationSkillRelations.csv:3:16: no skill "s2"',
    ]


def test_relations_of_another_version(told):
    """Nothing is left to make a ladder of."""
    other = GOOD["occupationSkillRelations"].replace("e/o", "x/o")
    (found,) = told(occupationSkillRelations=other)
    assert found.startswith("e says of no occupation which skills are essential to it")


def test_files_are_missing(told):
    """All of them are named at once."""
    assert told(skills_en=None, ISCOGroups_en=None) == [
        "e holds no skills_en.csv; expected all of ESCO's CSV files in it",
        "e holds no ISCOGroups_en.csv; expected all of ESCO's CSV files in it",
    ]


def test_no_occupations(told):
    """What is there is named."""
    (found,) = told(occupations_en=None)
    assert found.startswith("e holds no occupations_en.csv")
    assert found.endswith(
        "there are ISCOGroups_en.csv, occupationSkillRelations.csv and skills_en.csv"
    )


def test_mixed_languages(told):
    """Skills in another language than occupations would make a ladder in two."""
    (found,) = told(skills_en=None, skills_de=GOOD["skills_en"])
    assert found == (
        "e holds skills_de.csv, but the occupations are in en; expected skills_en.csv beside them"
    )


def test_another_encoding(told, tmp_path):
    """The line is named."""
    text = GOOD["skills_en"].replace("lay bricks", "Ziegel für Häuser").encode("cp1252")
    told()
    (tmp_path / "e" / "skills_en.csv").write_bytes(text)
    with pytest.raises(FileProblems, match=r"skills_en.csv:2:\d+: .*UTF-8"):
        import_esco("e")


def test_no_unit_groups(told):
    """Only wider ones: the table was cut off."""
    found = told(ISCOGroups_en="code,preferredLabel\n71,Building crafts\n")
    assert [line.partition("csv:")[2] for line in found] == [
        '2:6: no ISCO group "7112"; there is none at all',
        '4:6: no ISCO group "3123"; there is none at all',
    ]


def test_too_many(told, monkeypatch):
    """As in any framework."""
    monkeypatch.setattr("ladder.importers.esco.tables.MOST_ROLES", 1)
    (found,) = told()
    assert found == "e has 2 occupations, more than 1"
