"""Months and costs as people write them in tables."""

from __future__ import annotations

import re

from ladder.model import MOST_MONTHS
from ladder.spreadsheet.words import is_free, is_month

_MONTHS = re.compile(r"(\d{1,4})(?:[.,]0+)?\s*([^\W\d]*)\.?").fullmatch
_COST = re.compile(
    r"(?P<before>[^\d\s.,+-]{0,3})\s*(?P<number>\d[\d.,\s'’]*?)(?:[.,][-–—]+)?\s*(?P<after>[^\d\s.,+-]{0,3})"
).fullmatch
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,\s'’]\d{3})+").fullmatch
_DECIMAL = re.compile(r"(\d+(?:[.,\s'’]\d{3})*)[.,](\d{1,2})").fullmatch
_CURRENCIES = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY"}


def read_months(text: str) -> int | None:
    """Whole months, with the word or without; None for anything else.

    >>> read_months("18"), read_months("6 Monate"), read_months("2 years"), read_months("1.5")
    (18, 6, None, None)
    """
    found = _MONTHS(text)
    if not found or (found[2] and not is_month(found[2])):
        return None
    return int(found[1]) if int(found[1]) <= MOST_MONTHS else None


def read_cost(text: str) -> tuple[int | float, str] | None:
    """A cost and its currency, empty where none is written; None for anything else.

    >>> read_cost("1,200.50 €"), read_cost("1.200"), read_cost("CHF 90.-"), read_cost("ask")
    ((1200.5, 'EUR'), (1200, ''), (90, 'CHF'), None)
    """
    if is_free(text):
        return 0, ""
    found = _COST(text)
    if not found or (found["before"] and found["after"]):
        return None
    unit = found["before"] or found["after"]
    number = _number(found["number"].strip())
    return None if number is None else (number, _CURRENCIES.get(unit, unit.upper()))


def _number(text: str) -> int | float | None:
    """Read a number, in which a point or a comma may stand before thousands or cents."""
    if text.isdecimal():
        return int(text)
    if _THOUSANDS(text):
        return int(re.sub(r"\D", "", text))
    if found := _DECIMAL(text):
        number = float(f"{re.sub(r'[^0-9]', '', found[1])}.{found[2]}")
        return int(number) if number.is_integer() else number
    return None
