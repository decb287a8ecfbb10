"""``ladder next``: what to begin now, what may wait, and what would save most."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.answers import Question, refuse
from cli.ladders import open_ladder
from cli.options.common import Form, ladder_option, start_option, table_format_option
from cli.options.completion import complete_role
from cli.options.path import Asker, next_options
from cli.output import look, say, say_json, waiting
from graphs import NoGrowthPath, SearchLimit, next_steps

if TYPE_CHECKING:
    from graphs.plans.month import Month


@click.command("next")
@click.argument("roles", metavar="[FROM] TO", nargs=-1, required=True, shell_complete=complete_role)
@next_options
@table_format_option
@start_option
@ladder_option
def command(roles: tuple[str, ...], asker: Asker, form: str, begins: Month | None) -> None:
    """Say what to do next on the way to a role.

    What may be begun this month so that no month is lost later; how long each activity of the way
    may wait, while every move stays in its month; and which single changes would save most months:
    each skill one level up, and each activity done already that could be begun today.

    Roles and options are those of ladder path, but what counts is always months. The time limit is
    for all of it.

    \b
    Example:
      ladder next analyst spm --months-in-role 6 --start 2027-01
    """
    question = Question.of(open_ladder(), roles, asker)
    try:
        with waiting("Trying changes") as told:
            steps = question.put_to(next_steps, progress=told)
    except (NoGrowthPath, SearchLimit) as refusal:
        refuse(question, refusal, Form(form, begins))
    if form == "json":
        from cli.export.plan_json import dated

        say_json(dated(steps.to_dict(), begins))
        return
    if form == "text":
        from cli.text.next_steps import describe_next

        say(describe_next(steps, look(), begins=begins))
        return
    from cli.export.tables.next_steps import next_report
    from cli.export.tables.writers import give_report

    give_report(next_report(steps, begins=begins), form)
