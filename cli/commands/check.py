"""``ladder check``: whether a ladder file is sound."""

from __future__ import annotations

import os

import click

from cli.errors import NO, Refused
from cli.ladders import NAMED, chosen, read
from cli.options import format_option, ladder_option
from cli.terminal import say, say_json
from cli.words import count
from ladder import FileProblems, Ladder
from ladder.wording import listed


@click.command("check")
@click.argument("file", required=False, type=click.Path())
@format_option
@ladder_option
@click.pass_context
def command(ctx: click.Context, file: str | None, form: str) -> None:
    """Check a ladder file, and list all that is wrong with it.

    Each problem comes as file:line:column, so that editors can jump to it. Exits with 0 if there
    is none, with 1 if there are some, and with 2 if the file cannot be read at all.

    \b
    Example:
      ladder check ladder.yaml
    """
    if file == "-":
        raise Refused("standard input is not read here; give the name of a file")
    name = file or chosen(ctx.meta.get(NAMED), os.environ)[0]
    try:
        ladder = read(name)
    except FileProblems as wrong:
        say_json(_plain(name, wrong)) if form == "json" else say(str(wrong))
        raise click.exceptions.Exit(NO) from None
    say_json(_plain(name)) if form == "json" else say(_sound(name, ladder))


def _sound(name: str, ladder: Ladder) -> str:
    counts = [
        count(len(ladder.roles), "role"),
        count(len(ladder.skills), "skill"),
        count(len(ladder.transitions), "transition"),
        count(len(ladder.activities), "activity"),
    ]
    return f"{name}: no problems in {listed(counts, 'and')}"


def _plain(name: str, wrong: FileProblems | None = None) -> dict[str, object]:
    problems = [
        {
            "file": problem.file,
            "line": problem.line,
            "column": problem.column,
            "message": problem.message,
        }
        for problem in (wrong.problems if wrong else ())
    ]
    return {"format": 1, "file": name, "problems": problems}
