"""Months and costs that can hardly be meant, or that do not say where they come from."""

from __future__ import annotations

from collections.abc import Iterator

from ladder import Ladder, Range
from ladder.files.document import Fault, Steps
from ladder.wording import short

from .rule import Rule
from .wording import ends_named

MOST_SERVED = 180

MOST_LEARNING = 60

WIDEST = 5
"""How many times the fast end of a range its slow end may be."""

LEAST_FAST = 3
"""A fast end below counts as so many months: from 0 to 12 is no wide range."""


def _too_many(ladder: Ladder) -> Iterator[Fault]:
    for index, move in enumerate(ladder.transitions):
        if move.months > MOST_SERVED:
            message = (
                f"the move {ends_named(ladder, move)} asks for {_years(move.months)} in the "
                f"role; more than {MOST_SERVED} is hardly meant"
            )
            yield Fault(("transitions", index, "months"), message)
    for key, activity in ladder.activities.items():
        if activity.months > MOST_LEARNING:
            message = (
                f"{short(activity.name)} takes {_years(activity.months)}; more than "
                f"{MOST_LEARNING} is hardly meant"
            )
            yield Fault(("activities", key, "months"), message)
    for key, role in ladder.roles.items():
        slowest = ((max(levels.values()), skill) for skill, levels in role.develops.items())
        months, skill = max(slowest, default=(0, ""))
        if months > MOST_SERVED:
            message = (
                f"{short(role.name)} develops {short(ladder.skills[skill].name)} after "
                f"{_years(months)}; more than {MOST_SERVED} is hardly meant"
            )
            yield Fault(("roles", key, "develops", skill), message)


def _years(months: int) -> str:
    return f"{months} months, {months // 12} years,"


def _too_wide(ladder: Ladder) -> Iterator[Fault]:
    for what, between, steps in _ranges(ladder):
        fast, slow = between
        if slow > WIDEST * max(fast, LEAST_FAST):
            message = (
                f"the months of {what} range from {fast} to {slow}, which says next to nothing"
            )
            yield Fault(steps, message)


def _ranges(ladder: Ladder) -> Iterator[tuple[str, Range, Steps]]:
    """What has a range of months, the range, and its place; of a role, the widest in each skill."""
    for index, move in enumerate(ladder.transitions):
        if move.months_range:
            what = f"the move {ends_named(ladder, move)}"
            yield what, move.months_range, ("transitions", index, "months")
    for key, activity in ladder.activities.items():
        if activity.months_range:
            yield short(activity.name), activity.months_range, ("activities", key, "months")
    for key, role in ladder.roles.items():
        for skill, ranges in role.develops_ranges.items():
            widest = max(ranges.values(), key=lambda ends: ends[1] / max(ends[0], LEAST_FAST))
            what = f"{short(ladder.skills[skill].name)} in {short(role.name)}"
            yield what, widest, ("roles", key, "develops", skill)


def _no_currency(ladder: Ladder) -> Iterator[Fault]:
    costly = [key for key, activity in ladder.activities.items() if activity.cost]
    if costly and ladder.currency is None:
        first = ladder.activities[costly[0]]
        others = f", as do {len(costly) - 1} more" if costly[1:] else ""
        message = f"{short(first.name)} has a cost{others}, and the file names no currency"
        yield Fault(("activities", costly[0], "cost"), message)


def _missing(ladder: Ladder) -> Iterator[Fault]:
    for key, role in ladder.roles.items():
        if role.develops and not role.source:
            message = f"nothing says where the months of {short(role.name)} come from"
            yield Fault(("roles", key), message, at_key=True)
    for index, move in enumerate(ladder.transitions):
        if not move.source:
            message = f"nothing says where the months {ends_named(ladder, move)} come from"
            yield Fault(("transitions", index), message)
    for key, activity in ladder.activities.items():
        if not activity.source:
            message = (
                f"nothing says where the months and the cost of {short(activity.name)} come from"
            )
            yield Fault(("activities", key), message, at_key=True)


RULES = (
    Rule(
        code="L701",
        name="too-many-months",
        severity="warning",
        why="Months beyond the length of most working lives in one role make every path through "
        "here useless; often days or weeks were written, or a digit too many.",
        mend="Write the months that it typically takes.",
        more="""\
A move may ask for 180 months in the role, a role may take 180 months to develop a skill, and an \
activity may take 60 months of learning.

Here a digit is too many:

    costing-course: {months: 240, develops: {menu-planning: working}}

Mended:

    costing-course: {months: 24, develops: {menu-planning: working}}

Ignore it where careers are that long, as in some public services.""",
        find=_too_many,
    ),
    Rule(
        code="L702",
        name="wide-range",
        severity="warning",
        why="A range whose slow end is more than five times its fast end tells nobody what to "
        "expect, and makes the fast and the slow path incomparable.",
        mend="Narrow the range to what most people need, or split the two cases into two "
        "transitions or activities.",
        more="""\
A fast end of less than 3 months counts as 3, so that a range from 0 to 12 is none of these.

Here nobody knows how long it takes:

    - {from: cook, to: sous-chef, months: {typical: 12, range: [6, 60]}}

Mended:

    - {from: cook, to: sous-chef, months: {typical: 12, range: [9, 24]}}

Ignore it where the figures are measured, and really spread so far.""",
        find=_too_wide,
    ),
    Rule(
        code="L703",
        name="no-currency",
        severity="warning",
        why="A cost without a currency cannot be compared with a budget.",
        mend="Add the currency at the top of the file.",
        more="""\
It is found once, at the first activity with a cost.

Here the cost may be in euros or in rupees:

    name: Kitchen
    activities:
      costing-course: {months: 3, cost: 400}

Mended:

    name: Kitchen
    currency: EUR

Ignore it where costs are in points, or in another unit without a name.""",
        find=_no_currency,
    ),
    Rule(
        code="L804",
        name="missing-source",
        severity="warning",
        why="A figure without a source cannot be questioned, and is believed more or less than it "
        "deserves.",
        mend="Add a source, be it that it is an estimate, and a confidence.",
        more="""\
It is looked for only when it is selected. Roles that develop something, transitions and \
activities need a source each: that of the whole file cannot say which figure it is for.

Here nothing says where the months come from:

    - {from: cook, to: sous-chef, months: 12}

Mended:

    - {from: cook, to: sous-chef, months: 12,
       source: three kitchens in Lyon, confidence: low}

Ignore it where one source at the top of the file covers every figure.""",
        find=_missing,
        by_default=False,
    ),
)
