"""Who could follow on into a role, and when: the answers for many people, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphs.plans.path import plain
from graphs.staff.table import TAKEN

from .groups import Pool, Summary, column, summed

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

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain data."""
        return {"people": self.people, **plain(self)}


@dataclass(frozen=True, kw_only=True)
class Succession(Summary[Group]):
    """Who could follow on into a role, and when, in all and by group."""

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        return {"horizons": list(HORIZONS)} | super().to_dict()


def succession(
    answers: pa.Table, *, by: str | None = None, small_groups: bool = False
) -> Succession:
    """Count how soon people are in a role.

    Parameters
    ----------
    answers : pyarrow.Table
        What ``people`` gives.
    by : str, optional
        A column of the table, such as a team, whose groups are told apart.
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
    taken = by is not None and by + TAKEN in answers.column_names
    heading, values = column(answers, f"{by}{TAKEN}" if taken else by)
    by = by if taken else heading
    kinds = _kinds(answers)
    read = [row for row, kind in enumerate(kinds) if kind != "unread"]
    told = summed(read, values, by, lambda pool: _group(pool, kinds), small_groups=small_groups)
    return Succession(unread=len(kinds) - len(read), **told)


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
