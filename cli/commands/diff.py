"""``ladder diff``: what is different between two versions of a ladder, and for whom."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from cli.errors import Refused
from cli.ladders import MARK, of_revision, read
from cli.options.common import one_format_of, time_limit_option
from cli.options.completion import complete_ladder
from cli.options.staff import Work, as_of_option, cores, group_options, jobs_option, map_option
from cli.output import look, remark, say, say_json, waiting
from cli.staff import read_staff, tell_problems
from graphs import ChangedPeople, LadderDiff, changed_people, changed_routes, diff
from ladder import Ladder


@click.command("diff")
@click.argument("old", shell_complete=complete_ladder)
@click.argument("new", shell_complete=complete_ladder)
@click.option(
    "--from",
    "sources",
    metavar="ROLE",
    multiple=True,
    help="Ask for routes from this role. Repeatable. Left out: from where careers begin, and from "
    "roles whose moves or development changed.",
)
@click.option(
    "--to",
    "targets",
    metavar="ROLE",
    multiple=True,
    help="Ask for routes to this role. Repeatable. Left out: to every role.",
)
@click.option(
    "--people",
    "staff",
    metavar="STAFF",
    type=click.Path(),
    help="Instead of routes, ask for people on the way to the role of --to: a table with a row for "
    "each, as for ladder people.",
)
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    type=click.Path(),
    help="With --people: write a row for each person, as .csv, .tsv, .xlsx, .parquet or .jsonl.",
)
@group_options
@map_option
@as_of_option
@jobs_option
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help="List side moves, demotions, and what has but other texts one by one, however many.",
)
@time_limit_option(
    "Stop after this long, all routes together; with 0, no route is asked for. With --people, for "
    "each different person."
)
@one_format_of(
    *("text", "markdown", "json"), about="For reading, for a pull request, or for programs."
)
def command(
    old: str,
    new: str,
    sources: tuple[str, ...],
    targets: tuple[str, ...],
    whole: bool,
    staff: str | None,
    output: str | None,
    by: str | None,
    *,
    small_groups: bool,
    mapped: dict[str, str],
    as_of: date | None,
    jobs: int | None,
    time_limit: float,
    form: str,
) -> None:
    """Compare two versions of a ladder: what changed, and for whom.

    Each of OLD and NEW is a file, a bundled ladder, or git:REV:FILE for a file as it was in a
    revision, such as git:HEAD:ladder.yaml.

    Says what changed: promotions and entries first, then roles, activities and skills; a gate that
    asks what its role expects changes with the role, and is told there. Of many side moves and
    demotions, and of many things of which texts alone are others, it says how many. Then, which
    routes between roles became longer, shorter, opened or closed, by how many months, and through
    which change.

    With --people: for how many people the way to a role became how much longer or shorter, opened
    or closed, counted in groups of five or more; the rows that -o names have it for each of them.

    Exits with 0 whether or not there is a difference.

    \b
    Example:
      ladder diff product-management ladder.yaml
    """
    if staff is not None:
        found = diff(_version(old), _version(new))
        role = _one_role(sources, targets)
        work = Work(mapped, as_of, jobs or cores(), None, time_limit, (), ())
        people = _changed(found, staff, role, output, by, small_groups, work)
        _tell_people(found, people, form, whole)
        return
    if output or by or small_groups or mapped or as_of or jobs:
        raise Refused(
            "-o, --group-by, --small-groups, --map, --as-of and --jobs are of people; add --people"
        )
    found = diff(_version(old), _version(new))
    with waiting("Asking route by route") as progress:
        routes = changed_routes(
            found, sources=sources, targets=targets, time_limit=time_limit, progress=progress
        )
    asked = routes if time_limit else None
    if form == "json":
        say_json(found.to_dict() | {"routes": routes.to_dict()})
    elif form == "markdown":
        from cli.export.diff_markdown import diff_markdown
        from cli.io import STDOUT, write

        write(STDOUT, diff_markdown(found, asked).encode())
    else:
        from cli.text.ladders.diff import describe_diff

        say(describe_diff(found, asked, look(), whole=whole))


def _one_role(sources: tuple[str, ...], targets: tuple[str, ...]) -> str:
    if sources or len(targets) != 1:
        raise Refused("--people asks everybody about one role: give one --to ROLE, and no --from")
    return targets[0]


def _changed(
    found: LadderDiff,
    staff: str,
    role: str,
    output: str | None,
    by: str | None,
    small_groups: bool,
    work: Work,
) -> ChangedPeople:
    """Ask everybody in both versions."""
    from graphs.staff.files import check_table_target, write_people

    if output is not None:
        check_table_target(output)
        if Path(output).resolve() == Path(staff).resolve():
            raise Refused(f"{output} is the table itself; name another file")
    table = read_staff(found.old, staff, work.columns, work.as_of)
    with waiting("Asking everybody twice", of="people") as progress:
        people = changed_people(
            found.old,
            found.new,
            table,
            to=role,
            by=by,
            small_groups=small_groups,
            progress=progress,
            **work.keywords(),
        )
    problems = enumerate(people.rows["problem"].to_pylist())
    tell_problems(table, [one for one in problems if one[1] is not None], output)
    if output is not None:
        write_people(people.rows, output)
        remark(f"Written: {output}")
    return people


def _tell_people(found: LadderDiff, people: ChangedPeople, form: str, whole: bool) -> None:
    if form == "json":
        say_json(found.to_dict() | {"people": people.to_dict()})
    elif form == "markdown":
        from cli.export.diff_markdown import diff_markdown
        from cli.export.tables.people import changes_report
        from cli.export.tables.writers import report_markdown
        from cli.io import STDOUT, write

        report = report_markdown(changes_report(people, found.new), depth=2)
        write(STDOUT, f"{diff_markdown(found, None)}\n{report}".encode())
    else:
        from cli.text.ladders.diff import describe_diff
        from cli.text.staff.changes import describe_changes

        say(describe_diff(found, None, look(), whole=whole))
        say(describe_changes(people, found.new, look()))


def _version(name: str) -> Ladder:
    """Read one of the two versions."""
    if name == "-":
        raise Refused("standard input is not read here; give the name of a file")
    return of_revision(name) if name.startswith(MARK) else read(name)
