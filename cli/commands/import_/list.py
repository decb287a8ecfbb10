"""``ladder import list``: a list of roles and skills as a ladder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from cli.export.ladder import write_imported
from cli.options.importing import growth_figures, output_options

if TYPE_CHECKING:
    from ladder.importers.assumptions import Imported


@click.command("list")
@click.argument("files", metavar="LIST...", type=click.Path(), nargs=-1, required=True)
@output_options
@click.option(
    "--map",
    "mapping",
    metavar="FILE",
    type=click.Path(),
    help="How the list is to be read, in YAML, where it would be read wrongly.",
)
@click.option(
    "--before",
    metavar="LADDER",
    help="Made of this list before; side moves between roles that are the same stay as in it.",
)
@click.option("--name", metavar="NAME", help="The ladder's name; else it is the first file's.")
@growth_figures("role", 2)
def command(
    files: tuple[str, ...],
    output: str,
    mapping: str | None,
    *,
    force: bool,
    before: str | None,
    **given: Any,
) -> None:
    """Import a list of roles, skills and levels.

    A list, in CSV or XLSX, has a row for each skill of each role, with the columns role, skill and
    level in any order. It may have track, rank (of the role in its track), required (yes or no,
    must or nice-to-have), group (of the skill) and text (what the skill means at the level), too.
    Instead of level, there may be a column for each level, with a mark in one of them.
    Usual headings are known in English, German, French and Spanish; others are said in a mapping
    file, as are the levels:

    \b
      role: Planstelle                 # the heading; so do skill, level,
      level: Score                     # track, rank, id, required, group, text
      ignore: [Status]                 # headings of what is left out
      levels: [basic, good, expert]    # the lowest first

    Where the list says what is required, only that is expected. More files, or sheets, may have:

    \b
      role, track, rank                   # of roles
      skill, group, level, text           # of skills
      from, to, months, kind              # moves; then there are no others
      name, months, cost, skill, level    # courses and other ways to learn

    How it was read, what was left out and what is assumed is said on standard error. A list gives
    no order of roles but by ranks: without, no role is promoted to another.

    \b
    Example:
      ladder import list framework.csv moves.csv -o our-ladder.yaml
    """
    from ladder import load
    from ladder.spreadsheet.lists.importer import import_list
    from ladder.spreadsheet.mapping import load_mapping

    def imported() -> Imported:
        reading = load_mapping(mapping) if mapping else None
        known = load(before) if before else None
        return import_list(files, reading, before=known, **given)

    write_imported(imported, output, force)
