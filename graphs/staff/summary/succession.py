"""Who could follow on into a role, and when: the answers for many people, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphs.plans.path import plain

from .groups import Pool, column, everybody, pools

if TYPE_CHECKING:
    import pyarrow as pa

HORIZONS = (0, 12, 24, 36)
"""Months within which somebody is there; from the first, at once."""


@dataclass(frozen=True, slots=True)
class Group:
    """How many people of a group are how far from a role.

    Parameters
    ----------
    name : str or None
        What the column says of them; None for small groups together.
    incumbents : int
        How many are in the role already.
    within : tuple of int
        How many others are there at once, within 12, within 24 and within 36 months, each counted
        once.
    later, no_way, undecided : int
        How many take longer, have no way, and were not answered within the time limit.
    groups : int
        Of how many groups they are.
    """

    name: str | None
    incumbents: int
    within: tuple[int, ...]
    later: int = 0
    no_way: int = 0
    undecided: int = 0
    groups: int = 1

    @property
    def people(self) -> int:
        """How many there are in all."""
        return self.incumbents + sum(self.within) + self.later + self.no_way + self.undecided


@dataclass(frozen=True, slots=True)
class Succession:
    """Who could follow on into a role, and when.

    Parameters
    ----------
    people : int
        How many rows could be read.
    unread : int
        How many could not.
    everybody : Group or None
        None where there are too few people to tell anything of.
    by : str or None
        The column whose groups are told apart.
    groups : tuple of Group
        The largest first, those that are too small for it together at the end.
    """

    people: int
    unread: int
    everybody: Group | None
    by: str | None = None
    groups: tuple[Group, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer: dict[str, Any] = {
            "horizons": list(HORIZONS),
            "people": self.people,
            "unread": self.unread,
            "everybody": None if self.everybody is None else _plain(self.everybody),
        }
        if self.by is not None:
            answer |= {"by": self.by, "groups": [_plain(group) for group in self.groups]}
        return answer


def _plain(group: Group) -> dict[str, Any]:
    return {"people": group.people, **plain(group)}


def succession(
    answers: pa.Table, *, by: str | None = None, small_groups: bool = False
) -> Succession:
    """Count how soon people are in a role.

    Parameters
    ----------
    answers : pyarrow.Table
        What ``people`` gives.
    by : str, optional
        A column of it, such as a team, whose groups are told apart.
    small_groups : bool
        Whether groups of fewer than five people are told of, too, instead of together with others.

    Returns
    -------
    Succession

    Raises
    ------
    LadderError
        There is no such column.

    Notes
    -----
    Whoever counts by one column and then by another can take the one from the other; only within
    each answer nothing is told of fewer than five.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> from graphs import people
    >>> staff = pa.table({"role": ["APM", "PM", "PM", "PM", "SPM"], "team": [*"aabbb"]})
    >>> found = people(bundled("product-management"), staff, to="SPM")
    >>> succession(found).everybody.within
    (0, 3, 0, 0)
    """
    kinds = _kinds(answers)
    read = [row for row, kind in enumerate(kinds) if kind != "unread"]
    unread = len(kinds) - len(read)
    values = column(answers, by) if by is not None else []
    whole = everybody(read, small_groups=small_groups)
    told = None if whole is None else _group(whole, kinds)
    if by is None:
        return Succession(len(read), unread, told)
    apart = pools(read, values, small_groups=small_groups)
    return Succession(len(read), unread, told, by, tuple(_group(one, kinds) for one in apart))


def _kinds(answers: pa.Table) -> list[str]:
    columns = ("months", "moves", "proven", "problem")
    rows = zip(*(answers[name].to_pylist() for name in columns), strict=True)
    return [_kind(*row) for row in rows]


def _kind(months: int | None, moves: int | None, proven: bool | None, problem: str | None) -> str:
    if problem is not None:
        return "unread"
    if months is None:
        return "no_way" if proven else "undecided"
    if moves == 0:
        return "incumbents"
    return next((str(most) for most in HORIZONS if months <= most), "later")


def _group(pool: Pool, kinds: list[str]) -> Group:
    counts = Counter(kinds[row] for row in pool.rows)
    within = tuple(counts[str(most)] for most in HORIZONS)
    rest = {kind: counts[kind] for kind in ("incumbents", "later", "no_way", "undecided")}
    return Group(pool.name, within=within, groups=pool.groups, **rest)
