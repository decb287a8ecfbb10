"""What is wrong or odd in ladder files, laid out rule by rule."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import click

from cli.checking import Checked, Note
from cli.output import Look, printable
from cli.text.layout import cells, hang, paint, rows, tie, wrap
from cli.text.words import count
from graphs import Rule
from graphs.lint.rules import UNSOUND
from ladder.wording import listed

MOST_SHOWN = 5
"""Findings of one rule, unless it is selected: one that cries often must not hide the others."""
INDENT = "    "
COLOURS = {"error": "red", "warning": "yellow"}


def describe_check(checked: Sequence[Checked], look: Look, whole: Collection[str] = ()) -> str:
    """Tell what was found, errors first."""
    checked = [one._replace(name=printable(one.name)) for one in checked]
    groups: dict[str, list[Note]] = {}
    for note in (note for one in checked for note in one.notes):
        groups.setdefault(note.rule.code, []).append(note)
    lines: list[str] = []
    for code in sorted(groups, key=lambda code: (groups[code][0].rule.severity, code)):
        lines += [*_group(groups[code], look, code in whole), ""]
    for one in checked:
        if not one.notes:
            lines += wrap(_sound(one), look.width)
        if one.ignored:
            codes = listed(sorted(set(one.ignored)), "and")
            lines += wrap(paint(f"{one.name} says to ignore {codes}.", dim=True), look.width)
        if one.left_out:
            lines += wrap(paint(_left_out(one), dim=True), look.width)
    if groups:
        lines += wrap(_total(groups), look.width)
    return "\n".join(lines)


def _group(notes: Sequence[Note], look: Look, whole: bool) -> Iterator[str]:
    rule = notes[0].rule
    shown = notes
    if rule is not UNSOUND:  # whose messages say all there is to say
        yield from _heading(rule, count(len(notes), rule.severity), look)
        yield ""
        if not whole and len(notes) > MOST_SHOWN + 1:
            shown = notes[:MOST_SHOWN]
    for note in shown:
        yield from _note(note, look.width)
    if more := len(notes) - len(shown):
        text = f"and {more} more; {tie(f'--select {rule.code}')} shows all"
        yield from hang(INDENT, paint(text, dim=True), look.width)


def _heading(rule: Rule, what: str, look: Look) -> Iterator[str]:
    head = f"{rule.code} {rule.name}"
    colour = COLOURS[rule.severity]
    yield from wrap(f"{paint(head, bold=True)}, {paint(what, fg=colour)}", look.width)
    for line in rows([("why", rule.why), ("mend", rule.mend)], look.width - 2):
        yield paint(f"  {line}", dim=True)


def _note(note: Note, width: int) -> Iterator[str]:
    """One finding; its place is never broken, so that an editor can jump to it."""
    rule, problem = note
    place = f"{printable(problem.file)}:{problem.line}:{problem.column}:"
    severity = click.style(rule.severity, fg=COLOURS[rule.severity])
    line, words = f"{place} {rule.code} {severity}", problem.message.split(" ")
    while words and cells(f"{line} {words[0]}") <= width:
        line = f"{line} {words.pop(0)}"
    yield line
    if words:
        yield from hang(INDENT, " ".join(words), width)


def _sound(one: Checked) -> str:
    assert one.ladder  # a file that is none has notes
    counts = [
        count(len(one.ladder.roles), "role"),
        count(len(one.ladder.skills), "skill"),
        count(len(one.ladder.transitions), "transition"),
        count(len(one.ladder.activities), "activity"),
    ]
    return f"{one.name}: no problems in {listed(counts, 'and')}"


def _left_out(one: Checked) -> str:
    are, shows = ("are", "shows them") if one.left_out > 1 else ("is", "shows it")
    return (
        f"Not shown {are} {count(one.left_out, 'finding')} in {one.borrowed} itself, which "
        f"{one.name} extends; {tie(f'ladder check {one.borrowed}')} {shows}."
    )


def _total(groups: dict[str, list[Note]]) -> str:
    severities = [note.rule.severity for notes in groups.values() for note in notes]
    counts = [
        count(severities.count(severity), severity)
        for severity in COLOURS
        if severity in severities
    ]
    told = listed(counts, "and")
    if set(groups) == {UNSOUND.code}:
        return f"{told}; what is odd is looked for once the file is sound."
    one = next(iter(groups)) if len(groups) == 1 else "CODE"
    return f"{told}. {tie(f'ladder check --explain {one}')} tells more."


def explain(rule: Rule, look: Look) -> str:
    """Tell all about a rule."""
    article = "an" if rule.severity == "error" else "a"
    rarely = "" if rule.by_default else ", looked for only when selected"
    lines = list(_heading(rule, f"{article} {rule.severity}{rarely}", look))
    for paragraph in rule.more.split("\n\n"):
        if paragraph.startswith(" "):  # an example, as it would stand in a file
            lines += ["", *_example(paragraph, look.width)]
        else:
            lines += ["", *wrap(" ".join(paragraph.split()), look.width)]
    return "\n".join(lines)


def _example(paragraph: str, width: int) -> Iterator[str]:
    for line in paragraph.split("\n"):
        words = line.lstrip(" ")
        yield from hang(" " * (len(line) - len(words)), paint(words, fg="cyan"), width)
