"""Several growth paths side by side: what each takes, and how it differs from the first.

A growth path, laid out for the person who is to walk it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cli.output import Look
from graphs import Choices, GrowthPath
from graphs.pace import pace_in_words

from .layout import cells, hang, paint, tie, wrap
from .stays import describe_gate, describe_stay
from .story import DOUBT, Story
from .words import IN_BRACKETS, When, count, duration, money

if TYPE_CHECKING:
    from graphs.plans.month import Month

LEAST = {"months": "is shorter", "moves": "has fewer moves", "cost": "costs less"}
"""What no better way is, by what was to be least."""


def describe_path(
    path: GrowthPath, look: Look, *, by: str = "months", begins: Month | None = None
) -> str:
    """The whole answer: the route and its total, every stay and gate, and what it all rests on.

    Several lines, with colours.
    """
    if path.source == path.target and not path.months:
        return f"You are there already: {path.ladder.roles[path.target].name}."
    story = Story.of(path, look, begins)
    lines = [*headline(path, look, begins), ""]
    for place, stay in enumerate(path.stays):
        lines += describe_stay(story, place)
        if stay.move is not None:
            lines += describe_gate(story, place, stay.move)
    lines += ["", *_proof(path, by, look), *wrap(basis(path), look.width)]
    return "\n".join(lines)


def headline(path: GrowthPath, look: Look, begins: Month | None = None) -> list[str]:
    """The route, and behind or below it what it takes."""
    arrow = f" {look.glyphs.arrow}{tie(' ')}"
    route = paint(arrow.join(tie(path.ladder.roles[role].name) for role in path.roles), bold=True)
    total = tied_totals(path, When(look.glyphs, begins))
    one_line = f"{route}{look.glyphs.between} {total}"
    if cells(one_line) <= look.width:
        return wrap(one_line, look.width)
    return [*wrap(route, look.width), *wrap(total, look.width)]


def tied_totals(path: GrowthPath, when: When) -> str:
    """What a path takes, so that a line is broken between two parts of it.

    As `cli.layout.wrap` takes it.
    """
    return tie(totals(path, when)).replace(tie(", "), ", ")


def totals(path: GrowthPath, when: When, named: Callable[[str], str] = str) -> str:
    """What a path takes, and from when to when, where that is known."""
    months = duration(path.months, path.range, when.glyphs) + pace_in_words(path.ladder)
    if when.begins is not None and path.months:
        months += f", {when.spoken([(0, path.months)])}"
    cost = named(money(path.cost, path.ladder.currency))
    return f"{months}, {count(path.moves, 'move')}, {cost}"


def _proof(path: GrowthPath, by: str, look: Look) -> list[str]:
    colour = {} if path.optimal else {"fg": "yellow"}
    return wrap(paint(proof(path, by), **colour), look.width)


def proof(path: GrowthPath, by: str) -> str:
    """What is proven of a path."""
    if path.optimal:
        return f"Proven: under the rules of growth, no way there {LEAST[by]}."
    known = f"that none {LEAST[by]} is not proven"
    if by == "months" and path.bound:
        known = f"proven is only that none takes less than {duration(path.bound)}"
    return f"The time limit ended the search. This is the best path found so far; {known}."


def basis(path: GrowthPath) -> str:
    """What the figures are worth."""
    weak = f" What is marked {DOUBT} rests on low confidence." if _doubtful(path) else ""
    return f"All months are estimates{in_brackets(path)}.{weak}"


def in_brackets(path: GrowthPath) -> str:
    """What stands in brackets beside its months, behind a word on them.

    Empty, where it has no ranges.
    """
    return IN_BRACKETS if path.range else ""


def _doubtful(path: GrowthPath) -> bool:
    """Whether anything on the way rests on low confidence."""
    ladder = path.ladder
    confidence = [
        ladder.transitions[stay.move.transition].confidence for stay in path.stays if stay.move
    ]
    confidence += [ladder.roles[stay.role].confidence for stay in path.stays if stay.develops]
    confidence += [ladder.activities[one.activity].confidence for one in path.learning]
    return "low" in confidence


def describe_paths(choices: Choices, look: Look, *, begins: Month | None = None) -> str:
    """List paths, the first one being what the others are compared with.

    Several lines, with colours.
    """
    paths = choices.found
    lines: list[str] = []
    for place, path in enumerate(paths, 1):
        number = f"{place:>2}  "
        total = tied_totals(path, When(look.glyphs, begins))
        lines += hang(paint(number, bold=True), paint(total, bold=True), look.width)
        arrow = f" {look.glyphs.arrow}{tie(' ')}"
        route = arrow.join(tie(path.ladder.roles[role].name) for role in path.roles)
        lines += hang(" " * len(number), route, look.width)
        if place > 1:
            told = difference(paths[0], path)
            lines += hang(" " * len(number), told, look.width)
        lines.append("")
    lines += wrap(proof_of_all(choices), look.width)
    return "\n".join(lines)


def difference(first: GrowthPath, other: GrowthPath, named: Callable[[str], str] = tie) -> str:
    """What a path takes more than the first one, and what it spares.

    As `cli.layout.wrap` takes it.
    """
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
    return f"{proven} Months are estimates{in_brackets(choices.found[0])}."


def unproven(choices: Choices) -> str:
    """What is not proven of several paths."""
    end = "The time limit ended the search"
    if all(path.optimal for path in choices.found):
        known = f"{end}: what stands here is proven, but there may be more."
    else:
        known = f"{end}: the last one is not proven to be the best, and there may be more."
    return f"{known} A longer --time-limit may help."
