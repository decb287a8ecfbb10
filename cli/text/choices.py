"""Several growth paths side by side, the first one being what the others are compared with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cli.output import Look
from graphs import Choices, GrowthPath

from .layout import hang, paint, tie, wrap
from .path import in_brackets, tied_totals
from .words import When, count, money, route

if TYPE_CHECKING:
    from graphs.plans.month import Month


def describe_paths(choices: Choices, look: Look, *, begins: Month | None = None) -> str:
    """List paths, the first one being what the others are compared with."""
    paths = choices.found
    lines: list[str] = []
    for place, path in enumerate(paths, 1):
        number = f"{place:>2}  "
        total = tied_totals(path, When(look.glyphs, begins))
        lines += hang(paint(number, bold=True), paint(total, bold=True), look.width)
        way = route(path.ladder, path.roles, look.glyphs)
        lines += hang(" " * len(number), way, look.width)
        if place > 1:
            told = difference(paths[0], path)
            lines += hang(" " * len(number), told, look.width)
        lines.append("")
    lines += wrap(proof_of_all(choices), look.width)
    return "\n".join(lines)


def difference(first: GrowthPath, other: GrowthPath, named: Callable[[str], str] = tie) -> str:
    """What a path takes more than the first one, and what it spares."""
    currency = first.ladder.currency
    months, moves = other.months - first.months, other.moves - first.moves
    cost = other.cost - first.cost
    amounts = [
        (months, count(abs(months), "month")),
        (moves, count(abs(moves), "move")),
        (cost, named(money(abs(cost), currency))),
    ]
    more = [words for amount, words in amounts if amount > 0]
    spared = [words for amount, words in amounts if amount < 0]
    learnt = {item.activity for item in other.learning}
    spared += [
        named(first.ladder.activities[item.activity].name)
        for item in first.learning
        if item.activity not in learnt
    ]
    parts = [f"{', '.join(more)} more"] if more else []
    if spared:
        parts.append(f"spares {', '.join(spared)}")
    return "; ".join(parts) or "as good, with other roles"


def proof_of_all(choices: Choices) -> str:
    """What is proven of several paths, and what their months are worth."""
    proven = "Proven under the rules of growth to be the best there are."
    if not choices.complete:
        proven = unproven(choices)
    ranged = next(filter(None, map(in_brackets, choices.found)), "")
    return f"{proven} Months are estimates{ranged}."


def unproven(choices: Choices) -> str:
    """What is not proven of several paths."""
    end = "The time limit ended the search"
    if all(path.optimal for path in choices.found):
        known = f"{end}: what stands here is proven, but there may be more."
    else:
        known = f"{end}: the last one is not proven to be the best, and there may be more."
    return f"{known} A longer --time-limit may help."
