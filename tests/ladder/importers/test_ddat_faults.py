"""Tables with mistakes in them: every one is pointed at, all at once, and nothing is guessed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ladder import FileProblems, UnreadableFile
from ladder.importers.ddat import import_ddat

ROLES = """\
Role,Role Level,Skill Name,Skill Level,Notes
Tester,Junior tester,Testing,Working,"a note
over two lines"
Tester,Lead tester,Testing,Expert,
"""
ORDER = """\
Role Family,Role,Role Level,Order
Quality,Tester,Junior tester,1
Quality,Tester,Lead tester,2
"""


@pytest.fixture
def problems(tmp_path, monkeypatch):
    """Import two texts, and give the problems found."""
    monkeypatch.chdir(tmp_path)

    def found(roles: str | bytes = ROLES, order: str | bytes = ORDER) -> list[str]:
        for name, text in (("roles.csv", roles), ("order.csv", order)):
            Path(name).write_bytes(text if isinstance(text, bytes) else text.encode())
        try:
            import_ddat("roles.csv", "order.csv")
        except FileProblems as error:
            return [str(problem) for problem in error.problems]
        return []

    return found


def test_the_tables_without_mistakes_are_fine(problems):
    """So that what the other tests find is what they put in."""
    assert problems() == []


def test_a_level_misspelt(problems):
    """The message has the place of the cell, the levels there are and the likeliest one."""
    assert problems(roles=ROLES.replace("Expert", "Exprt")) == [
        'roles.csv:4:28: no level "Exprt"; expected awareness, working, practitioner or expert; '
        "did you mean expert?"
    ]


def test_a_place_below_a_cell_of_several_lines(problems):
    """Lines are counted as an editor counts them."""
    roles = 'Notes,Role,Role Level,Skill Name,Skill Level\n"one\ntwo, ""three""",T,"L",S,Best\n'
    order = "Role Family,Role,Role Level,Order\nF,T,L,1\n"
    assert problems(roles, order) == [
        'roles.csv:3:25: no level "Best"; expected awareness, working, practitioner or expert'
    ]


def test_two_levels_for_one_skill(problems):
    """Both places are named, as only the person knows which is right."""
    assert problems(roles=ROLES + "Tester,Lead tester,Testing,Working,\n") == [
        'roles.csv:5:28: "Lead tester" asks for "Testing" at Working here, but at Expert in line '
        "4; expected one level"
    ]


def test_a_column_missing(problems):
    """The message lists the columns that were found, and the one probably meant."""
    assert problems(roles=ROLES.replace("Skill Level", "Skil Level")) == [
        'roles.csv:1:1: no column "Skill Level"; the columns are "Role", "Role Level", '
        '"Skill Name", "Skil Level", "Notes"; did you mean Skil Level?'
    ]


def test_a_column_given_twice(problems):
    """The second one is pointed at."""
    assert problems(order=ORDER.replace("Order", "Order,Order")) == [
        'order.csv:1:35: a second column named "Order"'
    ]


def test_a_row_too_short(problems):
    """The row is pointed at, with how many cells it has and should have."""
    assert problems(order=ORDER + "Quality,Tester\n") == [
        "order.csv:4:1: this row has 2 cells, expected 4 as in the header; a cell with a comma or "
        "a line break in it needs quotes around it"
    ]


def test_a_level_in_one_table_only(problems):
    """Either way round, each level once, at its first row."""
    order = ORDER.replace("Lead tester", "Head of test")
    assert problems(order=order) == [
        'order.csv:3:16: "Head of test" of "Tester" is not in roles.csv; '
        "expected every role level in both files",
        'roles.csv:4:8: "Lead tester" of "Tester" is not in order.csv; '
        "expected every role level in both files",
    ]


@pytest.mark.parametrize("place", ["second", "-1", "1.5", "9" * 5000])
def test_a_place_that_is_no_number(problems, place):
    """A place in an order is a whole number, of a bearable length."""
    (problem,) = problems(order=ORDER.replace("Lead tester,2", f"Lead tester,{place}"))
    assert problem.startswith(f'order.csv:3:28: "{place[:50]}')
    assert problem.endswith("is no place in an order; expected a whole number")


def test_a_place_taken_twice(problems):
    """Two levels cannot share a place."""
    assert problems(order=ORDER.replace("Lead tester,2", "Lead tester,1")) == [
        'order.csv:3:28: place 1 of "Tester" is taken by "Junior tester" in line 2; '
        "expected another place"
    ]


def test_two_places_for_one_level(problems):
    """A level cannot stand twice in the order."""
    assert problems(order=ORDER + "Quality,Tester,Lead tester,3\n") == [
        'order.csv:4:28: "Lead tester" is at place 3 here, but at place 2 further up; '
        "expected one place"
    ]


def test_a_cell_left_blank(problems):
    """A role level without a name cannot be a role."""
    (problem,) = problems(roles=ROLES + "Tester, ,Testing,Expert,\n")
    assert problem == (
        'roles.csv:5:8: nothing in "Role Level"; expected a letter or digit at least'
    )


@pytest.mark.parametrize("text", ["", "\n \n", "\ufeff"])
def test_an_empty_file(problems, text):
    """The message says which columns were expected."""
    assert problems(order=text) == [
        "order.csv:1:1: the file is empty; expected a header row with "
        "Role Family, Role, Role Level, Order"
    ]


def test_a_header_without_rows(problems):
    """Nothing can be imported from it."""
    (problem,) = problems(order=ORDER.splitlines()[0])
    assert problem == "order.csv:1:1: there are no rows below the header"


def test_quotes_never_closed(problems):
    """The row is pointed at in which the cell begins."""
    assert problems(roles=ROLES + 'Tester,"Lead tester,Testing\n') == [
        "roles.csv:5:1: not readable as CSV: a quoted cell that begins in this row is never closed"
    ]


def test_text_that_is_not_utf8(problems):
    """The byte is pointed at."""
    (problem,) = problems(roles=ROLES.replace("a note", "a Café").encode("latin-1"))
    assert problem.startswith("roles.csv:2:44: byte 0xE9 is not UTF-8")


def test_both_tables_are_checked_at_once(problems):
    """Mistakes in either file are told together."""
    places = [
        problem.rpartition(": ")[0]
        for problem in problems(
            roles=ROLES.replace("Working", "Wrking").replace("Expert", "Best"),
            order=ORDER.replace(",1", ",one"),
        )
    ]
    assert [place.split(": ")[0] for place in places] == [
        "order.csv:2:30",
        "roles.csv:2:30",
        "roles.csv:4:28",
    ]


def test_tables_that_are_not_there(tmp_path):
    """No file, a folder and a picture are no tables."""
    order = tmp_path / "order.csv"
    order.write_text(ORDER, encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"nowhere\.csv"):
        import_ddat(tmp_path / "nowhere.csv", order)
    with pytest.raises(UnreadableFile, match="folder"):
        import_ddat(tmp_path, order)
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\r")
    with pytest.raises(UnreadableFile, match=r"picture\.png is not a text file"):
        import_ddat(picture, order)
