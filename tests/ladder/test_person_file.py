"""A person's file."""

from pathlib import Path

import pytest

from ladder import Activity, FileProblems, Ladder, Person, Role, Skill, UnreadableFile, load_person

LADDER = Ladder(
    name="X",
    levels=("awareness", "working"),
    skills={"sql": Skill("sql", "Queries"), "maps": Skill("maps", "Road maps")},
    roles={"analyst": Role("analyst", "Business Analyst", aliases=("BA",))},
    activities={
        "course": Activity("course", "Online course", 3),
        "mba": Activity("mba", "Master of Business", 1),
    },
)
LEVELS = "levels are 1 awareness, 2 working (0 is none)"


def loaded(folder: Path, text: str, name: str = "me.yaml") -> Person:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return load_person(path, LADDER)


def test_everything(tmp_path):
    """Names of every kind become ids, and levels become numbers."""
    text = (
        "role: BA\nmonths_in_role: 6\nskills: {SQL: Working, road maps: none}\n"
        "done: [Master of Business]\nlearning: {online course: 2}\n"
    )
    assert loaded(tmp_path, text) == Person(
        role="analyst",
        months_in_role=6,
        skills={"sql": 2, "maps": 0},
        done=frozenset({"mba"}),
        learning={"course": 2},
    )


def test_json(tmp_path):
    """The same may be written as JSON."""
    text = '{"role": "analyst", "skills": {"sql": "2"}, "learning": {"course": 0}}'
    person = loaded(tmp_path, text, "me.json")
    assert person == Person(role="analyst", skills={"sql": 2}, learning={"course": 0})


@pytest.mark.parametrize("name", ["me.yaml", "me.json"])
def test_whole_numbers_with_a_point(name, tmp_path):
    """They are whole for the schema, and so is what they say: nothing of it is left out."""
    text = '{"months_in_role": 6.0, "skills": {"sql": 2.0}, "learning": {"course": 1e0}}'
    person = Person(months_in_role=6, skills={"sql": 2}, learning={"course": 1})
    assert loaded(tmp_path, text, name) == person


def test_nothing_said(tmp_path):
    """Everything may be left out."""
    assert loaded(tmp_path, "{}") == Person()


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: the file is empty; expected a person"),
        ("- BA", "1:1: expected a mapping, found a list"),
        ("rolle: BA", '1:1: unknown key "rolle"; did you mean role?'),
        ("role: 3", "1:7: role: expected text, found the number 3; put it in quotes"),
        ("role: analist", '1:7: no role "analist"; did you mean analyst (Business Analyst)?'),
        ("skills: {sqll: 1}", '1:10: no skill "sqll"; did you mean sql (Queries)?'),
        ("skills: {sql: 3}", f"1:15: no level 3; {LEVELS}"),
        ("skills: {sql: 3.0}", f"1:15: no level 3; {LEVELS}"),
        ("skills: {sql: wrking}", f'1:15: no level "wrking"; {LEVELS}; did you mean working?'),
        ("skills: {sql: [1]}", "1:15: sql: expected a level, by name or number, found a list"),
        ("skills: {sql: true}", "1:15: sql: expected a level, by name or number, found true"),
        ("skills: {sql: 1, queries: 2}", "1:18: sql was given before, by another name"),
        ("done: [mbaa]", '1:8: no activity "mbaa"; did you mean mba (Master of Business)?'),
        ("done: mba", '1:7: done: expected a list, found the text "mba"; put it in [brackets]'),
        ("learning: {course: 3}", "1:12: course takes 3 months, and 3 are in; list it under done"),
        ("learning: {mba: 1}", "1:12: mba takes 1 month, and 1 are in; list it under done"),
        (
            "done: [mba]\nlearning: {mba: 0}",
            "2:12: mba is done already; leave it out of one of them",
        ),
        (
            "learning: {course: -1}",
            "1:20: course: expected a whole number from 0 to 1,200, found the number -1",
        ),
        (
            "months_in_role: 1.5",
            "1:17: months_in_role: expected a whole number from 0 to 1,200, found the number 1.5",
        ),
        (
            "months_in_role: 1e999",
            "1:17: months_in_role: expected a whole number from 0 to 1,200, found the number inf",
        ),
    ],
)
def test_problems(tmp_path, text, problem):
    """Each fault is told in its place, with what would do."""
    with pytest.raises(FileProblems) as caught:
        loaded(tmp_path, text)
    assert str(caught.value) == f"{tmp_path / 'me.yaml'}:{problem}"


def test_everything_at_once(tmp_path):
    """Faults of text, shape and names are told together."""
    text = "role: x\nrole: y\nskills: {z: 9, sql: [], maps: 3}\nlearning: {mba: 7, a: 1}\nb: 1\n"
    with pytest.raises(FileProblems) as caught:
        loaded(tmp_path, text)
    places = [(problem.line, problem.column) for problem in caught.value.problems]
    assert places == [(1, 7), (2, 1), (3, 10), (3, 13), (3, 21), (3, 31), (4, 12), (4, 20), (5, 1)]


def test_no_file(tmp_path):
    """A file that is not there is named."""
    with pytest.raises(UnreadableFile, match="there is no file"):
        load_person(tmp_path / "me.yaml", LADDER)
