"""``ladder import ddat``: the UK Government Digital and Data framework as a ladder."""

from __future__ import annotations

from typing import Any

import click

from cli.export.ladder import write_imported
from cli.options.importing import figure, figures, output_options


@click.command("ddat")
@click.argument("roles", metavar="ROLES.csv", type=click.Path())
@click.option(
    "--order",
    metavar="ORDER.csv",
    type=click.Path(),
    required=True,
    help="The order of the levels within each role.",
)
@output_options
@figure("--months", 18, "Months in a role level until its skills are held, 0 to 1200.")
@figure("--tenure", 24, "Months to be served before a promotion, 0 to 1200.")
@figure("--side-months", 12, "Months to be served before a side move, 0 to 1200.")
@figure("--side-moves", 4, "Side moves from a role level, on average at least, 0 to 1000.")
@figure("--gate-below", 1, "How many levels below a profile its gate asks for, 0 to 4.")
@figures(
    "--learning-months",
    "1,3,6,12",
    "Months to learn each level from the one below, 1 to 1200, none less than the one before.",
    metavar="N,N,N,N",
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
    from ladder.importers.ddat import import_ddat

    write_imported(lambda: import_ddat(roles, order, **assumed), output, force)
