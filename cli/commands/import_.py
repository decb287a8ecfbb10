"""``ladder import``: published frameworks and skill matrices, turned into ladders."""

from __future__ import annotations

import click

from cli.lazy import LazyGroup

IMPORTS = {
    "ddat": "cli.commands.import_ddat",
    "matrix": "cli.commands.import_matrix",
    "onet": "cli.commands.import_onet",
}


@click.group("import", cls=LazyGroup, lazy=IMPORTS)
def command() -> None:
    """Turn a career framework or a skill matrix into a ladder file.

    \b
    Example:
      ladder import ddat role_roles.csv --order level_order.csv -o government.yaml
    """
