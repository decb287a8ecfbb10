"""The question about many people at once: how far each of them is from a role."""

from __future__ import annotations

import os
from array import array
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from graphs.deadline import Telling, nobody
from graphs.wishes import WishedAround, Wishes, wishing
from ladder import Ladder, Person, find_activity, find_role

from .columns import columns_of
from .crew import Crew, crew_for
from .files import check_table_target, read_people, write_people
from .kept import Kept
from .records import Records
from .standing import Standing
from .table import answered, blocks, different_rows
from .work import Answers, Errand, in_order, tasks

if TYPE_CHECKING:
    import pyarrow as pa

PARTS = ".parts"
"""What the folder of answers kept on the way is called, behind the name of the file."""


@wishing(WishedAround)
def people(
    ladder: Ladder,
    staff: Any,
    *,
    to: str,
    out: str | os.PathLike[str] | None = None,
    columns: Mapping[str, str] | None = None,
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
        established holders; ``skills`` as ``name=level; …``, or a column for each skill; ``done``
        as ``name; …``; ``learning`` as ``name=months; …``. All others are carried along.
    to : str
        A role, by id, name or alias.
    out : path, optional
        A file to write the answers to, in the format that its suffix says. What is interrupted goes
        on from where it was, when it is asked again.
    columns : mapping of str to str, optional
        Headings, by what their columns hold, where that is not plain.
    jobs : int
        Processes that work on it.
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
    asked = Wishes(**wishes)
    asked = Wishes(
        avoid=[find_role(ladder, name).id for name in asked.avoid],
        without=[find_activity(ladder, name).id for name in asked.without],
    )
    errand = Errand(ladder, find_role(ladder, to).id, asked, time_limit)
    if out is not None:
        check_table_target(out)
    table = read_people(staff)
    known = columns_of(ladder, table.rows.column_names, columns)
    table.check_ids(known.fields.get("id"))
    kept = Kept(None if out is None else Path(f"{os.fspath(out)}{PARTS}"))
    records = Records(ladder, known.rated)
    total = table.rows.num_rows
    found: dict[Standing | str, int] = {}
    places = array("i")
    with crew_for(errand, jobs, scheduler) as crew:
        for block in blocks(table.rows):
            cells, codes = different_rows(block, known)
            read = [records.person(one) for one in cells]
            asked_about = [one for one in read if isinstance(one, Person)]
            tell = _telling(progress, len(places), len(codes), total)
            answers = iter(_answers(errand, crew, kept, asked_about, tell))
            theirs = (next(answers) if isinstance(one, Person) else one.problem for one in read)
            numbers = [found.setdefault(one, len(found)) for one in theirs]
            places.extend(numbers[code] for code in codes)
    for place, fault in table.faults.items():
        places[place] = found.setdefault(fault, len(found))
    result = answered(table.rows, known, list(found), places, whole_costs=_whole_costs(ladder))
    if out is not None:
        write_people(result, out)
        kept.clear()
    return result


def persons(
    ladder: Ladder, staff: Any, columns: Mapping[str, str] | None = None
) -> tuple[list[Person], list[tuple[int, str]]]:
    """Read where each of many people stands; and of rows that say nothing, place and problem."""
    table = read_people(staff)
    known = columns_of(ladder, table.rows.column_names, columns)
    table.check_ids(known.fields.get("id"))
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


def _telling(progress: Telling, before: int, rows: int, total: int) -> Telling:
    """Tell in rows of the whole table how much of a block is done."""

    def tell(done: int, of: int) -> None:
        progress(before + rows * done // max(of, 1), total)

    return tell


def _answers(
    errand: Errand, crew: Crew, kept: Kept, asked: Sequence[Person], progress: Telling
) -> list[Standing]:
    """Answer for different people, in their order; tasks that are kept are not done again."""
    order = in_order(asked)
    cut = list(tasks(order))
    names = [errand.name(asked[place] for place in task) for task in cut]
    found: dict[int, Answers] = {}
    for number, name in enumerate(names):
        if (answers := kept.get(name)) is not None:
            found[number] = answers
    left = [number for number in range(len(cut)) if number not in found]
    for done, answers in crew.do([[asked[place] for place in cut[number]] for number in left]):
        kept.put(names[left[done]], answers)
        found[left[done]] = answers
        progress(len(found), len(cut))
    standings: list[Standing] = [Standing()] * len(asked)
    for number, task in enumerate(cut):
        different, their = found[number]
        for place, which in zip(task, their, strict=True):
            standings[place] = different[which]
    return standings


def _whole_costs(ladder: Ladder) -> bool:
    return all(float(item.cost).is_integer() for item in ladder.activities.values())
