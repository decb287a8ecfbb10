"""However a table is written down, the same cells are read, or the file is refused."""

from __future__ import annotations

import csv
import html
import io
from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

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


def delimited(delimiter: str) -> Callable[[Table], str]:
    def written(table: Table) -> str:
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(table)
        return text.getvalue()

    return written


def markdown(table: Table) -> str:
    """As people write it, with what would mark something up escaped."""
    plain = str.maketrans({character: f"\\{character}" for character in "|*_[]<&\\`"})
    head, *body = (" | ".join(cell.translate(plain) for cell in row) for row in table)
    rule = "|".join(["---"] * len(table[0]))
    return "\n".join(f"| {line} |" for line in (head, rule, *body))


def page(table: Table) -> str:
    rows = ("".join(f"<td>{html.escape(cell)}" for cell in row) for row in table)
    return f"<html><body><table>{''.join(f'<tr>{row}' for row in rows)}</table>"


FORMS = {
    "commas": delimited(","),
    "semicolons": delimited(";"),
    "tabs": delimited("\t"),
    "bars": delimited("|"),
    "Markdown": markdown,
    "HTML": page,
}
UNICODE = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be")
OLD = ("cp1252", "mac_roman", "cp850")


def read(content: bytes) -> Table:
    (grid,) = read_tables(content, "a.txt").tables.values()
    return [[cell.text for cell in row] for row in grid.rows]


@given(table=tables(), form=st.sampled_from(list(FORMS)), encoding=st.sampled_from(UNICODE))
def test_the_same_cells_come_out(table: Table, form: str, encoding: str) -> None:
    """In every form, and in every encoding that holds all characters."""
    assert read(FORMS[form](table).encode(encoding)) == table


@given(table=tables(), form=st.sampled_from(list(FORMS)), encoding=st.sampled_from(OLD))
def test_no_other_cells_come_out_of_old_encodings(table: Table, form: str, encoding: str) -> None:
    """What may be in several of them is refused."""
    written = [[cell.replace("✓", "x") for cell in row] for row in table]
    try:
        found = read(FORMS[form](written).encode(encoding))
    except LadderError:
        return
    assert found == written
