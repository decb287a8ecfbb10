"""A good file, and the values it gives."""

import pytest

from ladder import Activity, FrozenDict, Ladder, Role, Skill, Track, Transition

EVERYTHING = """\
name: Product management
about: What it is for
levels: [awareness, working, practitioner]
currency: USD
source: The book
skills:
  sql: SQL
  no: {about: The word no}
  roadmapping: {name: Road maps, about: What comes next}
tracks: {product: Product work, no: {name: Others}}
roles:
  product-manager:
    name: Product Manager
    about: Decides
    aliases: [PM, P.M.]
    track: product
    rank: 2
    develops_after: 12
    develops: {sql: working, roadmapping: {practitioner: 24, 1: 0}, no: none}
    source: Interviews
    confidence: fair
  analyst: {}
transitions:
  - {from: analyst, to: product-manager, kind: entry, months: 6,
     requires: {sql: 2, no: 0, roadmapping: Awareness}, source: The union, confidence: low}
  - {from: product-manager, to: analyst, months: 0}
activities:
  sql-course: {months: 2, develops: {sql: "1"}}
  mentoring: {name: Mentoring, about: With an elder, kind: mentoring, months: 3, cost: 10.5,
    requires: {sql: 1}, develops: {roadmapping: practitioner}, source: HR, confidence: good}
"""


def test_everything(loaded):
    """Every key of the file arrives where it belongs, and what is left out has its default."""
    assert loaded(EVERYTHING) == Ladder(
        name="Product management",
        about="What it is for",
        levels=("awareness", "working", "practitioner"),
        currency="USD",
        source="The book",
        skills={
            "sql": Skill("sql", "SQL"),
            "no": Skill("no", "No", "The word no"),
            "roadmapping": Skill("roadmapping", "Road maps", "What comes next"),
        },
        tracks={"product": Track("product", "Product work"), "no": Track("no", "Others")},
        roles={
            "product-manager": Role(
                id="product-manager",
                name="Product Manager",
                about="Decides",
                aliases=("PM", "P.M."),
                track="product",
                rank=2,
                develops={"sql": {2: 12}, "roadmapping": {1: 0, 3: 24}},
                source="Interviews",
                confidence="fair",
            ),
            "analyst": Role(id="analyst", name="Analyst"),
        },
        transitions=(
            Transition(
                from_roles="analyst",
                to_role="product-manager",
                months=6,
                kind="entry",
                requires={"sql": 2, "roadmapping": 1},
                source="The union",
                confidence="low",
            ),
            Transition(from_roles="product-manager", to_role="analyst", months=0, kind="lateral"),
        ),
        activities={
            "sql-course": Activity(
                id="sql-course", name="Sql course", months=2, kind="course", develops={"sql": 1}
            ),
            "mentoring": Activity(
                id="mentoring",
                name="Mentoring",
                about="With an elder",
                kind="mentoring",
                months=3,
                cost=10.5,
                requires={"sql": 1},
                develops={"roadmapping": 3},
                source="HR",
                confidence="good",
            ),
        },
    )


def test_order(loaded):
    """Roles stand as in the file; skills by id, as their order there says nothing."""
    ladder = loaded(EVERYTHING)
    assert list(ladder.roles) == ["product-manager", "analyst"]
    assert list(ladder.roles["product-manager"].develops) == ["roadmapping", "sql"]
    assert list(ladder.roles["product-manager"].develops["roadmapping"]) == [1, 3]
    assert list(ladder.transitions[0].requires) == ["roadmapping", "sql"]


def test_frozen_throughout(loaded):
    """Nothing in a ladder can be changed, so that all of it can be a key or be kept."""
    ladder = loaded(EVERYTHING)
    hash(ladder)
    mappings = [ladder.roles, ladder.skills, ladder.tracks, ladder.activities]
    mappings += [ladder.roles["product-manager"].develops, ladder.transitions[0].requires]
    mappings += ladder.roles["product-manager"].develops.values()
    mappings += [ladder.activities["mentoring"].requires, ladder.activities["mentoring"].develops]
    for mapping in mappings:
        assert type(mapping) is FrozenDict
        with pytest.raises(TypeError, match="cannot be changed"):
            mapping["new"] = None


def test_whole_numbers_with_a_point(loaded):
    """24.0 months are 24, and 500.0 are 500: the schema takes them, and answers show no points."""
    ladder = loaded(
        "name: X\nroles: {a: {rank: 1.0}, b: {}}\n"
        "transitions: [{from: a, to: b, months: 24.0}]\nactivities: {c: {months: 2.0, cost: 5e2}}\n"
    )
    numbers = [ladder.roles["a"].rank, ladder.transitions[0].months]
    numbers += [ladder.activities["c"].months, ladder.activities["c"].cost]
    assert numbers == [1, 24, 2, 500]
    assert all(type(number) is int for number in numbers)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("'<script>alert(\"a: b\")</script>'", '<script>alert("a: b")</script>'),
        ('"\\"quoted\\""', '"quoted"'),
        ("Director: Product", None),
        ("'Director: Product'", "Director: Product"),
        (">\n      Product\n      manager\n", "Product manager"),
        ('"Product\\nmanager"', "Product manager"),
        ("R&D | <b> \\N", "R&D | <b> \\N"),
        ("Διευθυντής προϊόντων", "Διευθυντής προϊόντων"),
        ("产品经理", "产品经理"),
        ("مدير المنتج", "مدير المنتج"),
        ("उत्पाद प्रबंधक", "उत्पाद प्रबंधक"),
        ("👩‍💻 Engineer", "👩‍💻 Engineer"),
        ("no", "no"),
    ],
)
def test_names(loaded, problems, written, name):
    """A name is kept as it is, whatever it holds, but on one line."""
    text = f"name: X\nroles:\n  a:\n    name: {written}\n"
    if name is None:
        assert problems(text)[0].startswith('4:19: a text that holds ": " needs quotes: name: ')
    else:
        assert loaded(text).roles["a"].name == name


def test_prose_keeps_its_paragraphs(loaded):
    """What a role is about may have lines; only its ends are trimmed."""
    text = 'name: X\nabout: "\\n"\nroles:\n  a:\n    about: |\n      One.\n\n      Two.\n'
    ladder = loaded(text)
    assert ladder.roles["a"].about == "One.\n\nTwo."
    assert ladder.about is None
