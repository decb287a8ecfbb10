"""What both forms of a difference have to say about routes."""

from __future__ import annotations

from collections.abc import Iterator

from graphs import ChangedRoute, ChangedRoutes
from graphs.changed_route import TURNS

from .diff_words import Words
from .words import count


def by_cause(routes: ChangedRoutes) -> Iterator[tuple[str, list[list[ChangedRoute]]]]:
    """Put routes together that turned the same way through the same changes.

    Parameters
    ----------
    routes : ChangedRoutes

    Yields
    ------
    (str, list of list of ChangedRoute)
        What became of them, and the routes by cause.
    """
    for turn in TURNS:
        groups: dict[object, list[ChangedRoute]] = {}
        for route in routes.changed:
            if route.turn == turn:
                cause = tuple((by.what, by.key, by.part) for by in route.through)
                groups.setdefault((cause, route.alone), []).append(route)
        if groups:
            yield turn, list(groups.values())


def through(route: ChangedRoute, words: Words) -> tuple[str, list[str]]:
    """Say through which change a route is another.

    Parameters
    ----------
    route : ChangedRoute
    words : Words

    Returns
    -------
    str
        How the changes come to it.
    list of str
        The changes; none where the time limit came first.
    """
    causes = [words.cause(change) for change in route.through]
    if not causes:
        return "Through which change, the time limit left open", causes
    if len(causes) == 1:
        return "Through", causes
    return "Through each of these alone" if route.alone else "Through these together", causes


def remarks(routes: ChangedRoutes) -> Iterator[str]:
    """Say what was asked, and what is left open.

    Parameters
    ----------
    routes : ChangedRoutes

    Yields
    ------
    str
        Sentences.
    """
    if routes.undecided:
        text = f"The time limit came before {count(len(routes.undecided), 'route')} could be told"
        yield f"{text}; a longer --time-limit, or fewer roles with --from and --to, may help."
    asked = len(routes.changed) + routes.unchanged + len(routes.undecided)
    if not asked:
        return
    text = f"Asked for {count(asked, 'route')}, from {count(len(routes.sources), 'role')}"
    if routes.unchanged:
        text += f"; {routes.unchanged} of them proven to be as long, or as closed, as before"
    yield f"{text}. In each stands somebody who has been in it for long."
