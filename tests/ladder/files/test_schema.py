"""What the schema refuses, and how that is told."""

import json

import pytest
from fastjsonschema import compile as compile_schema

from ladder import schema_text

MONTHS = "a whole number from 0 to 1,200, or {typical: 24, range: [18, 30]}"
LEARNING = "a whole number from 1 to 1,200, or {typical: 3, range: [2, 6]}"
START = "name: X\nroles: {a: {}, b: {}}\nlevels: [low, high]\nskills: {sql: SQL}\n"


@pytest.mark.parametrize("kind", ["ladder", "person"])
def test_schema_is_for_editors(kind):
    """The schema is valid draft-07, closed against unknown keys, and explains every key."""
    schema = json.loads(schema_text(kind))
    compile_schema(schema)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    waiting = [schema]
    explained = 0
    while waiting:
        part = waiting.pop()
        if "properties" in part:
            assert part["additionalProperties"] is False
            for name, value in part["properties"].items():
                target = part_of(schema, value)
                assert {"title", "description"} <= set(value) | set(target), name
                explained += 1
        # What depends on "extends" says only which keys must be there.
        waiting += [
            value
            for key, value in part.items()
            if isinstance(value, dict) and key not in ("if", "else")
        ]
    assert explained >= 5


def part_of(schema, value):
    name = value.get("$ref", "").removeprefix("#/definitions/")
    return schema["definitions"][name] if name else {}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("rols: {}", '5:1: unknown key "rols"; did you mean roles?'),
        ("currency: 5", "5:11: currency: expected text, found the number 5; put it in quotes"),
        ("about: [x]", "5:8: about: expected text, found a list"),
        ("source: true", "5:9: source: expected text, found true; put it in quotes"),
        ("currency: ''", "5:11: currency: expected some text, found none"),
        ("tracks: [a]", "5:9: tracks: expected a mapping, found a list"),
        (
            "activities: {a: {months: 1, requires: [b]}}",
            "5:39: requires: expected a mapping such as {communication: working}, found a list",
        ),
        ("tracks:", "5:8: tracks: expected a mapping, found nothing"),
        (
            "tracks: {t: 5}",
            "5:13: t: expected a name, or a mapping with name, family and about, "
            "found the number 5; put it in quotes",
        ),
        ("tracks: {t: {nam: T}}", '5:14: unknown key "nam"; did you mean name?'),
        ("transitions: {}", "5:14: transitions: expected a list, found a mapping"),
        ("transitions: [x]", '5:15: transitions: expected a mapping, found the text "x"'),
        (
            "transitions: [{from: a, to: b}]",
            "5:15: months is missing: a transition needs months",
        ),
        (
            "transitions: [{from: a, to: b, months: soon}]",
            f'5:40: months: expected {MONTHS}, found the text "soon"',
        ),
        (
            "transitions: [{from: a, to: b, months: -1}]",
            f"5:40: months: expected {MONTHS}, found the number -1",
        ),
        (
            "transitions: [{from: a, to: b, months: 1.5}]",
            f"5:40: months: expected {MONTHS}, found the number 1.5",
        ),
        (
            "transitions: [{from: a, to: b, months: 5000}]",
            f"5:40: months: expected {MONTHS}, found the number 5000",
        ),
        (
            "transitions: [{from: a, to: b, months: 1, requires: {sql: [low]}}]",
            "5:59: sql: expected a level, by name or number, found a list",
        ),
        (
            "transitions: [{from: a, to: b, months: 1, confidence: high}]",
            '5:55: confidence: expected good, fair or low, found the text "high"',
        ),
        ("activities: {c: {}}", "5:17: months is missing: an activity needs months"),
        (
            "activities: {c: {months: 0}}",
            f"5:26: months: expected {LEARNING}, found the number 0",
        ),
        (
            "activities: {c: {months: 1, cost: -5}}",
            "5:35: cost: expected a number from 0 to 1,000,000,000,000, found the number -5",
        ),
        (
            "activities: {c: {months: 1, cost: 1e999}}",
            "5:35: cost: expected a number from 0 to 1,000,000,000,000, found the number inf",
        ),
    ],
)
def test_shapes(problems, line, problem):
    """Each wrong shape is told in its place: what was found, and what was expected."""
    assert problems(START + line) == [problem]


