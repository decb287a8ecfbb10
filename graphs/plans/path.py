"""The answer to "how do I get there": a growth path, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from graphs.wishes import NO_WISHES, Wishes
from ladder import Ladder, LadderError, Person, Range
from ladder.jupyter import Drawn
from ladder.wording import told

from .costs import by_year, cost_of
from .reasons import Reason
from .retiming import ranges_of
from .schedule import Learning, Stay

if TYPE_CHECKING:
    from .month import Month


@dataclass(frozen=True, slots=True)
class GrowthPath(Drawn):
    """A way from one role to another under the rules of growth.

    Parameters
    ----------
    ladder : Ladder
        The ladder that it was found in.
    source, target : str
        Ids of the two roles.
    months, moves : int
        How long it takes, and in how many moves.
    cost : int or float
        Of the activities begun on the way, in the ladder's currency.
    months_in_role : int or None
        Months already served in ``source``; None for an established holder.
    skills : mapping of str to int
        What is held at the start.
    stays : tuple of Stay
        From ``source`` to ``target``.
    learning : tuple of Learning
        In the order in which they are begun.
    optimal : bool
        Whether it is proven that no path is better.
    bound : int
        Months that every path is proven to need at least; ``months`` for an optimal one.
    person : Person
        For whom it was found.
    wishes : Wishes
        What was wished of it, by ids.
    """

    ladder: Ladder
    source: str
    target: str
    months: int
    moves: int
    cost: int | float
    months_in_role: int | None
    skills: Mapping[str, int]
    stays: tuple[Stay, ...]
    learning: tuple[Learning, ...]
    optimal: bool
    bound: int
    person: Person = Person()
    wishes: Wishes = NO_WISHES

    @property
    def roles(self) -> tuple[str, ...]:
        """Ids of the roles on the way, both ends included."""
        return tuple(stay.role for stay in self.stays)

    @property
    def ranges(self) -> tuple[Range, ...]:
        """Months from now at which each stay ends at the fast and at the slow pace.

        The same moves and learning, each as soon as it may be; empty where the ladder has no
        ranges, or the path was found at one of their ends; and where it is a plan from a file that
        does not keep the rules of growth.
        """
        return ranges_of(self)

    @property
    def range(self) -> Range | None:
        """Months that it takes at the fast and at the slow pace, where there are ``ranges``."""
        ranges = self.ranges
        return ranges[-1] if ranges else None

    def __repr__(self) -> str:
        proven = () if self.optimal else (f"not proven, at least {self.bound} months",)
        return told("GrowthPath", " → ".join(self.roles), totals(self), *proven)

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON.

        Returns
        -------
        dict
            As the format of answers, version 1, describes it.
        """
        answer = head(self.ladder, "found" if self.optimal else "limit", self.optimal)
        answer |= {"from": self.source, "to": self.target}
        if not self.optimal:
            answer["bound"] = self.bound
        answer["months"] = self.months
        ranges = self.ranges
        if ranges:
            answer["range"] = list(ranges[-1])
        answer |= {"moves": self.moves, "cost": self.cost}
        answer["cost_by_year"] = plain(tuple(self.cost_by_year()))
        if said := self.person.to_dict():
            answer["person"] = said
        if wished := self.wishes.to_dict():
            answer["wishes"] = wished
        answer["start"] = {"months_in_role": self.months_in_role, "skills": dict(self.skills)}
        answer["stays"] = plain(self.stays)
        for stay, between in zip(answer["stays"], ranges, strict=False):
            stay["range"] = list(between)
        answer["learning"] = plain(self.learning)
        for item, learnt in zip(answer["learning"], self.learning, strict=True):
            item["cost"] = cost_of(self, learnt)
        return answer

    def cost_by_year(self, begins: Month | None = None) -> list[tuple[int, int | float]]:
        """What is to be paid in which year; an activity is paid for in its first month.

        Parameters
        ----------
        begins : Month, optional
            The calendar's month that is the first. Left out, years count from now, from 1.

        Returns
        -------
        list of (int, int or float)
            The years in which anything is to be paid, each with how much; all of them together
            are the ``cost``.

        Examples
        --------
        >>> from graphs import Month, growth_path
        >>> from ladder import bundled
        >>> path = growth_path(bundled("product-management"), "analyst", "spm")
        >>> path.cost_by_year()
        [(1, 950), (3, 3000)]
        >>> path.cost_by_year(Month(2027, 10))
        [(2027, 350), (2028, 600), (2029, 3000)]
        """
        costs = ((item.periods[0][0], cost_of(self, item)) for item in self.learning)
        return by_year(costs, begins)


