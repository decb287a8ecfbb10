"""``ladder ask``: the same answer as ``ladder path``, to a question in plain words."""

from __future__ import annotations

import click

from cli.answering import Question, answer
from cli.ladders import open_ladder
from cli.options import format_option, ladder_option, person_options
from cli.question import understand
from cli.standing import Asker


@click.command("ask")
@click.argument("question", nargs=-1, required=True)
@person_options
@format_option
@ladder_option
def command(question: tuple[str, ...], asker: Asker, form: str) -> None:
    """Answer a question in plain words.

    Ask as you would ask a person, with or without quotes. The way is found as ladder path finds
    it, and the same options say where you stand.

    \b
    Example:
      ladder ask "I am an analyst. How do I become a senior product manager?"
    """
    ladder = open_ladder()
    person = asker.person(ladder)
    source, target = understand(" ".join(question), ladder, standing=person.role)
    answer(Question(ladder, source, target, person, asker.by, asker.time_limit), form)
