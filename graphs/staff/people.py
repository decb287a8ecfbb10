"""The question about many people at once: how far each of them is from a role."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from graphs.deadline import Telling, nobody
from graphs.queries.wishes import WishedAround, Wishes, wishing
from ladder import Ladder, Person, find_role

from .columns import Columns, columns_of
from .records import Cells, Records, Wrong
from .standing import Standing
from .work import standings

if TYPE_CHECKING:
    import pyarrow as pa

_BATCH = 1 << 16
"""Rows that are Python's at a time."""


@wishing(WishedAround)
def people(
    ladder: Ladder,
    table: Any,
    *,
    to: str,
    columns: Mapping[str, str] | None = None,
    jobs: int = 1,
    time_limit: float = 10.0,
    progress: Telling = nobody,
    **wishes: Unpack[WishedAround],
) -> pa.Table:
    """Find how far each of many people is from a role.

    Parameters
    ----------
    ladder : Ladder
    table : pyarrow.Table, or anything with the Arrow interface
        Such as a data frame of pandas or polars; a row for each person. What each column holds is
        told by its heading: ``id``; ``role``, which must be there; ``months_in_role``; ``skills``
        as ``name=level; …``, or a column for each skill; ``done`` as ``name; …``; ``learning`` as
        ``name=months; …``. All others are carried along.
    to : str
        A role, by id, name or alias.
    columns : mapping of str to str, optional
        Headings, by what their columns hold, where that is not plain.
    jobs : int
        Processes that work on it.
    time_limit : float
        Seconds for each different person.
    progress : callable, optional
        Called now and then with how many of how many different people are done.
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
        No column holds roles, or it is not plain which one does.
    ModuleNotFoundError
        pyarrow is not installed.

    Notes
    -----
    The figures of each row are those of ``growth_path`` for that person. People who differ only in
    what cannot matter are asked about once, so that it takes little more than that for each
    different person, and some microseconds for each row.

    Examples
    --------
    >>> import pyarrow as pa
    >>> from ladder import bundled
    >>> staff = pa.table({"id": ["a", "b"], "role": ["APM", "PM"], "months_in_role": [6, 40]})
    >>> found = people(bundled("product-management"), staff, to="SPM")
    >>> found["next"].to_pylist()
    ['product-manager', 'senior-product-manager']
    """
    import pyarrow as pa

    target = find_role(ladder, to).id
    rows = table if isinstance(table, pa.Table) else pa.table(table)
    known = columns_of(ladder, rows.column_names, columns)
    codes, cells = _different(rows, known)
    records = Records(ladder, known.rated)
    read = [records.person(one) for one in cells]
    asked = [one for one in read if isinstance(one, Person)]
    found = iter(
        standings(ladder, target, Wishes(**wishes), asked, jobs, time_limit, progress)
    )
    answers = [(next(found), None) if isinstance(one, Person) else (None, one.problem) for one in read]
    return _answered(rows, known, codes, answers, whole_costs=_whole_costs(ladder))


def _different(rows: pa.Table, known: Columns) -> tuple[array[int], list[Cells]]:
    """Find the rows that differ in what matters; for each row, the place of its like."""
    headings = [known.fields.get(field) for field in Cells._fields[:-1]]
    names = list(dict.fromkeys([*filter(None, headings), *known.rated.values()]))
    places = [names.index(heading) if heading else None for heading in headings]
    rated = [names.index(heading) for heading in known.rated.values()]
    seen: dict[Any, int] = {}
    cells: list[Cells] = []
    codes = array("i")
    for batch in rows.select(names).to_batches(max_chunksize=_BATCH):
        for row in zip(*(column.to_pylist() for column in batch.columns), strict=True):
            code = seen.setdefault(_hashable(row), len(seen))
            if code == len(cells):
                fields = [None if place is None else row[place] for place in places]
                cells.append(Cells(*fields, tuple(row[place] for place in rated)))
            codes.append(code)
    return codes, cells


def _hashable(row: tuple[Any, ...]) -> Any:
    try:
        hash(row)
    except TypeError:  # lists and maps within cells
        return repr(row)
    return row


def _answered(
    rows: pa.Table,
    known: Columns,
    codes: array[int],
    answers: Sequence[tuple[Standing | None, str | None]],
    *,
    whole_costs: bool,
) -> pa.Table:
    """Put the answers beside the rows."""
    import pyarrow as pa

    size = len(codes)
    index = pa.Array.from_buffers(pa.int32(), size, [None, pa.py_buffer(codes)])
    empty = Standing()
    one = [(standing or empty, standing is not None, problem) for standing, problem in answers]
    columns: dict[str, tuple[Any, Iterable[Any]]] = {
        "months": (pa.int32(), (standing.months for standing, _, _ in one)),
        "months_fast": (pa.int32(), (standing.fast for standing, _, _ in one)),
        "months_slow": (pa.int32(), (standing.slow for standing, _, _ in one)),
        "moves": (pa.int32(), (standing.moves for standing, _, _ in one)),
        "cost": (
            pa.int64() if whole_costs else pa.float64(),
            (standing.cost for standing, _, _ in one),
        ),
        "next": (pa.string(), (standing.next for standing, _, _ in one)),
        "ready": (pa.bool_(), (standing.ready for standing, _, _ in one)),
        "lacking": (pa.string(), (_levels(standing) for standing, _, _ in one)),
        "begin": (pa.string(), ("; ".join(standing.begin) or None for standing, _, _ in one)),
        "proven": (pa.bool_(), (standing.proven if ok else None for standing, ok, _ in one)),
        "problem": (pa.string(), (problem for _, _, problem in one)),
    }
    heading = known.fields.get("id")
    ids = rows[heading] if heading else pa.array(range(1, size + 1), pa.int64())
    answered = {"id": ids}
    for name, (kind, values) in columns.items():
        answered[name] = pa.array(values, kind).take(index)
    for name in rows.column_names:
        if name != heading:
            answered[_free(name, answered)] = rows[name]
    return pa.table(answered)


def _free(name: str, taken: Iterable[str]) -> str:
    while name in taken:
        name += "_before"
    return name


def _levels(standing: Standing) -> str | None:
    return "; ".join(f"{skill}={level}" for skill, level in standing.lacking.items()) or None


def _whole_costs(ladder: Ladder) -> bool:
    return all(float(item.cost).is_integer() for item in ladder.activities.values())
