"""A ladder with changes made, in integers.

A change that makes no way longer takes bits from a gate, or has a role or an activity give some
more. So the ladder is not encoded anew for each: what no change touches is shared, and so is all
that depends on months alone.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from graphs.queries.question import Question
from graphs.queries.single_changes import GateLowered
from graphs.search.encoding import Door, Edge, Encoded, Milestones
from graphs.search.planner import Planner, planner_of
from graphs.search.problem import Start, start_of
from ladder import Ladder

from .changes import Improvement, TaughtHigher, TaughtSooner
from .ways import Way

KEPT = 512
"""Changed ladders that are kept, those of one change, as the next way asks about the same ones."""


class Trials:
    """A ladder, to be asked about with any changes made."""

    def __init__(self, ladder: Ladder) -> None:
        self.planner = planner_of(ladder)
        self._ladder = ladder
        self._kept: dict[Improvement, Planner] = {}

    def question(self, way: Way, changes: Sequence[Improvement]) -> Question:
        """Ask what a way was asked, with these changes made."""
        planner = self._changed(changes)
        return replace(way.question, planner=planner, start=self._start(way, changes, planner))

    def without_move(self, place: int) -> Encoded:
        """The ladder without a transition."""
        return self._with_edges({place}, lambda edge: None)

    def without_activity(self, way: Way, name: str) -> Start:
        """Where a way begins for whom an activity is out of the question."""
        number = self.planner.encoded.activities.index(name)
        courses = (
            replace(course, requires=0, gives=0) if course.number == number else course
            for course in way.question.start.courses
        )
        return replace(way.question.start, courses=tuple(courses))

    def bits(self, change: Improvement) -> int:
        """The bits that a change is about: those no longer asked, or newly given."""
        mask = self.planner.encoded.mask
        if isinstance(change, GateLowered):
            ((skill, level),) = change.requires.items()
            return mask([(skill, level + 1)]) & ~mask([(skill, level)])
        new = mask([(change.skill, change.level)])
        if isinstance(change, TaughtHigher):
            new &= ~mask([(change.skill, change.level - 1)])
        return new

    def _changed(self, changes: Sequence[Improvement]) -> Planner:
        if len(changes) > 1:
            return self._make(changes)
        known = self._kept.get(changes[0])
        if known is None:
            if len(self._kept) >= KEPT:
                self._kept.pop(next(iter(self._kept)))
            known = self._kept[changes[0]] = self._make(changes)
        return known

    def _make(self, changes: Iterable[Improvement]) -> Planner:
        encoded = self.planner.encoded
        freed: dict[int, int] = {}
        given: dict[int, dict[int, int]] = {}
        taught: dict[int, int] = {}
        for change in changes:
            bits = self.bits(change)
            if isinstance(change, GateLowered):
                freed[change.transition] = freed.get(change.transition, 0) | bits
            elif change.role is None:
                number = encoded.activities.index(change.activity or "")
                taught[number] = taught.get(number, 0) | bits
            else:
                months = self._months(change)
                more = given.setdefault(encoded.number[change.role], {})
                more[months] = more.get(months, 0) | bits
        return self.planner.of(_courses(_milestones(self._lowered(freed), given), taught))

    def _lowered(self, freed: Mapping[int, int]) -> Encoded:
        def lowered(edge: Edge) -> Edge:
            gate = edge.gate & ~freed[edge.place]
            return Edge(edge.place, edge.source, edge.target, edge.months, gate)

        return self._with_edges(freed, lowered) if freed else self.planner.encoded

    def _with_edges(
        self, places: Collection[int], changed: Callable[[Edge], Edge | None]
    ) -> Encoded:
        """The same with the edges of some transitions changed, or taken away."""
        encoded = self.planner.encoded
        moves = [self._ladder.transitions[place] for place in places]
        own = list(encoded.own)
        for role in {encoded.number[role] for move in moves for role in move.from_roles}:
            leaving = (changed(one) if one.place in places else one for one in own[role])
            own[role] = tuple(filter(None, leaving))
        doors = encoded.doors
        if any(move.from_any for move in moves):
            doors = tuple(_doors(doors, places, changed))
        return replace(encoded, own=tuple(own), doors=doors)

    def _months(self, change: TaughtHigher | TaughtSooner) -> int:
        """Months in the role after which it gives what a change adds."""
        if isinstance(change, TaughtSooner):
            return change.months
        return self._ladder.roles[change.role or ""].develops[change.skill][change.level - 1]

    def _start(self, way: Way, changes: Iterable[Improvement], planner: Planner) -> Start:
        """Where a way begins: elsewhere if its first role, or what has been learnt, gives more."""
        start, person = way.question.start, way.traveller.person
        taught = [one for one in changes if not isinstance(one, GateLowered)]
        theirs = [one for one in taught if _is_held(one, way)]
        if theirs:
            ladder = self._ladder
            for one in theirs:
                ladder = one.apply(ladder)
            return start_of(ladder, planner.encoded, way.source, person)
        if not any(one.role is None for one in taught):
            return start
        if not person.learning:
            return replace(start, courses=planner.encoded.courses)
        gives = [course.gives for course in planner.encoded.courses]
        courses = (replace(course, gives=gives[course.number]) for course in start.courses)
        return replace(start, courses=tuple(courses))


def _is_held(change: TaughtHigher | TaughtSooner, way: Way) -> bool:
    """Whether what is taught more is what somebody's own role, or what they have done, gives."""
    if isinstance(change, TaughtHigher) and change.activity is not None:
        return change.activity in way.traveller.person.done
    return change.role == way.source


def _doors(
    doors: Iterable[Door], places: Collection[int], changed: Callable[[Edge], Edge | None]
) -> Iterator[Door]:
    for door in doors:
        if door.edge.place not in places:
            yield door
        elif edge := changed(door.edge):
            yield replace(door, edge=edge)


def _milestones(encoded: Encoded, given: dict[int, dict[int, int]]) -> Encoded:
    if not given:
        return encoded
    milestones = list(encoded.milestones)
    for role, more in given.items():
        milestones[role] = _merged(milestones[role], more)
    return replace(encoded, milestones=tuple(milestones))


def _merged(milestones: Milestones, more: dict[int, int]) -> Milestones:
    bits = dict(milestones)
    for months, new in more.items():
        bits[months] = bits.get(months, 0) | new
    return tuple(sorted(bits.items()))


def _courses(encoded: Encoded, taught: dict[int, int]) -> Encoded:
    if not taught:
        return encoded
    courses = tuple(
        replace(course, gives=course.gives | taught[course.number])
        if course.number in taught
        else course
        for course in encoded.courses
    )
    return replace(encoded, courses=courses)
