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
    "--importance",
    2.5,
    "An occupation expects the skills of this importance or more, 1 to 5.",
    kind=float,
)
@figure(
    "--related", 20, "Moves join so many of the related occupations, the nearest first, 0 to 20."
)
@figures(
    "--preparation",
    "2,8,18,36,84",
    "Months of preparation in all for each job zone, 0 to 1200, none less than the one before.",
    metavar="N,N,N,N,N",
)
@figure("--tenure", 24, "Months to be served before a promotion or an advancement, 0 to 1200.")
@figure("--side-months", 12, "Months to be served before a side move, 0 to 1200.")
@figure(
    "--side-rise",
    0.25,
    "By how much the mean expected level may be higher that a side move leads to, 0 to 7.",
    kind=float,
)
@figures(
    "--learning-months",
    None,
    "Months to learn each level from the one below, 1 to 1200, none less than the one before. "
    "Left out: as many as let the skills of a usual promotion take its --tenure.",
    example="1,1,2,2,3,3,4",
    metavar="N,N,N,N,N,N,N",
)
@figure(
    "--gate-below", 0, "How many levels below what an occupation expects its gate asks for, 0 to 7."
)
@figures(
    "--months",
    "1,3,12,24,48",
    "Months in an occupation until its skills are held, by job zone, 0 to 1200; of use with "
    "--gate-below.",
    metavar="N,N,N,N,N",
)
def command(folder: str, output: str, *, force: bool, **assumed: Any) -> None:
    """Import occupations from the O*NET database.

    FOLDER holds its tables Occupation Data, Skills, Job Zones and Related Occupations, as .txt or
    .tsv, whole or reduced to some occupations; where Alternate Titles is there, titles that are
    nobody else's become aliases.

    O*NET gives occupations, their skills with importance and level, job zones, and which
    occupations are related. Months in a job, gates and ways to learn are assumptions; change them
    here, or later in the file.

    An occupation expects its important skills, at their levels rounded to whole ones, and its job
    zone as a level of Preparation, which takes months or years to gain; the gate into it asks for
    all of that. Moves lead to related occupations: to a higher job zone by promotion, to notably
    higher levels of skills by advancement, to any other sideways. Occupations whose skills O*NET
    does not rate are left out, and named.

    \b
    Example:
      ladder import onet db_29_3_text -o occupations.json
    """
    from ladder.importers.onet import import_onet

    write_imported(lambda: import_onet(folder, **assumed), output, force)
