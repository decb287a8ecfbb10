"""What a plan asks of the company, for the talk with a manager: in Markdown, beside the goals.

Nothing is added to what the ladder says: activities stand by their kind, which is any text, and
moves need an opening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cli.text.words import When, count, money
from graphs import GrowthPath, Learning
from graphs.plans.costs import cost_of

from .markdown import plain

SPONSORED = "To be sponsored"
GIVEN = "Room to be given for"
MENTOR = "A mentor or coach for"
GROUPS = {
    SPONSORED: "certificate certification course degree programme program training workshop",
    GIVEN: "project rotation secondment stretch",
    MENTOR: "coaching mentoring mentorship",
}
"""By what each is headed, the words of which one stands in a kind."""

MOST_NAMED = 7


def asked_of_company(path: GrowthPath, when: When) -> Iterator[str]:
    """What is to be paid, given and open on a path, and when."""
    groups: dict[str, list[Learning]] = {}
    for item in path.learning:
        if item.activity in path.person.learning:
            continue  # it has been asked for
        head = _head(path, item)
        if head != SPONSORED or cost_of(path, item):
            groups.setdefault(head, []).append(item)
    lines = [f"- {head}: {_items(path, groups[head], when)}" for head in GROUPS if head in groups]
    lines += [
        f"- {head}: {_items(path, items, when)}"
        for head, items in groups.items()
        if head not in GROUPS
    ]
    yield "## What is asked of the company"
    yield "\n".join([*lines, f"- Openings: {_openings(path, when)}"])


def _head(path: GrowthPath, item: Learning) -> str:
    """By what an activity is headed: the group that its kind is of, or the kind itself."""
    kind = path.ladder.activities[item.activity].kind
    words = re.findall(r"\w+", kind.casefold())
    for head, known in GROUPS.items():
        if any(word in known.split() or word.removesuffix("s") in known.split() for word in words):
            return head
    return f"Of the kind {plain(kind)}"


def _items(path: GrowthPath, items: list[Learning], when: When) -> str:
    ladder = path.ladder
    if len(items) > MOST_NAMED:
        costs = sum(cost_of(path, item) for item in items)
        return f"{count(len(items), 'goal')} above{_costing(path, costs)}"
    return "; ".join(
        f"{plain(ladder.activities[item.activity].name)}{_costing(path, cost_of(path, item))}, "
        f"{when.label(item.periods)}"
        for item in items
    )


def _costing(path: GrowthPath, cost: int | float) -> str:
    return f", {plain(money(cost, path.ladder.currency))}" if cost else ""


def _openings(path: GrowthPath, when: When) -> str:
    """The roles that are to be moved into, and when."""
    ranges = path.ranges
    return "; ".join(
        f"{plain(path.ladder.roles[stay.move.to].name)} "
        f"{when.point(stay.end, ranges[place] if ranges else None)}"
        for place, stay in enumerate(path.stays)
        if stay.move is not None
    )


def costs_by_year(path: GrowthPath, when: When) -> Iterator[str]:
    """What is to be paid in which year; nothing where nothing is."""
    years = path.cost_by_year(when.begins)
    if not years:
        return
    yield "## Cost by year"
    yield "Each activity is paid for in the month in which it begins."
    name = "" if when.begins else "Year "
    currency = path.ladder.currency
    yield "\n".join(f"- {name}{year}: {plain(money(cost, currency))}" for year, cost in years)
