"""``ladder import``: published frameworks, turned into ladders."""

from __future__ import annotations

import click

from cli.lazy import LazyGroup

IMPORTS = {
    "ddat": "cli.commands.import_ddat",
    "onet": "cli.commands.import_onet",
    "node-link": "cli.commands.import_node_link",
}


@click.group("import", cls=LazyGroup, lazy=IMPORTS)
def command() -> None:
    """Turn a published framework, or a graph, into a ladder file.

    \b
    Example:
      ladder import ddat role_roles.csv --order level_order.csv -o government.yaml
    """
