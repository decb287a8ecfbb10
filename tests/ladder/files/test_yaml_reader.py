"""YAML as a ladder file uses it, and what it must not do."""

import pytest
import yaml
from support.effort import within

from ladder import FileProblems
from ladder.files import yaml_reader
from ladder.files.text import plain_value
from ladder.files.yaml_reader import read_yaml


def data(text: str) -> object:
    document = read_yaml(text, "ladder.yaml")
    assert not document.problems
    return document.root


@pytest.mark.parametrize(
    "text",
    [
        *("no", "yes", "on", "off", "NO", "True", "TRUE", "Null", "1:30", "0o17", "0x1F"),
        *("1_000", "007", "+5", ".5", "5.", ".inf", ".nan", "2024-05-01"),
    ],
)
def test_surprises_are_off(text):
    """What YAML would quietly turn into something else stays text."""
    assert data(f"key: {text}") == {"key": text}
    assert data(f"{text}: value") == {text: "value"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("24", 24),
        ("-3", -3),
        ("2.50", 2.5),
        ("2.0", 2),
        ("1e3", 1000),
        ("1e-3", 0.001),
    ],
)
def test_plain_values(text, value):
    """Numbers are those of JSON; true, false and nothing are themselves; in quotes all is text."""
    assert plain_value(text) == value
    assert type(plain_value(text)) is type(value)
    assert data(f"key: {text}") == {"key": value}
    assert data(f"key: '{text}'") == {"key": text}


def test_numbers_without_end(problems):
    """A number too long for Python to read is no traceback, and not printed whole."""
    (found,) = problems(f"name: X\nroles: {{a: {{rank: {'9' * 5000}}}}}")
    assert found.startswith('2:19: rank: expected a whole number, found the text "999')
    assert len(found) < 150


def test_keys_are_text():
    """A key is what is written, be it a number or a word for nothing."""
    assert data("{1: a, true: b, null: c, 1.50: d}") == {
        "1": "a",
        "true": "b",
        "null": "c",
        "1.50": "d",
    }


def test_key_given_twice(problems):
    """A repeated key is told with the place of the first; JSON readers would take the last."""
    found = problems("name: X\nroles:\n  a: {}\n  b: {}\n  a: {rank: 1}\nname: Y\n")
    assert found == [
        '5:3: the key "a" was given before, in line 3',
        '6:1: the key "name" was given before, in line 1',
    ]


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ("!!python/object:os.system", "!!python/object:os.system"),
        ("!!python/object/apply:os.system", "!!python/object/apply:os.system"),
        ("!mine", "!mine"),
        ("!!str", "!!str"),
    ],
)
def test_tags(problems, tag, shown):
    """No tag is acted upon, not even a harmless one."""
    found = problems(f"name: {tag} X\nroles: {{a: {{}}}}\n")
    assert found == [f'1:7: the tag "{shown}" is not allowed; remove it']


def test_object_tag_on_a_list(problems):
    """The usual attack is one problem, not two."""
    found = problems("name: !!python/object/apply:os.system ['echo hacked']\nroles: {a: {}}\n")
    assert found == ['1:7: the tag "!!python/object/apply:os.system" is not allowed; remove it']


def test_aliases():
    """An alias stands for what it names, and is not copied."""
    read = data("a: &gate {sql: 2}\nb: *gate\nc: [&word x, *word]\n")
    assert read == {"a": {"sql": 2}, "b": {"sql": 2}, "c": ["x", "x"]}
    assert read["a"] is read["b"]


