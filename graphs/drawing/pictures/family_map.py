"""A large ladder as a map: its families with their tracks, and how many moves join them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphs.drawing.dot.canvas import Canvas
from graphs.drawing.dot.legible import room_at
from graphs.drawing.dot.style import NORMAL, NOTE, STEP, Style
from graphs.drawing.dot.table import Cell, Label, centred, stacked, table
from graphs.drawing.dot.text import tooltip_text, wrap
from graphs.drawing.dot.theme import Theme
from graphs.drawing.geometry import Box, Point
from graphs.drawing.groups import Group, Groups, Part
from graphs.drawing.heading import head, room_of
from graphs.drawing.squares import (
    CELL_HEIGHT,
    GAP,
    Column,
    Counts,
    cell_width,
    put_cells,
    put_head,
    tally,
)
from graphs.drawing.view import TooMuchToDraw, links_of
from graphs.words import ENGLISH, Words
from ladder import Ladder

PAD = 10  # points between a band's edge and what is in it
BAND_GAP = 6  # between bands
NAME_ROOM = 150
PARTS_ROOM, LEAST_PARTS = 500, 260
PART_ROOM = 230  # for a line of a part's name
PART_PAD = 7  # beside a part's name
PART_GAP = 6
TALLEST = 44  # points of a square
MOST_GROUPS, MOST_BOXES = 200, 2_000
NAMED = 10  # groups whose names stand above their columns; of more, their numbers


@dataclass(frozen=True, slots=True)
class _Row:
    """A group with its place: its label, and its parts with theirs."""

    group: Group
    band: Box
    label: Label
    parts: tuple[tuple[Part, Label, Box], ...]


def family_map(
    ladder: Ladder,
    groups: Groups,
    theme: Theme,
    shown: int | None = None,
    words: Words = ENGLISH,
) -> str:
    """Write the map of a ladder down as DOT."""
    _refuse_too_many(groups)
    names = [group.name for group in groups.groups]
    counts = tally(
        links_of(ladder),
        groups.place.__getitem__,
        lambda item: groups.place[item.to_role],
    )
    room = None if shown is None else room_at(shown)
    numbered = len(names) > NAMED
    if _parts_room(room, _columns(names, numbered), counts) < LEAST_PARTS:
        numbered = True
    columns = _columns(names, numbered)
    heads, pitch = [column.head for column in columns], _pitch(columns, counts)
    parts_room = max(LEAST_PARTS, _parts_room(room, columns, counts))
    start = 2 * PAD + NAME_ROOM + parts_room
    width = start + pitch * len(columns) + PAD
    top = max(head.height for head in heads) + BAND_GAP
    rows = _rows(groups, top, (width, parts_room), numbered, words)
    canvas = Canvas(Style(theme), rows[-1].band.bottom, shown)
    what = _what(ladder, groups, words)
    notes = [_explained(groups, words)]
    if any(move.from_any for move in ladder.transitions):
        notes.append(words("map.openUncounted"))
    label = head(ladder.name, what, notes, room_of(width))
    canvas.heading(label, f"{ladder.name}\n{what}")
    for number, (column, name) in enumerate(zip(columns, heads, strict=True)):
        middle = start + pitch * (number + 0.5)
        place = Box(middle, top - BAND_GAP - name.height / 2, name.width, name.height)
        put_head(canvas, number, column, place)
    for number, row in enumerate(rows):
        _put_row(canvas, number, row)

    def place_of(row: int, column: int) -> Box:
        band = rows[row].band
        height = max(CELL_HEIGHT, min(band.height - PAD, TALLEST))
        return Box(start + pitch * (column + 0.5), band.y, pitch - GAP, height)

    put_cells(canvas, counts, place_of, (names, names), words)
    return canvas.dot()


def _refuse_too_many(groups: Groups) -> None:
    number, boxes = len(groups.groups), sum(len(group.parts) for group in groups.groups)
    if number > MOST_GROUPS or boxes > MOST_BOXES:
        what = "families" if groups.families else "tracks"
        raise TooMuchToDraw(
            f"a map of {number:,} {what} in {boxes:,} boxes could not be read, and at most "
            f"{MOST_GROUPS} and {MOST_BOXES:,} are drawn; choose a part of the ladder: a family, a "
            "track, or what is around a role"
        )


def _columns(names: Sequence[str], numbered: bool) -> list[Column]:
    return [Column(name, str(number) if numbered else name) for number, name in enumerate(names, 1)]


def _pitch(columns: Sequence[Column], counts: Counts) -> float:
    """How far apart the middles of the columns stand."""
    return max(*(column.head.width for column in columns), cell_width(counts)) + GAP


def _parts_room(room: float | None, columns: Sequence[Column], counts: Counts) -> float:
    """Points across that are left for the boxes of a group, at most as many as look well."""
    if room is None:
        return PARTS_ROOM
    return min(PARTS_ROOM, room - 3 * PAD - NAME_ROOM - _pitch(columns, counts) * len(columns))


def _rows(
    groups: Groups, top: float, across: tuple[float, float], numbered: bool, words: Words
) -> list[_Row]:
    rows = []
    width, parts_room = across
    for number, group in enumerate(groups.groups, 1):
        name = f"{number}  {group.name}" if numbered else group.name
        label = _group_label(group, name, groups, words)
        parts = _flowing(group.parts, groups.families, (2 * PAD + NAME_ROOM, top + PAD), parts_room)
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
    parts: Sequence[Part], counted: bool, corner: Point, room: float
) -> list[tuple[Part, Label, Box]]:
    """Set parts beside one another, and below where there is no more room."""
    placed = []
    left, top = corner
    x, y, deepest = left, top, 0.0
    for part in parts:
        lines = wrap(part.name, PART_ROOM, NORMAL)
        if counted:
            lines[-1] += f" · {len(part.roles)}"
        label = centred(lines, NORMAL)
        width, height = label.width + 2 * PART_PAD, label.height + PART_PAD
        if x > left and x + width > left + room:
            x, y, deepest = left, y + deepest + PART_GAP, 0.0
        placed.append((part, label, Box(x + width / 2, y + height / 2, width, height)))
        x += width + PART_GAP
        deepest = max(deepest, height)
    return placed


def _group_label(group: Group, name: str, groups: Groups, words: Words) -> Label:
    cells = stacked(wrap(name, NAME_ROOM, STEP), STEP, bold=True)
    said = words("map.roles", n=group.roles)
    if groups.families:
        said = f"{words('map.tracks', n=len(group.parts))}, {said}"
    return table([*([cell] for cell in cells), [Cell(said, NOTE)]])


def _put_row(canvas: Canvas, number: int, row: _Row) -> None:
    style, group, band, label = canvas.style, row.group, row.band, row.label
    canvas.band(f"group {number}", band, style.lane(group.hue))
    place = Box(band.left + PAD + label.width / 2, band.y, label.width, label.height)
    about = {"id": f"group-{number}", "tooltip": tooltip_text(group.name)}
    canvas.box(f"group {number}", place, label, style.lane_head(group.hue) | about)
    for part, text, box in row.parts:
        told = {"id": part.key, "tooltip": tooltip_text(part.name, ", ".join(part.roles))}
        canvas.box(part.key, box, text, style.role(group.hue) | told)


def _what(ladder: Ladder, groups: Groups, words: Words) -> str:
    links = list(links_of(ladder))
    opened = sum(link.item.from_any for link in links)
    parts = [words("map.roles", n=len(ladder.roles)), words("moves", n=len(links) - opened)]
    parts += [words("map.moreOpen", n=opened)] if opened else []
    if not groups.families:
        return ", ".join([words("map.tracks", n=len(groups.groups)), *parts])
    tracks = sum(len(group.parts) for group in groups.groups)
    families = words("map.families", n=len(groups.groups))
    return ", ".join([families, words("map.tracks", n=tracks), *parts])


def _explained(groups: Groups, words: Words) -> str:
    return words("map.explained.families" if groups.families else "map.explained.tracks")
