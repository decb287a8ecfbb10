"""A growth path, laid out for the person who is to walk it."""

from __future__ import annotations

from graphs import GrowthPath

from .gate_text import describe_gate
from .layout import cells, paint, tie, wrap
from .look import Look
from .stay_text import describe_stay
from .story import DOUBT, Story
from .words import count, duration, money

LEAST = {"months": "is shorter", "moves": "has fewer moves", "cost": "costs less"}
"""What no better way is, by what was to be least."""


def describe_path(path: GrowthPath, look: Look, *, by: str = "months") -> str:
    """The whole answer: the route and its total, every stay and gate, and what it all rests on.

    Parameters
    ----------
    path : GrowthPath
    look : Look
    by : {"months", "moves", "cost"}
        What was to be least.

    Returns
    -------
    str
        Several lines, with colours.
    """
    if path.source == path.target and not path.months:
        return f"You are there already: {path.ladder.roles[path.target].name}."
    story = Story.of(path, look)
    lines = [*headline(path, look), ""]
    for place, stay in enumerate(path.stays):
        lines += describe_stay(story, place)
        if stay.move is not None:
            lines += describe_gate(story, place, stay.move)
    lines += ["", *wrap(_proof(path, by), look.width), *wrap(_basis(path), look.width)]
    return "\n".join(lines)


def headline(path: GrowthPath, look: Look) -> list[str]:
    """The route, and behind or below it what it takes."""
    arrow = f" {look.glyphs.arrow}{tie(' ')}"
    route = paint(arrow.join(tie(path.ladder.roles[role].name) for role in path.roles), bold=True)
    cost = money(path.cost, path.ladder.currency)
    total = tie(f"{duration(path.months)}, {count(path.moves, 'move')}, {cost}")
    one_line = f"{route}{look.glyphs.between} {total}"
    if cells(one_line) <= look.width:
        return wrap(one_line, look.width)
    return [*wrap(route, look.width), *wrap(total, look.width)]


def _proof(path: GrowthPath, by: str) -> str:
    if path.optimal:
        return f"Proven: under the rules of growth, no way there {LEAST[by]}."
    known = f"that none {LEAST[by]} is not proven"
    if by == "months" and path.bound:
        known = f"proven is only that none takes less than {duration(path.bound)}"
    return paint(
        f"The time limit ended the search. This is the best path found so far; {known}.",
        fg="yellow",
    )


def _basis(path: GrowthPath) -> str:
    """What the figures are worth."""
    weak = f" What is marked {DOUBT} rests on low confidence." if _doubtful(path) else ""
    return f"All months are estimates.{weak}"


def _doubtful(path: GrowthPath) -> bool:
    """Whether anything on the way rests on low confidence."""
    ladder = path.ladder
    confidence = [
        ladder.transitions[stay.move.transition].confidence for stay in path.stays if stay.move
    ]
    confidence += [ladder.roles[stay.role].confidence for stay in path.stays if stay.develops]
    confidence += [ladder.activities[one.activity].confidence for one in path.learning]
    return "low" in confidence
