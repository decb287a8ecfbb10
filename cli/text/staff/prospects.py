"""Where many people could go: for how many each role is the nearest, and who is nearest to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from cli.output import Look
from cli.text.layout import cells, hang, paint, wrap
from cli.text.words import duration
from ladder import Ladder


def describe_prospects(
    people: int,
    nearest: Mapping[str, int],
    roles: Sequence[tuple[str, Sequence[tuple[Any, int]]]],
    ladder: Ladder,
    look: Look,
) -> str:
    """Lay out the roles, with how many each is the nearest for, and the ids of those nearest to it.

    ``nearest`` has people by role id; ``roles`` have for each role id the ids and months of people.
    """
    head = f"{people:,} {'person' if people == 1 else 'people'}, and the roles nearest to them"
    lines = wrap(paint(head, bold=True), look.width)
    told = sorted(nearest.items(), key=lambda one: (-one[1], one[0]))
    names = [ladder.roles[role].name for role, _ in told]
    figures = [f"{number:,}" for _, number in told]
    wide = max(map(cells, names), default=0)
    right = max(map(len, figures), default=0)
    if told:
        lines += ["", paint("Nearest of all, and for how many", bold=True)]
    for name, figure in zip(names, figures, strict=True):
        lines.append(f"  {name}{' ' * (wide - cells(name))}  {figure:>{right}}")
    if any(theirs for _, theirs in roles):
        lines += ["", paint("Who is nearest to each", bold=True)]
    for role, theirs in roles:
        if theirs:
            lines.append(f"  {ladder.roles[role].name}")
            for months, some in groupby(theirs, key=lambda one: one[1]):
                when = "at once" if months == 0 else duration(months)
                those = f"{look.glyphs.between} ".join(str(who) for who, _ in some)
                lines += hang(f"    {when}  ", those, look.width)
    return "\n".join(lines)
