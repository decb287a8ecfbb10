"""Names as text in a picture: cleaned, measured, wrapped, and escaped for Graphviz."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import cache

# Widths of the printable ASCII characters in bold Arial, in thousandths of the letters' size.
# Arimo, Liberation Sans and Helvetica have the same; plain letters are a little narrower.
WIDTHS = """
    278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556
    556 556 556 556 556 556 333 333 584 584 584 611 975 722 722 722 722 667 611 778
    722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 667 667 611 333
    278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611
    611 611 389 556 333 611 556 778 556 556 500 389 280 389 584
"""
ASCII_WIDTHS = tuple(map(int, WIDTHS.split()))
OTHER_WIDTH = 750  # more than nearly every other letter, and the measure of a missing one
WIDE_WIDTH = 1050  # Chinese, Japanese, Korean
# Spans of code points that a browser shows wider than that, with about their mean width in Noto
# Sans Bold: South and South-East Asian scripts, emoji and other signs, Arabic ligatures, cuneiform.
WIDER = """
    b80-bff:1200 c00-cff:850 d00-d7f:1200 d80-dff:950 1b00-1bbf:1000 231a-23ff:1250 2600-27bf:1250
    2b1b-2b55:1250 a980-a9df:1100 aa00-aa5f:1100 fb50-fdff:2000 12000-1254f:2000
"""
BEYOND_WIDTH = 1250  # what else has more than four digits: mostly emoji, and letters cut in stone
RIGHT_TO_LEFT = {"R", "AL", "AN", "RLE", "RLO", "RLI"}  # of the classes that Unicode gives letters


def clean(text: str) -> str:
    r"""Text on one line, without characters that XML forbids.

    Examples
    --------
    >>> clean("Product\nManager \x07")
    'Product Manager \ufffd'
    """
    kept = "".join("\ufffd" if _forbidden(char) else char for char in text)
    return " ".join(kept.split())


def width_of(text: str, size: float) -> float:
    """Width of a line of text, rather over than under the true one.

    Examples
    --------
    >>> width_of("PM", 10) < width_of("产品", 10)
    True
    """
    return sum(_char_width(char) for char in text) * size / 1000


def wrap(text: str, width: float, size: float, *, lines: int = 10) -> list[str]:
    """Break a text into lines, between words where that is possible.

    Examples
    --------
    >>> wrap("Associate Product Manager", 100, 12)
    ['Associate', 'Product Manager']
    >>> wrap("产品经理产品经理", 50, 12)
    ['产品经', '理产品', '经理']
    """
    wrapped = [""]
    for word in clean(text).split(" "):
        for number, piece in enumerate(_pieces(word, width, size)):
            gap = " " if wrapped[-1] and not number else ""
            if wrapped[-1] and width_of(wrapped[-1] + gap + piece, size) > width:
                wrapped.append(piece)
            else:
                wrapped[-1] += gap + piece
    if len(wrapped) > lines:
        last = wrapped[lines - 1]
        while last and width_of(last + "…", size) > width:
            last = last[:-1]
        wrapped[lines - 1 :] = [last + "…"]
    return wrapped


def isolated(text: str) -> str:
    r"""A name for use in a sentence that runs from left to right.

    Examples
    --------
    >>> isolated("Chef"), isolated("طاهٍ")
    ('Chef', '\u2068طاهٍ\u2069')
    """
    plain = all(unicodedata.bidirectional(char) not in RIGHT_TO_LEFT for char in text)
    return text if plain else f"\u2068{text}\u2069"


def html_text(text: str) -> str:
    r"""Text for an HTML-like label, where nothing in it has a meaning.

    Examples
    --------
    >>> html_text(r"<Staff> \N & co")
    '&lt;Staff&gt; \\\\N &amp; co'
    """
    return html.escape(text).replace("\\", r"\\")


def tooltip_text(*lines: str) -> str:
    r"""Text for a tooltip, which Graphviz reads twice for its escapes and once for entities.

    Examples
    --------
    >>> tooltip_text("R&D", "<b>")
    'R&amp;D\n<b> '
    """
    text = "\n".join(filter(None, map(clean, lines)))
    # The space at the end keeps "<...>" from being markup, and the whole from being empty, for
    # which Graphviz would put the label.
    return text.replace("&", "&amp;").replace("\\", r"\\\\") + " "


def _forbidden(char: str) -> bool:
    category = unicodedata.category(char)
    noncharacter = ord(char) & 0xFFFE == 0xFFFE
    return (category == "Cc" and not char.isspace()) or category == "Cs" or noncharacter


def _char_width(char: str) -> int:
    if " " <= char <= "~":
        return ASCII_WIDTHS[ord(char) - ord(" ")]
    category = unicodedata.category(char)
    if unicodedata.combining(char) or category == "Cf":
        return 0
    for first, last, width in _wider():
        if first <= ord(char) <= last:
            return width
    wide = unicodedata.east_asian_width(char) in "WF"
    if ord(char) > 0xFFFF:
        return WIDE_WIDTH if wide and category == "Lo" else BEYOND_WIDTH
    return WIDE_WIDTH if wide else OTHER_WIDTH


@cache
def _wider() -> list[tuple[int, int, int]]:
    found = (re.split("[-:]", entry) for entry in WIDER.split())
    return [(int(first, 16), int(last, 16), int(width)) for first, last, width in found]


def _pieces(word: str, width: float, size: float) -> list[str]:
    """The word whole, or cut into pieces that fit."""
    pieces = [""]
    for char in word:
        if pieces[-1] and width_of(pieces[-1] + char, size) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces
