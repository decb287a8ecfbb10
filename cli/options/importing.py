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


def growth_figures(roles: str, side_moves: int) -> Callable[[Command], Command]:
    """Options for what a framework does not say, shared by those that only have profiles."""
    options = (
        figure("--tenure", 24, "Months to be served before a promotion, 0 to 1200."),
        figure("--side-months", 12, "Months to be served before a side move, 0 to 1200."),
        figure(
            "--side-moves",
            side_moves,
            f"Side moves from a {roles}, on average, if there are so many; 0 to 1000.",
        ),
        figure(
            "--side-near",
            0.1,
            "The least share of skill levels in common for a side move, 0 to 1.",
            kind=float,
        ),
        figure(
            "--side-rise",
            0.25,
            "How much higher the mean expected level may be that a side move leads to.",
            kind=float,
        ),
        figure(
            "--entry-months",
            12,
            "Months to be served before a move into a rung that is open to all, 0 to 1200.",
        ),
        figure("--gate-below", 0, "How many levels below what a role expects its gate asks for."),
        figure(
            "--months",
            18,
            "Months in a role until it has developed what a lower gate did not ask for, 0 to 1200.",
        ),
        figures(
            "--learning-months",
            None,
            "Months to learn each level from the one below, 1 to 1200, none less than the one "
            "before; else the same for each, so that a typical promotion takes its --tenure.",
            example="1,3,6",
            metavar="N,N,...",
        ),
    )

    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


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


def _names(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...] | None:
    names = tuple(part.strip() for part in (value or "").split(",") if part.strip())
    return names or None


levels_option = click.option(
    "--levels",
    metavar="NAME,NAME,...",
    callback=_names,
    help="Levels of skills, the lowest first, where their words do not tell the order.",
)
