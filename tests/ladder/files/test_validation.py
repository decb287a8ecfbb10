"""What has its shape but makes no sense."""

import json

import pytest
from support.effort import within

START = """\
name: X
levels: [awareness, working, expert]
skills: {sql: SQL, user-research: User research}
tracks: {product: Product}
roles:
  analyst: {name: Business Analyst, aliases: [BA]}
  manager: {}
"""
LEVELS = "levels are 1 awareness, 2 working, 3 expert (0 is none)"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "transitions: [{from: analyst, to: manger, months: 6}]",
            '8:35: no role "manger"; did you mean manager?',
        ),
        (
            "transitions: [{from: BA, to: manager, months: 6}]",
            '8:22: no role "BA"; did you mean analyst?',
        ),
        ("transitions: [{from: xyz, to: manager, months: 6}]", '8:22: no role "xyz"'),
        (
            "transitions: [{from: manager, to: manager, months: 6}]",
            '8:35: a transition cannot lead from "manager" to itself',
        ),
        (
            "transitions: [{from: analyst, to: manager, months: 6, requires: {sql: 4}}]",
            f"8:71: no level 4; {LEVELS}",
        ),
        (
            "transitions: [{from: analyst, to: manager, months: 6, requires: {sql: 4.0}}]",
            f"8:71: no level 4; {LEVELS}",
        ),
        (
            "transitions: [{from: analyst, to: manager, months: 6, requires: {sql: -1}}]",
            f"8:71: no level -1; {LEVELS}",
        ),
        (
            "transitions: [{from: analyst, to: manager, months: 6, requires: {sql: exprt}}]",
            f'8:71: no level "exprt"; {LEVELS}; did you mean expert?',
        ),
        (
            "transitions: [{from: analyst, to: manager, months: 6, requires: {SQL: 1}}]",
            '8:66: no skill "SQL"; did you mean sql?',
        ),
        (
            "activities: {c: {months: 1, develops: {sqll: 1}}}",
            '8:40: no skill "sqll"; did you mean sql?',
        ),
        ("activities: {c: {months: 1, requires: {sql: 9}}}", f"8:45: no level 9; {LEVELS}"),
        ("  x: {track: products}", '8:14: no track "products"; did you mean product?'),
        ("  x: {develops: {sql: {3: 1, expert: 2}}}", "8:30: level 3 was given before"),
        ("  x: {develops: {sql: {4: 1}}}", f"8:24: no level 4; {LEVELS}"),
        (
            "  x: {develops: {sql: {expert: 1}, user-research: working}}",
            "8:7: develops_after is missing: after how many months in the role are these levels "
            "held? Or give a level its own, as in {working: 18}",
        ),
        ("  x: {aliases: [ba]}", '8:17: the alias "ba" is also an alias of analyst'),
        (
            "  x: {aliases: [Manager]}",
            '8:17: the alias "Manager" is also the id of manager, as case, spaces and '
            "hyphens do not count",
        ),
        ("  x: {aliases: [manager]}", '8:17: the alias "manager" is also the id of manager'),
        (
            "  x: {name: X, aliases: [y]}\n  y: {name: Y}",
            '8:26: the alias "y" is also the name of y',
        ),
        (
            "transitions: [{from: [analyst, any], to: manager, months: 3}]",
            '8:32: "any" stands alone, as in "from: any"; it is no role',
        ),
        (
            "  x: {aliases: [business-analyst]}",
            '8:17: the alias "business-analyst" is also the name of analyst',
        ),
    ],
)
def test_one_fault(problems, line, problem):
    """Each fault is told in its place, with the nearest valid choice."""
    assert problems(START + line) == [problem]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "transitions: [{from: analyst, to: manager, months: {typical: 24, range: [30, 18]}}]",
            "8:73: the fast end comes first: expected [18, 30], found [30, 18]",
        ),
        (
            "transitions: [{from: analyst, to: manager, months: {typical: 24, range: [12, 18]}}]",
            "8:62: typical is 24, which is outside of the range from 12 to 18",
        ),
        (
            "activities: {c: {months: {typical: 2, range: [3, 4]}}}",
            "8:36: typical is 2, which is outside of the range from 3 to 4",
        ),
        (
            "  x: {develops: {sql: {working: {typical: 9, range: [9, 8]}}}}",
            "8:53: the fast end comes first: expected [8, 9], found [9, 8]",
        ),
        (
            "  x: {develops_after: {typical: 9, range: [1, 8]}}",
            "8:33: typical is 9, which is outside of the range from 1 to 8",
        ),
    ],
)
def test_ranges_around_typical_months(problems, line, problem):
    """A range goes from fast to slow, and the typical months lie in it."""
    assert problems(START + line) == [problem]


@pytest.mark.parametrize(
    ("levels", "problem"),
    [
        ("[low, Low]", '2:15: the level "Low" was named before'),
        ("[low, '2']", '2:15: a level\'s name cannot be a number: "2"'),
        ("[low, None]", '2:15: "None" is level 0 already; leave it out'),
    ],
)
def test_level_names(problems, levels, problem):
    """A level has a name of its own, which is no number."""
    assert problems(f"name: X\nlevels: {levels}\nroles: {{a: {{}}}}\n") == [problem]


