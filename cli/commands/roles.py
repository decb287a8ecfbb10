"""``ladder roles``: the roles of a ladder."""

from __future__ import annotations

import click

from cli.ladders import open_ladder
from cli.options.common import ladder_option, table_format_option
from cli.output import look, plain, say, say_json
from ladder import Ladder


@click.command("roles")
@table_format_option
@ladder_option
def command(form: str) -> None:
    """List the roles by track, with the names that they go by.

    \b
    Example:
      ladder roles --ladder uk-digital-and-data
    """
    ladder = open_ladder()
    if form == "json":
        say_json(_plain(ladder))
    elif form == "text":
        from cli.text.tables import role_table

        say(role_table(ladder, look()))
    else:
        from cli.export.tables.lists import roles_report
        from cli.export.tables.writers import give_report

        give_report(roles_report(ladder), form)


def _plain(ladder: Ladder) -> dict[str, object]:
    roles = [plain(role, "id name aliases track rank url") for role in ladder.roles.values()]
    return {"format": 1, "ladder": ladder.name, "roles": roles}
