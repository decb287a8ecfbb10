"""How wide text is taken to be, and where it begins, whatever it is written in."""

import unicodedata

import pytest
from support.pictures import Picture, frame_of, overflowing

from graphs import diagram, reach, render
from graphs.drawing.dot.metrics import width_of
from graphs.drawing.dot.text import wrap
from ladder import Ladder, Role

# Advances in thousandths of the letters' size, as Noto Sans, Noto Color Emoji and others have them.
SHOWN = {
    "a linear B sign, U+10000": ("𐀀", 693),
    "a linear B ideogram": ("𐂇", 790),
    "a hieroglyph": ("𓂀", 1248),
    "cuneiform": ("𒀀", 727),
    "a bold letter of mathematics": ("𝐖", 910),
    "an emoji": ("😀", 1245),
    "an emoji of four digits": ("✅", 1245),
    "a rare ideograph": ("𠀀", 1000),
    "an ideograph": ("产", 1000),
    "Malayalam": ("മലയാളം", 4759),
    "Tamil": ("தமிழ்", 3092),
    "a ligature of four letters": ("ﷲ", 1470),
    "marks upon a letter": ("a\u0316\u0317\u0318", 556),
}


@pytest.mark.parametrize(("text", "shown"), SHOWN.values(), ids=SHOWN)
def test_text_is_taken_to_be_as_wide_as_it_is_shown(text, shown):
    """Beyond ASCII no metrics are carried; what is assumed is rather over than under."""
    assert width_of(text, 1000) >= shown


@pytest.mark.parametrize("number", [5, 12, 30])
@pytest.mark.parametrize("text", [text for text, _ in SHOWN.values()], ids=SHOWN)
def test_text_that_the_drawing_program_misjudges_begins_in_its_place(text, number):
    """It counts bytes as spaces, so that it believes 𐀀 and marks to be wider than their cell."""
    ladder = Ladder("Small", roles={"a": Role("a", text * number)})
    picture = Picture(render(diagram(ladder, survey=reach(ladder, "a")), "svg"))
    assert overflowing(picture) == []
    months, *name = picture.groups["role-a"].iter("{http://www.w3.org/2000/svg}text")
    assert {frame_of(line).left for line in name} == {frame_of(months).left + 16}


ROOM = 100


@pytest.mark.parametrize("size", [9, 12, 20])
@pytest.mark.parametrize(
    "word", ["Donaudampfschifffahrtsgesellschaft", "Ηλεκτροεγκεφαλογράφημα", "Cafe\u0301" * 20]
)
def test_a_long_word_is_broken_with_hyphens(word, size):
    """Each piece but the last ends in one, all fit, and together they are the word."""
    pieces = wrap(word, ROOM, size)
    assert len(pieces) > 1
    assert all(piece.endswith("-") for piece in pieces[:-1])
    assert all(width_of(piece, size) <= ROOM for piece in pieces)
    assert "".join(piece.removesuffix("-") for piece in pieces) == word
    assert not any(unicodedata.combining(piece[0]) for piece in pieces)


@pytest.mark.parametrize("word", ["产品经理" * 10, "ผู้จัดการผลิตภัณฑ์" * 3, "9" * 40, "a/" * 40])
def test_what_has_no_hyphens_gets_none(word):
    """Scripts without capitals, figures, and what is broken behind a sign."""
    pieces = wrap(word, ROOM, 12)
    assert len(pieces) > 1
    assert "".join(pieces) == word


def test_a_word_that_fits_is_whole():
    """No room is kept for a hyphen that is not needed, and none stands before what is left out."""
    word = "Donaudampfschiff"
    assert wrap(word, width_of(word, 12), 12) == [word]
    (cut,) = wrap(word * 2, width_of(word, 12), 12, lines=1)
    assert cut.endswith("…")
    assert "-" not in cut
