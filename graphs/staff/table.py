"""Rows of people as columns of Arrow: what in them matters, and the answers beside them."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from ladder import Ladder

from .headings.find import Columns
from .records import Cells
from .standing import Outlook, Standing

if TYPE_CHECKING:
    import pyarrow as pa

BLOCK = 50_000
"""Rows that are read at a time: people in as many objects take a hundred megabytes."""

_BATCH = 1 << 14
"""Rows that are Python's at a time."""


class Block(NamedTuple):
    """Some rows of a table one after the other: the answers in them, and for each row its place."""

    begin: int
    answers: Sequence[Standing | Outlook | str]
    places: array[int]


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


def beside(rows: pa.Table, known: Columns, answers: pa.Table) -> pa.Table:
    """Put the answers behind the id of each row, and before what is carried along."""
    import pyarrow as pa

    found = {"id": ids_of(rows, known)}
    found |= dict(zip(answers.column_names, answers.columns, strict=True))
    for name in rows.column_names:
        if name != known.fields.get("id"):
            found[name + TAKEN if name in found else name] = rows[name]
    return pa.table(found)


def ids_of(rows: pa.Table, known: Columns) -> Any:
    """Ids of the rows, or their numbers where they have none."""
    import pyarrow as pa

    heading = known.fields.get("id")
    return rows[heading] if heading else pa.array(range(1, rows.num_rows + 1), pa.int64())


def joined(parts: Iterable[pa.Table], empty: Callable[[Block], pa.Table]) -> pa.Table:
    """Put the answers of all blocks below one another; there may be none."""
    import pyarrow as pa

    tables = list(parts)
    return pa.concat_tables(tables or [empty(Block(0, [], array("i")))])


def standings_of(block: Block, *, whole_costs: bool = True) -> pa.Table:
    """Answers about one role as columns, a row for each person."""
    import pyarrow as pa

    months = pa.int32()
    return _columns(
        block,
        Standing,
        {
            "months": (months, lambda one: one.months),
            "months_fast": (months, lambda one: one.fast),
            "months_slow": (months, lambda one: one.slow),
            "moves": (months, lambda one: one.moves),
            "cost": (pa.int64() if whole_costs else pa.float64(), lambda one: one.cost),
            "next": (pa.string(), lambda one: one.next),
            "ready": (pa.bool_(), lambda one: one.ready),
            "lacking": (pa.string(), _lacking),
            "begin": (pa.string(), lambda one: "; ".join(one.begin) or None),
            "proven": (pa.bool_(), lambda one: one.proven),
        },
    )


NEAREST_ROLES = 3
"""Roles that are told of each person."""


def outlooks_of(block: Block) -> pa.Table:
    """Answers about all roles as columns: the nearest ones, a row for each person."""
    import pyarrow as pa

    columns: dict[str, tuple[Any, Callable[[Any], Any]]] = {}
    for place in range(NEAREST_ROLES):
        columns[f"role_{place + 1}"] = pa.string(), partial(_near, place, "role")
        columns[f"months_{place + 1}"] = pa.int32(), partial(_near, place, "months")
    return _columns(block, Outlook, columns | {"proven": (pa.bool_(), lambda one: one.proven)})


def _near(place: int, what: str, one: Outlook) -> Any:
    return getattr(one.roles[place], what) if place < len(one.roles) else None


def _columns(
    block: Block, kind: type, columns: Mapping[str, tuple[Any, Callable[[Any], Any]]]
) -> pa.Table:
    """Columns of answers, and of what is wrong where there are none."""
    import pyarrow as pa

    index = pa.Array.from_buffers(pa.int32(), len(block.places), [None, pa.py_buffer(block.places)])
    found = {
        name: pa.array(
            [value(one) if isinstance(one, kind) else None for one in block.answers], type_
        ).take(index)
        for name, (type_, value) in columns.items()
    }
    problems = [one if isinstance(one, str) else None for one in block.answers]
    found["problem"] = pa.array(problems, pa.string()).take(index)
    return pa.table(found)


def _lacking(answer: Standing) -> str | None:
    return "; ".join(f"{skill}={level}" for skill, level in answer.lacking.items()) or None


def whole_costs(ladder: Ladder) -> bool:
    """Whether all that a way may cost is whole."""
    return all(float(item.cost).is_integer() for item in ladder.activities.values())
