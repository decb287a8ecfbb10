"""``ladder ask``: the same answer as ``ladder path``, to a question in plain words."""

from __future__ import annotations

import click

from cli.answers import Question, answer
from cli.ask.roles import understand
from cli.ask.understand import Heard, listen
from cli.ladders import open_ladder
from cli.options.common import Form, form_options, ladder_option
from cli.options.path import Asker, person_options
from cli.output import remark
from cli.text.words import count, money
from ladder import Ladder
from ladder.wording import listed, quoted

INSTEAD = (
    "Where you stand can be said with --months-in-role, --skill and --person, and what you want "
    "of the way with --by, --via, --avoid, --without, --max-cost and --within."
)


@click.command("ask")
@click.argument("question", nargs=-1, required=True)
@person_options
@form_options
@ladder_option
def command(question: tuple[str, ...], asker: Asker, form: Form) -> None:
    """Answer a question in plain words.

    Ask as you would ask a person, with or without quotes. The way is found as ladder path finds
    it, and the same options say where you stand and what you wish. So may the question: "for two
    years", "6 months in", "with roadmapping at working level"; "within 36 months", "the cheapest
    way", "for at most USD 500", "via PM", "avoiding APM", "without the MBA". What of it is not used
    is said.

    \b
    Example:
      ladder ask "I am an analyst. How do I become a senior product manager?"
    """
    ladder = open_ladder()
    heard = listen(" ".join(question), ladder)
    asker, _ = asker.settled(ladder)
    person = asker.saying(heard.months_in_role, heard.skills).person(ladder)
    asked = understand(heard.rest, ladder, standing=person.role)
    asker = asker.wishing(heard.wished, ladder)
    asker.check(ladder, source=asked.source, target=asked.target)
    if taken := _taken(heard, ladder):
        remark(f"Understood: {taken}.")
    for doubt in heard.doubts:
        remark(doubt)
    if unused := (*heard.unused, *asked.unused):
        remark(f"Not used: {', '.join(map(quoted, unused))}. {INSTEAD}")
    answer(Question(ladder, *asked[:2], person, asker), form)


def _taken(heard: Heard, ladder: Ladder) -> str:
    """What the question was heard to say of the asker and of the way."""
    parts = [f"{ladder.skills[skill].name} at {level}" for skill, level in heard.skills]
    if heard.months_in_role is not None:
        parts.insert(0, f"{count(heard.months_in_role, 'month')} in the role")
    wished = heard.wished
    if by := wished.get("by"):
        parts.append(f"by {by}")
    for name, word, joined, known in (
        ("via", "through", "then", ladder.roles),
        ("avoid", "around", "and", ladder.roles),
        ("without", "without", "and", ladder.activities),
    ):
        if name in wished:
            parts.append(f"{word} {listed([known[one].name for one in wished[name]], joined)}")
    if "max_cost" in wished:
        parts.append(f"for {money(wished['max_cost'], ladder.currency)} at most")
    if "within" in wished:
        parts.append(f"within {count(wished['within'], 'month')}")
    return ", ".join(parts)
