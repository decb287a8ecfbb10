"""Matrices as their owners keep them: what is found in each file, cell by cell, or asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.workbooks import page, text, workbook

from graphs import check
from ladder import FileProblems, Ladder
from ladder.importers.assumptions import Imported
from ladder.spreadsheet.importer import import_matrix
from ladder.spreadsheet.mapping import load_mapping

FILES = Path(__file__).parents[2] / "data" / "frameworks" / "layout"


def told(ladder: Ladder) -> str:
    """The roles by track and rank, each with its levels; then the groups; then the promotions."""
    lines = []
    for role in ladder.roles.values():
        place = f"{role.track or ''} {role.rank or ''}".strip()
        levels = " ".join(f"{skill}={level}" for skill, level in role.expects.items())
        lines.append(f"{place}: {role.id}: {levels}".removeprefix(": "))
    groups: dict[str, list[str]] = {}
    for skill in ladder.skills.values():
        if skill.group:
            groups.setdefault(skill.group, []).append(skill.id)
    lines += [f"[{group}] {' '.join(skills)}" for group, skills in groups.items()]
    lines += [
        f"{move.from_role} > {move.to_role}"
        for move in ladder.transitions
        if move.kind == "promotion"
    ]
    return "\n".join(lines)


EXPECTED = {
    "chains-by-levels": (
        """\
junior-engineer: coding=1
engineer: coding=2
senior-engineer: coding=3 drawing=1
junior-designer: drawing=1
designer: drawing=2
senior-designer: coding=1 drawing=3
junior-engineer > engineer
engineer > senior-engineer
junior-designer > designer
designer > senior-designer
""",
        "",
    ),
    "chains": (
        """\
1: junior-engineer: coding=1
2: engineer: coding=2
3: senior-engineer: coding=3 drawing=1
1: junior-designer: drawing=1
2: designer: drawing=2
3: senior-designer: coding=1 drawing=3
junior-engineer > engineer
engineer > senior-engineer
junior-designer > designer
designer > senior-designer
""",
        "",
    ),
    "described": (
        """\
junior-analyst: sql=1 writing=1
senior-analyst: sql=3 writing=2
junior-analyst > senior-analyst
""",
        'Left out: "Comment".',
    ),
    "falling": (
        """\
principal-engineer: coding=4 design=4
senior-engineer: coding=3 design=2
engineer: coding=1 design=1
senior-engineer > principal-engineer
engineer > senior-engineer
""",
        'Left out: "Headcount".',
    ),
    "groups-across": (
        """\
data: junior-analyst: sql=1 statistics=1 writing=1
data: senior-analyst: coaching=1 sql=3 statistics=2 writing=2
product: product-manager: coaching=2 sql=1 writing=3
[Technical] sql statistics
[People] writing coaching
junior-analyst > senior-analyst
""",
        "",
    ),
    "joining": (
        """\
engineering 1: engineer: coding=1 design=1
engineering 2: senior-engineer: coding=2 design=2 leading=1
expert 3: staff-engineer: coding=4 design=3 leading=1
expert 4: principal-engineer: coding=4 design=4 leading=2
leading 3: engineering-manager: coding=2 design=2 leading=3
leading 4: director: coding=2 design=3 leading=4
engineer > senior-engineer
senior-engineer > engineering-manager
senior-engineer > staff-engineer
staff-engineer > principal-engineer
engineering-manager > director
""",
        "",
    ),
    "legend-above": (
        """\
junior-analyst: sql=1 writing=1
senior-analyst: speaking=1 sql=3 writing=2
junior-analyst > senior-analyst
""",
        'Left out: "Competency framework".',
    ),
    "legend-beside": (
        """\
junior-analyst: sql=1 writing=2
senior-analyst: speaking=1 sql=3 writing=2
junior-analyst > senior-analyst
""",
        "",
    ),
    "numbered": (
        """\
junior-analyst: 1-coding=1 2-testing=1
senior-analyst: 1-coding=3 2-testing=2 3-good-writing=1
junior-analyst > senior-analyst
""",
        'Left out: "No.", "Total".',
    ),
    "only-ranks": (
        """\
