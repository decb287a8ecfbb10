"""The words of each language: plurals, numbers, lists, and none for what is not there."""

from __future__ import annotations

import pytest

from graphs.words import ENGLISH, words_of

GERMAN = words_of("de")


@pytest.mark.parametrize(
    ("number", "english", "german"),
    [
        (0, "0 months", "0 Monate"),
        (1, "1 month", "1 Monat"),
        (2, "2 months", "2 Monate"),
        (1200, "1,200 months", "1.200 Monate"),
    ],
)
def test_one_is_told_from_several(number, english, german):
    """As each language does."""
    assert (ENGLISH("months", n=number), GERMAN("months", n=number)) == (english, german)


def test_after_a_word_that_asks_for_it_months_are_in_the_dative():
    """Nach 2 Monaten, not nach 2 Monate."""
    assert GERMAN("map.after", n=1) == "nach 1 Monat"
    assert GERMAN("map.after", n=2) == "nach 2 Monaten"


def test_numbers_are_written_as_the_language_does():
    """A fraction has two digits."""
    assert (ENGLISH.number(4450), ENGLISH.number(1234.5)) == ("4,450", "1,234.50")
    assert (GERMAN.number(4450), GERMAN.number(1234.5)) == ("4.450", "1.234,50")


def test_names_are_listed():
    """By its own and, or, and then."""
    assert GERMAN.listed(["A", "B", "C"]) == "A, B und C"
    assert GERMAN.listed(["A", "B"], "then") == "A und dann B"
    assert ENGLISH.listed(["A"], "or") == "A"


def test_a_name_with_braces_stays_as_it_is():
    """What is put in is not read again."""
    assert ENGLISH("source", source="{n} {source}") == "Source: {n} {source}"


def test_a_value_that_is_missing_is_a_fault():
    """Nobody should read of {months}."""
    with pytest.raises(KeyError):
        ENGLISH("moveInto")
