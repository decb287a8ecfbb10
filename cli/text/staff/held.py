"""Skills of many people: a map of levels by group, who alone holds one, and what is lacking."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from cli.output import Look
from cli.text.layout import cells, hang, paint, tie, wrap
from cli.text.skills.groups import by_group
from cli.text.words import count, levels
from graphs.staff.summary.held import Group, HeldSkills
from ladder import Ladder

from .figures import GAP, LEAST_NAME, TOO_FEW, group_name, named, people, together

MOST_LACKING = 8
"""Skills of a group that are told as lacking; tables have all."""


def describe_held(found: HeldSkills, look: Look) -> str:
    """Lay out which level of each skill half of a group holds, and what else is to be known."""
    head = f"Skills of {people(found.people)}"
    lines = wrap(paint(head, bold=True), look.width)
    if found.everybody is None:
        return "\n".join([*lines, "", *wrap(TOO_FEW, look.width)])
    lines += ["", *_map(found, look)]
    lines += ["", *wrap(how_to_read(found.ladder), look.width)]
    for remark in together([group.name for group in found.groups]):
        lines += wrap(remark, look.width)
    alone = [(group, group.alone) for group in found.all_groups]
    if any(held for _, held in alone):
        lines += ["", paint("One person alone holds", bold=True)]
        for group, held in alone:
            if held:
                lines += _of_group(group, levels(found.ladder, held, look.glyphs), found, look)
    lines += ["", *wrap(paint(next_steps(found), bold=True), look.width)]
    for group in found.all_groups:
        lines += _of_group(group, lacking(group, found.ladder), found, look)
    return "\n".join(lines)


def how_to_read(ladder: Ladder) -> str:
    """What the figures of the map are."""
    names = ", ".join(tie(f"{place} {name}") for place, name in enumerate(ladder.levels, 1))
    return f"The level that at least half of a group hold: {names}."


def next_steps(found: HeldSkills) -> str:
    """What is lacking for what."""
    if found.to is None:
        return "Lacking for the next promotion"
    return f"Lacking for the next move to {found.ladder.roles[found.to].name}"


def lacking(group: Group, ladder: Ladder) -> str:
    """What most people of a group lack."""
    told = [
        tie(f"{ladder.skills[skill].name} {lack.people:,}") for skill, lack in group.lacking.items()
    ]
    more = len(told) - MOST_LACKING
    if more > 1:
        told[MOST_LACKING:] = [f"and {more} more skills"]
    of = f"of {people(group.stepping)} with a next step"
    return f"{of}: {', '.join(told)}" if told else f"{of}, nobody lacks anything"


def _of_group(group: Group, text: str, found: HeldSkills, look: Look) -> Iterator[str]:
    if found.by is None:
        yield from hang("  ", text, look.width)
    else:
        yield from named(_name(group, found), text, look.width)


def _name(group: Group, found: HeldSkills) -> str:
    return "Everybody" if group is found.everybody else group_name(group.name, group.groups)


def _map(found: HeldSkills, look: Look) -> Iterator[str]:
    """A line for each skill, and a column for each group, by number where there are several."""
    ladder = found.ladder
    widths = max((cells(ladder.skills[skill].name) for skill in found.skills), default=0)
    column = max(len(str(len(found.groups))), 1) + GAP
    room = min(widths + GAP, max(LEAST_NAME, look.width - column * len(found.all_groups)))
    shown = max(1, (look.width - room) // column - 1)
    groups = found.groups if len(found.groups) <= shown else found.groups[:shown]
    columns = [*groups, *([found.everybody] if found.everybody else [])]
    if found.by is not None:
        for number, group in enumerate(groups, 1):
            told = f"{group_name(group.name, group.groups)}, {people(group.people)}"
            yield from hang(f"{number:>{column - GAP}}  ", told, look.width)
        mark = "=" * (column - GAP)
        yield from hang(f"{mark}  ", "everybody", look.width)
        if more := len(found.groups) - len(groups):
            told = f"{count(more, 'more group')}: in the table and the picture."
            yield from wrap(told, look.width)
        yield ""
        heads = [*map(str, range(1, len(groups) + 1)), mark]
        yield " " * room + "".join(f"{head:>{column}}" for head in heads)
    grouped = by_group(ladder, dict.fromkeys(found.skills, 0))
    for title, skills in grouped.items():
        if title:
            yield ""
            yield from wrap(paint(title, bold=True), look.width)
        for skill in skills:
            *above, last = wrap(ladder.skills[skill].name, room - GAP)
            yield from above
            figures = (str(group.level(skill) or "-") for group in columns)
            told = "".join(f"{one:>{column}}" for one in figures)
            yield f"{last}{' ' * (room - cells(last))}{told}"


def describe_people(
    ladder: Ladder, rows: Sequence[tuple[str, Mapping[str, int]]], look: Look
) -> str:
    """List what each person holds, by id."""
    lines: list[str] = []
    for identifier, held in rows:
        text = levels(ladder, held, look.glyphs) if held else "holds no skill"
        lines += named(identifier, text, look.width)
    return "\n".join(lines)
