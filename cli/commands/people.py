"""``ladder people``: how far each of many people is from a role, and who could follow on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.errors import INTERRUPTED, Refused
from cli.ladders import open_ladder
from cli.options.common import ladder_option, one_format_of, time_limit_option
from cli.options.completion import complete_role
from cli.options.staff import Work, work_options
from cli.output import look, remark, say, say_json, waiting
from cli.staff import tell_problems
from ladder import find_role
from ladder.wording import listed

if TYPE_CHECKING:
    import pyarrow as pa

    from graphs.staff.columns import Columns
    from graphs.staff.files import Staff


@click.command("people")
@click.argument("staff", metavar="STAFF", type=click.Path())
@click.option(
    "--to",
    "target",
    metavar="ROLE",
    required=True,
    shell_complete=complete_role,
    help="The role that everybody is asked about.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    help="Write a row for each person, as .csv, .tsv, .xlsx, .parquet or .jsonl.",
)
@click.option("--group-by", "by", metavar="COLUMN", help="Count by a column, such as the team.")
@click.option(
    "--small-groups", is_flag=True, help="Tell groups of fewer than five people apart, too."
)
@work_options
@time_limit_option("Seconds for each different person.")
@one_format_of("text", "markdown", "json", about="For reading, a document, or for programs.")
@ladder_option
def command(
    staff: str,
    target: str,
    output: str | None,
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
    there. Who has no months in the role is taken for an established holder.

    The file that --output names has for each person the months, also at the fast and at the slow
    pace, moves, cost, the next role, whether that move is open, what it lacks, what to begin now,
    and what is wrong with a row that cannot be read. What is interrupted goes on from there when
    the same command is given again.

    \b
    Example:
      ladder people staff.csv --to spm --group-by team -o answers.csv
    """
    from cli.text.people import describe_succession
    from graphs.staff.columns import columns_of
    from graphs.staff.files import read_people
    from graphs.staff.succession import succession

    ladder = open_ladder()
    role = find_role(ladder, target).id
    if output is not None and Path(output).resolve() == Path(staff).resolve():
        raise Refused(f"{output} is the table itself; name another file")
    table = read_people(staff)
    known = columns_of(ladder, table.rows.column_names, work.columns)
    remark(_read_as(known))
    answers = _asked(ladder, table, role, output, work)
    found = succession(answers, by=by, small_groups=small_groups)
    problems = enumerate(answers["problem"].to_pylist())
    tell_problems(table, [one for one in problems if one[1] is not None], output)
    if form == "json":
        say_json({"ladder": ladder.name, "to": role} | found.to_dict())
    elif form == "markdown":
        from cli.export.people_markdown import people_markdown

        say(people_markdown(found, role, ladder))
    else:
        say(describe_succession(found, role, _nearest(answers), ladder, look()))
    if output is not None:
        remark(f"Written: {output}")


def _asked(ladder: Any, table: Staff, role: str, output: str | None, work: Work) -> pa.Table:
    from graphs import people

    try:
        with waiting("Asking about everybody") as progress:
            return people(ladder, table, to=role, out=output, progress=progress, **work.keywords())
    except KeyboardInterrupt:
        if output is None:
            raise
        click.echo(err=True)
        remark("What is done is kept; the same command goes on from there.")
        raise click.exceptions.Exit(INTERRUPTED) from None


def _read_as(known: Columns) -> str:
    """Say what each column was taken for."""
    parts = [f"{field} from {heading}" for field, heading in known.fields.items()]
    if known.rated:
        parts.append(f"levels from {listed(list(known.rated.values())[:8], 'and')}")
    if "months_in_role" not in known.fields:
        parts.append("everybody taken as an established holder")
    return f"Read: {'; '.join(parts)}."


def _nearest(answers: pa.Table) -> list[dict[str, Any]]:
    """Rows of those who have a way before them, the nearest first, as many as are told."""
    import pyarrow.compute as pc

    from cli.text.people import NEAREST

    going = answers.filter(pc.is_valid(answers["next"]))
    order = pc.sort_indices(going, [("months", "ascending"), ("moves", "ascending")])
    rows: list[dict[str, Any]] = going.take(order[:NEAREST]).to_pylist()
    return rows
