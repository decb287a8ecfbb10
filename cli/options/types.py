"""What the value of an option may be, and what is said where it is something else.

Not click's own ranges: of "soon" they say that it is no valid integer range, and never what is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from math import isfinite
from typing import TYPE_CHECKING, Any

import click

from ladder.model import MOST_MONTHS
from ladder.wording import quoted

if TYPE_CHECKING:
    from graphs.plans.month import Month

    _Type = click.ParamType[Any]
    _Choice = click.Choice[str]
else:
    _Type, _Choice = click.ParamType, click.Choice  # which took no parameters in click 8.1


class Expected(_Type):
    """A value as a function reads it of a text; where that is a ValueError, what it should be.

    The hint may add to what is said then.
    """

    def __init__(
        self,
        name: str,
        expected: str,
        read: Callable[[str], Any],
        hint: Callable[[str], str] = lambda _: "",
    ) -> None:
        self.name = name
        self._expected = expected
        self._read = read
        self._hint = hint

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the value, or say what is wrong with it."""
        text = str(value).strip()
        try:
            return self._read(text)
        except ValueError:
            found = f"expected {self._expected}, found {quoted(text)}{self._hint(text)}"
            return self.fail(found, param, ctx)


def _months(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 9 and int(text) <= MOST_MONTHS):
        raise ValueError(text)
    return int(text)


def _seconds(text: str) -> float:
    if not isfinite(seconds := float(text)) or seconds < 0:  # which no clock can reach
        raise ValueError(text)
    return seconds


def _amount(text: str) -> float:
    whole, _, rest = text.partition(".")
    plain = text.isascii() and whole.isdecimal() and (rest.isdecimal() or text == whole)
    if not plain or len(text) > 15:
        raise ValueError(text)
    return float(text)


def _month(text: str) -> Month:
    from graphs.plans.month import Month  # here, as most commands have no use for it

    return Month.read(text)


def _month_of_date(text: str) -> str:
    with suppress(ValueError):
        return f"; months are the unit here, so give {_month(text[:7])}"
    return ""


def _day(text: str) -> date:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        raise ValueError(text)
    return date.fromisoformat(text)


MONTHS = Expected("months", f"a whole number of months from 0 to {MOST_MONTHS:,}", _months)
SECONDS = Expected("seconds", "a number of seconds from 0", _seconds)
AMOUNT = Expected("amount", "an amount such as 500 or 99.50", _amount)
CALENDAR_MONTH = Expected("month", "a month such as 2027-01", _month, _month_of_date)
DAY = Expected("day", "a day such as 2026-12-31", _day)


class OneOf(_Choice):
    """One of some words; a misspelt one is told which it may have meant.

    >>> OneOf(["months", "moves", "cost"]).convert("mnths", None, None)
    Traceback (most recent call last):
        ...
    click.exceptions.BadParameter: 'mnths' is not one of 'months', 'moves', 'cost'; did you mean
    months?
    """

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Find the word that a value means."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            from ladder.matching import Hints

            hint = Hints().hint(str(value), self.choices)
            if not hint:
                raise
            raise click.BadParameter(error.message.rstrip(".") + hint, ctx, param) from None
