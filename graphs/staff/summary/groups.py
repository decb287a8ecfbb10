"""Which people are told of together: groups by a column, none of which is too small.

Groups of fewer than five people stand together, and with the next larger one until they are five.
So all that is told is of five people or more, and what is left when some groups are taken from
others, or from everybody, is so, too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from ladder import LadderError
from ladder.matching import fold, nearest
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


class Told(Protocol):
    """What is told of a pool."""

    def to_dict(self) -> dict[str, Any]:
        """As plain data."""


G = TypeVar("G", bound=Told)


@dataclass(frozen=True, kw_only=True)
class Summary(Generic[G]):
    """What is told of many people, in all and by group.

    Parameters
    ----------
    people, unread : int
        How many rows could be read, and how many could not.
    everybody : object or None
        What is told of all together; None where they are too few.
    by : str or None
        The column whose groups are told apart.
    groups : tuple
        What is told of each, the largest first; those that are too small for it are together at the
        end.
    """

    people: int
    unread: int = 0
    everybody: G | None
    by: str | None = None
    groups: tuple[G, ...] = ()

    @property
    def all_groups(self) -> tuple[G, ...]:
        """Those told apart, and then everybody."""
        return (*self.groups, *([self.everybody] if self.everybody is not None else ()))

    def to_dict(self) -> dict[str, Any]:
        """The answer as plain data, ready for JSON."""
        whole = None if self.everybody is None else self.everybody.to_dict()
        answer: dict[str, Any] = {"people": self.people, "unread": self.unread, "everybody": whole}
        if self.by is not None:
            answer |= {"by": self.by, "groups": [group.to_dict() for group in self.groups]}
        return answer


def summed(
    read: Sequence[int],
    values: Sequence[Any],
    by: str | None,
    tell: Callable[[Pool], G],
    *,
    small_groups: bool,
) -> dict[str, Any]:
    """Tell of all rows that could be read, and of their groups: the fields of a `Summary`.

    ``values`` are those of the column ``by``, of every row.
    """
    whole = everybody(read, small_groups=small_groups)
    apart = () if by is None else pools(read, values, small_groups=small_groups)
    return {
        "people": len(read),
        "everybody": None if whole is None else tell(whole),
        "by": by,
        "groups": tuple(map(tell, apart)),
    }


def heading_of(rows: pa.Table, by: str | None) -> str | None:
    """The column that is meant by a name, whatever its case; refused where there is none."""
    headings: list[str] = rows.column_names
    if by is None or by in headings:
        return by
    alike = [name for name in headings if fold(name) == fold(by)]
    if len(alike) == 1:
        return alike[0]
    near = alike or nearest(by, headings)
    hint = f"; did you mean {listed(near)}?" if near else ""
    raise LadderError(f"there is no column {quoted(by)} to tell groups by{hint}")


def column(rows: pa.Table, by: str | None) -> tuple[str | None, list[Any]]:
    """The column that is meant, and what it says of each row; nothing if there is to be none."""
    heading = heading_of(rows, by)
    return heading, [] if heading is None else rows[heading].to_pylist()
