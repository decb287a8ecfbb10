"""``ladder import drawing``: a ladder that was drawn, as a ladder file."""

from __future__ import annotations

import click

from cli.export.ladder import write_imported
from cli.options.importing import figure, levels_option, output_options
from cli.options.types import OneOf


@click.command("drawing")
@click.argument("file", metavar="FILE", type=click.Path())
@output_options
@figure("--months", None, "Months to be served before moves whose arrows do not say, 0 to 1200.")
@levels_option
@figure(
    "--learning-months",
    None,
    "Months of practice for each level that a gate asks for, 1 to 1200. Left out: what lets a "
    "typical move be learnt in the months served before it.",
)
@click.option(
    "--lead",
    type=OneOf(("down", "up")),
    help="Whether careers in a tree lead down from its root, or up to it.",
)
def command(
    file: str,
    output: str,
    months: int | None,
    levels: tuple[str, ...] | None,
    learning_months: int | None,
    lead: str | None,
    *,
    force: bool,
) -> None:
    """Import a ladder that was drawn.

    FILE is a flowchart in Mermaid (also in a page of Markdown), a graph in DOT, GraphML or GEXF, a
    canvas of Obsidian, or JSON of React Flow, Cytoscape, vis.js, JSON Graph, or nested children.

    Boxes become roles, named by their labels; frames around them tracks, and arrows moves. The
    label of an arrow may say months ("24 months", "2-3 years"), the kind ("promotion"), and what
    the gate asks ("SQL: working", "requires SQL, Coaching"). What was guessed, and what of a label
    was not understood, is told. DOT needs pydot: pip install "career-ladder[dot]".

    \b
    Example:
      ladder import drawing careers.mmd --months 24 -o ours.yaml
    """
    from ladder.importers.drawn.importer import import_drawing

    write_imported(
        lambda: import_drawing(
            file, months=months, levels=levels, learning_months=learning_months, lead=lead
        ),
        output,
        force,
    )
