"""``ladder import ddat``: the UK Government Digital and Data framework as a ladder."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.errors import Refused
from cli.terminal import remark
from cli.words import count
from cli.writing import STDOUT, check_target, write

if TYPE_CHECKING:
    from ladder.importers.assumptions import BadAssumptions

FORMATS = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}


def _months(_: click.Context, __: click.Parameter, value: str) -> tuple[int, ...]:
    try:
        return tuple(int(part) for part in value.split(","))
    except ValueError:
        raise click.BadParameter(
            f'"{value}" should be whole numbers with commas between, such as 1,3,6,12'
        ) from None


def _by_option(wrong: BadAssumptions) -> str:
    """What is wrong with the figures, by the names of the options that give them."""
    return "\n".join(f"--{name.replace('_', '-')} {fault}" for name, fault in wrong.faults.items())


@click.command("ddat")
@click.argument("roles", metavar="ROLES.csv", type=click.Path())
@click.option(
    "--order",
    metavar="ORDER.csv",
    type=click.Path(),
    required=True,
    help="The order of the levels within each role.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    required=True,
    help="The ladder's file, .yaml or .json; - is standard output.",
)
@click.option("--force", is_flag=True, help="Replace the file if it is there already.")
@click.option(
    "--months",
    type=int,
    default=18,
    show_default=True,
    help="Months in a role level until its skills are held, 0 to 1200.",
)
@click.option(
    "--tenure",
    type=int,
    default=24,
    show_default=True,
    help="Months to be served before a promotion, 0 to 1200.",
)
@click.option(
    "--side-months",
    type=int,
    default=12,
    show_default=True,
    help="Months to be served before a side move, 0 to 1200.",
)
@click.option(
    "--side-moves",
    type=int,
    default=4,
    show_default=True,
    help="Side moves from a role level, on average at least, 0 to 1000.",
)
@click.option(
    "--gate-below",
    type=int,
    default=1,
    show_default=True,
    help="How many levels below a profile its gate asks for, 0 to 4.",
)
@click.option(
    "--learning-months",
    metavar="N,N,N,N",
    default="1,3,6,12",
    show_default=True,
    callback=_months,
    help="Months to learn each level from the one below, 1 to 1200, none less than the one before.",
)
def command(roles: str, order: str, output: str, *, force: bool, **assumed: Any) -> None:
    """Import the UK Government Digital and Data framework.

    ROLES.csv and ORDER.csv are its tables of role content and of the order of levels.

    The framework gives roles, levels and skills. Months, gates, side moves and ways to learn are
    assumptions; change them here, or later in the file.

    Side moves go both ways, between role levels with a large share of skill levels in common: of
    different roles, or a rung and the management level beside it. Each is joined with the nearest,
    then each with the second nearest, and so on, until there are --side-moves from one on average.

    \b
    Example:
      ladder import ddat role_roles.csv --order level_order.csv -o government.yaml
    """
    from ladder import dumps
    from ladder.importers.assumptions import BadAssumptions
    from ladder.importers.ddat import import_ddat

    suffix = Path(output).suffix.lower()
    if output != STDOUT and suffix not in FORMATS:
        raise Refused(f"{output}: the suffix should be .yaml, .yml or .json")
    check_target(output)
    if output != STDOUT and Path(output).exists() and not force:
        raise Refused(f"{output} is there already; --force replaces it")
    try:
        ladder = import_ddat(roles, order, **assumed)
    except BadAssumptions as wrong:
        raise Refused(_by_option(wrong)) from wrong
    text = dumps(ladder, format="json" if FORMATS.get(suffix) == "json" else "yaml")
    write(output, text.encode())
    if output != STDOUT:
        counts = f"{count(len(ladder.roles), 'role')} and {count(len(ladder.skills), 'skill')}"
        remark(f"Written: {output}, with {counts}")
