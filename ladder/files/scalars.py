"""Numbers and words as files write them: whole where they are whole, however they are written."""

from __future__ import annotations

import re

MOST_DIGITS = 400
"""A number of more digits stays text; Python refuses those of more than 4,300."""

# A number is what JSON calls a number: 1:30, 0o17, 1_000 and 007 stay text.
_number = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?").fullmatch
_WORDS = {"": None, "~": None, "null": None, "true": True, "false": False}


def plain_value(text: str) -> str | int | float | bool | None:
    """Value of a text that stands in YAML without quotes.

    >>> [plain_value(text) for text in ("true", "no", "24", "2.5", "2.0", "1:30", "")]
    [True, 'no', 24, 2.5, 2, '1:30', None]
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in "-0123456789" and len(text) <= MOST_DIGITS and (number := _number(text)):
        return decimal_number(text) if number.lastindex else int(text)
    return text


def whole_number(digits: str) -> int | str:
    """Number that some digits mean; the text itself where it is too long."""
    return int(digits) if len(digits) <= MOST_DIGITS else digits


def decimal_number(text: str) -> int | float:
    """Number that is written with a point, or with an exponent.

    Whole where it is, as for the schemas: 2.0 is a level, and 24.0 are months.

    >>> decimal_number("2.0"), decimal_number("2.5"), decimal_number("1e2")
    (2, 2.5, 100)
    """
    number = float(text)
    return int(number) if number.is_integer() else number
