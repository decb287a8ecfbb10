"""The squares beside the lanes of a family: what is counted, since drawing it would be a tangle.

A large ladder as a map: its families with their tracks, and how many moves join them.

Large ladders in groups: the families of their tracks, or the tracks themselves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ladder import Ladder, Role, Track, Transition

from .dot.canvas import Canvas
from .dot.style import NORMAL, NOTE, STEP, Style
from .dot.table import Cell, Label, centred, stacked, table
from .dot.text import tooltip_text, wrap
from .dot.theme import Theme
from .family_matrix import (
    CELL_HEIGHT,
    GAP,
    Column,
    Counts,
    cell_width,
    count,
    put_cells,
    put_head,
    tally,
)
from .heading import titled
from .layout.boxes import Box
from .layout.layout import Layout
from .view import Direction, View

APART = "Others"  # the name of what belongs to no family, or to no track


@dataclass(frozen=True, slots=True)
class Part:
    """What a group is made of: a track of a family, or a role of a track.

    Parameters
    ----------
    key : str
        Of its box in the picture.
    name : str
    roles : tuple of str
        Names of its roles, the lowest rank first.
    """

    key: str
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A family, or a track where no track has a family.

    Parameters
    ----------
    name : str
    hue : int
        Place of its hue in a theme.
    parts : tuple of Part
        In the order of the file.
    """

    name: str
    hue: int
    parts: tuple[Part, ...]

    @property
    def roles(self) -> int:
        """How many roles it has."""
        return sum(len(part.roles) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Groups:
    """All groups of a ladder that have a role.

    Parameters
    ----------
    groups : tuple of Group
        In the order of the file; what belongs nowhere is last.
    place : mapping of str to int
        The place of each role's group, by role id.
    families : bool
        Whether they are families.
    """

    groups: tuple[Group, ...]
    place: Mapping[str, int]
    families: bool

    @classmethod
    def of(cls, ladder: Ladder) -> Groups:
        """Group a ladder."""
        families = any(track.family is not None for track in ladder.tracks.values())
        members: dict[str | None, list[Role]] = {}
        for track in ladder.tracks.values():
            members.setdefault(track.family if families else track.id, [])
        members[None] = members.pop(None, [])  # last
        for role in ladder.roles.values():
            members[_group(role, ladder, families)].append(role)
        found = {key: roles for key, roles in members.items() if roles}
        place = {role.id: number for number, key in enumerate(found) for role in found[key]}
        groups = tuple(
            Group(_name(key, ladder, families), number, _parts(roles, ladder, families))
            for number, (key, roles) in enumerate(found.items())
        )
        return cls(groups, place, families)


def _group(role: Role, ladder: Ladder, families: bool) -> str | None:
    if role.track is None or not families:
        return role.track
    return ladder.tracks[role.track].family


def _name(key: str | None, ladder: Ladder, families: bool) -> str:
    if key is None:
        return APART
    return key if families else ladder.tracks[key].name


def _parts(roles: Sequence[Role], ladder: Ladder, families: bool) -> tuple[Part, ...]:
    ordered = sorted(roles, key=lambda role: (role.rank is None, role.rank or 0, role.id))
    if not families:
        return tuple(Part(f"role-{role.id}", role.name, (role.name,)) for role in ordered)
    tracks: dict[str | None, list[str]] = {track: [] for track in (*ladder.tracks, None)}
    for role in ordered:
        tracks[role.track].append(role.name)
    return tuple(
        Part(
            f"track-{track}" if track is not None else "trackless",
            ladder.tracks[track].name if track is not None else APART,
            tuple(names),
        )
        for track, names in tracks.items()
        if names
    )


PAD = 10  # points between a band's edge and what is in it
BAND_GAP = 6  # between bands
NAME_ROOM = 150
PARTS_ROOM = 500
PART_ROOM = 230  # for a line of a part's name
PART_PAD = 7  # beside a part's name
PART_GAP = 6
TALLEST = 44  # points of a square
NAMED = 10  # groups whose names stand above their columns; of more, their numbers


@dataclass(frozen=True, slots=True)
class _Row:
    """A group with its place: its label, and its parts with theirs."""

    group: Group
    band: Box
    label: Label
    parts: tuple[tuple[Part, Label, Box], ...]


def draw_map(ladder: Ladder, groups: Groups, theme: Theme) -> str:
    """Write the map of a ladder down for Graphviz.

    DOT in which every place is given.
    """
    style = Style(theme)
    names = [group.name for group in groups.groups]
    numbered = len(names) > NAMED
    columns = [
        Column(name, str(number) if numbered else name) for number, name in enumerate(names, 1)
    ]
    counts = tally(
        enumerate(ladder.transitions),
        groups.place.__getitem__,
        lambda item: groups.place[item.to_role],
    )
    heads = [column.head for column in columns]
    pitch = max(*(head.width for head in heads), cell_width(counts)) + GAP
    start = 2 * PAD + NAME_ROOM + PARTS_ROOM
    width = start + pitch * len(columns) + PAD
    top = max(head.height for head in heads) + BAND_GAP
    rows = _rows(groups, top, width, numbered)
    sheet = Canvas(style, rows[-1].band.bottom)
    what = _what(ladder, groups)
    sheet.heading(titled(ladder.name, what, [_explained(groups)], width), f"{ladder.name}\n{what}")
    for number, (column, head) in enumerate(zip(columns, heads, strict=True)):
        middle = start + pitch * (number + 0.5)
        place = Box(middle, top - BAND_GAP - head.height / 2, head.width, head.height)
        put_head(sheet, number, column, place, style)
    for number, row in enumerate(rows):
        _put_row(sheet, number, row, style)

    def place_of(row: int, column: int) -> Box:
        band = rows[row].band
        height = max(CELL_HEIGHT, min(band.height - PAD, TALLEST))
        return Box(start + pitch * (column + 0.5), band.y, pitch - GAP, height)

    put_cells(sheet, counts, place_of, (names, names), style)
    return sheet.dot()


def _rows(groups: Groups, top: float, width: float, numbered: bool) -> list[_Row]:
    rows = []
    for number, group in enumerate(groups.groups, 1):
        label = _group_label(group, f"{number}  {group.name}" if numbered else group.name, groups)
        parts = _flowing(group.parts, groups.families, 2 * PAD + NAME_ROOM, top + PAD)
        bottom = max(parts[-1][2].bottom, top + PAD + label.height) + PAD
        band = Box(width / 2, (top + bottom) / 2, width, bottom - top)
        shift = (bottom - PAD - parts[-1][2].bottom) / 2
        moved = tuple(
            (part, text, Box(box.x, box.y + shift, box.width, box.height))
            for part, text, box in parts
        )
        rows.append(_Row(group, band, label, moved))
        top = bottom + BAND_GAP
    return rows


def _flowing(
    parts: Sequence[Part], counted: bool, left: float, top: float
) -> list[tuple[Part, Label, Box]]:
    """Set parts beside one another, and below where there is no more room."""
    placed = []
    x, y, deepest = left, top, 0.0
    for part in parts:
        lines = wrap(part.name, PART_ROOM, NORMAL)
        if counted:
            lines[-1] += f" · {len(part.roles)}"
        label = centred(lines, NORMAL)
        width, height = label.width + 2 * PART_PAD, label.height + PART_PAD
        if x > left and x + width > left + PARTS_ROOM:
            x, y, deepest = left, y + deepest + PART_GAP, 0.0
        placed.append((part, label, Box(x + width / 2, y + height / 2, width, height)))
        x += width + PART_GAP
        deepest = max(deepest, height)
    return placed


def _group_label(group: Group, name: str, groups: Groups) -> Label:
    cells = stacked(wrap(name, NAME_ROOM, STEP), STEP, bold=True)
    said = count(group.roles, "role")
    if groups.families:
        said = f"{count(len(group.parts), 'track')}, {said}"
    return table([*([cell] for cell in cells), [Cell(said, NOTE)]])


def _put_row(sheet: Canvas, number: int, row: _Row, style: Style) -> None:
    group, band, label = row.group, row.band, row.label
    sheet.band(f"group {number}", band, style.lane(group.hue))
    place = Box(band.left + PAD + label.width / 2, band.y, label.width, label.height)
    about = {"id": f"group-{number}", "tooltip": tooltip_text(group.name)}
    sheet.box(f"group {number}", place, label, style.lane_head(group.hue) | about)
    for part, text, box in row.parts:
        told = {"id": part.key, "tooltip": tooltip_text(part.name, ", ".join(part.roles))}
        sheet.box(part.key, box, text, style.role(group.hue) | told)


def _what(ladder: Ladder, groups: Groups) -> str:
    parts = [count(len(ladder.roles), "role"), count(len(ladder.transitions), "move")]
    if not groups.families:
        return f"{count(len(groups.groups), 'track')}, {', '.join(parts)}"
    tracks = sum(len(group.parts) for group in groups.groups)
    families = len(groups.groups)
    said = f"{families} famil{'y' if families == 1 else 'ies'}"
    return ", ".join([said, count(tracks, "track"), *parts])


def _explained(groups: Groups) -> str:
    noun = "family" if groups.families else "track"
    each = "Beside each track, how many roles it has. " if groups.families else ""
    return (
        f"{each}In the squares: how many moves lead from the {noun} at the left to the one above; "
        f"where both are the same, the moves inside it."
    )


SQUARE_PAD = 8  # points before the squares, after them, and between tracks and families


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
        return (
            max(head.width if direction == "down" else head.height for head in heads) + SQUARE_PAD
        )

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
        """Put the squares, and the names of their columns."""
        down = direction == "down"
        spans, more = self._spans(direction)
        begin = (plan.height if down else plan.width) - more
        edge = self.before(direction) - SQUARE_PAD
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
            edge += SQUARE_PAD if number in (0, self.own) else GAP
            size = max(column.head.width, cell_width(self.counts))
            if direction == "down":
                size = max(column.head.height, CELL_HEIGHT)
            spans.append((edge, edge + size))
            edge += size
        return spans, edge + SQUARE_PAD
