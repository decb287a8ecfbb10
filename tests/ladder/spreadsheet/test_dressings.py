"""However a table is written down, the same cells are read, or the file is refused."""

from __future__ import annotations

import csv

from hypothesis import given
from hypothesis import strategies as st
from support.dressings import Dressed
from support.written import FORMS, OLD, UNICODE, separated

from ladder import LadderError
from ladder.spreadsheet.sources import read_tables

Table = list[list[str]]

WORDS = st.sampled_from(
    (
        "SQL", "Analyst", "Senior analyst", "2", "2 - joins", "✓", "R&D", "C++", "a | b", "1,5",
        "x; y", '"quoted"', "<b>", "Rôle", "Qualität", "Gestión", "*stars*", "snake_case", "[x](y)",
        "1/2", "",
    )
)  # fmt: skip
"""What stands in cells, with all that means something in one form or another."""


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables whose first row and column are full, so that none of them is blank."""
    width = draw(st.integers(2, 5))
    filled = WORDS.filter(bool)
    rows = [draw(st.lists(filled, min_size=width, max_size=width))]
    for _ in range(draw(st.integers(1, 5))):
        rows.append([draw(filled), *draw(st.lists(WORDS, min_size=width - 1, max_size=width - 1))])
    return rows


QUOTED = {
    f"quoted {form}": separated(mark, csv.QUOTE_ALL)
    for form, mark in {"commas": ",", "semicolons": ";", "tabs": "\t", "bars": "|"}.items()
}
WRITTEN = {"Markdown": FORMS["Markdown"], "HTML": FORMS["HTML"], **QUOTED}


def written(table: Table, form: str, encoding: str) -> bytes:
    return WRITTEN[form](Dressed([[*row] for row in table], [])).encode(encoding)


def read(content: bytes) -> Table:
    (grid,) = read_tables(content, "a.txt").tables.values()
    return [[cell.text for cell in row] for row in grid.rows]


@given(table=tables(), form=st.sampled_from(list(WRITTEN)), encoding=st.sampled_from(UNICODE))
def test_the_same_cells_come_out(table: Table, form: str, encoding: str) -> None:
    """In every form, and in every encoding that holds all characters."""
    assert read(written(table, form, encoding)) == table


@given(table=tables(), form=st.sampled_from(list(WRITTEN)), encoding=st.sampled_from(OLD))
def test_no_other_cells_come_out_of_old_encodings(table: Table, form: str, encoding: str) -> None:
    """What may be in several of them is refused."""
    plain = [[cell.replace("✓", "x") for cell in row] for row in table]
    try:
        found = read(written(plain, form, encoding))
    except LadderError:
        return
    assert found == plain
