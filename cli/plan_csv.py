"""Growth paths as tables for a spreadsheet, a row for each step or for each path.

A text that a spreadsheet could take for a formula has an apostrophe put before it, and so has one
that begins with an apostrophe: taking one away gives every text back as it was.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from graphs import GrowthPath, Learning
from graphs.month import Month
from ladder import Ladder

Row = tuple[object, ...]

STEP = (
    *("step", "kind", "what", "id", "start", "end", "months", "gains", "asks"),
    *("cost", "currency", "confidence"),
)
WAY = ("way", "months", "moves", "cost", "currency", "proven", "roles", "learning")
DATES = ("start_date", "end_date")

_FORMULA = tuple("=+-@＝＋－＠'\t\r\n")


def plan_csv(path: GrowthPath, *, begins: Month | None = None) -> str:
    """Lay a path out in rows: each stay, what is learnt from then on, and the move that ends it.

    Parameters
    ----------
    path : GrowthPath
    begins : Month, optional
        The calendar's month that is the first; there are then columns for dates, each of which is
        the first day of the month that begins after so many months.

    Returns
    -------
    str
        CSV after RFC 4180.
    """
    rows = [(step, *row) for step, row in enumerate(_steps(path), 1)]
    return _table(STEP, rows, begins, STEP.index("start"))


def plans_csv(paths: Sequence[GrowthPath], *, begins: Month | None = None) -> str:
    """Lay several paths out, a row for each.

    Parameters
    ----------
    paths : sequence of GrowthPath
    begins : Month, optional
        The calendar's month that is the first; there are then columns for dates.

    Returns
    -------
    str
        CSV after RFC 4180.
    """
    rows = [(place, *_way(path)) for place, path in enumerate(paths, 1)]
    return _table(WAY, rows, begins, None)


def _table(
    columns: tuple[str, ...], rows: Sequence[Row], begins: Month | None, start: int | None
) -> str:
    """Write rows; dates stand at the end, from the columns of months at ``start``, or from 0."""
    page = StringIO()
    writer = csv.writer(page)
    writer.writerow(columns + (DATES if begins else ()))
    for row in rows:
        ends = row[start : start + 2] if start is not None else (0, row[1])
        dates = [begins.after(int(str(month))).first_day for month in ends] if begins else []
        writer.writerow([*map(harmless, row), *dates])
    return page.getvalue()


def harmless(cell: object) -> object:
    """Keep a text from being taken for a formula.

    Parameters
    ----------
    cell : object

    Returns
    -------
    object

    Examples
    --------
    >>> harmless("=1+1"), harmless("'tis"), harmless("Roadmapping"), harmless(-1)
    ("'=1+1", "''tis", 'Roadmapping', -1)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _steps(path: GrowthPath) -> Iterator[Row]:
    ladder = path.ladder
    for place, stay in enumerate(path.stays):
        role = ladder.roles[stay.role]
        months = stay.end - stay.start
        gains = _levels(ladder, stay.develops)
        name = role.name, role.id
        doubt = role.confidence or ""
        yield "stay", *name, stay.start, stay.end, months, gains, "", "", "", doubt
        for item in path.learning:
            if _begins_in(path, place, item):
                yield _learning(ladder, item)
        if stay.move is not None:
            target = ladder.roles[stay.move.to]
            transition = ladder.transitions[stay.move.transition]
            served = f"{stay.move.months} months in the role" if stay.move.months else ""
            asks = "; ".join(filter(None, [served, _levels(ladder, stay.move.requires)]))
            doubt = transition.confidence or ""
            yield "move", target.name, target.id, stay.end, stay.end, 0, "", asks, "", "", doubt


def _begins_in(path: GrowthPath, place: int, item: Learning) -> bool:
    stay, begun = path.stays[place], item.periods[0][0]
    return stay.start <= begun < stay.end


def _learning(ladder: Ladder, item: Learning) -> Row:
    activity = ladder.activities[item.activity]
    spent = sum(end - start for start, end in item.periods)
    cost = activity.cost if spent == activity.months else 0  # what was begun before is paid for
    return (
        *("learning", activity.name, activity.id),
        *(item.periods[0][0], item.periods[-1][1], spent),
        *(_levels(ladder, item.develops), _levels(ladder, activity.requires)),
        *(cost, ladder.currency or "", activity.confidence or ""),
    )


def _way(path: GrowthPath) -> Row:
    ladder = path.ladder
    roles = "; ".join(ladder.roles[role].name for role in path.roles)
    learning = "; ".join(ladder.activities[item.activity].name for item in path.learning)
    proven = "yes" if path.optimal else "no"
    return path.months, path.moves, path.cost, ladder.currency or "", proven, roles, learning


def _levels(ladder: Ladder, levels: Mapping[str, int]) -> str:
    named = (
        (ladder.skills[skill].name, ladder.level_name(level)) for skill, level in levels.items()
    )
    return "; ".join(f"{skill}: {level}" for skill, level in named)
