"""JSON as a ladder file uses it."""

import pytest


def test_same_as_yaml(loaded):
    """The same data, in JSON, is the same ladder."""
    yaml = 'name: X\nroles:\n  a: {rank: 1, aliases: [A, "1"]}\n'
    json = '{"name": "X", "roles": {"a": {"rank": 1, "aliases": ["A", "1"]}}}'
    assert loaded(json, "ladder.json") == loaded(json, "LADDER.JSON") == loaded(yaml)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: the file is empty; expected a career ladder"),
        (" \n", "1:1: the file is empty; expected a career ladder"),
        ("{", "1:2: not JSON: expecting property name enclosed in double quotes"),
        ('{"name": "X"\n "roles": {}}', "2:2: not JSON: expecting ',' delimiter"),
        ("name: X", "1:1: not JSON: expecting value"),
        ("[" * 100_000, "1:1: nested too deep"),
        ("[" + "1," * 1_300_000, "1:1: the file holds more than 1,000,000 values"),
    ],
)
def test_no_json(problems, text, problem):
    """What is no JSON is told with its place."""
    assert problems(text, "ladder.json") == [problem]


def test_key_given_twice(problems):
    """A repeated key is told with the place of the first, and what it holds is not judged."""
    text = (
        '{"name": "X",\n "roles": {"a": {}, "b": {},\n'
        '  "a": {"x": [{"y": NaN}], "x": 1}},\n "name": 3}'
    )
    assert problems(text, "ladder.json") == [
        '3:3: the key "a" was given before, in line 2',
        '4:2: the key "name" was given before, in line 1',
    ]


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_what_is_not_a_number(problems, number):
    """Words that JSON readers take for numbers are refused, as JSON does."""
    activity = f'{{"months": 1, "cost": {number}}}'
    text = f'{{"name": "X", "roles": {{"a": {{}}}},\n "activities": {{"b": {activity}}}}}'
    assert problems(text, "ladder.json") == [f"2:44: {number} is not a number"]


@pytest.mark.parametrize("number", ["1e999", "9" * 5000])
def test_numbers_without_end(problems, number):
    """Numbers beyond what Python reads or tells are refused in their place."""
    text = f'{{"name": "X", "roles": {{"a": {{\n"rank": {number}}}}}}}'
    (found,) = problems(text, "ladder.json")
    assert found.startswith("2:9: rank: expected a whole number, found ")
    assert len(found) < 150


def test_half_a_character(problems):
    """Half of a surrogate pair, which nothing can print, is refused."""
    text = '{"name": "X", "roles": {"a": {"name": "\\ud800"}}}'
    assert problems(text, "ladder.json") == ["1:39: invisible character U+D800; remove it"]


def test_places(problems):
    """Places are found among quotes, brackets and escapes within texts, and after line breaks."""
    text = (
        '{"name": "a \\"{[:,]}\\" b\\\\", "about": "\\u00e9",\r\n'
        ' "levels": ["{", 3, "}"],\r\n'
        '\t"roles": {"a": {"rank" : "x"}, "b": [1, {"c": 2}],\r\n'
        '   "ü": {"Rank": 1}}}'
    )
    assert problems(text, "ladder.json") == [
        "2:18: levels: expected a name, or a mapping with name and about, found the number 3; "
        "put it in quotes",
        '3:27: rank: expected a whole number, found the text "x"',
        "3:38: b: expected a mapping, found a list",
        '4:10: unknown key "Rank"; did you mean rank?',
    ]
