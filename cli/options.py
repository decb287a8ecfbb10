"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click
from click.core import ParameterSource

from .completion import complete_ladder
from .forms import FORMS, Form
from .ladders import NAMED
from .numbers import CalendarMonth
from .one_of import OneOf

if TYPE_CHECKING:
    from graphs.month import Month

Command = TypeVar("Command", bound=Callable[..., Any])


def ladder_option(command: Command) -> Command:
    """Add ``--ladder``, which may stand before or after the command's name."""
    return click.option(
        "--ladder",
        metavar="FILE",
        shell_complete=complete_ladder,
        expose_value=False,
        is_eager=True,
        callback=_remember,
        help="A ladder's file, or the name of a bundled one.",
    )(command)


def format_option(command: Command) -> Command:
    """Add ``--format text|json``, handed over as ``form``."""
    return click.option(
        "--format",
        "form",
        type=OneOf(["text", "json"]),
        default="text",
        help="For reading, or for programs.",
    )(command)


def form_options(command: Command) -> Command:
    """Add ``--format`` for documents, too, and ``--start``, handed over together as ``form``."""

    @wraps(command)
    def gathered(*, kind: str, begins: Month | None, **others: Any) -> Any:
        return command(form=Form(kind, begins), **others)

    options = (
        click.option(
            "--format",
            "kind",
            type=OneOf(FORMS),
            default="text",
            help="For reading, a document to keep, for a spreadsheet, or for programs.",
        ),
        click.option(
            "--start",
            "begins",
            metavar="YYYY-MM",
            type=CalendarMonth(),
            help="The calendar's month in which it begins, so that months become dates.",
        ),
    )
    for option in reversed(options):
        option(gathered)
    return cast(Command, gathered)


def given(ctx: click.Context, options: Iterable[str]) -> list[str]:
    """Tell which options were typed.

    Parameters
    ----------
    ctx : click.Context
    options : iterable of str
        Such as ``--skill``.

    Returns
    -------
    list of str
        Those of them that were.
    """
    names = {option: param.name for param in ctx.command.params for option in param.opts}
    typed = ParameterSource.COMMANDLINE
    return [one for one in options if ctx.get_parameter_source(names[one] or "") is typed]


def _remember(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.meta[NAMED] = value
