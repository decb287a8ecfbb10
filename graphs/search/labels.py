"""Labels: where a partial plan has come to.

A label points to the one before it, so that the whole plan, and what decides between equal plans,
is told by the chain of them.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field

from .encoding import Milestones
from .learning.bank import Late, with_new
from .problem import Limits, State

Tie = tuple[
    tuple[int, ...], tuple[int, ...], tuple[tuple[int, tuple[int, ...]], ...], tuple[int, ...]
]
"""What decides between equal plans: roles; transitions' places; for each gate how many activities
and which; departures."""


@dataclass(slots=True, eq=False, kw_only=True)
class Label:
    """The arrival in a role, at the end of a partial plan."""

    role: int
    since: int
    """The month from which its months are counted; negative for months served before today."""
    now: int
    """The month of the arrival."""
    moves: int = 0
    cost: int = 0
    held: int
    """Bits held on arrival."""
    wanted: int
    """Those of them that may still matter."""
    bank: int = 0
    """Idle months so far in which nothing is learnt."""
    learnt: int = 0
    """Months so far in which something is learnt: all others."""
    late: Late = ()
    """What came after the first of them."""
    milestones: Milestones
    """What staying gives, by months from now on the plan's calendar."""
    state: State
    """Where on the route it is."""
    parent: Label | None = None
    """The arrival in the role before; none where the way begins."""
    place: int = -1
    """The transition's place in the file, by which it comes from there."""
    courses: tuple[int, ...] = ()
    """The activities for that gate, by number."""

    dead: bool = field(init=False, default=False)
    """Whether another label makes it superfluous."""
    before: list[Label] = field(init=False, default_factory=list)
    """Where it comes from, and where those come from that it makes superfluous; noted only in a
    search that asks for all that leads to its end."""
    _tie: Tie | None = field(init=False, default=None)

    @property
    def chain(self) -> list[Label]:
        """The labels of the plan, from where it begins."""
        chain = [self]
        while parent := chain[-1].parent:
            chain.append(parent)
        chain.reverse()
        return chain

    @property
    def roles(self) -> tuple[int, ...]:
        """The roles that the plan goes through."""
        return tuple(label.role for label in self.chain)

    @property
    def tie(self) -> Tie:
        """What decides between equal plans; worked out when it is asked for first, and kept."""
        if self._tie is None:
            parent = self.parent
            if parent is None:
                self._tie = (self.role,), (), (), ()
            else:
                # By the chain where it must be, rather than by calls as deep as the plan is long.
                before = parent._tie or [label.tie for label in parent.chain][-1]
                roles, places, courses, departures = before
                self._tie = (
                    (*roles, self.role),
                    (*places, self.place),
                    (*courses, (len(self.courses), self.courses)),
                    (*departures, self.now),
                )
        return self._tie

    def standing_for(self, role: int, parent: Label | None) -> Label:
        """Make the label of the same moment of a plan in another ladder."""
        other = copy(self)
        other.role, other.parent, other._tie = role, parent, None
        return other

    def exceeds(self, limits: Limits) -> bool:
        """Tell whether no plan that continues this can keep to limits."""
        if self.cost > limits.cost:
            return True
        entered = self.state[0]
        if limits.ahead and self.now + limits.ahead[entered][self.role] > limits.months:
            return True
        return bool(limits.moves_ahead) and (
            self.moves + limits.moves_ahead[entered][self.role] > limits.moves
        )

    def upcoming(self, passed: int, held: int, wanted: int) -> int:
        """Find the next milestone of the stay that gives what is wanted and not held."""
        milestones = self.milestones
        while passed < len(milestones) and not milestones[passed][1] & ~held & wanted:
            passed += 1
        return passed

    def at_milestone(self, passed: int, asked: int) -> tuple[int, Late, int]:
        """Find what is held after so many milestones of the stay, what of it came late, and when.

        Late is told of those bits alone that activities ask for.
        """
        held, late, now = self.held, self.late, self.now
        for at, bits in self.milestones[:passed]:
            late = with_new(late, bits & ~held & asked, self.bank + at - self.now)
            held |= bits
            now = at
        return held, late, now
