"""An option's value that is one of a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

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
            from ladder.nearest import Hints

            hint = Hints().hint(str(value), self.choices)
            if not hint:
                raise
            raise click.BadParameter(error.message.rstrip(".") + hint, ctx, param) from None
