"""Figures by group, and what a name stands before, in as much room as there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cli.output import printable
from cli.text.layout import cells, hang, tie, wrap
from cli.text.prose import in_one_line
from cli.text.words import count
from graphs.staff.summary.groups import SMALLEST

GAP = 2
LEAST_NAME = 16
"""Columns that names have beside figures; where there are fewer, figures stand below them."""

TOO_FEW = f"Fewer than {SMALLEST} people: nothing is told of them together without --small-groups."


def people(number: int) -> str:
    """So many people.

    >>> people(1), people(1200)
    ('1 person', '1,200 people')
    """
    return f"{number:,} {'person' if number == 1 else 'people'}"


def group_name(name: str | None, groups: int = 1) -> str:
    """What a group is called.

    >>> group_name("Payments"), group_name(""), group_name(None, 3)
    ('Payments', '(none)', '3 groups together')
    """
    if name is None:
        return f"{count(groups, 'group')} together"
    return printable(in_one_line(name)) or "(none)"


def together(names: Sequence[str | None]) -> list[str]:
    """Say why groups stand together, if any do."""
    return [f"Groups of fewer than {SMALLEST} stand together."] if None in names else []


def totals(told: dict[str, int]) -> Iterator[str]:
    """Figures below one another, each behind what it counts."""
    names = max(map(cells, told))
    numbers = max(len(f"{number:,}") for number in told.values())
    for head, number in told.items():
        yield f"{head}{' ' * (names - cells(head) + GAP)}{number:>{numbers},}"


def table(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """Lay rows out, names to the left and figures to the right; the first row has their heads.

    Where there is no room for that, figures stand below the names, each behind its head.
    """
    widths = [max(map(cells, column)) for column in zip(*rows, strict=True)]
    beside = width - sum(one + GAP for one in widths[1:])
    if beside < min(LEAST_NAME, widths[0]):
        yield from _below(rows, width)
        return
    room = min(beside, widths[0])
    for name, *figures in rows:
        *above, last = wrap(name, room)
        yield from above
        right = "".join(
            " " * (GAP + one - cells(cell)) + cell
            for cell, one in zip(figures, widths[1:], strict=True)
        )
        yield f"{last}{' ' * (room - cells(last))}{right}"


def _below(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    (_, *heads), *groups = rows
    for name, *figures in groups:
        yield from wrap(name, width)
        told = (
            tie(f"{head}: {cell}") for head, cell in zip(heads, figures, strict=True) if cell != "0"
        )
        yield from hang("  ", ", ".join(told), width)


def named(name: str, text: str, width: int) -> Iterator[str]:
    """Lay a text out behind a name, or below it where that is long."""
    name = printable(in_one_line(name)) or "(none)"
    if cells(name) > width // 3:
        yield from wrap(name, width)
        yield from hang("    ", text, width)
    else:
        yield from hang(f"  {name}  ", text, width)
