"""Occupations of the O*NET database as a ladder, on an excerpt with all its traps."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from support.replay import replay

from graphs import growth_path
from ladder import Ladder, LadderError, Person, dumps, load
from ladder.importers.onet import import_onet

DATA = Path(__file__).parents[2] / "data" / "onet"
TABLES = ("Occupation_Data", "Skills", "Job_Zones", "Related_Occupations")

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
}
LESS_IMPORTANT = {
    "instructing": 3.12,
    "learning-strategies": 2.62,
    "management-of-financial-resources": 1.5,
    "management-of-material-resources": 1.25,
    "management-of-personnel-resources": 2.75,
    "negotiation": 2.12,
    "operations-monitoring": 2.12,
    "persuasion": 2.75,
    "science": 2.75,
    "service-orientation": 2.88,
    "technology-design": 2.38,
    "troubleshooting": 1.62,
}


def rounded(level: float) -> int:
    return int(level + 0.5)


@pytest.fixture(scope="module")
def ladder() -> Ladder:
    return import_onet(DATA)


def gate_into(ladder: Ladder, role: str) -> dict[str, int]:
    """Every move into a role asks for the same."""
    gates = [dict(move.requires) for move in ladder.transitions if move.to_role == role]
    assert gates
    assert all(gate == gates[0] for gate in gates)
    return gates[0]


def test_an_occupation_develops_all_that_it_needs(ladder):
    """Levels are rounded, halves upwards; the job zone says after how many months."""
    levels = {skill: level for skill, (level, _) in PROGRAMMER.items()} | LESS_IMPORTANT
    develops = ladder.roles["computer-programmers"].develops
    assert develops == {skill: {rounded(level): 24} for skill, level in levels.items()}


def test_a_gate_asks_for_what_is_important(ladder):
    """From importance 3 on, each skill one level below the one that is needed."""
    assert gate_into(ladder, "computer-programmers") == {
        skill: rounded(level) - 1 for skill, (level, _) in PROGRAMMER.items()
    }


def test_importance_and_distance_of_gates_are_options():
    """Less that is more important, at its full level."""
    ladder = import_onet(DATA, importance=3.5, gate_below=0)
    assert gate_into(ladder, "computer-programmers") == {
        skill: rounded(level)
        for skill, (level, importance) in PROGRAMMER.items()
        if importance >= 3.5
    }


def test_what_is_not_relevant_is_at_level_0(ladder):
    """The table gives installation a level of 0.5 there, and calls it not relevant."""
    row = "15-1242.00\tInstallation\tLV\t0.5\tN\tY\n"
    assert row in (DATA / "Skills.tsv").read_text(encoding="utf-8")
    assert "installation" not in ladder.roles["database-administrators"].develops


def test_what_is_to_be_suppressed_is_dropped(ladder):
    """Systems analysis is important to financial managers, at a level too uncertain to use."""
    row = "11-3031.00\tSystems Analysis\tLV\t3.25\tY\tN\n"
    assert row in (DATA / "Skills.tsv").read_text(encoding="utf-8")
    assert "systems-analysis" not in ladder.roles["financial-managers"].develops
    assert "systems-analysis" not in gate_into(ladder, "financial-managers")
    assert "critical-thinking" in gate_into(ladder, "financial-managers")


def test_occupations_without_ratings_are_left_out_and_named(ladder):
    """Nothing could be asked of who moves into them."""
    titles = (DATA / "Occupation_Data.tsv").read_text(encoding="utf-8")
    assert "Data Scientists" in titles
    assert "data-scientists" not in ladder.roles
    assert len(ladder.roles) == 80
    assert ladder.about is not None
    assert "does not rate their skills: Blockchain Engineers; " in ladder.about
    assert ladder.about.endswith("; 9 more.")


def test_moves_lead_to_the_nearest_occupations(ladder):
    """Up to the tenth, of those that are rated; upwards by promotion, else sideways."""
    moves = [move for move in ladder.transitions if move.from_role == "computer-programmers"]
    assert [(move.to_role, move.kind, move.months) for move in moves] == [
        ("computer-systems-engineers-architects", "lateral", 12),
        ("computer-systems-analysts", "lateral", 12),
        ("database-administrators", "lateral", 12),
        ("database-architects", "lateral", 12),
        ("software-quality-assurance-analysts-and-testers", "lateral", 12),
        ("computer-network-architects", "lateral", 12),
    ]
    for move in ladder.transitions:
        upwards = ladder.roles[move.to_role].rank > ladder.roles[move.from_role].rank
        assert (move.kind, move.months) == (("promotion", 24) if upwards else ("lateral", 12))
    assert sum(move.kind == "promotion" for move in ladder.transitions) > 20


def test_more_or_fewer_moves_can_be_had():
    """None at all, or all that are related."""
    assert import_onet(DATA, related=0).transitions == ()
    everything = import_onet(DATA, related=20, tenure=31, side_months=7)
    pairs = {(move.from_role, move.to_role) for move in everything.transitions}
    assert ("computer-programmers", "web-administrators") in pairs
    assert {move.months for move in everything.transitions} == {31, 7}


def test_roles_have_track_rank_code_and_description(ladder):
    """The major group, the job zone, the code as an alias, and what the occupation does."""
    role = ladder.roles["computer-programmers"]
    assert ladder.tracks[role.track].name == "Computer and Mathematical"
    assert (role.name, role.rank, role.aliases) == ("Computer Programmers", 4, ("15-1251.00",))
    assert role.about is not None
    assert role.about.startswith("The work of Computer Programmers")
    assert list(ladder.tracks) == ["management", "computer-and-mathematical"]


def test_months_follow_the_job_zone():
    """Each zone has its own."""
    ladder = import_onet(DATA, months=(1, 2, 3, 4, 5))
    for role in ladder.roles.values():
        assert {after for levels in role.develops.values() for after in levels.values()} == {
            role.rank
        }


def test_every_level_of_every_skill_can_be_learnt(ladder):
    """Steps up to the highest that any occupation has, each asking for the one below."""
    chain = [ladder.activities[f"programming-level-{level}"] for level in range(1, 6)]
    assert [activity.months for activity in chain] == [1, 1, 2, 3, 4]
    assert [dict(activity.develops) for activity in chain] == [
        {"programming": level} for level in range(1, 6)
    ]
    assert [dict(activity.requires) for activity in chain[:3]] == [
        {},
        {"programming": 1},
        {"programming": 2},
    ]
    assert chain[3].name == "Programming to level 4"
    assert len(ladder.activities) < 7 * 35


def test_what_is_assumed_is_told(ladder):
    """The source attributes O*NET as its licence asks, and owns up to the import's own figures."""
    assert ladder.source is not None
    assert "U.S. Department of Labor, Employment and Training Administration" in ladder.source
    assert "CC BY 4.0" in ladder.source
    assert "Modified" in ladder.source
    assert "assumptions of the import" in ladder.source
    assumed = [*ladder.transitions, *ladder.activities.values(), *ladder.roles.values()]
    assert {item.confidence for item in assumed} == {"low"}


