"""Text in whichever encoding the programs of the world wrote it, and which one that was.

UTF-8 and UTF-16 are told by their bytes. The older encodings give every byte a character, so the
one is taken whose characters stand where people put them: accented letters within words, dashes
between them. Where none fits, or two do, the file is refused, as names would come out wrong.
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from itertools import islice
from typing import NamedTuple

from ladder.errors import UnreadableFile
from ladder.wording import listed

from .text import decode, refuse_odd

OLD_ENCODINGS = {
    "cp1252": "CP1252, as Windows writes",
    "mac_roman": "Mac Roman, as older programs on a Mac write",
    "cp850": "CP850, as MS-DOS wrote",
}
_LATIN_1 = "Latin-1 (ISO 8859-1)"
_UTF_16 = {"utf-16-le": "UTF-16", "utf-16-be": "UTF-16 (big-endian)"}
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_SAVE = 'save it as UTF-8 ("CSV UTF-8" in Excel)'

MOST_JUDGED = 5_000
"""Characters beyond ASCII; more of them tell no more."""

_LOWER = frozenset("àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßœ")
_UPPER = frozenset("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝŒ")
_RARE = frozenset("ãìîòõùýÿ")
"""Of those within words; they tell less for an encoding."""

_FIRST, _LAST = frozenset("áâäåæçéêíîóöøúüœ"), frozenset("àáãåéèêìíñòóøùúüœ")
"""Letters with which words often begin and end."""

_ALONE = frozenset("àèéóÀÈÉÓ")
"""Words of one letter."""

_OPENING = frozenset("“‘„‚«¿¡")
_CLOSING = frozenset("”’“‘»…™®©°ºª²³%")
_APART = frozenset("–—•·→×±€£§½¼¾°-…")
"""What stands by itself, or beside figures."""

_ABSURD = -2
_RUN = re.compile(r"[^\W\d_\x00-\x7f]{3,}")
"""Of accented letters no Western word has three in a row; Russian and Greek read wrongly have."""

_SHORTENED = re.compile(r"(?:s|t|d|m|ll|re|ve)\b", re.IGNORECASE)
_ELIDED = re.compile(r"\b(?:[cdjlmnosty]|qu|lorsqu|jusqu|aujourd|dell|all|un)$", re.IGNORECASE)
_VOWEL = re.compile("[aeiouyhàâéèêîïôœ]", re.IGNORECASE)
_VOWELS = frozenset("aeou")
_ENGLISH = re.compile(r"\b(?:the|and|of|to|with|for|by|is|are)\b", re.IGNORECASE)


class Decoded(NamedTuple):
    """A text, and how it was encoded; nothing is said of UTF-8."""

    text: str
    encoding: str | None


def decode_any(content: bytes, file: str) -> Decoded:
    """Text of a file in any of the usual encodings, and which one that is.

    >>> decode_any("Rôle;Été".encode("cp1252"), "skills.csv").text
    'Rôle;Été'
    >>> decode_any("Role".encode("utf-16"), "skills.csv").encoding
    'UTF-16'
    """
    if wide := _wide(content):
        mark = 2 * (content[:2] in _MARKS)
        try:
            text = content[mark:].decode(wide)
        except UnicodeDecodeError:
            raise UnreadableFile(f"{file} begins as UTF-16, but is damaged; save it anew") from None
        if "\0" in text:
            raise UnreadableFile(f"{file} is not a text file")
        return Decoded(_sound(text, file), _UTF_16[wide])
    try:
        content.decode()
    except UnicodeDecodeError:
        if b"\0" in content:
            raise UnreadableFile(f"{file} is not a text file") from None
        return _old(content, file)
    if b"\0" in content:
        raise UnreadableFile(f"{file} is not a text file")
    return Decoded(decode(content, file), None)


def _wide(content: bytes) -> str | None:
    """Which UTF-16 it is, by its mark, or by where its zeros are: every Latin letter has one."""
    if content[:2] in _MARKS:
        return _MARKS[content[:2]]
    even, odd = content[::2].count(0), content[1::2].count(0)
    if len(content) % 2 or 8 * max(even, odd) < len(content) // 2 or min(even, odd):
        return None
    return "utf-16-be" if even > odd else "utf-16-le" if odd else None


def _old(content: bytes, file: str) -> Decoded:
    """Take the old encoding in which the characters make most sense."""
    scored = []
    for encoding in OLD_ENCODINGS:
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            scored.append((_score(text), encoding, text))
    scored.sort(key=lambda one: -one[0])
    if not scored or scored[0][0] <= 0:
        raise UnreadableFile(f"{file} is in no encoding that is known here; {_SAVE}")
    best, encoding, text = scored[0]
    rivals = [other for score, other, read in scored[1:] if 2 * score >= best and read != text]
    if rivals:
        either = listed([OLD_ENCODINGS[one] for one in (encoding, *rivals)], "or")
        raise UnreadableFile(f"{file} may be in {either}; {_SAVE}")
    told = OLD_ENCODINGS[encoding]
    if encoding == "cp1252" and not re.search(rb"[\x80-\x9f]", content):
        told = _LATIN_1  # the same in both
    return Decoded(_sound(text, file), told)


def _sound(text: str, file: str) -> str:
    refuse_odd(text, file)
    return unicodedata.normalize("NFC", text)


def _score(text: str) -> int:
    """How well the characters beyond ASCII stand where they do; 0 where too many are absurd."""
    found = islice(re.finditer(r"[^\x00-\x7f]", text), MOST_JUDGED)
    apostrophe = 7 if _ENGLISH.search(text) else 3
    fits = [_fit(text, one.start(), apostrophe) for one in found]
    absurd = fits.count(_ABSURD) + len(_RUN.findall(text))
    return 0 if 8 * absurd > len(fits) else sum(fits)


def _fit(text: str, at: int, apostrophe: int) -> int:
    """How well a character fits between those around it: `_ABSURD`, or up to 3."""
    before, here, after = text[max(at - 1, 0) : at], text[at], text[at + 1 : at + 2]
    if here in _LOWER or here in _UPPER:
        odd = here == "í" and before not in _VOWELS and _SHORTENED.match(text, at + 1)
        return _ABSURD if odd else _fit_letter(before, here, after)
    if here == "’" and _is_apostrophe(text, at):
        return apostrophe
    if (here.isalpha() and here not in "ºª") or (before.isalpha() and after.isalpha()):
        return _ABSURD
    if here == "°" and after in ("C", "F"):
        return 2
    if here in "“‘”’–—" and _is_punctuation(before, here, after):
        return 3
    fits = (
        (here in _OPENING and after.isalnum() and not before.isalnum())
        or (here in _CLOSING and not before.isspace())
        or (here in _APART and not before.isalpha() and not after.isalpha())
    )
    return 1 if fits else 0 if here.isspace() else -1


def _fit_letter(before: str, here: str, after: str) -> int:
    """How well an accented letter fits: within a word, in the case of the letters around it."""
    if not (before.isalpha() or after.isalpha()):
        return 1 if here in _ALONE else 0 if here.isupper() else _ABSURD
    if here.isupper():
        absurd = before.isalpha() and (before.islower() or after.islower())
        return _ABSURD if absurd else 2
    if after.isupper():
        return _ABSURD
    if before.isalpha() and after.isalpha():
        return 1 if here in _RARE else 3
    return 2 if here in (_LAST if before.isalpha() else _FIRST) else 1


def _is_apostrophe(text: str, at: int) -> bool:
    """Whether letters are left out, or it marks whose something is: don't, l'équipe, users'."""
    if _SHORTENED.match(text, at + 1):
        return text[at - 1 : at].isalpha()
    if _ELIDED.search(text[max(at - 12, 0) : at]) and _VOWEL.match(text, at + 1):
        return True
    return text[max(at - 1, 0) : at] in ("s", "S") and not text[at + 1 : at + 2].isalnum()


def _is_punctuation(before: str, here: str, after: str) -> bool:
    """Whether a quotation mark stands at the edge of a word, or a dash between spaces."""
    if here in "–—":
        return before.isspace() and after.isspace()
    outer, inner = (before, after) if here in "“‘" else (after, before)
    return inner.isalpha() and not outer.isalnum()
