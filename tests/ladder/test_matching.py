"""Names as they compare, and the ids made of them."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.matching import fold, in_words, is_id, to_id, words


@given(st.text(st.characters(categories=["L", "Nd", "Zs", "Pd"])))
def test_case_spaces_and_hyphens_aside(text):
    """Folding once is enough, and neither case nor gaps matter."""
    assert fold(fold(text)) == fold(text)
    assert fold(f" {text}- ") == fold(text)
    assert "".join(words(text)) == fold(text)


@given(st.text(st.characters(max_codepoint=127)))
def test_short_cut(text):
    """Plain ASCII takes a short cut, which changes nothing."""
    assert words(text) == words(text + " ä")[:-1]


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
