"""The answer for every role at once: how soon each is reached, or how soon one gets there from it.

Like a growth path's totals, without the plan itself; ``growth_path`` gives that for any one role.
Many questions under one time limit share it, so that a hard one does not take it all.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from math import inf
from types import MappingProxyType
from typing import Any

from graphs.deadline import Deadline, Telling, nobody
from graphs.plans.path import head
from graphs.search.astar import Found
from graphs.search.labels import Label
from ladder import Ladder, Range
from ladder.jupyter import Drawn
from ladder.wording import told

from .question import Question


@dataclass(frozen=True, slots=True)
class Way:
    """The best plan, by months, between a role and the one that was asked about.

    Parameters
    ----------
    role : str
        Id of the role at the other end.
    months, moves : int
        How long it takes, and in how many moves.
    cost : int or float
        Of the activities begun on the way, in the ladder's currency.
    range : (int, int) or None
        Months of the same plan at the fast and at the slow pace, where the ladder has ranges.
    """

    role: str
    months: int
    moves: int
    cost: int | float
    range: Range | None = None

    @property
    def key(self) -> tuple[int, int, int | float, str]:
        """What ways are sorted by: months, moves, cost, id."""
        return self.months, self.moves, self.cost, self.role


@dataclass(frozen=True, slots=True)
class Undecided:
    """A role for which the time limit came before the proof.

    Parameters
    ----------
    role : str
        Its id.
    bound : int
        Months that every plan is proven to need at least.
    best : Way or None
        The best plan found so far.
    """

    role: str
    bound: int
    best: Way | None = None


Answer = Way | Undecided | None
"""What is known of one role; None where no plan reaches it, or leads from it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey(Drawn):
    """What is known of every role.

    Parameters
    ----------
    ladder : Ladder
        The ladder that was asked.
    ways : tuple of Way
        A proven best plan for each role that has one, the soonest first; for the role that was
        asked about, 0 months.
    unreached : tuple of str
        Ids of the roles with no plan, or none within the limits, by id.
    undecided : tuple of Undecided
        The roles for which the time limit came first, by id.
    within : int or None
        The most months that were allowed.
    max_cost : float or None
        The most cost that was allowed.
    """

    ladder: Ladder
    ways: tuple[Way, ...]
    unreached: tuple[str, ...]
    undecided: tuple[Undecided, ...]
    within: int | None = None
    max_cost: float | None = None

    def _told(self, what: str) -> str:
        """What `repr` says; the role that was asked about is not counted."""
        ways = [way for way in self.ways if way.months or way.moves]
        last = f", the last of them after {ways[-1].months} months" if ways else ""
        return told(
            type(self).__name__,
            what,
            f"{len(ways)} of {max(len(self.ladder.roles) - 1, 0)} roles{last}",
            f"{len(self.unreached)} unreached",
            f"{len(self.undecided)} undecided",
        )

    def _rest(self) -> dict[str, Any]:
        return {
            "within": self.within,
            "max_cost": self.max_cost,
            "ways": [_plain(way) for way in self.ways],
            "unreached": list(self.unreached),
            "undecided": [
                {"role": one.role, "bound": one.bound, "best": one.best and _plain(one.best)}
                for one in self.undecided
            ],
        }

    def _head(self, found: bool) -> dict[str, Any]:
        status = "limit" if self.undecided else "found" if found else "unreachable"
        return head(self.ladder, status, not self.undecided)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach(Survey):
    """Which roles can be reached from one, and how soon.

    Parameters
    ----------
    source : str
        Id of the role that it begins in.
    months_in_role : int or None
        Months already served in it; None for an established holder.
    skills : mapping of str to int
        What is held at the start.
    **rest
        As for ``Survey``.
    """

    source: str
    months_in_role: int | None = None
    skills: Mapping[str, int] = field(default_factory=dict)

    def __repr__(self) -> str:
        return self._told(f"from {self.source}")

    @property
    def about(self) -> str:
        """Id of the role that was asked about."""
        return self.source

    def lacks(self, transition: int) -> dict[str, int]:
        """What the gate of a transition asks for and is not held at the start.

        Parameters
        ----------
        transition : int
            Its place in the ladder's transitions, from 0.

        Returns
        -------
        dict of str to int
            The levels asked, by skill id; none where the gate is open, but for the months to be
            served.

        Examples
        --------
        >>> from graphs import reach
        >>> from ladder import bundled
        >>> found = reach(bundled("product-management"), "APM", within=0)
        >>> place = next(
        ...     place
        ...     for place, source, item in found.ladder.moves()
        ...     if (source, item.to_role) == ("product-manager", "senior-product-manager")
        ... )
        >>> found.lacks(place)["mentoring"]
        1
        """
        return {
            skill: level
            for skill, level in self.ladder.transitions[transition].requires.items()
            if level > self.skills.get(skill, 0)
        }

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        start = {"months_in_role": self.months_in_role, "skills": dict(self.skills)}
        answer = self._head(any(way.role != self.source for way in self.ways))
        return answer | {"from": self.source, "start": start} | self._rest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Into(Survey):
    """From which roles one can get into one, and how soon.

    Parameters
    ----------
    target : str
        Id of the role that it ends in.
    **rest
        As for ``Survey``; ``unreached`` are the roles from which no plan leads there.
    """

    target: str

    def __repr__(self) -> str:
        return self._told(self.target)

    @property
    def about(self) -> str:
        """Id of the role that was asked about."""
        return self.target

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer = self._head(any(way.role != self.target for way in self.ways))
        return answer | {"to": self.target} | self._rest()


