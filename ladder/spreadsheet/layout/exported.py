"""A matrix as an export writes it: what stands where is known, whatever the names look like."""

from __future__ import annotations

from ladder.matching import fold
from ladder.model import FrozenDict
from ladder.spreadsheet.grid import Grid
from ladder.spreadsheet.matrix import FACT_COLUMNS
from ladder.wording import quoted

from .headings import Headings
from .layout import ROLE_FACTS, Layout

_COLUMNS = [fold(column) for column in FACT_COLUMNS]


def exported(grid: Grid, headings: Headings) -> Layout | None:
    """Find where all stands by the first row, if an export has written that."""
    head = grid.rows[0]
    if [fold(cell.text) for cell in head[: len(_COLUMNS)]] != _COLUMNS:
        return None
    meant = [headings.meaning(cell.text) for cell in head]
    return Layout(
        grid,
        across=False,
        how=f"by the heading {quoted(head[0].text)}",
        head=head,
        body=grid.rows[1:],
        name=0,
        facts=FrozenDict({fact: at for at, fact in enumerate(meant) if fact in ROLE_FACTS}),
        skills=[at for at, fact in enumerate(meant) if fact is None],
        ignored=[head[at].text for at, fact in enumerate(meant) if fact in ("ignore", "note")],
    )
