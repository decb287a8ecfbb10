"""Every role at once, laid out: how soon it is reached, or how soon one gets there from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import NamedTuple

from graphs import Into, Reach, Undecided, Way
from graphs.pace import pace_in_words
from ladder import Ladder

from .layout import cells, paint, wrap
from .look import Look
from .words import count, duration, figure, money, some

ROOMY = 72
"""Columns below which tracks are left out."""
LONGEST_CURRENCY = 6
GAP = "  "


class Row(NamedTuple):
    """A role in the table.

    Parameters
    ----------
    way : Way
    bound : int or None
        Months that are proven to be needed, where the way is not proven to be the best.
    """

    way: Way
    bound: int | None = None


def describe_survey(survey: Reach | Into, look: Look) -> str:
    """Lay a survey out as a table, with a word on what is not in it.

    Parameters
    ----------
    survey : Reach or Into
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    rows = rows_of(survey)
    lines = wrap(paint(_headline(survey, len(rows)), bold=True), look.width)
    if rows:
        lines += ["", *_table(survey.ladder, rows, look)]
    for remark in _remarks(survey, look):
        lines += ["", *wrap(remark, look.width)]
    return "\n".join(lines)


def rows_of(survey: Reach | Into) -> list[Row]:
    """Roles for which a way is known, the soonest first, without the one that was asked about.

    Parameters
    ----------
    survey : Reach or Into

    Returns
    -------
    list of Row
    """
    rows = [Row(way) for way in survey.ways if way.role != survey.about]
    rows += [Row(one.best, one.bound) for one in survey.undecided if one.best]
    return sorted(rows, key=lambda row: row.way.key)


def _headline(survey: Reach | Into, found: int) -> str:
    name = survey.ladder.roles[survey.about].name
    others = count(len(survey.ladder.roles) - 1, "other role")
    allowed = _allowed(survey)
    if isinstance(survey, Reach):
        return f"From {name}, {found or 'none'} of {others} can be reached{allowed}."
    return f"From {found or 'none'} of {others} one gets into {name}{allowed}."


def _allowed(survey: Reach | Into) -> str:
    """The pace and the limits, as the end of a sentence."""
    months = pace_in_words(survey.ladder)
    if survey.within is not None:
        months += f" within {duration(survey.within)}"
    if survey.max_cost is None:
        return months
    return f"{months} for {money(survey.max_cost, survey.ladder.currency)}" + (
        " at most" if survey.max_cost else ""
    )


def _table(ladder: Ladder, rows: Sequence[Row], look: Look) -> Iterator[str]:
    """A line or more for each role, under the years within which it is reached."""
    currency = ladder.currency or ""
    costs = [figure(row.way.cost) for row in rows]
    figures = {
        "Months": [_months(row, look) for row in rows],
        "Moves": [str(row.way.moves) for row in rows],
    }
    if any(row.way.cost for row in rows):
        figures[currency if 0 < cells(currency) <= LONGEST_CURRENCY else "Cost"] = costs
    widths = [max(map(cells, [head, *column])) for head, column in figures.items()]
    roles = [ladder.roles[row.way.role] for row in rows]
    tracks = [ladder.tracks[role.track].name if role.track else "" for role in roles]
    room = look.width - sum(widths) - len(GAP) * len(widths)
    names = _room_for_names([role.name for role in roles], tracks, room, look)
    heads = [_right(head, width) for head, width in zip(figures, widths, strict=True)]
    titles = _left("Role", names) + GAP + "Track" if names < room else "Role"
    yield paint(GAP.join([*heads, titles]), dim=True)
    lines = [
        _row(GAP.join(map(_right, row, widths)) + GAP, role.name, track, names, room)
        for row, role, track in zip(zip(*figures.values(), strict=True), roles, tracks, strict=True)
    ]
    for years, group in groupby(range(len(rows)), lambda place: -(-rows[place].way.months // 12)):
        yield paint(f"Within {count(years, 'year')}" if years else "Now", bold=True)
        for place in group:
            yield from lines[place]


def _months(row: Row, look: Look) -> str:
    if row.bound is None:
        return str(row.way.months)
    return f"{row.bound}{look.glyphs.dash}{row.way.months}"


def _room_for_names(names: list[str], tracks: list[str], room: int, look: Look) -> int:
    """Columns for the roles' names: what they need, or what is fair if there are tracks, too."""
    needed = max(map(cells, names))
    if look.width < ROOMY or not any(tracks):
        return room
    beside = max(map(cells, tracks)) + len(GAP)
    return min(needed, max(room - beside, room // 2))


def _row(figures: str, name: str, track: str, names: int, room: int) -> list[str]:
    beside = wrap(track, room - names - len(GAP)) if names < room else []
    return [
        (_left("" if place else figures, cells(figures)) + _left(one, names) + GAP + two).rstrip()
        for place, (one, two) in enumerate(zip_longest(wrap(name, names), beside, fillvalue=""))
    ]


def _left(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _right(text: str, width: int) -> str:
    return " " * (width - cells(text)) + text


def _remarks(survey: Reach | Into, look: Look) -> Iterator[str]:
    """What is not in the table, and what the figures are worth."""
    names = {role.id: role.name for role in survey.ladder.roles.values()}
    if survey.unreached:
        listed = some((names[role] for role in survey.unreached), look.glyphs)
        yield f"{_outside(survey)}: {listed}."
    if survey.undecided:
        yield paint(_unproven(survey.undecided), fg="yellow")
        lost = [one for one in survey.undecided if one.best is None]
        if lost:
            listed = some((f"{names[one.role]} (from {one.bound})" for one in lost), look.glyphs)
            yield f"No way found so far, and from how many months on one is possible: {listed}."
    parts = []
    if isinstance(survey, Into):
        parts.append("In each role stands somebody who has been in it for long.")
    if any(way.role != survey.about for way in survey.ways):
        whole = not any(one.best for one in survey.undecided)
        proven = "Proven" if whole else "Where one figure stands, it is proven"
        parts.append(f"{proven} under the rules of growth: no way there is shorter.")
        parts.append("Months are estimates.")
    if parts:
        yield " ".join(parts)


def _outside(survey: Reach | Into) -> str:
    """How the roles are introduced that no plan reaches, or leads from."""
    if survey.within is not None or survey.max_cost is not None:
        return f"Not within that, or not at all ({len(survey.unreached)})"
    if isinstance(survey, Reach):
        return f"Out of reach, however long one takes ({len(survey.unreached)})"
    return f"No way leads there, however long one takes, from ({len(survey.unreached)})"


def _unproven(undecided: Sequence[Undecided]) -> str:
    text = f"The time limit came before the proof for {count(len(undecided), 'role')}"
    if any(one.best for one in undecided):
        text += "; two months stand where the least lies between what is proven and what was found"
    return f"{text}. A longer --time-limit may help."
