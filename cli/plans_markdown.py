"""Several growth paths side by side, as a table in Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from graphs import Choices, GrowthPath
from graphs.month import Month
from graphs.pace import pace_in_words

from .markdown import plain
from .paths_text import difference, proof_of_all
from .when import When
from .words import duration, money


def plans_markdown(choices: Choices, *, begins: Month | None = None) -> str:
    """Write paths below each other, the first one being what the others are compared with.

    Parameters
    ----------
    choices : Choices
    begins : Month, optional
        The calendar's month that is the first; it is then said when each is reached.

    Returns
    -------
    str
        Markdown, as GitHub reads it.
    """
    return "\n".join(_lines(choices, When(begins=begins))) + "\n"


def _lines(choices: Choices, when: When) -> Iterator[str]:
    paths = choices.found
    roles = paths[0].ladder.roles
    source, target = (plain(roles[role].name) for role in (paths[0].source, paths[0].target))
    yield f"# Ways from {source} to {target}"
    yield ""
    yield "| | Way | Months | Moves | Cost | Beside the first |"
    yield "|-:|:-|:-|-:|-:|:-|"
    for place, path in enumerate(paths, 1):
        yield f"| {' | '.join([str(place), *_cells(paths[0], path, when)])} |"
    yield ""
    yield proof_of_all(choices)


def _cells(first: GrowthPath, path: GrowthPath, when: When) -> Iterator[str]:
    yield " → ".join(plain(path.ladder.roles[role].name) for role in path.roles)
    reached = f", reached {when.point(path.months)}" if when.begins else ""
    yield duration(path.months, path.range) + pace_in_words(path.ladder) + reached
    yield str(path.moves)
    yield plain(money(path.cost, path.ladder.currency))
    yield "" if path is first else difference(first, path, plain)
