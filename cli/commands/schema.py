"""``ladder schema``: the shape of a ladder file, for editors and programs."""

from __future__ import annotations

import click

from cli.terminal import say
from ladder import schema_text


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of ladder files.

    An editor that knows it completes and checks a ladder while you write it.

    \b
    Example:
      ladder schema > ladder.schema.json
    """
    say(schema_text().rstrip("\n"))
