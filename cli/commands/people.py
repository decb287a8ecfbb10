"""``ladder people``: how far each of many people is from a role, and who could follow on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.errors import INTERRUPTED, Refused
from cli.ladders import open_ladder
from cli.marked import is_markdown
from cli.options.common import (
    DOCUMENTS,
    FORMS,
    FORMS_HELP,
    ladder_option,
    one_format_of,
    time_limit_option,
)
from cli.options.completion import complete_role
from cli.options.picture import (
    THEME_HELP,
    Looks,
    PictureFile,
    is_picture,
    picture_at,
    width_option,
)
from cli.options.staff import Work, group_options, work_options
from cli.output import look, remark, say, say_json, waiting
from cli.prospects import tell_prospects
from cli.staff import read_staff, tell_problems
from ladder import Ladder, find_role

if TYPE_CHECKING:
    import pyarrow as pa

    from graphs.staff.files import Staff


@click.command("people")
@click.argument("staff", metavar="STAFF", type=click.Path())
@click.option(
    "--to",
    "target",
    metavar="ROLE",
    shell_complete=complete_role,
    help="The role that everybody is asked about; left out, each role, and with --leaves the one "
    "that is left.",
)
@click.option(
    "--leaves",
    metavar="ID",
    multiple=True,
    help="Ask what is left without somebody: who could follow, which skills go. May be repeated.",
)
@click.option(
    "-o",
    "--output",
    "outputs",
    metavar="FILE",
    type=click.Path(),
    multiple=True,
    help="Write a row for each person, as .csv, .tsv, .xlsx, .parquet or .jsonl; or draw the "
    "counts, as .svg, .png or .pdf. May be given for both.",
)
@width_option
@click.option("--theme", metavar="NAME|FILE", help=THEME_HELP)
@group_options
@work_options
@time_limit_option("Seconds for each different person.")
@one_format_of(*FORMS, about=FORMS_HELP)
@ladder_option
def command(
    staff: str,
    target: str | None,
    leaves: tuple[str, ...],
    outputs: tuple[str, ...],
    width: int | None,
    theme: str | None,
    by: str | None,
    *,
    small_groups: bool,
    work: Work,
    form: str,
) -> None:
    """Find how far each of many people is from a role, and how many could follow on when.

    STAFF is a table (.csv, .tsv, .xlsx, .parquet, .jsonl) with a row for each person. What its
    columns hold is told by their headings: id, role, months_in_role, skills (as name=level; ...) or
    a column for each skill, done, learning; all others are carried along. Only the role must be
    there. Months in the role may also be told by the day since when, or by years; who has none is
    taken for an established holder.

    Counts are of groups of five people or more; smaller ones stand together, unless --small-groups
    is given. Those who are nearest are named in the text alone, for whoever holds the table.

    The table that -o names has for each person the months, also at the fast and at the slow pace,
    moves, cost, the next role, whether that move is open, what it lacks, what to begin now, and
    what is wrong with a row that cannot be read. Without --to it has the three nearest roles of
    each, and who is nearest to each role is shown. What is interrupted goes on from there when the
    same command is given again.

    \b
    Example:
      ladder people staff.csv --to spm --group-by team -o answers.csv
    """
    ladder = open_ladder()
    role = None if target is None else find_role(ladder, target).id
    rows, picture = _files(outputs, staff, Looks(width, theme, None))
    if role is None and not leaves and (by is not None or picture):
        raise Refused(
            "--group-by and pictures count those on the way to one role; name it with --to"
        )
    if leaves and (rows or picture):
        raise Refused("-o is of counts and rows of everybody; leave it or --leaves out")
    table = read_staff(ladder, staff, work.columns, work.as_of)
    if leaves:
        _leaving(ladder, table, leaves, role, by, small_groups, work, form)
    elif role is None:
        tell_prospects(ladder, table, rows, work, form)
    else:
        _succession(ladder, table, role, rows, picture, by, small_groups, work, form)


def _files(
    outputs: tuple[str, ...], staff: str, looks: Looks
) -> tuple[str | None, PictureFile | None]:
    """The file for the rows, and that for the picture."""
    pictures = [one for one in outputs if is_picture(one)]
    rows = [one for one in outputs if one not in pictures]
    if len(pictures) > 1 or len(rows) > 1:
        raise Refused("-o takes one file for the rows and one for the picture")
    if looks.any and not pictures:
        typed = [name for name in ("width", "theme") if getattr(looks, name) is not None]
        idle = " and ".join(f"--{name}" for name in typed)
        verb = "is" if len(typed) == 1 else "are"
        raise Refused(f"{idle} {verb} of a picture; add -o FILE, such as bars.svg")
    for output in outputs:
        if is_markdown(output):
            raise Refused(
                f"{output}: -o writes rows or a picture here; the counts in Markdown are what "
                f"--format markdown prints: --format markdown > {output}"
            )
        if Path(output).resolve() == Path(staff).resolve():
            raise Refused(f"{output} is the table itself; name another file")
    return rows[0] if rows else None, picture_at(pictures[0], looks) if pictures else None


def _succession(
    ladder: Ladder,
    table: Staff,
    role: str,
    output: str | None,
    picture: PictureFile | None,
    by: str | None,
    small_groups: bool,
    work: Work,
    form: str,
) -> None:
    from graphs.staff.summary.groups import heading_of
    from graphs.staff.summary.succession import succession

    by = heading_of(table.rows, by)  # which is refused before anybody is asked about
    answers = _asked(ladder, table, role, output, work)
    found = succession(answers, by=by, small_groups=small_groups)
    problems = enumerate(answers["problem"].to_pylist())
    tell_problems(table, [one for one in problems if one[1] is not None], output)
    if picture is not None:
        from graphs.drawing.pictures.succession import succession_bars

        theme = picture.theme()
        bars = succession_bars(found, role, ladder, theme=theme, width=picture.width)
        picture.write(bars, theme)
    if form == "json":
        say_json({"format": 1, "ladder": ladder.name, "to": role} | found.to_dict())
    elif form in DOCUMENTS:
        from cli.export.tables.people import succession_report
        from cli.export.tables.writers import give_report

        give_report(succession_report(found, role, ladder), form)
    else:
        from cli.text.staff.people import describe_succession

        say(describe_succession(found, role, _nearest(answers), ladder, look()))
    if output is not None:
        remark(f"Written: {output}")


def _leaving(
    ladder: Ladder,
    table: Staff,
    leaves: tuple[str, ...],
    role: str | None,
    by: str | None,
    small_groups: bool,
    work: Work,
    form: str,
) -> None:
    from graphs.staff.summary.leaving import leaving
    from graphs.staff.summary.roster import roster

    read = roster(ladder, table, work.columns)
    tell_problems(table, read.problems)
    with waiting("Asking about everybody else") as progress:
        found = leaving(
            ladder,
            read,
            leaves,
            to=role,
            by=by,
            small_groups=small_groups,
            progress=progress,
            **work.keywords(),
        )
    if form == "json":
        say_json({"format": 1, "ladder": ladder.name} | found.to_dict())
    elif form in DOCUMENTS:
        from cli.export.tables.people import leaving_report
        from cli.export.tables.writers import give_report

        give_report(leaving_report(found, ladder), form)
    else:
        from cli.text.staff.leaving import describe_leaving

        nearest = [_nearest(one.answers) for one in found.followers]
        say(describe_leaving(found, nearest, ladder, look()))


def _asked(ladder: Ladder, table: Staff, role: str, output: str | None, work: Work) -> pa.Table:
    from graphs import people

    try:
        with waiting("Asking about everybody", of="people") as progress:
            return people(ladder, table, to=role, out=output, progress=progress, **work.keywords())
    except KeyboardInterrupt:
        if output is None:
            raise
        click.echo(err=True)
        remark("What is done is kept; the same command goes on from there.")
        raise click.exceptions.Exit(INTERRUPTED) from None


def _nearest(answers: pa.Table) -> list[dict[str, Any]]:
    """Rows of those who have a way before them, the nearest first, as many as are told."""
    import pyarrow.compute as pc

    from cli.text.staff.people import NEAREST

    going = answers.filter(pc.is_valid(answers["next"]))
    order = pc.sort_indices(going, [("months", "ascending"), ("moves", "ascending")])
    rows: list[dict[str, Any]] = going.take(order[:NEAREST]).to_pylist()
    return rows
