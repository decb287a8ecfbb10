"""Occupations of the O*NET database as a ladder, on an excerpt with all its traps."""

from __future__ import annotations

import random
import shutil
from collections import Counter
from fractions import Fraction
from itertools import pairwise, product
from pathlib import Path
from statistics import median

import pytest
from support.replay import replay

from graphs import at_pace, check, growth_path
from ladder import Ladder, LadderError, Person, dumps, load
from ladder.importers.assumptions import Imported
from ladder.importers.onet import import_onet
from ladder.names import find_role
from ladder.person import held_in_role

DATA = Path(__file__).parents[2] / "data" / "onet"
TABLES = ("Occupation_Data", "Skills", "Job_Zones", "Related_Occupations", "Alternate_Titles")

# Level and importance of what computer programmers (15-1251.00) need, from O*NET's own pages.
PROGRAMMER = {
    "active-learning": (3.25, 3.12),
    "active-listening": (4, 3.75),
    "complex-problem-solving": (3.88, 3.75),
    "coordination": (2.88, 3),
    "critical-thinking": (3.88, 3.75),
    "judgment-and-decision-making": (3.25, 3.25),
    "mathematics": (3.12, 3.12),
    "monitoring": (3.12, 3),
    "operations-analysis": (3.75, 3.12),
    "programming": (4.88, 4.75),
    "quality-control-analysis": (3.5, 3.5),
    "reading-comprehension": (3.5, 3.38),
    "social-perceptiveness": (3, 3.12),
    "speaking": (3.38, 3.12),
    "systems-analysis": (3.25, 3.38),
    "systems-evaluation": (3.62, 3.12),
    "time-management": (3.12, 3.12),
    "writing": (3.25, 3.25),
    # Below 3, but important once rounded.
    "instructing": (3.12, 2.5),
    "management-of-personnel-resources": (2.75, 2.62),
    "persuasion": (2.75, 2.62),
    "science": (2.75, 2.75),
    "technology-design": (2.38, 2.75),
}


def rounded(level: float) -> int:
    return int(level + 0.5)


@pytest.fixture(scope="module")
def imported() -> Imported:
    return import_onet(DATA)


@pytest.fixture(scope="module")
def ladder(imported: Imported) -> Ladder:
    return imported.ladder


def test_an_occupation_expects_what_is_important(ladder):
    """Levels are rounded, halves upwards, and the job zone is a level of Preparation."""
    levels = {skill: rounded(level) for skill, (level, _) in PROGRAMMER.items()}
    role = ladder.roles["computer-programmers"]
    assert role.expects == {"preparation": 4} | levels
    assert role.develops == {}
    assert held_in_role(role, 0) == role.expects


def test_a_level_says_where_it_stands_on_the_scale(ladder):
    """Which figures are rounded to it, as nothing else is true of every skill."""
    assert set(ladder.levels_about) == set(range(1, 8))
    for level, text in ladder.levels_about.items():
        assert text.startswith(f"{level - 0.5} to {min(level + 0.5, 7):g} on O*NET's scale")


def test_a_gate_asks_for_all_that_is_expected(ladder):
    """So that a level changed in the file changes the gate with it."""
    for move in ladder.transitions:
        assert move.requires == ladder.roles[move.to_role].expects
    assert "requires" not in dumps(ladder).partition("transitions:")[2].partition("activities:")[0]


def test_importance_is_an_option():
    """Less, that is more important."""
    ladder = import_onet(DATA, importance=3.5).ladder
    assert ladder.roles["computer-programmers"].expects == {"preparation": 4} | {
        skill: rounded(level)
        for skill, (level, importance) in PROGRAMMER.items()
        if importance >= 3.5
    }


def test_gates_may_ask_for_less():
    """The occupation develops the rest, by its job zone; what prepares for it stays asked for."""
    ladder = import_onet(DATA, gate_below=1, months=(1, 2, 3, 4, 5)).ladder
    levels = {skill: rounded(level) for skill, (level, _) in PROGRAMMER.items()}
    gates = [move.requires for move in ladder.transitions if move.to_role == "computer-programmers"]
    assert len(gates) > 1
    for gate in gates:
        assert gate == {"preparation": 4} | {skill: level - 1 for skill, level in levels.items()}
    assert ladder.roles["computer-programmers"].develops == {
        skill: {level: 4} for skill, level in levels.items()
    }


def test_what_is_not_relevant_is_at_level_0(ladder):
    """The table gives installation a level of 0.5 there, and calls it not relevant."""
    row = "15-1242.00\tInstallation\tLV\t0.5\tN\tY\n"
    assert row in (DATA / "Skills.tsv").read_text(encoding="utf-8")
    everything = import_onet(DATA, importance=1).ladder
    assert "installation" not in everything.roles["database-administrators"].expects


