"""Who could follow on into a role, and when: the answers for many people, counted.

Groups of fewer than five people stand together, so that nothing is told of anybody by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphs.plans.path import plain
from ladder import LadderError
from ladder.matching import nearest
from ladder.wording import listed, quoted

if TYPE_CHECKING:
    import pyarrow as pa

HORIZONS = (0, 12, 24, 36)
"""Months within which somebody is there; from the first, at once."""

SMALLEST = 5
"""People of whom a group may be told by itself."""

OTHERS = None
"""What small groups are together called."""


@dataclass(frozen=True, slots=True)
class Group:
    """How many people of a group are how far from a role.

    Parameters
    ----------
    name : str or None
        What the column says of them; None for all small groups together.
    within : tuple of int
        How many are there at once, within 12, within 24 and within 36 months, each counted once.
    later, no_way, undecided : int
        How many take longer, have no way, and were not answered within the time limit.
    unread : int
        How many rows could not be read.
    groups : int
        Of how many groups they are.
    """

    name: str | None
    within: tuple[int, ...]
    later: int = 0
    no_way: int = 0
    undecided: int = 0
    unread: int = 0
    groups: int = 1

    @property
    def people(self) -> int:
        """How many there are in all."""
        return sum(self.within) + self.later + self.no_way + self.undecided + self.unread


@dataclass(frozen=True, slots=True)
class Succession:
    """Who could follow on into a role, and when.

    Parameters
    ----------
    everybody : Group
    by : str or None
        The column whose groups are told apart.
    groups : tuple of Group
        The largest first, those that are too small for it together at the end.
    """

    everybody: Group
    by: str | None = None
    groups: tuple[Group, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        answer = {"horizons": list(HORIZONS), "everybody": plain(self.everybody)}
        if self.by is not None:
            answer |= {"by": self.by, "groups": [plain(group) for group in self.groups]}
        return answer


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
        Whether groups of fewer than five people are told apart, too.

    Returns
    -------
    Succession

    Raises
    ------
    LadderError
        There is no such column.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> from graphs import people
    >>> staff = pa.table({"role": ["APM", "PM", "SPM"], "team": ["a", "a", "b"]})
    >>> found = people(bundled("product-management"), staff, to="SPM")
    >>> succession(found).everybody.within
    (1, 0, 0, 1)
    """
    kinds = _kinds(answers)
    everybody = _group("", Counter(kinds))
    if by is None:
        return Succession(everybody)
    if by not in answers.column_names:
        near = nearest(by, answers.column_names)
        hint = f"; did you mean {listed(near)}?" if near else ""
        raise LadderError(f"there is no column {quoted(by)} to tell groups by{hint}")
    counted: dict[str, Counter[str]] = {}
    for value, kind in zip(answers[by].to_pylist(), kinds, strict=True):
        counted.setdefault("" if value is None else str(value), Counter())[kind] += 1
    groups = sorted(
        (_group(name, counts) for name, counts in counted.items()),
        key=lambda group: (-group.people, group.name or ""),
    )
    return Succession(everybody, by, tuple(groups if small_groups else _large(groups)))


def _kinds(answers: pa.Table) -> list[str]:
    columns = ("months", "proven", "problem")
    rows = zip(*(answers[name].to_pylist() for name in columns), strict=True)
    return [_kind(*row) for row in rows]


def _kind(months: int | None, proven: bool | None, problem: str | None) -> str:
    if problem is not None:
        return "unread"
    if months is None:
        return "no_way" if proven else "undecided"
    return next((str(most) for most in HORIZONS if months <= most), "later")


def _group(name: str | None, counts: Mapping[str, int]) -> Group:
    rest = {kind: counts.get(kind, 0) for kind in ("later", "no_way", "undecided", "unread")}
    return Group(name, tuple(counts.get(str(most), 0) for most in HORIZONS), **rest)


def _large(groups: Sequence[Group]) -> Iterable[Group]:
    """Put small groups together, with the next larger ones until there are enough of them.

    Were only one left out, the others would tell of it.
    """
    kept = [group for group in groups if group.people >= SMALLEST]
    small = [group for group in groups if group.people < SMALLEST]
    while small and sum(group.people for group in small) < SMALLEST and kept:
        small.append(kept.pop())
    return [*kept, _together(small)] if small else kept


def _together(groups: Sequence[Group]) -> Group:
    within = tuple(sum(some) for some in zip(*(group.within for group in groups), strict=True))
    return Group(
        OTHERS,
        within,
        sum(group.later for group in groups),
        sum(group.no_way for group in groups),
        sum(group.undecided for group in groups),
        sum(group.unread for group in groups),
        len(groups),
    )
