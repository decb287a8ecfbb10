"""``ladder diff``: what is different between two versions of a ladder, and for whom."""

from __future__ import annotations

import click

from cli.errors import Refused
from cli.ladders import MARK, of_revision, read
from cli.options.common import one_format_of, time_limit_option
from cli.options.completion import complete_ladder
from cli.output import look, say, say_json, waiting
from graphs import changed_routes, diff
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
    "--all",
    "whole",
    is_flag=True,
    help="List side moves, demotions, and what has but other texts one by one, however many.",
)
@time_limit_option("Stop after this long, all routes together; with 0, no route is asked for.")
@one_format_of(
    *("text", "markdown", "json"), about="For reading, for a pull request, or for programs."
)
def command(
    old: str,
    new: str,
    sources: tuple[str, ...],
    targets: tuple[str, ...],
    whole: bool,
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

    Exits with 0 whether or not there is a difference.

    \b
    Example:
      ladder diff product-management ladder.yaml
    """
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


def _version(name: str) -> Ladder:
    """Read one of the two versions."""
    if name == "-":
        raise Refused("standard input is not read here; give the name of a file")
    return of_revision(name) if name.startswith(MARK) else read(name)
