"""How far many people are from a role, counted: in a table, and those who are nearest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from cli.output import Glyphs, Look
from cli.text.layout import paint, wrap
from cli.text.words import USUAL, duration, levels
from graphs.staff.summary.succession import HORIZONS, Group, Succession
from ladder import Ladder

from .figures import TOO_FEW, group_name, named, people, table, together, totals

NEAREST = 10
"""People who are told one by one."""


def horizons(glyphs: Glyphs = USUAL) -> list[str]:
    """Months that are counted together.

    >>> horizons()
    ['1–12', '13–24', '25–36']
    """
    return [f"{before + 1}{glyphs.dash}{most}" for before, most in pairwise(HORIZONS)]


def describe_succession(
    found: Succession, target: str, rows: Sequence[Mapping[str, Any]], ladder: Ladder, look: Look
) -> str:
    """Lay out how many people are how far, by group if asked, and who is nearest.

    ``rows`` are those who have a way and are not there yet, the nearest first.
    """
    name = ladder.roles[target].name
    head = f"{people(found.people)} and the way to {name}"
    lines = wrap(paint(head, bold=True), look.width)
    lines += ["", *succession_lines(found, look)]
    if rows:
        lines += ["", paint("Nearest", bold=True), *nearest_lines(rows, ladder, look)]
    return "\n".join(lines)


def succession_lines(found: Succession, look: Look) -> list[str]:
    """How many are how far, by group if asked."""
    if found.everybody is None:
        return wrap(TOO_FEW, look.width)
    lines = [*totals(_counted(found.everybody, look.glyphs))]
    if found.by is not None:
        lines += ["", *table(_groups(found, look.glyphs), look.width)]
        spans = ", ".join(horizons(look.glyphs))
        lines += ["", *wrap(f"{spans}: months until they are there.", look.width)]
        for remark in together([group.name for group in found.groups]):
            lines += wrap(remark, look.width)
    return lines


def _counted(group: Group, glyphs: Glyphs) -> dict[str, int]:
    """What is told of everybody; what was not decided only where there is any."""
    soon = ("At once", *(f"In {months} months" for months in horizons(glyphs)))
    told = {"In the role already": group.incumbents}
    told |= dict(zip(soon, group.within, strict=True))
    told |= {"Later": group.later, "No way": group.no_way}
    return told | ({"Not decided in time": group.undecided} if group.undecided else {})


def _groups(found: Succession, glyphs: Glyphs) -> list[list[str]]:
    """Heads, and a row for each group."""
    odd = ["Open"] if any(group.undecided for group in found.groups) else []
    heads = ["People", "In it", "Now", *horizons(glyphs), "Later", "No way", *odd]
    rows = [[group_name(found.by), *heads]]
    for group in found.groups:
        figures = [group.people, group.incumbents, *group.within, group.later, group.no_way]
        figures += [group.undecided] if odd else []
        rows.append([group_name(group.name, group.groups), *(f"{one:,}" for one in figures)])
    return rows


def nearest_lines(rows: Sequence[Mapping[str, Any]], ladder: Ladder, look: Look) -> Iterator[str]:
    """Tell of each person: how long, by which next move, and what it lacks."""
    for row in rows[:NEAREST]:
        soon = duration(row["months"]) if row["months"] else "at once"
        text = f"{soon}, next {ladder.roles[row['next']].name}"
        if row["ready"]:
            text += ", open today"
        elif row["lacking"]:
            pairs = (item.split("=") for item in row["lacking"].split("; "))
            text += f"; lacks {levels(ladder, {k: int(v) for k, v in pairs}, look.glyphs)}"
        yield from named(str(row["id"]), text, look.width)
