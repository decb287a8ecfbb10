"""``ladder gap``: the skills between two roles."""

from __future__ import annotations

import click

from cli.answers import Question
from cli.ladders import open_ladder
from cli.options.common import DOCUMENTS, ladder_option, table_format_option
from cli.options.completion import complete_role
from cli.options.path import Asker, person_options
from cli.options.picture import PictureFile, picture_options
from cli.output import look, say, say_json
from graphs import gap


@click.command("gap")
@click.argument("roles", metavar="[FROM] TO", nargs=-1, required=True, shell_complete=complete_role)
@person_options
@picture_options(what="Draw the two profiles side by side, too", tables=True)
@table_format_option
@ladder_option
def command(
    roles: tuple[str, ...],
    asker: Asker,
    picture: PictureFile | None,
    table: str | None,
    form: str,
) -> None:
    """Compare the skills of two roles, or yours with a role's.

    What is held at the start, by you or by whoever has been in FROM for long, is set beside what
    TO expects; and, apart from that, beside what whoever has been in TO for long holds besides:
    what TO develops in the end, and what every gate into it asks for. Then, what each move on the
    best path asks for and is not held today, or why there is no path. At the end, what the levels
    to be gained mean, where the ladder tells it.

    Roles and options are those of ladder path.

    \b
    Example:
      ladder gap pm spm --skill mentoring=awareness
    """
    question = Question.of(open_ladder(), roles, asker)
    theme = picture.theme() if picture else None
    between = question.put_to(gap)
    if picture and theme:
        from graphs import profiles

        picture.write(profiles(between, theme=theme, width=picture.width), theme)
    if table or form in DOCUMENTS:
        from cli.export.tables.gap import gap_report
        from cli.export.tables.writers import give_report

        give_report(gap_report(between), form, table)
    if form == "json":
        say_json(between.to_dict())
    elif form == "text":
        from cli.text.gap import describe_gap

        say(describe_gap(between, look()))
