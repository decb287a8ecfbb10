"""Whatever a file holds, loading it ends in a ladder or in a message, never in a traceback."""

import json
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ladder import FileProblems, Ladder, LadderError, dumps, load, load_person

GOOD = """\
name: X
levels: [low, high]
skills: {sql: SQL, maps: &maps {name: Maps, about: "\\u00e9"}}
tracks: {t: T}
roles:
  a: {name: A, aliases: [AA], track: t, rank: 1, develops: {sql: {low: 3}}}
  b: {develops_after: 3, develops: {sql: high, maps: 1}}
transitions:
- {from: a, to: b, months: 3, requires: {sql: low}, confidence: good}
activities:
  c: {months: 1, cost: 3.5, develops: {maps: 2}}
"""
KEYS = [
    *("name", "levels", "skills", "tracks", "roles", "transitions", "activities", "a", "b", "sql"),
    *("from", "to", "months", "requires", "rank", "develops", "develops_after", "aliases", "track"),
    *("cost", "confidence", "role", "done", "learning", "months_in_role", "low"),
]
fuzz = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def survives(tmp_path) -> Callable[[bytes, str], None]:
    """Loads content as a ladder and as a person, and looks at how it ends."""
    someone = load(write(tmp_path / "good.yaml", GOOD.encode()))

    def check(content: bytes, name: str) -> None:
        path = write(tmp_path / name, content)
        for read in (load, lambda path: load_person(path, someone)):
            end = outcome(read, path)
            if isinstance(end, FileProblems):
                check_places(end, content)
            elif isinstance(end, Ladder):
                assert load(write(tmp_path / "again.yaml", dumps(end).encode())) == end

    return check


def outcome(read, path):
    try:
        return read(path)
    except LadderError as error:
        return error


def check_places(error: FileProblems, content: bytes) -> None:
    assert error.problems
    lines = content.decode("utf-8", "replace").splitlines()
    for problem in error.problems:
        assert 1 <= problem.line <= len(lines) + 1
        assert 1 <= problem.column <= max(map(len, lines), default=0) + 2
        assert problem.message.isprintable()


def write(path, content):
    path.write_bytes(content)
    return path


@fuzz
@given(content=st.binary(max_size=200), name=st.sampled_from(["f.yaml", "f.json"]))
def test_bytes(survives, content, name):
    """Any bytes."""
    survives(content, name)


@fuzz
@given(text=st.text(st.sampled_from(list("ab:-?[]{},&*!|>'\"%@#\\ \t\n01.é\u2028")), max_size=60))
@example("? - ? -")
@example("a: &a\n  b: *a")
def test_text_of_indicators(survives, text):
    """Any text of the characters that mean something in YAML or JSON."""
    survives(text.encode(), "f.yaml")
    survives(text.encode(), "f.json")


@fuzz
@given(data=st.data())
def test_damaged(survives, data):
    """A good ladder with something cut out and something put in."""
    start = data.draw(st.integers(0, len(GOOD)))
    end = data.draw(st.integers(start, min(start + 20, len(GOOD))))
    put_in = data.draw(st.text(st.sampled_from(list("ab:-?[]{},&*!<'\" \n1")), max_size=4))
    survives((GOOD[:start] + put_in + GOOD[end:]).encode(), "f.yaml")


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4)
    | st.sampled_from(KEYS),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=5),
    max_leaves=20,
)  # fmt: skip


@fuzz
@given(values=st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, values)))
def test_wrong_shapes(survives, values):
    """Any data under any keys, as JSON and, JSON being nearly YAML, as YAML."""
    text = json.dumps(values, indent=1)
    survives(text.encode(), "f.json")
    survives(text.encode(), "f.yaml")
