"""Why there is no growth path, laid out."""

from __future__ import annotations

from collections.abc import Iterator

from graphs import Blocker, NoGrowthPath, SearchLimit
from graphs.pace import pace_in_words

from .layout import hang, paint, tie, wrap
from .look import Look
from .words import count, duration, money

MOST_GATES = 8


def describe_no(no: NoGrowthPath, look: Look) -> str:
    """Say that there is no way, and what stands in it, the nearest gates first.

    Parameters
    ----------
    no : NoGrowthPath
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
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
            arrow = f" {look.glyphs.arrow}{tie(' ')}"
            route = arrow.join(tie(no.ladder.roles[role].name) for role in path.roles)
            yield from hang("  ", f"{totals}: {route}", look.width)
    if not no.complete:
        text = "The time limit ended that search, so that it may take less." + more
        yield from ["", *wrap(paint(text, fg="yellow"), look.width)]


def describe_limit(limit: SearchLimit, look: Look) -> str:
    """Say that the search did not come to an end.

    Parameters
    ----------
    limit : SearchLimit
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
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
    ends = (tie(no.ladder.roles[role].name) for role in (move.from_role, move.to_role))
    yield from hang(cross, f" {look.glyphs.arrow}{tie(' ')}".join(ends), look.width)
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
