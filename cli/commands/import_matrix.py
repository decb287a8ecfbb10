"""``ladder import matrix``: a skill matrix as a ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.options.importing import output_options, whole_numbers, write_ladder
from cli.output import remark

if TYPE_CHECKING:
    from ladder import Ladder


@click.command("matrix")
@click.argument("matrix", metavar="MATRIX", type=click.Path())
@output_options
@click.option(
    "--map",
    "mapping",
    metavar="FILE",
    type=click.Path(),
    help="How the matrix is to be read, in YAML, where it would be read wrongly.",
)
@click.option("--name", metavar="NAME", help="The ladder's name; else it is the file's.")
@click.option(
    "--months",
    type=int,
    default=18,
    show_default=True,
    help="Months in a role until its skills are held, 0 to 1200.",
)
@click.option(
    "--tenure",
    type=int,
    default=24,
    show_default=True,
    help="Months to be served before a promotion, 0 to 1200.",
)
@click.option(
    "--side-months",
    type=int,
    default=12,
    show_default=True,
    help="Months to be served before a side move, 0 to 1200.",
)
@click.option(
    "--side-moves",
    type=int,
    default=2,
    show_default=True,
    help="Side moves from a role, on average at least, 0 to 1000.",
)
@click.option(
    "--gate-below",
    type=int,
    help="How many levels below a profile its gate asks for; 1 where there are several levels.",
)
@click.option(
    "--learning-months",
    metavar="N,N,...",
    callback=whole_numbers("1,3,6"),
    help="Months to learn each level from the one below; 1,3,6,12,18 and so on.",
)
def command(
    matrix: str, output: str, mapping: str | None, *, force: bool, name: str | None, **assumed: Any
) -> None:
    """Import a skill matrix, in CSV or XLSX.

    MATRIX has roles one way, skills the other, and a level in each cell, by name, by number, by
    both (2 - working) or by a mark. It may have the track, rank and id of each role, too. How it
    was read is said on standard error; where that is wrong, say in a mapping file how it is right:

    \b
      roles: across                    # or down
      levels: [basic, good, expert]    # the lowest first
      track: Department                # the heading of each role's track; so
      ignore: [Category, Notes]        # do role, skill, rank, id
      names: {B: basic}                # what else may stand in a cell
      empty: ["?"]                     # what means that nothing is asked for
      fractions: down                  # 2.5 is level 2; or up
      order: falling                   # the most senior first; or rising, none
      sheet: Skills 2027               # of a workbook

    A matrix gives roles, skills and levels. Months, gates, moves and ways to learn are assumptions;
    change them here, or later in the file. A workbook that "ladder export" wrote holds all of them,
    and gives the same ladder with what has been changed in it.

    \b
    Example:
      ladder import matrix skills.csv -o our-ladder.yaml
    """
    from ladder.spreadsheet.importer import import_matrix
    from ladder.spreadsheet.mapping import load_mapping

    remarks: list[str] = []

    def make() -> Ladder:
        reading = load_mapping(mapping) if mapping else None
        imported = import_matrix(matrix, reading, name=name, **assumed)
        remarks.extend(imported.remarks)
        return imported.ladder

    write_ladder(make, output, force)
    for sentence in remarks:
        remark(sentence)
