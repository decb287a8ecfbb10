"""What is written loads as what it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from support.ladder_strategies import ladders

from ladder import Activity, Ladder, LadderError, Role, Skill, Track, Transition, load
from ladder.files.writer import WIDTH, dumps, to_plain

PRODUCT = Ladder(
    name="Product management",
    levels=("awareness", "working", "practitioner"),
    currency="USD",
    skills={
        "communication": Skill("communication", "Communication"),
        "roadmapping": Skill("roadmapping", "Roadmapping", "Says what comes next, and why"),
        "sql": Skill("sql", "SQL"),
    },
    tracks={"product": Track("product", "Product management", family="Product")},
    roles={
        "analyst": Role(
            "analyst",
            "Analyst",
            develops={"communication": {2: 18}, "sql": {3: 18}, "roadmapping": {1: 6, 2: 18}},
        ),
        "product-manager": Role(
            "product-manager",
            "Product Manager",
            aliases=("PM",),
            track="product",
            rank=2,
            develops={"roadmapping": {3: 24}},
        ),
    },
    transitions=(
        Transition("analyst", "product-manager", 6, "entry", {"communication": 2}),
        Transition("product-manager", "analyst", 0),
    ),
    activities={
        "course": Activity("course", "Course", 2, cost=500, develops={"roadmapping": 1}),
        "mentor": Activity("mentor", "Mentor", 1, "mentoring", requires={"communication": 1}),
    },
    source="nobody",
)

PRODUCT_YAML = """\
name: Product management
levels: [awareness, working, practitioner]
currency: USD
skills:
  communication: Communication
  roadmapping: {name: Roadmapping, about: "Says what comes next, and why"}
  sql: SQL
tracks:
  product: {name: Product management, family: Product}
roles:
  analyst:
    name: Analyst
    develops_after: 18
    develops: {communication: working, sql: practitioner, roadmapping: {awareness: 6, working: 18}}
  product-manager:
    name: Product Manager
    aliases: [PM]
    track: product
    rank: 2
    develops: {roadmapping: {practitioner: 24}}
transitions:
  - {from: analyst, to: product-manager, kind: entry, months: 6, requires: {communication: working}}
  - {from: product-manager, to: analyst, months: 0}
activities:
  course: {name: Course, months: 2, cost: 500, develops: {roadmapping: awareness}}
  mentor: {name: Mentor, kind: mentoring, months: 1, requires: {communication: awareness}}
source: nobody
"""


@given(ladder=ladders())
def test_what_is_written_loads_as_the_same_ladder(tmp_path_factory, ladder):
    """Any ladder that a file can describe comes back equal, whatever its names."""
    for format in ("yaml", "json"):
        file = tmp_path_factory.getbasetemp() / f"ladder.{format}"
        file.write_text(dumps(ladder, format=format), encoding="utf-8", newline="")
        assert load(file) == ladder


def test_the_yaml_reads_as_a_person_would_write_it():
    """Short mappings stand in one line, levels have names, and defaults are left out."""
    assert dumps(PRODUCT) == PRODUCT_YAML


RANGES_YAML = """\
name: Craft
levels: [low, high]
skills:
  forging: Forging
  selling: Selling
roles:
  smith:
    name: Smith
    develops_after: {typical: 18, range: [12, 24]}
    develops: {forging: low, selling: low}
  master:
    name: Master
    develops: {forging: {low: 6, high: {typical: 24, range: [18, 30]}}, selling: {low: 6}}
transitions:
  - {from: smith, to: master, months: {typical: 36, range: [24, 48]}}
activities:
  course: {name: Course, months: {typical: 3, range: [2, 6]}, develops: {forging: low}}
"""


@pytest.mark.parametrize("name", ["ladder.yaml", "ladder.json"])
def test_ranges_come_back_as_they_were_written(tmp_path, name):
    """Months stay the typical ones, and the range stands beside them."""
    (tmp_path / "written.yaml").write_text(RANGES_YAML, encoding="utf-8")
    ladder = load(tmp_path / "written.yaml")
    assert ladder.roles["smith"].develops == {"forging": {1: 18}, "selling": {1: 18}}
    assert ladder.roles["smith"].develops_ranges == {
        "forging": {1: (12, 24)},
        "selling": {1: (12, 24)},
    }
    assert ladder.roles["master"].develops == {"forging": {1: 6, 2: 24}, "selling": {1: 6}}
    assert ladder.roles["master"].develops_ranges == {"forging": {2: (18, 30)}}
    assert (ladder.transitions[0].months, ladder.transitions[0].months_range) == (36, (24, 48))
    course = ladder.activities["course"]
    assert (course.months, course.months_range) == (3, (2, 6))
    assert dumps(ladder) == RANGES_YAML
    file = tmp_path / name
    file.write_text(dumps(ladder, format=file.suffix[1:]), encoding="utf-8")
    assert load(file) == ladder


def test_json_holds_the_same_as_yaml_with_an_entry_in_each_line():
    """The JSON is the plain data itself, and a role or a transition is one line of it."""
    text = dumps(PRODUCT, format="json")
    assert json.loads(text) == to_plain(PRODUCT)
    lines = [line.strip().rstrip(",") for line in text.splitlines()]
    assert '{"from":"product-manager","to":"analyst","months":0}' in lines
    assert sum('"name":"Product Manager"' in line for line in lines) == 1


def test_lines_keep_to_the_width_where_words_allow_it(tmp_path):
    """Long texts and long gates are broken into lines, and read as they were."""
    skills = {f"skill-number-{n}": Skill(f"skill-number-{n}", f"Skill {n}") for n in range(30)}
    gate = dict.fromkeys(skills, 1)
    ladder = Ladder(
        "Craft",
        levels=("working",),
        skills=skills,
        roles={
            "a": Role("a", "A", about="many words " * 40 + "end"),
            "b": Role("b", "B", about="two  spaces, " * 40 + "end"),
        },
        transitions=(Transition("a", "b", 6, requires=gate, source="a book: the first"),),
    )
    text = dumps(ladder)
    lines = text.splitlines()
    assert max(map(len, lines)) <= WIDTH
    file = tmp_path / "ladder.yaml"
    file.write_text(text, encoding="utf-8")
    assert load(file) == ladder
    assert sum("skill-number-" in line for line in lines if ": working" in line) < len(skills)


@pytest.mark.parametrize("length", range(1, 60))
def test_brackets_that_close_together_keep_to_the_width_as_well(length):
    """Whatever the length of the words before them."""
    skills = {id: Skill(id, id) for id in ("a" * 30, "b" * 8, "c" * length)}
    move = Transition("a", "b", 6, requires=dict.fromkeys(skills, 1))
    roles = {id: Role(id, id) for id in "ab"}
    text = dumps(Ladder("L", ("working",), roles=roles, skills=skills, transitions=(move,)))
    below = text.partition("transitions:\n")[2].splitlines()
    long_word = f"{'c' * length}: working}}}}"
    assert all(len(line) <= WIDTH or line.strip() == long_word for line in below)


def test_equal_ladders_are_written_alike():
    """Writing is the same bytes each time."""
    assert dumps(PRODUCT) == dumps(PRODUCT)


def test_an_unknown_format_is_refused_with_those_there_are():
    """The message names the formats."""
    with pytest.raises(LadderError, match='no format "toml"; expected yaml or json'):
        dumps(PRODUCT, format="toml")
