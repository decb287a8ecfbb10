"""What everything hangs on: roles, moves and activities without which there is no way any more."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from graphs.queries.question import Question
from graphs.search.reachability import reachable
from ladder import Ladder

from .ways import Way, found, in_changed

Kind = Literal["role", "transition", "activity"]


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """Something without which ways are closed.

    Parameters
    ----------
    kind : {"role", "transition", "activity"}
    key : str or int
        Its id, or the place of the transition in the ladder's transitions.
    closes : int
        How many people have no way without it; those who are in a role, or want it, do not count
        for that role.
    of : int
        How many have one with it.
    """

    kind: Kind
    key: str | int
    closes: int
    of: int


def single_points_of(
    ladder: Ladder, ways: Sequence[Way], told: Callable[[], None]
) -> tuple[SinglePoint, ...]:
    """Take each thing away; what closes most ways comes first.

    Only those whose best plan has a use for it can have no way without it.
    """
    everybody = sum(way.traveller.people for way, _ in found(ways))
    points = []
    for (kind, key), concerned in _users(ways).items():
        closed = _closed(ladder, kind, key, concerned)
        closes = sum(way.traveller.people for way in closed)
        told()
        if closes:
            points.append(SinglePoint(kind, key, closes, everybody))
    return tuple(sorted(points, key=lambda one: (-one.closes, one.kind, str(one.key))))


def _users(ways: Iterable[Way]) -> dict[tuple[Kind, str | int], list[Way]]:
    """The ways whose best plan goes through each role, by each move, and learns each activity."""
    users: dict[tuple[Kind, str | int], list[Way]] = {}
    for way, path in found(ways):
        used: list[tuple[Kind, str | int]] = [("role", role) for role in path.roles[1:-1]]
        used += [("transition", stay.move.transition) for stay in path.stays if stay.move]
        used += [("activity", item.activity) for item in path.learning]
        for thing in dict.fromkeys(used):
            users.setdefault(thing, []).append(way)
    return users


def _closed(ladder: Ladder, kind: Kind, key: str | int, ways: Sequence[Way]) -> Iterator[Way]:
    source = ways[0].source
    without = [str(key)] if kind == "activity" else []
    left = tuple(
        move
        for place, move in enumerate(ladder.transitions)
        if (kind, key) not in {("role", move.to_role), ("transition", place)}
    )
    prepared = Question.prepare(replace(ladder, transitions=left), source, source)
    for way in ways:
        question = in_changed(way, prepared, without)
        if not reachable(question.planner.encoded, question.start, question.route):
            yield way
