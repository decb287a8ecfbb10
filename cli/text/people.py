"""How far many people are from a role, counted: in a table, and those who are nearest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cli.output import Look
from graphs.staff.succession import HORIZONS, SMALLEST, Group, Succession
from ladder import Ladder

from .layout import cells, hang, paint, wrap
from .words import count, duration, levels

NEAREST = 10
"""People who are told one by one."""

_SOON = ("At once", *(f"Within {most} months" for most in HORIZONS[1:]))


def counted(group: Group) -> dict[str, int]:
    """What is told of a group, by its heading; what went wrong only where it did."""
    told = dict(zip(_SOON, group.within, strict=True))
    told |= {"Later": group.later, "No way": group.no_way}
    odd = {"Not decided in time": group.undecided, "Not read": group.unread}
    return told | {head: number for head, number in odd.items() if number}


def describe_succession(
    found: Succession, target: str, rows: Sequence[Mapping[str, Any]], ladder: Ladder, look: Look
) -> str:
    """Lay out how many people are how far, by group if asked, and who is nearest.

    ``rows`` are those who have a way and are not there yet, the nearest first.
    """
    name = ladder.roles[target].name
    number = found.everybody.people
    head = f"{number:,} {'person' if number == 1 else 'people'} on the way to {name}"
    lines = wrap(paint(head, bold=True), look.width)
    lines += ["", *_table(_totals(found.everybody))]
    if found.by is not None:
        lines += ["", *_table(group_table(found))]
        if any(group.name is None for group in found.groups):
            lines += ["", *wrap(f"Groups of fewer than {SMALLEST} stand together.", look.width)]
    if rows:
        lines += ["", paint("Nearest", bold=True)]
        for row in rows[:NEAREST]:
            lines += _nearest(row, ladder, look)
    return "\n".join(lines)


def _totals(group: Group) -> list[list[str]]:
    return [[head, f"{number:,}"] for head, number in counted(group).items()]


def group_table(found: Succession) -> list[list[str]]:
    """Headings, and a row for each group."""
    heads = ["Now", *map(str, HORIZONS[1:]), "Later", "No way"]
    odd = any(group.undecided or group.unread for group in found.groups)
    table = [[found.by or "", "People", *heads, *(["Unknown"] if odd else [])]]
    for group in found.groups:
        name = group.name if group.name is not None else count(group.groups, "small group")
        figures = [group.people, *group.within, group.later, group.no_way]
        figures += [group.undecided + group.unread] if odd else []
        table.append([name or "(none)", *(f"{number:,}" for number in figures)])
    return table


def _table(table: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lay rows out, names to the left and figures to the right."""
    widths = [max(map(cells, column)) for column in zip(*table, strict=True)]
    for row in table:
        first, *rest = row
        figures = "".join(
            f"  {' ' * (width - cells(cell))}{cell}"
            for cell, width in zip(rest, widths[1:], strict=True)
        )
        yield f"{first}{' ' * (widths[0] - cells(first))}{figures}"


def _nearest(row: Mapping[str, Any], ladder: Ladder, look: Look) -> Iterator[str]:
    """Tell of one person: how long, by which next move, and what it lacks."""
    move = ladder.roles[row["next"]].name
    text = f"{duration(row['months'])}, next {move}"
    if row["ready"]:
        text += ", open today"
    elif row["lacking"]:
        pairs = (item.split("=") for item in row["lacking"].split("; "))
        text += f"; lacks {levels(ladder, {k: int(v) for k, v in pairs}, look.glyphs)}"
    yield from hang(f"  {row['id']}  ", text, look.width)
