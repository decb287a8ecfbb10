"""Options that several commands share: which ladder, in which format, beginning when."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import click
from click.core import ParameterSource

from cli.errors import Refused
from cli.io import STDOUT
from cli.ladders import NAMED
from ladder.wording import one_line

from .completion import complete_ladder
from .types import CALENDAR_MONTH, SECONDS, OneOf

if TYPE_CHECKING:
    from graphs.plans.month import Month

Command = TypeVar("Command", bound=Callable[..., Any])


class Form(NamedTuple):
    """How an answer is wanted."""

    kind: str = "text"
    """One of `FORMS`."""
    begins: Month | None = None
    """The calendar's month that is the first; None where months only count from now."""
    detailed: bool = False
    """Whether the text tells all there is."""


FORMS = ("text", "markdown", "json", "csv")
DOCUMENTS = ("markdown", "csv")
"""Those of the forms that are files to keep."""


def with_options(command: Command, *options: Callable[[Any], Any]) -> Command:
    """Add options to a command, which its help lists in this order."""
    for option in reversed(options):
        option(command)
    return command


def _remember(ctx: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        ctx.meta[NAMED] = value


ladder_option = click.option(
    "--ladder",
    metavar="FILE",
    shell_complete=complete_ladder,
    expose_value=False,
    is_eager=True,
    callback=_remember,
    help="A ladder's file, or the name of a bundled one.",
)
"""It may stand before or after the command's name."""


def one_format_of(*forms: str, about: str) -> Callable[[Command], Command]:
    """Add ``--format``, handed over as ``form``; it is text where it is left out."""
    return click.option("--format", "form", type=OneOf(forms), default="text", help=about)


FORMS_HELP = "For reading, a document to keep, for a spreadsheet, or for programs."

format_option = one_format_of("text", "json", about="For reading, or for programs.")
table_format_option = one_format_of(*FORMS, about=FORMS_HELP)


start_option = click.option(
    "--start",
    "begins",
    metavar="YYYY-MM",
    type=CALENDAR_MONTH,
    help="The calendar's month in which it begins, so that months become dates.",
)


def time_limit_option(about: str, seconds: float = 10.0) -> Callable[[Command], Command]:
    """Add ``--time-limit``; the help says what comes of it."""
    return click.option(
        "--time-limit",
        metavar="SECONDS",
        type=SECONDS,
        default=seconds,
        show_default=True,
        help=about,
    )


def form_options(command: Command) -> Command:
    """Add ``--format`` for documents, too, and ``--start``, handed over together as ``form``."""

    @wraps(command)
    def gathered(*, kind: str, begins: Month | None, detailed: bool, **others: Any) -> Any:
        return command(form=Form(kind, begins, detailed), **others)

    options = (
        click.option(
            "--format",
            "kind",
            type=OneOf(FORMS),
            default="text",
            help=FORMS_HELP,
        ),
        start_option,
        click.option(
            "--details",
            "detailed",
            is_flag=True,
            help="In the text, tell each skill: when it comes, where a gate has it from, and what "
            "its level means in general.",
        ),
    )
    return with_options(cast(Command, gathered), *options)


def given(ctx: click.Context, options: Iterable[str]) -> list[str]:
    """Tell which options were typed."""
    names = {option: param.name for param in ctx.command.params for option in param.opts}
    typed = ParameterSource.COMMANDLINE
    return [one for one in options if ctx.get_parameter_source(names[one] or "") is typed]


def by_suffix(
    output: str, form: str | None, suffixes: Mapping[str, Sequence[str]], otherwise: str = ""
) -> str:
    """Decide on the format.

    >>> suffixes = {"yaml": [".yaml", ".yml"], "json": [".json"], "node-link": [".json"]}
    >>> [by_suffix(*asked, suffixes) for asked in [("a.YML", None), ("a.json", "node-link")]]
    ['yaml', 'node-link']
    """
    if output == STDOUT:
        return form or next(iter(suffixes))
    name = one_line(output)
    suffix = os.path.splitext(os.path.normpath(output))[1].lower()
    meant = [known for known, endings in suffixes.items() if suffix in endings]
    if form and meant and form not in meant:
        raise click.UsageError(
            f"{name} ends in {one_line(suffix)}, but --format says {form}; change one of them"
        )
    if form:
        return form
    if not meant:
        known = ", ".join(dict.fromkeys(each for endings in suffixes.values() for each in endings))
        raise Refused(
            f"{one_line(output)}: the suffix should say the format, one of {known}{otherwise}"
        )
    return meant[0]
