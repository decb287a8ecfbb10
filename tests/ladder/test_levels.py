"""Levels by name and number."""

import pytest

from ladder import Ladder, UnknownName, parse_level

LADDER = Ladder(name="X", levels=("Awareness", "working level", "expert"))


@pytest.mark.parametrize(
    ("text", "level"),
    [
        (0, 0),
        ("0", 0),
        ("none", 0),
        ("None", 0),
        (1, 1),
        ("1", 1),
        (" 3 ", 3),
        ("awareness", 1),
        ("Working-Level", 2),
        ("EXPERT", 3),
    ],
)
def test_levels(text, level):
    """A level goes by number or name, as they are spoken or written."""
    assert parse_level(LADDER, text) == level


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (4, "4"),
        ("4", "4"),
        (-1, "-1"),
        ("-1", "-1"),
        ("--3", '"--3"'),
        ("- 1", '"- 1"'),
        ("_1", '"_1"'),
        ("³", '"³"'),
        ("３", "３"),
        ("1.5", '"1.5"'),
        ("", '""'),
        ("guru", '"guru"'),
        (True, "true"),
    ],
)
def test_no_level(text, shown):
    """What is no level is answered with those there are."""
    with pytest.raises(UnknownName) as caught:
        parse_level(LADDER, text)
    levels = "levels are 1 Awareness, 2 working level, 3 expert (0 is none)"
    assert str(caught.value) == f"no level {shown}; {levels}"


def test_near_miss():
    """A misspelt level is answered with the nearest."""
    with pytest.raises(UnknownName, match=r"; did you mean Awareness\?$") as caught:
        parse_level(LADDER, "awarness")
    assert caught.value.suggestions == ("Awareness",)


def test_a_level_s_own_name_may_hold_digits_and_hyphens():
    """Case, spaces and hyphens do not count in names, also where there are digits in them."""
    ladder = Ladder(name="X", levels=("L-1", "Level 2"))
    assert [parse_level(ladder, text) for text in ("l1", "L 1", "level-2")] == [1, 1, 2]
