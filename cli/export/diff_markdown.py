"""What is different between two versions of a ladder, as Markdown for a pull request.

No line begins with a name, and every name is written by `plain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from cli.text.ladders.diff import (
    ASIDE_TITLE,
    MOST_ASIDE,
    Item,
    Words,
    apart,
    by_cause,
    in_short,
    remarks,
    texts_in_short,
    through,
)
from cli.text.words import USUAL, count
from graphs import ChangedRoute, ChangedRoutes, LadderDiff

from .markdown import plain

FOLDED = 12
"""Lines from which on a list is folded away."""

MOST = 100
"""Lines of one list; more would not fit into a comment."""

MARKS = {"+": "added", "-": "removed", "~": "changed"}


def diff_markdown(diff: LadderDiff, routes: ChangedRoutes | None) -> str:
    """Write what changed in a ladder, and what that does to people if any routes were asked for."""
    if diff.same:
        return "No difference.\n"
    words = Words(diff, USUAL, plain)
    title = f"# What changed in {plain(diff.new.name)}"
    told = chain([title], _things(words), _routes(routes, words) if routes else ())
    return "\n\n".join(told) + "\n"


def _things(words: Words) -> Iterator[str]:
    """A paragraph for each title, and what stands under it."""
    for title, items in words.items().items():
        yield f"## {title}"
        aside = title == ASIDE_TITLE
        shown, texts = (items, []) if aside else apart(items)
        number = in_short(shown) if aside else count(len(shown), "difference")
        most = MOST_ASIDE if aside else FOLDED
        if shown:
            yield from _folded(number, [], list(map(_item, shown)), most)
        if texts:
            yield from _folded(texts_in_short(texts), [], list(map(_item, texts)), MOST_ASIDE)


def _item(item: Item) -> str:
    details = f": {'; '.join(item.details)}" if item.details else ""
    return f"- {MARKS[item.mark]} **{item.title}**{details}"


def _routes(routes: ChangedRoutes, words: Words) -> Iterator[str]:
    yield "## What it does to people"
    if not routes.changed and not routes.undecided and not routes.left_out:
        yield "No route that was asked for is longer or shorter."
    for turn, groups in by_cause(routes):
        rows = [_row(route, words) for group in groups for route in group]
        yield f"### {turn.capitalize()}"
        heads = ["| Route | Months | Through |", "|:-|:-|:-|"]
        yield from _folded(count(len(rows), "route"), heads, rows)
    yield from remarks(routes)


def _row(route: ChangedRoute, words: Words) -> str:
    head, causes = through(route, words)
    told = head
    if causes:
        told = "; ".join(causes)
        if len(causes) > 1:
            told = f"{'each alone' if route.alone else 'together'}: {told}"
    return f"| {words.route(route.source, route.target)} | {words.months(route)} | {told} |"


def _folded(
    summary: str, heads: Iterable[str], lines: list[str], most: int = FOLDED
) -> Iterator[str]:
    """Show a list, or a table, of no more lines than fit; one of more than ``most`` folded away."""
    fold = len(lines) > most
    if fold:
        yield f"<details><summary>{summary}</summary>"
    yield "\n".join([*heads, *lines[:MOST]])
    if (more := len(lines) - MOST) > 0:
        yield f"And {more} more, which `--format json` names."
    if fold:
        yield "</details>"
