"""An option's value that is one of a few words.

Numbers as options take them.
"""

from __future__ import annotations

from contextlib import suppress
from math import isfinite
from typing import TYPE_CHECKING, Any

import click

from ladder.model import MOST_MONTHS
from ladder.wording import quoted

if TYPE_CHECKING:
    from graphs.plans.month import Month


class Months(click.ParamType[int]):
    """Months that have passed."""

    name = "months"

    def convert(
        self, value: int | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Take plain digits."""
        text = str(value).strip()
        digits = text.isascii() and text.isdecimal() and len(text) < 9
        if not digits or int(text) > MOST_MONTHS:
            expected = f"expected a whole number of months from 0 to {MOST_MONTHS:,}"
            self.fail(f"{expected}, found {quoted(text)}", param, ctx)
        return int(text)


class CalendarMonth(click.ParamType["Month"]):
    """A month of the calendar."""

    name = "month"

    def convert(
        self, value: Month | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> Month:
        """Take a year and a month; of a full date, name the month to give instead."""
        from graphs.plans.month import Month  # here, as most commands have no use for graphs

        text, hint = str(value).strip(), ""
        with suppress(ValueError):
            return Month.read(text)
        with suppress(ValueError):
            hint = f"; months are the unit here, so give {Month.read(text[:7])}"
        return self.fail(
            f"expected a month such as 2027-01, found {quoted(text)}{hint}", param, ctx
        )


class Seconds(click.ParamType[float]):
    """A time that ends at some point."""

    name = "seconds"

    def convert(
        self, value: float | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Take what is a number, and is one that a clock can reach."""
        try:
            seconds = float(value)
        except ValueError:
            seconds = -1
        if not isfinite(seconds) or seconds < 0:
            found = quoted(str(value))
            self.fail(f"expected a number of seconds from 0, found {found}", param, ctx)
        return seconds


class Amount(click.ParamType[float]):
    """A sum of money."""

    name = "amount"

    def convert(
        self, value: float | str, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Take a plain number, such as 500 or 99.50."""
        text = str(value).strip()
        whole, _, rest = text.partition(".")
        plain = text.isascii() and whole.isdecimal() and (rest.isdecimal() or text == whole)
        if not plain or len(text) > 15:
            found = quoted(str(value))
            self.fail(f"expected an amount such as 500 or 99.50, found {found}", param, ctx)
        return float(text)


if TYPE_CHECKING:
    _Choice = click.Choice[str]
else:
    _Choice = click.Choice  # which takes no parameters before click 8.2


class OneOf(_Choice):
    """One of some words; a misspelt one is told which it may have meant.

    Examples
    --------
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
