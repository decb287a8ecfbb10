"""``ladder export``: a ladder in one file, in the formats of other programs."""

from __future__ import annotations

import sys

import click

from cli.errors import Refused
from cli.export.ladder import EXPORTS, Export, write_ladder
from cli.io import STDOUT, check_new
from cli.ladders import open_typical
from cli.options.common import by_suffix, ladder_option
from cli.options.importing import force_option
from cli.options.types import OneOf
from cli.output import remark, waiting
from ladder import Ladder
from ladder.wording import listed


@click.command("export")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    default=STDOUT,
    help="Where to, the suffix saying the format; left out, to standard output.",
)
@click.option("--format", "form", type=OneOf([*EXPORTS]), help="Left out: by suffix, or yaml.")
@force_option
@ladder_option
def command(output: str, form: str | None, force: bool) -> None:
    """Write the ladder to one file, for other programs.

    \b
    yaml, json  the ladder file itself, whole and in a set order
    xlsx        a workbook to look at and to edit; "ladder import matrix" has
                the same ladder back, with what was changed in it
    csv         the matrix of roles and skills alone, with the levels expected;
                the highest developed, of a role that expects nothing
    node-link   the graph with all that is in the ladder, as JSON for networkx
                and D3; "ladder import node-link" has the same ladder back
    graphml     roles and moves for Gephi or yEd, with gates as text; cannot be
                imported, as activities and the like have no place in it

    \b
    Example:
      ladder export -o ladder.xlsx
    """
    kind = by_suffix(
        output, form, {known: one.suffixes for known, one in EXPORTS.items()}, "; or give --format"
    )
    check_new(output, force)
    export = EXPORTS[kind]
    if export.binary and output == STDOUT and sys.stdout.isatty():
        raise Refused(f"{kind} is of no use in a terminal; write it to a file with -o")
    ladder = open_typical()
    content = _written(export, ladder)
    write_ladder(output, content.encode() if isinstance(content, str) else content, ladder)
    if lacking := export.lacks(ladder):
        remark(f"Left out, as {kind} has no place for them: {listed(lacking, 'and')}")


def _written(export: Export, ladder: Ladder) -> str | bytes:
    if not export.told:
        return export.write(ladder)
    with waiting("Writing") as done:
        return export.write(ladder, done=done)
