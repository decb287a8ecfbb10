"""What would open a way where there is none: a single change to the ladder.

Which single changes to a ladder open a way at all, however long.

A change to a ladder: a gate that asks for less, or a role that teaches a skill.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Unpack

from graphs.deadline import Deadline, Telling, TimeUp, nobody
from graphs.plans.path import GrowthPath, SearchLimit, totals
from graphs.search.bounds import least_arrivals, least_by_role
from graphs.search.encoding import Edge, Encoded
from graphs.search.planner import Planner
from graphs.search.problem import Itinerary, Start
from graphs.search.reachability import reachable, stays_to_be_had
from ladder import FrozenDict, Ladder, Person
from ladder.jupyter import table
from ladder.whole import whole
from ladder.wording import told

from .question import Question
from .wishes import WishedOfAll, Wishes, wishing


@dataclass(frozen=True, slots=True)
class GateLowered:
    """A gate that asks for less of some skills.

    Parameters
    ----------
    transition : int
        Place of the transition in the ladder's transitions, from 0.
    requires : mapping of str to int
        The skills that are lowered, each with the level that is still asked; 0 for none.

    Examples
    --------
    >>> from ladder import bundled
    >>> product = bundled("product-management")
    >>> changed = GateLowered(0, {"data-analysis": 1}).apply(product)
    >>> product.transitions[0].requires["data-analysis"]
    2
    >>> changed.transitions[0].requires["data-analysis"]
    1
    """

    transition: int
    requires: Mapping[str, int]

    def apply(self, ladder: Ladder) -> Ladder:
        """The ladder with this change made."""
        moves = list(ladder.transitions)
        levels = {**moves[self.transition].requires, **self.requires}
        gate = FrozenDict({skill: level for skill, level in levels.items() if level})
        moves[self.transition] = replace(moves[self.transition], requires=gate)
        return replace(ladder, transitions=tuple(moves))

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON."""
        return {"lower": {"transition": self.transition, "requires": dict(self.requires)}}

    def in_words(self, ladder: Ladder) -> str:
        """The change, for a table."""
        move = ladder.transitions[self.transition]
        ends = (ladder.roles[role].name for role in (move.from_role, move.to_role))
        asks = (
            f"{ladder.skills[skill].name} at {ladder.level_name(level)}"
            for skill, level in self.requires.items()
        )
        return f"{' → '.join(ends)} asks for {', '.join(asks)}"


