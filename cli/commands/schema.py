"""``ladder schema``: the shapes of files, for editors and programs."""

from __future__ import annotations

from typing import get_args

import click

from cli.options.types import OneOf
from cli.output import say
from ladder import schema_text
from ladder.files.schema import Kind

KINDS = get_args(Kind)


@click.command("schema")
@click.argument("kind", type=OneOf(KINDS), metavar="[KIND]", default="ladder")
def command(kind: Kind) -> None:
    """Print the JSON Schema of ladder files, or of other files.

    An editor that knows it completes and checks a file while you write it. KIND is ladder where it
    is left out; person is what --person reads, plan what "ladder path --format json" prints,
    mapping what "ladder import matrix --map" reads, node-link what "ladder import node-link" does,
    and theme what --theme reads.

    \b
    Example:
      ladder schema > ladder.schema.json
    """
    say(schema_text(kind).rstrip("\n"))
