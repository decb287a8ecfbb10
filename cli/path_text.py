"""A growth path, laid out for the person who is to walk it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graphs import GrowthPath
from graphs.pace import pace_in_words

from .gate_text import describe_gate
from .layout import cells, paint, tie, wrap
from .look import Look
from .stay_text import describe_stay
from .story import DOUBT, Story
from .when import When
from .words import IN_BRACKETS, count, duration, money

if TYPE_CHECKING:
    from graphs.month import Month

LEAST = {"months": "is shorter", "moves": "has fewer moves", "cost": "costs less"}
"""What no better way is, by what was to be least."""


def describe_path(
    path: GrowthPath, look: Look, *, by: str = "months", begins: Month | None = None
) -> str:
    """The whole answer: the route and its total, every stay and gate, and what it all rests on.

    Parameters
    ----------
    path : GrowthPath
    look : Look
    by : {"months", "moves", "cost"}
        What was to be least.
    begins : Month, optional
        The calendar's month that is the first; months are then called by their dates.

    Returns
    -------
    str
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
    """The route, and behind or below it what it takes.

    Parameters
    ----------
    path : GrowthPath
    look : Look
    begins : Month, optional
        The calendar's month that is the first.

    Returns
    -------
    list of str
    """
    arrow = f" {look.glyphs.arrow}{tie(' ')}"
    route = paint(arrow.join(tie(path.ladder.roles[role].name) for role in path.roles), bold=True)
    total = tied_totals(path, When(look.glyphs, begins))
    one_line = f"{route}{look.glyphs.between} {total}"
    if cells(one_line) <= look.width:
        return wrap(one_line, look.width)
    return [*wrap(route, look.width), *wrap(total, look.width)]


def tied_totals(path: GrowthPath, when: When) -> str:
    """What a path takes, so that a line is broken between two parts of it.

    Parameters
    ----------
    path : GrowthPath
    when : When

    Returns
    -------
    str
        As `cli.layout.wrap` takes it.
    """
    return tie(totals(path, when)).replace(tie(", "), ", ")


def totals(path: GrowthPath, when: When, named: Callable[[str], str] = str) -> str:
    """What a path takes, and from when to when, where that is known.

    Parameters
    ----------
    path : GrowthPath
    when : When
    named : callable
        How the currency's name is to be written.

    Returns
    -------
    str
    """
    months = duration(path.months, path.range, when.glyphs) + pace_in_words(path.ladder)
    if when.begins is not None and path.months:
        months += f", {when.spoken([(0, path.months)])}"
    cost = named(money(path.cost, path.ladder.currency))
    return f"{months}, {count(path.moves, 'move')}, {cost}"


def _proof(path: GrowthPath, by: str, look: Look) -> list[str]:
    colour = {} if path.optimal else {"fg": "yellow"}
    return wrap(paint(proof(path, by), **colour), look.width)


def proof(path: GrowthPath, by: str) -> str:
    """What is proven of a path.

    Parameters
    ----------
    path : GrowthPath
    by : {"months", "moves", "cost"}
        What was to be least.

    Returns
    -------
    str
    """
    if path.optimal:
        return f"Proven: under the rules of growth, no way there {LEAST[by]}."
    known = f"that none {LEAST[by]} is not proven"
    if by == "months" and path.bound:
        known = f"proven is only that none takes less than {duration(path.bound)}"
    return f"The time limit ended the search. This is the best path found so far; {known}."


def basis(path: GrowthPath) -> str:
    """What the figures are worth.

    Parameters
    ----------
    path : GrowthPath

    Returns
    -------
    str
    """
    weak = f" What is marked {DOUBT} rests on low confidence." if _doubtful(path) else ""
    return f"All months are estimates{in_brackets(path)}.{weak}"


def in_brackets(path: GrowthPath) -> str:
    """What stands in brackets beside its months, behind a word on them.

    Parameters
    ----------
    path : GrowthPath

    Returns
    -------
    str
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
