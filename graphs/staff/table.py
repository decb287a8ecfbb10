"""Rows of people as columns of Arrow: what in them matters, and the answers beside them."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from .columns import Columns
from .records import Cells
from .standing import Standing

if TYPE_CHECKING:
    import pyarrow as pa

BLOCK = 200_000
"""Rows that are read at a time."""

_BATCH = 1 << 16
"""Rows that are Python's at a time."""

TAKEN = "_in_table"
"""What a column is called besides that is carried along and has the name of an answer's."""


def different_rows(rows: pa.Table, known: Columns) -> tuple[list[Cells], array[int]]:
    """Find the rows that differ in what matters; and for each row, the place of its like."""
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
                fields = (None if place is None else row[place] for place in places)
                cells.append(Cells._make((*fields, tuple(row[place] for place in rated))))
            codes.append(code)
    return cells, codes


def _hashable(row: tuple[Any, ...]) -> Any:
    try:
        hash(row)
    except TypeError:  # lists and maps within cells
        return repr(row)
    return row


def blocks(rows: pa.Table) -> Iterator[pa.Table]:
    """Cut a table into blocks."""
    for begin in range(0, rows.num_rows, BLOCK):
        yield rows.slice(begin, BLOCK)


def answered(
    rows: pa.Table,
    known: Columns,
    answers: Sequence[Standing | str],
    places: array[int],
    *,
    whole_costs: bool,
) -> pa.Table:
    """Put beside each row the answer that is at its place, or what is wrong with it."""
    import pyarrow as pa

    index = pa.Array.from_buffers(pa.int32(), len(places), [None, pa.py_buffer(places)])
    heading = known.fields.get("id")
    found = {"id": rows[heading] if heading else pa.array(range(1, len(places) + 1), pa.int64())}
    for name, (kind, values) in _columns(answers, whole_costs).items():
        found[name] = pa.array(values, kind).take(index)
    for name in rows.column_names:
        if name != heading:
            found[name + TAKEN if name in found else name] = rows[name]
    return pa.table(found)


def _columns(
    answers: Sequence[Standing | str], whole_costs: bool
) -> dict[str, tuple[Any, Iterable[Any]]]:
    import pyarrow as pa

    def told(what: str) -> Iterable[Any]:
        return (getattr(one, what) if isinstance(one, Standing) else None for one in answers)

    months = pa.int32()
    return {
        "months": (months, told("months")),
        "months_fast": (months, told("fast")),
        "months_slow": (months, told("slow")),
        "moves": (months, told("moves")),
        "cost": (pa.int64() if whole_costs else pa.float64(), told("cost")),
        "next": (pa.string(), told("next")),
        "ready": (pa.bool_(), told("ready")),
        "lacking": (pa.string(), map(_lacking, answers)),
        "begin": (pa.string(), map(_begin, answers)),
        "proven": (pa.bool_(), told("proven")),
        "problem": (pa.string(), (one if isinstance(one, str) else None for one in answers)),
    }


def _lacking(answer: Standing | str) -> str | None:
    if isinstance(answer, str):
        return None
    return "; ".join(f"{skill}={level}" for skill, level in answer.lacking.items()) or None


def _begin(answer: Standing | str) -> str | None:
    return None if isinstance(answer, str) else "; ".join(answer.begin) or None
