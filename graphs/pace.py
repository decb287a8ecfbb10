"""A ladder at the fast or at the slow end of its months."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import get_args

from ladder import FrozenDict, Ladder, Pace, Range, Role

PACES: tuple[Pace, ...] = get_args(Pace)


def at_pace(ladder: Ladder, pace: Pace) -> Ladder:
    """Put all months that have a range at one end of it.

    Parameters
    ----------
    ladder : Ladder
        With its typical months, as its file has them.
    pace : {"fast", "typical", "slow"}

    Returns
    -------
    Ladder
        It plans like any other, and its ``pace`` says what its months are. What has no range is
        as it was. The ranges stay, as they say how many months of an activity may be in.
        The same object each time, so that what a planner keeps of a ladder is found again.

    Raises
    ------
    ValueError
        There is no such pace; or the ladder has another than its typical months already.

    Notes
    -----
    Takes time in proportion to the size of the ladder, once.

    Examples
    --------
    >>> from ladder import Ladder, Role, Transition
    >>> roles = {name: Role(name, name.upper()) for name in ("apm", "pm")}
    >>> move = Transition("apm", "pm", 24, months_range=(18, 30))
    >>> at_pace(Ladder("Small", roles=roles, transitions=(move,)), "slow").transitions[0].months
    30
    """
    if pace not in PACES:
        raise ValueError(f"pace is one of {', '.join(PACES)}; not {pace!r}")
    if pace == ladder.pace:
        return ladder
    if ladder.pace != "typical":
        raise ValueError(f"the ladder is at the {ladder.pace} pace; take the one it was made from")
    for typical, known in _RECENT:
        if typical is ladder and known.pace == pace:
            return known
    paced = _put(ladder, pace)
    _RECENT.append((ladder, paced))
    return paced


_RECENT: deque[tuple[Ladder, Ladder]] = deque(maxlen=8)


def has_ranges(ladder: Ladder) -> bool:
    """Tell whether any months of a ladder have a range."""
    return (
        any(move.months_range for move in ladder.transitions)
        or any(activity.months_range for activity in ladder.activities.values())
        or any(role.develops_ranges for role in ladder.roles.values())
    )


def pace_in_words(ladder: Ladder) -> str:
    """Say at which pace months are, for behind a word on them; nothing at the typical one.

    Examples
    --------
    >>> from ladder import Ladder
    >>> pace_in_words(Ladder("Craft")), pace_in_words(Ladder("Craft", pace="slow"))
    ('', ' at the slow pace')
    """
    return "" if ladder.pace == "typical" else f" at the {ladder.pace} pace"


def _put(ladder: Ladder, pace: Pace) -> Ladder:
    end = 0 if pace == "fast" else 1
    return replace(
        ladder,
        roles=FrozenDict((key, _put_role(role, end)) for key, role in ladder.roles.items()),
        transitions=tuple(
            replace(move, months=move.months_range[end]) if move.months_range else move
            for move in ladder.transitions
        ),
        activities=FrozenDict(
            (key, replace(item, months=item.months_range[end]) if item.months_range else item)
            for key, item in ladder.activities.items()
        ),
        pace=pace,
    )


def _put_role(role: Role, end: int) -> Role:
    if not role.develops_ranges:
        return role
    develops = {
        skill: FrozenDict(
            (level, _between(role, skill, level, months)[end]) for level, months in levels.items()
        )
        for skill, levels in role.develops.items()
    }
    return replace(role, develops=FrozenDict(develops))


def _between(role: Role, skill: str, level: int, months: int) -> Range:
    return role.develops_ranges.get(skill, {}).get(level, (months, months))
