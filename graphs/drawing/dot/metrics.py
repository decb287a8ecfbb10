"""How wide characters are, and which a PNG can show, by the fonts that pictures are drawn with."""

from __future__ import annotations

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

# Code points of the Arimo in graphviz-pure: Latin, Greek, Cyrillic, Hebrew, common signs.
COVERED = """
    0 d 20-7e a0-377 37a-37f 384-38a 38c 38e-3a1 3a3-52f 591-5c7 5d0-5ea 5f0-5f4 1ab0-1abe
    1c80-1c88 1d00-1df5 1dfb-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d
    1f5f-1f7d 1f80-1fb4 1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2000-2064
    2066-2071 2074-208e 2090-209c 20a0-20be 20f0 2100-214f 2153-2154 215b-215e 2184 2190-2195
    21a8 2202 2206 220f 2211-2212 2215 2219-221a 221e-221f 2229 222b 2248 2260-2261 2264-2265
    2302 2310 2320-2321 2500 2502 250c 2510 2514 2518 251c 2524 252c 2534 253c 2550-256c 2580
    2584 2588 258c 2590-2593 25a0-25a1 25aa-25ac 25b2 25ba 25bc 25c4 25ca-25cc 25cf 25d8-25d9
    25e6 263a-263c 2640 2642 2660 2663 2665-2666 266a-266b 266f 2c60-2c7f 2de0-2e42 a640-a69f
    a717-a7ae a7b0-a7b7 a7f7-a7ff ab30-ab65 f001-f002 f005 f00a-f00e fb01-fb04 fb1d-fb36
    fb38-fb3c fb3e fb40-fb41 fb43-fb44 fb46-fb4f fe20-fe2f feff fffc-fffd
"""
TOOLTIP = r'(?s)tooltip="(?:[^"\\]|\\.)*"'


def width_of(text: str, size: float) -> float:
    """Width of a line of text, rather over than under the true one."""
    return sum(_char_width(char) for char in text) * size / 1000


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


def missing_glyphs(dot: str) -> frozenset[str]:
    r"""Find the characters of a diagram that a PNG would show as empty boxes.

    In an SVG they are right, since browsers look for a font that has them.

    Parameters
    ----------
    dot : str
        What `diagram` wrote.

    Returns
    -------
    frozenset of str
        Single characters.

    Examples
    --------
    >>> sorted(missing_glyphs("digraph { a [label='Διευθυντής 产品'] }"))
    ['产', '品']
    """
    drawn = set(re.sub(TOOLTIP, "", dot))
    return frozenset(char for char in drawn if not char.isspace() and not _covered(ord(char)))


def _covered(code: int) -> bool:
    for span in COVERED.split():
        first, _, last = span.partition("-")
        if int(first, 16) <= code <= int(last or first, 16):
            return True
    return False
