"""Names as text in a picture: cleaned, wrapped, and escaped for Graphviz."""

from __future__ import annotations

import html
import unicodedata

from .metrics import width_of

RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}  # of the classes that Unicode gives letters


def clean(text: str) -> str:
    """Text on one line, without characters that XML forbids."""
    kept = "".join("\ufffd" if _forbidden(char) else char for char in text)
    return " ".join(kept.split())


def _forbidden(char: str) -> bool:
    category = unicodedata.category(char)
    noncharacter = ord(char) & 0xFFFE == 0xFFFE
    return (category == "Cc" and not char.isspace()) or category == "Cs" or noncharacter


def wrap(text: str, width: float, size: float, *, lines: int = 10) -> list[str]:
    """Break a text into lines, between words where that is possible."""
    wrapped = [""]
    for word in clean(text).split(" "):
        for number, piece in enumerate(_pieces(word, width, size)):
            gap = " " if wrapped[-1] and not number else ""
            if wrapped[-1] and width_of(wrapped[-1] + gap + piece, size) > width:
                wrapped.append(piece)
            else:
                wrapped[-1] += gap + piece
    if len(wrapped) > lines:
        last = wrapped[lines - 1].rstrip(HYPHEN)
        while last and width_of(last + "…", size) > width:
            last = last[:-1]
        wrapped[lines - 1 :] = [last + "…"]
    return wrapped


HYPHEN = "-"


def _pieces(word: str, width: float, size: float) -> list[str]:
    """The word whole, or cut into pieces that fit, with hyphens where a script has them."""
    if width_of(word, size) <= width:
        return [word]
    pieces = [""]
    for letter in _letters(word):
        # The room for a hyphen is kept free behind each letter, as any may be the last.
        if pieces[-1] and width_of(pieces[-1] + letter + HYPHEN, size) > width:
            pieces[-1] += HYPHEN if _joins(pieces[-1][-1]) and _joins(letter[0]) else ""
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _letters(word: str) -> list[str]:
    """The characters of a word, each with the marks upon it."""
    letters: list[str] = []
    for char in word:
        if letters and unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf"):
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _joins(char: str) -> bool:
    """Whether a hyphen says that a word goes on: in scripts with capitals, as Latin and Greek."""
    return unicodedata.combining(char) > 0 or char.lower() != char.upper()


def isolated(text: str) -> str:
    """A name for use in a sentence that runs from left to right."""
    plain = all(unicodedata.bidirectional(char) not in RIGHT_TO_LEFT for char in text)
    return text if plain else f"\u2068{text}\u2069"


def counted(number: int, noun: str) -> str:
    """A number of things."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def html_text(text: str) -> str:
    """Text for an HTML-like label, where nothing in it has a meaning."""
    return html.escape(text).replace("\\", r"\\")


def tooltip_text(*lines: str) -> str:
    """Text for a tooltip, which Graphviz reads twice for its escapes and once for entities."""
    text = "\n".join(filter(None, map(clean, lines)))
    # The space at the end keeps "<...>" from being markup, and the whole from being empty, for
    # which Graphviz would put the label.
    return text.replace("&", "&amp;").replace("\\", r"\\\\") + " "
