"""An analysis in a dozen lines, or with all its tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from cli.output import Look
from cli.text.layout import cells, hang, paint, tie, wrap
from cli.text.words import count, leads
from graphs import Analysis
from graphs.analysis.entry import Entry
from graphs.analysis.levers import Effect
from graphs.analysis.walls import Wall
from ladder import Ladder

from .details import NUMBERS, Section, sections
from .words import (
    NO_TIME,
    change_in_words,
    counted,
    headline,
    mean_behind,
    months,
    no_entry,
    none,
    remarks,
    share,
    thing,
    tried_changes,
)

FIRST = 2
"""Of each kind, so many are told in brief."""

WAYS_IN = 5
"""So many lines are about ways in, as these are to be compared."""

USUAL = 80
"""Columns of a window, in which a text that has to be broken is not also to be short."""

MARGIN = 11
"""Columns of the names of kinds, in brief."""


class Line(NamedTuple):
    """A finding in brief: a figure, and texts of which the first is told that there is room for."""

    figure: str
    texts: Sequence[str]


def describe_analysis(found: Analysis, look: Look, *, detailed: bool = False) -> str:
    """Lay it out: the first few of each kind, or all."""
    lines = wrap(paint(headline(found), bold=True), look.width)
    if detailed:
        for section in sections(found, look):
            lines += ["", *wrap(paint(section.title, bold=True), look.width)]
            lines += _laid_out(section, look) or wrap(section.nothing, look.width)
    else:
        lines += ["", *_brief(found, look)]
    for remark in remarks(found, detailed=detailed):
        lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


def _laid_out(section: Section, look: Look) -> list[str]:
    """A table, or where there is no room for its columns, a point for each row."""
    from cli.text.tables import ROOMY, table

    if not section.rows:
        return []
    if look.width >= ROOMY:
        return table(section.heads, section.rows, look, numbers=NUMBERS)
    lines: list[str] = []
    for row in section.rows:
        told = (f"{head}: {cell}" for head, cell in zip(section.heads, row, strict=True) if cell)
        lines += hang("- ", "; ".join(told), look.width)
    return lines


def _brief(found: Analysis, look: Look) -> Iterator[str]:
    ladder = found.ladder
    kinds = {
        "Entry": list(islice(_ways_in(found), WAYS_IN)) or [_no_entry(found)],
        "Walls": [_wall_line(ladder, one, look) for one in found.walls[:FIRST]]
        or [_none(found, "nobody waits at a gate", found.people)],
        "Levers": [_gain_line(found, one, look) for one in found.levers[:FIRST]]
        or [_none(found, "no single change saves a month", tried_changes(found))],
        "Losses": [_loss_line(found, one, look) for one in found.losses[:FIRST]]
        or [_none(found, "any one activity can be done without", tried_changes(found))],
        "Hangs on": _points_in_brief(found, look),
    }
    if left := _never_opened(found):
        kinds["Levers"].append(
            Line("opens 0", [f"no single change opens a way for the other {left:,}"])
        )
    if found.dead_ends:
        ends = ", ".join(ladder.roles[role].name for role in found.dead_ends)
        kinds["Dead ends"] = [Line(f"{len(found.dead_ends):,}", [ends])]
    column = max(cells(line.figure) for lines in kinds.values() for line in lines)
    for kind, lines in kinds.items():
        for place, line in enumerate(lines):
            label = "" if place else kind
            first = f"{label:<{MARGIN}}{' ' * (column - cells(line.figure))}{line.figure}  "
            room = look.width - cells(first)
            otherwise = line.texts[0 if look.width >= USUAL else -1]
            text = next((one for one in line.texts if cells(one) <= room), otherwise)
            yield from (one.rstrip() for one in hang(first, text, look.width))


def _ways_in(found: Analysis) -> Iterator[Line]:
    """From each way in: to the one role, or how far behind it is on average."""
    roles = found.ladder.roles
    if len(found.targets) == 1:
        for entry in found.entry[: WAYS_IN - 1]:
            yield _way_in(found.ladder, entry)
        if rest := found.entry[WAYS_IN - 1 :]:
            last = _way_in(found.ladder, rest[-1])
            is_slowest = len(rest) > 1 and rest[-1].months is not None
            many = f", the slowest of {len(found.entry):,}" if is_slowest else ""
            yield Line(last.figure, [f"{text}{many}" for text in last.texts])
        return
    means = mean_behind(found.entry)
    if means:
        of = count(means[0][2], "role")
        yield Line("behind", [f"the quickest way in, on average over {of}", "the quickest"])
    shown = means if len(means) < WAYS_IN else [*means[: WAYS_IN - 2], means[-1]]
    for source, behind, _ in shown:
        name = roles[source].name
        is_slowest = len(shown) < len(means) and source == means[-1][0]
        text = f"{name}, the slowest of {len(means):,}" if is_slowest else name
        yield Line(f"{behind:.1f} months", [text])


def _way_in(ladder: Ladder, entry: Entry) -> Line:
    name = ladder.roles[entry.source].name
    if entry.months is None:
        return Line("no way", [f"from {name}"])
    wait = f", {entry.waited:,} of them waiting" if entry.waited else ""
    return Line(months(entry.months), [f"from {name}{wait}", f"from {name}"])


def _wall_line(ladder: Ladder, wall: Wall, look: Look) -> Line:
    gate = leads(ladder, ladder.transitions[wall.transition], look.glyphs)
    waiting = f"{gate}, {wall.people:,} of {wall.passing:,} wait"
    texts = [waiting, gate]
    if names := [tie(ladder.skills[skill].name) for skill in wall.skills]:
        more = f" and {len(names) - 1} more" if len(names) > 1 else ""
        texts = [f"{waiting} for {names[0]}{more}", *texts]
    return Line(months(wall.months), texts)


def _never_opened(found: Analysis) -> int:
    """How many have no way and would have none by any single change; 0 if that is not known."""
    if found.untried or found.undecided or found.hidden or any(one.opened for one in found.levers):
        return 0
    return found.people - found.reached


def _gain_line(found: Analysis, effect: Effect, look: Look) -> Line:
    change = change_in_words(found.ladder, effect.change, look)
    if effect.opened:
        return Line(f"opens {effect.opened:,}", [f"{share(found, closed=False)}: {change}"])
    return Line(
        f"-{months(effect.months)}", [f"{change}, for {counted(found, effect.people)}", change]
    )


def _loss_line(found: Analysis, effect: Effect, look: Look) -> Line:
    change = f"without {change_in_words(found.ladder, effect.change, look)}"
    if effect.closed:
        return Line(f"closes {effect.closed:,}", [f"{share(found, closed=True)} {change}"])
    return Line(
        f"+{months(-effect.months)}", [f"{change}, for {counted(found, effect.people)}", change]
    )


def _points_in_brief(found: Analysis, look: Look) -> list[Line]:
    if found.single_points is None:
        return [Line("unknown", [NO_TIME])]
    # What activities close stands under losses already.
    points = [one for one in found.single_points if one.kind != "activity"][:FIRST]
    return [
        Line(f"{one.closes:,} of {one.of:,}", [thing(found.ladder, one, look)]) for one in points
    ] or [_none(found, "there is a way round each role and each move", found.people)]


def _no_entry(found: Analysis) -> Line:
    why = no_entry(found)
    return Line("unknown" if why == NO_TIME else "none", [why])


def _none(found: Analysis, meaning: str, tried: int) -> Line:
    """That there is nothing of a kind, or nothing that may or can be told."""
    why = none(found, meaning, tried=tried)
    figure = "not told" if found.hidden else "unknown" if why == NO_TIME else "none"
    return Line(figure, [why])
