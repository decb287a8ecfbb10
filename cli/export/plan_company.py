"""What a plan asks of the company, for the talk with a manager: in Markdown, beside the goals.

Nothing is added to what the ladder says: activities stand by their kind, which is any text, and
moves need an opening.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from cli.text.words import When, money
from graphs import GrowthPath, Learning
from graphs.plans.costs import cost_of
from graphs.words import Words

from .markdown import plain

SPONSORED, GIVEN, MENTOR = "plan.sponsored", "plan.given", "plan.mentor"
GROUPS = {
    SPONSORED: "certificate certification course degree programme program training workshop",
    GIVEN: "project rotation secondment stretch",
    MENTOR: "coaching mentoring mentorship",
}
"""By what each is headed, as its words are called, and the words of which one is in a kind."""

MOST_NAMED = 7


def asked_of_company(path: GrowthPath, when: When) -> Iterator[str]:
    """What is to be paid, given and open on a path, and when."""
    groups: dict[str, list[Learning]] = {}
    for item in path.learning:
        if item.activity in path.person.learning:
            continue  # it has been asked for
        head = _head(path, item, when.words)
        if head != SPONSORED or cost_of(path, item):
            groups.setdefault(head, []).append(item)
    words = when.words
    lines = [
        f"- {words(head)}: {_items(path, groups[head], when)}" for head in GROUPS if head in groups
    ]
    lines += [
        f"- {head}: {_items(path, items, when)}"
        for head, items in groups.items()
        if head not in GROUPS
    ]
    yield f"## {words('plan.company')}"
    yield "\n".join([*lines, f"- {words('plan.openings', roles=_openings(path, when))}"])


def _head(path: GrowthPath, item: Learning, words: Words) -> str:
    """By what an activity is headed: the group that its kind is of, or the kind itself."""
    kind = path.ladder.activities[item.activity].kind
    said = re.findall(r"\w+", kind.casefold())
    for head, known in GROUPS.items():
        if any(word in known.split() or word.removesuffix("s") in known.split() for word in said):
            return head
    return words("plan.ofKind", kind=plain(kind))


def _items(path: GrowthPath, items: list[Learning], when: When) -> str:
    ladder = path.ladder
    if len(items) > MOST_NAMED:
        costs = sum(cost_of(path, item) for item in items)
        return when.words("plan.above", n=len(items)) + _costing(path, costs, when.words)
    return "; ".join(
        f"{plain(ladder.activities[item.activity].name)}{cost}, {when.label(item.periods)}"
        for item in items
        for cost in [_costing(path, cost_of(path, item), when.words)]
    )


def _costing(path: GrowthPath, cost: int | float, words: Words) -> str:
    return f", {plain(money(cost, path.ladder.currency, words))}" if cost else ""


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
    words, currency = when.words, path.ladder.currency
    yield f"## {words('plan.byYear')}"
    yield words("plan.paid")
    named = (str(year) if when.begins else words("plan.year", year=year) for year, _ in years)
    costs = (plain(money(cost, currency, words)) for _, cost in years)
    yield "\n".join(f"- {name}: {cost}" for name, cost in zip(named, costs, strict=True))
