"""What is told of a table of people: the rows that cannot be read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .output import remark

if TYPE_CHECKING:
    from graphs.staff.files import Staff

MOST_PROBLEMS = 10


def tell_problems(
    table: Staff, problems: Sequence[tuple[int, str]], output: str | None = None
) -> None:
    """Name the first rows that cannot be read, with what is wrong, and how many more there are."""
    for place, problem in problems[:MOST_PROBLEMS]:
        remark(f"{table.file}: {table.where(place)}: {problem}")
    if len(problems) > MOST_PROBLEMS:
        where = f"; the column problem of {output} has all" if output else ""
        remark(f"... and {len(problems) - MOST_PROBLEMS:,} more rows that cannot be read{where}")
