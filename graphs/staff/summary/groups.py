"""Which people are told of together: groups by a column, none of which is too small.

Groups of fewer than five people stand together, and with the next larger one until they are five.
So all that is told is of five people or more, and what is left when some groups are taken from
others, or from everybody, is so, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ladder import LadderError
from ladder.matching import nearest
from ladder.wording import listed, quoted

if TYPE_CHECKING:
    import pyarrow as pa

SMALLEST = 5
"""People of whom a group may be told by itself."""

TOGETHER = None
"""What small groups are together called."""


@dataclass(frozen=True, slots=True)
class Pool:
    """Rows of people who are told of together.

    Parameters
    ----------
    name : str or None
        What the column says of them; None for several groups together.
    rows : tuple of int
        Their places in the table.
    groups : int
        Of how many groups they are.
    """

    name: str | None
    rows: tuple[int, ...]
    groups: int = 1


def everybody(rows: Sequence[int], *, small_groups: bool = False) -> Pool | None:
    """All people together; None where they are too few to be told of."""
    return Pool("", tuple(rows)) if small_groups or len(rows) >= SMALLEST else None


def pools(
    rows: Sequence[int], values: Sequence[Any], *, small_groups: bool = False
) -> tuple[Pool, ...]:
    """Put people together by what a column says of each row.

    The largest first, those that are too small at the end, together; none where all people
    together are too few.
    """
    if everybody(rows, small_groups=small_groups) is None:
        return ()
    named: dict[str, list[int]] = {}
    for row in rows:
        value = values[row]
        named.setdefault("" if value is None else str(value), []).append(row)
    found = sorted(
        (Pool(name, tuple(of)) for name, of in named.items()),
        key=lambda pool: (-len(pool.rows), pool.name or ""),
    )
    return tuple(found if small_groups else _large(found))


def _large(found: Sequence[Pool]) -> list[Pool]:
    kept = [pool for pool in found if len(pool.rows) >= SMALLEST]
    small = [pool for pool in found if len(pool.rows) < SMALLEST]
    while small and sum(len(pool.rows) for pool in small) < SMALLEST:
        small.append(kept.pop())
    if not small:
        return kept
    rows = sorted(row for pool in small for row in pool.rows)
    return [*kept, Pool(TOGETHER, tuple(rows), len(small))]


def column(rows: pa.Table, by: str) -> list[Any]:
    """What a column says of each row; refused where there is none."""
    if by not in rows.column_names:
        near = nearest(by, rows.column_names)
        hint = f"; did you mean {listed(near)}?" if near else ""
        raise LadderError(f"there is no column {quoted(by)} to tell groups by{hint}")
    found: list[Any] = rows[by].to_pylist()
    return found
