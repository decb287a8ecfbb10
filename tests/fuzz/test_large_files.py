"""Files within the limits, made to take long: each is answered within seconds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fuzz.targets import PARTS, archive, good_workbook, kept
from support.effort import within

from graphs import check
from ladder import FileProblems, Ladder, LadderError, UnreadableFile, load
from ladder.spreadsheet.importer import import_matrix

HEAD = "name: X\nlevels: [a, b, c]\n"
MOST_SECONDS = 20
"""Four times what is meant; what was mended took from a minute up."""


@pytest.fixture(autouse=True)
def _soon():
    with within(MOST_SECONDS):
        yield


def loaded(text: str, name: str = "ladder.yaml") -> Ladder:
    return load(name, read=lambda _: text.encode())


def test_wrong_in_every_value() -> None:
    """A thousand problems are told, and how many there are more."""
    roles = {f"r{number}": {"q": 1, "track": 2, "rank": "x"} for number in range(15_000)}
    with pytest.raises(FileProblems) as refused:
        loaded(json.dumps({"name": "X", "roles": roles}), "ladder.json")
    told = [problem.message for problem in refused.value.problems]
    assert len(told) == 1000
    assert sum("; and 44,000 more problems" in message for message in told) == 1


@pytest.mark.parametrize("character", ["\\u0001", "\\ud800"])
def test_nothing_but_escapes(character: str) -> None:
    """They are told once for each place."""
    with pytest.raises(FileProblems):
        loaded(f'{{"name": "{character * 500_000}"}}', "ladder.json")


def test_activities_in_a_chain() -> None:
    """Each opens the one before it."""
    number = 8_000
    skills = "".join(f" s{at}: S\n" for at in range(number + 1))
    activities = "".join(
        f" c{at}: {{months: 1, requires: {{s{at + 1}: 1}}, develops: {{s{at}: 1}}}}\n"
        for at in range(number)
    )
    first = f" first: {{months: 1, develops: {{s{number}: 1}}}}\n"
    check(loaded(f"{HEAD}skills:\n{skills}roles: {{a: {{}}}}\nactivities:\n{activities}{first}"))


def test_roles_in_a_chain() -> None:
    """Each leads to the one before it."""
    number = 12_000
    roles = "".join(f" r{at}: {{}}\n" for at in range(number))
    moves = "".join(f"- {{from: r{at}, to: r{at - 1}, months: 1}}\n" for at in range(1, number))
    check(loaded(f"{HEAD}roles:\n{roles}transitions:\n{moves}"))


def test_large_ladders_that_extend_one_another(monkeypatch: pytest.MonkeyPatch) -> None:
    """All together may have as many values as one."""
    monkeypatch.setattr("ladder.files.extends.MOST_VALUES", 50_000)
    roles = "".join(f" r{number}: {{rank: 1}}\n" for number in range(15_000))

    def read(path: str) -> bytes:
        return f"extends: a{path}\nroles:\n{roles}".encode()

    with pytest.raises(LadderError, match="more than 50,000 values"):
        load("a.yaml", read=read)


def test_matrices_beyond_reason() -> None:
    """Too many roles, too many skills, and cells far apart."""
    long = "Role,Baking\n" + "".join(f"Cook {number},1\n" for number in range(20_000))
    wide = f"Role,{','.join(f's{number}' for number in range(60_000))}\nCook,1\n"
    far = f"Role,{','.join('s' * 20_000)}\n" + "Cook\n" * 20_000
    for text, told in ((long, "20,000 roles"), (wide, "60,000 skills"), (far, "20,001 rows")):
        with pytest.raises(LadderError, match=told):
            import_matrix(kept("skills.csv", text.encode()))


def test_a_workbook_of_nothing_but_tags() -> None:
    """It unpacks to few bytes and a great many elements."""
    sheet = b"<worksheet>" + b"<c/>" * 900_000 + b"</worksheet>"
    file: Path = kept("skills.xlsx", archive({**good_workbook(), PARTS[0]: sheet}))
    with pytest.raises(UnreadableFile, match="elements of XML"):
        import_matrix(file)
