"""A role, and the skills between two roles, laid out."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, repeat

from cli.output import Look
from graphs import Gap, NoGrowthPath
from graphs.pace import pace_in_words
from ladder import Ladder, Range, Role, Transition
from ladder.wording import some

from .layout import hang, paint, rows, tie, wrap
from .refusal import describe_limit, describe_no
from .words import DOUBT, When, doubt, duration, levels, route, side_by_side, spread


def describe_role(ladder: Ladder, role: Role, look: Look) -> str:
    """Lay a role out."""
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
        facts.append(f"also {some(list(map(tie, role.aliases)))}")
    if role.track:
        rank = f", rank {role.rank}" if role.rank is not None else ""
        facts.append(tie(f"{ladder.tracks[role.track].name}{rank}"))
    return side_by_side(facts, look.glyphs)


def _section(title: str, pairs: list[tuple[str, str]], look: Look) -> list[str]:
    none = "nothing" if title.startswith("Develops") else "none"
    body = rows(pairs, look.width - 2) if pairs else [none]
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


def describe_gap(gap: Gap, look: Look) -> str:
    """Lay out what is gained, raised, kept and lost, and what each move asks besides."""
    ladder = gap.ladder
    ends = route(ladder, (gap.source, gap.target), look.glyphs)
    kinds = [
        ("gained", levels(ladder, gap.gained, look.glyphs)),
        *zip(chain(["raised"], repeat("")), _raised(gap, look), strict=False),
        ("kept", levels(ladder, gap.kept, look.glyphs)),
        ("not used there", levels(ladder, gap.lost, look.glyphs)),
    ]
    pairs = [(f"  {label}", text) for label, text in kinds if text]
    lines = [*wrap(paint(ends, bold=True), look.width), *rows(pairs, look.width)]
    if not pairs:
        lines += wrap("Neither holds any skill.", look.width)
    return "\n".join([*lines, "", *_way(gap, look)])


def _raised(gap: Gap, look: Look) -> list[str]:
    """Skills by the levels between which they are raised, the highest first."""
    ladder = gap.ladder
    steps: dict[tuple[int, int], list[str]] = {}
    for skill, (held, wanted) in gap.raised.items():
        steps.setdefault((wanted, held), []).append(tie(ladder.skills[skill].name))
    groups = []
    for (wanted, held), names in sorted(steps.items(), reverse=True):
        between = tie(f"from {ladder.level_name(held)} to {ladder.level_name(wanted)}: ")
        groups.append(between + side_by_side(names, look.glyphs))
    return groups


def _way(gap: Gap, look: Look) -> Iterable[str]:
    """What each move asks that is not held; or why there is none."""
    path = gap.path
    if path is None:
        if isinstance(gap.refusal, NoGrowthPath):
            yield describe_no(gap.refusal, look)
        elif gap.refusal is not None:
            yield describe_limit(gap.refusal, look)
        return
    if not path.moves:
        yield "You are there already."
        return
    months = duration(path.months) + pace_in_words(gap.ladder)
    title = f"What the moves ask that is not held today, {months} in all"
    yield from wrap(paint(title, bold=True), look.width)
    for place, stay in enumerate(path.stays):
        if stay.move:
            role = paint(gap.ladder.roles[stay.move.to].name, bold=True)
            yield from hang("  ", f"{role}, {When().point(stay.end)}", look.width)
            asked = levels(gap.ladder, gap.asked(place), look.glyphs)
            yield from hang("    ", asked or "nothing more", look.width)
