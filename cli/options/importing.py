"""Options of the commands that write a ladder's file: where it goes, and what an import assumes."""

from __future__ import annotations

from collections.abc import Callable

import click

from .common import Command

force_option = click.option(
    "--force", is_flag=True, help="Replace the file if it is there already."
)
_output_option = click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    required=True,
    help="The ladder's file, .yaml or .json; - is standard output.",
)


def output_options(command: Command) -> Command:
    """Add the options that say where the ladder goes."""
    return _output_option(force_option(command))


def figure(
    name: str, default: float | None, about: str, *, kind: type[float] = int
) -> Callable[[Command], Command]:
    """An option for a number that an import has to assume."""
    return click.option(name, type=kind, default=default, show_default=True, help=about)


def figures(
    name: str, default: str | None, about: str, *, example: str | None = None, metavar: str
) -> Callable[[Command], Command]:
    """An option for several of them, with commas between."""
    example = example or default

    def read(_: click.Context, __: click.Parameter, value: str | None) -> tuple[int, ...] | None:
        if value is None:
            return None
        try:
            return tuple(int(part) for part in value.split(","))
        except ValueError:
            raise click.BadParameter(
                f'"{value}" should be whole numbers with commas between, such as {example}'
            ) from None

    return click.option(
        name, metavar=metavar, default=default, show_default=True, callback=read, help=about
    )
