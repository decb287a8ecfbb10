"""The search for the best plan, label by label: forwards, best first, learning laid backwards.

Labels are taken by the least total that they can still come to (A*, with the least months from each
role, gates ignored), and dropped where another is no worse in everything. What is costly to know is
asked late: a gate that needs learning is first entered at the months that it takes at least, and
its ways are worked out when it is the best that is left.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from heapq import heappop, heappush
from operator import or_

from graphs.deadline import Deadline, TimeUp

from .bounds import UNREACHED
from .dominance import Dominance, Doomed, Front
from .encoding import NEVER, Edge
from .ending import Ending
from .labels import Label, Tie
from .learning.bank import with_new
from .learning.ways import Judge, Lack, Learnt, Preference, Ways
from .lookahead import Foresight
from .problem import Key, Problem, State
from .strategies import EXACT, Aim, Beam, Strategy


@dataclass(slots=True)
class _Gate:
    """A gate to be learnt for, ``leaves`` being the month in which it opens if nothing is needed.

    ``price`` is what a plan that goes on through it costs more at least; when it is the best that
    is left, it is ``judged`` by what lies behind it, and ``ways`` are made.
    """

    edge: Edge
    leaves: int
    room: int
    price: int
    ways: Ways | None = None
    judged: bool = False


Entry = tuple[Key, Tie | int, int, Label, int, _Gate | None, Key]
"""By what it is taken; what decides between equals; serial number; label; milestones passed; a gate
to be learnt for, or none; the least total that it can come to."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search came to.

    ``label`` is the best plan's end, None if there is none; ``proven`` tells whether none is
    better, or none exists; ``bound`` is the least months that a plan needs.
    """

    label: Label | None
    proven: bool
    bound: int


class _TooManySteps(Exception):
    """As many steps have been taken as are allowed for now."""


class Search:
    """One question, asked once; ``ahead`` is what ``least_ahead`` gives for its route.

    ``foresight`` tells what matters to plans within the limits; left out, all that anything asks
    for does. ``doomed`` are labels that no plan within the limits goes on from.
    """

    def __init__(
        self,
        problem: Problem,
        ahead: Sequence[Sequence[int]],
        deadline: Deadline,
        *,
        aim: Aim = Aim.BEST,
        strategy: Strategy = EXACT,
        foresight: Foresight | None = None,
        doomed: Doomed | None = None,
        fewest_moves: Callable[[], Sequence[Sequence[int]]] = lambda: (),
    ) -> None:
        self._start = problem.start
        self._edges = problem.encoded.leaving
        self._milestones = problem.encoded.given
        self._teaching = problem.teaching
        self._route = problem.route
        self._order = problem.order
        self._limits = problem.limits
        self._ahead = ahead
        self._ending = Ending(problem)
        self._given_at_first = reduce(or_, (bits for _, bits in problem.start.milestones), 0)
        self._fewest_moves = fewest_moves
        self._fewest: Sequence[Sequence[int]] | None = None
        self._best_only = aim is Aim.BEST
        self._exhausts = aim is Aim.FEWEST_MOVES
        self._beam = strategy if isinstance(strategy, Beam) else None
        self._preference = _preference(problem, aim)
        self._foresight = foresight
        self._doomed = doomed
        self._dominance = Dominance(problem, aim, foresight, deadline.check)
        self._fronts: defaultdict[tuple[int, State], Front] = defaultdict(Front)
        self._heap: list[Entry] = []
        self._serial = 0
        self._best: tuple[Key, Label] | None = None
        self._lowest: Key = (0, 0)
        self._check = deadline.check
        self._most = NEVER
        self.ended = False
        self.steps = 0
        self.taken = 0
        self._add_start()

    def run(self, most: int = NEVER) -> Found | None:
        """Search until the best plan is proven, there is none, or the time is up.

        None where so many steps were taken first; then it can be run again.
        """
        self._most = most
        entry: Entry | None = None
        try:
            while self._heap:
                entry = heappop(self._heap)
                _, _, _, label, passed, gate, key = entry
                if label.dead:
                    continue
                self._lowest = key
                if self._best and key > self._best[0]:
                    break
                if self._route.ends(label.state, label.role):
                    if not self._exhausts:
                        return Found(label, self._beam is None, label.now)
                    continue
                self._tick()
                self.taken += 1
                if gate is None:
                    self._expand(label, passed)
                else:
                    self._learn_and_leave(label, passed, gate)
        except (_TooManySteps, TimeUp) as stopped:
            # What was being looked at is not done; ways of opening a gate go on where they were.
            assert entry is not None
            heappush(self._heap, entry)
            if isinstance(stopped, _TooManySteps):
                return None
            best = self._best[1] if self._best else None
            return Found(best, False, 0 if self._beam else self.bound)
        self.ended = True
        if self._best:
            return Found(self._best[1], self._beam is None, self._best[1].now)
        return Found(None, self._beam is None, 0)

    @property
    def bound(self) -> int:
        """Months that every plan needs at least, as far as the search has come."""
        return self._order.bound(self._lowest)

    def arrivals(self, *, final: bool = False) -> dict[int, Label]:
        """Best label of each role so far, in the order of the search.

        With ``final``, only those that nothing which is left can improve on.
        """
        found: dict[int, Label] = {}
        for (role, _), front in self._fronts.items():
            label = min(front.labels, key=self._total)
            if not final or self.ended or self._total(label)[0] < self._lowest:
                found[role] = label
        return found

    def _total(self, label: Label) -> tuple[Key, Tie]:
        packed = label.now * self._order.month + label.moves * self._order.move
        return self._order.key(packed, label.cost), label.tie

    def improve_on(self, label: Label) -> None:
        """Look only for plans that are as good as one, which ends with a label."""
        packed = label.now * self._order.month + label.moves * self._order.move
        self._best = self._key(packed, label.cost), label

    def doomed(self) -> Doomed:
        """Labels from which no plan as good as the best goes on, once all have been looked at."""
        hopeful: set[int] = set()
        waiting = [
            label
            for (role, state), front in self._fronts.items()
            if self._route.ends(state, role)
            for label in front.labels
        ]
        while waiting:
            label = waiting.pop()
            if id(label) not in hopeful:
                hopeful.add(id(label))
                waiting += label.before
        fronts: dict[tuple[int, State], Front] = {}
        for place, front in self._fronts.items():
            if lost := [label for label in front.labels if id(label) not in hopeful]:
                fronts[place] = Front(lost)
        return Doomed(fronts, self._dominance)

    def _tick(self) -> None:
        if self.steps >= self._most:
            raise _TooManySteps
        self.steps += 1
        self._check()

    def _push(self, key: Key, label: Label, passed: int = 0, gate: _Gate | None = None) -> None:
        if not self._is_late(key):
            self._serial += 1
            # What goes on from a label takes no less than was known of that, whatever is found now.
            key = max(key, self._lowest)
            rank = key
            if self._beam:
                role = gate.edge.target if gate else label.role
                ahead = self._ahead[label.state[0]][role]
                rank = key[0] + int(self._beam.haste * ahead), key[1]
            tie = label.tie if self._best_only else -label.now
            heappush(self._heap, (rank, tie, self._serial, label, passed, gate, key))

    def _is_late(self, key: Key) -> bool:
        """Whether a plan that takes so much at least is over the limit, or no better than known."""
        if self._order.bound(key) > self._limits.months:
            return True
        return self._best is not None and key > self._best[0]

    def _key(self, packed: int, cost: int) -> Key:
        return self._order.key(packed, cost if self._best_only else 0)

    def _least(self, label: Label, leaves: int, rest: int, cost: int = 0) -> Key:
        """Least total of a plan that leaves a role in a month, with so much ahead of the next."""
        order = self._order
        packed = leaves * order.month + (label.moves + 1) * order.move + rest
        return self._key(packed, label.cost + cost)

    def _rest(self, state: State, role: int, ahead: int, months: int) -> int:
        """What is ahead of a role where so many months are needed for learning."""
        order = self._order
        if order.months(ahead) >= months:
            return ahead
        if order.month < order.move:
            return ahead - order.months(ahead) + months
        if self._fewest is None:
            self._fewest = self._fewest_moves()
        return months * order.month + (self._fewest[state[0]][role] if self._fewest else 0)

    def _ahead_of(self, state: State | None, role: int) -> int:
        return UNREACHED if state is None else self._ahead[state[0]][role]

    def _add_start(self) -> None:
        start = self._start
        label = Label(
            role=start.role,
            since=-start.served,
            now=0,
            held=start.held,
            milestones=start.milestones,
            state=self._route.start(start.role),
            wanted=start.held & self._teaching.wanted,
        )
        if self._route.ends(label.state, start.role):
            if not self._route.wanted(label.state):
                return
            self._best = (0, 0), label
        if self._ahead_of(label.state, start.role) != UNREACHED:
            self._fronts[start.role, label.state].admits(label, self._dominance, NEVER)
            # What lies ahead of a role counts months to be served that here may be served already.
            self._push((0, 0), label)

    def _add(self, label: Label) -> None:
        """Queue a label, unless another makes it superfluous."""
        ahead = self._ahead_of(label.state, label.role)
        ends = self._route.ends(label.state, label.role)
        if label.exceeds(self._limits) or (ends and not self._route.wanted(label.state)):
            return
        if not ends and (work := self._ending.work(label.role, label.held)):
            months = work - label.bank
            if label.now + months > self._limits.months:
                return
            ahead = self._rest(label.state, label.role, ahead, months)
        order = self._order
        packed = label.now * order.month + label.moves * order.move + ahead
        cost = label.cost + self._price(label.role, label.now, label.held)
        key = self._key(packed, cost)
        if cost > self._limits.cost or (self._best and key > self._best[0]):
            return
        judge = self._judge(label.role, label.now)
        if judge and not judge(0, label.held, label.bank, 0, 0):
            return
        if self._doomed and self._doomed.covers(label):
            return
        front = self._fronts[label.role, label.state]
        if not front.admits(label, self._dominance, self._beam.width if self._beam else NEVER):
            return
        self._push(key, label)
        if ends and (self._best is None or key < self._best[0]):
            self._best = key, label

    def _expand(self, label: Label, passed: int) -> None:
        """Leave a role before its next useful milestone, or go on to that."""
        held, late, now = label.at_milestone(passed, self._teaching.asked)
        upcoming = label.upcoming(passed, held, self._teaching.wanted)
        until = label.milestones[upcoming][0] if upcoming < len(label.milestones) else NEVER
        must, work = self._ending.must & ~held, self._teaching.work
        lacks = must if label.parent else must & ~self._given_at_first
        stay: Key | None = None
        for leaving in self._edges[label.role]:
            state = self._route.enter(label.state, leaving.target)
            ahead = self._ahead_of(state, leaving.target)
            if state is None or ahead == UNREACHED:
                continue
            leaves = max(now, label.since + leaving.months)
            if until < NEVER:
                longer = max(leaves, until)
                rest = ahead
                if lacks:
                    left = work(lacks) - label.bank - longer + label.now
                    rest = self._rest(state, leaving.target, ahead, left)
                key = self._least(label, longer, rest)
                if stay is None or key < stay:
                    stay = key
            if leaves >= until:
                continue
            missing = leaving.gate & ~held
            bank = label.bank + leaves - label.now
            if not missing:
                self._leave(label, leaving, leaves, Learnt(0, bank, late, held, 0, ()))
                continue
            extra = max(0, work(missing) - bank)
            if leaves + extra >= until:
                continue
            if must:
                left = work(must | missing) - bank - extra
                ahead = self._rest(state, leaving.target, ahead, left)
            price = self._price(leaving.target, leaves, held, missing)
            key = self._least(label, leaves + extra, ahead, price)
            if self._is_late(key):
                continue
            judge = self._judge(leaving.target, leaves)
            if judge is None or judge(0, held, bank, missing, 0):
                self._push(key, label, passed, _Gate(leaving, leaves, until - leaves, price))
        if stay is not None:
            self._push(stay, label, upcoming + 1)

    def _price(self, role: int, now: int, held: int, missing: int = 0) -> int:
        """What a plan that enters a role costs from then on, at least."""
        if self._foresight is None or not self._best_only:
            return 0
        return self._foresight.price(role, now, held, missing)

    def _judge(self, role: int, leaves: int, most: int = NEVER) -> Judge | None:
        """Make what tells of a way to open a gate whether it leaves enough time."""
        foresight = self._foresight
        if foresight is None:
            return None

        def judge(extra: int, held: int, bank: int, missing: int, cost: int) -> bool:
            if not foresight.admits(role, leaves + extra, held, bank, missing):
                return False
            return most == NEVER or (
                cost + foresight.price(role, leaves + extra, held, missing) <= most
            )

        return judge

    def _later(self, state: State | None, role: int, leaves: int) -> Callable[[int], int] | None:
        """Make what tells which bits matter behind a gate; none do at the end."""
        if self._beam or state is None or self._route.ends(state, role):
            return None
        return lambda extra: self._dominance.wanted(role, leaves + extra)

    def _learn_and_leave(self, label: Label, passed: int, gate: _Gate) -> None:
        """Take the best ways of opening a gate, and come back for the others when it is time."""
        edge, leaves = gate.edge, gate.leaves
        state = self._route.enter(label.state, edge.target)
        if gate.ways is None:
            if not gate.judged and self._takes_longer(label, passed, gate):
                return
            held, late, _ = label.at_milestone(passed, self._teaching.asked)
            bank = label.bank + leaves - label.now
            most = self._limits.cost - label.cost if self._limits.cost < NEVER else NEVER
            gate.ways = Ways(
                self._teaching,
                Lack(held, edge.gate & ~held, bank, late, gate.room, most),
                self._preference,
                wanted=self._later(state, edge.target, leaves),
                in_time=self._judge(edge.target, leaves, most),
            )
        for way in gate.ways.take(self._tick):
            self._leave(label, edge, leaves + way.extra, way)
        if least := gate.ways.least:
            months, cost = least[::-1] if self._order.cost_first else least
            ahead = self._ahead_of(state, edge.target)
            key = self._least(label, leaves + months, ahead, max(cost, gate.price))
            self._push(key, label, passed, gate)

    def _takes_longer(self, label: Label, passed: int, gate: _Gate) -> bool:
        """Tell whether all that ways to the end ask for takes longer than was thought; queue it so.

        What is asked of a few gates only, as it takes time.
        """
        gate.judged = True
        role = gate.edge.target
        state = self._route.enter(label.state, role)
        if state is None or self._route.ends(state, role):
            return False
        held, _, _ = label.at_milestone(passed, 0)
        months = self._ending.work(role, held, gate.edge.gate & ~held)
        bank = label.bank + gate.leaves - label.now
        rest = self._rest(state, role, self._ahead_of(state, role), months - bank)
        key = self._least(label, gate.leaves, rest, gate.price)
        if key <= self._lowest:
            return False
        self._push(key, label, passed, gate)
        return True

    def _leave(self, label: Label, edge: Edge, month: int, way: Learnt) -> None:
        """Move along a transition whose gate is held."""
        role = edge.target
        state = self._route.enter(label.state, role)
        if state is None:
            return
        held, late = way.held, way.late
        milestones = self._milestones[role]
        while milestones and milestones[0][0] == 0:
            new = milestones[0][1] & ~held & self._teaching.asked
            late = with_new(late, new, way.bank)
            held |= milestones[0][1]
            milestones = milestones[1:]
        arrival = Label(
            role=role,
            since=month,
            now=month,
            moves=label.moves + 1,
            cost=label.cost + way.cost,
            held=held,
            wanted=held & self._dominance.wanted(role, month),
            bank=way.bank,
            learnt=month - way.bank,
            late=late,
            milestones=tuple((month + after, bits) for after, bits in milestones),
            state=state,
            parent=label,
            place=edge.place,
            courses=way.courses,
        )
        if self._exhausts:
            arrival.before.append(label)
        self._add(arrival)


def _preference(problem: Problem, aim: Aim) -> Preference:
    """Which ways of opening a gate are the best, as far as they differ in what counts."""
    if aim is not Aim.BEST and problem.limits.cost == NEVER:
        return "quickest at any cost"
    return "cheapest" if problem.order.cost_first else "quickest"
