"""Names as they compare, the ids made of them, and the nearest to one that is misspelt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable

from .wording import listed, short

_GAPS = re.compile(r"[\s_\-\u2010-\u2015\u2212]+")
_ASCII_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*").fullmatch
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*").fullmatch

MOST_COMPARED = 100
"""Characters of a name; comparing takes time with their square, and no misspelt name is longer."""


def fold(text: str) -> str:
    """Form of a name that two spellings of it share.

    >>> fold("Product Manager") == fold("product-manager") == fold("PRODUCT_MANAGER")
    True
    """
    return "".join(words(text))


def words(text: str) -> tuple[str, ...]:
    """Words of a name, in one case and one spelling of their characters.

    >>> words("Senior Product-Manager")
    ('senior', 'product', 'manager')
    """
    if text.isascii():  # the same, in a tenth of the time
        return tuple(_GAPS.sub(" ", text.lower()).split())
    even = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return tuple(_GAPS.sub(" ", even).split())


def is_id(text: str) -> bool:
    """Whether a text can be an id: lower-case words of any script, joined by hyphens.

    >>> is_id("senior-product-manager"), is_id("产品经理"), is_id("उत्पाद-प्रबंधक")
    (True, True, True)
    >>> is_id("Senior PM"), is_id("a:b")
    (False, False)
    """
    if _ASCII_ID(text):
        return True
    return text == text.lower() and _WORDS("".join(c for c in text if not _is_mark(c))) is not None


def to_id(text: str) -> str:
    """Id for a name: its words in lower case, joined by hyphens.

    Empty where the text holds neither letter nor digit.

    >>> to_id("Head of R&D (Europe)")
    'head-of-r-d-europe'
    """
    lower = unicodedata.normalize("NFC", text).lower()
    kept = "".join(c if c.isalnum() or _is_mark(c) else "-" for c in lower)
    return "-".join(word for word in kept.split("-") if not all(map(_is_mark, word)))


def unique_ids(names: Iterable[str]) -> dict[str, str]:
    """Give every name an id of its own, whatever the order of the names.

    Those that come to the same id are numbered in alphabetical order.

    >>> unique_ids(["C++ developer", "Tester", "C developer"])
    {'C developer': 'c-developer', 'C++ developer': 'c-developer-2', 'Tester': 'tester'}
    """
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for name in sorted(set(names)):
        stem = candidate = to_id(name)
        number = 1
        while candidate in taken:
            number += 1
            candidate = f"{stem}-{number}"
        taken.add(candidate)
        ids[name] = candidate
    return ids


def in_words(identifier: str) -> str:
    """Name for something that has only an id.

    >>> in_words("product-manager")
    'Product manager'
    """
    text = identifier.replace("-", " ")
    return text[:1].upper() + text[1:]


def _is_mark(character: str) -> bool:
    """Whether it only completes the letter before it, as vowel signs do in Hindi."""
    return unicodedata.category(character).startswith("M")


def nearest(word: str, choices: Iterable[str], most: int = 3) -> list[str]:
    """Choices that a misspelt word may have meant, the likeliest first.

    >>> nearest("busines analyst", ["business-analyst", "marketing-specialist"])
    ['business-analyst']
    """
    by_fold: dict[str, str] = {}
    for choice in choices:
        by_fold.setdefault(fold(choice), choice)
    return [by_fold[near] for near in close_spellings(fold(word), by_fold, most)]


def close_spellings(
    folded: str, choices: Iterable[str], most: int, least: float = 0.65
) -> list[str]:
    """Choices spelt much like a word, the likest first; the very same, alone.

    `least` is how alike they are at the least, from 0 to 1.

    >>> close_spellings("analist", ["analyst", "engineer"], 3)
    ['analyst']
    """
    from difflib import get_close_matches  # 5 ms to import, and wanted only when something is wrong

    short = [choice for choice in choices if len(choice) <= MOST_COMPARED]
    if folded in short:
        return [folded]
    return get_close_matches(folded[: MOST_COMPARED + 1], short, n=most, cutoff=least)


class Hints:
    """Hints at the nearest choice, until so many comparisons of about 50 µs are spent.

    A file from a stranger may hold a million misspelt words.
    """

    def __init__(self, comparisons: int = 30_000) -> None:
        self._left = comparisons

    def hint(self, word: str, choices: Collection[str]) -> str:
        """Words that end a message, or none.

        >>> Hints().hint("rols", ["roles", "skills"])
        '; did you mean roles?'
        """
        self._left -= len(choices)
        near = nearest(word, choices) if self._left >= 0 else []
        return f"; did you mean {listed(map(short, near))}?" if near else ""
