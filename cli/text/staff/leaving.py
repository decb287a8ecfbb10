"""What is left when somebody leaves: who could follow, and which skills go."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from cli.output import Look, printable
from cli.text.layout import hang, paint, wrap
from cli.text.prose import in_one_line
from cli.text.words import levels
from graphs.staff.summary.groups import SMALLEST
from graphs.staff.summary.leaving import Gone, Leaving
from ladder import Ladder
from ladder.wording import listed

from .figures import group_name, people
from .people import nearest_lines, succession_lines


def describe_leaving(
    found: Leaving, nearest: Sequence[Sequence[Mapping[str, Any]]], ladder: Ladder, look: Look
) -> str:
    """Lay out who could follow into each role that is left, and what nobody holds then.

    ``nearest`` are for each of the roles those who have a way there, the nearest first.
    """
    who = listed([printable(in_one_line(one)) for one in found.ids], "and")
    verb = "leaves" if len(found.ids) == 1 else "leave"
    lines = wrap(paint(f"If {who} {verb}", bold=True), look.width)
    for one, rows in zip(found.followers, nearest, strict=True):
        role = ladder.roles[one.role].name
        head = f"Who could follow as {role}: {people(one.counted.people)} left"
        lines += ["", *wrap(paint(head, bold=True), look.width)]
        lines += succession_lines(one.counted, look)
        if rows:
            lines += ["", "Nearest:", *nearest_lines(rows, ladder, look)]
    for gone in told_of(found):
        lines += ["", *wrap(paint(title_of(gone), bold=True), look.width)]
        lines += _gone(gone, ladder, look)
    for told in too_small(found):
        lines += ["", *wrap(told, look.width)]
    return "\n".join(lines)


def told_of(found: Leaving) -> Iterator[Gone]:
    """Each group that is told of: those that are left, and then everybody."""
    yield from found.groups
    if found.everybody is not None:
        yield found.everybody


def title_of(gone: Gone) -> str:
    """What a group is called, and how many are left in it."""
    name = "everybody" if gone.name is None else group_name(gone.name)
    return f"Skills of {name}: {people(gone.people)} left"


def too_small(found: Leaving) -> Iterator[str]:
    """Say of which groups nothing is told."""
    names = [*map(group_name, found.small), *([] if found.everybody else ["all together"])]
    for name in names:
        yield (
            f"In {name} fewer than {SMALLEST} people are left: nothing is told of their skills "
            "without --small-groups."
        )


class Part(NamedTuple):
    """Skills that go in one way, by skill id: the level, and the highest that is left."""

    name: str
    title: str
    skills: dict[str, tuple[int, int]]


def parts_of(gone: Gone) -> list[Part]:
    """Skills that go, by what of them is left."""
    lost = gone.lost.items()
    parts = (
        Part("gone", "Nobody else holds at all", {k: both for k, both in lost if not both[1]}),
        Part("lower", "Nobody else holds at that level", {k: both for k, both in lost if both[1]}),
        Part("alone", "One person alone then holds", dict(gone.alone)),
    )
    return [part for part in parts if part.skills]


ENOUGH = "Two people or more still hold whatever goes."


def _gone(gone: Gone, ladder: Ladder, look: Look) -> Iterator[str]:
    parts = parts_of(gone)
    for part in parts:
        yield from wrap(f"{part.title}:", look.width)
        held = {skill: level for skill, (level, _) in part.skills.items()}
        yield from hang("  ", levels(ladder, held, look.glyphs), look.width)
    if not parts:
        yield from wrap(ENOUGH, look.width)
