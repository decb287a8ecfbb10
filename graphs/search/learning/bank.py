"""The bank: idle months of a partial plan, in which nothing is learnt yet and something may be.

Months of learning are interchangeable, so a bank needs no calendar: it is the number of months in
it, and for each skill that came later than the first of them, how many of them are older than the
skill. What is learnt for a gate is laid into the earliest of them that came after what it asks for.
"""

from __future__ import annotations

from graphs.search.encoding import Course

Late = tuple[tuple[int, int], ...]
"""Banked months that are older than some bits, and those bits; ascending, none at 0."""


def opens_after(late: Late, requires: int) -> int:
    """Find how many banked months are older than the last of the bits that something requires."""
    since = 0
    for older, bits in late:
        if bits & requires:
            since = older
    return since


def came_after(late: Late, opens: int) -> int:
    """Bits that came after so many banked months; roles of one month have an entry each."""
    came = 0
    for older, bits in late:
        if older == opens:
            came |= bits
    return came


def take_out(late: Late, opens: int, course: Course, held: int, asked: int) -> Late:
    """Take an activity's months out of the bank, and note when what it gives came."""
    groups: dict[int, int] = {}
    gives = course.gives & asked
    new = gives & ~held
    for older, bits in late:
        if older > opens:
            new |= bits & gives
            left = max(opens, older - course.months)
            if bits & ~gives and left:
                groups[left] = groups.get(left, 0) | bits & ~gives
        else:
            groups[older] = groups.get(older, 0) | bits
    if new and opens:
        groups[opens] = groups.get(opens, 0) | new
    return tuple(sorted(groups.items()))


def no_later(late: Late, bits: int, other: Late, slack: int) -> bool:
    """Tell whether bits came no later in one bank than in another that has ``slack`` months less.

    A month counts from the present backwards: what matters is how many banked months came after.
    """
    for older, group in late:
        if older > slack:
            behind = group & bits
            for other_older, other_group in other:
                if other_older >= older - slack:
                    behind &= ~other_group
            if behind:
                return False
    return True


def with_new(late: Late, new: int, bank: int) -> Late:
    """Note that bits came after so many banked months, if there are any."""
    return (*late, (bank, new)) if new and bank else late
