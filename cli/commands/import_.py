"""``ladder import``: published frameworks and skill matrices, turned into ladders."""

from __future__ import annotations

import click

from cli.lazy import LazyGroup

IMPORTS = {
    "ddat": "cli.commands.import_ddat",
    "matrix": "cli.commands.import_matrix",
    "node-link": "cli.commands.import_node_link",
    "onet": "cli.commands.import_onet",
}


@click.group("import", cls=LazyGroup, lazy=IMPORTS)
def command() -> None:
    """Turn a framework, a skill matrix or a graph into a ladder file.

    \b
    Example:
      ladder import ddat role_roles.csv --order level_order.csv -o government.yaml
    """