@pytest.mark.parametrize(
    ("months", "problems_there"),
    [
        ("[18, 30]", [f"40: months: expected {MONTHS}, found a list"]),
        ("true", [f"40: months: expected {MONTHS}, found true"]),
        ("{typical: 24}", [f"40: range is missing: expected {MONTHS}"]),
        (
            "{typcal: 24, range: [18, 30]}",
            [
                f"40: typical is missing: expected {MONTHS}",
                '41: unknown key "typcal"; did you mean typical?',
            ],
        ),
        (
            "{typical: 24, range: 18}",
            ["61: range: expected 2 entries, such as [18, 30], found the number 18"],
        ),
        (
            "{typical: 24, range: [18]}",
            ["61: range: expected 2 entries, such as [18, 30], found 1"],
        ),
        (
            "{typical: 24, range: [18, 30, 36]}",
            ["61: range: expected 2 entries, such as [18, 30], found 3"],
        ),
        (
            "{typical: 24, range: [18, late]}",
            ['66: range: expected a whole number from 0 to 1,200, found the text "late"'],
        ),
        (
            "{typical: -1, range: [18, 1201]}",
            [
                "50: typical: expected a whole number from 0 to 1,200, found the number -1",
                "66: range: expected a whole number from 0 to 1,200, found the number 1201",
            ],
        ),
    ],
)
def test_shapes_of_ranges(problems, months, problems_there):
    """What is neither a number of months nor a range is told with both forms."""
    found = problems(START + f"transitions: [{{from: a, to: b, months: {months}}}]")
    assert found == [f"5:{problem}" for problem in problems_there]


def test_an_activity_takes_a_month_at_least_at_any_pace(problems):
    """The fast end of a range is held to what the months themselves are."""
    assert problems(START + "activities: {c: {months: {typical: 1, range: [0, 2]}}}") == [
        "5:47: range: expected a whole number from 1 to 1,200, found the number 0"
    ]


@pytest.mark.parametrize(
    ("role", "problem"),
    [
        ("[]", "2:12: a: expected a mapping, found a list"),
        (
            "{aliases: SPM}",
            '2:22: aliases: expected a list, found the text "SPM"; put it in [brackets]',
        ),
        ("{aliases: ['']}", "2:23: aliases: expected some text, found none"),
        ("{name: 2024}", "2:19: name: expected text, found the number 2024; put it in quotes"),
        ("{name: ' '}", "2:19: name: expected some text, found none"),
        ("{final: 1}", "2:20: final: expected true or false, found the number 1"),
        ("{final: yes}", '2:20: final: expected true or false, found the text "yes"'),
        ("{rank: high}", '2:19: rank: expected a whole number, found the text "high"'),
        ("{develops: {sql: [1]}}", "2:29: sql: expected a level, or {level: months}, found a list"),
        ("{develops: {sql: {}}}", "2:29: sql: expected at least one entry, found none"),
        (
            "{develops: {sql: {low: soon}}}",
            f'2:35: low: expected {MONTHS}, found the text "soon"',
        ),
        (
            "{develops_after: -1, develops: {sql: low}}",
            f"2:29: develops_after: expected {MONTHS}, found the number -1",
        ),
        (
            "{colour: 3}",
            '2:13: unknown key "colour"; expected name, about, aliases, track, rank, final, '
            "url, expects, develops, develops_after, source or confidence",
        ),
    ],
)
def test_shapes_of_roles(problems, role, problem):
    """The same for everything that a role holds."""
    assert problems(f"name: X\nroles: {{a: {role}}}\nlevels: [low]\nskills: {{sql: SQL}}\n") == [
        problem
    ]


