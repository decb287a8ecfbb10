"""``ladder import onet``: occupations of the United States' O*NET database as a ladder."""

from __future__ import annotations

from typing import Any

import click

from cli.export.ladder import write_imported
from cli.options.importing import figure, figures, output_options


@click.command("onet")
@click.argument("folder", metavar="FOLDER", type=click.Path())
@output_options
@figure(
    "--importance", 3, "A gate asks for the skills of this importance or more, 1 to 5.", kind=float
)
@figure(
    "--related", 10, "Moves lead to so many of the related occupations, the nearest first, 0 to 20."
)
@figures(
    "--months",
    "1,3,12,24,48",
    "Months in an occupation until its skills are held, by job zone, 0 to 1200.",
    metavar="N,N,N,N,N",
)
@figure("--tenure", 24, "Months to be served before a move to a higher job zone, 0 to 1200.")
@figure("--side-months", 12, "Months to be served before any other move, 0 to 1200.")
@figure(
    "--gate-below", 1, "How many levels below what an occupation needs its gate asks for, 0 to 7."
)
@figures(
    "--learning-months",
    "1,1,2,3,4,6,9",
    "Months to learn each level from the one below, 1 to 1200, none less than the one before.",
    metavar="N,N,N,N,N,N,N",
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
    from ladder.importers.assumptions import Imported
    from ladder.importers.onet import import_onet

    def imported() -> Imported:
        ladder = import_onet(folder, **assumed)
        return Imported(ladder, (ladder.about,) if ladder.about else ())

    write_imported(imported, output, force)
