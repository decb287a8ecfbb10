"""All the single changes to a ladder that are tried.

One level less at one gate; one level more of one skill, or the same sooner, in one role or from one
activity; one activity away, which is the only one that is not a ladder of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Any

from graphs.plans.path import plain
from graphs.queries.single_changes import GateLowered
from ladder import FrozenDict, Ladder, Role


@dataclass(frozen=True, slots=True)
class TaughtHigher:
    """A role, or an activity, that gives one level more of a skill, at the same time.

    Parameters
    ----------
    role, activity : str or None
        The id of one of them.
    skill : str
        Its id.
    level : int
        What it gives then.

    Examples
    --------
    >>> from ladder import bundled
    >>> change = TaughtHigher(None, "product-course", "roadmapping", 2)
    >>> changed = change.apply(bundled("product-management"))
    >>> changed.activities["product-course"].develops["roadmapping"]
    2
    """

    role: str | None
    activity: str | None
    skill: str
    level: int

    def apply(self, ladder: Ladder) -> Ladder:
        """The ladder with this change made.

        Parameters
        ----------
        ladder : Ladder

        Returns
        -------
        Ladder
        """
        if self.activity is not None:
            item = ladder.activities[self.activity]
            gives = FrozenDict({**item.develops, self.skill: self.level})
            changed = replace(item, develops=gives)
            return replace(ladder, activities=FrozenDict({**ladder.activities, item.id: changed}))
        role = ladder.roles[self.role or ""]
        levels = role.develops[self.skill]
        return _developing(ladder, role, self.skill, {**levels, self.level: levels[self.level - 1]})

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON.

        Returns
        -------
        dict
        """
        return {"teach_higher": {key: one for key, one in plain(self).items() if one is not None}}


@dataclass(frozen=True, slots=True)
class TaughtSooner:
    """A role that gives a level when it gives the one below; the lowest on arrival.

    Parameters
    ----------
    role, skill : str
        Their ids.
    level : int
        The level that comes sooner.
    months : int
        After how many months in the role it comes then.
    """

    role: str
    skill: str
    level: int
    months: int

    def apply(self, ladder: Ladder) -> Ladder:
        """The ladder with this change made.

        Parameters
        ----------
        ladder : Ladder

        Returns
        -------
        Ladder
        """
        role = ladder.roles[self.role]
        levels = {**role.develops[self.skill], self.level: self.months}
        return _developing(ladder, role, self.skill, levels)

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON.

        Returns
        -------
        dict
        """
        return {"teach_sooner": plain(self)}


@dataclass(frozen=True, slots=True)
class TakenAway:
    """An activity that nobody can begin or go on with any more; who has done it has done it.

    Parameters
    ----------
    activity : str
        Its id.
    """

    activity: str

    def to_dict(self) -> dict[str, Any]:
        """The change as plain data, ready for JSON.

        Returns
        -------
        dict
        """
        return {"take_away": plain(self)}


Improvement = GateLowered | TaughtHigher | TaughtSooner
"""A change that makes no way longer."""

Change = Improvement | TakenAway


def changes_to(ladder: Ladder) -> Iterator[Change]:
    """Go through all of them, in the order of the file."""
    for place in range(len(ladder.transitions)):
        yield from lowered(ladder, place)
    for role in ladder.roles:
        yield from taught_in(ladder, role)
    for activity in ladder.activities:
        yield from taught_by(ladder, activity)
        yield TakenAway(activity)


def in_order(ladder: Ladder, changes: Collection[Change]) -> list[Change]:
    """Put some of them into the order of the file, passing over what none of them is about."""
    gates = {one.transition for one in changes if isinstance(one, GateLowered)}
    others = [one for one in changes if not isinstance(one, GateLowered)]
    taught = {one.role for one in others if not isinstance(one, TakenAway)}
    done = {one.activity for one in others if not isinstance(one, TaughtSooner)}
    ordered: list[Change] = []
    for place in sorted(gates):
        ordered += lowered(ladder, place)
    for role in ladder.roles:
        ordered += taught_in(ladder, role) if role in taught else ()
    for activity in ladder.activities:
        if activity in done:
            ordered += [*taught_by(ladder, activity), TakenAway(activity)]
    return [one for one in ordered if one in changes]


def lowered(ladder: Ladder, place: int) -> Iterator[GateLowered]:
    """One level less of each skill that the gate of a transition asks for."""
    for skill, level in ladder.transitions[place].requires.items():
        yield GateLowered(place, FrozenDict({skill: level - 1}))


def taught_in(ladder: Ladder, role: str) -> Iterator[TaughtHigher | TaughtSooner]:
    """One level more, or the same sooner, of each skill that a role develops."""
    for skill, levels in ladder.roles[role].develops.items():
        yield from _taught(ladder, role, skill, dict(sorted(levels.items())))


def taught_by(ladder: Ladder, activity: str) -> Iterator[TaughtHigher]:
    """One level more of each skill that an activity develops."""
    for skill, level in ladder.activities[activity].develops.items():
        if level < len(ladder.levels):
            yield TaughtHigher(None, activity, skill, level + 1)


def _taught(
    ladder: Ladder, role: str, skill: str, levels: dict[int, int]
) -> Iterator[TaughtHigher | TaughtSooner]:
    highest = max(levels)
    if highest < len(ladder.levels):
        yield TaughtHigher(role, None, skill, highest + 1)
    before = 0
    for level, months in levels.items():
        if months > before:
            yield TaughtSooner(role, skill, level, before)
        before = months


def _developing(ladder: Ladder, role: Role, skill: str, levels: dict[int, int]) -> Ladder:
    """The ladder with a role that develops a skill otherwise, without ranges of it."""
    ranges = {key: one for key, one in role.develops_ranges.items() if key != skill}
    changed = replace(
        role,
        develops=FrozenDict({**role.develops, skill: FrozenDict(levels)}),
        develops_ranges=FrozenDict(ranges),
    )
    return replace(ladder, roles=FrozenDict({**ladder.roles, role.id: changed}))
