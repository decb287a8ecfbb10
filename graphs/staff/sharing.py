"""One answer for all who differ only in what cannot matter to it.

Whoever is asked about first stands for all who are alike in what that answer can depend on:

- People in one role have the same plans of up to so many months if they hold the same of all that
  gates and activities can ask for in those months, which is less the sooner they arrive.
- Who has been there for fewer months has no plans that the others have not. So the best plan of
  those is theirs, too, if their months are enough for its first move when it comes.
- More months in a role than anything there counts are as many as that.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from graphs.deadline import Deadline
from graphs.pace import at_pace
from graphs.plans.path import GrowthPath, SearchLimit
from graphs.queries.question import Question
from graphs.search.bounds import asked_within
from graphs.search.encoding import NEVER, Milestones
from graphs.search.problem import Start
from graphs.wishes import NO_WISHES, Wishes
from ladder import Ladder, Person

from .standing import Standing, no_way, standing_on

_Post = tuple[str, tuple[tuple[str, int], ...]]
"""A role, and activities begun."""

_Held = tuple[int, Milestones]
"""What is held, and what staying still gives."""


class _Answer(NamedTuple):
    """How far people are who have been in their role for so many months, from one to the other."""

    least: int
    most: int
    standing: Standing


class _Alike(NamedTuple):
    """Answers that take so many months: what they can depend on, and those known, by that."""

    mask: int
    known: dict[_Held, list[_Answer]]


MOST_KNOWN = 50_000
"""Answers that are remembered; with more of them, it begins anew."""


class Paces:
    """A ladder at all its paces, and months in each role beyond which more change nothing."""

    def __init__(self, ladder: Ladder) -> None:
        self.ladders = [ladder]
        if ladder.pace == "typical":
            self.ladders += at_pace(ladder, "fast"), at_pace(ladder, "slow")
        self.longest = _longest(self.ladders)


class Standings:
    """How far people are from one role of a ladder.

    ``time_limit`` is in seconds, for each question that is really asked. Those who have been in
    their roles for longest should come first, as they stand for most. What ``paces`` and ``most``
    say is for where there are several of a ladder, and ``why`` is whether a closed way has reasons.
    """

    def __init__(
        self,
        ladder: Ladder,
        target: str,
        wishes: Wishes = NO_WISHES,
        time_limit: float = 10.0,
        *,
        paces: Paces | None = None,
        most: int = MOST_KNOWN,
        why: bool = True,
    ) -> None:
        self._question = Question.prepare(ladder, target, target, wishes=wishes)
        self._ahead = self._question.planner.months_ahead(self._question.route)
        self._time_limit = time_limit
        self._alike: dict[_Post, dict[int, _Alike]] = {}
        self._paces = paces or Paces(ladder)
        self._left = self._most = most
        self._why = why
        self.asked = 0
        """Questions that were really asked."""

    def start(self, person: Person) -> Start:
        """Where somebody's way begins, whichever the role that it leads to."""
        without = self._question.wishes.without
        return self._question.planner.start(person.role or "", person, without)

    def of(
        self, person: Person, start: Start | None = None, deadline: Deadline | None = None
    ) -> Standing:
        """Tell how far somebody is, who fits the ladder and has a role."""
        role = person.role or ""
        start = start or self.start(person)
        longest = self._paces.longest[role]
        served = longest if person.months_in_role is None else min(person.months_in_role, longest)
        post = role, tuple(sorted(person.learning.items()))
        for mask, known in self._alike.get(post, {}).values():
            for least, most, standing in known.get(_held(start, mask), ()):
                if least <= served <= most:
                    return standing
        path, answer = self._ask(person, start, deadline or Deadline(self._time_limit))
        if answer.proven:
            self._make_room()
            alike = self._alike.setdefault(post, {})
            within = NEVER if answer.months is None else answer.months
            if within not in alike:
                alike[within] = _Alike(self._mask(start, longest, within), {})
            mask, known = alike[within]
            first = path.stays[0].move if path else None
            least, most = self._months_of(path), served if first else longest
            known.setdefault(_held(start, mask), []).append(_Answer(least, most, answer))
        return answer

    def _make_room(self) -> None:
        """Remember no more than so many answers, as nobody knows how many different people come."""
        self._left -= 1
        if self._left < 0:
            self._alike.clear()
            self._left = self._most

    def _ask(
        self, person: Person, start: Start, deadline: Deadline
    ) -> tuple[GrowthPath | None, Standing]:
        self.asked += 1
        question = replace(
            self._question,
            source=person.role or "",
            person=person,
            start=start,
            deadline=deadline,
        )
        try:
            path = question.best()
        except SearchLimit:
            return None, Standing(proven=False)
        if path is None:
            return None, no_way(question.refusal().blockers if self._why else ())
        return path, standing_on(path)

    def _mask(self, start: Start, longest: int, within: int) -> int:
        """Bits that the answer of anybody in a role can depend on who is there within months."""
        encoded = self._question.planner.encoded
        return asked_within(encoded, replace(start, served=longest), self._ahead, within)

    def _months_of(self, path: GrowthPath | None) -> int:
        """Least months in the role with which a path can be followed as it is, at every pace."""
        if path is None or (move := path.stays[0].move) is None:
            return 0
        asked = [paced.transitions[move.transition].months for paced in self._paces.ladders]
        ends = [path.stays[0].end, *(path.ranges[0] if path.ranges else ())]
        waits: list[int] = [months - end for months, end in zip(asked, ends, strict=False)]
        return max(0, *waits)


def _held(start: Start, mask: int) -> _Held:
    ahead = ((months, bits & mask) for months, bits in start.milestones)
    return start.held & mask, tuple(one for one in ahead if one[1])


def _longest(paced: list[Ladder]) -> dict[str, int]:
    """Months in each role beyond which more of them change nothing, at whichever pace."""
    longest = dict.fromkeys(paced[0].roles, 0)
    for ladder in paced:
        for _, source, move in ladder.moves():
            longest[source] = max(longest[source], move.months)
        for role in ladder.roles.values():
            given = (months for levels in role.develops.values() for months in levels.values())
            longest[role.id] = max(longest[role.id], *given, 0)
    return longest
