"""``ladder import``: published frameworks, skill matrices and graphs, turned into ladders.

One importer a file. Each says which figures it assumes, and hands what it made to
`cli.export.ladder.write_imported`.
"""

from __future__ import annotations

import click

from cli.lazy import LazyGroup

IMPORTS = {
    "ddat": "cli.commands.import_.ddat",
    "list": "cli.commands.import_.list",
    "matrix": "cli.commands.import_.matrix",
    "node-link": "cli.commands.import_.node_link",
    "onet": "cli.commands.import_.onet",
}


@click.group("import", cls=LazyGroup, lazy=IMPORTS)
def command() -> None:
    """Turn a framework, a skill matrix or a graph into a ladder file.

    \b
    Example:
      ladder import ddat role_roles.csv --order level_order.csv -o government.yaml
    """
