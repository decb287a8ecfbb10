"""The question: what is different between two versions of a ladder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from ladder import Ladder, Transition

from .alignment import aligned
from .ladder_diff import KINDS, Change, Key, LadderDiff, MoveKey, Things
from .parts import Part, parts_of

Pair = tuple[int | None, int | None]
"""Places of a transition in the old and in the new version; None where it is in one alone."""


def diff(old: Ladder, new: Ladder) -> LadderDiff:
    """Find what is different between two versions of a ladder.

    Parameters
    ----------
    old, new : Ladder

    Returns
    -------
    LadderDiff
        Things go by their ids, where those have changed by name and alias; transitions by their two
        roles, and among those between the same two by what is equal, then by kind, then by order.
        The order of things makes no difference.

    Notes
    -----
    Takes time in proportion to the size of the two ladders, and with the square of the number of
    transitions between the same two roles.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from ladder import Ladder, Role, Transition
    >>> roles = {name: Role(name, name.upper()) for name in ("apm", "pm")}
    >>> old = Ladder("Small", roles=roles, transitions=(Transition("apm", "pm", 24),))
    >>> new = replace(old, transitions=(Transition("apm", "pm", 18),))
    >>> (change,) = diff(old, new).changes
    >>> change.part.name, change.before.months, change.after.months
    ('months', 24, 18)
    """
    both = aligned(old, new)
    things = _things(both.old, both.new)
    changes = tuple(
        change
        for what in KINDS
        for key in dict.fromkeys([*things[0][what], *things[1][what]])
        for change in _changes(what, key, *(side[what].get(key) for side in things))
    )
    return LadderDiff(old, new, both, things, changes)


def _changes(what: Any, key: Key, before: Any, after: Any) -> Iterator[Change]:
    if before is None or after is None:
        yield Change(what, key, None, before, after)
        return
    was, now = parts_of(before), parts_of(after)
    for part in sorted(was.keys() | now.keys(), key=_rank(was, now)):
        if was.get(part) != now.get(part):
            yield Change(what, key, part, was.get(part), now.get(part))


def _rank(*sides: Mapping[Part, Any]) -> Any:
    """In the order of the fields, the skills by id."""
    order = {
        name: place for place, name in enumerate(dict.fromkeys(p.name for s in sides for p in s))
    }
    return lambda part: (order[part.name], part.skill or "")


def _things(old: Ladder, new: Ladder) -> tuple[Things, Things]:
    moves = _paired(old.transitions, new.transitions)
    return (_of(old, moves[0]), _of(new, moves[1]))


def _of(ladder: Ladder, moves: Mapping[Key, Transition]) -> Things:
    return {
        "ladder": {"": ladder},
        "track": _keyed(ladder.tracks),
        "skill": _keyed(ladder.skills),
        "role": _keyed(ladder.roles),
        "transition": {**moves},
        "activity": _keyed(ladder.activities),
    }


def _keyed(things: Mapping[str, Any]) -> dict[Key, Any]:
    return {key: thing for key, thing in things.items()}  # noqa: C416


def _paired(
    old: Sequence[Transition], new: Sequence[Transition]
) -> tuple[dict[Key, Transition], dict[Key, Transition]]:
    """Give each transition what it goes by, the same in both versions where it is the same one."""
    sides = _by_ends(old), _by_ends(new)
    found: tuple[dict[Key, Transition], dict[Key, Transition]] = ({}, {})
    for ends in dict.fromkeys([*sides[0], *sides[1]]):
        before, after = (side.get(ends, []) for side in sides)
        for place, pair in enumerate(_matched(before, after)):
            for known, moves, at in zip(found, (before, after), pair, strict=True):
                if at is not None:
                    known[MoveKey(*ends, place)] = moves[at]
    return found


def _by_ends(moves: Iterable[Transition]) -> dict[tuple[str, str], list[Transition]]:
    by_ends: dict[tuple[str, str], list[Transition]] = {}
    for move in moves:
        by_ends.setdefault((move.from_role, move.to_role), []).append(move)
    return by_ends


def _matched(old: Sequence[Transition], new: Sequence[Transition]) -> list[Pair]:
    """Match what is equal, then what is of one kind, then the rest, each in the order given."""
    left = list(range(len(new)))
    matches: dict[int, int] = {}
    alike = (
        lambda one, other: one == other,
        lambda one, other: one.kind == other.kind,
        lambda one, other: True,
    )
    for same in alike:
        for place, move in enumerate(old):
            if place not in matches:
                match = next((at for at in left if same(move, new[at])), None)
                if match is not None:
                    matches[place] = match
                    left.remove(match)
    pairs: list[Pair] = [(place, matches.get(place)) for place in range(len(old))]
    return [*pairs, *((None, at) for at in left)]