@dataclass(frozen=True, slots=True)
class SkillTaught:
    """A skill that a role develops.

    Parameters
    ----------
    role, skill : str
        Their ids.
    level : int
        The level that it gives.
    months : int
        After how many months in the role.

    Examples
    --------
    >>> from ladder import bundled
    >>> changed = SkillTaught("graduate", "empathy", 1, 12).apply(bundled("product-management"))
    >>> changed.roles["graduate"].develops
    {'empathy': {1: 12}}
    """

    role: str
    skill: str
    level: int
    months: int

    def apply(self, ladder: Ladder) -> Ladder:
        """The ladder with this change made."""
        role = ladder.roles[self.role]
        levels = FrozenDict({**role.develops.get(self.skill, {}), self.level: self.months})
        taught = replace(role, develops=FrozenDict({**role.develops, self.skill: levels}))
        return replace(ladder, roles=FrozenDict({**ladder.roles, self.role: taught}))

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON."""
        teach = {"role": self.role, "skill": self.skill, "level": self.level}
        return {"teach": teach | {"months": self.months}}

    def in_words(self, ladder: Ladder) -> str:
        """The change, for a table."""
        skill = f"{ladder.skills[self.skill].name} at {ladder.level_name(self.level)}"
        return f"{ladder.roles[self.role].name} gives {skill} after {self.months} months"


Change = GateLowered | SkillTaught


def changes_that_open(
    ladder: Ladder,
    encoded: Encoded,
    start: Start,
    route: Itinerary,
    tick: Callable[[], None] = lambda: None,
) -> Iterator[Change]:
    """Go through the single changes that open a way which does not exist.

    Up to what it owes to the change, a plan keeps to the ladder as it is. So a gate need only be
    lowered to what is held at one of the stays there are to be had, and a role need only teach
    where it is one of them.
    """
    stays = list(stays_to_be_had(encoded, start, route, tick))
    if any(route.ends(state, role) for role, state, _ in stays):
        return
    trial = _Trial(encoded, start, route, tick)
    gates: defaultdict[Edge, set[int]] = defaultdict(set)
    for role, _, held in stays:
        for edge in encoded.edges[role]:
            if edge.gate & ~held:
                gates[edge].add(edge.gate & held)
    for edge in sorted(gates, key=lambda edge: edge.place):
        yield from _lowered(trial, edge, gates[edge])
    roles = sorted({role for role, _, _ in stays})
    for skill in encoded.skills:
        yield from _taught(trial, ladder, skill, roles)


class _Trial:
    """The ladder with a change made, and whether it has a way then."""

    def __init__(
        self, encoded: Encoded, start: Start, route: Itinerary, tick: Callable[[], None]
    ) -> None:
        self.encoded = encoded
        self._start = start
        self._route = route
        self._tick = tick

    def lowered(self, edge: Edge, gate: int) -> bool:
        """Whether there is a way with a gate that asks for less."""
        old = self.encoded.edges
        leaving = tuple(replace(one, gate=gate) if one is edge else one for one in old[edge.source])
        edges = (*old[: edge.source], leaving, *old[edge.source + 1 :])
        return self._opens(replace(self.encoded, edges=edges), self._start)

    def taught(self, role: int, bits: int) -> bool:
        """Whether there is a way with a role that gives some bits; in the end, months are free."""
        old = self.encoded.milestones
        milestones = (*old[:role], (*old[role], (0, bits)), *old[role + 1 :])
        start = self._start
        if role == start.role:
            start = replace(start, held=start.held | bits)
        return self._opens(replace(self.encoded, milestones=milestones), start)

    def held(self, bits: int) -> bool:
        """Whether there is a way for who holds some bits besides, wherever from."""
        return self._opens(self.encoded, replace(self._start, held=self._start.held | bits))

    def _opens(self, encoded: Encoded, start: Start) -> bool:
        return reachable(encoded, start, self._route, self._tick)


def _lowered(trial: _Trial, edge: Edge, gates: set[int]) -> Iterator[GateLowered]:
    """Lower a gate to one of several, by as little as opens a way."""
    asked = trial.encoded.levels(edge.gate)
    enough: list[int] = []
    changes = []
    for gate in sorted(gates, key=lambda gate: (-gate.bit_count(), gate)):
        if all(gate & ~more for more in enough) and trial.lowered(edge, gate):
            enough.append(gate)
            left = trial.encoded.levels(gate)
            short = {skill: left.get(skill, 0) for skill in asked}
            changed = {skill: level for skill, level in short.items() if level < asked[skill]}
            changes.append(GateLowered(edge.place, FrozenDict(changed)))
    yield from [change for change in changes if len(change.requires) == 1] or changes


def _taught(trial: _Trial, ladder: Ladder, skill: str, roles: list[int]) -> Iterator[SkillTaught]:
    """Teach a skill in each of some roles, unless holding it all along would not help."""
    levels = _asked(ladder, skill)
    bits = {level: trial.encoded.mask([(skill, level)]) for level in levels}
    if not levels or not trial.held(bits[levels[-1]]):
        return
    for number in roles:
        if trial.taught(number, bits[levels[-1]]):
            level = next(level for level in levels if trial.taught(number, bits[level]))
            role = trial.encoded.roles[number]
            yield SkillTaught(role, skill, level, _months(ladder, role))


def _asked(ladder: Ladder, skill: str) -> list[int]:
    """Levels of a skill that any gate or activity asks for, the lowest first."""
    gates = [move.requires for move in ladder.transitions]
    gates += [activity.requires for activity in ladder.activities.values()]
    return sorted({gate[skill] for gate in gates if gate.get(skill)})


def _months(ladder: Ladder, role: str) -> int:
    """Months after which a role may be thought to have taught one skill more."""
    taught = [after for levels in ladder.roles[role].develops.values() for after in levels.values()]
    served = [move.months for move in ladder.transitions if move.from_role == role]
    return max(taught or served, default=0)


@dataclass(frozen=True, slots=True)
class Repair:
    """A change that alone opens a way.

    Parameters
    ----------
    change : GateLowered or SkillTaught
    path : GrowthPath
        The shortest one that it opens, in the changed ladder.
    """

    change: Change
    path: GrowthPath

    def __repr__(self) -> str:
        return told("Repair", repr(self.change), totals(self.path))

    def to_dict(self) -> dict[str, Any]:
        """The repair as plain data, ready for JSON."""
        path = self.path
        return {
            **self.change.to_dict(),
            "months": path.months,
            **({"range": list(path.range)} if path.range else {}),
            "moves": path.moves,
            "cost": path.cost,
            "roles": list(path.roles),
            "optimal": path.optimal,
        }


@dataclass(frozen=True, slots=True)
class Repairs:
    """The changes that would open a way.

    Parameters
    ----------
    found : tuple of Repair
        The best first: changes to one skill before changes to several; then by months, moves and
        cost of the path, gates before roles, places in the file and ids.
    complete : bool
        Whether no better one is missing; otherwise the time limit came first.
    """

    found: tuple[Repair, ...]
    complete: bool

    def __repr__(self) -> str:
        best = (repr(self.found[0]),) if self.found else ()
        complete = "" if self.complete else "; not complete"
        return told("Repairs", f"{len(self.found)} changes{complete}", *best)

    def _repr_html_(self) -> str | None:
        """The changes as a table, for a notebook."""
        if not self.found:
            return None
        path = self.found[0].path
        ends = (path.ladder.roles[role].name for role in (path.source, path.target))
        rows = (
            [
                (
                    one.change.in_words(one.path.ladder),
                    str(one.path.months),
                    str(one.path.moves),
                    f"{one.path.cost:,}",
                    " → ".join(one.path.ladder.roles[role].name for role in one.path.roles),
                )
            ]
            for one in self.found
        )
        note = f"{len(self.found)} changes that would each open a way"
        head = ("", "Change", "Months", "Moves", "Cost", "Roles")
        return table(" → ".join(ends), note, head, (("", row) for row in rows))


@wishing(WishedOfAll)
def repairs(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    most: int = 20,
    time_limit: float | Deadline = 10.0,
    progress: Telling = nobody,
    **wishes: Unpack[WishedOfAll],
) -> Repairs:
    """Find single changes to a ladder that would open a way which does not exist.

    A gate is lowered by as little as opens a way: in one skill, and only where no one skill is
    enough in several at once. A skill is taught in a role to the lowest level that opens a way,
    after as many months as the role takes for what it teaches already; where it teaches nothing,
    as its transitions ask to be served.

    Parameters
    ----------
    ladder, source, target, person, via, avoid, without
        As for ``growth_path``.
    most : int
        How many at most, the best.
    time_limit : float or Deadline
        Seconds.
    progress : callable, optional
        Told how many changes have been tried, and of how many.

    Returns
    -------
    Repairs
        None where there is a way already, and where no single change opens one: two gates may be
        closed, or no transitions lead there.

    Raises
    ------
    UnknownName, InvalidPerson
        As ``growth_path``.

    Notes
    -----
    Whether a change opens a way at all is asked for each gate that is closed, and for each skill in
    each role on the way to one; the path is asked for where one does, the least months, gates
    ignored, first, as long as they may be among the best.

    Examples
    --------
    >>> from dataclasses import replace
    >>> from ladder import bundled
    >>> alone = replace(bundled("product-management"), activities={})
    >>> repair = repairs(alone, "senior-product-manager", "director-of-product").found[0]
    >>> repair.change
    GateLowered(transition=9, requires={'finance': 1})
    >>> repair.path.roles
    ('senior-product-manager', 'director-of-product')
    """
    question = Question.prepare(ladder, source, target, person, Wishes(**wishes), time_limit)
    most = whole(most)
    changes, complete = _opening(question)
    least = _Least(question)
    waiting = sorted(changes, key=lambda change: (_size(change), least.months(change)))
    found: list[Repair] = []
    for done, change in enumerate(waiting):
        progress(done, len(waiting))
        within = None
        if len(found) == most:
            worst = found[-1]
            if (_size(change), least.months(change)) > (_size(worst.change), worst.path.months):
                break
            within = worst.path.months if _size(change) == _size(worst.change) else None
        share = question.deadline.share(1 / min(len(waiting) - done, 5))
        try:
            path = _asked_of(question.wishing(within=within), change, share).best()
        except SearchLimit:
            complete = False
            continue
        if path is not None:
            complete = complete and path.optimal
            found = sorted([*found, Repair(change, path)], key=_rank)[:most]
    return Repairs(tuple(found), complete)


def _opening(question: Question) -> tuple[list[Change], bool]:
    """Gather the changes that open a way, as far as there is time."""
    planner = question.planner
    changes: list[Change] = []
    try:
        for change in changes_that_open(
            planner.ladder,
            planner.encoded,
            question.start,
            question.route,
            question.deadline.check,
        ):
            changes.append(change)
    except TimeUp:
        return changes, False
    return changes, True


def _asked_of(question: Question, change: Change, deadline: Deadline) -> Question:
    """Ask the same of a changed ladder; its roles, skills and activities have the same numbers."""
    planner = Planner(change.apply(question.planner.ladder))
    start = planner.start(question.source, question.person, question.wishes.without)
    return replace(question, planner=planner, start=start, deadline=deadline)


class _Least:
    """The least months of any way that makes use of a change, gates ignored."""

    def __init__(self, question: Question) -> None:
        self._ladder = question.planner.ladder
        self._number = question.planner.encoded.number
        self._start = question.start
        self._arrival = least_arrivals(question.planner.encoded, question.start)
        self._ahead = least_by_role(question.planner.limits(question.route, 0, None).ahead)

    def months(self, change: Change) -> int:
        if isinstance(change, SkillTaught):
            role = self._number[change.role]
            # What lies ahead of the first role counts months that may be served already.
            ahead = 0 if role == self._start.role else self._ahead[role]
            return self._arrival[role] + ahead
        move = self._ladder.transitions[change.transition]
        role = self._number[move.from_role]
        served = self._start.served if role == self._start.role else 0
        wait = max(0, move.months - served)
        return self._arrival[role] + wait + self._ahead[self._number[move.to_role]]


def _size(change: Change) -> int:
    """How many skills a change is about."""
    return len(change.requires) if isinstance(change, GateLowered) else 1


def _rank(repair: Repair) -> tuple[object, ...]:
    change, path = repair.change, repair.path
    totals = _size(change), path.months, path.moves, path.cost
    if isinstance(change, GateLowered):
        return *totals, 0, change.transition, sorted(change.requires.items())
    return *totals, 1, change.role, change.skill
