"""The search for the shortest growth path: forwards, best first, learning laid backwards.

Plain shortest-path algorithms are wrong here, since two ways into one role carry different skills.
A label holds a role and all that the future depends on; labels are taken by the least total that
they can still come to (A*, with the least months from each role, gates ignored), and dropped where
another is no worse in everything. What is costly to know is asked late: a gate that needs learning
is first entered at the months that it takes at least, and its ways are worked out when it is the
best that is left.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from time import monotonic

from .ahead import UNREACHED
from .best_case import best_case
from .encoding import Edge, Encoded
from .itinerary import Itinerary, State
from .labels import Front, Label, Tie
from .learning import NEVER, Late, Learnt, Teaching
from .limits import Limits
from .order import Key, Order
from .start import Start

Entry = tuple[Key, Tie, int, Label, int, Edge | None, Key]
"""By what it is taken; tie; serial number; label; milestones passed; a gate to be learnt for, or
none; the least total that it can come to."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to.

    ``label`` is the best plan's end, None if there is none; ``proven`` tells whether none is
    better, or none exists; ``bound`` is the least months that a plan needs; ``taken`` is how many
    times a label was taken up.
    """

    label: Label | None
    proven: bool
    bound: int
    taken: int


class _TimeUp(Exception):
    pass


_MANY = 512
"""Labels after which it is worth asking whether the target can be reached at all."""


class Search:
    """One question.

    Parameters
    ----------
    encoded : Encoded
        The ladder in integers.
    teaching : Teaching
        Its activities.
    start : Start
        Where the way begins.
    route : Itinerary
        Where it ends, and which roles it may enter.
    ahead : list of list of int
        What ``least_ahead`` gives for the route.
    order : Order
        What "best" means.
    limits : Limits
        What a plan must not exceed.
    time_limit : float
        Seconds.

    Notes
    -----
    Exponential at worst: the problem is NP-hard, as learning must be scheduled along the way.
    """

    def __init__(
        self,
        encoded: Encoded,
        teaching: Teaching,
        start: Start,
        route: Itinerary,
        ahead: list[list[int]],
        order: Order,
        limits: Limits,
        time_limit: float,
    ) -> None:
        self._encoded = encoded
        self._teaching = teaching
        self._first = start
        self._route = route
        self._ahead = ahead
        self._order = order
        self._limits = limits
        self._fronts: defaultdict[tuple[int, State], Front] = defaultdict(Front)
        self._heap: list[Entry] = []
        self._serial = 0
        self._best: tuple[Key, Label] | None = None
        self._diving = False
        self._taken = 0
        began = monotonic()
        self._deadline = began + time_limit
        self._dive_at = began + time_limit / 2
        self._add_start(start)

    def run(self) -> Found:
        """Search until the best plan is proven, there is none, or the time is up."""
        lowest: Key = (0, 0)
        try:
            while self._heap:
                _, _, _, label, passed, edge, key = heappop(self._heap)
                if label.dead:
                    continue
                if not self._diving:
                    lowest = key
                    if self._route.ends(label.state, label.role):
                        return Found(label, True, label.now, self._taken)
                self._taken += 1
                if self._taken % 16 == 0:
                    self._tick()
                if self._best is None and not self._diving:
                    if self._taken == _MANY and not self._reachable():
                        break
                    if monotonic() > self._dive_at:
                        self._dive(True)
                self._expand(label, passed, edge)
                if self._diving and self._best is not None:
                    self._dive(False)
        except _TimeUp:
            best = self._best[1] if self._best else None
            return Found(best, False, self._order.bound(lowest), self._taken)
        return Found(None, True, 0, self._taken)

    def met(self) -> list[tuple[int, int]]:
        """Roles that plans reach, each with all the bits that its stay can add to what is held."""
        met = []
        for front in self._fronts.values():
            for label in front.labels:
                held = label.held
                for _, bits in label.milestones:
                    held |= bits
                met.append((label.role, held))
        return met

    def _reachable(self) -> bool:
        return self._route.target in best_case(self._encoded, self._first)[0]

    def _tick(self) -> None:
        if monotonic() > self._deadline:
            raise _TimeUp

    def _dive(self, diving: bool) -> None:
        """Turn to what is nearest to the target, for any plan at all; or back to the best first."""
        self._diving = diving
        self._heap = [
            (self._rank(entry[3], entry[5], entry[6]), *entry[1:]) for entry in self._heap
        ]
        heapify(self._heap)

    def _rank(self, label: Label, edge: Edge | None, key: Key) -> Key:
        if self._diving:
            return self._ahead[label.state[0]][edge.target if edge else label.role], key[0]
        return key

    def _push(self, key: Key, label: Label, passed: int = 0, edge: Edge | None = None) -> None:
        if self._best is None or key <= self._best[0]:
            self._serial += 1
            rank = self._rank(label, edge, key)
            heappush(self._heap, (rank, label.tie, self._serial, label, passed, edge, key))

    def _least(self, label: Label, leaves: int, ahead: int) -> Key:
        """Least total of a plan that leaves a role in a month, with so much ahead of the next."""
        order = self._order
        packed = leaves * order.month + (label.moves + 1) * order.move + ahead
        return order.key(packed, label.cost)

    def _ahead_of(self, state: State | None, role: int) -> int:
        return UNREACHED if state is None else self._ahead[state[0]][role]

    def _add_start(self, start: Start) -> None:
        label = Label(
            role=start.role,
            since=-start.served,
            now=0,
            moves=0,
            cost=0,
            held=start.held,
            bank=0,
            late=(),
            milestones=start.milestones,
            tie=((start.role,), (), (), ()),
            state=self._route.start(start.role),
        )
        if self._route.ends(label.state, start.role):
            if not self._route.wanted(label.state):
                return
            self._best = (0, 0), label
        if self._ahead_of(label.state, start.role) != UNREACHED:
            self._fronts[start.role, label.state].admits(label, self._teaching.wanted)
            # What lies ahead of a role counts months to be served that here may be served already.
            self._push((0, 0), label)

    def _add(self, label: Label) -> None:
        """Queue a label, unless another makes it superfluous."""
        ahead = self._ahead_of(label.state, label.role)
        ends = self._route.ends(label.state, label.role)
        if self._limits.exceeded(label) or (ends and not self._route.wanted(label.state)):
            return
        if not self._fronts[label.role, label.state].admits(label, self._teaching.wanted):
            return
        order = self._order
        packed = label.now * order.month + label.moves * order.move + ahead
        key = order.key(packed, label.cost)
        self._push(key, label)
        if ends and (self._best is None or key < self._best[0]):
            self._best = key, label

    def _expand(self, label: Label, passed: int, edge: Edge | None) -> None:
        """Leave a role before its next useful milestone, along one transition or along any."""
        held, late, now = self._at_milestone(label, passed)
        upcoming = passed
        while upcoming < len(label.milestones):
            if label.milestones[upcoming][1] & ~held & self._teaching.wanted:
                break
            upcoming += 1
        until = label.milestones[upcoming][0] if upcoming < len(label.milestones) else NEVER
        if edge is not None:
            self._learn_and_leave(
                label, edge, held, late, max(now, label.since + edge.months), until
            )
            return
        stay: Key | None = None
        for leaving in self._encoded.edges[label.role]:
            state = self._route.enter(label.state, leaving.target)
            ahead = self._ahead_of(state, leaving.target)
            if ahead == UNREACHED:
                continue
            leaves = max(now, label.since + leaving.months)
            if until < NEVER:
                key = self._least(label, max(leaves, until), ahead)
                if stay is None or key < stay:
                    stay = key
            if leaves >= until:
                continue
            missing = leaving.gate & ~held
            bank = label.bank + leaves - label.now
            if not missing:
                self._leave(label, leaving, leaves, Learnt(0, bank, late, held, 0, ()))
                continue
            leaves += max(0, self._teaching.work(missing) - bank)
            if leaves < until:
                self._push(self._least(label, leaves, ahead), label, passed, leaving)
        if stay is not None:
            self._push(stay, label, upcoming + 1)

    def _at_milestone(self, label: Label, passed: int) -> tuple[int, Late, int]:
        """Find what is held after so many milestones of a stay, what of it came late, and when."""
        held, late, now = label.held, label.late, label.now
        for at, bits in label.milestones[:passed]:
            late = self._note(late, bits & ~held, label.bank + at - label.now)
            held |= bits
            now = at
        return held, late, now

    def _note(self, late: Late, new: int, bank: int) -> Late:
        new &= self._teaching.asked
        return (*late, (bank, new)) if new and bank else late

    def _learn_and_leave(
        self, label: Label, edge: Edge, held: int, late: Late, leaves: int, until: int
    ) -> None:
        bank = label.bank + leaves - label.now
        missing = edge.gate & ~held
        room = until - leaves
        for way in self._teaching.ways(held, missing, bank, late, room, self._tick):
            self._leave(label, edge, leaves + way.extra, way)

    def _leave(self, label: Label, edge: Edge, month: int, learnt: Learnt) -> None:
        """Move along a transition whose gate is held."""
        role = edge.target
        state = self._route.enter(label.state, role)
        if state is None:
            return
        held, late = learnt.held, learnt.late
        milestones = self._encoded.milestones[role]
        while milestones and milestones[0][0] == 0:
            late = self._note(late, milestones[0][1] & ~held, learnt.bank)
            held |= milestones[0][1]
            milestones = milestones[1:]
        roles, places, courses, departures = label.tie
        self._add(
            Label(
                role=role,
                since=month,
                now=month,
                moves=label.moves + 1,
                cost=label.cost + learnt.cost,
                held=held,
                bank=learnt.bank,
                late=late,
                milestones=tuple((month + after, bits) for after, bits in milestones),
                tie=(
                    (*roles, role),
                    (*places, edge.place),
                    (*courses, (len(learnt.courses), learnt.courses)),
                    (*departures, month),
                ),
                state=state,
            )
        )
