"""Numbers as files write them: whole where they are whole, however they are written."""

from __future__ import annotations

MOST_DIGITS = 400
"""A number of more digits stays text; Python refuses those of more than 4,300."""


def whole_number(digits: str) -> int | str:
    """Number that some digits mean.

    Parameters
    ----------
    digits : str
        With a sign, perhaps.

    Returns
    -------
    int or str
        The text itself where it is too long.
    """
    return int(digits) if len(digits) <= MOST_DIGITS else digits


def decimal_number(text: str) -> int | float:
    """Number that is written with a point, or with an exponent.

    Parameters
    ----------
    text : str

    Returns
    -------
    int or float
        Whole where it is, as for the schemas: 2.0 is a level, and 24.0 are months.

    Examples
    --------
    >>> decimal_number("2.0"), decimal_number("2.5"), decimal_number("1e2")
    (2, 2.5, 100)
    """
    number = float(text)
    return int(number) if number.is_integer() else number
