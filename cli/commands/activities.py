"""``ladder activities``: the ways to grow outside the job."""

from __future__ import annotations

import click

from cli.ladders import open_ladder
from cli.options.common import ladder_option, table_format_option
from cli.output import look, plain, say, say_json
from cli.text.activities import describe_activities
from ladder import Ladder


@click.command("activities")
@table_format_option
@ladder_option
def command(form: str) -> None:
    """List the activities: the ways to grow outside the job.

    With what each takes, gives and asks. Their ids and names are what a person's file may list
    under done and learning.

    \b
    Example:
      ladder activities --format json
    """
    ladder = open_ladder()
    if form == "json":
        say_json(_plain(ladder))
    elif form == "text":
        say(describe_activities(ladder, look()))
    else:
        from cli.export.tables.lists import activities_report
        from cli.export.tables.writers import give_report

        give_report(activities_report(ladder), form)


def _plain(ladder: Ladder) -> dict[str, object]:
    names = "id name kind months range cost requires develops about url source confidence"
    activities = [plain(activity, names) for activity in ladder.activities.values()]
    about = {"format": 1, "ladder": ladder.name, "currency": ladder.currency}
    return about | {"activities": activities}
