"""Labels: where a partial plan has come to, and when one makes another superfluous."""

from __future__ import annotations

from .encoding import Milestones
from .itinerary import State
from .learning import Late, no_later

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
    """

    __slots__ = (
        "bank",
        "cost",
        "dead",
        "held",
        "late",
        "milestones",
        "moves",
        "now",
        "role",
        "since",
        "state",
        "tie",
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
        self.dead = False


def dominates(one: Label, other: Label, wanted: int) -> bool:
    """Tell whether whatever continues one label continues another at least as well.

    Both are in the same role and state. The earlier one can wait for the other's moment, and has
    what it waited in its bank. Fewer moves or less cost stay so to the end, but an earlier arrival
    may not, so that among equals the tie must favour it too.

    Parameters
    ----------
    one, other : Label
    wanted : int
        The bits that matter.
    """
    if one.now > other.now or one.moves > other.moves or one.cost > other.cost:
        return False
    if other.held & ~one.held & wanted:
        return False
    slack = one.bank + other.now - one.now - other.bank
    if slack < 0:
        return False
    if one.moves == other.moves and one.cost == other.cost and one.tie > other.tie:
        return False
    return not one.late or no_later(one.late, other.held, other.late, slack)


class Front:
    """The labels of one role of which none dominates another."""

    __slots__ = ("labels",)

    def __init__(self) -> None:
        self.labels: list[Label] = []

    def admits(self, label: Label, wanted: int) -> bool:
        """Take a label in, unless one here dominates it; mark dead those that it dominates."""
        for other in self.labels:
            if dominates(other, label, wanted):
                return False
        kept = []
        for other in self.labels:
            if dominates(label, other, wanted):
                other.dead = True
            else:
                kept.append(other)
        kept.append(label)
        self.labels = kept
        return True
