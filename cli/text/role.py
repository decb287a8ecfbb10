"""A role, laid out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cli.output import Look
from ladder import Ladder, Range, Role, Transition
from ladder.person import held_in_role

from .layout import paint, rows, tie, wrap, wrap_paragraphs
from .skills.groups import by_group, group_rows
from .skills.meaning import cut_short, legend, own_text, without_text
from .words import DOUBT, asked, at, doubt, duration, levels, side_by_side, some, spread

Pairs = list[tuple[str, str]]


def describe_role(ladder: Ladder, role: Role, look: Look) -> str:
    """Lay a role out: what it is, expects and develops, where it leads, and who gets in."""
    onward, inward = moves_from(ladder, role), moves_into(ladder, role)
    lines = [
        *wrap(paint(role.name, bold=True), look.width),
        *wrap(_facts(ladder, role, look), look.width),
    ]
    if role.url:
        lines += wrap(role.url, look.width)
    if role.about:
        lines += ["", *wrap_paragraphs(role.about, look.width)]
    unsure = doubt(role.confidence)
    if any(role.expects.values()):
        lines += _section("Expects" + unsure, _expected(ladder, role, look), look)
    gained = _developed(ladder, role, look)
    if gained or not role.expects:
        lines += _section("Develops" + unsure, gained, look)
    lines += _section("Leads to", _onward(ladder, role, onward, look), look)
    lines += _section("Reached from", _inward(ladder, role, inward, look), look)
    lines += legend(ladder, unexplained(ladder, role, onward), look)
    lines += cut_short(ladder, role.expects, look)
    if "low" in {role.confidence, *(move.confidence for move in onward + inward)}:
        lines += ["", *wrap(f"What is marked {DOUBT} rests on low confidence.", look.width)]
    if role.source:
        lines += ["", *wrap(paint(f"Source: {role.source}", dim=True), look.width)]
    return "\n".join(lines)


def moves_from(ladder: Ladder, role: Role) -> list[Transition]:
    """The moves that may be made from a role."""
    return [move for move in ladder.transitions if ladder.leads(move, role.id)]


def moves_into(ladder: Ladder, role: Role) -> list[Transition]:
    """The moves that lead into a role."""
    return [move for move in ladder.transitions if move.to_role == role.id]


def _facts(ladder: Ladder, role: Role, look: Look) -> str:
    facts = [tie(role.id)]
    if role.aliases:
        facts.append(f"also {some(map(tie, role.aliases), look.glyphs)}")
    if role.track:
        rank = f", rank {role.rank}" if role.rank is not None else ""
        facts.append(tie(f"{ladder.tracks[role.track].name}{rank}"))
    return side_by_side(facts, look.glyphs)


def _section(title: str, pairs: Pairs, look: Look) -> list[str]:
    none = "nothing" if title.startswith("Develops") else "none"
    body = rows(pairs, look.width - 2) if pairs else [none]
    return ["", paint(title, bold=True), *(f"  {line}" for line in body)]


def _expected(ladder: Ladder, role: Role, look: Look) -> Pairs:
    """What whoever is in the role can do, by groups: skill by skill where a level has a text."""
    expects = {skill: level for skill, level in role.expects.items() if level}
    pairs: Pairs = []
    for group, skills in by_group(ladder, expects).items():
        if not any(level in ladder.skills[skill].levels for skill, level in skills.items()):
            pairs += group_rows(ladder, skills, look.glyphs)
            continue
        pairs += [(paint(group, bold=True), "")] if group else []
        for skill, level in sorted(skills.items(), key=lambda one: -one[1]):
            text = own_text(ladder, skill, level, look)
            told = at(ladder, level, text)
            pairs.append((f"{'  ' if group else ''}{ladder.skills[skill].name}", told))
    return pairs


def unexplained(ladder: Ladder, role: Role, onward: Iterable[Transition]) -> set[int]:
    """The levels held there, or asked for behind it, of skills that have no text for them."""
    found = without_text(ladder, role.expects) | without_text(ladder, held_in_role(role, None))
    for move in onward:
        if not move.from_any:
            found |= without_text(ladder, move.requires)
    return found


def developed(role: Role) -> dict[tuple[int, Range | None], dict[str, int]]:
    """What a role develops, by the months after which it does, the soonest first."""
    held: dict[tuple[int, Range | None], dict[str, int]] = {}
    for skill, levels_of in role.develops.items():
        for level, after in sorted(levels_of.items()):
            between = role.develops_ranges.get(skill, {}).get(level)
            held.setdefault((after, between), {})[skill] = level
    return {key: held[key] for key in sorted(held, key=lambda months: (months[0], months[1] or ()))}


def _developed(ladder: Ladder, role: Role, look: Look) -> Pairs:
    return [
        (
            f"after {spread(after, between, look.glyphs)}" if after or between else "on arrival",
            levels(ladder, gained, look.glyphs),
        )
        for (after, between), gained in developed(role).items()
    ]


def newly(role: Role, move: Transition) -> dict[str, int]:
    """What the gate of a move out of a role asks that not all who are in it hold."""
    held = held_in_role(role, 0)
    return {skill: at for skill, at in move.requires.items() if at > held.get(skill, 0)}


def _onward(ladder: Ladder, role: Role, moves: Sequence[Transition], look: Look) -> Pairs:
    """Where a role leads, and what each gate asks that not all who are in it hold."""
    pairs: Pairs = []
    for move in moves:
        if move.from_any:
            continue
        pairs.append((ladder.roles[move.to_role].name, _time(move, look)))
        new = newly(role, move)
        if move.requires:
            asks = "asks newly" if new and len(new) < len(move.requires) else "asks"
            pairs.append(("", asked(ladder, asks, new, look.glyphs)))
        if move.source:
            pairs.append(("", paint(f"source: {move.source}", dim=True)))
    if open_to_all := [ladder.roles[move.to_role].name for move in moves if move.from_any]:
        pairs.append(("what is open to all", some(open_to_all, look.glyphs)))
    return pairs


def alike(moves: Iterable[Transition]) -> list[list[Transition]]:
    """Put together the moves into a role that ask the same."""
    groups: dict[tuple[object, ...], list[Transition]] = {}
    for move in moves:
        gate = tuple(sorted(move.requires.items()))
        facts = (move.kind, move.months, move.months_range, move.confidence, gate, move.from_any)
        groups.setdefault(facts, []).append(move)
    return list(groups.values())


def asks_all(role: Role, move: Transition) -> bool:
    """Whether the gate of a move into a role asks for all that the role expects, and no more."""
    return move.requires == role.expects != {}


def _inward(ladder: Ladder, role: Role, moves: Iterable[Transition], look: Look) -> Pairs:
    """Who gets into a role; what asks the same of several roles stands together."""
    pairs: Pairs = []
    for same in alike(moves):
        move, asks = same[0], ""
        if move.requires:
            asks = asked(ladder, "asks", move.requires, look.glyphs)
        if asks_all(role, move):
            asks = f"asks all that {tie(role.name)} expects"
        if move.from_any:
            pairs.append(("open to all", ", ".join(filter(None, [_time(move, look), asks]))))
            continue
        names = [tie(ladder.roles[one].name) for each in same for one in each.from_roles]
        pairs.append((side_by_side(names, look.glyphs), _time(move, look)))
        pairs += [("", asks)] if asks else []
    return pairs


def _time(move: Transition, look: Look) -> str:
    """The kind of a move, and after how long it may be made."""
    wait = f"after {duration(move.months, move.months_range, look.glyphs)}"
    if not move.months and not move.months_range:
        wait = "at any time"
    return f"{move.kind} {wait}{doubt(move.confidence)}"
