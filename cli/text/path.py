"""A growth path, laid out for the person who is to walk it.

`way` has what is told beside its rail: `way.brief` by default, and `way.details` all there is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cli.output import Glyphs, Look
from graphs import GrowthPath
from graphs.pace import pace_in_words
from graphs.plans.origins import origins
from graphs.words import ENGLISH, Words
from ladder import Activity, Transition

from .layout import cells, paint, tie, wrap
from .skills.meaning import legend
from .way import brief, details
from .way.frame import Story, move_lines, stay_lines
from .wishes import asked_for
from .words import (
    IN_BRACKETS,
    When,
    duration,
    is_wide,
    money,
    route,
    shown_range,
    side_by_side,
    spread,
)

if TYPE_CHECKING:
    from graphs.plans.month import Month


def describe_path(
    path: GrowthPath,
    look: Look,
    *,
    by: str = "months",
    begins: Month | None = None,
    newcomer: GrowthPath | None = None,
    detailed: bool = False,
) -> str:
    """The whole answer: the route and its total, every stay and gate, and what it all rests on.

    And what it takes for somebody new in the role, where that is known.
    """
    if path.source == path.target and not path.months:
        return f"You are there already: {path.ladder.roles[path.target].name}."
    story = Story(path, look, origins(path), begins)
    lines = headline(path, look, begins)
    if newcomer is not None:
        lines += wrap(for_a_newcomer(path, newcomer, look.glyphs), look.width)
    lines.append("")
    told = details if detailed else brief
    for place, stay in enumerate(path.stays):
        lines += stay_lines(story, place, told.events_of(story, place))
        if stay.move is not None:
            lines += move_lines(story, place, stay.move, *told.gate_of(story, place, stay.move))
    if detailed:
        lines += _cost_by_year(path, look, begins)
        lines += legend(path.ladder, _levels(path), look)
    colour = {} if path.optimal else {"fg": "yellow"}
    lines += ["", *wrap(paint(proof(path, by), **colour), look.width)]
    more = "" if detailed else " --details tells more."
    return "\n".join([*lines, *wrap(basis(path, detailed) + more, look.width)])


def _cost_by_year(path: GrowthPath, look: Look, begins: Month | None) -> list[str]:
    """What is to be paid in which year; nothing where nothing is."""
    name = "" if begins else "year "
    years = [
        tie(f"{name}{year} {money(cost, path.ladder.currency)}")
        for year, cost in path.cost_by_year(begins)
    ]
    if not years:
        return []
    head = "Cost by year, each activity in the month in which it begins: "
    return ["", *wrap(head + side_by_side(years, look.glyphs), look.width)]


def _levels(path: GrowthPath) -> set[int]:
    """The levels at which anything is held, given, learnt or asked on the way."""
    held = [path.skills, *(stay.develops for stay in path.stays)]
    held += [item.develops for item in path.learning]
    held += [stay.move.requires for stay in path.stays if stay.move]
    return {level for levels in held for level in levels.values()}


def for_a_newcomer(path: GrowthPath, newcomer: GrowthPath, glyphs: Glyphs) -> str:
    """What it takes for who begins in the role today, beside a path of an established holder."""
    parts = [spread(newcomer.months, newcomer.range, glyphs)]
    if newcomer.months == path.months:
        parts = ["as long"]
    if newcomer.cost != path.cost:
        parts.append(money(newcomer.cost, path.ladder.currency))
    if newcomer.roles != path.roles:
        parts.append("through other roles")
    return f"For somebody new in the role: {', '.join(map(tie, parts))}"


def headline(path: GrowthPath, look: Look, begins: Month | None = None) -> list[str]:
    """The route, and behind or below it what it takes."""
    way = paint(route(path.ladder, path.roles, look.glyphs), bold=True)
    total = tied_totals(path, When(look.glyphs, begins))
    one_line = f"{way}{look.glyphs.between} {total}"
    if cells(one_line) <= look.width:
        return wrap(one_line, look.width)
    return [*wrap(way, look.width), *wrap(total, look.width)]


def tied_totals(path: GrowthPath, when: When) -> str:
    """What a path takes, so that a line is broken between two parts of it."""
    return tie(totals(path, when)).replace(tie(", "), ", ")


def totals(path: GrowthPath, when: When, named: Callable[[str], str] = str) -> str:
    """What a path takes, and from when to when, where that is known."""
    words = when.words
    months = duration(path.months, path.range, when.glyphs, words) + pace_in_words(path.ladder)
    if when.begins is not None and path.months:
        months += f", {when.spoken([(0, path.months)])}"
    cost = named(money(path.cost, path.ladder.currency, words))
    return f"{months}, {words('moves', n=path.moves)}, {cost}"


def proof(
    path: GrowthPath, by: str, named: Callable[[str], str] = str, words: Words = ENGLISH
) -> str:
    """What is proven of a path, of all ways that keep to what was asked for."""
    asked = asked_for(path.wishes, path.ladder, named, words)
    return f"{asked} {_proven(path, by, bool(asked), words)}".lstrip()


def _proven(path: GrowthPath, by: str, keeping: bool, words: Words) -> str:
    if path.optimal:
        return words(f"proof.{by}", way=words("proof.keeping" if keeping else "proof.any"))
    known = words(f"proof.unknown.{by}")
    if by == "months" and path.bound:
        known = words("proof.bound", duration=duration(path.bound, words=words))
    return words("proof.limit", known=known)


def basis(path: GrowthPath, details: bool = True, words: Words = ENGLISH) -> str:
    """What the figures are worth; with details each activity stands with its months."""
    said = [words("basis.between" if in_brackets(path, details) else "basis")]
    if _doubtful(path):
        said.append(words("basis.weak"))
        if path.moves and not path.ladder.graded:
            said.append(words("basis.ungraded"))
    return " ".join(said)


def in_brackets(path: GrowthPath, details: bool = False) -> str:
    """What stands in brackets beside its months, behind a word on them; empty where none do."""
    ladder = path.ladder
    timed: list[Transition | Activity] = [
        ladder.transitions[stay.move.transition] for stay in path.stays if stay.move
    ]
    if details:
        timed += [ladder.activities[one.activity] for one in path.learning]
    shown = [*path.ranges, *(shown_range(ladder, item) for item in timed)]
    return IN_BRACKETS if any(map(is_wide, shown)) else ""


def _doubtful(path: GrowthPath) -> bool:
    """Whether anything on the way rests on low confidence."""
    ladder = path.ladder
    confidence = [
        ladder.transitions[stay.move.transition].confidence for stay in path.stays if stay.move
    ]
    confidence += [ladder.roles[stay.role].confidence for stay in path.stays if stay.develops]
    confidence += [ladder.activities[one.activity].confidence for one in path.learning]
    return "low" in confidence
