"""A table of people read row by row: who stands where, under which id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from graphs.staff.asking import read_known
from graphs.staff.files import Staff
from graphs.staff.headings.find import Columns
from graphs.staff.records import Records
from graphs.staff.table import different_rows
from ladder import Ladder, LadderError, Person
from ladder.wording import quoted


@dataclass(frozen=True)
class Roster:
    """People in rows.

    Parameters
    ----------
    table : Staff
        As it was read.
    known : Columns
        What its columns hold.
    people : sequence of Person or str
        Who stands in each row, or what is wrong with it.
    """

    table: Staff
    known: Columns
    people: Sequence[Person | str]

    @cached_property
    def ids(self) -> list[str]:
        """Ids of the rows; their numbers, where there are none."""
        heading = self.known.fields.get("id")
        if heading is None:
            return [str(place + 1) for place in range(len(self.people))]
        return ["" if one is None else str(one) for one in self.table.rows[heading].to_pylist()]

    @property
    def read(self) -> list[int]:
        """Places of the rows that could be read."""
        return [place for place, one in enumerate(self.people) if isinstance(one, Person)]

    @property
    def problems(self) -> list[tuple[int, str]]:
        """Places of the others, and what is wrong with each."""
        return [(place, one) for place, one in enumerate(self.people) if isinstance(one, str)]

    def place(self, identifier: str) -> int:
        """Place of the row with an id, which can be read."""
        if identifier not in self.ids:
            raise LadderError(f"{self.table.file}: no row has the id {quoted(identifier)}")
        place = self.ids.index(identifier)
        found = self.people[place]
        if isinstance(found, str):
            where = self.table.where(place)
            raise LadderError(f"{self.table.file}: {where} cannot be read: {found}")
        return place

    def rows(self, places: Sequence[int]) -> Staff:
        """Some rows, in their order, as a table of their own."""
        faults = self.table.faults
        return replace(
            self.table,
            rows=self.table.rows.take(places),
            lines=[self.table.lines[place] for place in places] if self.table.lines else (),
            faults={new: faults[old] for new, old in enumerate(places) if old in faults},
        )


def roster(
    ladder: Ladder,
    staff: Any,
    columns: Mapping[str, str] | None = None,
    as_of: date | None = None,
) -> Roster:
    """Read a table of people, or take one that is read."""
    if isinstance(staff, Roster):
        return staff
    table, known = read_known(ladder, staff, columns, as_of)
    records = Records(ladder, known.rated)
    cells, codes = different_rows(table.rows, known)
    read = [records.person(one) for one in cells]
    people: list[Person | str] = []
    for place, code in enumerate(codes):
        one = read[code]
        fault = table.faults.get(place)
        people.append(fault or (one if isinstance(one, Person) else one.problem))
    return Roster(table, known, people)
