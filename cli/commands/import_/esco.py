"""``ladder import esco``: occupations of the European classification as a ladder."""

from __future__ import annotations

from typing import Any

import click

from cli.export.ladder import write_imported
from cli.options.importing import figure, output_options


def _codes(_: click.Context, __: click.Parameter, value: str | None) -> tuple[str, ...]:
    """Codes with commas between."""
    return () if value is None else tuple(code.strip() for code in value.split(","))


@click.command("esco")
@click.argument("folder", metavar="FOLDER", type=click.Path())
@output_options
@click.option(
    "--language",
    metavar="CODE",
    help="Which of the languages in FOLDER, as its file names have it: de, fr, en-us.",
)
@click.option(
    "--isco",
    metavar="CODE,...",
    callback=_codes,
    help="Only the occupations in these groups of ISCO, by codes of one digit to four: 25,133.",
)
@click.option(
    "--optional",
    type=click.Choice(("leave", "expect", "develop")),
    default="leave",
    show_default=True,
    help="Optional skills: leave them out; expect them, too, so that gates ask for all of them; or "
    "take them for what the occupation develops, in --months.",
)
@figure(
    "--near",
    8,
    "Moves join an occupation with so many of the nearest, and of those below it, 0 to 100.",
)
@figure(
    "--near-groups", 4, "Side moves join a group of ISCO with so many of the nearest, 0 to 100."
)
@figure(
    "--side-near",
    0.1,
    "How much the nearest occupations have in common at least, 0 to 1.",
    kind=float,
)
@figure("--tenure", 24, "Months to be served before a promotion or an advancement, 0 to 1200.")
@figure("--side-months", 12, "Months to be served before a side move, 0 to 1200.")
@figure("--entry-months", 12, "Months to be served before entering another group, 0 to 1200.")
@figure(
    "--months",
    24,
    "Months in an occupation until its optional skills are held, 0 to 1200; "
    "of use with --optional develop.",
)
@figure("--learning-months", None, "Months to learn a skill, 1 to 1200. Left out: as many as let "
        "the skills of a usual promotion take its --tenure.")  # fmt: skip
def command(folder: str, output: str, *, force: bool, **assumed: Any) -> None:
    """Import occupations from ESCO, the European classification.

    FOLDER holds its CSV files as they are published, in any of its languages: occupations,
    skills, occupationSkillRelations and ISCOGroups; where broaderRelationsOccPillar, skillGroups
    and broaderRelationsSkillPillar are there, they are read, too. It may be reduced to some
    occupations.

    ESCO gives occupations, other names for them, groups, and which skills are essential to each
    and which optional. It has no levels of skills, and no order of occupations. Moves, months,
    gates and ways to learn are assumptions; change them here, or later in the file.

    An occupation expects its essential skills, and the gate into it asks for all of them. Moves
    join occupations that have skills in common, rare ones counting more, and groups that do. The
    skill level of ISCO, 1 to 4, is the rank: to a higher one leads a promotion, never two levels
    at once; into management an advancement. Into other fields one enters by the occupation that is
    most like the others there. What is left out is said, and counted.

    \b
    Example:
      ladder import esco esco_v1.2_en_csv --isco 25,133 -o ict.json
    """
    from ladder.importers.esco.importer import import_esco

    write_imported(lambda: import_esco(folder, **assumed), output, force)
