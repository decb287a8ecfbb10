"""Ids and the names they come from."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.matching import in_words, is_id, to_id


@given(st.text())
def test_to_id_gives_ids(name):
    """Whatever name comes in, what comes out is an id, or nothing."""
    assert to_id(name) == "" or is_id(to_id(name))


@given(st.from_regex(r"[a-zäñ0-9]+(-[a-zäñ0-9]+){0,3}", fullmatch=True))
def test_ids_stay(text):
    """An id is its own id, and so is the name made from it."""
    assert is_id(text)
    assert to_id(text) == text
    assert to_id(in_words(text)) == text
