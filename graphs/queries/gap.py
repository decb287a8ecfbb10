"""What lies between two roles: the skills, and what each move on the best path asks besides."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Any, Unpack

from graphs.deadline import Deadline
from graphs.plans.path import GrowthPath, NoGrowthPath, SearchLimit, paced, totals
from graphs.search.encoding import Encoded
from graphs.wishes import WishedOfBest, Wishes, wishing
from ladder import FrozenDict, Ladder, Person, Role
from ladder.jupyter import Drawn
from ladder.wording import told

from .question import Question


@dataclass(frozen=True, slots=True)
class Gap(Drawn):
    """What somebody holds, set beside the profile of a role.

    Parameters
    ----------
    ladder : Ladder
    source, target : str
        Ids of the two roles.
    months_in_role : int or None
        Months already served in ``source``; None for an established holder.
    held : mapping of str to int
        Levels held today.
    profile : mapping of str to int
        Levels of whoever has been in ``target`` for long: what it expects, what it develops in the
        end, and what every gate into it asks for.
    expected : mapping of str to int
        As much of the profile as the role expects of whoever holds it.
    path : GrowthPath or None
        The best path there.
    refusal : NoGrowthPath, SearchLimit or None
        Why there is no path.
    """

    ladder: Ladder
    source: str
    target: str
    months_in_role: int | None
    held: Mapping[str, int]
    profile: Mapping[str, int]
    expected: Mapping[str, int]
    path: GrowthPath | None
    refusal: NoGrowthPath | SearchLimit | None

    @property
    def gained(self) -> dict[str, int]:
        """Skills of the profile that are not held at all, with their levels."""
        return {skill: level for skill, level in self.profile.items() if skill not in self.held}

    @property
    def raised(self) -> dict[str, tuple[int, int]]:
        """Skills held at a lower level than the profile's, with both levels."""
        return {
            skill: (self.held[skill], level)
            for skill, level in self.profile.items()
            if 0 < self.held.get(skill, 0) < level
        }

    @property
    def kept(self) -> dict[str, int]:
        """Skills held at the profile's level or above, with the level held."""
        return {
            skill: self.held[skill]
            for skill, level in self.profile.items()
            if self.held.get(skill, 0) >= level
        }

    @property
    def lost(self) -> dict[str, int]:
        """Skills held that the profile has no use for, with the level held.

        Nothing is unlearned; they are lost on the role.
        """
        return {skill: level for skill, level in self.held.items() if skill not in self.profile}

    def asked(self, stay: int) -> dict[str, int]:
        """What the move that ends a stay of the path asks for and is not held today.

        Parameters
        ----------
        stay : int
            Place among the path's stays.

        Returns
        -------
        dict of str to int
            Levels asked, by skill id.
        """
        move = self.path.stays[stay].move if self.path else None
        return {
            skill: level
            for skill, level in (move.requires if move else {}).items()
            if level > self.held.get(skill, 0)
        }

    def __repr__(self) -> str:
        sides = (
            f"{len(skills)} skills {word}"
            for word, skills in (
                ("gained", self.gained),
                ("raised", self.raised),
                ("kept", self.kept),
                ("lost", self.lost),
            )
        )
        way = totals(self.path) if self.path else "no path"
        return told("Gap", f"from {self.source} to {self.target}", *sides, way)

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer: dict[str, Any] = {
            "format": 1,
            "ladder": self.ladder.name,
            **paced(self.ladder),
            "from": self.source,
            "to": self.target,
            "start": {"months_in_role": self.months_in_role, "skills": dict(self.held)},
            "profile": dict(self.profile),
            "expected": dict(self.expected),
            "gained": self.gained,
            "raised": {skill: list(levels) for skill, levels in self.raised.items()},
            "kept": self.kept,
            "lost": self.lost,
        }
        if self.path is not None:
            answer["moves"] = [
                {
                    "transition": stay.move.transition,
                    "to": stay.move.to,
                    "month": stay.end,
                    "asks": self.asked(place),
                }
                for place, stay in enumerate(self.path.stays)
                if stay.move
            ]
        way = self.path or self.refusal
        answer["path"] = way.to_dict() if way else None
        return answer


@wishing(WishedOfBest)
def gap(
    ladder: Ladder,
    source: str,
    target: str,
    *,
    person: Person | None = None,
    time_limit: float | Deadline = 10.0,
    **wishes: Unpack[WishedOfBest],
) -> Gap:
    """Compare what somebody holds with the profile of a role, and find the best path there.

    Parameters
    ----------
    ladder, source, target, person, by, via, avoid, without, max_cost, within, time_limit
        As for ``growth_path``.

    Returns
    -------
    Gap
        With the reason in ``refusal`` where there is no path.

    Raises
    ------
    UnknownName, InvalidPerson
        As ``growth_path``.

    Examples
    --------
    >>> from ladder import bundled
    >>> between = gap(bundled("product-management"), "PM", "SPM")
    >>> between.raised["go-to-market"], between.gained["mentoring"]
    ((2, 3), 3)
    >>> between.asked(0)
    {'leadership': 2, 'mentoring': 1}
    """
    question = Question.prepare(ladder, source, target, person, Wishes(**wishes), time_limit)
    role = ladder.roles[question.target]
    path: GrowthPath | None = None
    refusal: NoGrowthPath | SearchLimit | None = None
    try:
        path = question.best()
        if path is None:
            refusal = question.refusal()
    except SearchLimit as limit:
        refusal = limit
    return Gap(
        ladder=ladder,
        source=question.source,
        target=question.target,
        months_in_role=question.person.months_in_role,
        held=FrozenDict(question.planner.encoded.levels(question.start.held)),
        profile=FrozenDict(profile(question.planner.encoded, role)),
        expected=FrozenDict(_some(role.expects)),
        path=path,
        refusal=refusal,
    )


def _some(levels: Mapping[str, int]) -> dict[str, int]:
    return {skill: level for skill, level in levels.items() if level}


def profile(encoded: Encoded, role: Role) -> dict[str, int]:
    """Levels of whoever has been in a role for long, however they came there.

    By skill id: what it expects, what it develops in the end, and what all the gates into it ask.
    """
    number = encoded.number[role.id]
    gates = [edge.gate for edge in encoded.entering(number)]
    held = reduce(and_, gates) if gates else 0
    for _, bits in encoded.milestones[number]:
        held |= bits
    return encoded.levels(held | encoded.mask(role.expects.items()))