def test_missing_keys(problems):
    """All that one mapping lacks is one problem, and what another lacks is another."""
    assert problems("about: nothing\n") == [
        "1:1: name and roles are missing: a career ladder needs them",
    ]
    assert problems("nmae: X\nroles: {a: {}}\ntransitions: [{from: a}, {months: 3}]\n") == [
        "1:1: name is missing: a career ladder needs name and roles",
        '1:1: unknown key "nmae"; did you mean name?',
        "3:15: to and months are missing: a transition needs from, to and months",
        "3:26: from and to are missing: a transition needs them",
    ]


def test_no_roles(problems):
    """A ladder without roles is none."""
    assert problems("name: X\nroles: {}\n") == [
        "2:8: roles: expected at least one entry, found none"
    ]


def test_too_many_levels(problems):
    """A hundred levels are enough for anybody, and more would slow each answer."""
    levels = ", ".join(f"level {number}" for number in range(101))
    found = problems(f"name: X\nroles: {{a: {{}}}}\nlevels: [{levels}]")
    assert found == ["3:9: levels: expected at most 100 entries, found 101"]


@pytest.mark.parametrize(
    "key", ["a.b", "a[0]", "[0]", ".", "", "{0}", "{data}", "a: b", "%s", "'", "é.b"]
)
def test_odd_keys_are_found(problems, key):
    """A key with the schema checker's own punctuation in it does not lead the place astray."""
    text = json.dumps({"name": "X", "roles": {"ok": {}, key: {"develops": {key: {key: "x"}}}}})
    expected = text.index('"x"') + 1
    found = [each for each in problems(text, "ladder.json") if 'found the text "x"' in each]
    assert [each.split(":")[:2] for each in found] == [["1", str(expected)]]


def test_keys_that_look_like_paths(problems):
    """Of two paths that read the same, each problem is told at its own."""
    roles = {"a": {"develops": {"rank": {"low": "x"}}}, "a.develops": {"rank": "y"}}
    text = json.dumps({"name": "X", "roles": roles})
    found = {tuple(each.split(":")[:2]): each for each in problems(text, "ladder.json")}
    inner, outer = text.index('"x"') + 1, text.rindex('"y"') + 1
    assert 'found the text "x"' in found["1", str(inner)]
    assert 'found the text "y"' in found["1", str(outer)]


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("title: T", "name"),
        ("description: D", "about"),
        ("moves: []", "transitions"),
        ("courses: {}", "activities"),
        ("jobs: {}", "roles"),
        ("skills: {x: {label: X}}", "name"),
        ("tracks: {x: {department: X}}", "family"),
        ("roles: {x: {title: X}}", "name"),
        ("roles: {x: {level: 3}}", "rank"),
        ("roles: {x: {skills: {}}}", "expects"),
        ("roles: {x: {teaches: {}}}", "develops"),
        ("transitions: [{from: a, to: b, months: 1, Gate: {}}]", "requires"),
        ("transitions: [{from: a, to: b, months: 1, type: entry}]", "kind"),
        ("activities: {x: {months: 1, price: 3}}", "cost"),
        ("activities: {x: {months: 1, duration: 3}}", "months"),
        ("activities: {x: {months: 1, prerequisites: {}}}", "requires"),
        ("activities: {x: {months: 1, skills: {}}}", "develops"),
        ("activities: {x: {months: 1, link: x}}", "url"),
    ],
)
def test_other_words_for_a_key(problems, line, meant):
    """What people write for a key is answered with the key."""
    start = START.replace("roles: {a: {}, b: {}}\n", "") if line.startswith("roles") else START
    start = start.replace("skills: {sql: SQL}\n", "") if line.startswith("skills") else start
    (found,) = (each for each in problems(start + line) if "unknown key" in each)
    assert found.endswith(f"; did you mean {meant}?")


def test_a_role_has_no_next_one(problems):
    """It is told where moves stand."""
    (found,) = problems("name: X\nroles: {a: {next: b}, b: {}}\n")
    assert found.endswith('"transitions", each with from, to and months')
