"""Ids: lower-case words of any script, joined by hyphens."""

from __future__ import annotations

import re
import unicodedata

_ASCII_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*").fullmatch


def is_id(text: str) -> bool:
    """Whether a text can be an id.

    Parameters
    ----------
    text : str

    Returns
    -------
    bool

    Examples
    --------
    >>> is_id("senior-product-manager"), is_id("产品经理"), is_id("उत्पाद-प्रबंधक")
    (True, True, True)
    >>> is_id("Senior PM"), is_id("a:b")
    (False, False)
    """
    if _ASCII_ID(text):
        return True
    return text == text.lower() and _WORDS(_without_marks(text)) is not None


def to_id(text: str) -> str:
    """Id for a name: its words in lower case, joined by hyphens.

    Parameters
    ----------
    text : str

    Returns
    -------
    str
        Empty where the text holds neither letter nor digit.

    Examples
    --------
    >>> to_id("Head of R&D (Europe)")
    'head-of-r-d-europe'
    """
    lower = unicodedata.normalize("NFC", text).lower()
    kept = "".join(c if c.isalnum() or _is_mark(c) else "-" for c in lower)
    return "-".join(word for word in kept.split("-") if not all(map(_is_mark, word)))


def in_words(identifier: str) -> str:
    """Name for something that has only an id.

    Parameters
    ----------
    identifier : str

    Returns
    -------
    str

    Examples
    --------
    >>> in_words("product-manager")
    'Product manager'
    """
    words = identifier.replace("-", " ")
    return words[:1].upper() + words[1:]


def _is_mark(character: str) -> bool:
    """Whether it only completes the letter before it, as vowel signs do in Hindi."""
    return unicodedata.category(character).startswith("M")


def _without_marks(text: str) -> str:
    return "".join(c for c in text if not _is_mark(c))
