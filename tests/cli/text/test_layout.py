"""Text in columns."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cli.text.layout import NARROW, TIE, cells, hang, paint, rows, tie, wrap

TEXTS = st.text(alphabet=f"ab é分 {TIE}", max_size=60)


@given(TEXTS, st.integers(2, 30))
def test_wrapping_fits_and_loses_nothing(text: str, width: int) -> None:
    """No line is too wide, and the characters come out as they went in."""
    lines = wrap(text, width)
    assert max(map(cells, lines)) <= width
    bare = text.replace(" ", "").replace(TIE, "")
    assert "".join(lines).replace(" ", "") == bare


@given(TEXTS, st.integers(2, 30))
def test_colours_do_not_change_where_lines_break(text: str, width: int) -> None:
    """A painted text breaks where the plain one does, unless a word has to be broken itself."""
    import click

    painted = wrap(paint(text, bold=True), width)
    assert [click.unstyle(line) for line in painted] == wrap(text, width)


def test_the_short_way_of_measuring_is_right() -> None:
    """The signs that are measured without looking them up do take one column each."""
    from rich.cells import cell_len

    narrow = [chr(code) for code in range(0x3000) if NARROW.fullmatch(chr(code))]
    printable = [sign for sign in narrow if sign.isprintable()]
    assert len(printable) > 500
    assert {sign for sign in printable if cell_len(sign) != 1} == set()


def test_a_tie_holds() -> None:
    """Tied words move to the next line together, and part where a line is too short for them."""
    assert wrap(f"one {tie('two three')}", 10) == ["one", "two three"]
    assert wrap(tie("two three"), 6) == ["two", "three"]


def test_wide_characters_take_two_columns() -> None:
    """Chinese is aligned and broken by what it takes on a screen."""
    assert wrap("产品经理", 4) == ["产品", "经理"]
    assert [cells(line) for line in hang("产品 ", "a b", 6)] == [6, 6]


def test_labels_align() -> None:
    """Texts begin in one column, a label too long for it standing above."""
    lines = rows([("now", "one"), ("in the months after that one", "two")], 40)
    assert lines == ["now  one", "in the months after that one", "     two"]


@pytest.mark.parametrize("width", [60, 80, 100])
def test_a_given_column_is_kept(width: int) -> None:
    """With a column given, texts begin there whatever the labels."""
    assert rows([("a", "x"), ("bcd", "y")], width, column=6) == ["a     x", "bcd   y"]
