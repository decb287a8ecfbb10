"""Transitions and their gates in full, for tooltips."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ladder import Ladder, Transition

from .labels import by_weight
from .marks import Marks
from .text import isolated, tooltip_text
from .wording import counted


def asked(months: int, requires: Mapping[str, int], ladder: Ladder) -> list[str]:
    """All that a gate asks, a line each: the months to be served, and each skill with its level.

    Parameters
    ----------
    months : int
        To be served.
    requires : mapping of str to int
    ladder : Ladder

    Returns
    -------
    list of str

    Examples
    --------
    >>> from ladder import bundled
    >>> asked(12, {"roadmapping": 2, "leadership": 3}, bundled("product-management"))
    ['after 12 months', 'Leadership: practitioner', 'Roadmapping: working']
    """
    served = [f"after {counted(months, 'month')}"] if months else []
    return served + named(requires, ladder)


def named(levels: Mapping[str, int], ladder: Ladder) -> list[str]:
    """Skills with their levels, a line each, the highest level first.

    Parameters
    ----------
    levels : mapping of str to int
        By skill id.
    ladder : Ladder

    Returns
    -------
    list of str
    """
    return [
        f"{isolated(ladder.skills[skill].name)}: {isolated(ladder.level_name(level))}"
        for skill, level in by_weight(levels, ladder)
    ]


def told_of_moves(moves: Iterable[tuple[int, Transition]], ladder: Ladder, marks: Marks) -> str:
    """Tooltip of transitions; what several of them ask alike is told once.

    Parameters
    ----------
    moves : iterable of (int, Transition)
        Each with its place in the file.
    ladder : Ladder
    marks : Marks
        What else is said of them.

    Returns
    -------
    str
    """
    alike: dict[tuple[str, ...], list[str]] = {}
    for place, item in moves:
        ends = (isolated(ladder.roles[end].name) for end in (item.from_role, item.to_role))
        below = (*asked(item.months, item.requires, ladder), *marks.told_of_move(place, item))
        head = f"{' → '.join(ends)} ({isolated(item.kind)})"
        alike.setdefault(below, []).append(head)
    return tooltip_text(*(line for below, heads in alike.items() for line in (*heads, *below)))
