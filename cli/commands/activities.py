"""``ladder activities``: the ways to grow outside the job."""

from __future__ import annotations

from collections.abc import Iterable

import click

from cli.errors import NO
from cli.ladders import open_ladder
from cli.naming import searched
from cli.options.common import ladder_option, table_format_option
from cli.options.completion import complete_activity
from cli.output import look, plain, say, say_json
from cli.text.activities import describe_activities
from ladder import Activity, Ladder, find_activity
from ladder.searching import search_activities


@click.command("activities")
@click.argument("words", nargs=-1, shell_complete=complete_activity)
@table_format_option
@ladder_option
def command(words: tuple[str, ...], form: str) -> None:
    """List the activities: the ways to grow outside the job.

    With what each takes, gives and asks. Their ids and names are what a person's file may list
    under done and learning.

    With WORDS, those that hold all of them: in name or kind, or in what they are. A word may be
    the beginning of one, and stand in the singular or the plural.

    \b
    Example:
      ladder activities course
    """
    ladder = open_ladder()
    activities = list(ladder.activities.values())
    if words:
        activities = searched(ladder, words, search_activities, find_activity)
    if form == "json":
        say_json(_plain(ladder, activities))
    elif form != "text":
        from cli.export.tables.lists import activities_report
        from cli.export.tables.writers import give_report

        give_report(activities_report(ladder, activities), form)
    elif activities:
        say(describe_activities(ladder, look(), activities))
    elif not words:
        say("There are no activities in this ladder.")
    if words and not activities:
        raise click.exceptions.Exit(NO)


def _plain(ladder: Ladder, activities: Iterable[Activity]) -> dict[str, object]:
    names = "id name kind months range cost requires develops about url source confidence"
    about = {"format": 1, "ladder": ladder.name, "currency": ladder.currency}
    return about | {"activities": [plain(activity, names) for activity in activities]}