def test_what_is_to_be_suppressed_is_dropped(ladder):
    """Systems analysis is important to financial managers, at a level too uncertain to use."""
    row = "11-3031.00\tSystems Analysis\tLV\t3.25\tY\tN\n"
    assert row in (DATA / "Skills.tsv").read_text(encoding="utf-8")
    assert "systems-analysis" not in ladder.roles["financial-managers"].expects
    assert "critical-thinking" in ladder.roles["financial-managers"].expects


def test_skills_that_nothing_expects_are_left_out(ladder):
    """They would be names without use."""
    strict = import_onet(DATA, importance=4).ladder
    assert strict.skills.keys() < ladder.skills.keys()
    used = {skill for role in strict.roles.values() for skill in role.expects}
    assert used == strict.skills.keys()


def test_occupations_without_ratings_are_left_out_and_named(imported):
    """Nothing could be asked of who moves into them; each of them is named, however many."""
    titles = (DATA / "Occupation_Data.tsv").read_text(encoding="utf-8")
    *_, left_out = imported.remarks
    assert len(imported.ladder.roles) == 80
    assert left_out.startswith("Left out: 17 occupations of which O*NET rates no skills or gives")
    named = left_out.partition(": ")[2].partition(": ")[2].removesuffix(".").split("; ")
    assert len(named) == 17
    assert "Data Scientists" in named
    kept = {role.name for role in imported.ladder.roles.values()}
    assert kept | set(named) == {line.split("\t")[1] for line in titles.splitlines()[1:]}


def test_moves_join_the_nearest_occupations(ladder):
    """Those that are rated, both ways; with one transition for all moves of a kind into one."""
    into = [move for move in ladder.transitions if move.to_role == "computer-programmers"]
    assert [(move.kind, move.months) for move in into] == [("promotion", 24), ("lateral", 12)]
    up, sideways = (move.from_roles for move in into)
    assert up[:2] == ("computer-systems-engineers-architects", "computer-systems-analysts")
    assert sideways[:2] == ("database-administrators", "database-architects")


def test_what_kind_a_move_is(ladder):
    """To a higher job zone a promotion, to notably higher levels an advancement, else sideways."""

    def mean(role: str) -> Fraction:
        expects = ladder.roles[role].expects
        levels = [level for skill, level in expects.items() if skill != "preparation"]
        return Fraction(sum(levels), len(levels))

    kinds = Counter()
    for _, source, move in ladder.moves():
        rise = mean(move.to_role) - mean(source)
        if ladder.roles[move.to_role].rank > ladder.roles[source].rank:
            expected = ("promotion", 24)
        else:
            expected = ("advancement", 24) if rise > Fraction(1, 4) else ("lateral", 12)
        assert (move.kind, move.months) == expected
        kinds[move.kind] += 1
    assert min(kinds["promotion"], kinds["advancement"], kinds["lateral"]) > 20


def test_moves_lead_both_ways(ladder):
    """What is near is so from both sides, even where O*NET lists it at one of them alone."""
    pairs = {(source, move.to_role) for _, source, move in ladder.moves()}
    assert pairs == {(target, source) for source, target in pairs}


def test_more_or_fewer_moves_can_be_had():
    """None at all, or all that are related."""
    assert import_onet(DATA, related=0).ladder.transitions == ()
    few, many = (import_onet(DATA, related=number).ladder for number in (5, 20))
    pairs = [{(source, move.to_role) for _, source, move in each.moves()} for each in (few, many)]
    assert pairs[0] < pairs[1]
    assert ("computer-programmers", "web-administrators") in pairs[1]
    other = import_onet(DATA, tenure=31, side_months=7, side_rise=0).ladder
    assert {(move.kind, move.months) for move in other.transitions} == {
        ("promotion", 31),
        ("advancement", 31),
        ("lateral", 7),
    }


def test_skills_stand_in_the_groups_of_their_elements(tmp_path):
    """Where the table says which element of O*NET's content model each skill is."""
    for table in TABLES:
        shutil.copy(DATA / f"{table}.tsv", tmp_path)
    elements = {"Writing": "2.A.1.c", "Programming": "2.B.3.e", "Persuasion": "2.B.1.c"}
    header, *rows = (DATA / "Skills.tsv").read_text(encoding="utf-8").splitlines()
    told = [f"{row}\t{elements.get(row.split(chr(9))[1], '')}" for row in rows]
    text = "\n".join([f"{header}\tElement ID", *told, ""])
    (tmp_path / "Skills.tsv").write_text(text, encoding="utf-8")
    skills = import_onet(tmp_path).ladder.skills
    assert {key: skill.group for key, skill in skills.items() if skill.group} == {
        "preparation": "Education and experience",
        "writing": "Basic skills",
        "programming": "Technical skills",
        "persuasion": "Social skills",
    }


