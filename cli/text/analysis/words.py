"""What an analysis is about, changes to a ladder, and figures, as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from cli.output import Look
from cli.text.layout import paint
from cli.text.words import count, leads
from graphs import Analysis
from graphs.analysis.changes import Change, TakenAway, TaughtHigher, TaughtSooner
from graphs.analysis.entry import Entry
from graphs.analysis.single_points import SinglePoint
from graphs.analysis.ways import ways_in
from graphs.queries.single_changes import GateLowered
from ladder import Ladder

NO_TIME = "there was no time to tell"

ONE = {"people": "person", "roles": "role", "ways": "way"}


def headline(found: Analysis) -> str:
    """What it is about, and how many have a way."""
    of = found.people + found.undecided
    left = f", {found.undecided:,} are undecided" if found.undecided else ""
    if len(found.targets) > 1:
        number = f"{found.reached:,} of {of:,} ways to {len(found.targets):,} roles"
        return f"{found.ladder.name}: {number} are open{left}"
    name = found.ladder.roles[found.targets[0]].name
    noun, has = (ONE[found.counts], "has") if of == 1 else (found.counts, "have")
    return f"To {name}: {found.reached:,} of {of:,} {noun} {has} a way{left}"


def none(found: Analysis, meaning: str, *, tried: int) -> str:
    """Why there is nothing of a kind: what that means, or that it is not known, or not told.

    ``tried`` is for how many it was looked for.
    """
    if found.hidden:
        return "nothing that is about five people or more"
    if not tried and found.undecided + found.untried:
        return NO_TIME
    whole = tried == found.people + found.undecided
    return meaning if whole else f"{meaning}, as far as there was time to tell"


def tried_changes(found: Analysis) -> int:
    """For how many all changes were tried."""
    return found.people - found.untried


def share(found: Analysis, *, closed: bool) -> str:
    """Of how many a change may close, or open, ways; of those that it was tried on.

    Nobody would know else how much of all that is.
    """
    if found.untried:
        return f"of {tried_changes(found):,} tried"
    return f"of {found.reached if closed else found.people - found.reached:,}"


def no_entry(found: Analysis) -> str:
    """Why there is nothing to tell of the roles that careers begin in."""
    if found.undecided:
        return NO_TIME
    begins = ways_in(found.ladder)
    if not begins:
        return 'some move leads into each role; "ladder into ROLE" compares all of them'
    if not found.entry:
        return "no role that careers begin in has a way"
    if len(begins) == 1:
        return f"careers begin in {found.ladder.roles[begins[0]].name} alone"
    return "no role is reached from all of those that careers begin in"


def counted(found: Analysis, number: int) -> str:
    """So many people, roles or ways, whichever it counts; and of how many, if not of all."""
    many = "ways" if len(found.targets) > 1 else found.counts
    if found.untried:
        return f"{number:,} of {tried_changes(found):,} {many} tried"
    return f"{number:,} {ONE[many] if number == 1 else many}"


def remarks(found: Analysis, *, detailed: bool) -> Iterator[str]:
    """What the figures are worth, and what is left out."""
    of = found.people + found.undecided
    if found.undecided:
        but = " but those of entry" if found.entry and found.counts == "roles" else ""
        yield _warned(
            f"The time limit came before the proof for {found.undecided:,} of {of:,}, which are "
            f"in none of these figures{but}."
        )
    if found.untried:
        tried = tried_changes(found)
        yield _warned(
            f"Levers and losses are of {tried:,} of {found.people:,}, evenly chosen: the time "
            "limit came first for the others."
            if tried
            else "The time limit came before levers and losses."
        )
    if found.undecided or found.untried or found.single_points is None:
        yield _warned("A longer --time-limit tells more.")
    if found.hidden:
        yield (
            f"Left out: {count(found.hidden, 'finding')} about fewer than five people; "
            "--small-groups tells them."
        )
    words = "Sums over proven answers; months are estimates."
    yield words if detailed else f"{words} --details tells all."


def _warned(text: str) -> str:
    return paint(text, fg="yellow")


def mean_behind(entries: Iterable[Entry]) -> list[tuple[str, float, int]]:
    """By source: months behind the quickest way in on average, over the roles that all reach.

    And over how many roles that is; the quickest first.
    """
    by_target = groupby(entries, key=lambda one: one.target)
    fair = [
        ways
        for ways in (list(ways) for _, ways in by_target)
        if all(way.months is not None for way in ways) and len(ways) > 1
    ]
    # Who is in a role already has no way to it, and would be missing there.
    most = max(map(len, fair), default=0)
    behind: dict[str, list[int]] = {}
    for ways in fair:
        for way in ways if len(ways) == most else ():
            behind.setdefault(way.source, []).append(way.behind or 0)
    means = [(source, sum(all_) / len(all_), len(all_)) for source, all_ in behind.items()]
    return sorted(means, key=lambda one: (one[1], one[0]))


def change_in_words(ladder: Ladder, change: Change, look: Look) -> str:
    """A single change, as short as can be."""
    if isinstance(change, TakenAway):
        return ladder.activities[change.activity].name
    if isinstance(change, GateLowered):
        ((skill, level),) = change.requires.items()
        name = ladder.skills[skill].name
        asks = f"asks {name} at {ladder.level_name(level)}" if level else f"does not ask {name}"
        return f"{leads(ladder, ladder.transitions[change.transition], look.glyphs)} {asks}"
    skill = f"{ladder.skills[change.skill].name} at {ladder.level_name(change.level)}"
    if isinstance(change, TaughtSooner):
        when = f"after {months(change.months)}" if change.months else "on arrival"
        return f"{ladder.roles[change.role].name} gives {skill} {when}"
    return f"{_teacher(ladder, change)} gives {skill}"


def _teacher(ladder: Ladder, change: TaughtHigher) -> str:
    if change.activity is not None:
        return ladder.activities[change.activity].name
    return ladder.roles[change.role or ""].name


def thing(ladder: Ladder, point: SinglePoint, look: Look) -> str:
    """What ways are closed without."""
    if isinstance(point.key, int):
        return leads(ladder, ladder.transitions[point.key], look.glyphs)
    known = ladder.activities if point.kind == "activity" else ladder.roles
    return known[point.key].name


def months(number: int) -> str:
    """Months with their noun."""
    return f"{number:,} month{'' if number == 1 else 's'}"


def some(number: int) -> str:
    """A number, or nothing for none."""
    return f"{number:,}" if number else ""
