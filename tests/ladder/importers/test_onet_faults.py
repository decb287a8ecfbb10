"""O*NET tables with mistakes in them: every one is pointed at, all at once, nothing guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ladder import FileProblems, UnreadableFile
from ladder.importers.onet import import_onet

OCCUPATIONS = """\
O*NET-SOC Code\tTitle\tDescription
11-1011.00\tChief Executives\tDetermine "policies", and more.
15-1251.00\tComputer Programmers\tCreate code.
"""
SKILLS = """\
O*NET-SOC Code\tElement Name\tScale ID\tData Value\tRecommend Suppress\tNot Relevant
11-1011.00\tProgramming\tIM\t3\tN\t
11-1011.00\tProgramming\tLV\t1.5\tN\tN
15-1251.00\tProgramming\tIM\t4.75\tN\tn/a
15-1251.00\tProgramming\tLV\t4.88\tN\tN
"""
ZONES = """\
O*NET-SOC Code\tJob Zone
11-1011.00\t5
15-1251.00\t4
"""
TITLES = """\
O*NET-SOC Code\tTitle\tAlternate Title\tShort Title
11-1011.00\tChief Executives\tChief Executive Officer\tCEO
15-1251.00\tComputer Programmers\tProgrammer\tn/a
"""
RELATED = """\
O*NET-SOC Code\tRelated O*NET-SOC Code\tIndex
15-1251.00\t11-1011.00\t1
"""


@pytest.fixture
def problems(tmp_path, monkeypatch):
    """Import five texts, and give the problems found."""
    monkeypatch.chdir(tmp_path)

    def found(
        occupations: str = OCCUPATIONS,
        skills: str = SKILLS,
        zones: str = ZONES,
        related: str = RELATED,
        titles: str = TITLES,
    ) -> list[str]:
        Path("o").mkdir(exist_ok=True)
        Path("o/Occupation_Data.tsv").write_text(occupations, encoding="utf-8")
        Path("o/Skills.tsv").write_text(skills, encoding="utf-8")
        Path("o/Job_Zones.tsv").write_text(zones, encoding="utf-8")
        Path("o/Related_Occupations.tsv").write_text(related, encoding="utf-8")
        Path("o/Alternate Titles.txt").write_text(titles, encoding="utf-8")
        try:
            import_onet("o")
        except FileProblems as error:
            return [str(problem).replace("\\", "/") for problem in error.problems]
        return []

    return found


def test_the_tables_without_mistakes_are_fine(problems):
    """So that what the other tests find is what they put in; quotes are letters like any."""
    assert problems() == []


def test_an_occupation_that_there_is_none_of(problems):
    """In each table, where it is first named; the nearest codes are given."""
    assert problems(
        skills=SKILLS.replace("15-1251.00", "15-2251.00"),
        zones=ZONES.replace("11-1011", "11-1012"),
        related=RELATED.replace("\t11-1011.00", "\t11-1011.0"),
        titles=TITLES.replace("11-1011", "11-1031"),
    ) == [
        'o/Alternate Titles.txt:2:1: no occupation "11-1031.00"; did you mean 11-1011.00 or '
        "15-1251.00?",
        'o/Job_Zones.tsv:2:1: no occupation "11-1012.00"; did you mean 11-1011.00 or 15-1251.00?',
        'o/Related_Occupations.tsv:2:12: no occupation "11-1011.0"; did you mean 11-1011.00?',
        'o/Skills.tsv:4:1: no occupation "15-2251.00"; did you mean 15-1251.00?',
    ]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("IM\t3", "IX\t3", '2:24: no scale "IX"; expected IM or LV'),
        ("IM\t3", "IM\t0.5", '2:27: "0.5" should be a number from 1 to 5'),
        ("LV\t1.5", "LV\t7.01", '3:27: "7.01" should be a number from 0 to 7'),
        ("LV\t1.5", "LV\tnan", '3:27: "nan" should be a number from 0 to 7'),
        ("1.5\tN\tN", "1.5\tX\tN", '3:31: "X" should be Y or N, or nothing'),
        ("1.5\tN\tN", "1.5\tN\tX", '3:33: "X" should be Y or N, or nothing'),
        (
            "Programming\tIM\t3",
            " \tIM\t3",
            '2:12: nothing in "Element Name"; expected a letter or digit at least',
        ),
        (
            "Programming\tIM\t3",
            "preparation\tIM\t3",
            '2:12: "preparation" is what job zones become here; expected another name',
        ),
    ],
)
def test_a_rating_that_makes_no_sense(problems, before, after, problem):
    """The cell is pointed at, with what it may be."""
    assert problems(skills=SKILLS.replace(before, after, 1)) == [f"o/Skills.tsv:{problem}"]


@pytest.mark.parametrize("zone", ["0", "6", "four", "4.0", ""])
def test_a_job_zone_that_makes_no_sense(problems, zone):
    """There are five."""
    (problem,) = problems(zones=ZONES.replace("\t4", f"\t{zone}"))
    assert problem == (f'o/Job_Zones.tsv:3:12: "{zone}" should be a whole number from 1 to 5')


@pytest.mark.parametrize("index", ["0", "21", "first"])
def test_a_place_among_the_related_that_makes_no_sense(problems, index):
    """O*NET relates up to twenty occupations to each."""
    (problem,) = problems(related=RELATED.replace("\t1\n", f"\t{index}\n"))
    assert problem == (
        f'o/Related_Occupations.tsv:2:23: "{index}" should be a whole number from 1 to 20'
    )


def test_an_occupation_related_to_itself(problems):
    """Nobody moves from a role to itself."""
    assert problems(related=RELATED.replace("\t11-1011.00", "\t15-1251.00")) == [
        "o/Related_Occupations.tsv:2:12: 15-1251.00 is related to itself; expected another "
        "occupation"
    ]


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("11-1011.00", "11-1011", '2:1: "11-1011" should be a code such as 15-1252.00'),
        ("Chief Executives", "-", '2:12: nothing in "Title"; expected a letter or digit at least'),
        (
            "Chief Executives",
            "Computer  programmers",
            '3:12: "Computer Programmers" is the title of 11-1011.00 in line 2 already; '
            "expected another",
        ),
    ],
)
def test_an_occupation_that_makes_no_sense(problems, before, after, problem):
    """Codes have their form, and titles are there and tell occupations apart."""
    codes = before == "11-1011.00"
    change = {"skills": SKILLS.replace(before, after)} if codes else {}
    change |= {"zones": ZONES.replace(before, after)} if codes else {}
    change |= {"titles": TITLES.replace(before, after)} if codes else {}
    change |= {"related": RELATED.replace(before, after)} if codes else {}
    found = problems(occupations=OCCUPATIONS.replace(before, after), **change)
    assert found == [f"o/Occupation_Data.tsv:{problem}"]


def test_a_major_group_that_there_is_none_of(problems):
    """The classification has 23, and all are named."""
    new = {"12-1011.00": "x"}
    text = {
        name: table.replace("11-1011.00", *new)
        for name, table in (
            ("occupations", OCCUPATIONS),
            ("skills", SKILLS),
            ("zones", ZONES),
            ("related", RELATED),
            ("titles", TITLES),
        )
    }
    (problem,) = problems(**text)
    assert problem.startswith('o/Occupation_Data.tsv:2:1: no major group "12"; expected one of 11,')


def test_what_is_said_twice_and_not_the_same(problems):
    """Both places are named, as only the person knows which is right."""
    assert problems(
        occupations=OCCUPATIONS + "15-1251.00\tProgrammers\tCreate code.\n",
        skills=SKILLS + "15-1251.00\tProgramming\tLV\t4.5\tN\tN\n",
        zones=ZONES + "15-1251.00\t3\n",
        related=RELATED + "15-1251.00\t11-1011.00\t2\n",
    ) == [
        'o/Job_Zones.tsv:4:12: "3" here, but "4" for the same in line 3; expected one of them',
        'o/Occupation_Data.tsv:4:12: "Programmers" here, but "Computer Programmers" for the same '
        "in line 3; expected one of them",
        'o/Related_Occupations.tsv:3:23: "2" here, but "1" for the same in line 2; expected one '
        "of them",
        'o/Skills.tsv:6:27: "4.5" here, but "4.88" for the same in line 5; expected one of them',
    ]


def test_what_is_said_twice_counts_once(problems):
    """Repeated rows are no mistake."""
    assert (
        problems(
            occupations=OCCUPATIONS + OCCUPATIONS.splitlines()[1] + "\n",
            skills=SKILLS + SKILLS.splitlines()[1] + "\n",
            zones=ZONES + ZONES.splitlines()[1] + "\n",
            related=RELATED + RELATED.splitlines()[1] + "\n",
        )
        == []
    )


def test_an_alternate_title_that_is_none(problems):
    """It should hold a letter or digit, as any name."""
    assert problems(titles=TITLES.replace("\tProgrammer", "\t-")) == [
        'o/Alternate Titles.txt:3:33: nothing in "Alternate Title"; expected a letter or digit '
        "at least"
    ]


def test_a_column_missing(problems):
    """The message has the column probably meant; the other tables are not blamed for it."""
    assert problems(occupations=OCCUPATIONS.replace("Code", "Cod")) == [
        'o/Occupation_Data.tsv:1:1: no column "O*NET-SOC Code"; the columns are "O*NET-SOC Cod", '
        '"Title", "Description"; did you mean O*NET-SOC Cod?'
    ]


def test_a_row_too_short(problems):
    """The row is pointed at, and what is lost with it causes no further complaint."""
    assert problems(occupations=OCCUPATIONS.replace("Programmers\t", "Programmers ")) == [
        "o/Occupation_Data.tsv:3:1: this row has 2 cells, expected 3 as in the header; a tab "
        "stands between two cells, and no cell can hold a tab or a line break"
    ]


def test_tables_that_are_not_there(tmp_path):
    """All of them are named, with the names that they may have."""
    (tmp_path / "Skills.tsv").write_text(SKILLS, encoding="utf-8")
    (tmp_path / "skills.TXT").write_text(SKILLS, encoding="utf-8")
    with pytest.raises(UnreadableFile) as caught:
        import_onet(tmp_path)
    message = str(caught.value)
    assert 'no table Job Zones; expected "Job Zones.txt" or "Job_Zones.tsv" in it' in message
    assert "holds the table Skills twice, as Skills.tsv and skills.TXT" in message
    assert len(message.splitlines()) == 4


def test_a_folder_that_is_none(tmp_path):
    """Neither nothing nor a file."""
    with pytest.raises(UnreadableFile, match=r"nowhere is not there; expected the folder"):
        import_onet(tmp_path / "nowhere")
    (tmp_path / "file").write_text("text", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"file is a file; expected the folder"):
        import_onet(tmp_path / "file")
