"""Labels: where a partial plan has come to."""

from __future__ import annotations

from .bank import Late
from .encoding import Milestones
from .itinerary import State

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
