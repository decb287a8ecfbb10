"""``ladder import onet``: occupations of the United States' O*NET database as a ladder."""

from __future__ import annotations

from typing import Any

import click

from cli.options.importing import output_options, whole_numbers, write_ladder
from cli.output import remark


@click.command("onet")
@click.argument("folder", metavar="FOLDER", type=click.Path())
@output_options
@click.option(
    "--importance",
    type=float,
    default=3,
    show_default=True,
    help="A gate asks for the skills of this importance or more, 1 to 5.",
)
@click.option(
    "--related",
    type=int,
    default=10,
    show_default=True,
    help="Moves lead to so many of the related occupations, the nearest first, 0 to 20.",
)
@click.option(
    "--months",
    metavar="N,N,N,N,N",
    default="1,3,12,24,48",
    show_default=True,
    callback=whole_numbers("1,3,12,24,48"),
    help="Months in an occupation until its skills are held, by job zone, 0 to 1200.",
)
@click.option(
    "--tenure",
    type=int,
    default=24,
    show_default=True,
    help="Months to be served before a move to a higher job zone, 0 to 1200.",
)
@click.option(
    "--side-months",
    type=int,
    default=12,
    show_default=True,
    help="Months to be served before any other move, 0 to 1200.",
)
@click.option(
    "--gate-below",
    type=int,
    default=1,
    show_default=True,
    help="How many levels below what an occupation needs its gate asks for, 0 to 7.",
)
@click.option(
    "--learning-months",
    metavar="N,N,N,N,N,N,N",
    default="1,1,2,3,4,6,9",
    show_default=True,
    callback=whole_numbers("1,1,2,3,4,6,9"),
    help="Months to learn each level from the one below, 1 to 1200, none less than the one before.",
)
def command(folder: str, output: str, *, force: bool, **assumed: Any) -> None:
    """Import occupations from the O*NET database.

    FOLDER holds its tables Occupation Data, Skills, Job Zones and Related Occupations, as .txt or
    .tsv, whole or reduced to some occupations.

    O*NET gives occupations, their skills with importance and level, job zones, and which
    occupations are related. Months, gates and ways to learn are assumptions; change them here, or
    later in the file.

    An occupation's job zone is its rank. One comes to hold all its skills, at their levels rounded
    to whole ones; the gate into it asks for the important ones only. Moves lead to related
    occupations: to a higher job zone by promotion, to any other sideways. Occupations whose skills
    O*NET does not rate are left out.

    \b
    Example:
      ladder import onet db_29_3_text -o occupations.json
    """
    from ladder.importers.onet import import_onet

    ladder = write_ladder(lambda: import_onet(folder, **assumed), output, force)
    if ladder.about:
        remark(ladder.about)