def test_roles_have_track_rank_code_page_and_description(ladder):
    """The major group, the job zone, and what the occupation does, whole."""
    role = ladder.roles["computer-programmers"]
    assert ladder.tracks[role.track].name == "Computer and Mathematical"
    assert (role.name, role.rank, role.aliases[0]) == ("Computer Programmers", 4, "15-1251.00")
    assert role.about == (
        "Work as computer programmers do. Our own words stand here for those of O*NET."
    )
    assert role.url == "https://www.onetonline.org/link/summary/15-1251.00"
    assert list(ladder.tracks) == ["management", "computer-and-mathematical"]


def test_titles_that_are_nobody_elses_are_aliases(ladder):
    """In full and in short; not a skill's name, nor what is nearly another's name or alias."""
    aliases = {key: role.aliases[1:] for key, role in ladder.roles.items()}
    assert aliases["chief-executives"] == ("CEO", "Chief Executive Officer")
    assert aliases["computer-programmers"] == ("Coder", "Computer programmer", "Programmer")
    assert aliases["general-and-operations-managers"] == ()
    assert aliases["statisticians"] == (), "Data Scientists, though left out, are none of them"
    assert find_role(ladder, "dba").id == "database-administrators"


def test_titles_need_not_be_there(ladder, tmp_path):
    """Without them the rest is the same."""
    for table in TABLES[:-1]:
        shutil.copy(DATA / f"{table}.tsv", tmp_path)
    bare = import_onet(tmp_path).ladder
    assert all(len(role.aliases) == 1 for role in bare.roles.values())
    assert bare.transitions == ladder.transitions


def test_preparation_is_gained_zone_by_zone(ladder):
    """It takes what two zones are apart: typically, and where O*NET's range begins and ends."""
    preparing = [one for one in ladder.activities.values() if one.kind == "preparation"]
    assert [(one.develops["preparation"], one.months, one.months_range) for one in preparing] == [
        (1, 2, (1, 3)),
        (2, 6, (3, 9)),
        (3, 10, (9, 12)),
        (4, 18, (12, 24)),
        (5, 48, (24, 72)),
    ]
    for one in preparing:
        below = one.develops["preparation"] - 1
        assert one.requires == ({"preparation": below} if below else {})
        assert one.source.startswith("O*NET job zones")
        assert one.source.endswith("is an assumption of the import")
    assert set(ladder.skills["preparation"].levels) == {1, 2, 3, 4, 5}


def test_months_of_preparation_are_an_option():
    """Where they leave O*NET's range, there is none, so that the file is sound."""
    ladder = import_onet(DATA, preparation=(0, 0, 24, 84, 120)).ladder
    preparing = [one for one in ladder.activities.values() if one.kind == "preparation"]
    assert [(one.months, one.months_range) for one in preparing] == [
        (1, (1, 3)),
        (1, None),
        (24, None),
        (60, None),
        (36, (24, 72)),
    ]


@pytest.mark.parametrize("pace", ["fast", "typical"])
def test_from_zone_3_to_zone_5_takes_years_of_preparation(ladder, pace):
    """Three years at least, even for who is fast, whatever jobs are on the way."""
    ladder = at_pace(ladder, pace)
    low, high = (
        [key for key, role in ladder.roles.items() if role.rank == zone] for zone in (3, 5)
    )
    for source, target in product(low[::3], high[::3]):
        path = growth_path(ladder, source, target)
        prepared = sum(
            end - start
            for learning in path.learning
            if ladder.activities[learning.activity].kind == "preparation"
            for start, end in learning.periods
        )
        assert prepared >= 36
        assert path.months >= prepared


def test_what_a_usual_promotion_raises_takes_its_tenure(ladder):
    """It raises 12 levels in the median, so that a level takes 24 / 12 months."""
    roles = ladder.roles
    raised = [
        sum(
            max(0, level - roles[source].expects.get(skill, 0))
            for skill, level in roles[move.to_role].expects.items()
            if skill != "preparation"
        )
        for _, source, move in ladder.moves()
        if move.kind == "promotion"
    ]
    assert 24 / median(raised) == pytest.approx(2, abs=0.4)
    practice = [one for one in ladder.activities.values() if one.kind == "practice"]
    for one in practice:
        ((skill, level),) = one.develops.items()
        assert one.months == 2 * (level - one.requires.get(skill, 0))


