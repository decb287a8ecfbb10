"""Squares with how many moves lead from what stands in a row to what stands in a column.

They stand for lines that would be a tangle: in the map of a large ladder, and beside the lanes of
one of its families.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from graphs.words import Words
from ladder import Track, Transition

from .dot.canvas import Canvas
from .dot.style import NORMAL, NOTE
from .dot.table import Label, centred
from .dot.text import isolated, tooltip_text, wrap
from .geometry import Box
from .groups import Groups
from .layout.layout import Layout
from .view import Direction, Link, View

NAME_ROOM = 72  # points for a line of a column's name
CELL_HEIGHT = 20  # points
CELL_PAD = 4  # between a count and the frame of its square
GAP = 4  # between squares
SQUARE_PAD = 8  # before the squares of a family, after them, and between tracks and families
FAINTEST = 0.08  # of the strongest shade, so that few moves still stand out from the paper

Counts = Mapping[tuple[int, int], Sequence[Transition]]
"""Transitions by row and column, both from 0; none where nothing leads from one to the other."""


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of squares stands for."""

    name: str
    short: str  # what is written above it

    @property
    def head(self) -> Label:
        """Its short name, on a line or more."""
        return centred(wrap(self.short, NAME_ROOM, NORMAL), NORMAL)


def tally(
    links: Iterable[Link],
    row: Callable[[str], int],
    column: Callable[[Transition], int],
) -> Counts:
    """Sort transitions into rows and columns, without those that are open to all."""
    counts: dict[tuple[int, int], list[Transition]] = defaultdict(list)
    for link in links:
        if link.source is not None:
            counts[row(link.source), column(link.item)].append(link.item)
    return counts


def cell_width(counts: Counts) -> float:
    """Width of the widest count's square, in points."""
    most = max(map(len, counts.values()), default=0)
    return max(float(CELL_HEIGHT), centred([str(most)], NOTE).width + 2 * CELL_PAD)


def put_head(canvas: Canvas, number: int, column: Column, box: Box) -> None:
    """Put a column's name."""
    about = {"id": f"column-{number}", "tooltip": tooltip_text(column.name)}
    canvas.box(f"column {number}", box, column.head, canvas.style.heading | about)


def put_cells(
    canvas: Canvas,
    counts: Counts,
    places: Callable[[int, int], Box],
    names: tuple[Sequence[str], Sequence[str]],
    words: Words,
) -> None:
    """Put the squares, the more moves the stronger their shade; ``names`` of rows and columns."""
    theme = canvas.style.theme
    most = max(map(len, counts.values()), default=1)
    for (row, column), moves in sorted(counts.items()):
        ground = theme.ground(FAINTEST + (1 - FAINTEST) * len(moves) / most)
        look = {
            "id": f"moves-{row}-{column}",
            "style": "filled",
            "fillcolor": ground,
            "color": theme.faint,
            "penwidth": "0.5",
            "fontcolor": theme.on(ground),
            "tooltip": tooltip_text(_told(names[0][row], names[1][column], moves, words)),
        }
        label = centred([str(len(moves))], NOTE)
        canvas.box(f"moves {row} {column}", places(row, column), label, look)


def _told(row: str, column: str, moves: Sequence[Transition], words: Words) -> str:
    parts = ", ".join(
        words("map.ofKind", number=number, kind=isolated(words.kind(kind)))
        for kind, number in sorted(Counter(item.kind for item in moves).items())
    )
    moving = words("moves", n=len(moves))
    return f"{isolated(row)} → {isolated(column)}: {moving} ({parts})"


