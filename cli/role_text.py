"""A role, laid out: what it is, what it develops, where it leads, and who gets into it."""

from __future__ import annotations

from ladder import Ladder, Range, Role, Transition

from .layout import paint, rows, tie, wrap
from .look import Look
from .story import DOUBT, doubt
from .words import duration, levels, side_by_side, spread


def describe_role(ladder: Ladder, role: Role, look: Look) -> str:
    """Lay a role out.

    Parameters
    ----------
    ladder : Ladder
    role : Role
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    moves = ladder.transitions
    leads_to = [(move.to_role, move) for move in moves if move.from_role == role.id]
    reached_from = [(move.from_role, move) for move in moves if move.to_role == role.id]
    lines = [
        *wrap(paint(role.name, bold=True), look.width),
        *wrap(_facts(ladder, role, look), look.width),
    ]
    if role.about:
        lines += ["", *wrap(role.about, look.width)]
    lines += _section("Develops" + doubt(role.confidence), _developed(ladder, role, look), look)
    lines += _section("Leads to", _moves(ladder, leads_to, look, sources=True), look)
    lines += _section("Reached from", _moves(ladder, reached_from, look), look)
    if "low" in {role.confidence, *(move.confidence for _, move in leads_to + reached_from)}:
        lines += ["", *wrap(f"What is marked {DOUBT} rests on low confidence.", look.width)]
    if role.source:
        lines += ["", *wrap(paint(f"Source: {role.source}", dim=True), look.width)]
    return "\n".join(lines)


def _facts(ladder: Ladder, role: Role, look: Look) -> str:
    facts = [tie(role.id)]
    if role.aliases:
        facts.append(f"also {', '.join(map(tie, role.aliases))}")
    if role.track:
        rank = f", rank {role.rank}" if role.rank is not None else ""
        facts.append(tie(f"{ladder.tracks[role.track].name}{rank}"))
    return side_by_side(facts, look.glyphs)


def _section(title: str, pairs: list[tuple[str, str]], look: Look) -> list[str]:
    body = rows(pairs, look.width - 2) if pairs else ["nothing" if title == "Develops" else "none"]
    return ["", paint(title, bold=True), *(f"  {line}" for line in body)]


def _developed(ladder: Ladder, role: Role, look: Look) -> list[tuple[str, str]]:
    held: dict[tuple[int, Range | None], dict[str, int]] = {}
    for skill, developed in role.develops.items():
        for level, after in sorted(developed.items()):
            between = role.develops_ranges.get(skill, {}).get(level)
            held.setdefault((after, between), {})[skill] = level
    return [
        (
            f"after {spread(after, between, look.glyphs)}" if after or between else "on arrival",
            levels(ladder, held[after, between], look.glyphs),
        )
        for after, between in sorted(held, key=lambda months: (months[0], months[1] or ()))
    ]


def _moves(
    ladder: Ladder, moves: list[tuple[str, Transition]], look: Look, *, sources: bool = False
) -> list[tuple[str, str]]:
    """For each move a row on the time that it takes, one on its gate, one on who says so."""
    pairs = []
    for other, move in moves:
        wait = f"after {duration(move.months, move.months_range, look.glyphs)}"
        if not move.months and not move.months_range:
            wait = "at any time"
        name = ladder.roles[other].name
        pairs.append((name, f"{move.kind} {wait}{doubt(move.confidence)}"))
        if move.requires:
            pairs.append(("", f"asks {levels(ladder, move.requires, look.glyphs)}"))
        if move.source and sources:
            pairs.append(("", paint(f"source: {move.source}", dim=True)))
    return pairs