def sorted_out(answers: Mapping[str, Answer]) -> dict[str, Any]:
    """Sort answers into the parts of a survey.

    ``ways``, ``unreached`` and ``undecided``.
    """
    known: Iterable[Answer] = answers.values()
    ways = sorted((one for one in known if isinstance(one, Way)), key=lambda way: way.key)
    undecided = [answers[role] for role in sorted(answers)]
    return {
        "ways": tuple(ways),
        "unreached": tuple(sorted(role for role, one in answers.items() if one is None)),
        "undecided": tuple(one for one in undecided if isinstance(one, Undecided)),
    }


def _plain(way: Way) -> dict[str, Any]:
    plain: dict[str, Any] = {"role": way.role, "months": way.months}
    if way.range:
        plain["range"] = list(way.range)
    return plain | {"moves": way.moves, "cost": way.cost}


_SHARES = 5
"""A question gets no less than such a part of the time left: 3, 5 and 10 did better than 30."""


def ask_all(
    roles: Iterable[str],
    ask: Callable[[str, Deadline], Answer],
    deadline: Deadline,
    progress: Telling = nobody,
    *,
    known: Mapping[str, Answer] = MappingProxyType({}),
) -> dict[str, Answer]:
    """Ask one question for each role.

    What is left of the time is shared out, so that a hard one does not take it all; those left
    undecided are asked again as long as there is time. A question that is asked again begins anew,
    so that where there is too little time for all, it is better to give the first ones enough.
    First come those of which most is known: the fewer months lie between what is proven and what
    was found, the sooner a question is answered, as a rule.
    """
    answers = dict(known)
    everything = list(roles)
    waiting = [
        role for role in everything if role not in known or isinstance(known[role], Undecided)
    ]
    total = len(everything)
    if len(waiting) < total:
        progress(total - len(waiting), total)
    while waiting:
        undecided: list[str] = []
        waiting.sort(key=lambda role: _months_between(answers.get(role)))
        for place, role in enumerate(waiting):
            shares = min(len(waiting) - place, _SHARES)
            answer = answers.get(role)
            if answer is None or not deadline.passed:
                answer = merged(answer, ask(role, deadline.share(1 / shares)))
            answers[role] = answer
            if isinstance(answer, Undecided):
                undecided.append(role)
            progress(total - len(undecided) - (len(waiting) - place - 1), total)
        waiting = [] if deadline.passed else undecided
    return answers


def _months_between(answer: Answer) -> float:
    """Months from what is proven of a role to what was found."""
    if isinstance(answer, Undecided) and answer.best:
        return answer.best.months - answer.bound
    return inf


def answer_of(role: str, found: Found, question: Question) -> Answer:
    """Keep of what was found what it takes."""
    if found.label is None:
        return None if found.proven else Undecided(role, found.bound)
    way = way_to(role, found.label, question)
    return way if found.proven else Undecided(role, found.bound, way)


def way_to(role: str, end: Label, question: Question) -> Way:
    """Keep of a plan what it takes."""
    between = None
    if question.planner.has_ranges:
        between = question.plan(end, proven=True, bound=end.now).range
    return Way(role, end.now, end.moves, question.planner.encoded.price(end.cost), between)


def merged(before: Answer, now: Answer) -> Answer:
    """Keep what was proven and found before, where the same question ends undecided again."""
    if not (isinstance(before, Undecided) and isinstance(now, Undecided)):
        return now
    found = [one.best for one in (before, now) if one.best is not None]
    best = min(found, key=lambda way: way.key, default=None)
    return Undecided(now.role, max(before.bound, now.bound), best)
