"""What a change of the ladder does to people: whom it costs or gains how many months."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graphs.deadline import Telling, nobody
from graphs.plans.path import plain
from graphs.staff.asking import read_known
from graphs.staff.people import people
from graphs.staff.table import TAKEN
from ladder import Ladder, LadderError, UnknownName, find_role

from .groups import Pool, Summary, column, summed

if TYPE_CHECKING:
    import pyarrow as pa

STEPS = (6, 12)
"""Months up to which what is gained or lost is counted together; and what is more than the last."""

TURNS = (
    *("opened", "sooner_most", "sooner_12", "sooner_6", "same"),
    *("later_6", "later_12", "later_most", "closed"),
)
"""What becomes of somebody's way, the best first."""

_OWN = ("months_before", "months_after", "months_more", "turn", "next_before", "next_after")


@dataclass(frozen=True, slots=True)
class Group:
    """What a change does to the people of a group.

    Parameters
    ----------
    name : str or None
        What the column says of them; None for small groups together.
    turns : mapping of str to int
        How many a way was opened or closed to, and for how many it is sooner or later by up to 6,
        up to 12 and more months, or the same.
    no_way, undecided : int
        How many had no way and have none, and how many were not answered within the time limit.
    groups : int
        Of how many groups they are.
    """

    name: str | None
    turns: Mapping[str, int]
    no_way: int = 0
    undecided: int = 0
    groups: int = 1

    @property
    def people(self) -> int:
        """How many there are in all."""
        return sum(self.turns.values()) + self.no_way + self.undecided

    def to_dict(self) -> dict[str, Any]:
        """The figures as plain data."""
        return {"people": self.people, **plain(self)}


@dataclass(frozen=True, kw_only=True)
class ChangedPeople(Summary[Group]):
    """What a change of the ladder does to people, in all and by group.

    Parameters
    ----------
    to : str
        Id of the role that everybody is asked about.
    rows : pyarrow.Table
        For each person ``id``, ``months_before``, ``months_after``, ``months_more`` (negative where
        it is sooner), ``turn`` (sooner, later, same, opened, closed, no way, or undecided),
        ``next_before``, ``next_after``, ``problem`` and what is carried along.
    """

    to: str
    rows: pa.Table

    def to_dict(self) -> dict[str, Any]:
        """The counts as plain data, ready for JSON; nobody is named."""
        return {"to": self.to} | super().to_dict()


def changed_people(
    old: Ladder,
    new: Ladder,
    staff: Any,
    *,
    to: str,
    by: str | None = None,
    small_groups: bool = False,
    progress: Telling = nobody,
    **work: Any,
) -> ChangedPeople:
    """Find what a change of the ladder does to each of many people on their way to a role.

    Parameters
    ----------
    old, new : Ladder
        Two versions of it.
    staff : path, pyarrow.Table, or anything with the Arrow interface
        As for ``people``.
    to : str
        A role of both, by id, name or alias.
    by : str, optional
        A column, such as a team, whose groups are told apart.
    small_groups : bool
        Whether groups of fewer than five people are told of, too, instead of together with others.
    progress : callable, optional
        Called now and then with how much of how much is done.
    **work
        As for ``people``.

    Returns
    -------
    ChangedPeople

    Raises
    ------
    LadderError
        As for ``people``, and where there is no such column.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> staff = pa.table({"role": ["PM"] * 5, "months_in_role": [0, 6, 12, 18, 24]})
    >>> old, new = (bundled(f"product-management-{one}") for one in ("start-up", "large-company"))
    >>> changed_people(old, new, staff, to="SPM").everybody.turns["later_12"]
    5
    """
    table, _ = read_known(old, staff, work.get("columns"), work.get("as_of"))
    by, values = column(table.rows, by)
    total = 2 * table.rows.num_rows
    ends = [_target(version, to, which) for version, which in ((old, "old"), (new, "new"))]

    def told(version: int) -> Telling:
        return lambda done, of: progress(version * of + done, total)

    before, after = (
        people(version, table, to=ends[place], progress=told(place), **work)
        for place, version in enumerate((old, new))
    )
    rows = _rows(before, after)
    turns = rows["turn"].to_pylist()
    more = rows["months_more"].to_pylist()
    kinds = [_kind(*row) for row in zip(turns, more, strict=True)]
    read = [row for row, turn in enumerate(turns) if turn is not None]
    sums = summed(read, values, by, lambda pool: _group(pool, kinds), small_groups=small_groups)
    return ChangedPeople(to=ends[1], rows=rows, unread=len(turns) - len(read), **sums)


def _target(version: Ladder, to: str, which: str) -> str:
    try:
        return find_role(version, to).id
    except UnknownName as error:
        raise LadderError(f"in the {which} version: {error}") from None


def _rows(before: pa.Table, after: pa.Table) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    answers = (one.select(["months", "proven", "problem"]).to_pylist() for one in (before, after))
    pairs = list(zip(*answers, strict=True))
    months = before["months"], after["months"]
    found = {
        "id": before["id"],
        "months_before": months[0],
        "months_after": months[1],
        "months_more": pc.subtract(months[1], months[0]),
        "turn": pa.array([_turn(*pair) for pair in pairs], pa.string()),
        "next_before": before["next"],
        "next_after": after["next"],
        "problem": pa.array([_problem(*pair) for pair in pairs], pa.string()),
    }
    carried = before.column_names[before.column_names.index("problem") + 1 :]
    for name in carried:
        found[name + TAKEN if name in _OWN else name] = before[name]
    return pa.table(found)


def _turn(before: Mapping[str, Any], after: Mapping[str, Any]) -> str | None:
    """What becomes of a way; None where it is not known where somebody stands."""
    if before["problem"] is not None or after["problem"] is not None:
        return None
    if not (before["proven"] and after["proven"]):
        return "undecided"
    old, new = before["months"], after["months"]
    if old is None or new is None:
        return "no way" if old is new else "opened" if old is None else "closed"
    return "same" if old == new else "sooner" if new < old else "later"


def _problem(before: Mapping[str, Any], after: Mapping[str, Any]) -> str | None:
    """What is wrong with a row, and with which version, where that matters."""
    old, new = before["problem"], after["problem"]
    if old == new:
        return None if old is None else str(old)
    told = (("old", old), ("new", new))
    return "; ".join(f"in the {which} version: {one}" for which, one in told if one is not None)


def _kind(turn: str | None, more: int | None) -> str:
    if turn not in ("sooner", "later") or more is None:
        return turn or ""
    step = next((str(most) for most in STEPS if abs(more) <= most), "most")
    return f"{turn}_{step}"


def _group(pool: Pool, kinds: Sequence[str]) -> Group:
    counts = Counter(kinds[row] for row in pool.rows)
    turns = {turn: counts[turn] for turn in TURNS}
    return Group(pool.name, turns, counts["no way"], counts["undecided"], pool.groups)
