"""What is different between two versions of a ladder, laid out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from graphs import ChangedRoute, ChangedRoutes, LadderDiff

from .diff_told import by_cause, remarks, through
from .diff_words import Words
from .layout import cells, hang, paint, tie, wrap
from .look import Look
from .words import count

MOST_ROUTES = 8
"""Through the same changes; json has them all."""

COLOURS = {"+": "green", "-": "red", "~": "yellow"}


def describe_diff(diff: LadderDiff, routes: ChangedRoutes, look: Look) -> str:
    """Lay out what changed in a ladder, and what that does to people.

    Parameters
    ----------
    diff : LadderDiff
    routes : ChangedRoutes
    look : Look

    Returns
    -------
    str
        Several lines, with colours.
    """
    if diff.same:
        return "No difference."
    words = Words(diff, look.glyphs, tie)
    lines = chain(_things(words, look), _routes(routes, words, look))
    return "\n".join(lines).lstrip("\n")


def _things(words: Words, look: Look) -> Iterator[str]:
    for title, items in words.items().items():
        yield ""
        yield paint(f"{title} ({len(items)})" if len(items) > 1 else title, bold=True)
        for item in items:
            sign = look.glyphs.minus if item.mark == "-" else item.mark
            mark = paint(sign, fg=COLOURS[item.mark])
            yield from hang(f"  {mark} ", item.title, look.width)
            for detail in item.details:
                yield from hang(" " * 6, detail, look.width)


def _routes(routes: ChangedRoutes, words: Words, look: Look) -> Iterator[str]:
    yield ""
    yield paint("What it does to people", bold=True)
    if not routes.changed and not routes.undecided:
        yield from hang("  ", "No route that was asked for is longer or shorter.", look.width)
    for turn, groups in by_cause(routes):
        yield ""
        number = sum(map(len, groups))
        yield f"  {paint(turn.capitalize(), bold=True)} ({number})"
        column = max(cells(words.months(route)) for group in groups for route in group)
        for group in groups:
            yield from _group(group, column, words, look)
    for remark in remarks(routes):
        yield ""
        style = {"fg": "yellow"} if remark.startswith("The time limit") else {}
        yield from wrap(paint(remark, **style), look.width)


def _group(group: list[ChangedRoute], column: int, words: Words, look: Look) -> Iterator[str]:
    head, causes = through(group[0], words)
    if len(causes) == 1:
        yield from hang("    ", paint(f"{head} {causes[0]}", dim=True), look.width)
    else:
        yield from hang("    ", paint(head, dim=True), look.width)
        for cause in causes:
            yield from hang("      ", paint(cause, dim=True), look.width)
    shown = group if len(group) <= MOST_ROUTES + 1 else group[:MOST_ROUTES]
    for route in shown:
        told = words.months(route)
        first = "      " + " " * (column - cells(told)) + told + "  "
        yield from hang(first, words.route(route.source, route.target), look.width)
    if more := len(group) - len(shown):
        text = f"and {count(more, 'more route')}, which --format json names"
        yield from hang("      ", text, look.width)
