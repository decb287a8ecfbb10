"""``ladder import node-link``: a graph of networkx or D3 as a ladder."""

from __future__ import annotations

import click

from cli.export.ladder import write_imported
from cli.options.importing import figure, levels_option, output_options


@click.command("node-link")
@click.argument("file", metavar="FILE", type=click.Path())
@output_options
@figure(
    "--months", None, "Months to be served before the moves of edges that do not say, 0 to 1200."
)
@levels_option
def command(
    file: str, output: str, months: int | None, levels: tuple[str, ...] | None, *, force: bool
) -> None:
    """Import a graph in node-link JSON, as networkx writes it.

    Nodes become roles, edges moves. Of what "ladder export" wrote, the same ladder comes back. Of
    any other graph the attributes are taken that go by the same names: name and track of a node,
    for instance, and months, kind and requires of an edge, where a gate may be {"SQL": 3}, ["SQL"]
    or "SQL: working; Python: expert". What was guessed, and what was left out, is told.

    \b
    Example:
      ladder import node-link graph.json -o ours.yaml
    """
    from ladder.importers.node_link import import_node_link

    write_imported(lambda: import_node_link(file, months=months, levels=levels), output, force)
