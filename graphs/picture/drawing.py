"""A picture of a ladder in the DOT language, with everything in its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from graphs.answer import GrowthPath, Stay
from graphs.survey import Into, Reach
from ladder import Ladder, Role, Track, Transition

from .blocks import Box
from .canvas import Canvas
from .gates import gates
from .heading import heading, subtitle
from .labels import by_weight, gate_label, lane_label, role_label, stay_label
from .layout import LANE_PAD, layout
from .shading import Shading
from .style import Style, line_of
from .table import Label
from .text import isolated, tooltip_text
from .themes import Theme
from .view import View, view_of


def draw(ladder: Ladder, path: GrowthPath | None, survey: Reach | Into | None, theme: Theme) -> str:
    """Write a picture down for Graphviz.

    Parameters
    ----------
    ladder : Ladder
    path : GrowthPath or None
        The path that is to stand out.
    survey : Reach or Into or None
        What the roles are to be shaded by.
    theme : Theme
        Its colours.

    Returns
    -------
    str
        DOT in which every place is given.
    """
    look = Style(theme)
    view = view_of(ladder, path, survey)
    shading = Shading.of(survey, look) if survey else None
    steps = _steps(path)
    doors = [(gate, gate_label(gate, ladder)) for gate in gates(view)]
    labels = {
        role.id: shading.label(role) if shading else _role_label(role, steps.get(role.id, ()), path)
        for role in view.roles
    }
    heads = {track: lane_label(found.name) for track, found in ladder.tracks.items()}
    plan = layout(view, doors, labels, heads)
    sheet = Canvas(look, plan.height)
    sheet.heading(heading(view, plan.width, look, shading), _about(view, shading))
    tracks = {track: place for place, track in enumerate(ladder.tracks)}
    for track, band in plan.lanes.items():
        _add_lane(sheet, ladder.tracks[track], band, heads[track], look, tracks[track])
    for role in view.roles:
        plain = look.role(tracks.get(role.track or ""))
        beside = look.role_beside_path if path else plain
        tone = look.role_on_path if role.id in steps else beside
        tone = dict(shading.tone(role.id)) if shading else tone
        about = _about_role(role, shading)
        sheet.box(role.id, plan.roles[role.id], labels[role.id], tone | about)
    for gate, label in doors:
        tone = look.gate_on_path if gate.taken else look.gate
        about = {"id": gate.name.replace(" ", "-")}
        sheet.box(gate.name, plan.gates[gate.name], label, tone | about)
    for number, item in view.transitions:
        line = dict(line_of(item.kind))
        if view.path or view.survey:
            line |= look.edge_on_path if number in view.taken else look.edge_beside_path
        line |= _about_transition(number, item, ladder)
        drawn = plan.lines[number]
        sheet.line((item.from_role, item.to_role), drawn.points, line, head=not drawn.joins)
    return sheet.dot()


def _steps(path: GrowthPath | None) -> dict[str, list[tuple[int, Stay]]]:
    """The path's stays in each role, numbered from 1."""
    steps: dict[str, list[tuple[int, Stay]]] = defaultdict(list)
    for number, stay in enumerate(path.stays if path else (), 1):
        steps[stay.role].append((number, stay))
    return dict(steps)


def _role_label(role: Role, steps: Sequence[tuple[int, Stay]], path: GrowthPath | None) -> Label:
    return stay_label(role, steps, path) if path and steps else role_label(role)


def _about(view: View, shading: Shading | None) -> str:
    return "\n".join(filter(None, (view.ladder.name, subtitle(view, shading))))


def _add_lane(
    sheet: Canvas, track: Track, band: Box, label: Label, look: Style, place: int
) -> None:
    """Put the lane of a track, with its name; roles of no track stand outside of any."""
    sheet.band(track.id, band, look.lane(place))
    head = Box(band.left + LANE_PAD + label.width / 2, band.y, label.width, label.height)
    about = {"tooltip": tooltip_text(track.about or track.name)}
    sheet.box(f"lane {track.id}", head, label, look.lane_head(place) | about)


def _about_role(role: Role, shading: Shading | None) -> dict[str, str]:
    names = ", ".join([role.name, *role.aliases])
    told = shading.told(role.id) if shading else ""
    return {"id": f"role-{role.id}", "tooltip": tooltip_text(names, told, role.about or "")}


def _about_transition(number: int, item: Transition, ladder: Ladder) -> dict[str, str]:
    """All of a transition in words, for its tooltip."""
    ends = (isolated(ladder.roles[end].name) for end in (item.from_role, item.to_role))
    needs = [
        f"{isolated(ladder.skills[skill].name)}: {isolated(ladder.level_name(level))}"
        for skill, level in by_weight(item.requires, ladder)
    ]
    served = [f"after {item.months} months"] if item.months else []
    lines = [f"{' → '.join(ends)} ({isolated(item.kind)})", *served, *needs]
    return {"id": f"transition-{number}", "tooltip": tooltip_text(*lines)}
