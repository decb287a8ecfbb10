"""``ladder check``: whether ladder files are sound, and what is odd about the ladders in them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from cli.errors import NO, Refused
from cli.ladders import NAMED, chosen
from cli.options.common import ladder_option, one_format_of
from cli.output import look, say, say_json
from ladder import UnreadableFile

if TYPE_CHECKING:
    from cli.checking import Checked

CODES = "CODES"


@click.command("check")
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option(
    "--select",
    metavar=CODES,
    multiple=True,
    help="Look only for these: codes, beginnings of codes or names, with commas, or ALL.",
)
@click.option("--ignore", metavar=CODES, multiple=True, help="Do not look for these.")
@click.option("--explain", metavar="CODE", help="Tell all about a code, and check nothing.")
@one_format_of(
    *("text", "json", "github"),
    about="For reading, for programs, or for annotations on a pull request.",
)
@ladder_option
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    explain: str | None,
    form: str,
) -> None:
    """Check ladder files: what is wrong, and what is odd.

    A file that is no ladder gets all its problems listed. In one that is, mistakes of sense are
    looked for, such as promotions that lead down or names that are nearly the same; each is an
    error or a warning with a code. Each comes as file:line:column, so that editors can jump to it.

    The list "ignore:" in a file, and --ignore, take codes away; what --select names is looked for
    even if the file ignores it. A role with "final: true" may lead nowhere. Exits with 0 if there
    is nothing or warnings alone, with 1 if there are errors, and with 2 if a file cannot be read at
    all.

    \b
    Example:
      ladder check ladder.yaml --ignore L505
    """
    if explain is not None:
        _explain(explain, form)
        return
    chosen_codes = _split(select), _split(ignore)
    names = files or (chosen(ctx.meta.get(NAMED), os.environ)[0],)
    checked, unreadable = _check(names, *chosen_codes)
    if checked or not unreadable:
        _show(checked, form, chosen_codes[0])
    if unreadable:
        raise Refused("\n".join(unreadable))
    if any(note.rule.severity == "error" for one in checked for note in one.notes):
        raise click.exceptions.Exit(NO)


def _check(
    names: Sequence[str], select: Sequence[str], ignore: Sequence[str]
) -> tuple[list[Checked], list[str]]:
    """Check each file, and say of which that cannot be done."""
    from cli.checking import check_file
    from graphs.lint.engine import selected

    selected(select, ignore)  # refuses what is no code before any file is read
    checked, unreadable = [], []
    for name in dict.fromkeys(names):
        if name == "-":
            unreadable.append("standard input is not read here; give the name of a file")
            continue
        try:
            checked.append(check_file(name, select, ignore))
        except UnreadableFile as error:
            unreadable.append(str(error))
    return checked, unreadable


def _show(checked: Sequence[Checked], form: str, select: Sequence[str]) -> None:
    from cli.checking import annotation, plain

    notes = [note for one in checked for note in one.notes]
    if form == "json":
        say_json([plain(note) for note in notes])
    elif form == "github":
        for note in notes:
            say(annotation(note))
    else:
        from cli.text.ladders.check import describe_check

        named = {text.lower() for text in select}
        whole = {
            note.rule.code for note in notes if named & {note.rule.code.lower(), note.rule.name}
        }
        say(describe_check(checked, look(), whole))


def _explain(text: str, form: str) -> None:
    from graphs.lint.engine import rule_named

    rule = rule_named(text)
    if form == "json":
        parts = ("code", "name", "severity", "by_default", "why", "mend", "more")
        say_json({"format": 1} | {part: getattr(rule, part) for part in parts})
        return
    from cli.text.ladders.check import explain

    say(explain(rule, look()))


def _split(values: Sequence[str]) -> list[str]:
    return [code for value in values for code in value.replace(",", " ").split()]