engineering 1: engineering-l1: coding=1
engineering 2: engineering-l2: coding=2
engineering 3: engineering-l3: coding=3 roadmaps=1
product 1: product-l1: roadmaps=1
product 2: product-l2: roadmaps=2
product 3: product-l3: coding=1 roadmaps=3
engineering-l1 > engineering-l2
engineering-l2 > engineering-l3
product-l1 > product-l2
product-l2 > product-l3
""",
        "",
    ),
    "pairs-in-headings": (
        """\
analyst: schreiben=2 sql=1
referent: schreiben=3 sql=2
analyst > referent
""",
        'Left out: "Analyst (Ist)", "Referent (Ist)".',
    ),
    "pairs": (
        """\
analyst: sql=1 writing=2
senior-analyst: sql=2 writing=3
analyst > senior-analyst
""",
        'Left out: "Actual".',
    ),
    "repeated-head": (
        """\
junior-analyst: sql=1 statistics=1 writing=1
senior-analyst: speaking=1 sql=3 statistics=2 writing=2
[Technical] sql statistics
[People] writing speaking
junior-analyst > senior-analyst
""",
        "",
    ),
    "same-titles": (
        """\
engineering 1: engineering-junior: coding=1
engineering 2: engineering-mid: coding=2
engineering 3: engineering-senior: coding=3 roadmaps=1
product 1: product-junior: roadmaps=1
product 2: product-mid: roadmaps=2
product 3: product-senior: coding=1 roadmaps=3
engineering-junior > engineering-mid
engineering-mid > engineering-senior
product-junior > product-mid
product-mid > product-senior
""",
        "",
    ),
    "sections-of-roles": (
        """\
data: junior-analyst: sql=1 writing=1
data: senior-analyst: coaching=1 sql=3 writing=2
product: junior-product-manager: sql=1 writing=2
product: product-manager: coaching=1 sql=1 writing=3
product: senior-product-manager: coaching=2 sql=2 writing=4
junior-analyst > senior-analyst
junior-product-manager > product-manager
product-manager > senior-product-manager
""",
        'Left out: "Total".',
    ),
    "sections": (
        """\
junior-analyst: sql=1 statistics=1 writing=1
analyst: sql=2 statistics=1 writing=2
senior-analyst: coaching=2 sql=3 statistics=2 writing=3
[Technical] sql statistics
[People] writing coaching
junior-analyst > analyst
analyst > senior-analyst
""",
        'Left out: "Average", "Last updated".',
    ),
    "sentences-of-tracks": (
        """\
engineering: engineering-junior: delivery=1 speaking=1
engineering: engineering-senior: delivery=2 speaking=2
product: product-junior: delivery=1
product: product-senior: delivery=2 speaking=2
engineering-junior > engineering-senior
product-junior > product-senior
""",
        "",
    ),
    "sentences": (
        """\
junior-analyst: sql=1 writing=1
analyst: sql=2 writing=2
senior-analyst: sql=3
junior-analyst > analyst
analyst > senior-analyst
""",
        "",
    ),
    "stacked-head": (
        """\
engineering: junior-engineer: coding=1 testing=1
engineering: senior-engineer: coding=3 speaking=1 testing=2
product: product-owner: speaking=2 testing=1
product: product-lead: speaking=3 testing=1
[Technical skills] coding testing
[People skills] speaking
junior-engineer > senior-engineer
product-owner > product-lead
""",
        "",
    ),
    "three-tracks": (
        """\
engineering 1: junior: coding=1 communication=1
engineering 2: mid: architecture=1 coding=2 communication=2
engineering 3: engineering-senior: architecture=3 coding=3 communication=3 mentoring=2
product 1: associate: communication=2
product 2: manager: coding=1 communication=3 mentoring=1
product 3: product-senior: architecture=1 coding=1 communication=4 mentoring=3
[Technical] coding architecture
[People] communication mentoring
junior > mid
mid > engineering-senior
associate > manager
manager > product-senior
""",
        'Left out: "Version 3, draft, owner: People team", "Career framework 2027", "Notes", '
        '"© 2027 Example Ltd".',
    ),
    "tracks-below": (
        """\
