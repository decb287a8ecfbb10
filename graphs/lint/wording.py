"""Words that the findings of several rules share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ladder import Ladder, Transition
from ladder.wording import listed, short

MOST_NAMED = 6


def levels_named(ladder: Ladder, levels: Mapping[str, int], last: str = "and") -> str:
    """Skills with their levels, as a list that one can read aloud."""
    return several(
        [
            f"{short(ladder.skills[skill].name)} at {short(ladder.level_name(level))}"
            for skill, level in levels.items()
        ],
        last,
    )


def roles_named(ladder: Ladder, roles: Iterable[str]) -> str:
    """Names of roles, as a list that one can read aloud."""
    return several([short(ladder.roles[role].name) for role in roles])


def ends_named(ladder: Ladder, move: Transition) -> str:
    """Where a transition leads from and where to."""
    target = short(ladder.roles[move.to_role].name)
    if move.from_any:
        return f"from any role to {target}"
    return f"from {roles_named(ladder, move.from_roles)} to {target}"


def several(words: Sequence[str], last: str = "and") -> str:
    """Words as a list that one can read aloud; of many, the first and how many more there are."""
    if len(words) > MOST_NAMED + 1:
        return f"{', '.join(words[:MOST_NAMED])} and {len(words) - MOST_NAMED} more"
    return listed(words, last)


def around(ladder: Ladder, circle: Sequence[str]) -> str:
    """A circle of roles, from the first and back to it."""
    first, *others = [short(ladder.roles[role].name) for role in circle]
    left_out = len(others) - MOST_NAMED
    if left_out > 1:
        others[MOST_NAMED - 1 : -1] = [f"{left_out} more"]
    return f"from {first} to {' to '.join(others)} and back"


def ordinal(number: int) -> str:
    """A number as a place in a list."""
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
