"""``ladder into``: from where one gets into a role, and how soon."""

from __future__ import annotations

import click

from cli.answers import answer_survey
from cli.ladders import open_ladder
from cli.options.common import ladder_option, table_format_option
from cli.options.completion import complete_role
from cli.options.path import Asker, into_options
from cli.options.picture import PictureFile, picture_options
from cli.options.selection import Style, style_options
from cli.output import waiting
from graphs import into
from ladder import find_role


@click.command("into")
@click.argument("role", shell_complete=complete_role)
@into_options
@picture_options(what="Draw a picture of it, too, shaded by time", tables=True)
@style_options
@table_format_option
@ladder_option
def command(
    role: str,
    asker: Asker,
    picture: PictureFile | None,
    table: str | None,
    style: Style,
    form: str,
) -> None:
    """Find from which roles one gets into a role, and how soon.

    In each of them stands somebody who has been in it for long. The table has for each the months,
    the moves and the cost of the shortest growth path, the soonest first.

    \b
    Example:
      ladder into pm --within 24
    """
    ladder = open_ladder()
    asker, (role,) = asker.settled(ladder, role)
    target = find_role(ladder, role).id
    asker.check(ladder, target=target)
    with waiting("Asking role by role") as progress:
        found = into(ladder, target, **asker.wishes_for(into), progress=progress)
    answer_survey(found, form, picture, style, table)
