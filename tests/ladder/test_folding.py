"""Names as they compare."""

from hypothesis import given
from hypothesis import strategies as st

from ladder.matching import fold, words


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
