"""``ladder analyze``: where people wait in a ladder, what would help, and what all hangs on."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING

import click

from cli.errors import INTERRUPTED, Refused
from cli.ladders import open_ladder
from cli.marked import write_into
from cli.options.common import ladder_option, one_format_of, time_limit_option
from cli.options.completion import complete_role
from cli.options.picture import PictureFile, picture_options
from cli.options.selection import direction_option
from cli.options.staff import as_of_option, map_option
from cli.output import look, remark, say, say_json, until_stopped, waiting
from cli.staff import read_staff, tell_problems
from graphs import analyze, diagram
from graphs.analysis.analyze import SMALLEST

if TYPE_CHECKING:
    from datetime import date

    from graphs import Analysis
    from graphs.drawing.view import Direction
    from ladder import Ladder, Person


@click.command("analyze")
@click.option(
    "--to",
    "targets",
    metavar="ROLE",
    multiple=True,
    shell_complete=complete_role,
    help="A role that is wanted; all of them, if left out. Repeatable.",
)
@click.option(
    "--people",
    "staff",
    metavar="STAFF",
    type=click.Path(),
    help='A table with a row for each person, as for "ladder people"; else an established holder '
    "of each role.",
)
@map_option
@as_of_option
@click.option(
    "--small-groups",
    is_flag=True,
    help="Tell also what is about fewer than five people, and their months.",
)
@click.option("--details", "detailed", is_flag=True, help="Tell all that was found.")
@picture_options(what="Draw the ladder with the walls in it, too", document=True)
@direction_option
@time_limit_option("Seconds for all of it; what is not decided then is counted.", seconds=60.0)
@one_format_of("text", "markdown", "json", about="For reading, a document, or for programs.")
@ladder_option
def command(
    targets: tuple[str, ...],
    staff: str | None,
    *,
    mapped: dict[str, str],
    as_of: date | None,
    small_groups: bool,
    picture: PictureFile | None,
    document: str | None,
    direction: Direction | None,
    detailed: bool,
    time_limit: float,
    form: str,
) -> None:
    """Find where people wait, what would help, what all hangs on.

    Entry sets the roles that careers begin in beside each other. Walls are the gates that are
    reached before what they ask for is held. Levers are single changes that save months or open
    ways: one level less at one gate, one level more or the same sooner from one role or activity.
    Losses and what it hangs on are the activities, roles and moves that could not go.

    Ctrl-C tells what is found by then, as the time limit does.

    \b
    Example:
      ladder analyze --to spm
    """
    if direction is not None and picture is None:
        raise Refused("--direction would change nothing here; add -o FILE")
    if (mapped or as_of) and not staff:
        raise Refused("--map and --as-of are of a table; add --people STAFF")
    ladder = open_ladder()
    people = _people(ladder, staff, mapped, as_of) if staff else None
    if people is not None and len(people) < SMALLEST and not small_groups:
        raise Refused(
            f"{staff}: of fewer than {SMALLEST} people it would tell of each of them; "
            "--small-groups does"
        )
    with until_stopped(time_limit) as deadline, waiting("Asking everybody again") as progress:
        found = analyze(
            ladder,
            to=list(targets) or None,
            people=people,
            small_groups=small_groups,
            time_limit=deadline,
            progress=progress,
        )
    stopped = not deadline.left > -inf
    if stopped and not found.people:
        remark("Stopped before anything was found; nothing was written.")
        raise click.exceptions.Exit(INTERRUPTED)
    _tell(found, picture, document, direction, form, detailed=detailed)
    if stopped:
        remark("Stopped: this is what was found by then.")
        raise click.exceptions.Exit(INTERRUPTED)


def _tell(
    found: Analysis,
    picture: PictureFile | None,
    document: str | None,
    direction: Direction | None,
    form: str,
    *,
    detailed: bool,
) -> None:
    """Write the files that are asked for, and print it."""
    if picture is not None:
        theme = picture.theme()
        drawn = diagram(
            found.ladder, analysis=found, theme=theme, direction=direction, width=picture.width
        )
        picture.write(drawn, theme, less=("--to ROLE",))
    if document is not None:
        from cli.export.analysis_markdown import analysis_markdown

        write_into(document, analysis_markdown(found))
        remark(f"Written: {document}")
    if form == "json":
        say_json(found.to_dict())
        return
    if form == "markdown":
        from cli.export.analysis_markdown import analysis_markdown

        say(analysis_markdown(found))
        return
    from cli.text.analysis.brief import describe_analysis

    say(describe_analysis(found, look(), detailed=detailed))


def _people(
    ladder: Ladder, staff: str, columns: dict[str, str], as_of: date | None
) -> list[Person]:
    """The people of a table, those left out being told whose rows cannot be read."""
    from graphs.staff.people import persons

    table = read_staff(ladder, staff, columns, as_of)
    found, problems = persons(ladder, table, columns)
    tell_problems(table, problems)
    if not found:
        raise Refused(f"{staff}: no row could be read")
    return found
