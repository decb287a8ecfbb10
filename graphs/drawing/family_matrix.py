"""Moves that are counted: squares with how many lead from what stands in a row to a column."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ladder import Transition

from .dot.canvas import Canvas
from .dot.style import CHIP, NOTE, Style
from .dot.table import Label, centred
from .dot.text import isolated, tooltip_text, wrap
from .layout.boxes import Box

NAME_ROOM = 72  # points for a line of a column's name
CELL_HEIGHT = 20  # points
CELL_PAD = 4  # between a count and the frame of its square
GAP = 4  # between squares
FAINTEST = 0.08  # of the strongest shade, for a count of one

Counts = Mapping[tuple[int, int], Sequence[Transition]]
"""Transitions by row and column, both from 0; none where nothing leads from one to the other."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of squares stands for.

    Parameters
    ----------
    name : str
        In words.
    short : str
        What is written above it.
    """

    name: str
    short: str

    @property
    def head(self) -> Label:
        """Its short name, on a line or more."""
        return centred(wrap(self.short, NAME_ROOM, CHIP), CHIP)


def tally(
    moves: Iterable[tuple[int, Transition]],
    row: Callable[[str], int],
    column: Callable[[Transition], int],
) -> Counts:
    """Sort transitions into rows and columns."""
    counts: dict[tuple[int, int], list[Transition]] = defaultdict(list)
    for _, item in moves:
        counts[row(item.from_role), column(item)].append(item)
    return counts


def cell_width(counts: Counts) -> float:
    """Width of the widest count's square, in points."""
    most = max(map(len, counts.values()), default=0)
    return max(float(CELL_HEIGHT), centred([str(most)], NOTE).width + 2 * CELL_PAD)


def put_head(sheet: Canvas, number: int, column: Column, box: Box, style: Style) -> None:
    """Put a column's name."""
    about = {"id": f"column-{number}", "tooltip": tooltip_text(column.name)}
    sheet.box(f"column {number}", box, column.head, style.heading | about)


def put_cells(
    sheet: Canvas,
    counts: Counts,
    places: Callable[[int, int], Box],
    names: tuple[Sequence[str], Sequence[str]],
    style: Style,
) -> None:
    """Put the squares, the more moves the stronger their shade."""
    most = max(map(len, counts.values()), default=1)
    for (row, column), moves in sorted(counts.items()):
        ground = style.theme.ground(FAINTEST + (1 - FAINTEST) * len(moves) / most)
        look = {
            "id": f"moves-{row}-{column}",
            "style": "filled",
            "fillcolor": ground,
            "color": style.theme.faint,
            "penwidth": "0.5",
            "fontcolor": style.theme.on(ground),
            "tooltip": tooltip_text(_told(names[0][row], names[1][column], moves)),
        }
        label = centred([str(len(moves))], NOTE)
        sheet.box(f"moves {row} {column}", places(row, column), label, look)


def count(number: int, noun: str) -> str:
    """A number of things in words, as in ``1 move``."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _told(row: str, column: str, moves: Sequence[Transition]) -> str:
    kinds = Counter(item.kind for item in moves)
    parts = ", ".join(f"{number} {isolated(kind)}" for kind, number in sorted(kinds.items()))
    return f"{isolated(row)} → {isolated(column)}: {count(len(moves), 'move')} ({parts})"