def totals(path: GrowthPath) -> str:
    """What a path takes, for `repr`."""
    moves = "1 move" if path.moves == 1 else f"{path.moves} moves"
    return f"{path.months} months, {moves}, cost {path.cost:,}"


@dataclass(frozen=True, slots=True)
class Blocker:
    """A gate that cannot be opened.

    Parameters
    ----------
    transition : int
        Place of the closed transition in the ladder's transitions, from 0.
    skill : str or None
        Id of the skill that is short; None where no transition leads on at all.
    needed : int
        The level that the gate asks for.
    best : int
        The highest level that can be had, from the start, before that gate.
    why : str
        Why it is no more than that, in a sentence.
    reasons : tuple of Reason
        The same as facts.
    """

    transition: int | None
    skill: str | None
    needed: int
    best: int
    why: str
    reasons: tuple[Reason, ...] = ()


class NoGrowthPath(LadderError):
    """There is no way, however long one takes; or none within the months and the cost allowed.

    Parameters
    ----------
    ladder : Ladder
        The ladder that was asked.
    source, target : str
        Ids of the two roles.
    blockers : iterable of Blocker
        What stands in the way; none where only the months or the cost allowed are known to.
    least : iterable of GrowthPath
        What it would take: the best paths when the months, or the cost, are not limited. Those
        that the time limit left unproven are not ``optimal``.
    complete : bool
        Whether no other path of that kind was left open by the time limit.
    """

    def __init__(
        self,
        ladder: Ladder,
        source: str,
        target: str,
        blockers: Iterable[Blocker],
        least: Iterable[GrowthPath] = (),
        *,
        complete: bool = True,
    ) -> None:
        self.ladder = ladder
        self.source = source
        self.target = target
        self.blockers = tuple(blockers)
        self.least = tuple(least)
        self.complete = complete and all(path.optimal for path in self.least)
        names = ladder.roles[source].name, ladder.roles[target].name
        allowed = "" if self.blockers else " within the months and the cost allowed"
        super().__init__(f"no growth path from {names[0]} to {names[1]}{allowed}")

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer = head(self.ladder, "unreachable", True)
        answer |= {"from": self.source, "to": self.target}
        answer["blockers"] = plain(self.blockers)
        if not self.blockers:
            answer["least"] = [path.to_dict() for path in self.least]
            answer["complete"] = self.complete
        return answer


class SearchLimit(LadderError):
    """The time limit ended the search before it met any path.

    Parameters
    ----------
    ladder : Ladder
        The ladder that was asked.
    source, target : str
        Ids of the two roles.
    bound : int
        Months that every path is proven to need at least.
    """

    def __init__(self, ladder: Ladder, source: str, target: str, bound: int) -> None:
        self.ladder = ladder
        self.source = source
        self.target = target
        self.bound = bound
        names = ladder.roles[source].name, ladder.roles[target].name
        super().__init__(
            f"no growth path from {names[0]} to {names[1]} was found within the time limit; "
            f"any takes at least {bound} months"
        )

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer = head(self.ladder, "limit", False)
        return answer | {"from": self.source, "to": self.target, "bound": self.bound}


def head(ladder: Ladder, status: str, optimal: bool) -> dict[str, Any]:
    """What every answer as plain data begins with."""
    answer = {"format": 1, "ladder": ladder.name, "status": status, "optimal": optimal}
    return answer | paced(ladder)


def paced(ladder: Ladder) -> dict[str, str]:
    """The pace, for an answer as plain data; nothing at the typical one."""
    return {} if ladder.pace == "typical" else {"pace": ladder.pace}


def plain(value: Any) -> Any:
    """A value as JSON has it; of a dataclass, each field under its name, in their order."""
    if is_dataclass(value):
        value = {field.name: getattr(value, field.name) for field in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, tuple) else value