def test_only_what_is_expected_can_be_practised(ladder):
    """Each step asks for the one below."""
    steps = [
        (one.requires.get("programming", 0), one.develops["programming"])
        for one in ladder.activities.values()
        if "programming" in one.develops
    ]
    expected = {role.expects.get("programming", 0) for role in ladder.roles.values()}
    assert steps == list(pairwise(sorted(expected)))


def test_what_is_assumed_is_told(imported):
    """The source attributes O*NET as its licence asks, and owns up to the import's own figures."""
    source = imported.ladder.source
    assert source is not None
    assert "U.S. Department of Labor, Employment and Training Administration" in source
    assert "CC BY 4.0" in source
    assert "Modified" in source
    assert "assumptions of the import" in source
    assumed = [*imported.ladder.transitions, *imported.ladder.activities.values()]
    assert {item.confidence for item in assumed} == {"low"}
    told, _ = imported.remarks
    assert "2, 8, 18, 36, 84 months" in told
    assert "promotions" in told
    assert source.partition("not of O*NET: ")[2] in told


def test_people_can_ask_their_questions(ladder):
    """A move next door takes what is lacking; one far away is proven, and learnt for on the way."""
    near = growth_path(ladder, "Financial Managers", "Investment Fund Managers")
    far = growth_path(ladder, "11-2021.00", "statisticians")
    for path in (near, far):
        assert path.optimal
        assert path.learning
        replay(ladder, Person(), path)
    assert near.moves == 1
    assert far.moves >= 2


def test_nothing_is_odd_about_it(ladder):
    """Of what the check finds, nothing is of the import's making."""
    assert check(ladder) == ()


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(imported, tmp_path, seed):
    """Shuffled tables give the same ladder, byte for byte."""
    for table in TABLES:
        header, *rows = (DATA / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
        random.Random(seed).shuffle(rows)
        text = "\n".join([header, *rows, ""])
        (tmp_path / f"{table}.tsv").write_text(text, encoding="utf-8")
    shuffled = import_onet(tmp_path)
    assert shuffled == imported
    assert dumps(shuffled.ladder, format="json") == dumps(imported.ladder, format="json")


def test_tables_go_by_the_names_that_onet_gives_them(ladder, tmp_path):
    """They are published as "Job Zones.txt", in an unordered folder with many others."""
    for table in TABLES:
        shutil.copy(DATA / f"{table}.tsv", tmp_path / f"{table.replace('_', ' ')}.txt")
    (tmp_path / "Abilities.txt").write_text("no table", encoding="utf-8")
    assert import_onet(tmp_path).ladder == ladder


def test_the_import_can_be_saved_and_loaded(ladder, tmp_path):
    """As YAML and as JSON it passes the loader's checks and is the same ladder."""
    for format in ("yaml", "json"):
        file = tmp_path / f"ladder.{format}"
        file.write_text(dumps(ladder, format=format), encoding="utf-8", newline="\n")
        assert load(file) == ladder


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"importance": 0}, "importance must be from 1 to 5, not 0"),
        ({"importance": float("nan")}, "importance must be from 1 to 5, not nan"),
        ({"related": 21}, "related must be a whole number from 0 to 20, not 21"),
        ({"months": (1, 2, 3)}, "months must be 5 whole numbers from 0 to 1200, one for each job"),
        ({"months": (1, 2, 3, 4, -5)}, "months must be 5 whole numbers"),
        ({"tenure": -1}, "tenure must be a whole number from 0 to 1200, not -1"),
        ({"side_months": 1.5}, "side_months must be a whole number from 0 to 1200, not 1.5"),
        ({"gate_below": 8}, "gate_below must be a whole number from 0 to 7, not 8"),
        ({"side_rise": -1}, "side_rise must be from 0 to 7, not -1"),
        ({"preparation": (1, 2)}, "preparation must be 5 whole numbers from 0 to 1200"),
        ({"preparation": (9, 8, 7, 6, 5)}, "preparation must not be less for a higher job zone"),
        ({"learning_months": (1, 3, 6, 12)}, "learning_months must be 7 whole numbers"),
        ({"importance": 9, "tenure": -1}, "tenure must .*\nimportance must "),
    ],
)
def test_an_option_without_sense_is_refused(options, message):
    """The message names the option, what it may be and what it was; all at once."""
    with pytest.raises(LadderError, match=message):
        import_onet(DATA, **options)
