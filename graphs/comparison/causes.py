"""Through which change a route is another: a few changes are made at a time, and the route asked.

A plan that uses nothing which a change is about can be followed with and without it. So where some
of the changes leave a route shorter than the new version has it, those are to be added that touch
the plan which is still to be had; where they leave it longer, those that touch the new version's
plan. Each step adds at least one, and with all of them made the version is the new one.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import replace
from math import inf
from typing import Any, TypeAlias

from graphs.deadline import Deadline, TimeUp
from graphs.plans.path import GrowthPath, SearchLimit
from graphs.queries.question import Question
from graphs.search.planner import Planner
from graphs.search.problem import Itinerary
from ladder import Person

from .changes import Change, LadderDiff, MoveKey
from .parts import Span

MOST_KEPT = 64
"""Versions with some of the changes made that are kept ready for the next route."""

MOST_ROLES = 20_000
"""In all of the versions that are kept; never fewer than two of these."""

Some: TypeAlias = frozenset[int]
"""Changes, by their place among those that act."""

Versions: TypeAlias = tuple[GrowthPath | None, GrowthPath | None]
"""The plans of the old version and of the new one; None where there is none."""


class Causes:
    """The changes between two versions, to be made a few at a time."""

    def __init__(self, diff: LadderDiff) -> None:
        self.changes = tuple(change for change in diff.changes if change.acts)
        self._all_help = all(map(only_helps, self.changes))
        self._all_hinder = all(map(only_hinders, self.changes))
        self._diff = diff
        self._all: Some = frozenset(range(len(self.changes)))
        self._made: OrderedDict[Some, tuple[Planner, tuple[MoveKey, ...]]] = OrderedDict()

    def changed(self, source: str, target: str, deadline: Deadline) -> Versions | None:
        """Find the best plans by months in both versions, where they take other months.

        Where all changes only hinder, and the old version's plan uses nothing that they are about,
        it is the best in the new version, too; and likewise where all changes only help.

        In the old version and in the new one; None where it takes as many months in both.
        """
        nothing: Some = frozenset()
        first, second = (self._all, nothing) if self._all_help else (nothing, self._all)
        path = self._ask(first, source, target, deadline)
        one_way = self._all_help or self._all_hinder
        if one_way and (path is None or not self._touching(path, first)):
            return None
        other = self._ask(second, source, target, deadline)
        if _months(path) == _months(other):
            return None
        return (other, path) if self._all_help else (path, other)

    def of(
        self,
        source: str,
        target: str,
        before: GrowthPath | None,
        after: GrowthPath | None,
        deadline: Deadline,
    ) -> tuple[tuple[Change, ...], bool]:
        """Find through which change a route takes other months."""
        wanted = _months(after)

        def brings(some: Some) -> bool:
            return _months(self._ask(some, source, target, deadline)) == wanted

        made: Some = frozenset()
        path = before
        while _months(path) != wanted:
            shorter = path is not None and path.months < wanted
            made |= self._touching(path, made) if shorter else self._touching(after, self._all)
            path = self._ask(made, source, target, deadline)
        alone = [place for place in sorted(made) if len(made) == 1 or brings(frozenset({place}))]
        if alone:
            return tuple(self.changes[place] for place in alone), True
        # Changes may work against each other, so that one is needed only until another is left out.
        while (spare := next((at for at in sorted(made) if brings(made - {at})), None)) is not None:
            made -= {spare}
        return tuple(self.changes[place] for place in sorted(made)), False

    def _ask(self, some: Some, source: str, target: str, deadline: Deadline) -> GrowthPath | None:
        deadline.check()
        planner, _ = self._version(some)
        start = planner.start(source, Person())
        route = Itinerary(planner.encoded.number[target])
        question = Question(planner, source, target, Person(), start, route, deadline)
        try:
            path = question.best()
        except SearchLimit:
            raise TimeUp from None
        if path is not None and not path.optimal:
            raise TimeUp
        return path

    def _version(self, some: Some) -> tuple[Planner, tuple[MoveKey, ...]]:
        """The old version with some of the changes made, and what its transitions go by."""
        if some in self._made:
            self._made.move_to_end(some)
        else:
            ladder, keys = self._diff.made(self.changes[place] for place in some)
            self._made[some] = Planner(ladder), keys
            if len(self._made) > max(2, min(MOST_KEPT, MOST_ROLES // len(ladder.roles))):
                self._made.popitem(last=False)
        return self._made[some]

    def _touching(self, path: GrowthPath | None, some: Some) -> Some:
        """Changes about anything that a plan uses, found with some of them made."""
        assert path is not None
        keys = self._version(some)[1]
        used: dict[str, set[Any]] = {
            "transition": {keys[stay.move.transition] for stay in path.stays if stay.move},
            "role": set(path.roles),
            "activity": {item.activity for item in path.learning},
        }
        return frozenset(
            place
            for place, change in enumerate(self.changes)
            if change.key in used.get(change.what, ())
        )


def _months(path: GrowthPath | None) -> float:
    return inf if path is None else path.months


def only_helps(change: Change) -> bool:
    """Whether every plan that could be followed before the change can be after it.

    Nothing is unlearned, so who holds more, or the same sooner, can do all that others can.
    """
    before, after = change.before, change.after
    match change.part and change.part.name:
        case None:
            helps = before is None
        case "months":
            helps = after.months <= before.months
        case "requires":
            helps = (after or 0) <= (before or 0)
        case "from_roles":
            helps = bool(before) and set(before) <= set(after)
        case "expects" | "track":  # what opens the ways on shuts those that lead there
            helps = False
        case _ if change.what == "activity":
            helps = (after or 0) >= (before or 0)
        case _:
            helps = _covered(before or {}, after or {})
    return bool(helps)


def only_hinders(change: Change) -> bool:
    """Whether every plan that can be followed after the change could be before it."""
    return only_helps(replace(change, before=change.after, after=change.before))


def _covered(before: Mapping[int, Span], after: Mapping[int, Span]) -> bool:
    """Whether each level is still given, or a higher one, and as soon."""
    return all(
        any(other >= level and by.months <= span.months for other, by in after.items())
        for level, span in before.items()
    )
