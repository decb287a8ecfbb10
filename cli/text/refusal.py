"""Why there is no growth path, and what would open one, laid out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cli.output import Look
from graphs import Blocker, NoGrowthPath, Repair, Repairs, SearchLimit, SkillTaught
from graphs.pace import pace_in_words
from ladder import Ladder

from .layout import hang, paint, tie, wrap
from .words import count, duration, leads, levels, money, route, side_by_side

MOST_GATES = 8


def describe_no(no: NoGrowthPath, look: Look) -> str:
    """Say that there is no way, and what stands in it, the nearest gates first."""
    source, target = no.ladder.roles[no.source].name, no.ladder.roles[no.target].name
    ends = f"{source} to {target}{pace_in_words(no.ladder)}"
    if not no.blockers:
        return "\n".join(_too_much(no, ends, look))
    head = f"No way leads from {ends}, however long one takes."
    lines = wrap(paint(head, bold=True), look.width)
    gates: dict[int | None, list[Blocker]] = {}
    for blocker in no.blockers:
        gates.setdefault(blocker.transition, []).append(blocker)
    for transition in list(gates)[:MOST_GATES]:
        lines += ["", *_gate(no, transition, gates[transition], look)]
    if (more := len(gates) - MOST_GATES) > 0:
        text = f"Closed, too: {count(more, 'more gate')}; --format json names them all."
        lines += ["", *wrap(text, look.width)]
    return "\n".join(lines)


def _too_much(no: NoGrowthPath, ends: str, look: Look) -> Iterator[str]:
    """What it would take, where only the months or the cost allowed are too few."""
    yield from wrap(
        paint(f"No way from {ends} keeps within what you allow.", bold=True), look.width
    )
    yield ""
    more = " A longer --time-limit may help."
    if not no.least:
        yield from wrap(f"What it would take was not found in time.{more}", look.width)
        return
    yield f"The least that {'it would take' if no.complete else 'was found in time'}:"
    seen = []
    for path in no.least:
        months = duration(path.months, path.range, look.glyphs)
        totals = f"{months}, {money(path.cost, no.ladder.currency)}"
        if totals not in seen:
            seen.append(totals)
            way = route(no.ladder, path.roles, look.glyphs)
            yield from hang("  ", f"{totals}: {way}", look.width)
    if not no.complete:
        text = "The time limit ended that search, so that it may take less." + more
        yield from ["", *wrap(paint(text, fg="yellow"), look.width)]


def describe_limit(limit: SearchLimit, look: Look) -> str:
    """Say that the search did not come to an end."""
    source, target = limit.ladder.roles[limit.source].name, limit.ladder.roles[limit.target].name
    known = f" Proven is only that none takes less than {duration(limit.bound)}."
    ends = f"{source} to {target}{pace_in_words(limit.ladder)}"
    text = (
        f"No way from {ends} was found within the time limit, which does not mean that there is "
        f"none.{known if limit.bound else ''} A longer --time-limit may help."
    )
    return "\n".join(wrap(text, look.width))


def _gate(
    no: NoGrowthPath, transition: int | None, blockers: list[Blocker], look: Look
) -> Iterator[str]:
    """One closed gate, and a sentence on each thing that it lacks."""
    cross = paint(look.glyphs.cross, fg="red") + " "
    if transition is None:
        for blocker in blockers:
            yield from hang(cross, _sentence(blocker.why), look.width)
        return
    move = no.ladder.transitions[transition]
    yield from hang(cross, leads(no.ladder, move, look.glyphs), look.width)
    for blocker in blockers:
        yield from hang("  ", _lack(no, blocker), look.width)


def _lack(no: NoGrowthPath, blocker: Blocker) -> str:
    """What the gate asks, how far short one stays, and why."""
    if blocker.skill is None:
        return _sentence(blocker.why)
    skill = tie(no.ladder.skills[blocker.skill].name)
    needed, best = no.ladder.level_name(blocker.needed), no.ladder.level_name(blocker.best)
    return f"asks {skill} at {tie(needed)}, and the most to be had is {tie(best)}: {blocker.why}."


def _sentence(clause: str) -> str:
    return f"{clause[:1].upper()}{clause[1:].rstrip('.')}."


MOST = 5
MOST_ROLES = 3


def describe_repairs(no: NoGrowthPath, repairs: Repairs, look: Look) -> str:
    """Lay out the changes that would open a way, the best first.

    To stand behind the blockers, with colours; empty where there is nothing to say.
    """
    ladder = no.ladder
    if not repairs.found and repairs.complete:
        if any(blocker.transition is None for blocker in no.blockers):
            return ""  # no transitions lead there, and none are made up here
        text = "No single change to a gate, or to what a role develops, would open a way."
        return "\n".join(["", "", *wrap(text, look.width)])
    lines = ["", "", paint("What would open a way", bold=True)]
    groups = _groups(repairs)
    for first, *others in groups[:MOST]:
        lines += ["", *hang(paint("+", fg="green") + " ", _change(ladder, first, look), look.width)]
        if others:
            lines += hang("  ", _elsewhere(ladder, others), look.width)
        lines += hang("  ", _way(ladder, first, look), look.width)
    if (more := len(groups) - MOST) > 0:
        text = f"{count(more, 'more change')} would, too; --format json names them."
        lines += ["", *wrap(text, look.width)]
    if not repairs.complete:
        text = "The time limit ended the search for changes; a longer --time-limit may find more."
        lines += ["", *wrap(paint(text, fg="yellow"), look.width)]
    return "\n".join(lines)


def _groups(repairs: Repairs) -> list[list[Repair]]:
    """Put changes together that differ only in the role that teaches."""
    groups: dict[object, list[Repair]] = {}
    for repair in repairs.found:
        change = repair.change
        taught = isinstance(change, SkillTaught)
        key = (change.skill, change.level) if isinstance(change, SkillTaught) else change
        groups.setdefault((taught, key), []).append(repair)
    return list(groups.values())


def _change(ladder: Ladder, repair: Repair, look: Look) -> str:
    change = repair.change
    if isinstance(change, SkillTaught):
        skill, level = ladder.skills[change.skill].name, ladder.level_name(change.level)
        role = ladder.roles[change.role].name
        after = (
            f", after {count(change.months, 'month')} there" if change.months else ", on arrival"
        )
        return f"if {tie(role)} developed {tie(skill)} to {tie(level)}{after}"
    move = ladder.transitions[change.transition]
    ends = leads(ladder, move, look.glyphs)
    return f"if {ends} {_asking(ladder, change.requires, move.requires, look)}"


def _asking(
    ladder: Ladder, lowered: Mapping[str, int], asked: Mapping[str, int], look: Look
) -> str:
    """What a gate would ask, in words."""
    dropped = [tie(ladder.skills[skill].name) for skill, level in lowered.items() if not level]
    left = {skill: level for skill, level in lowered.items() if level}
    parts = []
    if dropped:
        parts.append(f"did not ask for {side_by_side(dropped, look.glyphs)}")
    if left:
        parts.append(f"asked no more than {levels(ladder, left, look.glyphs)}")
    return " and ".join(parts)


def _elsewhere(ladder: Ladder, others: list[Repair]) -> str:
    """Other roles that could develop the same, in the order of what comes of it."""
    roles = [
        tie(ladder.roles[repair.change.role].name)
        for repair in others
        if isinstance(repair.change, SkillTaught)
    ]
    shown = ", ".join(roles[:MOST_ROLES])
    more = f" and {len(roles) - MOST_ROLES} more" if len(roles) > MOST_ROLES else ""
    return f"(so would {shown}{more}, as soon or later)"


def _way(ladder: Ladder, repair: Repair, look: Look) -> str:
    path = repair.path
    way = route(ladder, path.roles, look.glyphs)
    cost = money(path.cost, ladder.currency)
    least = "" if path.optimal else "at most "
    months = duration(path.months, path.range, look.glyphs)
    return f"{least}{months}, {count(path.moves, 'move')}, {cost}: {way}"
