"""A picture of a ladder in the DOT language, with everything in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graphs.answer import GrowthPath, Stay
from graphs.survey import Reach
from ladder import Role, Track

from .canvas import Canvas
from .gates import gates
from .heading import heading, key_top, subtitle
from .labels import lane_label, role_label, stay_label
from .layout import layout
from .marks import Marks
from .shading import Shading
from .squares import Squares
from .standing import Standing
from .style import Style, line_of
from .table import Label
from .telling import told_of_moves
from .text import tooltip_text
from .themes import Theme
from .view import View
from .ways import Ways


def draw(view: View, theme: Theme) -> str:
    """Write a picture down for Graphviz.

    Parameters
    ----------
    view : View
        What it shows.
    theme : Theme
        Its colours.

    Returns
    -------
    str
        DOT in which every place is given.
    """
    look, ladder, path = Style(theme), view.ladder, view.path
    shading = Shading.of(view.survey, look) if view.survey else None
    steps = _steps(path)
    marks = _marks(view, look)
    doors = [(gate, marks.gate_label(gate)) for gate in gates(view)]
    labels = {
        role.id: marks.role_label(role)
        or (shading.label(role) if shading else _role_label(role, steps.get(role.id, ()), path))
        for role in view.roles
    }
    squares = Squares.of(view)
    heads = {
        track: lane_label(squares.titled(found) if squares else found.name, view.direction)
        for track, found in ladder.tracks.items()
    }
    plan = layout(view, doors, labels, heads, squares.before(view.direction) if squares else 0)
    if squares:
        plan = squares.beside(plan, view.direction)
    sheet = Canvas(look, plan.height)
    above = heading(view, plan.width, look, shading, marks)
    sheet.heading(above, _about(view, shading, marks))
    marks.put_in_heading(sheet, key_top(view, plan.width, shading, marks) - above.height)
    tracks = {track: place for place, track in enumerate(ladder.tracks)}
    for track, band in plan.lanes.items():
        sheet.band(track, band, look.lane(tracks[track]))
        about = _about_track(ladder.tracks[track])
        tone = look.lane_head(tracks[track]) | about
        sheet.box(f"lane {track}", plan.heads[track], heads[track], tone)
    for role in view.roles:
        plain = look.role(tracks.get(role.track or ""))
        beside = look.role_beside_path if path else plain
        tone = look.role_on_path if role.id in steps else beside
        tone = dict(shading.tone(role.id)) if shading else tone
        tone = {**tone, **marks.role_tone(role.id)}
        tone = tone | (look.role_in_the_middle if role.id == view.selection.around else {})
        about = _about_role(role, shading, marks)
        sheet.box(role.id, plan.roles[role.id], labels[role.id], tone | about)
    for gate, label in doors:
        if label:
            told = told_of_moves(gate.transitions, ladder, marks)
            about = {"id": gate.name.replace(" ", "-"), "tooltip": told}
            sheet.box(gate.name, plan.gates[gate.name], label, {**marks.gate_tone(gate), **about})
    if squares:
        squares.put(sheet, plan, view.direction, look)
    for number, item in view.transitions:
        line = dict(line_of(item.kind))
        if view.path or view.survey:
            line |= look.edge_on_path if number in view.taken else look.edge_beside_path
        line |= marks.line_tone(number, item)
        told = told_of_moves([(number, item)], ladder, marks)
        line |= {"id": f"transition-{number}", "tooltip": told}
        drawn, ends = plan.lines[number], (item.from_role, item.to_role)
        sheet.line(ends, drawn.points, line, head=not drawn.joins)
        marks.put_on_line(sheet, number, ends, drawn, line)
    return sheet.dot()


def _steps(path: GrowthPath | None) -> dict[str, list[tuple[int, Stay]]]:
    """The path's stays in each role, numbered from 1."""
    steps: dict[str, list[tuple[int, Stay]]] = defaultdict(list)
    for number, stay in enumerate(path.stays if path else (), 1):
        steps[stay.role].append((number, stay))
    return dict(steps)


def _role_label(role: Role, steps: Sequence[tuple[int, Stay]], path: GrowthPath | None) -> Label:
    return stay_label(role, steps, path) if path and steps else role_label(role)


def _marks(view: View, style: Style) -> Marks:
    if view.others:
        return Ways(view.ladder, style, view.selection.gated_by, view.paths)
    if isinstance(view.survey, Reach):
        shown = frozenset(place for place, _ in view.transitions if view.gates != "off")
        return Standing(view.ladder, style, view.selection.gated_by, view.survey, shown)
    return Marks(view.ladder, style, view.selection.gated_by)


def _about(view: View, shading: Shading | None, marks: Marks) -> str:
    return "\n".join(filter(None, (view.ladder.name, subtitle(view, shading, marks))))


def _about_track(track: Track) -> dict[str, str]:
    return {"id": f"lane-{track.id}", "tooltip": tooltip_text(track.about or track.name)}


def _about_role(role: Role, shading: Shading | None, marks: Marks) -> dict[str, str]:
    names = ", ".join([role.name, *role.aliases])
    told = [shading.told(role.id) if shading else "", *marks.told_of_role(role.id)]
    return {"id": f"role-{role.id}", "tooltip": tooltip_text(names, *told, role.about or "")}