data: junior-analyst: sql=1 writing=1
data: analyst: sql=2 writing=1
data: senior-analyst: sql=3 writing=2
product: product-manager: sql=1 writing=3
product: senior-product-manager: sql=2 writing=4
junior-analyst > analyst
analyst > senior-analyst
product-manager > senior-product-manager
""",
        "",
    ),
    "blank-row": (
        """\
junior-analyst: sql=1 statistics=1 writing=1
senior-analyst: speaking=1 sql=2 statistics=1 writing=3
[Data] sql statistics
[People] writing speaking
junior-analyst > senior-analyst
""",
        "",
    ),
    "personnel": (
        """\
5: da1: sql=1 writing=1
6: da2: sql=2 writing=2
da1 > da2
""",
        'Left out: "Reports to", "FTE", "Salary band", "Status", "Updated on", "Line manager".',
    ),
    "stellen": (
        """\
kredit 1: sachbearbeiter: beraten=1 rechnen=2
kredit 2: referent: beraten=2 rechnen=3
sachbearbeiter > referent
""",
        'Left out: "Vorgesetzter", "Gehaltsband".',
    ),
    "fonctions": (
        """\
données 1: analyste: analyse=1 rédaction=1
données 2: chef-de-service: analyse=3 rédaction=2
analyste > chef-de-service
""",
        'Left out: "Rattaché à".',
    ),
    "puestos": (
        """\
datos 1: analista: análisis=1 redacción=1
datos 2: jefe-de-datos: análisis=3 redacción=2
analista > jefe-de-datos
""",
        'Left out: "Reporta a".',
    ),
    "kompetenzen": (
        """\
sachbearbeiter: beraten=1 rechnen=2
teamleiter: beraten=2 rechnen=3 reden=2
[Fachlich] rechnen beraten
[Sozial] reden
sachbearbeiter > teamleiter
""",
        'Left out: "Bemerkungen".',
    ),
    "tables-below": (
        """\
engineering: junior-engineer: coding=1 talking=1 testing=1
engineering: senior-engineer: coding=3 talking=2 testing=2
product: product-owner: talking=2
product: product-lead: talking=3 testing=1
junior-engineer > senior-engineer
product-owner > product-lead
""",
        "",
    ),
    "tables-without-corners": (
        """\
junior-engineer: coding=1 talking=1
senior-engineer: coding=3 talking=2
product-owner: talking=2
product-lead: coding=1 talking=3
junior-engineer > senior-engineer
product-owner > product-lead
""",
        "",
    ),
    "tables-beside": (
        """\
junior-engineer: coding=1 talking=1 testing=1
senior-engineer: coding=3 leading=1 talking=2 testing=2
[Technical] coding testing
[People] talking leading
junior-engineer > senior-engineer
""",
        "",
    ),
    "headed-sections": (
        """\
junior-engineer: coding=1 talking=1 testing=1
senior-engineer: coding=2 talking=2 testing=3
[Technical] coding testing
[People] talking
junior-engineer > senior-engineer
""",
        "",
    ),
    "page-titles": (
        """\
analyst: sql=1 writing=1
senior-analyst: sql=2 writing=3
analyst > senior-analyst
""",
        'Left out: "Competency matrix", "Page 1 of 2", "Page 2 of 2".',
    ),
    "called-as-columns": (
        """\
waiter: service=2 status=1 wine=1
head-waiter: service=3 status=1 wine=2
restaurant-manager: service=3 status=2 wine=2
[Core] service status
[Status] wine
waiter > head-waiter
head-waiter > restaurant-manager
""",
        'Left out: "Weighted score".',
    ),
    "mandatory": (
        """\
analyst: sql=1 writing=1
senior-analyst: sql=2 writing=3
analyst > senior-analyst
""",
        'Left out: "Team average", "Gap", "Core?".',
    ),
    "approvals": (
        """\
analyst: sql=1 writing=1
senior-analyst: sql=2 writing=3
analyst > senior-analyst
""",
        'Left out: "approved".',
    ),
    "signed": (
        """\
commis: baking=1 sauces=1
sous-chef: baking=2 sauces=3
[Craft] sauces baking
commis > sous-chef
""",
        'Left out: "Prepared by", "Date", "Number of skills", "Highest level", "% of four".',
    ),
    "stamped": (
        """\
