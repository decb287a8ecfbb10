"""Tables with a row for each person, from files and other packages, and to files."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from ladder import LadderError
from ladder.errors import NotInstalled
from ladder.wording import listed, quoted, some

from . import places
from .headings.find import NoSuchTable, is_role_heading
from .readers import Read, read

if TYPE_CHECKING:
    import pyarrow as pa

FORMATS = {
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
    "xlsx": (".xlsx", ".xlsm"),
    "parquet": (".parquet", ".pq"),
    "json": (".jsonl", ".ndjson"),
}
"""Suffixes of files, by format."""

MOST_TWICE = 10
"""Ids named that several people have."""

MOST_PLACES = 5
"""Rows named that have the same problem."""


@dataclass(frozen=True)
class Staff(Read):
    """People in rows, and where those stand.

    Where their months in the role are counted from a column, ``counted`` is its heading, ``dated``
    whether it has dates, and ``told`` what columns hold, as it is told, with the new one.
    """

    file: str = "the table"
    counted: str | None = None
    dated: bool = False
    told: Mapping[str, str] | None = None

    def where(self, *places: int) -> str:
        """Say where rows stand; of many, where the first do.

        >>> Staff(None, lines=(2, 4, 7)).where(1, 2), Staff(None).where(0)
        ('lines 4, 7', 'row 1')
        """
        noun = "line" if self.lines else "row"
        numbers = [f"{self.lines[place] if self.lines else place + 1:,}" for place in places]
        return f"{noun}{'s' if len(places) > 1 else ''} {some(numbers, MOST_PLACES)}"

    def check_ids(self, heading: str | None) -> None:
        """Refuse two people with one id."""
        if heading is None:
            return
        import pyarrow.compute as pc

        ids = self.rows[heading]
        counts = ids.drop_null().value_counts()
        twice = [one["values"] for one in counts.filter(pc.greater(counts.field(1), 1)).to_pylist()]
        if twice:
            shown = listed([self._whose(ids, one) for one in twice[:MOST_TWICE]], "and")
            more = f" and {len(twice) - MOST_TWICE:,} more" if len(twice) > MOST_TWICE else ""
            raise NoSuchTable(
                f"{self.file}: several people have the id {shown}{more}; each row is a person, so "
                "that ids occur once"
            )

    def _whose(self, ids: Any, one: object) -> str:
        """An id, and where it stands."""
        import pyarrow.compute as pc

        where = pc.indices_nonzero(pc.equal(ids, one)).to_pylist()
        return f"{quoted(str(one))} ({self.where(*where)})"


def read_people(staff: Any, columns: Mapping[str, str] | None = None) -> Staff:
    """Read a file, or take what has the Arrow interface.

    ``columns`` has headings that are told, by what their columns hold.
    """
    pa = _arrow()
    if isinstance(staff, Staff):
        return staff
    if isinstance(staff, str | os.PathLike):
        path = os.fspath(staff)
        is_heading = partial(is_role_heading, columns or {})
        form = _form(path)
        found = read(places.content_of(path), path, form, is_heading)
        return Staff(found.rows, found.lines, found.faults, path)
    return Staff(_plain(staff if isinstance(staff, pa.Table) else pa.table(staff)))


def _plain(table: pa.Table) -> pa.Table:
    """Texts as Arrow can count and take them; views of them, as polars hands over, it cannot."""
    import pyarrow as pa

    views = {"string_view": pa.large_string(), "binary_view": pa.large_binary()}
    for place, column in enumerate(table.schema):
        parts = table.column(place).chunks
        if text := views.get(str(column.type)):
            parts = [part.cast(text) for part in parts]
        elif pa.types.is_dictionary(column.type) and (
            text := views.get(str(column.type.value_type))
        ):
            parts = [
                pa.DictionaryArray.from_arrays(part.indices, part.dictionary.cast(text))
                for part in parts
            ]
        else:
            continue
        table = table.set_column(
            place, column.name, pa.chunked_array(parts, parts[0].type if parts else text)
        )
    return table


def check_table_target(path: str | os.PathLike[str]) -> None:
    """Refuse, before any work is done, what cannot be written to."""
    name = os.fspath(path)
    _form(name)
    places.check_target(name)


def write_people(table: pa.Table, path: str | os.PathLike[str]) -> None:
    """Write a table, whole or not at all."""
    from .writers import WRITERS

    name = os.fspath(path)
    places.fill(name, partial(WRITERS[_form(name)], table))


def _form(path: str) -> str:
    suffix = PurePath(path).suffix.lower()
    for form, suffixes in FORMATS.items():
        if suffix in suffixes:
            return form
    known = ", ".join(one for suffixes in FORMATS.values() for one in suffixes)
    raise LadderError(f"{path}: the suffix should say the format, one of {known}")


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise NotInstalled("tables of people need", "pyarrow", "people") from None
    return pyarrow
