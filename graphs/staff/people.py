"""The question about many people at once: how far each of them is from a role."""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, Unpack

from graphs.deadline import Telling, nobody
from graphs.wishes import WishedAround, Wishes, wishing
from ladder import Ladder, Person

from .asking import prepare, read_known
from .files import write_people
from .records import Records
from .table import beside, different_rows, joined, standings_of, whole_costs

if TYPE_CHECKING:
    import pyarrow as pa


@wishing(WishedAround)
def people(
    ladder: Ladder,
    staff: Any,
    *,
    to: str,
    out: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
    as_of: date | None = None,
    jobs: int = 1,
    scheduler: str | None = None,
    time_limit: float = 10.0,
    progress: Telling = nobody,
    **wishes: Unpack[WishedAround],
) -> pa.Table:
    """Find how far each of many people is from a role.

    Parameters
    ----------
    ladder : Ladder
    staff : path, pyarrow.Table, or anything with the Arrow interface
        A file (CSV, TSV, XLSX, Parquet, JSON lines), or a table such as a data frame of pandas or
        polars, with a row for each person. What each column holds is told by its heading: ``id``;
        ``role``, which must be there; ``months_in_role``, those of whom it is not known being
        established holders (or ``in_role_since``, a date, with ``as_of``; or ``years_in_role``);
        ``skills`` as ``name=level; …``, or a column for each skill; ``done``
        as ``name; …``; ``learning`` as ``name=months; …``. All others are carried along.
    to : str
        A role, by id, name or alias.
    out : path, optional
        A file to write the answers to, in the format that its suffix says. What is interrupted goes
        on from where it was, when it is asked again.
    columns : mapping of str to str, optional
        Headings, by what their columns hold, where that is not plain.
    as_of : datetime.date, optional
        The day up to which months in the role are counted, where a column has the day since when
        somebody has been in it.
    jobs : int
        Processes that work on it. With more than one, a script has to keep what it does itself
        behind ``if __name__ == "__main__":``, as each of them imports it.
    scheduler : str, optional
        Address of a Dask cluster, whose workers do it instead.
    time_limit : float
        Seconds for each different person.
    progress : callable, optional
        Called now and then with how many of how many rows are done.
    avoid, without
        As for ``growth_path``.

    Returns
    -------
    pyarrow.Table
        A row for each person, in their order: ``id``, ``months`` (null where there is no way),
        ``months_fast``, ``months_slow``, ``moves``, ``cost``, ``next`` (the id of the next role),
        ``ready`` (whether the move there is open today), ``lacking`` (what its gate asks and is not
        held, as ``skill=level; …``), ``begin`` (activities that the first month goes into),
        ``proven``, ``problem`` (what is wrong with a row that cannot be answered), and then the
        columns carried along.

    Raises
    ------
    UnknownName
        The role is not in the ladder.
    NoSuchTable
        No column holds roles, it is not plain which one does, or two people have one id.
    UnreadableFile
        The file cannot be read.
    LadderError
        A package is missing that this needs, or the cluster is gone.

    Notes
    -----
    The figures of each row are those of ``growth_path`` for that person. People who differ only in
    what cannot matter are asked about once, so that it takes that for each different person, and
    some microseconds for each row.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> staff = pa.table({"id": ["a", "b"], "role": ["APM", "PM"], "months_in_role": [6, 40]})
    >>> found = people(bundled("product-management"), staff, to="SPM")
    >>> found["next"].to_pylist()
    ['product-manager', 'senior-product-manager']
    """
    asked = prepare(
        ladder,
        staff,
        to,
        out=out,
        columns=columns,
        as_of=as_of,
        wishes=Wishes(**wishes),
        time_limit=time_limit,
    )
    costs = whole_costs(ladder)
    parts = (
        standings_of(block, whole_costs=costs) for block in asked.answers(jobs, scheduler, progress)
    )
    result = beside(asked.table.rows, asked.known, joined(parts, standings_of))
    if out is not None:
        write_people(result, out)
        asked.kept.clear()
    return result


def persons(
    ladder: Ladder, staff: Any, columns: Mapping[str, str] | None = None
) -> tuple[list[Person], list[tuple[int, str]]]:
    """Read where each of many people stands; and of rows that say nothing, place and problem."""
    table, known = read_known(ladder, staff, columns)
    records = Records(ladder, known.rated)
    cells, codes = different_rows(table.rows, known)
    read = [records.person(one) for one in cells]
    found: list[Person] = []
    problems: list[tuple[int, str]] = []
    for place, code in enumerate(codes):
        one = read[code]
        if place in table.faults:
            problems.append((place, table.faults[place]))
        elif isinstance(one, Person):
            found.append(one)
        else:
            problems.append((place, one.problem))
    return found, problems