def test_levels_are_missing(problems):
    """Where skills are used there must be levels; that is said once."""
    text = "name: X\nskills: {sql: SQL}\nroles: {a: {develops: {sql: {1: 2, 2: 3}}}}\n"
    assert problems(text) == [
        "1:1: levels is missing: list the names of the levels, the lowest first, as skills are used"
    ]


def test_one_slip_is_told_once(problems):
    """What only follows from another mistake is not told besides."""
    text = "name: X\n{}:\n  {}: {{}}\n  b: {{}}\ntransitions:\n"
    text += "- {{from: a-b, to: b, months: 1}}\n- {{from: b, to: a-b, months: 1}}\n"
    assert [each[:4] for each in problems(text.format("roles", "A B"))] == ["3:3:"]
    found = problems(text.format("Roles", "a-b"))
    assert len(found) == 3
    assert sum("the file has no roles" in each for each in found) == 1


def test_signs_in_numbers_and_keys(problems):
    """A comma within a number, and no space behind a colon, leave keys that nobody meant."""
    text = "name: X\nroles: {a: {}}\nactivities: {c: {months: 1, cost: 1,900}, d: {months:2}}\n"
    found = problems(text)
    assert any("a number is written without commas" in each for each in found)
    assert any('expected a space after ":", as in months: 2' in each for each in found)


def test_groups_are_missing(problems):
    """A reference into a group that the file does not have says so."""
    text = "name: X\nlevels: [low]\nroles: {a: {track: t, develops: {sql: {1: 2}}}}\n"
    assert problems(text) == [
        '3:20: no track "t": the file has no tracks',
        '3:34: no skill "sql": the file has no skills',
    ]


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("Analyst", ", such as analyst"),
        ("product manager", ", such as product-manager"),
        ("product_manager", ", such as product-manager"),
        ("a:b", ", such as a-b"),
        ("-a", ", such as a"),
        ("a--b", ", such as a-b"),
        ("<script>", ", such as script"),
        ("!", ""),
        ("", ""),
    ],
)
@pytest.mark.parametrize("group", ["skills", "tracks", "roles", "activities"])
def test_bad_ids(problems, group, key, hint):
    """An id that is none is told with one that would do."""
    value = "{months: 1}" if group == "activities" else "{}"
    start = "name: X\n" + ("" if group == "roles" else "roles: {z: {}}\n")
    found = problems(f"{start}{group}:\n  '{key}': {value}\n")
    line = start.count("\n") + 2
    assert found == [f'{line}:3: the id "{key}" must be lower-case words joined by "-"{hint}']


@pytest.mark.parametrize(
    "key", ["a", "no", "3d-artist", "προϊόντα", "产品-经理", "مدير-المنتج", "उत्पाद-प्रबंधक"]
)
def test_good_ids(loaded, key):
    """Letters of any script make an id, with or without case, and with vowel signs."""
    assert key in loaded(f"name: X\nroles: {{{key}: {{}}}}").roles


def test_one_role_may_repeat_itself(loaded):
    """An alias that says a role's own name again does no harm."""
    ladder = loaded("name: X\nroles: {a: {name: PM, aliases: [pm, P M, A]}}")
    assert ladder.roles["a"].aliases == ("pm", "P M", "A")


def test_everything_at_once(problems):
    """Faults of text, shape and sense are told together, in the order of the file."""
    text = START + (
        "  analyst: {}\n"
        "  clerk: {rank: high, track: Product}\n"
        "transitions:\n"
        "  - {from: analyst, to: manger, months: soon}\n"
        "  - {from: clerk, two: manager, months: 1, requires: {sql: 7}}\n"
        "nmae: Y\n"
    )
    assert [found.split(": ")[0] for found in problems(text)] == [
        "8:3", "9:17", "9:30", "11:25", "11:41", "12:5", "12:19", "12:60", "13:1",
    ]  # fmt: skip


@pytest.mark.parametrize("odd", ["a\nb", "x" * 100_000, "a " * 50_000])
def test_odd_keys_in_messages(problems, odd):
    """Whatever a file holds where a word is due, each message stays one short line."""
    roles = {odd: {"aliases": ["z"], "track": odd, "develops": {odd: {odd: []}}, odd: 1}}
    roles["z"] = {"aliases": [odd], "name": odd, "develops": {"b": odd}, "rank": odd}
    move = {"from": odd + "c", "to": odd + "c", "months": odd, "requires": {odd: odd}, odd: 1}
    ladder = {"levels": [odd, odd], "roles": roles, "transitions": [move], odd: odd}
    found = problems(json.dumps(ladder), "ladder.json")
    assert len(found) > 15
    assert all(each.isprintable() and len(each) < 400 for each in found)


def test_many_misspelt_words(problems):
    """A file full of misspelt words is told of in seconds: hints end, and so do problems."""
    roles = "\n".join(f"  role-number-{number}: {{}}" for number in range(3_000))
    moves = "\n".join(
        f"- {{from: roll-number-{number}, to: role-number-1, months: 1}}" for number in range(3_000)
    )
    with within(10):
        found = problems(f"name: X\nroles:\n{roles}\ntransitions:\n{moves}\n")
    assert len(found) == 1_000
    assert "did you mean" in found[0]
