"""``ladder import matrix``: a skill matrix as a ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.export.ladder import write_imported
from cli.options.importing import growth_figures, output_options

if TYPE_CHECKING:
    from ladder.importers.assumptions import Imported


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
@click.option("--sheet", metavar="NAME", help="The sheet of a workbook that holds the matrix.")
@click.option(
    "--before",
    metavar="LADDER",
    help="Made of this matrix before; side moves between roles that are the same stay as in it.",
)
@click.option("--name", metavar="NAME", help="The ladder's name; else it is the file's.")
@growth_figures("role", 2)
def command(
    matrix: str,
    output: str,
    mapping: str | None,
    *,
    force: bool,
    before: str | None,
    **given: Any,
) -> None:
    """Import a skill matrix, in CSV or XLSX.

    MATRIX has roles one way, skills the other, and a level in each cell, by name, by number, by
    both (2 - working) or by signs such as ticks and stars, with a text beside it or without
    (2: writes joins). It may have the track, rank and id of each role, too. How it was read is said
    on standard error; where that is wrong, say in a mapping file how it is right:

    \b
      roles: across                    # or down
      levels: [basic, good, expert]    # the lowest first
      track: Department                # the heading of each role's track; so
      ignore: [Category, Notes]        # do role, skill, rank, id
      names: {B: basic}                # what else may stand in a cell
      empty: ["?"]                     # what means that nothing is asked for
      fractions: down                  # 2.5 is level 2; or up
      bands: {basic: 1, good: 40}      # for points: from 40 on, good
      order: falling                   # the most senior first; or rising, none
      sheet: Skills 2027               # of a workbook; or, a track each,
      sheets: [Sales, Marketing]

    A matrix gives roles, skills and levels. Months, gates, moves and ways to learn are assumptions;
    change them here, or later in the file. A workbook that "ladder export" wrote holds all of them,
    and gives the same ladder with what has been changed in it.

    Which roles are near to one another hangs on all of them. So that one changed cell ends no moves
    elsewhere, name with --before what the matrix was imported to before: side moves between roles
    whose levels, track and rank are the same stay, and so do months.

    \b
    Example:
      ladder import matrix skills.csv -o our-ladder.yaml
    """
    from ladder import load
    from ladder.spreadsheet.importer import import_matrix
    from ladder.spreadsheet.mapping import load_mapping

    def imported() -> Imported:
        reading = load_mapping(mapping) if mapping else None
        known = load(before) if before else None
        return import_matrix(matrix, reading, before=known, **given)

    write_imported(imported, output, force)
