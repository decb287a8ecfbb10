"""``ladder show``: one role, or a page for each."""

from __future__ import annotations

import click

from cli.errors import Refused
from cli.ladders import open_ladder
from cli.naming import settled
from cli.options.common import given, ladder_option, table_format_option
from cli.options.completion import complete_role
from cli.output import look, plain, say, say_json
from cli.text.role import describe_role
from ladder import Ladder, Role, find_role


@click.command("show")
@click.argument("role", required=False, shell_complete=complete_role)
@table_format_option
@click.option("--all", "all_roles", is_flag=True, help="Write a page for each role, in Markdown.")
@click.option(
    "-o",
    "--output",
    "folder",
    metavar="FOLDER",
    type=click.Path(),
    help="With --all: where to. A page is called by its role's id, and index.md lists them.",
)
@click.option(
    "--force", is_flag=True, help="With --all: replace files that are no pages of ladder's."
)
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    role: str | None,
    form: str,
    all_roles: bool,
    folder: str | None,
    force: bool,
) -> None:
    """Show a role: what it expects and develops, and where it leads.

    With what each expected level means: of the skill, in short, as ladder skills NAME tells it
    whole, or else in general, where the ladder tells it. And when the role develops what; which
    gates lie before it and behind it; and who gets into it.

    In Markdown it is a page for a wiki; "ladder show --all -o pages" writes one for each role, to
    which "ladder draw --link-template pages/{id}.md" can lead.

    \b
    Example:
      ladder show spm
    """
    if all_roles:
        if role is not None:
            raise Refused(f"--all is of every role; leave out {role}, or --all")
        if given(ctx, ["--format"]) and form != "markdown":
            raise Refused(f"--all writes pages in Markdown; leave out --format {form}")
        if folder is None:
            raise Refused("where to? Name a folder: ladder show --all -o pages")
        from cli.export.pages.folder import write_pages

        write_pages(open_ladder(), folder, force=force)
        return
    if folder is not None or force:
        raise Refused("-o and --force are of --all; of one role, write --format markdown > FILE")
    if role is None:
        raise Refused("which role? Name one, or write a page for each: ladder show --all -o pages")
    ladder = open_ladder()
    named = settled(ladder, [(find_role, role)])[find_role, role]
    _show(ladder, find_role(ladder, named), form)


def _show(ladder: Ladder, role: Role, form: str) -> None:
    if form == "json":
        say_json(_plain(ladder, role))
    elif form == "text":
        say(describe_role(ladder, role, look()))
    elif form == "markdown":
        from cli.export.pages.page import role_page
        from cli.io import STDOUT, write

        write(STDOUT, role_page(ladder, role).encode())
    else:
        from cli.export.tables.role import role_report
        from cli.export.tables.writers import give_report

        give_report(role_report(ladder, role), form)


def _plain(ladder: Ladder, role: Role) -> dict[str, object]:
    names = "from to kind months range requires source confidence"
    moves = [
        (move, {"transition": place} | plain(move, names))
        for place, move in enumerate(ladder.transitions)
    ]
    names = "id name aliases track rank about url expects develops develops_ranges"
    return {
        **{"format": 1, "ladder": ladder.name},
        **plain(role, f"{names} source confidence"),
        "expects_about": _texts(ladder, role),
        "levels_about": ladder.levels_about,
        "leads_to": [told for move, told in moves if ladder.leads(move, role.id)],
        "reached_from": [told for move, told in moves if move.to_role == role.id],
    }


def _texts(ladder: Ladder, role: Role) -> dict[str, str]:
    """What each expected level means, by skill id, where there is a text."""
    return {
        skill: text
        for skill, level in role.expects.items()
        if (text := ladder.skills[skill].levels.get(level))
    }