def test_alias_bomb(problems):
    """A few lines that stand for a million values are refused, quickly."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    with within(2):
        found = problems("\n".join(lines))
    assert found == ["5:45: aliases stand for more than 100,000 values (an alias bomb)"]


def test_too_many_values(problems, monkeypatch):
    """A file far beyond any ladder is refused before it fills the memory."""
    monkeypatch.setattr("ladder.files.yaml_reader.MOST_VALUES", 20_000)
    found = problems("levels:\n" + "- a\n" * 30_000)
    assert found == ["20000:3: the file holds more than 1,000,000 values"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: &a [1, *a]", '1:11: the alias "*a" stands inside what it names'),
        ("a: &a {b: {c: *a}}", '1:15: the alias "*a" stands inside what it names'),
        (
            "a: *nothing",
            '1:4: there is no anchor "&nothing" above this alias; a text that begins with "*" '
            "needs quotes",
        ),
        ("&a b: 1\n*a : 2", "2:1: a key cannot be an alias; write it out"),
    ],
)
def test_bad_aliases(problems, text, problem):
    """An alias that contains itself, names nothing or is a key is refused in its place."""
    assert problems(text) == [problem]


def test_merge_key(problems):
    """YAML's merge key is named as what it is, not taken for a misspelling."""
    found = problems("name: X\nroles: {a: &a {rank: 1}, b: {<<: *a}}")
    assert found == [
        '2:30: unknown key "<<"; merging mappings is not possible here, write the keys out'
    ]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n", "[{a: "])
def test_nested_without_end(problems, opening):
    """Depth that crashes PyYAML's own composer is a problem like any other."""
    if opening == "a:\n":
        text = "".join(" " * depth + "a:\n" for depth in range(2_000))
    else:
        text = opening * 200_000
    (found,) = problems(text)
    assert found.endswith(": nested more than 50 deep")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name: X\nroles:\n\ta: {}", "3:1: indented with a tab; use spaces"),
        ("name: X\nroles:\n  a:\n  \trank: 1", "4:3: indented with a tab; use spaces"),
        ("name: @X", "1:7: a text cannot start with this character; put it in quotes"),
        ("name: 'X\n", "2:1: the quotes are not closed (opened in line 1)"),
        (
            'name: "a\\qb"',
            '1:9: unknown escape: write "\\\\" for a backslash, or use single quotes',
        ),
        ("? [a]\n: b", "1:3: a key must be text, not a list or a mapping"),
        (
            "name: X\n--- \nname: Y",
            "2:1: a second document starts here; give each a file of its own",
        ),
        ("%YAML 9.9\n---\nname: X", "1:1: only YAML 1.1 and 1.2 can be read"),
        (
            "name: Product: the job",
            '1:14: a text that holds ": " needs quotes: name: "Product: the job"',
        ),
        (
            "- {months: 6, source: they said: soon, to: a}",
            '1:32: a text that holds ": " needs quotes: source: "they said: soon"',
        ),
        (
            "- {from: a, kind: promotion months: 6}",
            '1:35: expected "," before months; or, if it is one text, a text that holds ": " needs '
            'quotes: kind: "promotion months: 6"',
        ),
        ("a:\n  rank:3\n  b: c", '2:3: expected a space after ":", as in rank: 3'),
        ("a:\n  b: c\n  rank:3\n", '3:3: expected a space after ":", as in rank: 3'),
        ("a:\n  b: c\n  rank\n  d: e", '3:3: expected ":" and a space after the key'),
        ("a: & b", '1:5: a text that begins with "&" or "*" needs quotes'),
        (
            'about: he says "yes": often',
            """1:21: a text that holds ": " needs quotes: about: 'he says "yes": often'""",
        ),
        (
            "about: one\n two: three",
            '2:5: a ":" is not expected here: indent the line like its neighbours, '
            'or quote a text that holds ": "',
        ),
        (
            "name: X\nroles: {a: {}\nlevels: [b]\n",
            '3:1: expected "," or "}": a mapping is not closed (opened in line 2)',
        ),
        ("levels: [a, b\n", '2:1: expected "," or "]": a list is not closed (opened in line 1)'),
        (
            "roles:\n  a: {}\n b: {}",
            "3:2: expected a key here: indent the line like its neighbours",
        ),
        ("- a\nb: c", '2:1: expected "-" or less indentation'),
    ],
)
def test_syntax(problems, text, problem):
    """Each usual slip of the pen is told in plain words, where it happened."""
    assert problems(text) == [problem]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a remark\n", "---\n", "null\n"])
def test_empty(problems, text):
    """An empty file is called empty, and what belongs into it is said."""
    (found,) = problems(text)
    assert found.endswith("the file is empty; expected a career ladder")


@pytest.mark.parametrize("text", ["- a", "just words", "3"])
def test_no_mapping(problems, text):
    """A file that holds something else is told what a ladder is."""
    (found,) = problems(text)
    assert found.startswith("1:1: expected a mapping, found ")


@pytest.mark.parametrize(
    "text",
    [
        "name: X\nroles:\n\ta: {}",
        "name: @X",
        "name: 'X\n",
        'name: "a\\qb"',
        "name: Product: the job",
        "roles: {a: {}\nb: {}",
        "levels: [a, b\n",
        "roles:\n  a: {}\n b: {}",
        "- a\nb: c",
        "%YAML 9.9\n---\nname: X",
        "[" * 200_000,
        "- " * 200_000,
        "a: &a [*a]",
        "a: !!python/object:os.system b",
    ],
)
def test_without_the_c_reader(problems, monkeypatch, text):
    """Where PyYAML comes without its C part, the same is said, if sometimes of a place nearby."""
    expected = [found.split(": ", 1)[1].split(" (")[0] for found in problems(text)]
    monkeypatch.setattr(yaml_reader, "_Loader", yaml.BaseLoader)
    found = [found.split(": ", 1)[1].split(" (")[0] for found in problems(text)]
    assert len(found) == len(expected)
    assert not any("not YAML" in each for each in found)
    block_ends = "expected a key or an item: indent the line like its neighbours"
    assert found in (expected, [block_ends])


def test_good_without_the_c_reader(monkeypatch):
    """A good file reads the same."""
    text = "a: [1, 'x', no, {b: ~}]\nc: &d\n- >\n  folded\n  text\ne: *d\n"
    expected = data(text)
    monkeypatch.setattr(yaml_reader, "_Loader", yaml.BaseLoader)
    assert (
        data(text)
        == expected
        == {"a": [1, "x", "no", {"b": None}], "c": ["folded text\n"], "e": ["folded text\n"]}
    )


def test_what_a_repeated_key_holds_leaves_no_place_behind():
    """Places go by identity, which a value that was thrown away would hand on to another one."""
    document = read_yaml("a: {b: 1}\na: {c: 2}\n", "ladder.yaml")
    later = [{} for _ in range(1000)]
    assert document.places().keys().isdisjoint(map(id, later))


@pytest.mark.parametrize(
    "text", ["it: is", 'says "so": twice', r"back\slash: here", "it's: his", "10:30: late", "x:"]
)
def test_the_quotes_that_are_proposed_are_right(text):
    """What the message says to write can be read, and is the text that was meant."""
    with pytest.raises(FileProblems) as caught:
        read_yaml(f"about: {text}\n", "ladder.yaml")
    _, _, proposed = str(caught.value).partition("needs quotes: ")
    assert data(proposed) == {"about": text}


def test_quotes_are_looked_for_in_no_time():
    """A line without an end is not searched for what is missing in it."""
    with within(5), pytest.raises(FileProblems):
        read_yaml("{a: " * 40 + "b, " * 300_000 + "c: d: e", "ladder.yaml")
