"""``ladder roles``: the roles of a ladder."""

from __future__ import annotations

from collections.abc import Iterable

import click

from cli.errors import NO
from cli.ladders import open_ladder
from cli.naming import searched
from cli.options.common import ladder_option, table_format_option
from cli.options.completion import complete_role
from cli.output import look, plain, say, say_json
from ladder import Ladder, Role, find_role
from ladder.searching import search_roles


@click.command("roles")
@click.argument("words", nargs=-1, shell_complete=complete_role)
@table_format_option
@ladder_option
def command(words: tuple[str, ...], form: str) -> None:
    """List the roles by track, with the names that they go by.

    With WORDS, those that hold all of them: in their names, in what they are, or in the name of
    their track. A word may be the beginning of one, and stand in the singular or the plural.

    \b
    Example:
      ladder roles senior data --ladder uk-digital-and-data
    """
    ladder = open_ladder()
    roles = list(ladder.roles.values())
    if words:
        roles = searched(ladder, words, search_roles, find_role)
    if form == "json":
        say_json(_plain(ladder, roles))
    elif form != "text":
        from cli.export.tables.lists import roles_report
        from cli.export.tables.writers import give_report

        give_report(roles_report(ladder, roles), form)
    elif roles:
        from cli.text.tables import role_table

        say(role_table(ladder, look(), roles, " ".join(words)))
    if words and not roles:
        raise click.exceptions.Exit(NO)


def _plain(ladder: Ladder, roles: Iterable[Role]) -> dict[str, object]:
    told = [plain(role, "id name aliases track rank url") for role in roles]
    return {"format": 1, "ladder": ladder.name, "roles": told}
