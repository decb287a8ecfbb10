"""A table of people, asked about block by block: what differs in it once, by a crew."""

from __future__ import annotations

import os
import warnings
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from graphs.deadline import Telling
from graphs.wishes import Wishes
from ladder import Ladder, Person, find_activity, find_role
from ladder.wording import quoted

from .crew import Crew, crew_for
from .files import Staff, check_table_target, read_people
from .headings.find import Columns, NoSuchTable, columns_of
from .headings.leavers import leavers
from .headings.tenure import Unclear, months_of_years, months_since
from .headings.words import SINCE, YEARS
from .kept import Kept
from .records import Records
from .table import TAKEN, Block, blocks, different_rows
from .work import Answer, Answers, Errand, in_order, tasks

PARTS = ".parts"
"""What the folder of answers kept on the way is called, behind the name of the file."""


class Asked(NamedTuple):
    """Whom to ask about, what, and what is known of it already."""

    table: Staff
    known: Columns
    errand: Errand
    kept: Kept

    def answers(self, jobs: int, scheduler: str | None, progress: Telling) -> Iterator[Block]:
        """Answer for everybody; a row that says nothing has what is wrong with it."""
        records = Records(self.errand.ladder, self.known.rated)
        total = self.table.rows.num_rows
        begin = 0
        with crew_for(self.errand, jobs, scheduler) as crew:
            for rows in blocks(self.table.rows):
                cells, codes = different_rows(rows, self.known)
                read = [records.person(one) for one in cells]
                del cells
                people = [one for one in read if isinstance(one, Person)]
                told = iter(self._told(crew, people, _telling(progress, begin, len(codes), total)))
                found: dict[Answer | str, int] = {}
                theirs = (next(told) if isinstance(one, Person) else one.problem for one in read)
                numbers = [found.setdefault(one, len(found)) for one in theirs]
                places = array("i", (numbers[code] for code in codes))
                for place in range(begin, begin + len(codes)) if self.table.faults else ():
                    if fault := self.table.faults.get(place):
                        places[place - begin] = found.setdefault(fault, len(found))
                yield Block(begin, list(found), places)
                begin += len(codes)
                progress(begin, total)

    def _told(self, crew: Crew, asked: Sequence[Person], progress: Telling) -> list[Answer]:
        """Answer for different people, in their order; tasks that are kept are not done again."""
        cut = list(tasks(in_order(asked)))
        names = [self.kept.name(asked[place] for place in task) for task in cut]
        found: dict[int, Answers] = {}
        for number, name in enumerate(names):
            if (answers := self.kept.get(name)) is not None:
                found[number] = answers
        left = [number for number in range(len(cut)) if number not in found]
        if left and found:
            progress(len(found), len(cut))
        for done, answers in crew.do([[asked[place] for place in cut[number]] for number in left]):
            self.kept.put(names[left[done]], answers)
            found[left[done]] = answers
            progress(len(found), len(cut))
        told: list[Answer | None] = [None] * len(asked)
        for number, task in enumerate(cut):
            different, theirs = found[number]
            for place, which in zip(task, theirs, strict=True):
                told[place] = different[which]
        return [one for one in told if one is not None]


def prepare(
    ladder: Ladder,
    staff: Any,
    target: str | None,
    *,
    out: str | os.PathLike[str] | None,
    columns: Mapping[str, str] | None,
    as_of: date | None = None,
    wishes: Wishes,
    time_limit: float,
) -> Asked:
    """Find what names mean and columns hold, and refuse, before any work is done, what is wrong."""
    wishes = Wishes(
        avoid=[find_role(ladder, name).id for name in wishes.avoid],
        without=[find_activity(ladder, name).id for name in wishes.without],
    )
    role = None if target is None else find_role(ladder, target).id
    errand = Errand(ladder, role, wishes, time_limit)
    if out is not None:
        check_table_target(out)
    table, known = read_known(ladder, staff, columns, as_of)
    folder = None if out is None else f"{os.fspath(out)}{PARTS}"
    return Asked(table, known, errand, Kept(errand, folder))


def read_known(
    ladder: Ladder,
    staff: Any,
    columns: Mapping[str, str] | None,
    as_of: date | None = None,
) -> tuple[Staff, Columns]:
    """Read a table, and find what its columns hold; whoever has read it before was told."""
    table, known = read_table(ladder, staff, columns, as_of)
    if table is not staff:
        for heading, what in known.doubtful.items():
            warnings.warn(
                f"not used: the column {quoted(heading)}; if it holds {what}, say "
                f"columns={ {what: heading} }",
                stacklevel=5,  # whoever called graphs.people
            )
        if SINCE in known.fields:
            warnings.warn(
                f"not used: the dates in {quoted(known.fields[SINCE])}; say up to which day months "
                "in the role are counted, such as as_of=datetime.date.today()",
                stacklevel=5,
            )
        if gone := leavers(table.rows, known.carried):
            warnings.warn(
                f"{len(gone.places):,} seem to have left, by {quoted(gone.heading)}, and are asked "
                "about like all others; take their rows out if they have",
                stacklevel=5,
            )
    table.check_ids(known.fields.get("id"))
    return table, known


def read_table(
    ladder: Ladder,
    staff: Any,
    columns: Mapping[str, str] | None,
    as_of: date | None = None,
) -> tuple[Staff, Columns]:
    """Read a table, find what its columns hold, and count the months in the role if need be."""
    table = read_people(staff, columns)
    told = columns if table.told is None else table.told
    known = columns_of(ladder, table.rows.column_names, told)
    if not known.fields.keys() & {SINCE, YEARS} or (SINCE in known.fields and as_of is None):
        return table, known
    table = _with_months(table, known, told or {}, as_of)
    return table, columns_of(ladder, table.rows.column_names, table.told)


def _with_months(
    table: Staff, known: Columns, told: Mapping[str, str], as_of: date | None
) -> Staff:
    """Add a column with the months in the role, counted from another."""
    import pyarrow as pa

    heading = known.fields.get(SINCE) or known.fields[YEARS]
    cells = table.rows[heading].to_pylist()
    if as_of is not None and SINCE in known.fields:
        try:
            months, faults = months_since(cells, heading, as_of)
        except Unclear as unclear:
            raise NoSuchTable(
                f"{table.file}: the dates in {quoted(heading)}, such as {unclear}, may begin with "
                "the day or with the month; write them as 2024-12-31 or as 31.12.2024"
            ) from None
    else:
        months, faults = months_of_years(cells, heading)
    name = "months_in_role"
    while name in table.rows.column_names:
        name += TAKEN
    return replace(
        table,
        rows=table.rows.append_column(name, pa.array(months, pa.int32())),
        faults=faults | {**table.faults},
        counted=heading,
        dated=SINCE in known.fields,
        told={what: one for what, one in told.items() if what not in (SINCE, YEARS)}
        | {"months_in_role": name},
    )


def _telling(progress: Telling, before: int, rows: int, total: int) -> Telling:
    """Tell in rows of the whole table how much of a block is done."""

    def tell(done: int, of: int) -> None:
        progress(before + rows * done // max(of, 1), total)

    return tell
