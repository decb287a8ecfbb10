"""``ladder import ddat``: the UK Government Digital and Data framework as a ladder."""

from __future__ import annotations

from typing import Any

import click

from cli.export.ladder import write_imported
from cli.options.importing import growth_figures, output_options


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
@growth_figures("role level", 4)
def command(roles: str, order: str, output: str, *, force: bool, **assumed: Any) -> None:
    """Import the UK Government Digital and Data framework.

    ROLES.csv and ORDER.csv are its tables of role content and of the order of levels.

    The framework gives roles, levels and skills, and texts for all of them. Months, gates, moves
    and ways to learn are assumptions; change them here, or later in the file. What was assumed, and
    how long promotions take by it, is said on standard error.

    A gate asks for what the role level behind it expects, which is learnt by practice. Side moves
    join role levels with a large share of skill levels in common, of different roles, or a rung and
    the management level beside it: each with the nearest, then each with the second nearest, and so
    on, until there are --side-moves from one on average. The lowest level of each role is open to
    all.

    \b
    Example:
      ladder import ddat role_roles.csv --order level_order.csv -o government.yaml
    """
    from ladder.importers.ddat import import_ddat

    write_imported(lambda: import_ddat(roles, order, **assumed), output, force)
