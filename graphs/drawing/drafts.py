"""A picture of a ladder with everything in its place, in the form that suits where it is shown.

A picture may go to the right or down, have its gates written out or in short, and be broken into
parts. Of all that can be read at the width at which it is shown and is not too high, the one in the
fewest parts is taken, and of those the fullest; where all are too high, the lowest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from graphs.plans.path import GrowthPath
from graphs.plans.schedule import Stay
from graphs.queries.survey import Reach
from ladder import Role

from .dot.legible import room_at
from .dot.style import Style
from .dot.table import Label
from .gates import Gate, gates_of
from .labels import lane_label, role_label, stay_label
from .layout.layout import Layout, layout_of
from .layout.parts import Breaks, breaks_into, broken
from .marks import Marks
from .shading import Shading
from .squares import Squares
from .standing import Standing
from .view import Direction, View
from .walls import Walls
from .ways import Ways

SHAPE = 0.85  # of its width, how high a picture may be that could also be lower
NEARLY = 1.15  # of the room, how wide parts may seem that are laid out to see
NUMBERS = (*range(2, 13), 16, 24, 32, 48, 64, 96, 128, 256)  # of parts that are tried

Steps = Mapping[str, Sequence[tuple[int, Stay]]]
"""A path's stays in each role, by its id, numbered from 1."""


@dataclass(frozen=True, slots=True)
class Texts:
    """All that is written in a picture, from which the sizes of its boxes follow."""

    marks: Marks
    squares: Squares | None
    steps: Steps
    gates: Sequence[tuple[Gate, Label | None]]
    roles: Mapping[str, Label]
    heads: Mapping[str, Label]

    @classmethod
    def of(cls, view: View, style: Style) -> Texts:
        """Write a picture."""
        marks, squares, steps = _marks(view, style), Squares.of(view), _steps(view.path)
        return cls(
            marks,
            squares,
            steps,
            [(gate, marks.gate_label(gate)) for gate in gates_of(view)],
            {
                role.id: marks.role_label(role) or _role_label(role, steps, view.path)
                for role in view.roles
            },
            {
                track: lane_label(squares.titled(found) if squares else found.name, view.direction)
                for track, found in view.ladder.tracks.items()
            },
        )

    def laid_out(self, breaks: Breaks = ()) -> Draft:
        """Give everything its place."""
        view = self.marks.view
        room = (0.0, 0.0)
        if self.squares:
            room = self.squares.before(view.direction), self.squares.after(view.direction)
        layout = layout_of(view, self.gates, self.roles, self.heads, room, breaks)
        return Draft(self, layout, len(breaks) + 1)


@dataclass(frozen=True, slots=True)
class Draft:
    """What is written in a picture, and where it stands."""

    texts: Texts
    layout: Layout
    parts: int


def draft_of(view: View, style: Style, width: int | None = None) -> Draft:
    """Choose the form of a picture that is shown at so many pixels across; None for any number."""
    if width is None:
        return Texts.of(_directed(view, _directions(view)[0]), style).laid_out()
    room = room_at(width)
    found: list[Draft] = []
    for form in _forms(view):
        for direction in _directions(view):
            draft = _narrow(Texts.of(_directed(form, direction), style), room)
            if draft.parts == 1 and _good(draft, room):
                return draft
            found.append(draft)
    narrow = [one for one in found if one.layout.width <= room]
    if not narrow:
        return min(found, key=lambda one: one.layout.width)
    if good := [one for one in narrow if _good(one, room)]:
        return min(good, key=lambda one: one.parts)
    return min(narrow, key=lambda one: one.layout.height)


def _good(draft: Draft, room: float) -> bool:
    return draft.layout.width <= room and draft.layout.height <= room * SHAPE


def _forms(view: View) -> Iterator[View]:
    """The view with its gates as they suit it, and in short."""
    yield view
    if view.gates is None and "table" in {view.shown(taken=False), view.shown(bool(view.taken))}:
        yield replace(view, gates="chip")


def _directions(view: View) -> tuple[Direction, ...]:
    if view.direction is not None:
        return (view.direction,)
    return ("right", "down") if view.selection.family is None else ("down", "right")


def _directed(view: View, direction: Direction) -> View:
    return replace(view, direction=direction)


def _narrow(texts: Texts, room: float) -> Draft:
    """Break a picture into as few parts as make it narrow enough, or as narrow as can be.

    Whatever is tried for some room is tried for more, so that what has room there is found.
    """
    best = texts.laid_out()
    spans = best.layout.spans
    rest = best.layout.width - sum(spans)
    squares_beside = texts.squares is not None and texts.marks.view.direction == "right"
    for parts in NUMBERS:
        if best.layout.width <= room or parts > len(spans) or squares_beside:
            break
        breaks = breaks_into(parts, spans)
        if rest + broken(spans, breaks) > room * NEARLY:
            continue
        best = min(best, texts.laid_out(breaks), key=lambda one: one.layout.width)
    return best


def _marks(view: View, style: Style) -> Marks:
    if view.analysis is not None:
        return Walls.of(view, view.analysis, style)
    if view.others:
        return Ways(view, style)
    if isinstance(view.survey, Reach):
        return Standing.of(view, view.survey, style)
    return Shading.of(view, view.survey, style) if view.survey else Marks(view, style)


def _steps(path: GrowthPath | None) -> Steps:
    steps: dict[str, list[tuple[int, Stay]]] = defaultdict(list)
    for number, stay in enumerate(path.stays if path else (), 1):
        steps[stay.role].append((number, stay))
    return dict(steps)


def _role_label(role: Role, steps: Steps, path: GrowthPath | None) -> Label:
    return stay_label(role, steps[role.id], path) if path and role.id in steps else role_label(role)
