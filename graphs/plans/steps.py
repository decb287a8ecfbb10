"""A growth path taken apart into steps, each of which can be seen to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from ladder import Ladder
from ladder.wording import told

from .origins import Origin, asked_by, origin_of, origins
from .schedule import Learning, Move, Schedule

_ORDER = ("growth", "learning", "move")


@dataclass(frozen=True, slots=True)
class Use:
    """What a step is needed for: a move whose gate asks for what it gives, or an activity."""

    skills: tuple[str, ...]
    place: int | None = None  # among the path's stays, of the one that the move ends
    activity: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """Something to be done on a path.

    Parameters
    ----------
    kind : {"growth", "learning", "move"}
        Levels that come with a job, an activity, or a move.
    place : int
        Place among the path's stays of the one in which it is begun.
    start, end : int
        Months from now; it is done after ``end`` months.
    levels : mapping of str to int
        What is newly held then; nothing for a move.
    learning : Learning or None
        The activity carried out, where it is one.
    move : Move or None
        The move, where it is one.
    uses : tuple of Use
        What it is needed for, the earliest first.
    """

    kind: Literal["growth", "learning", "move"]
    place: int
    start: int
    end: int
    levels: Mapping[str, int] = field(default_factory=dict)
    learning: Learning | None = None
    move: Move | None = None
    uses: tuple[Use, ...] = ()

    def __repr__(self) -> str:
        what = self.learning.activity if self.learning else self.move.to if self.move else ""
        levels = (f"{skill} at level {level}" for skill, level in self.levels.items())
        months = f"months {self.start} to {self.end}"
        return told("Step", f"{self.kind} {what}".strip(), months, *levels)

    def in_words(self, ladder: Ladder) -> str:
        """What is to be done, for a table."""
        if self.move is not None:
            return f"Move to {ladder.roles[self.move.to].name}"
        if self.learning is not None:
            return ladder.activities[self.learning.activity].name
        return ", ".join(
            ladder.skills[skill].name + (f" at {ladder.level_name(level)}" if ladder.graded else "")
            for skill, level in self.levels.items()
        )


def steps_of(path: Schedule) -> tuple[Step, ...]:
    """Take a path apart, in the order in which its steps are done."""
    known = origins(path)
    uses = _uses(path, known)
    steps = [*_growth(path, known, uses), *_learning(path, known, uses), *_moves(path)]
    return tuple(sorted(steps, key=lambda step: _order(path, step)))


def stay_at(path: Schedule, month: int) -> int:
    """Place of the stay to which a month belongs.

    The last stay, for what comes after the path.
    """
    places = enumerate(path.stays)
    return next((place for place, stay in places if month < stay.end), len(path.stays) - 1)


def _order(path: Schedule, step: Step) -> tuple[int, int, int]:
    """By the month in which it is done; within one, what a job gives on arrival after the move."""
    place = stay_at(path, step.end - 1) if step.kind == "learning" else step.place
    return step.end, place, _ORDER.index(step.kind)


def _growth(
    path: Schedule, known: tuple[Origin, ...], uses: dict[Origin, list[Use]]
) -> Iterator[Step]:
    given: dict[tuple[int, int], list[Origin]] = {}
    for one in known:
        if one.stay is not None:
            given.setdefault((one.stay, one.month), []).append(one)
    for (place, month), levels in given.items():
        start = path.stays[place].start
        held = {one.skill: one.level for one in levels}
        yield Step("growth", place, start, month, held, uses=_joined(levels, uses))


def _learning(
    path: Schedule, known: tuple[Origin, ...], uses: dict[Origin, list[Use]]
) -> Iterator[Step]:
    for item in path.learning:
        levels = [one for one in known if one.activity == item.activity]
        start, end = item.periods[0][0], item.periods[-1][1]
        needed = _joined(levels, uses)
        place = stay_at(path, start)
        yield Step("learning", place, start, end, item.develops, learning=item, uses=needed)


def _moves(path: Schedule) -> Iterator[Step]:
    for place, stay in enumerate(path.stays):
        if stay.move is not None:
            yield Step("move", place, stay.end, stay.end, move=stay.move)


def _uses(path: Schedule, known: tuple[Origin, ...]) -> dict[Origin, list[Use]]:
    """For each level newly held, what asks for it first."""
    uses: dict[Origin, list[Use]] = {}
    for item in path.learning:
        for skill, level in asked_by(path, item.activity).items():
            if origin := origin_of(known, skill, level):
                uses.setdefault(origin, []).append(Use((skill,), activity=item.activity))
    for place, stay in enumerate(path.stays):
        for skill, level in stay.move.requires.items() if stay.move else ():
            if origin := origin_of(known, skill, level):
                uses.setdefault(origin, []).append(Use((skill,), place=place))
    return uses


def _joined(levels: list[Origin], uses: dict[Origin, list[Use]]) -> tuple[Use, ...]:
    """What several levels are needed for, each move and activity once."""
    joined: dict[tuple[int | None, str | None], tuple[str, ...]] = {}
    for origin in levels:
        for use in uses.get(origin, ()):
            key = use.place, use.activity
            joined[key] = (*joined.get(key, ()), *use.skills)
    return tuple(Use(skills, *key) for key, skills in joined.items())
