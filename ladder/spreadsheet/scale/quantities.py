"""A number in a cell of a matrix, as people write levels: L3, 2/5, 60 %, 3+, 1–2, 01-Feb."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ladder.matching import fold
from ladder.scales import without_accents

MONTHS = (
    ("jan", "janv", "ene", "january", "januar", "janvier", "enero"),
    ("feb", "fevr", "fev", "february", "februar", "fevrier", "febrero"),
    ("mar", "mars", "mrz", "marz", "march", "marzo"),
    ("apr", "avr", "abr", "april", "avril", "abril"),
    ("may", "mai", "mayo"),
    ("jun", "juin", "june", "juni", "junio"),
    ("jul", "juil", "july", "juli", "juillet", "julio"),
    ("aug", "aout", "ago", "august", "agosto"),
    ("sep", "sept", "september", "septembre", "septiembre"),
    ("oct", "okt", "october", "oktober", "octobre", "octubre"),
    ("nov", "november", "novembre", "noviembre"),
    ("dec", "dez", "dic", "december", "dezember", "decembre", "diciembre"),
)
_MONTH = {word: number for number, words in enumerate(MONTHS, start=1) for word in words}

_NUMBER = r"(\d{1,6}(?:[.,]\d{1,6})?)"
_BEFORE = r"(?:(?:l|lv|lvl|level|stufe|niveau|nivel)\s*)?"
_UNIT = r"\s*(%|points?|pts?\.?|punkte?|puntos?)?"
_PLAIN = re.compile(rf"{_BEFORE}{_NUMBER}{_UNIT}", re.I).fullmatch
_LEAST = re.compile(
    r"(?:(?:≥|>=|min\.?|at least|mind\.|mindestens|au moins|al menos)\s*)?"
    rf"{_BEFORE}{_NUMBER}{_UNIT}\s*(?:\+|or more|or higher)?",
    re.I,
).fullmatch
_RANGE = re.compile(
    rf"({_BEFORE}){_NUMBER}{_UNIT}\s*(?:[-‐-―−]|to|bis|à)\s*({_BEFORE}){_NUMBER}{_UNIT}", re.I
).fullmatch
_PART = re.compile(rf"{_NUMBER}\s*(?:/|of|out of|von|sur|de)\s*(\d{{1,4}})", re.I).fullmatch
_ISO = re.compile(r"\d{4}-(\d\d)-(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?)?").fullmatch
_DOTTED = re.compile(r"(\d{1,2})([./])(\d{1,2})\2(?:\d{2}|\d{4})?").fullmatch
_NAMED = re.compile(
    r"(\d{1,2})\.?[-/. ]{1,2}([^\W\d_]{3,10})\.?(?:[-/. ]\d{2}(?:\d\d)?)?"
).fullmatch
_NAMED_FIRST = re.compile(r"([^\W\d_]{3,10})\.?[-/. ](\d{1,2})").fullmatch


LONGEST = 60


class Quantity(NamedTuple):
    """What a cell says in numbers."""

    value: float
    unit: str = ""
    """``%``, or ``/5`` of a level out of five."""
    kind: str = ""
    """``range``, ``more`` (3+), ``date``, or nothing."""
    top: float = 0
    """The upper end of a range, or of what has become a date."""


def quantity(text: str) -> Quantity | None:
    """Read a number, a range or a date.

    Of a date, day and month are the ends of the range that it was typed as, in whichever order a
    spreadsheet program has put them.

    >>> quantity("L3"), quantity("60 %")
    (Quantity(value=3.0, unit='', kind='', top=0), Quantity(value=60.0, unit='%', kind='', top=0))
    >>> quantity("1–2").top, quantity("2/5").unit, quantity("3+").kind, quantity("2-Jan").value
    (2.0, '/5', 'more', 1)
    >>> quantity("two"), quantity("1E+00")
    (None, None)
    """
    return _quantity(text) if len(text) <= LONGEST else None


@lru_cache(maxsize=4096)
def _quantity(text: str) -> Quantity | None:
    if found := _PLAIN(text):
        return Quantity(_float(found[1]), _unit(found[2]))
    if found := _PART(text):
        return Quantity(_float(found[1]), f"/{int(found[2])}")
    if found := _LEAST(text):
        return Quantity(_float(found[1]), _unit(found[2]), "more")
    if (found := _RANGE(text)) and found[3] == found[6] and (found[1] or not found[4]):
        low, high = _float(found[2]), _float(found[5])
        return Quantity(low, _unit(found[3]), "range", high) if low < high else None
    if ends := date_ends(text):
        return Quantity(min(ends), "", "date", max(ends))
    return None


def date_ends(text: str) -> tuple[int, int] | None:
    """Day and month of a date, in the order of the text.

    >>> date_ends("01-Feb"), date_ends("2024-01-02"), date_ends("1. févr."), date_ends("3.4")
    ((1, 2), (1, 2), (1, 2), None)
    """
    if found := _ISO(text):
        ends = int(found[1]), int(found[2])
    elif found := _DOTTED(text):
        ends = int(found[1]), int(found[3])
    elif (found := _NAMED(text)) and (month := _month(found[2])):
        ends = int(found[1]), month
    elif (found := _NAMED_FIRST(text)) and (month := _month(found[1])):
        ends = month, int(found[2])
    else:
        return None
    return ends if 1 <= min(ends) <= 12 and max(ends) <= 31 else None


def _month(text: str) -> int | None:
    return _MONTH.get(without_accents(fold(text)))


def _float(text: str) -> float:
    return float(text.replace(",", "."))


def _unit(text: str | None) -> str:
    return "%" if text == "%" else ""
