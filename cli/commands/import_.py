"""``ladder import``: published frameworks, turned into ladders."""

from __future__ import annotations

import click

from cli.lazy import LazyGroup


@click.group("import", cls=LazyGroup, lazy={"ddat": "cli.commands.import_ddat"})
def command() -> None:
    """Turn a published career framework into a ladder file.

    \b
    Example:
      ladder import ddat role_roles.csv --order level_order.csv -o government.yaml
    """
