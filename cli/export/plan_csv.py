"""Growth paths as tables for a spreadsheet, a row for each step or for each path.

A text that a spreadsheet could take for a formula has an apostrophe put before it, and so has one
that begins with an apostrophe: taking one away gives every text back as it was.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from cli.text.words import shown_range, spread
from graphs import GrowthPath, Learning
from graphs.plans.costs import cost_of
from graphs.plans.month import Month
from ladder import Ladder
from ladder.spreadsheet.grid import harmless

Row = tuple[object, ...]

STEP = (
    *("step", "kind", "what", "id", "start", "end", "months", "gains", "asks"),
    *("cost", "currency", "confidence"),
)
WAY = ("way", "months", "moves", "cost", "currency", "proven", "roles", "learning")
DATES = ("start_date", "end_date")


def plan_csv(path: GrowthPath, *, begins: Month | None = None) -> str:
    """Lay a path out in rows: each stay, what is learnt from then on, and the move that ends it."""
    rows = [(step, *row) for step, row in enumerate(_steps(path), 1)]
    return _table(STEP + _paced("end", path), rows, begins, STEP.index("start"))


def plans_csv(paths: Sequence[GrowthPath], *, begins: Month | None = None) -> str:
    """Lay several paths out, a row for each."""
    rows = [(place, *_way(path)) for place, path in enumerate(paths, 1)]
    return _table(WAY + _paced("months", paths[0]), rows, begins, None)


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


def _steps(path: GrowthPath) -> Iterator[Row]:
    ladder, ranges = path.ladder, path.ranges
    for place, stay in enumerate(path.stays):
        paced = _beside(ladder, ranges[place] if ranges else ())
        role = ladder.roles[stay.role]
        months = stay.end - stay.start
        gains = _levels(ladder, stay.develops)
        name = role.name, role.id
        doubt = role.confidence or ""
        yield "stay", *name, stay.start, stay.end, months, gains, "", "", "", doubt, *paced
        for item in path.learning:
            if _begins_in(path, place, item):
                yield *_learning(path, item), *_beside(ladder, ("", "") if ranges else ())
        if stay.move is not None:
            target = ladder.roles[stay.move.to]
            transition = ladder.transitions[stay.move.transition]
            between = shown_range(ladder, transition)
            served = f"{spread(transition.months, between)} in the role"
            gate = _levels(ladder, stay.move.requires)
            asks = "; ".join(filter(None, [served if transition.months or between else "", gate]))
            name, month, doubt = (target.name, target.id), stay.end, transition.confidence or ""
            yield "move", *name, month, month, 0, "", asks, "", "", doubt, *paced


def _begins_in(path: GrowthPath, place: int, item: Learning) -> bool:
    stay, begun = path.stays[place], item.periods[0][0]
    return stay.start <= begun < stay.end


def _learning(path: GrowthPath, item: Learning) -> Row:
    ladder = path.ladder
    activity = ladder.activities[item.activity]
    spent = sum(end - start for start, end in item.periods)
    return (
        *("learning", activity.name, activity.id),
        *(item.periods[0][0], item.periods[-1][1], spent),
        *(_levels(ladder, item.develops), _levels(ladder, activity.requires)),
        *(cost_of(path, item), ladder.currency or "", activity.confidence or ""),
    )


def _way(path: GrowthPath) -> Row:
    ladder = path.ladder
    roles = "; ".join(ladder.roles[role].name for role in path.roles)
    learning = "; ".join(ladder.activities[item.activity].name for item in path.learning)
    proven = "yes" if path.optimal else "no"
    figures = path.months, path.moves, path.cost, ladder.currency or ""
    return *figures, proven, roles, learning, *_beside(ladder, path.range or ())


def _paced(what: str, path: GrowthPath) -> tuple[str, ...]:
    """Columns for what differs by the pace, or for the pace itself; none where there are no such.

    The ladder's months have ranges, or stand at one of their ends, for all paths alike.
    """
    if path.ladder.pace != "typical":
        return ("pace",)
    return (f"{what}_fast", f"{what}_slow") if path.ranges else ()


def _beside(ladder: Ladder, between: Row) -> Row:
    """The cells below these columns."""
    return between if ladder.pace == "typical" else (ladder.pace,)


def _levels(ladder: Ladder, levels: Mapping[str, int]) -> str:
    named = (
        (ladder.skills[skill].name, ladder.level_name(level)) for skill, level in levels.items()
    )
    return "; ".join(f"{skill}: {level}" for skill, level in named)