def test_people_can_ask_their_questions(ladder):
    """A move next door takes its months; one far away is proven, and learnt for on the way."""
    near = growth_path(ladder, "Computer Programmers", "database administrators")
    assert (near.months, near.moves, near.optimal) == (0, 1, True)
    far = growth_path(ladder, "11-2021.00", "statisticians")
    assert far.optimal
    assert far.moves >= 2
    assert far.months >= 12 * (far.moves - 1)
    assert far.learning
    replay(ladder, Person(), far)


@pytest.mark.parametrize("seed", range(3))
def test_the_order_of_rows_does_not_matter(ladder, tmp_path, seed):
    """Shuffled tables give the same ladder, byte for byte."""
    for table in TABLES:
        header, *rows = (DATA / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
        random.Random(seed).shuffle(rows)
        text = "\n".join([header, *rows, ""])
        (tmp_path / f"{table}.tsv").write_text(text, encoding="utf-8")
    assert dumps(import_onet(tmp_path), format="json") == dumps(ladder, format="json")


def test_tables_go_by_the_names_that_onet_gives_them(ladder, tmp_path):
    """They are published as "Job Zones.txt", in an unordered folder with many others."""
    for table in TABLES:
        shutil.copy(DATA / f"{table}.tsv", tmp_path / f"{table.replace('_', ' ')}.txt")
    (tmp_path / "Abilities.txt").write_text("no table", encoding="utf-8")
    assert import_onet(tmp_path) == ladder


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
        ({"learning_months": (1, 3, 6, 12)}, "learning_months must be 7 whole numbers"),
        ({"importance": 9, "tenure": -1}, "tenure must .*\nimportance must "),
    ],
)
def test_an_option_without_sense_is_refused(options, message):
    """The message names the option, what it may be and what it was; all at once."""
    with pytest.raises(LadderError, match=message):
        import_onet(DATA, **options)
