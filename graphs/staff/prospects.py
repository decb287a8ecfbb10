"""Where many people could go: the nearest roles of each, and who is nearest to those."""

from __future__ import annotations

import os
from bisect import insort
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

from graphs.deadline import Telling, nobody
from graphs.wishes import WishedAround, Wishes, wishing
from ladder import Ladder

from .asking import Asked, prepare
from .files import write_people
from .standing import Outlook
from .table import Block, beside, ids_of, joined, outlooks_of

if TYPE_CHECKING:
    import pyarrow as pa

NEAREST_PEOPLE = 5
"""People who are told of each role."""

_Arrival = tuple[int, int, int | float, int]
"""Months, moves and cost of a way, and the row of whose it is."""


@dataclass(frozen=True, slots=True)
class Prospects:
    """Where many people could go.

    Parameters
    ----------
    people : pyarrow.Table
        A row for each person, in their order: ``id``; ``role_1`` and ``months_1``, the nearest role
        besides their own, likewise ``role_2`` and ``role_3``; ``proven``, ``problem``, and then the
        columns carried along.
    roles : pyarrow.Table
        A row for each role, in the ladder's order: ``role``; ``id_1`` and ``months_1``, whoever is
        nearest to it and not in it, likewise to ``id_5``.
    """

    people: pa.Table
    roles: pa.Table


@wishing(WishedAround)
def prospects(
    ladder: Ladder,
    staff: Any,
    *,
    out: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    as_of: date | None = None,
    jobs: int = 1,
    scheduler: str | None = None,
    time_limit: float = 10.0,
    progress: Telling = nobody,
    **wishes: Unpack[WishedAround],
) -> Prospects:
    """Find the roles that are nearest to each of many people, and who is nearest to each role.

    Parameters
    ----------
    ladder : Ladder
    staff : path, pyarrow.Table, or anything with the Arrow interface
        As for ``people``.
    out : path, optional
        A file to write the table of the people to, as for ``people``.
    columns, as_of, jobs, scheduler, progress
        As for ``people``.
    time_limit : float
        Seconds for each different person, all roles together.
    avoid, without
        As for ``growth_path``.

    Returns
    -------
    Prospects

    Raises
    ------
    NoSuchTable, UnreadableFile, LadderError
        As ``people``.

    Notes
    -----
    The roles and months are those of ``reach`` for that person. It takes ``people`` once for each
    role.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> staff = pa.table({"id": ["a", "b"], "role": ["APM", "PM"], "months_in_role": [6, 40]})
    >>> found = prospects(bundled("product-management"), staff)
    >>> found.people["role_1"].to_pylist()
    ['product-manager', 'ux-product-manager']
    >>> [row["id_1"] for row in found.roles.to_pylist() if row["role"] == "product-manager"]
    ['a']
    """
    asked = prepare(
        ladder,
        staff,
        None,
        out=out,
        columns=columns,
        as_of=as_of,
        wishes=Wishes(**wishes),
        time_limit=time_limit,
    )
    nearest: dict[str, list[_Arrival]] = {role: [] for role in ladder.roles}

    def parts() -> Iterator[pa.Table]:
        for block in asked.answers(jobs, scheduler, progress):
            _add(nearest, block)
            yield outlooks_of(block)

    found = beside(asked.table.rows, asked.known, joined(parts(), outlooks_of))
    if out is not None:
        write_people(found, out)
        asked.kept.clear()
    return Prospects(found, _roles(asked, nearest))


def _add(nearest: dict[str, list[_Arrival]], block: Block) -> None:
    """Keep of a block who is nearest to each role, earlier rows first where they are equally so."""
    rows: list[list[int]] = [[] for _ in block.answers]
    for row, place in enumerate(block.places, block.begin):
        if len(rows[place]) < NEAREST_PEOPLE:
            rows[place].append(row)
    for answer, theirs in zip(block.answers, rows, strict=True):
        for near in answer.roles if isinstance(answer, Outlook) else ():
            known = nearest[near.role]
            for row in theirs:
                arrival = near.months, near.moves, near.cost, row
                if len(known) == NEAREST_PEOPLE and arrival > known[-1]:
                    break
                insort(known, arrival)
                del known[NEAREST_PEOPLE:]


def _roles(asked: Asked, nearest: Mapping[str, list[_Arrival]]) -> pa.Table:
    import pyarrow as pa

    ids = ids_of(asked.table.rows, asked.known)
    found = {"role": pa.array(nearest, pa.string())}
    for place in range(NEAREST_PEOPLE):
        theirs = [one[place] if place < len(one) else None for one in nearest.values()]
        rows = pa.array([one and one[-1] for one in theirs], pa.int64())
        found[f"id_{place + 1}"] = ids.take(rows)
        found[f"months_{place + 1}"] = pa.array([one and one[0] for one in theirs], pa.int32())
    return pa.table(found)
