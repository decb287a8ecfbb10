"""The squares beside the lanes of a family: what is counted, since drawing it would be a tangle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ladder import Track, Transition

from .blocks import Box
from .canvas import Canvas
from .groups import Groups
from .layout import Layout
from .matrix import CELL_HEIGHT, GAP, Column, Counts, cell_width, put_cells, put_head, tally
from .style import Style
from .view import Direction, View

PAD = 8  # points before the squares, after them, and between tracks and families


@dataclass(frozen=True, slots=True)
class Squares:
    """Counted moves of a family's tracks.

    Parameters
    ----------
    tracks : sequence of str
        Ids of the family's tracks that are shown, in the order of their lanes.
    names : sequence of str
        Theirs.
    columns : sequence of Column
        What the moves lead to: first tracks of the family, then families.
    own : int
        How many of the columns are tracks.
    counts : mapping of (int, int) to sequence of Transition
    """

    tracks: Sequence[str]
    names: Sequence[str]
    columns: Sequence[Column]
    own: int
    counts: Counts

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

        used = {target(item) for _, item in view.counted}
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
        return cls(shown, names, columns, own, counts)

    def titled(self, track: Track) -> str:
        """What stands at the head of a lane: its number, where it has one, and its name."""
        if track.id not in self.tracks:
            return track.name
        return f"{self.tracks.index(track.id) + 1}  {track.name}"

    def before(self, direction: Direction) -> float:
        """Points that the names of the columns need before the first lane."""
        heads = [column.head for column in self.columns]
        return max(head.width if direction == "down" else head.height for head in heads) + PAD

    def beside(self, plan: Layout, direction: Direction) -> Layout:
        """Make the lanes longer, so that the squares lie at their ends."""
        _, more = self._spans(direction)
        if direction == "down":
            bands = {
                track: Box(band.x, band.y + more / 2, band.width, band.height + more)
                for track, band in plan.lanes.items()
            }
            return replace(plan, lanes=bands, height=plan.height + more)
        bands = {
            track: Box(band.x + more / 2, band.y, band.width + more, band.height)
            for track, band in plan.lanes.items()
        }
        return replace(plan, lanes=bands, width=plan.width + more)

    def put(self, sheet: Canvas, plan: Layout, direction: Direction, style: Style) -> None:
        """Put the squares, and the names of their columns.

        Parameters
        ----------
        sheet : Canvas
        plan : Layout
            With lanes that are long enough.
        direction : {"right", "down"}
        style : Style
        """
        down = direction == "down"
        spans, more = self._spans(direction)
        begin = (plan.height if down else plan.width) - more
        edge = self.before(direction) - PAD
        for number, (column, (start, end)) in enumerate(zip(self.columns, spans, strict=True)):
            head, middle = column.head, begin + (start + end) / 2
            x, y = (edge - head.width / 2, middle) if down else (middle, edge - head.height / 2)
            put_head(sheet, number, column, Box(x, y, head.width, head.height), style)

        def place(row: int, column: int) -> Box:
            lane, (start, end) = plan.lanes[self.tracks[row]], spans[column]
            middle = begin + (start + end) / 2
            if down:
                return Box(lane.x, middle, 2 * cell_width(self.counts), CELL_HEIGHT)
            return Box(middle, lane.y, end - start, CELL_HEIGHT)

        names = [column.name for column in self.columns]
        put_cells(sheet, self.counts, place, (self.names, names), style)

    def _spans(self, direction: Direction) -> tuple[list[tuple[float, float]], float]:
        """Where each column begins and ends, counted from where the lanes ended; and the whole."""
        spans = []
        edge = 0.0
        for number, column in enumerate(self.columns):
            edge += PAD if number in (0, self.own) else GAP
            size = max(column.head.width, cell_width(self.counts))
            if direction == "down":
                size = max(column.head.height, CELL_HEIGHT)
            spans.append((edge, edge + size))
            edge += size
        return spans, edge + PAD
