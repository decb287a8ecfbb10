"""What a plan must not exceed.

Labels: where a partial plan has come to.

The bank: idle months, in which nothing is learnt yet and something may be.

Months of learning are interchangeable, so a bank needs no calendar: it is the number of months in
it, and for each skill that came later than the first of them, how many of them are older than the
skill.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .encoding import Course, Milestones
from .problem import State

Late = tuple[tuple[int, int], ...]
"""Banked months that are older than some bits, and those bits; ascending, none at 0."""

NEVER = 10**9


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


Tie = tuple[
    tuple[int, ...], tuple[int, ...], tuple[tuple[int, tuple[int, ...]], ...], tuple[int, ...]
]
"""What decides between equal plans: roles; transitions' places; for each gate how many activities
and which; departures."""


class Label:
    """The arrival in a role, at the end of a partial plan.

    Parameters
    ----------
    role : int
        The role arrived in.
    since : int
        The month from which its months are counted; negative for months served before today.
    now : int
        The month of the arrival.
    moves, cost : int
        So far; the cost in the ladder's smallest unit.
    held : int
        Bits held on arrival.
    bank : int
        Idle months so far in which nothing is learnt.
    late : Late
        What came after the first of them.
    milestones : Milestones
        What staying gives, by months from now on the plan's calendar.
    tie : Tie
        What decides between equal plans.
    state : State
        Where on the route it is.
    wanted : int
        The bits held that may still matter.

    Attributes
    ----------
    learnt : int
        Months up to now in which something is learnt.
    dead : bool
        Whether another label makes it superfluous.
    before : list of Label
        Where it comes from, and where those come from that it makes superfluous.
    """

    __slots__ = (
        "bank",
        "before",
        "cost",
        "dead",
        "held",
        "late",
        "learnt",
        "milestones",
        "moves",
        "now",
        "role",
        "since",
        "state",
        "tie",
        "wanted",
    )

    def __init__(
        self,
        role: int,
        since: int,
        now: int,
        moves: int,
        cost: int,
        held: int,
        bank: int,
        late: Late,
        milestones: Milestones,
        tie: Tie,
        state: State,
        wanted: int,
    ) -> None:
        self.role = role
        self.since = since
        self.now = now
        self.moves = moves
        self.cost = cost
        self.held = held
        self.bank = bank
        self.late = late
        self.milestones = milestones
        self.tie = tie
        self.state = state
        self.wanted = wanted
        self.learnt = now - bank
        self.dead = False
        self.before: list[Label] = []


@dataclass(frozen=True, slots=True)
class Limits:
    """The most months, moves and cost of a plan.

    Parameters
    ----------
    months : int
        From now to the end.
    cost : int
        In the encoded ladder's smallest unit.
    moves : int
        From now to the end.
    ahead : sequence of sequence of int
        Least months from each role to the end, by the roles of ``via`` entered and role number;
        empty where the months are not limited.
    moves_ahead : sequence of sequence of int
        Least moves, likewise.
    """

    months: int = NEVER
    cost: int = NEVER
    moves: int = NEVER
    ahead: Sequence[Sequence[int]] = ()
    moves_ahead: Sequence[Sequence[int]] = ()

    def exceeded(self, label: Label) -> bool:
        """Tell whether no plan that continues a label can keep to the limits."""
        if label.cost > self.cost:
            return True
        entered, role = label.state[0], label.role
        if self.ahead and label.now + self.ahead[entered][role] > self.months:
            return True
        return bool(self.moves_ahead) and (
            label.moves + self.moves_ahead[entered][role] > self.moves
        )
