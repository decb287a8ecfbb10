"""``ladder reach``: which roles can be reached, and how soon; or which are open to skills alone."""

from __future__ import annotations

import click

from cli.answers import answer_survey
from cli.errors import Refused
from cli.ladders import open_ladder
from cli.options.common import DOCUMENTS, given, ladder_option, table_format_option
from cli.options.completion import complete_role
from cli.options.path import Asker, reach_options
from cli.options.picture import PictureFile, picture_options
from cli.options.selection import Style, style_options
from cli.output import look, say, say_json, waiting
from graphs import openings, reach
from ladder import Ladder, Person, find_role
from ladder.wording import listed

OF_A_ROLE = ("--months-in-role", "--avoid", "--max-cost", "--within", "--output")
"""Options that say nothing where no role is left."""


@click.command("reach")
@click.argument("role", metavar="[FROM]", required=False, shell_complete=complete_role)
@reach_options
@picture_options(
    what="Draw a picture of it, too, shaded by time, with open and closed gates", tables=True
)
@style_options
@table_format_option
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    role: str | None,
    asker: Asker,
    picture: PictureFile | None,
    table: str | None,
    style: Style,
    form: str,
) -> None:
    """Find every role that can be reached from one, and how soon.

    The table has for each the months, the moves and the cost of the shortest growth path, the
    soonest first. FROM may be left out where the person's file names the role.

    Without any role, but with skills: which roles are open to these alone, what the nearest ones
    lack, and how long it takes to learn that.

    The picture says of each gate whether it is open today, and what the moves out of your role
    lack.

    \b
    Example:
      ladder reach analyst --within 36
    """
    ladder = open_ladder()
    asker, roles = asker.settled(ladder, *([] if role is None else [role]))
    source = find_role(ladder, roles[0]).id if roles else None
    person = asker.person(ladder)
    if source or person.role:
        asker.check(ladder, source=source or person.role)
        with waiting("Looking for ways") as progress:
            found = reach(
                ladder,
                source or person.role or "",
                person=person,
                **asker.wishes_for(reach),
                progress=progress,
            )
        answer_survey(found, form, picture, style, table)
    elif asker.skills or asker.file:
        if idle := [one for one in given(ctx, OF_A_ROLE) if not (table and one == "--output")]:
            raise Refused(f"{listed(idle, 'and')} can be asked only of a role; give FROM")
        if person.months_in_role is not None:
            raise Refused(f"{asker.file}: months_in_role says nothing without a role")
        _openings(ladder, person, asker, form, table)
    else:
        raise Refused(
            "from which role? Give FROM, or with --person a file that names your role; "
            "or only skills, each with --skill NAME=LEVEL"
        )


def _openings(ladder: Ladder, person: Person, asker: Asker, form: str, table: str | None) -> None:
    with waiting("Asking gate by gate") as progress:
        found = openings(ladder, person, **asker.wishes_for(openings), progress=progress)
    if table or form in DOCUMENTS:
        from cli.export.tables.surveys import openings_report
        from cli.export.tables.writers import give_report

        give_report(openings_report(found), form, table)
    if form == "json":
        say_json(found.to_dict())
    elif form == "text":
        from cli.text.survey import describe_openings

        say(describe_openings(found, look()))
