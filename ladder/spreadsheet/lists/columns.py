"""Stub, until the reader of lists is there."""

from ladder.matching import fold
from ladder.spreadsheet.grid import Grid


def looks_like_list(grid: Grid) -> bool:
    """Tell a list by its headings."""
    return any(
        {"role", "skill", "level"} <= {fold(cell.text) for cell in row} for row in grid.rows[:10]
    )