@dataclass(frozen=True, slots=True)
class Squares:
    """The squares beside the lanes of a family's tracks."""

    tracks: Sequence[str]  # ids of the tracks that are shown, in the order of their lanes
    names: Sequence[str]  # theirs
    columns: Sequence[Column]  # what the moves lead to: first tracks of the family, then families
    own: int  # how many of the columns are tracks
    counts: Counts
    words: Words

    @classmethod
    def of(cls, view: View) -> Squares | None:
        """The squares of a picture, or None where nothing is counted."""
        if not view.counted:
            return None
        ladder = view.ladder
        family = [key for key, one in ladder.tracks.items() if one.family == view.selection.family]
        present = {role.track for role in view.roles}
        shown = [key for key in family if key in present]
        numbers = {key: number for number, key in enumerate(shown)}
        hidden = [key for key in family if key not in present]
        groups = Groups.of(ladder)
        targets: list[str | int] = [*shown, *hidden, *range(len(groups.groups))]

        def target(item: Transition) -> str | int:
            track = ladder.roles[item.to_role].track
            return track if track in family else groups.place[item.to_role]

        used = {target(link.item) for link in view.counted}
        kept = [one for one in targets if one in used]
        columns = []
        for one in kept:
            if isinstance(one, int):
                name = groups.groups[one].name
                columns.append(Column(name, name))
            else:
                name = ladder.tracks[one].name
                columns.append(Column(name, str(numbers[one] + 1) if one in numbers else name))
        counts = tally(
            view.counted,
            lambda role: numbers[ladder.roles[role].track or ""],
            lambda item: kept.index(target(item)),
        )
        own = sum(isinstance(one, str) for one in kept)
        names = [ladder.tracks[key].name for key in shown]
        return cls(shown, names, columns, own, counts, view.words)

    def titled(self, track: Track) -> str:
        """What stands at the head of a lane: its number, where it has one, and its name."""
        if track.id not in self.tracks:
            return track.name
        return f"{self.tracks.index(track.id) + 1}  {track.name}"

    def before(self, direction: Direction | None) -> float:
        """Points that the names of the columns need before the first lane."""
        heads = [column.head for column in self.columns]
        return (
            max(head.width if direction == "down" else head.height for head in heads) + SQUARE_PAD
        )

    def after(self, direction: Direction | None) -> float:
        """Points that the squares need at the end of each lane."""
        return self._spans(direction)[1]

    def put(self, canvas: Canvas, layout: Layout, direction: Direction | None) -> None:
        """Put the squares, and the names of their columns."""
        down = direction == "down"
        spans, more = self._spans(direction)
        lanes = {track: band for (track, _), band in layout.lanes.items()}
        ends = {track: band.bottom if down else band.right for track, band in lanes.items()}
        edge = self.before(direction) - SQUARE_PAD
        for part, begin in enumerate(sorted({end - more for end in ends.values()})):
            for number, (column, (start, end)) in enumerate(zip(self.columns, spans, strict=True)):
                head, middle = column.head, begin + (start + end) / 2
                x, y = (edge - head.width / 2, middle) if down else (middle, edge - head.height / 2)
                place = Box(x, y, head.width, head.height)
                put_head(canvas, number + part * len(spans), column, place)

        def place_of(row: int, column: int) -> Box:
            track, (start, end) = self.tracks[row], spans[column]
            lane, middle = lanes[track], ends[track] - more + (start + end) / 2
            if down:
                return Box(lane.x, middle, 2 * cell_width(self.counts), CELL_HEIGHT)
            return Box(middle, lane.y, end - start, CELL_HEIGHT)

        names = [column.name for column in self.columns]
        put_cells(canvas, self.counts, place_of, (self.names, names), self.words)

    def _spans(self, direction: Direction | None) -> tuple[list[tuple[float, float]], float]:
        """Where each column begins and ends, counted from where the lanes ended; and the whole."""
        spans = []
        edge = 0.0
        for number, column in enumerate(self.columns):
            edge += SQUARE_PAD if number in (0, self.own) else GAP
            size = max(column.head.width, cell_width(self.counts))
            if direction == "down":
                size = max(column.head.height, CELL_HEIGHT)
            spans.append((edge, edge + size))
            edge += size
        return spans, edge + SQUARE_PAD