commis: baking=1 sauces=1
sous-chef: baking=2 leading=2 sauces=3
[Craft] sauces baking
[People] leading
commis > sous-chef
""",
        'Left out: "Owner:", "Version:", "Skills of our kitchens".',
    ),
    "sections-like-headings": (
        """\
kitchen: commis: hygiene=1 leading=1 sauces=1
kitchen: cook: hygiene=2 sauces=2
service: runner: sauces=3
service: waiter: sauces=4
[Craft] sauces
[Team] leading
[Function] hygiene
commis > cook
runner > waiter
""",
        "",
    ),
    **dict.fromkeys(
        ("legend-side-by-side", "legend-in-one-cell", "legend-without-commas"),
        (
            """\
commis: baking=1 sauces=1
sous-chef: baking=2 sauces=3
commis > sous-chef
""",
            "",
        ),
    ),
    "legend-of-letters": (
        """\
commis: baking=2 sauces=1
sous-chef: baking=4 sauces=3
commis > sous-chef
""",
        "",
    ),
    "departments": (
        """\
10: analyst: sql=1 writing=1
20: senior-analyst: sql=2 writing=2
""",
        "",
    ),
    "unranked-list": (
        """\
baker: dough=3 ovens=2
cook: ovens=3 soup=3
waiter: soup=1 tables=3
barkeeper: tables=2
host: tables=3
pastry-cook: dough=4 ovens=3
""",
        "",
    ),
}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_all_stands_where_its_owner_has_put_it(name: str) -> None:
    """Roles, tracks, ranks, levels, groups and promotions; what is left out is named."""
    made = import_matrix(FILES / f"{name}.csv")
    expected, left_out = EXPECTED[name]
    assert told(made.ladder) == expected.strip()
    assert [line for line in made.remarks if line.startswith("Left out")] == [left_out][
        : bool(left_out)
    ]


def test_every_file_is_tried() -> None:
    """None lies there without what must come out of it."""
    assert {file.stem for file in FILES.glob("*.csv")} == {*EXPECTED}
    assert {file.stem for file in (FILES / "refused").glob("*.csv")} == {*REFUSED}


REFUSED = {
    "legend-only": ":1:1: this is a legend of levels, without roles and skills",
    "neither-way": "say so in a mapping file, such as roles: down, or write Role over their names",
    "no-levels": ':2:1: "Trainee" has no level: write - into one of its cells if it is a role',
    "owners": ':1:7: the column "Looked after by" holds no level; leave it out in a mapping file, '
    'ignore: ["Looked after by"]',
    "footnote": ':3:9: "2**" has a mark behind the level, as of a footnote; write the level alone, '
    'or say in a mapping file: names: {"2**": 2}',
    "numbers": ':1:6: the numbers below "Service" may be tracks or levels; say that they are '
    'tracks in a mapping file, track: "Service", or, if it is a skill, write "Service [service]"',
    "two-kinds": ':1:7: "Analyst (min)" and "Analyst (target)" are two kinds of levels of the same'
    '; say which to leave out in a mapping file, such as ignore: ["Analyst (min)", "Se',
    "people-below": ":5:1: another table begins here: lines 1 to 3 and lines 5 to 7 are not",
    "required-and-actual": ":6:1: another table begins here: lines 1 to 4 and lines 6 to 9 are not",
    "two-tables": ":5:1: another table begins here: lines 1 to 3 and lines 5 to 7 are not",
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_is_doubtful_is_asked(name: str) -> None:
    """With its place, and what to write."""
    with pytest.raises(FileProblems) as refused:
        import_matrix(FILES / "refused" / f"{name}.csv")
    assert REFUSED[name] in str(refused.value)
    assert len(refused.value.problems) == 1


def test_the_line_of_a_message_answers_it(tmp_path: Path) -> None:
    """What it says to write into a mapping file leads to a ladder."""
    for name, line in (
        ("owners", 'ignore: ["Looked after by"]'),
        ("neither-way", "roles: down"),
        ("no-levels", 'ignore: ["Trainee"]'),
        ("two-kinds", 'ignore: ["Analyst (min)", "Senior analyst (min)"]'),
        ("footnote", 'names: {"2**": 2}'),
    ):
        (tmp_path / "map.yaml").write_text(f"{line}\n", encoding="utf-8")
        made = import_matrix(FILES / "refused" / f"{name}.csv", load_mapping(tmp_path / "map.yaml"))
        assert len(made.ladder.roles) == 2


def test_a_legend_gives_levels_their_names_and_texts() -> None:
    """Wherever it stands, and what means nothing in it."""
    above = import_matrix(FILES / "legend-above.csv").ladder
    assert above.levels == ("aware", "able", "skilled")
    for form in ("side-by-side", "in-one-cell", "without-commas"):
        levels = import_matrix(FILES / f"legend-{form}.csv").ladder.levels
        assert levels == ("Aware", "Able", "Skilled")
    letters = import_matrix(FILES / "legend-of-letters.csv").ladder
    assert letters.levels == ("Basic", "Versed", "Advanced", "Expert")
    beside = import_matrix(FILES / "legend-beside.csv").ladder
    assert beside.levels == ("Aware", "Able", "Skilled")
    assert beside.levels_about == {1: "knows of it", 2: "does it alone", 3: "teaches it"}


TABLE = "\n| Skill | Junior | Senior |\n|---|---|---|\n| SQL | 1 | 3 |\n| Talk | 1 | 2 |\n\n"
LEGENDS = {
    "line": TABLE + "1 = Aware, 2 = Able, 3 = Skilled\n",
    "bullets": TABLE + "## What is what\n\n- **1** – Aware\n- **2** – Able\n- **3** – Skilled\n",
    "numbered": TABLE + "## Levels\n\n1. Aware\n2. Able\n3. Skilled\n",
    "above": "Levels: 1 Aware, 2 Able, 3 Skilled\n" + TABLE + "2 - see the wiki\n",
    "code": TABLE + "Level 1: Aware\nLevel 2: Able\nLevel 3: Skilled\n",
}


@pytest.mark.parametrize("form", LEGENDS)
def test_a_legend_may_stand_in_the_text_around(form: str, tmp_path: Path) -> None:
    """Of a page in Markdown, below the table, above it, or under a heading of its own."""
    (tmp_path / "page.md").write_text(LEGENDS[form], encoding="utf-8")
    made = import_matrix(tmp_path / "page.md")
    assert made.ladder.levels == ("Aware", "Able", "Skilled")
    assert told(made.ladder).startswith("junior: sql=1 talk=1\nsenior: sql=3 talk=2")


@pytest.mark.parametrize(
    "prose",
    ["1. Buy flour\n2. Bake\n3. Eat\n", "Two notes: a, b.\n\n1 - see the wiki\n", "*" * 300 + "\n"],
    ids=["list", "note", "stars"],
)
def test_other_text_is_no_legend(prose: str, tmp_path: Path) -> None:
    """Numbered things, a single note, and marks without end say nothing of levels."""
    (tmp_path / "page.md").write_text(TABLE + "## Next\n\n" + prose, encoding="utf-8")
    made = import_matrix(tmp_path / "page.md")
    assert made.ladder.levels == ("level 1", "level 2", "level 3")
    assert not any("line " in remark and "from" in remark for remark in made.remarks[:1])


def test_names_tell_roles_of_one_title_apart() -> None:
    """By their tracks, as in a list; so no check has anything against them."""
    for file in ("same-titles", "three-tracks"):
        ladder = import_matrix(FILES / f"{file}.csv").ladder
        assert len({role.name for role in ladder.roles.values()}) == len(ladder.roles)
        assert "L601" not in {finding.rule.code for finding in check(ladder)}
    assert ladder.roles["product-senior"].name == "Senior (Product)"


def test_a_description_says_what_a_skill_is() -> None:
    """Comments are nobody's business but their authors'."""
    skills = import_matrix(FILES / "described.csv").ladder.skills
    assert skills["writing"].about == "Reports, and mails that get read"


def test_sentences_are_the_texts_of_levels() -> None:
    """Of several tracks, each says whose it is."""
    ladder = import_matrix(FILES / "sentences.csv").ladder
    assert ladder.levels == ("Junior analyst", "Analyst", "Senior analyst")
    assert ladder.skills["writing"].levels == {
        1: "Takes notes of a meeting.",
        2: "Writes reports that others can use.",
    }
    texts = import_matrix(FILES / "sentences-of-tracks.csv").ladder.skills["speaking"].levels
    assert texts[1] == "Engineering: Says what they are doing."
    assert texts[2] == (
        "Engineering: Speaks for the team to others.\nProduct: Speaks for the product to customers."
    )


def test_it_is_told_in_lines() -> None:
    """Where roles and skills stand, tracks and levels; what is called anew, and left out."""
    remarks = import_matrix(FILES / "three-tracks.csv").remarks
    assert remarks[0] == (
        'Roles go across (by the heading "Skill"), with their track and rank: 6 roles in line 6, '
        "in 2 tracks (Engineering, Product); 4 skills in column 2, in 2 groups (Technical, "
        "People). Levels, as the legend says: 1 awareness, 2 working, 3 practitioner, 4 expert; an "
        "empty cell asks for nothing."
    )
    assert remarks[1].endswith("a role in each of them: Senior (Engineering), Senior (Product).")
    assert remarks[2].startswith("Left out: ")


def test_a_row_without_levels_is_no_skill_without_a_word(tmp_path: Path) -> None:
    """Nor is a column without any a role; both are told."""
    (tmp_path / "m.csv").write_bytes(
        text([["Skill", "Analyst", "Senior analyst", "Lead analyst"], ["SQL", 1, 2], ["Go", "-"]])
    )
    made = import_matrix(tmp_path / "m.csv")
    assert 'Without any level: the role "Lead analyst" and the skill "Go".' in made.remarks


TRACKS = {
    "Engineering": [
        "Junior Engineer",
        "Engineer",
        "Senior Engineer",
        "Staff Engineer",
        "Architect",
    ],
    "Product": ["Product Analyst", "Product Manager", "Senior PM", "Group PM", "Product Director"],
    "Design": ["Junior Designer", "Designer", "Senior Designer", "Staff Designer", "Design Head"],
}
SKILLS = {
    "Technical": {"Coding": "12344 --111 -----", "Architecture": "-1234 ----- -----"},
    "Craft": {
        "User research": "----- 12334 12344",
        "Visual design": "----- ----- 12344",
        "Roadmaps": "---12 12344 --123",
    },
    "People": {"Communication": "12234 12234 12234", "Mentoring": "--234 -1234 --234"},
}


def career_framework() -> bytes:
    """A workbook with a cover, merged titles, tracks and clusters, notes and a legend."""
    cover = page(
        [["", "Career framework"], [], ["", "Version 3, draft"], ["", "Owner", "People team"]],
        [(0, 1, 1, 4)],
    )
    tracks, levels = [name for track in TRACKS for name in (track, "", "", "", "")], [1, 2, 3, 4, 5]
    titles = [title for names in TRACKS.values() for title in names]
    rows: list[list[object]] = [
        ["Skills and levels 2027"],
        ["Version 3, draft, owner: People team"],
        [],
        ["", "", *tracks],
        ["", "", *(f"L{level}" for level in levels * 3)],
        ["Cluster", "Skill", *titles, "Notes"],
    ]
    merged = [(0, 0, 1, 18), (3, 2, 1, 5), (3, 7, 1, 5), (3, 12, 1, 5)]
    for cluster, skills in SKILLS.items():
        merged.append((len(rows), 0, len(skills), 1))
        for at, (skill, held) in enumerate(skills.items()):
            cells = ["" if level == "-" else int(level) for level in held.replace(" ", "")]
            rows.append(["" if at else cluster, skill, *cells])
    rows[7].append("The guild is revising this in spring.")
    rows += [[], ["1 = awareness, 2 = working, 3 = practitioner, 4 = expert"], ["Updated in March"]]
    legend = page(
        [
            ["Level", "Name", "What it means"],
            [1, "Awareness", "Knows what it is for."],
            [2, "Working", "Does it with some help."],
            [3, "Practitioner", "Does it alone, and well."],
            [4, "Expert", "Is asked by others."],
        ]
    )
    return workbook({"Cover": cover, "Matrix": page(rows, merged), "Legend": legend})


def read(folder: Path, content: bytes, **options: str) -> Imported:
    (folder / "framework.xlsx").write_bytes(content)
    return import_matrix(folder / "framework.xlsx", **options)  # type: ignore[arg-type]


def test_a_career_framework_goes_in_at_the_first_attempt(tmp_path: Path) -> None:
    """Cover sheet, merged title, three tracks of five levels, clusters, notes and legend."""
    made = read(tmp_path, career_framework())
    ladder = made.ladder
    expected = {}
    for place, (track, titles) in enumerate(TRACKS.items()):
        for rank, title in enumerate(titles, start=1):
            held = {
                skill: int(level)
                for skills in SKILLS.values()
                for skill, levels in skills.items()
                if (level := levels.split()[place][rank - 1]) != "-"
            }
            expected[title] = (track, rank, held)
    assert {
        role.name: (
            ladder.tracks[role.track or ""].name,
            role.rank,
            {ladder.skills[skill].name: level for skill, level in role.expects.items()},
        )
        for role in ladder.roles.values()
    } == expected
    assert {skill.name: skill.group for skill in ladder.skills.values()} == {
        skill: cluster for cluster, skills in SKILLS.items() for skill in skills
    }
    assert ladder.levels == ("awareness", "working", "practitioner", "expert")
    assert ladder.levels_about[4] == "Is asked by others."
    promotions = [move for move in ladder.transitions if move.kind == "promotion"]
    assert len(promotions) == 12
    assert made.remarks[0] == (
        'The matrix is read from "Matrix", what its levels mean from "Legend"; left out: "Cover".'
    )
    assert made.remarks[2] == (
        'Left out: "Version 3, draft, owner: People team", "Skills and levels 2027", "Notes", '
        '"Updated in March".'
    )


def test_of_two_matrices_one_is_named(tmp_path: Path) -> None:
    """By the option or the mapping file, as the message says."""
    rows = [["Skill", "Junior analyst", "Senior analyst"], ["SQL", 1, 2], ["Talk", 1, 3]]
    content = workbook({"Data": page(rows), "Old data": page([*rows, ["Go", 2, 2]])})
    with pytest.raises(FileProblems) as refused:
        read(tmp_path, content)
    assert '--sheet "Data", or in a mapping file by sheet: Data' in str(refused.value)
    assert len(read(tmp_path, content, sheet="Old data").ladder.skills) == 3
    with pytest.raises(FileProblems, match="did you mean Data"):
        read(tmp_path, content, sheet="Dta")


def test_sentences_on_another_sheet_say_what_levels_mean(tmp_path: Path) -> None:
    """Of the same skills, under the levels as headings."""
    matrix = [["Skill", "Junior analyst", "Senior analyst"], ["SQL", 1, 2], ["Talk", 2, 2]]
    sentences = [
        ["Skill", "Level 1", "Level 2"],
        ["SQL", "Reads the queries of others.", "Writes queries with joins alone."],
        ["Talk", "Speaks in meetings of the team.", "Speaks at meetings of customers."],
    ]
    sheets = {"Definitions": page(sentences), "Matrix": page(matrix)}
    made = read(tmp_path, workbook(sheets))
    assert made.ladder.skills["sql"].levels[2] == "Writes queries with joins alone."
    assert len(made.ladder.roles) == 2
    assert made.remarks[0].endswith('what its levels mean from "Definitions".')


@pytest.mark.parametrize(
    ("foot", "left_out"),
    [
        (["Approved by", "M. Weber"], "Approved by"),
        (["Version", 3], "Version"),
        (["Average", 1.5, 2.5], "Average"),
        (["© 2027 Example Ltd"], "© 2027 Example Ltd"),
        (["Whoever is new in a role has a year for all of it."], "Whoever is new in a role has a"),
    ],
)
def test_a_footer_is_no_skill(foot: list[object], left_out: str, tmp_path: Path) -> None:
    """Be there a number beside it or not."""
    rows = [["Skill", "Analyst", "Senior analyst"], ["SQL", 1, 3], ["Talk", 1, 2], [], foot]
    (tmp_path / "m.csv").write_bytes(text(rows))
    made = import_matrix(tmp_path / "m.csv")
    assert [*made.ladder.skills] == ["sql", "talk"]
    assert made.ladder.levels == ("level 1", "level 2", "level 3")
    assert f'Left out: "{left_out}' in "\n".join(made.remarks)
