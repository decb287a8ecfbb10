"""Several growth paths side by side: what each takes, and how it differs from the first."""

from __future__ import annotations

from collections.abc import Sequence

from graphs import GrowthPath

from .layout import hang, paint, tie, wrap
from .look import Look
from .words import at_pace, count, duration, money


def describe_paths(paths: Sequence[GrowthPath], look: Look) -> str:
    """List paths, the first one being what the others are compared with.

    Parameters
    ----------
    paths : sequence of GrowthPath
        At least one.
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    lines: list[str] = []
    for place, path in enumerate(paths, 1):
        number = f"{place:>2}  "
        cost = money(path.cost, path.ladder.currency)
        months = duration(path.months, path.range, look.glyphs) + at_pace(path.ladder)
        total = f"{months}, {count(path.moves, 'move')}, {cost}"
        lines += hang(paint(number, bold=True), paint(total, bold=True), look.width)
        arrow = f" {look.glyphs.arrow}{tie(' ')}"
        route = arrow.join(tie(path.ladder.roles[role].name) for role in path.roles)
        lines += hang(" " * len(number), route, look.width)
        if place > 1:
            lines += hang(" " * len(number), _difference(paths[0], path), look.width)
        lines.append("")
    lines += wrap(_proof(paths), look.width)
    return "\n".join(lines)


def _difference(first: GrowthPath, other: GrowthPath) -> str:
    """What a path takes more than the first one, and what it spares."""
    currency = first.ladder.currency
    months, moves = other.months - first.months, other.moves - first.moves
    cost = other.cost - first.cost
    amounts = [
        (months, count(abs(months), "month")),
        (moves, count(abs(moves), "move")),
        (cost, money(abs(cost), currency)),
    ]
    more = [words for amount, words in amounts if amount > 0]
    spared = [words for amount, words in amounts if amount < 0]
    learnt = {item.activity for item in other.learning}
    spared += [
        tie(first.ladder.activities[item.activity].name)
        for item in first.learning
        if item.activity not in learnt
    ]
    parts = [f"{', '.join(more)} more"] if more else []
    if spared:
        parts.append(f"spares {', '.join(spared)}")
    return "; ".join(parts) or "as good, with other roles"


def _proof(paths: Sequence[GrowthPath]) -> str:
    ranges = ", in brackets those at a fast and at a slow pace" if paths[0].ranges else ""
    if all(path.optimal for path in paths):
        proven = "Proven under the rules of growth to be the best there are."
    else:
        proven = (
            "The time limit ended the search: the last one is not proven to be the best, and "
            "there may be more. A longer --time-limit may help."
        )
    return f"{proven} Months are estimates{ranges}."
